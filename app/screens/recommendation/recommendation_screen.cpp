#include "app/screens/recommendation/recommendation_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/chair/chair_screen.h"
#include "app/screens/recommendation/recommendation_panel.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

/// The services of `list items` with the steps of their rituals.
std::vector<Offer> offers_of(const Json& rows)
{
    std::map<std::string, std::vector<Offer::Step>> rituals;
    for (const auto& row : rows) {
        if (text_of(row, "kind") != "ritual") continue;
        auto& steps = rituals[text_of(row, "id")];
        for (const auto& step : row["steps"]) {
            steps.push_back({text_of(step, "kind"), number_of(step, "planned_s"), {}});
            for (const auto& line : step["recipe"]) steps.back().products.push_back(text_of(line, "product"));
        }
    }
    std::vector<Offer> offers;
    for (const auto& row : rows) {
        if (text_of(row, "kind") != "service") continue;
        offers.push_back({text_of(row, "id"),
                          text_of(row, "name"),
                          text_of(row, "care"),
                          text_of(row, "ritual"),
                          number_of(row, "minutes"),
                          number_of(row, "price"),
                          {}});
        offers.back().steps = rituals[offers.back().ritual];
    }
    return offers;
}

class RecommendationScreen final : public ChairScreen {
public:
    using ChairScreen::ChairScreen;

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        auto* self = const_cast<RecommendationScreen*>(this);
        const RecommendationIntents intents{
            [self](const std::string& code) { self->set(service_chosen(self->state_, code)); },
            [self] { self->start(); },
            [self] { self->go(Section::safety); },
            [self] { self->go(Section::map); },
            [self] { self->go_to("ritual"); },
        };
        ChairPage page{tr("Recommendation"), Section::recommendation, false};
        auto body = instead();
        return chair_page(
            host_, view, visit_, std::move(page), going(),
            body ? *std::move(body) : recommendation_panel(state_, intents, visit_, host_.locale(), view));
    }

    [[nodiscard]] std::vector<Sheet> sheets(const Viewport& /*view*/) const override
    {
        if (!state_.asks_reason) return {};
        auto* self = const_cast<RecommendationScreen*>(this);
        return {{Sheet::Side::right, 480, tr("Another service"), reason_sheet(), [self] { self->close_reason(); }}};
    }

    void escape() override
    {
        if (state_.asks_reason)
            close_reason();
        else
            host_.back();
    }

protected:
    void loaded() override
    {
        if (!visit_.seen) return;
        if (!visit_.health()) return go_to("consent");
        if (!visit_.safe_to_touch()) return go_to("safety");
        record_drafts();
    }

private:
    /// What was said and drawn but not recorded decides on the advice too.
    void record_drafts()
    {
        if (visit_.consult_draft) return record(*visit_.consult_draft, [this] { load(); });
        if (visit_.map_draft) return record(*visit_.map_draft, [this] { load(); });
        ask({{"do", "list"}, {"what", "items"}}, [this](const Json& answer) {
            if (!is_ok(answer)) {
                problem_ = refusal_words(answer);
                return;
            }
            for (const auto& row : answer["rows"]) {
                if (text_of(row, "kind") == "product")
                    state_.products[text_of(row, "id")] = {text_of(row, "name"),
                                                           row.value("tags", std::vector<std::string>{})};
            }
            state_ = with_offers(state_, offers_of(answer["rows"]), *visit_.advice);
        });
    }

    void set(RecommendationState state)
    {
        state_ = std::move(state);
        host_.changed();
    }

    void close_reason()
    {
        state_.asks_reason = false;
        host_.changed();
    }

    void start()
    {
        if (state_.busy || state_.plan() == nullptr) return;
        if (state_.overrides() && state_.reason.empty()) {
            state_.asks_reason = true;
            return host_.changed();
        }
        state_.asks_reason = false;
        state_.problem.clear();
        state_.busy = true;
        host_.changed();
        Json request{{"do", "accept_plan"},
                     {"visit", visit_.id},
                     {"service", state_.plan()->code},
                     {"ritual", state_.plan()->ritual}};
        if (state_.overrides()) request["override_reason"] = state_.reason;
        ask(std::move(request), [this](const Json& answer) {
            if (!is_ok(answer)) return refused(answer);
            ask({{"do", "start_ritual"}, {"visit", visit_.id}}, [this](const Json& started) {
                if (!is_ok(started)) return refused(started);
                state_.busy = false;
                go_to("ritual");
            });
        });
    }

    void refused(const Json& answer)
    {
        state_.busy = false;
        state_.problem = refusal_words(answer);
    }

    [[nodiscard]] Node reason_sheet() const
    {
        auto* self = const_cast<RecommendationScreen*>(this);
        auto chips = wrap(8);
        for (const auto& words :
             {tr("The client's wish"), tr("Time is short"), tr("Worked well last time"), tr("Booked so")}) {
            put(chips.children, chip(words, state_.reason == words, [self, words] {
                    self->state_.reason = words;
                    self->host_.changed();
                }));
        }
        Entry entry;
        entry.text = state_.reason;
        entry.on_change = [self](const std::string& words) {
            self->state_.reason = words;
            self->host_.changed();
        };
        FieldLook look;
        look.name = tr("Reason");
        look.placeholder = tr("In your words");
        auto go_on = primary_button(tr("Start this treatment"), [self] { self->start(); }).waiting(state_.busy);
        if (state_.reason.find_first_not_of(' ') == std::string::npos) go_on.disabled = tr("Choose or write a reason");
        return column(16, heading(said(tr("Why {}?"), state_.plan()->name), type::title),
                      paragraph(said(tr("The best fit is {}. Another choice is recorded with its reason."),
                                     state_.best()->name),
                                type::body, Token::ink2),
                      std::move(chips), field(look, std::move(entry)), space(),
                      row(12, button(tr("Cancel"), [self] { self->close_reason(); }, {ButtonKind::outline}),
                          std::move(go_on).growing()))
            .padded(Insets{24});
    }

    RecommendationState state_;
};

}  // namespace

std::unique_ptr<Screen> make_recommendation_screen(Host& host, const Place& place)
{
    return std::make_unique<RecommendationScreen>(host, place);
}

}  // namespace kushi
