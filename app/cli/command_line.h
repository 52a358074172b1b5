#pragma once

#include <filesystem>
#include <functional>
#include <string>

namespace kushi::cli {

/// What `kushi` without a command was asked to open.
struct TerminalRequest {
    std::filesystem::path data;
    std::string language;  ///< empty: the salon's
    int width = 1280;
    int height = 800;
    std::string measure;    ///< a script of taps to time
};
/// The command line knows no window: main gives it one.
using OpenTerminal = std::function<int(const TerminalRequest&)>;

/// Parses the command line and runs the command, or opens the terminal where there is none. @returns the process's exit code.
int run(int argc, char** argv, const OpenTerminal& open);

}  // namespace kushi::cli
