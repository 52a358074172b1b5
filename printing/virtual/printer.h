#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "printing/virtual/fault.h"
#include "printing/virtual/tray.h"

namespace kushi::printing {

/// A network printer that draws its paper, on a thread of its own. Like Epson's boards it accepts several connections,
/// prints for one and holds what the others send until that one closes.
class VirtualPrinter {
public:
    struct Options {
        std::string host = "127.0.0.1";     ///< loopback only
        std::uint16_t port = 0;             ///< 0: any that is free
        std::filesystem::path folder = {};  ///< empty: no files
        Interpreter::Model model{};
        Fault fault{};
        std::chrono::milliseconds idle_close{300'000};
        /// Both on the printer's thread. A problem is a sheet that could not be written.
        std::function<void(const SheetRecord&, const Sheet&)> on_sheet = {};
        std::function<void(const std::string&)> on_problem = {};
        /// Another fault was set, struck or went: on the printer's thread, the first time on its maker's.
        std::function<void(const Fault&, bool struck)> on_fault = {};
    };

    /// Listens when it returns.
    /// @throws std::invalid_argument for a host that is not loopback
    /// @throws std::system_error for a port in use or a folder that cannot be written
    explicit VirtualPrinter(Options options);
    /// Closes all connections; what hangs from the printer is torn off into the tray.
    ~VirtualPrinter();
    VirtualPrinter(const VirtualPrinter&) = delete;
    VirtualPrinter& operator=(const VirtualPrinter&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    /// Takes hold before it returns.
    void set_fault(const Fault& fault);
    [[nodiscard]] std::vector<SheetRecord> sheets() const;  ///< the last 10,000
    /// @returns whether at least `count` sheets lie in the tray before `limit` has passed
    [[nodiscard]] bool wait_for_sheets(std::size_t count, std::chrono::milliseconds limit) const;
    [[nodiscard]] std::size_t bytes_received() const;  ///< over all connections
    [[nodiscard]] std::size_t connections() const;     ///< accepted so far
    [[nodiscard]] int drawer_kicks() const;

private:
    class Machine;
    std::unique_ptr<Machine> machine_;
};

}  // namespace kushi::printing
