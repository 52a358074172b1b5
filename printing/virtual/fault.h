#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace kushi::printing {

/// What is wrong with a virtual printer.
struct Fault {
    enum class Kind {
        none,
        slow,       ///< takes `bytes_per_second`
        refuse,     ///< does not listen
        reject,     ///< accepts and closes
        silent,     ///< prints and answers nothing, like a mute clone
        hang,       ///< stops reading after `after_bytes` of a connection
        reset,      ///< breaks the connection after `after_bytes`; what came is printed, as far as it goes
        paper_out,  ///< these stop printing after `after_bytes` of a connection
        cover_open,
        offline,
        near_end,    ///< says that the paper is nearly out, and prints
        lost_reply,  ///< prints, but the answer to a job's process id is lost
        garbage,     ///< answers bytes that no printer sends
    };
    Kind kind = Kind::none;
    std::size_t after_bytes = 0;
    std::chrono::milliseconds recover_after{0};  ///< from when it struck; 0: never
    std::size_t bytes_per_second = 2000;
};

/// "ok", "slow", "refuse", ..., "paper-out", "lost-reply", "garbage".
std::optional<Fault::Kind> fault_named(std::string_view name);
/// All names in one line, for help and errors.
std::string fault_names();

}  // namespace kushi::printing
