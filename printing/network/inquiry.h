#pragma once

#include <array>
#include <memory>
#include <string>

#include "printing/escpos/status.h"
#include "printing/network/link.h"

namespace kushi::printing {

/// What every talk with a printer begins with: connect, drop what an earlier connection left behind, ask DLE EOT 1, 2
/// and 4 one after another. What comes then is its child's business.
class Inquiry : public Link {
protected:
    Inquiry(boost::asio::io_context& io, PrinterSession session);

    void start();
    virtual void unreachable() = 0;
    /// The printer has said how it is, or nothing at all (`status_answered`).
    virtual void asked() = 0;
    /// An answer that is no status.
    virtual void answered(const PrinterAnswer& answer);
    /// A status was understood.
    virtual void state_changed() {}

    /// Asks the next of the three questions, or again the one that was not answered: call it now and then while
    /// waiting.
    void poll();
    /// Says goodbye in the way that loses no byte: "that was all", read to the end, close; then `closed`.
    void part(std::function<void()> closed);

    const PrinterSession session_;
    StatusParser parser_;
    PrinterState state_;
    bool status_answered_ = false;
    bool noise_ = false;  ///< it sent what no printer of this kind sends

private:
    void received(std::span<const std::uint8_t> bytes) final;
    void take(const PrinterAnswer& answer);
    void ask(std::size_t question);
    void ask_until_answered(std::size_t question, int tries_left);
    void next_question(bool settled);

    enum class Stage { connecting, draining, asking, talking } stage_ = Stage::connecting;
    std::size_t question_ = 0;  ///< index of the one that is being asked
    bool repeated_ = false;     ///< it was asked again: a second answer may be under way
    std::array<std::uint8_t, 3> question_bytes_{};
};

/// Sets a session going; it keeps itself alive until it has ended.
template <class Session>
Cancel started(const std::shared_ptr<Session>& session)
{
    session->run();
    return [weak = std::weak_ptr<Session>{session}] {
        if (const auto running = weak.lock()) running->cancel();
    };
}

}  // namespace kushi::printing
