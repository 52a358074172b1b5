#include "app/engine/story/ritual.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;

/// The recipe's amount, a little more or less, with the one decimal of the chair; pieces as they are.
std::string amount_used(Stage& stage, const RecipeLine& line)
{
    if (line.unit == Unit::piece) return line.amount.text();
    constexpr auto tenth = Quantity::one / 10;
    const auto tenths = line.amount.units * stage.chance.between(88, 114) / 100 / tenth;
    return Quantity{std::max<std::int64_t>(tenths, 1) * tenth}.text();
}

void use_product(Stage& stage, const Guest& guest, const std::string& step, const RecipeLine& line)
{
    Json request{{"do", "use_product"}, {"visit", guest.visit}, {"product", line.product}, {"amount", amount_used(stage, line)},
                 {"unit", text_of(line.unit)}, {"step", step}};
    const auto answer = stage.ask(guest.therapist, request);
    if (answer["ok"].get<bool>()) return;
    const auto code = answer["error"]["code"].get<std::string>();
    const bool blocked = code == "blocked_product" || code == "gentle_massage_only";
    if (!blocked) throw StoryProblem{"use_product " + line.product + ": " + answer["error"]["message"].get<std::string>()};
    if (guest.blocked_reason.empty()) return;  // left out
    request["reason"] = guest.blocked_reason;
    stage.act_approved(guest.therapist, request);
}

/// How the step was done, where its kind has a setting.
void put_settings(const RitualStep& step, Json& request)
{
    if (step.kind == StepKind::steam) request["steam"] = "normal";
    if (step.kind == StepKind::massage) request["pressure"] = "medium";
}

class Performance : public std::enable_shared_from_this<Performance> {
public:
    Performance(Stage& stage, GuestPtr guest, std::function<void()> done)
        : stage_{stage}, guest_{std::move(guest)}, done_{std::move(done)}
    {
    }

    void start()
    {
        const auto answer = stage_.act(guest_->therapist, {{"do", "start_ritual"}, {"visit", guest_->visit}});
        ritual_ = &stage_.salon.rituals.at(answer["ritual"].get<std::string>());
        for (const auto& step : answer["steps"]) steps_.push_back(step["step"].get<std::string>());
        begin(0);
    }

private:
    void begin(std::size_t number)
    {
        if (number == steps_.size()) return done_();
        const auto& step = ritual_->steps.at(number);
        if (text_of(step.kind) == guest_->skips) {
            step_act(number, "skip", step);
            return begin(number + 1);
        }
        if (stage_.every_tap) step_act(number, "start", step);
        const auto length = std::chrono::seconds{step.planned_s * stage_.chance.between(90, 112) / 100};
        stage_.in(length, [self = shared_from_this(), number] { self->end(number); });
    }

    void end(std::size_t number)
    {
        const auto& step = ritual_->steps.at(number);
        for (const auto& line : step.recipe) use_product(stage_, *guest_, steps_[number], line);
        step_act(number, "finish", step);
        begin(number + 1);
    }

    void step_act(std::size_t number, const char* action, const RitualStep& step)
    {
        Json request{{"do", "step"}, {"visit", guest_->visit}, {"step", steps_[number]}, {"action", action}};
        if (std::string_view{action} == "finish") put_settings(step, request);
        if (std::string_view{action} == "skip") request["reason"] = guest_->skip_reason;
        stage_.act(guest_->therapist, request);
    }

    Stage& stage_;
    GuestPtr guest_;
    std::function<void()> done_;
    const Ritual* ritual_ = nullptr;
    std::vector<std::string> steps_;
};

}  // namespace

void perform_ritual(Stage& stage, const GuestPtr& guest, std::function<void()> done)
{
    std::make_shared<Performance>(stage, guest, std::move(done))->start();
}

}  // namespace kushi
