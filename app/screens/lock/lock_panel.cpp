#include "app/screens/lock/lock_panel.h"

#include <fmt/format.h>

#include "app/screens/frame.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/comb.h"
#include "app/widgets/keypad.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

/// The comb, the clock and the salon: nothing of a client.
Node brand_side(const LockState& state, const LockIntents& intents, const Locale& locale, Instant now, const Viewport& view)
{
    CombLook sign{372, 150, 19, 19, 0, Token::boxwood_on_brand, Token::boxwood_on_brand, 0.42, 22, 16};
    const auto date = state.business_day.empty() ? local_date(now, locale.zone) : state.business_day;
    auto languages = row(8, button("English", [act = intents.speak] { act("en"); }, {ButtonKind::outline, ButtonSize::medium}),
                         button("日本語", [act = intents.speak] { act("ja"); }, {ButtonKind::outline, ButtonSize::medium}));
    auto side = column(0, row(12, text("Kushi", {22, 28, 600}, Token::on_brand), text("櫛", {20, 28, 400}, Token::on_brand_soft)), room(view.compact() ? 48 : 92),
                       comb(sign).wide(view.compact() ? 260 : 372).self(Across::start), space(),
                       text(clock_text(now, locale.zone), view.compact() ? TextStyle{84, 96, 500, true, -2} : type::clock, Token::on_brand), room(12),
                       text(long_day_text(date, locale.language), type::heading.weighing(500), Token::on_brand), room(2),
                       text(locale.salon, type::body, Token::on_brand_soft), room(24), std::move(languages));
    side.padding = Insets{view.compact() ? 32 : 48};
    side.drawing = painting("brand side", {}, [](Canvas& canvas, const Rect& rect, const Look&) { canvas.fill(rect, Token::brand); });
    return side.wide(view.compact() ? 324 : 468);
}

Node person_tile(const LockState::Person& person, bool chosen, const LockIntents& intents)
{
    auto tile = column(6, staff_avatar(person.id, person.name, 44).self(Across::center), text(given_name(person.name), type::strong, Token::ink, Align::center),
                       text(role_words(person.roles), type::caption, chosen ? Token::on_primary_soft : Token::ink3, Align::center));
    tile.along = Along::center;
    tile.padding = Insets{8};
    tile.drawing = painting(fmt::format("person/{}", chosen), {}, [chosen](Canvas& canvas, const Rect& rect, const Look& look) {
        canvas.fill(rect, chosen ? Token::primary_soft : look.pressed ? Token::sunken : Token::surface, 20);
        canvas.frame(rect, chosen ? Token::primary : Token::line, 20, chosen ? 2 : 1);
        draw_focus(canvas, rect, look, 20);
    });
    tile.access = {ControlRole::radio, person.name, {}, role_words(person.roles), chosen};
    return tile.keyed(person.id).high(136).growing().grouped("people").tapped([act = intents.choose, id = person.id] { act(id); });
}

Node people(const LockState& state, const LockIntents& intents)
{
    auto rows = scroll("people", 12);
    for (std::size_t i = 0; i < state.people.size(); i += 2) {
        auto line = row(12, person_tile(state.people[i], state.people[i].id == state.chosen, intents)).crossed(Across::stretch);
        if (i + 1 < state.people.size()) put(line.children, person_tile(state.people[i + 1], state.people[i + 1].id == state.chosen, intents));
        else put(line.children, space());
        put(rows.children, line.high(136));
    }
    return rows;
}

std::string pin_hint(const LockState& state)
{
    if (!state.problem.empty()) return state.problem;
    return state.person() == nullptr ? tr("Tap your name first") : tr("Enter your 6-digit PIN");
}

Node pin_side(const LockState& state, const LockIntents& intents)
{
    const auto* person = state.person();
    KeypadLook pad;
    pad.group = tr("PIN");
    pad.on_digits = [act = intents.digit](const std::string& digits) { act(digits.front()); };
    pad.on_delete = intents.erase;
    pad.left_key = tr("Clear");
    pad.on_left = intents.clear;
    pad.delete_name = tr("Delete");
    pad.key_height = 84;
    pad.busy = state.busy;
    if (person == nullptr) pad.disabled = tr("Tap your name first");
    const auto hello = person == nullptr ? tr("Hello") : said(tr("Hello, {}"), given_name(person->name));
    return column(22,
                  column(2, heading(hello).self(Across::center),
                         paragraph(pin_hint(state), type::caption, state.problem.empty() ? Token::ink2 : Token::danger, 2, Align::center)),
                  pin_dots(state.digits.size(), LockState::pin_length).self(Across::center), keypad(pad),
                  person != nullptr && !person->practice_pin.empty()
                      ? std::optional{text(said(tr("Demo salon: PIN {}"), person->practice_pin), type::caption, Token::ink2, Align::center).self(Across::center)}
                      : std::nullopt)
        .wide(304);
}

}  // namespace

std::string role_words(const std::vector<std::string>& roles)
{
    std::string words;
    for (const auto& role : roles) {
        const auto word = role == "front_desk" ? tr("Front desk") : role == "therapist" ? tr("Therapist") : role == "manager" ? tr("Manager") : tr("Owner");
        words += (words.empty() ? "" : tr(", ")) + word;
    }
    return words;
}

Node lock_panel(const LockState& state, const LockIntents& intents, const Locale& locale, Instant now, const Viewport& view)
{
    auto who = column(20, column(0, heading(tr("Who is working?"), type::title), text(tr("Tap your name, then your PIN"), type::body, Token::ink2)), people(state, intents)).wide(316);
    const int rows = std::min(3, static_cast<int>(state.people.size() + 1) / 2);
    who.height = 76 + rows * 148;
    auto work = row(view.compact() ? 32 : 64, std::move(who), pin_side(state, intents));
    work.along = Along::center;
    return row(0, brand_side(state, intents, locale, now, view), work.growing()).crossed(Across::stretch);
}

}  // namespace kushi
