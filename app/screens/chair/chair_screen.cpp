#include "app/screens/chair/chair_screen.h"

#include <nlohmann/json.hpp>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"

namespace kushi {

using Json = nlohmann::json;

std::string screen_of(Section section)
{
    switch (section) {
        case Section::consent:
            return "consent";
        case Section::safety:
            return "safety";
        case Section::concerns:
            return "concerns";
        case Section::map:
            return "scalp_map";
        case Section::recommendation:
            return "recommendation";
    }
    return {};
}

void ChairScreen::load()
{
    problem_.clear();
    ask({{"do", "show"}, {"what", "visit"}, {"id", place_.of("visit")}}, [this](const Json& answer) {
        if (!is_ok(answer)) {
            problem_ = refusal_words(answer);
            return;
        }
        visit_ = chair_visit(answer["visit"]);
        if (visit_.client.empty())
            load_drafts();
        else
            load_client();
    });
}

void ChairScreen::load_client()
{
    ask({{"do", "show"}, {"what", "client"}, {"id", visit_.client}}, [this](const Json& answer) {
        if (is_ok(answer)) add_client(visit_, answer["client"]);
        load_drafts();
    });
}

void ChairScreen::load_drafts()
{
    if (!visit_.health() || !visit_.seen) return finish_loading();
    ask({{"do", "kept"}, {"visit", visit_.id}, {"form", "consult"}}, [this](const Json& answer) {
        if (is_ok(answer)) visit_.consult_draft = consult_draft_from(answer["content"]);
        load_map_draft();
    });
}

void ChairScreen::load_map_draft()
{
    ask({{"do", "kept"}, {"visit", visit_.id}, {"form", "scalp_map"}}, [this](const Json& answer) {
        if (is_ok(answer)) visit_.map_draft = map_draft_from(answer["content"]);
        finish_loading();
    });
}

void ChairScreen::finish_loading()
{
    ready_ = true;
    loaded();
    host_.changed();
}

void ChairScreen::keep_form(const char* form, Json content)
{
    ask({{"do", "keep"}, {"visit", visit_.id}, {"form", form}, {"content", std::move(content)}},
        [this](const Json& answer) {
            if (!is_ok(answer)) host_.toast(refusal_words(answer));
        });
}

void ChairScreen::keep(const ConsultDraft& draft)
{
    visit_.consult_draft = draft;
    keep_form("consult", to_json(draft));
    host_.changed();
}

void ChairScreen::keep(const MapDraft& draft)
{
    visit_.map_draft = draft;
    keep_form("scalp_map", to_json(draft));
    host_.changed();
}

void ChairScreen::record(const ConsultDraft& draft, std::function<void()> then)
{
    if (recording_) return;
    recording_ = true;
    host_.changed();
    ask({{"do", "consult"}, {"visit", visit_.id}, {"consultation", to_json(draft.consultation)}},
        [this, draft, then = std::move(then)](const Json& answer) {
            recording_ = false;
            if (!is_ok(answer)) return host_.toast(refusal_words(answer));
            visit_.consultation = draft.consultation;
            visit_.consult_draft.reset();
            visit_.consulted_at = host_.now();
            visit_.consulted_by = host_.person().name;
            add_advice(visit_, answer["recommendation"]);
            then();
        });
}

void ChairScreen::record(const MapDraft& draft, std::function<void()> then)
{
    if (recording_) return;
    recording_ = true;
    host_.changed();
    ask({{"do", "scalp_map"}, {"visit", visit_.id}, {"moment", "before"}, {"zones", to_json(draft.map)}},
        [this, draft, then = std::move(then)](const Json& answer) {
            recording_ = false;
            if (!is_ok(answer)) return host_.toast(refusal_words(answer));
            visit_.map = draft.map;
            visit_.map_draft.reset();
            add_advice(visit_, answer["recommendation"]);
            then();
        });
}

void ChairScreen::go(Section section)
{
    if (recording_) return;
    leave([this, section] {
        Place place{screen_of(section), {{"visit", visit_.id}}};
        if (section == Section::consent) place.about["look"] = "yes";  // asked for, so it does not go on by itself
        host_.replace(place);
    });
}

std::function<void(Section)> ChairScreen::going() const
{
    auto* self = const_cast<ChairScreen*>(this);
    return [self](Section section) { self->go(section); };
}

std::optional<Node> ChairScreen::instead() const
{
    auto* self = const_cast<ChairScreen*>(this);
    if (!problem_.empty())
        return card(empty_state(tr("This visit cannot be shown"), problem_,
                                button(tr("Try again"), [self] { self->load(); }, {ButtonKind::outline})));
    if (!ready_) {
        return card(column(16, skeleton(320, 28), skeleton(520, 48), skeleton(460, 48), skeleton(520, 48), space())
                        .crossed(Across::start));
    }
    if (!visit_.seen) {
        return card(empty_state(tr("Health answers are for the therapist of this visit"),
                                tr("Take the visit over on the board, or ask the therapist")));
    }
    return std::nullopt;
}

}  // namespace kushi
