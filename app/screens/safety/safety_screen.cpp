#include "app/screens/safety/safety_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/chair/care_words.h"
#include "app/screens/chair/chair_screen.h"
#include "app/screens/safety/safety_panel.h"
#include "app/widgets/button.h"
#include "app/widgets/words.h"
#include "app/words/answers.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

class SafetyScreen final : public ChairScreen {
public:
    using ChairScreen::ChairScreen;

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        auto* self = const_cast<SafetyScreen*>(this);
        self->room_ = safety_room_px(view);
        SafetyIntents intents;
        intents.answer = [self](const std::string& question, bool yes) {
            self->set(answered(self->state_, question, yes));
        };
        intents.scrolled = [self](int offset) {
            self->state_ = scrolled_to(self->state_, offset);
            self->host_.changed();
        };
        intents.clear = [self] { self->set(cleared(self->state_)); };
        intents.aloud = [self] { self->aloud(); };
        intents.go_on = [self] { self->go_on(); };
        intents.allergy = [self](const std::string& text) { self->set(allergy_told(self->state_, text)); };
        intents.hair_loss = [self](Concern kind) { self->set(hair_loss_toggled(self->state_, kind)); };
        intents.headache = [self](Headache kind) { self->set(headache_named(self->state_, kind)); };
        intents.choose = [self](RedFlagDecision decision) { self->choose(decision); };
        intents.close_visit = [self] {
            self->end({{"do", "cancel_visit"}, {"visit", self->visit_.id}, {"reason", self->ending_reason_}},
                      tr("The visit is closed"));
        };
        intents.to_desk = [self] {
            self->end({{"do", "hand_to_desk"}, {"visit", self->visit_.id}}, tr("Handed to the desk"));
        };
        ChairPage page{tr("Safety check"), Section::safety, false};
        if (ready_ && !state_.ending && visit_.seen && visit_.health()) {
            auto all = button(tr("All no"), [self] { self->set(all_no(self->state_, self->room_)); },
                              {ButtonKind::outline, ButtonSize::medium});
            if (state_.empty().empty()) all.disabled = tr("Every question has an answer");
            page.actions.push_back(std::move(all));
        }
        auto body = instead();
        return chair_page(host_, view, visit_, std::move(page), going(),
                          body ? *std::move(body) : safety_panel(shown(), intents, visit_, advice(), host_, view));
    }

protected:
    void loaded() override
    {
        if (visit_.seen && !visit_.health()) return go_to("consent");  // nothing is asked before it may be kept
        state_ = safety_from(visit_);
        if (!state_.chosen) return;
        state_.decided = visit_.decision_reason;
        state_.ending = *state_.chosen != RedFlagDecision::adapt;
        ending_reason_ = said(*state_.chosen);
    }

private:
    [[nodiscard]] SafetyState shown() const
    {
        auto state = state_;
        state.busy = recording_ || deciding_;
        return state;
    }

    /// The engine's advice once the answers are recorded as they stand: it knows the house's own rules.
    [[nodiscard]] Advice advice() const { return state_.recorded && visit_.advice ? *visit_.advice : state_.raised(); }

    void set(SafetyState state)
    {
        const bool new_answers = !(state.draft == state_.draft);
        state_ = std::move(state);
        if (new_answers) keep(state_.draft);
        host_.changed();
    }

    void choose(RedFlagDecision decision)
    {
        if (state_.busy) return;
        state_.chosen = decision;
        host_.changed();
    }

    void aloud()
    {
        set(asked_aloud(state_));
        if (!state_.complete()) return;
        if (state_.raised().flags.empty()) go_on();
    }

    /// Records the answers; then, where the engine raises no flag, the concerns follow, else what was chosen at the
    /// flag.
    void go_on()
    {
        if (recording_ || deciding_ || !state_.complete()) return;
        if (state_.recorded) return decided();
        record(state_.draft, [this] {
            state_.recorded = true;
            visit_.decision.reset();
            decided();
        });
    }

    void decided()
    {
        const auto known = advice();
        if (known.flags.empty()) return go_to("concerns");
        if (!state_.chosen) return host_.changed();
        if (visit_.decision == RedFlagDecision::adapt && state_.chosen == visit_.decision) return go_to("concerns");
        const auto decision = *state_.chosen;
        Json request{{"do", "refer"}, {"visit", visit_.id}, {"decision", word_of(decision)}, {"reason", reason(known)}};
        const Reply taken = [this, decision](const Json& answer) { decision_taken(decision, answer); };
        deciding_ = true;
        host_.changed();
        ask(request,
            [this, request, taken, what = said(tr("Go on in spite of {}"), flag_tags(known))](const Json& answer) {
                deciding_ = false;
                if (refusal_code(answer) == "needs_approval")
                    return host_.with_approval(what, request, while_alive(taken));
                taken(answer);
            });
    }

    void decision_taken(RedFlagDecision decision, const Json& answer)
    {
        host_.changed();
        if (!is_ok(answer)) {
            state_.problem = refusal_words(answer);
            return;
        }
        if (decision == RedFlagDecision::adapt) return go_to("concerns");
        ending_reason_ = said(decision);
        state_.ending = true;
        state_.decided =
            said(tr("Recorded: {}, decided by {} with the client, {}"), lower_first(said(decision)),
                 staff_initials(host_.person().name, spoken()), clock_text(host_.now(), host_.locale().zone));
    }

    static std::string reason(const Advice& advice)
    {
        std::vector<std::string> because;
        for (const auto& flag : advice.flags) {
            if (const auto* rule = advice.rule(flag.id))
                because.insert(because.end(), rule->because.begin(), rule->because.end());
        }
        return flag_tags(advice) + ": " + answer_words(because, spoken());
    }

    void end(Json request, std::string words)
    {
        if (deciding_) return;
        deciding_ = true;
        host_.changed();
        ask(std::move(request), [this, words = std::move(words)](const Json& answer) {
            deciding_ = false;
            if (!is_ok(answer)) return host_.toast(refusal_words(answer));
            host_.toast(words);
            host_.home();
        });
    }

    SafetyState state_;
    std::string ending_reason_;
    int room_ = 0;
    bool deciding_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_safety_screen(Host& host, const Place& place)
{
    return std::make_unique<SafetyScreen>(host, place);
}

}  // namespace kushi
