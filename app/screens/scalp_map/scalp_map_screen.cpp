#include "app/screens/scalp_map/scalp_map_screen.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/screens/chair/care_words.h"
#include "app/screens/chair/chair_screen.h"
#include "app/screens/safety/safety_state.h"
#include "app/screens/scalp_map/scalp_map_panel.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/label.h"
#include "app/widgets/sheet.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

class ScalpMapScreen final : public ChairScreen {
public:
    using ChairScreen::ChairScreen;

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        auto* self = const_cast<ScalpMapScreen*>(this);
        ScalpMapIntents intents;
        intents.view = [self](ScalpView seen) {
            self->seen_ = seen;
            self->host_.changed();
        };
        intents.zone = [self](Zone zone) { self->set(zone_tapped(self->state_, zone)); };
        intents.level = [self](Condition condition, int level) {
            self->set(level_set(self->state_, condition, level));
        };
        intents.show = [self](bool before) {
            self->state_.shows_before = before;
            self->host_.changed();
        };
        intents.clear = [self] { self->set(all_clear(self->state_)); };
        intents.next = [self] { self->next(); };
        intents.done = [self] { self->go(Section::recommendation); };
        intents.note = [self] {
            self->note_ = self->state_.note();
            self->host_.changed();
        };
        ChairPage page{tr("Scalp map"), Section::map, false};
        auto body = instead();
        return chair_page(host_, view, visit_, std::move(page), going(),
                          body ? *std::move(body) : scalp_map_panel(state_, seen_, intents, visit_, recording_, view));
    }

    [[nodiscard]] std::vector<Sheet> sheets(const Viewport& /*view*/) const override
    {
        auto* self = const_cast<ScalpMapScreen*>(this);
        std::vector<Sheet> sheets;
        if (state_.question != ScalpMapState::Question::none) {
            sheets.push_back({Sheet::Side::middle, 520, tr("Safety question"), question_sheet(),
                              [self] { self->set(question_passed(self->state_)); }});
        }
        if (note_)
            sheets.push_back({Sheet::Side::right, 480, tr("Note"), note_sheet(), [self] { self->close_note(); }});
        return sheets;
    }

    void escape() override
    {
        if (state_.question != ScalpMapState::Question::none)
            set(question_passed(state_));
        else if (note_)
            close_note();
        else
            host_.back();
    }

protected:
    void loaded() override
    {
        if (visit_.seen && !visit_.health()) return go_to("consent");
        if (visit_.seen && !visit_.safe_to_touch()) return go_to("safety");
        const auto zone = state_.zone;
        state_ = {};
        state_.draft = visit_.mapped();
        state_.before = visit_.last_map;
        state_.zone = zone;
    }

    void leave(std::function<void()> then) override
    {
        if (!visit_.map_draft) return then();
        record(state_.draft, std::move(then));
    }

private:
    void set(ScalpMapState state)
    {
        if (recording_) return;
        const bool drawn = !(state.draft == state_.draft);
        state_ = std::move(state);
        if (drawn) keep(state_.draft);
        host_.changed();
    }

    /// On to the next zone, in a view that shows it.
    void next()
    {
        set(next_zone(state_));
        const auto shows = [this](ScalpView view) {
            const auto zones = zones_in(view);
            return std::find(zones.begin(), zones.end(), state_.zone) != zones.end();
        };
        if (shows(seen_)) return;
        for (const auto view : {ScalpView::top, ScalpView::back, ScalpView::left, ScalpView::right}) {
            if (!shows(view)) continue;
            seen_ = view;
            return;
        }
    }

    void close_note()
    {
        note_.reset();
        host_.changed();
    }

    [[nodiscard]] Node question_sheet() const
    {
        auto* self = const_cast<ScalpMapScreen*>(this);
        std::string title, sentence;
        switch (state_.question) {
            case ScalpMapState::Question::thinning:
                title = tr("Is the hair loss sudden, severe or patchy?");
                sentence =
                    tr("Then a doctor comes first, and only a gentle massage away from the place is open today.");
                break;
            case ScalpMapState::Question::flakes:
                title = tr("Are the flakes severe?");
                sentence =
                    tr("Then a medicated shampoo or a doctor is advised, and a head spa takes recorded consent.");
                break;
            case ScalpMapState::Question::pain:
            case ScalpMapState::Question::none:
                title = tr("Is there pain in the scalp?");
                sentence = tr("Then nothing is done on this head today, and a doctor is advised.");
                break;
        }
        auto answers = row(
            12, button(tr("No"), [self] { self->set(question_passed(self->state_)); }, {ButtonKind::outline}).growing(),
            button(tr("Yes, see the safety check"), [self] { self->raise(); }, {ButtonKind::danger})
                .waiting(recording_));
        return dialog_content(std::move(title), std::move(sentence), std::move(answers));
    }

    /// The yes goes into the safety check, where it is decided on.
    void raise()
    {
        const auto question = state_.question;
        set(question_passed(state_));
        auto safety = safety_from(visit_);
        const char* name = question == ScalpMapState::Question::thinning ? "hair_loss"
                           : question == ScalpMapState::Question::flakes ? "severe_flakes"
                                                                         : "scalp_pain";
        safety = answered(std::move(safety), name, true);
        keep(safety.draft);
        go(Section::safety);
    }

    [[nodiscard]] Node note_sheet() const
    {
        auto* self = const_cast<ScalpMapScreen*>(this);
        Entry entry;
        entry.text = *note_;
        entry.most_characters = 2'000;
        entry.several_lines = true;
        entry.wants_focus = true;
        entry.on_change = [self](const std::string& words) {
            self->note_ = words;
            self->host_.changed();
        };
        FieldLook look;
        look.name = said(tr("Note on {}"), lower_first(said(state_.zone)));
        look.placeholder = tr("What is seen here");
        look.height = 140;
        return column(12, heading(said(state_.zone), type::title), field(look, std::move(entry)), space(),
                      row(12, button(tr("Cancel"), [self] { self->close_note(); }, {ButtonKind::outline}).growing(),
                          primary_button(tr("Keep the note"),
                                         [self] {
                                             self->set(noted(self->state_, *self->note_));
                                             self->close_note();
                                         })
                              .growing()))
            .padded(Insets{24});
    }

    ScalpMapState state_;
    ScalpView seen_ = ScalpView::top;
    std::optional<std::string> note_;
};

}  // namespace

std::unique_ptr<Screen> make_scalp_map_screen(Host& host, const Place& place)
{
    return std::make_unique<ScalpMapScreen>(host, place);
}

}  // namespace kushi
