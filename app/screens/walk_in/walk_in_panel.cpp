#include "app/screens/walk_in/walk_in_panel.h"

#include <fmt/format.h>

#include "app/screens/frame.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Way = WalkInState::Way;

Node label(const std::string& words)
{
    return text(words, type::caption.weighing(600), Token::ink2);
}

/// A tile of which one is chosen.
Node choice(Node content, const std::string& name, bool chosen, std::function<void()> act, const std::string& group)
{
    content.drawing =
        painting(fmt::format("choice/{}", chosen), {}, [chosen](Canvas& canvas, const Rect& rect, const Look& look) {
            canvas.fill(rect, chosen ? Token::primary_soft : look.pressed ? Token::sunken : Token::surface, 16);
            canvas.frame(rect, chosen ? Token::primary : Token::line_strong, 16, chosen ? 2 : 1.5);
            draw_focus(canvas, rect, look, 16);
        });
    content.access = {ControlRole::radio, name, {}, {}, chosen};
    return content.grouped(group).tapped(std::move(act));
}

Node service_tile(const WalkInState::Service& service, bool chosen, const WalkInIntents& intents, const Locale& locale)
{
    const Token ink = chosen ? Token::on_primary_soft : Token::ink,
                second = chosen ? Token::on_primary_soft : Token::ink2;
    const auto facts =
        said(tr("{0} min · {1}"), service.minutes, money_text(service.price, locale.currency, locale.language));
    auto content = column(0, text(service.name, chosen ? type::strong : type::body, ink),
                          text(facts, type::caption.figures(), second));
    content.padding = Insets{14, 10};
    auto node = choice(
        std::move(content), service.name, chosen, [act = intents.service, code = service.code] { act(code); },
        "services");
    node.access.description = facts;
    return node.keyed(service.code).high(68).growing();
}

Node services(const WalkInState& state, const WalkInIntents& intents, const Locale& locale)
{
    auto rows = scroll("services", 8);
    for (std::size_t i = 0; i < state.services.size(); i += 2) {
        auto line = row(8, service_tile(state.services[i], state.services[i].code == state.service, intents, locale));
        if (i + 1 < state.services.size())
            put(line.children,
                service_tile(state.services[i + 1], state.services[i + 1].code == state.service, intents, locale));
        else
            put(line.children, space());
        put(rows.children, std::move(line).high(68));
    }
    return rows.told(ControlRole::panel, tr("Service"));
}

Node therapist_tile(const WalkInState::Therapist& one, const WalkInState& state, const WalkInIntents& intents,
                    const Locale& locale, Instant now)
{
    const bool chosen = one.id == state.therapist;
    const auto* room = state.free_room();
    const bool free = state.is_free(one, now);
    const auto when = !free             ? clock_text(*one.free_at, locale.zone)
                      : room == nullptr ? tr("now")
                                        : said(tr("now, {}"), room->name);
    const Token second = chosen ? Token::on_primary_soft : Token::ink2;
    auto content = column(2, staff_avatar(one.id, one.name, 44).self(Across::center),
                          text(given_name(one.name), type::note.weighing(600),
                               chosen ? Token::on_primary_soft : Token::ink, Align::center),
                          text(when, type::small.figures(), second, Align::center));
    content.along = Along::center;
    content.padding = Insets{4, 6};
    auto node = choice(
        std::move(content), one.name, chosen, [act = intents.therapist, id = one.id] { act(id); }, "therapists");
    node.access.description = free ? tr("free now") : said(tr("free at {}"), when);
    return node.keyed(one.id).high(104).growing();
}

Node therapists(const WalkInState& state, const WalkInIntents& intents, const Locale& locale, Instant now)
{
    constexpr std::size_t in_row = 4;
    auto rows = scroll("therapists", 8);
    for (std::size_t i = 0; i < state.therapists.size(); i += in_row) {
        auto line = row(8);
        for (std::size_t j = i; j < i + in_row; ++j) {
            put(line.children, j < state.therapists.size()
                                   ? therapist_tile(state.therapists[j], state, intents, locale, now)
                                   : space());
        }
        put(rows.children, std::move(line).high(104));
    }
    const bool several_rows = state.therapists.size() > in_row;
    // The next row looks out below, so that a finger finds it.
    return column(0, std::move(rows)).high(several_rows ? 136 : 104).told(ControlRole::panel, tr("Therapist"));
}

