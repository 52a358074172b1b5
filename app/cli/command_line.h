#pragma once

namespace kushi::cli {

/// Parses the command line and runs the command. @returns the process's exit code.
int run(int argc, char** argv);

}  // namespace kushi::cli
