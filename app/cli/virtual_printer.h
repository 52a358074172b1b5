#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "app/cli/command.h"
#include "printing/virtual/printer.h"

namespace kushi::cli {

/// What the window of `virtual-printer --window` is asked to show. The functions are called on the thread that opens
/// it.
struct PaperRequest {
    printing::VirtualPrinter::Options printer;
    std::string language;
    std::uint64_t sheets = 0;  ///< closes after so many; 0: when a person or a signal does
    std::function<void(std::uint16_t port)> on_listening;
    std::function<void(const printing::SheetRecord&)> on_sheet;
};

CommandSpec virtual_printer_command();
/// Prints one JSON line when it listens and one a sheet; ends after --sheets, SIGINT or SIGTERM, or with its window.
int run_virtual_printer(const Invocation& invocation);

}  // namespace kushi::cli
