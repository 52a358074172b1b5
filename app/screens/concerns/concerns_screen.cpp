#include "app/screens/concerns/concerns_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/chair/care_words.h"
#include "app/screens/chair/chair_screen.h"
#include "app/screens/concerns/concerns_panel.h"
#include "app/widgets/button.h"
#include "app/widgets/field.h"
#include "app/widgets/label.h"
#include "app/widgets/sheet.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

class ConcernsScreen final : public ChairScreen {
public:
    ConcernsScreen(Host& host, Place place) : ChairScreen{host, std::move(place)}, life_{place_.screen == "life"} {}

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        auto* self = const_cast<ConcernsScreen*>(this);
        ChairPage page{tr("Consultation"), Section::concerns};
        if (ready_ && visit_.since && view.compact()) {  // there is no list to show it in
            const auto told =
                said(tr("Told on {}"), month_day_text(visit_.since_date, spoken())) + ": " + said(*visit_.since);
            page.actions.push_back(icon_button(Icon::phone, told, [self, told] { self->host_.toast(told); }));
        }
        if (ready_ && visit_.last_consultation) {
            auto same = button(tr("Same as last visit"), [self] { self->same(); },
                               {ButtonKind::tonal, ButtonSize::medium, Icon::history});
            if (state_.copied) same.disabled = tr("The answers of last time are there already");
            page.actions.push_back(std::move(same));
        }
        auto body = instead();
        if (!body)
            body = life_ ? life_panel(state_, intents(), recording_, view)
                         : concerns_panel(state_, intents(), recording_, view);
        return chair_page(host_, view, visit_, std::move(page), going(), *std::move(body));
    }

    [[nodiscard]] std::vector<Sheet> sheets(const Viewport& /*view*/) const override
    {
        auto* self = const_cast<ConcernsScreen*>(this);
        std::vector<Sheet> sheets;
        if (flag_)
            sheets.push_back({Sheet::Side::right, 480, tr("Red flag"), flag_sheet(), [self] { self->close_flag(); }});
        if (note_)
            sheets.push_back({Sheet::Side::right, 480, tr("Add note"), note_sheet(), [self] { self->close_note(); }});
        return sheets;
    }

    void escape() override
    {
        if (flag_)
            close_flag();
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
        state_.draft = visit_.consult();
    }

    void leave(std::function<void()> then) override
    {
        if (!visit_.consult_draft) return then();
        record(state_.draft, std::move(then));
    }

private:
    [[nodiscard]] ConcernsIntents intents() const
    {
        auto* self = const_cast<ConcernsScreen*>(this);
        ConcernsIntents intents;
        intents.set = [self](ConcernsState state) { self->set(std::move(state)); };
        intents.concern = [self](Concern concern) {
            const bool raises = is_risk(concern) && !self->state_.consultation().has(concern);
            self->set(concern_toggled(self->state_, concern));
            self->flag_ = raises;
        };
        intents.headache = [self](Headache kind) {
            const bool raises = is_risk(kind) && self->state_.consultation().tension.headache != kind;
            self->set(answer_toggled(
                self->state_, [](Consultation & c) -> auto& { return c.tension.headache; }, kind));
            self->flag_ = raises;
        };
        intents.note = [self] {
            self->note_ = std::string{};
            self->note_problem_.clear();
            self->host_.changed();
        };
        intents.concerns = [self] { self->turn(false); };
        intents.life = [self] { self->turn(true); };
        intents.map = [self] { self->go(Section::map); };
        return intents;
    }

    void set(ConcernsState state)
    {
        if (recording_) return;
        state_ = std::move(state);
        keep(state_.draft);
    }

    void turn(bool life)
    {
        life_ = life;
        place_.screen = life ? "life" : "concerns";
        host_.changed();
    }

    void same()
    {
        const auto before = state_;
        set(same_as_last(state_, *visit_.last_consultation));
        host_.toast(said(tr("Copied from {}"), month_day_text(visit_.last_date, spoken())), tr("Undo"),
                    [this, alive = while_alive(std::function<void()>{[this, before] { set(before); }})] { alive(); });
    }

    void close_flag()
    {
        flag_ = false;
        host_.changed();
    }

    void close_note()
    {
        note_.reset();
        host_.changed();
    }

    /// What a stethoscope's chip asks for: the choice itself is made on the safety page, where it is recorded.
    [[nodiscard]] Node flag_sheet() const
    {
        auto* self = const_cast<ConcernsScreen*>(this);
        auto words = column(
            12, heading(tr("Please suggest seeing a doctor first"), type::title),
            paragraph(tr("This answer is a red flag. How to go on is decided with the client and recorded: go on "
                         "adapted, postpone, or refer."),
                      type::body, Token::ink2),
            space(), button(tr("Keep the answer, decide later"), [self] { self->close_flag(); }, {ButtonKind::outline}),
            primary_button(tr("Decide now"), [self] {
                self->flag_ = false;
                self->host_.changed();
                self->go(Section::safety);
            }));
        return std::move(words).padded(Insets{24});
    }

    [[nodiscard]] Node note_sheet() const
    {
        auto* self = const_cast<ConcernsScreen*>(this);
        Entry entry;
        entry.text = *note_;
        entry.most_characters = 4'000;
        entry.several_lines = true;
        entry.wants_focus = true;
        entry.on_change = [self](const std::string& text) {
            self->note_ = text;
            self->host_.changed();
        };
        FieldLook look;
        look.name = tr("Note");
        look.placeholder = tr("For the record of this visit");
        look.error = note_problem_;
        look.height = 160;
        auto save = primary_button(tr("Save the note"), [self] { self->save_note(); }).waiting(saving_note_);
        if (note_->find_first_not_of(" \n\t") == std::string::npos) save.disabled = tr("Write something first");
        return column(12, heading(tr("Add note"), type::title), field(look, std::move(entry)), space(),
                      row(12, button(tr("Cancel"), [self] { self->close_note(); }, {ButtonKind::outline}).growing(),
                          std::move(save).growing()))
            .padded(Insets{24});
    }

    void save_note()
    {
        if (saving_note_ || !note_) return;
        saving_note_ = true;
        host_.changed();
        ask({{"do", "note"}, {"visit", visit_.id}, {"text", *note_}}, [this](const Json& answer) {
            saving_note_ = false;
            if (!is_ok(answer)) {
                note_problem_ = refusal_words(answer);
                return;
            }
            note_.reset();
            host_.toast(tr("Note saved"));
        });
    }

    ConcernsState state_;
    bool life_ = false;
    bool flag_ = false;
    std::optional<std::string> note_;
    std::string note_problem_;
    bool saving_note_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_concerns_screen(Host& host, const Place& place)
{
    return std::make_unique<ConcernsScreen>(host, place);
}

}  // namespace kushi
