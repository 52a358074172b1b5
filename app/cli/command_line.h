#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "app/cli/command.h"

namespace kushi::cli {

/// What `kushi` without a command was asked to open.
struct TerminalRequest {
    std::filesystem::path data;
    std::string language;  ///< empty: the salon's
    int width = 1280;
    int height = 800;
    bool gallery = false;   ///< every control in every state, without a salon
    std::string measure;    ///< a script of taps to time
};
/// The command line knows no window: main gives it those that there are.
struct Windows {
    std::function<int(const TerminalRequest&)> terminal;
    OpenPaper paper;
};

/// Parses the command line and runs the command, or opens the terminal where there is none. @returns the process's exit code.
int run(int argc, char** argv, const Windows& windows);

}  // namespace kushi::cli
