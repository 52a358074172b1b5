#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "printing/virtual/printer.h"

namespace kushi {

/// A virtual printer that is to be seen. Its `on_...` functions are the window's.
struct PaperWish {
    printing::VirtualPrinter::Options printer;
    std::string language{};    ///< "ja", or English
    std::uint64_t sheets = 0;  ///< closes after so many; 0: when it is closed, or by SIGINT or SIGTERM
    // Both on the thread that opened the window.
    std::function<void(std::uint16_t port)> on_listening{};
    std::function<void(const printing::SheetRecord&)> on_sheet{};
};

/// Switches a virtual printer on, shows its paper as it comes out, and returns when the window is closed.
/// @returns why a sheet could not be written, which also closes it; empty when all went well
/// @throws std::system_error for a port in use, a folder that cannot be written or a display that does not answer
std::string run_paper_window(PaperWish wish);

}  // namespace kushi
