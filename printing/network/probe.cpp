#include <utility>

#include "printing/network/inquiry.h"

namespace kushi::printing {
namespace {

class ProbeSession final : public Inquiry {
public:
    ProbeSession(boost::asio::io_context& io, PrinterSession session, std::function<void(ProbeReport)> done)
        : Inquiry{io, std::move(session)}, done_{std::move(done)}
    {}

    void run()
    {
        post([this] { start(); });
    }

    void cancel()
    {
        post([this] { finish(report_.reachable, "cancelled"); });
    }

private:
    void unreachable() override { finish(false, "unreachable"); }

    void asked() override
    {
        report_.reachable = true;
        part([this] { finish(true, reason()); });
    }

    void ended(Error why) override
    {
        if (report_.reachable) return finish(true, reason());
        finish(true, why == boost::asio::error::eof ? "busy" : "reset");
    }

    [[nodiscard]] std::string reason() const
    {
        if (!session_.asks_status || status_answered_) return std::string{state_.reason()};
        return session_.has_answered ? "busy" : noise_ ? "no_answer" : "";
    }

    void finish(bool reachable, std::string reason)
    {
        if (!done_) return;
        close();
        std::exchange(done_, nullptr)({reachable, status_answered_, state_, std::move(reason)});
    }

    std::function<void(ProbeReport)> done_;
    ProbeReport report_;
};

}  // namespace

Cancel probe(boost::asio::io_context& io, const PrinterSession& session, std::function<void(ProbeReport)> done)
{
    return started(std::make_shared<ProbeSession>(io, session, std::move(done)));
}

}  // namespace kushi::printing
