#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

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
    std::string reason;   ///< paper, cover, offline, error, busy, unreachable, timed_out, reset, no_answer; empty if printed
    std::size_t bytes_sent = 0;  ///< of the body
    bool status_answered = false;///< false for a mute clone
};

struct Deadlines {
    std::chrono::milliseconds connect{3000};
    std::chrono::milliseconds status{1000};      ///< each DLE EOT question, three tries
    std::chrono::milliseconds barrier{2000};
    std::chrono::milliseconds progress{10000};   ///< a chunk that does not move
    std::chrono::milliseconds confirmation{5000};///< plus twice the estimated print time
};

struct PrinterSession {
    Address address;
    bool asks_status = true;       ///< DLE EOT 1, 2, 4 before the body
    bool asks_process_id = true;   ///< GS ( H after the body
    bool clear_first = false;      ///< the last session broke: DLE DC4 8 and its answer first
    Deadlines deadlines;
};

/// Sends one job under one connection: status, barrier, body, process id, graceful close. Runs on `io`; every wait has a
/// deadline; `done` is called once, on `io`'s thread. `before_body` is called, and must return true, just before the first
/// byte of the body leaves (the spool commits SENDING there).
/// `process_id` is four characters 20h to 7Eh that the job's last command asks for.
void deliver(boost::asio::io_context& io, const PrinterSession& session, std::vector<std::uint8_t> body,
             std::string process_id, std::function<bool()> before_body, std::function<void(DeliveryReport)> done);

}  // namespace kushi::printing
