#pragma once

#include "app/cli/command.h"

namespace kushi::cli {

CommandSpec virtual_printer_command();
/// Prints one JSON line when it listens and one a sheet; ends after --sheets, SIGINT or SIGTERM.
int run_virtual_printer(const Invocation& invocation);

}  // namespace kushi::cli