Node who(const WalkInState& state, const WalkInIntents& intents, const Locale& locale)
{
    const std::vector<Option> options{{tr("No name"), intents.no_name},
                                      {tr("Find client"), intents.find_client},
                                      {tr("New client"), intents.new_client}};
    auto part = column(8, label(tr("Who")));
    if (state.client.empty()) {
        put(part.children, segmented(tr("Who"), options, 0, 48));
        return part;
    }
    auto line = row(12, client_avatar(state.client, state.client_name, 40),
                    text(client_name_text(state.client_name, locale.language), type::strong).growing(),
                    button(tr_in("walk-in", "Change"), intents.find_client, {ButtonKind::quiet, ButtonSize::medium}),
                    icon_button(Icon::cross, tr("No name"), intents.no_name, false));
    line.padding = Insets{12, 4};
    line.drawing = ground(Token::primary_soft, 24);
    put(part.children, std::move(line).high(56));
    return part;
}

/// One sentence after another.
std::string together(const std::string& before, const std::string& after)
{
    if (before.empty() || after.empty()) return before + after;
    return before + (spoken() == "ja" ? "" : " ") + after;
}

/// What the choice comes to: when it ends, what comes next, what does not fit.
std::optional<Node> outlook(const WalkInState& state, const Locale& locale, Instant now)
{
    const auto* therapist = state.chosen_therapist();
    if (therapist == nullptr) return banner(tr("No therapist works here yet"), Tone::warn, Icon::triangle_alert);
    const auto name = given_name(therapist->name);
    const auto clock = [&](Instant at) { return clock_text(at, locale.zone); };
    const auto next = state.next_booking();
    std::string words;
    bool warns = false;
    if (!state.is_free(*therapist, now)) {
        words = said(tr("{0} is free at {1}."), name, clock(*therapist->free_at));
        warns = true;
    } else if (state.free_room() == nullptr) {
        const auto* room = state.next_room();
        words = room != nullptr && room->free_at
                    ? said(tr("No room is free. {0} is at {1}."), room->name, clock(*room->free_at))
                    : tr("No room is free.");
        warns = true;
    }
    if (state.is_too_long()) {
        words = together(words, said(tr("Too long: {0}'s next booking is at {1}."), name, clock(*next)));
        warns = true;
    } else if (const auto end = state.ends_at(now)) {
        const auto after = next ? said(tr("{0}'s next is at {1}."), name, clock(*next))
                                : said(tr("{} has nothing booked after."), name);
        words = together(together(words, said(tr("Ends {}."), clock(*end))), after);
    }
    if (!warns) words = together(words, tr("Consent and safety are asked at the chair."));
    return banner(words, warns ? Tone::warn : Tone::info, Icon::clock);
}

Node buttons(const WalkInState& state, const WalkInIntents& intents, Instant now)
{
    const bool now_possible = state.can_begin(now);
    auto wait = button(tr("Arrived, wait"), intents.wait, {now_possible ? ButtonKind::outline : ButtonKind::primary})
                    .waiting(state.busy == Way::wait);
    auto seat = button(tr("Seat now"), intents.seat, {now_possible ? ButtonKind::primary : ButtonKind::outline})
                    .waiting(state.busy == Way::seat);
    wait.shrinks = seat.shrinks = false;
    if (state.service.empty())
        wait.disabled = seat.disabled = tr("Choose a service first");
    else if (state.busy == Way::seat)
        wait.disabled = tr("Is being seated");
    else if (state.busy == Way::wait)
        seat.disabled = tr("Is being noted");
    return row(12, now_possible ? std::move(wait) : wait.growing(), now_possible ? seat.growing() : std::move(seat));
}

}  // namespace

Node walk_in_panel(const WalkInState& state, const WalkInIntents& intents, const Locale& locale, Instant now,
                   const Viewport& view)
{
    const auto* room = state.free_room();
    const auto place = room == nullptr ? tr("No room is free") : said(tr("{} is free"), room->name);
    auto head = row(12,
                    column(0, heading(tr("Walk-in"), type::title),
                           text(said(tr("{0} · {1}"), clock_text(now, locale.zone), place), type::caption, Token::ink2))
                        .growing(),
                    icon_button(Icon::cross, tr("Close"), intents.close, false));
    auto star = row(12, icon(Icon::star, 20, state.nominated ? Token::on_boxwood : Token::ink),
                    text(tr("Asked for by name"), type::body).growing(),
                    toggle(tr("Asked for by name"), state.nominated, intents.nominated));
    auto body = column(view.compact() ? 8 : 12, std::move(head));
    if (!state.problem.empty()) put(body.children, banner(state.problem, Tone::danger, Icon::triangle_alert));
    put(body.children, column(8, label(tr("Service")), services(state, intents, locale)).growing());
    put(body.children, column(8, label(tr("Therapist, next free first")), therapists(state, intents, locale, now)));
    put(body.children, std::move(star).high(48));
    put(body.children, who(state, intents, locale));
    put(body.children, outlook(state, locale, now));
    put(body.children, buttons(state, intents, now));
    return body;
}

}  // namespace kushi
