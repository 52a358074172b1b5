#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "printing/escpos/status.h"

namespace boost::asio {
class io_context;
}

namespace kushi::printing {

/// Where a printer listens.
struct Address {
    std::string host;
    std::uint16_t port = 9100;
};

/// How far one job came. The order matters: each says more than the one before.
enum class Delivery {
    not_started,  ///< no byte of the body left; may be tried again without a word
    uncertain,    ///< body bytes left and the answer did not come: paper must be looked at
    sent,         ///< all bytes left; the printer has no way to say more (a mute clone)
    printed,      ///< the process id came back: everything before it is on paper
};

struct DeliveryReport {
    Delivery outcome = Delivery::not_started;
    /// paper, cover, offline, error, busy, unreachable, timed_out, reset, no_answer, cancelled; empty if printed or
    /// sent.
    std::string reason;
    std::size_t bytes_sent = 0;    ///< of the body
    bool status_answered = false;  ///< false for a mute clone
    int foreign_answers = 0;       ///< process ids that nobody asked for here: worth a line in the log, never believed
};

struct Deadlines {
    std::chrono::milliseconds connect{3000};
    std::chrono::milliseconds status{1000};  ///< each DLE EOT question, three tries
    std::chrono::milliseconds barrier{2000};
    std::chrono::milliseconds progress{10000};     ///< a chunk that does not move
    std::chrono::milliseconds confirmation{5000};  ///< plus twice the estimated print time, counted while it can print
    std::chrono::milliseconds standstill{600000};  ///< held while the printer says why it waits (paper, cover)
    std::chrono::milliseconds drain{50};           ///< for what an earlier connection left behind
    std::chrono::milliseconds clear{3000};         ///< DLE DC4 8
    std::chrono::milliseconds close{2000};         ///< for the printer's end of file
};

struct PrinterSession {
    Address address;
    bool asks_status = true;      ///< DLE EOT 1, 2, 4 before the body
    bool asks_process_id = true;  ///< GS ( H after the body
    bool clear_first = false;     ///< the last session broke: DLE DC4 8 and its answer first
    /// It has answered DLE EOT before: silence then is a printer that serves another (`busy`), not a mute clone.
    bool has_answered = false;
    Deadlines deadlines;
    /// Called during the job with the reason (paper, cover, ...) when the printer stops, and with "" when it goes on.
    std::function<void(const std::string& reason)> on_wait = {};
};

/// Ends what it belongs to as soon as it can, from any thread; nothing happens when that has ended already.
using Cancel = std::function<void()>;

/// Sends one job under one connection: status, barrier, body, process id, graceful close. Runs on `io`; every wait has
/// a deadline; `done` is called once, on `io`'s thread. `before_body` is called, and must return true, just before the
/// first byte of the body leaves (the spool commits SENDING there). `process_id` is four characters 20h to 7Eh, not
/// "~~~~"; the session itself asks for it behind the body. A printer that answers no DLE EOT is treated as mute: the
/// body goes out unchecked and ends as `sent`. The print time is estimated as one millisecond for three bytes, at most
/// a minute.
/// @throws std::logic_error for another kind of process id
Cancel deliver(boost::asio::io_context& io, const PrinterSession& session, std::vector<std::uint8_t> body,
               std::string process_id, std::function<bool()> before_body, std::function<void(DeliveryReport)> done);

/// What a printer says when it is only asked.
struct ProbeReport {
    bool reachable = false;
    bool status_answered = false;  ///< false for a mute clone, or one that serves another now
    PrinterState state{};
    std::string reason;  ///< as in DeliveryReport; empty when it could print
};

/// Connects, asks the status (if the session does) and closes, under the same deadlines. Nothing is printed.
Cancel probe(boost::asio::io_context& io, const PrinterSession& session, std::function<void(ProbeReport)> done);

}  // namespace kushi::printing
