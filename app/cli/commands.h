#pragma once

#include <vector>

#include "app/cli/command.h"

namespace kushi::cli {

// One file a command.
CommandSpec advise_command();
CommandSpec board_command();
CommandSpec calc_command();
CommandSpec close_day_command();
CommandSpec demo_command();
CommandSpec do_command();
CommandSpec generate_command();
CommandSpec init_command();
CommandSpec list_command();
CommandSpec practice_command();
CommandSpec print_command();
CommandSpec printers_command();
CommandSpec queue_command();
CommandSpec rebuild_command();
CommandSpec receipt_command();
CommandSpec report_command();
CommandSpec accounts_command();
CommandSpec show_command();
CommandSpec verify_command();
CommandSpec virtual_printer_command();

/// In the order of the help.
std::vector<CommandSpec> all_commands();

}  // namespace kushi::cli
