#include <algorithm>
#include <stdexcept>
#include <utility>

#include "printing/network/inquiry.h"

namespace kushi::printing {
namespace {

using std::chrono::milliseconds;

constexpr const char* barrier_id = "~~~~";
constexpr std::array<std::uint8_t, 10> clear_buffers{0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08};
constexpr milliseconds tick{50};  // how finely the time that a printer could print is counted

/// GS ( H fn 48: "tell me this when everything in front of it is on paper".
void append_process_id(std::vector<std::uint8_t>& bytes, const std::string& id)
{
    for (const int byte : {0x1D, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30}) bytes.push_back(static_cast<std::uint8_t>(byte));
    bytes.insert(bytes.end(), id.begin(), id.end());
}

milliseconds estimated_print_time(std::size_t bytes)
{
    return std::min(milliseconds{bytes / 3}, milliseconds{60'000});  // 2.3 kB of text are 90 mm of paper, 0.6 s
}

class DeliverySession final : public Inquiry {
public:
    DeliverySession(boost::asio::io_context& io, PrinterSession session, std::vector<std::uint8_t> body,
                    std::string process_id, std::function<bool()> before_body, std::function<void(DeliveryReport)> done)
        : Inquiry{io, std::move(session)},
          bytes_{std::move(body)},
          body_size_{bytes_.size()},
          process_id_{std::move(process_id)},
          before_body_{std::move(before_body)},
          done_{std::move(done)}
    {}

    void run()
    {
        post([this] { start(); });
    }

    void cancel()
    {
        post([this] {
            if (stage_ != Stage::parting)
                break_off("cancelled");
            else
                finish();
        });
    }

private:
    enum class Stage { asking, clearing, barrier, sending, confirming, parting } stage_ = Stage::asking;

    void unreachable() override { break_off("unreachable"); }

    void asked() override
    {
        const bool silent = session_.asks_status && !status_answered_;
        if (silent && noise_) return conclude(Delivery::not_started, "no_answer");
        if (silent && session_.has_answered) return conclude(Delivery::not_started, "busy");
        if (!state_.reason().empty()) return conclude(Delivery::not_started, std::string{state_.reason()});
        confirms_ = session_.asks_process_id && !silent;
        if (!confirms_) return send_body();
        if (session_.clear_first) return clear();
        pass_barrier();
    }

    void clear()
    {
        stage_ = Stage::clearing;
        after(session_.deadlines.clear, [this] { conclude(Delivery::not_started, "no_answer"); });
        write(
            clear_buffers, [](std::size_t) {}, [](Error) {});
    }

    /// Proves that the printer's parser is in step and that nothing is left over: up to its answer all may be repeated.
    void pass_barrier()
    {
        stage_ = Stage::barrier;
        barrier_ = {0x1B, '@'};
        append_process_id(barrier_, barrier_id);
        parser_.expect(barrier_id);
        after(session_.deadlines.barrier, [this] { conclude(Delivery::not_started, "no_answer"); });
        write(
            barrier_, [](std::size_t) {}, [](Error) {});
    }

    void answered(const PrinterAnswer& answer) override
    {
        if (std::holds_alternative<ClearAnswer>(answer) && stage_ == Stage::clearing) return pass_barrier();
        const auto* due = std::get_if<ProcessIdAnswer>(&answer);
        if (due == nullptr) return;
        if (stage_ == Stage::barrier && due->id == barrier_id) return send_body();
        if (stage_ == Stage::confirming && due->id == process_id_) return conclude(Delivery::printed, {});
        ++report_.foreign_answers;
    }

    void send_body()
    {
        no_timer();
        if (!may_begin()) return conclude(Delivery::not_started, "cancelled");
        stage_ = Stage::sending;
        if (confirms_) {
            append_process_id(bytes_, process_id_);
            parser_.expect(process_id_);
        }
        await_progress();
        write(
            bytes_, [this](std::size_t count) { moved(count); }, [this](Error failed) { written(failed); });
    }

    /// Whether the caller has noted that the body leaves now. What it throws is its own, once this job is put away.
    bool may_begin()
    {
        try {
            return before_body_();
        } catch (...) {
            break_off("cancelled");
            throw;
        }
    }

    void moved(std::size_t count)
    {
        sent_ += count;
        stood_ = {};
        await_progress();
    }

    void await_progress()
    {
        after(session_.deadlines.progress, [this] {
            stood_ += session_.deadlines.progress;
            if (state_.reason().empty()) return break_off("timed_out");
            if (stood_ >= session_.deadlines.standstill) return break_off(std::string{state_.reason()});
            await_progress();
        });
    }

    void written(Error failed)
    {
        if (failed) return break_off("reset");
        if (!confirms_) return conclude(Delivery::sent, {});
        stage_ = Stage::confirming;
        stood_ = {};
        await_confirmation(session_.deadlines.confirmation + 2 * estimated_print_time(body_size_),
                           session_.deadlines.status);
    }

    /// Counts `left` down only while the printer can print.
    void await_confirmation(milliseconds left, milliseconds until_poll)
    {
        if (left <= milliseconds{0}) return break_off("no_answer");
        if (stood_ >= session_.deadlines.standstill) return break_off(std::string{state_.reason()});
        if (until_poll <= milliseconds{0}) {
            if (session_.asks_status) poll();
            until_poll = session_.deadlines.status;
        }
        after(tick, [this, left, until_poll] {
            const bool prints = state_.reason().empty();
            if (!prints) stood_ += tick;
            await_confirmation(prints ? left - tick : left, until_poll - tick);
        });
    }

    void state_changed() override
    {
        if (stage_ != Stage::sending && stage_ != Stage::confirming) return;
        if (waits_for_ == state_.reason()) return;
        waits_for_ = state_.reason();
        if (session_.on_wait) session_.on_wait(waits_for_);
    }

    void ended(Error why) override
    {
        const bool orderly = why == boost::asio::error::eof;
        if (stage_ == Stage::parting) {
            // All bytes had left, but a reset may have made the printer drop them.
            if (!orderly && report_.outcome == Delivery::sent)
                report_.outcome = Delivery::uncertain, report_.reason = "reset";
            return finish();
        }
        break_off(stage_ == Stage::asking && orderly ? "busy" : "reset");
    }

    /// Ends where the connection can say no more: what is known is whether a byte of the body left.
    void break_off(std::string reason)
    {
        report_.outcome = sent_ > 0 ? Delivery::uncertain : Delivery::not_started;
        report_.reason = std::move(reason);
        finish();
    }

    void conclude(Delivery outcome, std::string reason)
    {
        report_.outcome = outcome;
        report_.reason = std::move(reason);
        stage_ = Stage::parting;
        part([this] { finish(); });
    }

    void finish()
    {
        if (!done_) return;
        close();
        report_.bytes_sent = std::min(sent_, body_size_);  // without the process id behind it
        report_.status_answered = status_answered_;
        std::exchange(done_, nullptr)(report_);
    }

    std::vector<std::uint8_t> bytes_;
    const std::size_t body_size_;
    const std::string process_id_;
    std::function<bool()> before_body_;
    std::function<void(DeliveryReport)> done_;
    std::vector<std::uint8_t> barrier_;
    bool confirms_ = false;  ///< the printer is asked for the process id
    std::size_t sent_ = 0;
    milliseconds stood_{0};  ///< how long it has been waiting for paper or the like
    std::string waits_for_;
    DeliveryReport report_;
};

}  // namespace

Cancel deliver(boost::asio::io_context& io, const PrinterSession& session, std::vector<std::uint8_t> body,
               std::string process_id, std::function<bool()> before_body, std::function<void(DeliveryReport)> done)
{
    const auto printable = [](char letter) { return letter >= 0x20 && letter <= 0x7E; };
    if (process_id.size() != 4 || !std::ranges::all_of(process_id, printable) || process_id == barrier_id) {
        throw std::logic_error{"a process id that is not four printable characters of its own"};
    }
    return started(std::make_shared<DeliverySession>(io, session, std::move(body), std::move(process_id),
                                                     std::move(before_body), std::move(done)));
}

}  // namespace kushi::printing
