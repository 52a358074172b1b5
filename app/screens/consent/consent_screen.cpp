#include "app/screens/consent/consent_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/chair/chair_screen.h"
#include "app/screens/consent/consent_panel.h"
#include "app/widgets/signature_pad.h"
#include "app/widgets/words.h"
#include "app/words/consent.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

Json strokes_json(const Strokes& strokes)
{
    auto all = Json::array();
    for (const auto& stroke : strokes) {
        auto points = Json::array();
        for (const auto& point : stroke) points.push_back({point.x, point.y});
        if (!points.empty()) all.push_back(std::move(points));
    }
    return all;
}

Strokes strokes_from(const Json& kept)
{
    Strokes strokes;
    for (const auto& stroke : kept) {
        strokes.emplace_back();
        for (const auto& point : stroke) {
            if (point.is_array() && point.size() == 2)
                strokes.back().push_back({point[0].get<int>(), point[1].get<int>()});
        }
    }
    return strokes;
}

std::optional<bool> answer_of(const Json& row, const char* name)
{
    const auto found = row.find(name);
    return found != row.end() && found->is_boolean() ? std::optional{found->get<bool>()} : std::nullopt;
}

class ConsentScreen final : public ChairScreen {
public:
    using ChairScreen::ChairScreen;

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        auto* self = const_cast<ConsentScreen*>(this);
        ConsentIntents intents;
        intents.treatment = [self](bool agrees) { self->set(treatment_answered(self->state_, agrees)); };
        intents.health_data = [self](bool agrees) { self->set(health_data_answered(self->state_, agrees)); };
        intents.read_in = [self](const std::string& language) { self->set(read_in(self->state_, language)); };
        intents.sign = [self](Point at, Size pad, bool begins) { self->sign(at, pad, begins); };
        intents.undo = [self] { self->set(signed_with(self->state_, without_last_stroke(self->state_.strokes))); };
        intents.paper = [self] { self->set(paper_toggled(self->state_)); };
        intents.accept = [self] { self->accept(); };
        intents.to_desk = [self] { self->to_desk(); };
        intents.change = [self] { self->change(); };
        intents.ask_again = [self] { self->change(); };
        intents.go_on = [self] { self->go(Section::safety); };
        auto body = instead();
        return chair_page(host_, view, visit_, {tr("Consent"), Section::consent}, going(),
                          body ? *std::move(body) : consent_panel(state_, intents, visit_, host_));
    }

    [[nodiscard]] std::optional<std::chrono::milliseconds> tick_every() const override
    {
        return unkept_ ? std::optional{1'000ms} : std::nullopt;
    }
    void tick() override
    {
        if (unkept_) keep_answers();
    }

protected:
    void loaded() override
    {
        const bool holds = visit_.treatment_until && visit_.health_until;
        if (holds && place_.of("look").empty()) return go_to(visit_.safe_to_touch() ? "concerns" : "safety");
        state_.language = spoken();
        state_.asks = !holds;
        ask({{"do", "kept"}, {"visit", visit_.id}, {"form", "consent"}}, [this](const Json& answer) {
            if (is_ok(answer) && answer["content"].is_object()) take(answer["content"]);
        });
    }

private:
    void take(const Json& kept)
    {
        state_.treatment = answer_of(kept, "treatment");
        state_.health_data = answer_of(kept, "health_data");
        state_.on_paper = flag_of(kept, "on_paper");
        state_.asks = true;
        if (const auto language = text_of(kept, "language"); !language.empty()) state_.language = language;
        if (const auto strokes = kept.find("strokes"); strokes != kept.end()) state_.strokes = strokes_from(*strokes);
    }

    void set(ConsentState state)
    {
        state_ = std::move(state);
        keep_answers();
        host_.changed();
    }

    void sign(Point at, Size pad, bool begins)
    {
        state_ = signed_with(state_, with_point(state_.strokes, at, pad, begins));
        unkept_ = true;
        host_.changed();
    }

    void keep_answers()
    {
        unkept_ = false;
        Json content{
            {"on_paper", state_.on_paper}, {"language", state_.language}, {"strokes", strokes_json(state_.strokes)}};
        if (state_.treatment) content["treatment"] = *state_.treatment;
        if (state_.health_data) content["health_data"] = *state_.health_data;
        ask({{"do", "keep"}, {"visit", visit_.id}, {"form", "consent"}, {"content", std::move(content)}},
            [this](const Json& answer) {
                if (!is_ok(answer)) host_.toast(refusal_words(answer));
            });
    }

    void accept()
    {
        if (state_.busy || state_.missing() != ConsentState::Missing::nothing) return;
        unkept_ = false;
        if (!state_.agrees()) {
            state_.settled = true;
            return host_.changed();
        }
        Json request{{"do", "consent"},
                     {"visit", visit_.id},
                     {"parts", state_.parts()},
                     {"version", consent_text(state_.language).version},
                     {"language", state_.language}};
        if (state_.on_paper)
            request["on_paper"] = true;
        else
            request["strokes"] = strokes_json(state_.strokes);
        state_.busy = true;
        host_.changed();
        ask(std::move(request), [this](const Json& answer) {
            state_.busy = false;
            if (!is_ok(answer)) return host_.toast(refusal_words(answer));
            if (state_.agrees_to_all()) return go_to("safety");
            state_.settled = true;
        });
    }

    void change()
    {
        state_.settled = false;
        state_.asks = true;
        host_.changed();
    }

    void to_desk()
    {
        if (state_.busy) return;
        state_.busy = true;
        host_.changed();
        ask({{"do", "hand_to_desk"}, {"visit", visit_.id}}, [this](const Json& answer) {
            state_.busy = false;
            if (!is_ok(answer)) return host_.toast(refusal_words(answer));
            host_.toast(tr("Handed to the desk"));
            host_.home();
        });
    }

    ConsentState state_;
    bool unkept_ = false;  ///< strokes that are drawn and not kept yet
};

}  // namespace

std::unique_ptr<Screen> make_consent_screen(Host& host, const Place& place)
{
    return std::make_unique<ConsentScreen>(host, place);
}

}  // namespace kushi
