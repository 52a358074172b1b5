#include "printing/network/inquiry.h"

namespace kushi::printing {
namespace {

constexpr std::array questions{1, 2, 4};  // online, cover and errors, paper
constexpr int tries = 3;

}  // namespace

Inquiry::Inquiry(boost::asio::io_context& io, PrinterSession session) : Link{io}, session_{std::move(session)} {}

void Inquiry::start()
{
    after(session_.deadlines.connect, [this] { unreachable(); });
    open(session_.address, [this](Error failed) {
        if (failed) return unreachable();
        stage_ = Stage::draining;
        after(session_.deadlines.drain, [this] {
            parser_.reset();
            stage_ = Stage::asking;
            if (session_.asks_status) return ask_until_answered(0, tries);
            stage_ = Stage::talking;
            no_timer();
            asked();
        });
    });
}

void Inquiry::ask(std::size_t question)
{
    if (writing()) return;  // never between the bytes of a job, and never twice at once
    question_ = question;
    question_bytes_ = {0x10, 0x04, static_cast<std::uint8_t>(questions[question])};
    write(
        question_bytes_, [](std::size_t) {}, [](Error) {});  // a break tells itself to the read
}

void Inquiry::poll()
{
    ask(question_);
}

void Inquiry::ask_until_answered(std::size_t question, int tries_left)
{
    repeated_ = tries_left < tries;
    ask(question);
    after(session_.deadlines.status, [this, question, tries_left] {
        if (tries_left > 1) return ask_until_answered(question, tries_left - 1);
        next_question(true);
    });
}

/// A printer silent at the first question is asked no more; one silent at a later question has nothing to say to it.
/// Unsettled is a question asked twice: its second answer must not be taken for the next one's.
void Inquiry::next_question(bool settled)
{
    if (!settled) return after(session_.deadlines.drain, [this] { next_question(true); });
    if (status_answered_ && question_ + 1 < questions.size()) return ask_until_answered(question_ + 1, tries);
    stage_ = Stage::talking;
    no_timer();
    asked();
}

void Inquiry::received(std::span<const std::uint8_t> bytes)
{
    if (stage_ == Stage::draining) return;
    for (const PrinterAnswer& answer : parser_.feed(bytes)) {
        if (!closed()) take(answer);
    }
}

void Inquiry::take(const PrinterAnswer& answer)
{
    if (const auto* automatic = std::get_if<AutomaticStatus>(&answer)) {
        state_.take(*automatic);
        state_changed();
    } else if (const auto* real_time = std::get_if<RealTimeStatus>(&answer)) {
        state_.take(questions[question_], *real_time);
        status_answered_ = true;
        if (stage_ == Stage::asking) return next_question(!repeated_);
        question_ = (question_ + 1) % questions.size();
        state_changed();
    } else {
        noise_ = noise_ || std::holds_alternative<Noise>(answer);
        answered(answer);
    }
}

void Inquiry::answered(const PrinterAnswer&) {}

void Inquiry::part(std::function<void()> closed)
{
    end_sending();
    after(session_.deadlines.close, std::move(closed));
}

}  // namespace kushi::printing
