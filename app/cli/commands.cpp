#include "app/cli/commands.h"

namespace kushi::cli {

std::vector<CommandSpec> all_commands()
{
    return {init_command(),   demo_command(), practice_command(), generate_command(), do_command(),    board_command(),  show_command(),   list_command(),
            report_command(), accounts_command(), close_day_command(), receipt_command(), print_command(), queue_command(),
            printers_command(), virtual_printer_command(), advise_command(), calc_command(),
            verify_command(), rebuild_command()};
}

}  // namespace kushi::cli
