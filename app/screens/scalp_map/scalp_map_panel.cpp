#include "app/screens/scalp_map/scalp_map_panel.h"

#include <fmt/format.h>

#include "app/screens/chair/care_words.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/text.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

std::map<Zone, int> severities(const ScalpMap& map)
{
    std::map<Zone, int> all;
    for (const auto& [zone, finding] : map.zones) all[zone] = severity(finding);
    return all;
}

std::string view_words(ScalpView view)
{
    switch (view) {
        case ScalpView::top:
            return tr("Top");
        case ScalpView::front:
            return tr("Front");
        case ScalpView::back:
            return tr("Back of head");
        case ScalpView::left:
            return tr_in("view", "Left");
        case ScalpView::right:
            return tr_in("view", "Right");
    }
    return {};
}

constexpr std::array views{ScalpView::top, ScalpView::front, ScalpView::back, ScalpView::left, ScalpView::right};

Node view_list(const ScalpMapState& state, ScalpView seen, const ScalpMapIntents& intents, const Viewport& view)
{
    auto list = column(8);
    const int height = (view.size.height - 88 - view.margin() - 4 * 8) / 5;
    for (const auto one : views) {
        ScalpMapLook look;
        look.view = one;
        look.width = view.compact() ? 64 : 76;
        look.now = severities(state.shown());
        look.labels = false;
        put(list.children,
            scalp_view_tile(look, view_words(one), one == seen, [act = intents.view, one] { act(one); }).high(height));
    }
    list.access = {ControlRole::panel, tr("Views"), {}, {}, false};
    return list.wide(view.compact() ? 100 : 148);
}

/// How wide the map may be so that it fits its card, whose height the window gives.
int map_width(ScalpView seen, const Viewport& view, int room_width)
{
    const int room_height = view.size.height - 88 - view.margin() - 40 - 48 - 30 - 40;
    int width = std::min(room_width, 440);
    while (width > 200 && scalp_map_size(seen, width).height > room_height) width -= 4;
    return width;
}

Node map_card(const ScalpMapState& state, ScalpView seen, const ScalpMapIntents& intents, const ChairVisit& visit,
              const Viewport& view, int room_width)
{
    ScalpMapLook look;
    look.view = seen;
    look.width = map_width(seen, view, room_width);
    look.now = severities(state.shown());
    if (state.before && !state.shows_before) look.before = severities(*state.before);
    look.chosen = state.zone;
    for (const auto zone : all_of_words<Zone>()) {
        look.short_names[zone] = said_short(zone);
        look.spoken[zone] = spoken_zone(state, zone);
    }
    if (seen != ScalpView::left && seen != ScalpView::right && !view.compact()) {
        look.left_mark = tr("L");
        look.right_mark = tr("R");
    }
    look.name = tr("Scalp map");
    look.on_zone = intents.zone;
    auto head = row(12).high(48);
    if (state.before) {
        const std::vector<Option> moments{
            {tr("Today"), [act = intents.show] { act(false); }},
            {short_month_day_text(visit.last_map_date, spoken()), [act = intents.show] { act(true); }}};
        put(head.children,
            segmented(tr("Which visit"), moments, state.shows_before ? 1 : 0, 48).wide(view.compact() ? 180 : 220));
        put(head.children, space());
        put(head.children, dashed_legend(view.compact() ? tr_in("map", "Changed") : tr("Changed since last visit")));
    } else {
        put(head.children,
            text(tr("Tap a zone, then a level beside a condition"), type::caption, Token::ink2).growing().shrinking());
    }
    auto content = column(0, std::move(head), space(), scalp_map(look).self(Across::center), space(),
                          severity_legend(tr("None"), tr("Severe")).self(Across::center));
    return card(std::move(content), Insets{view.compact() ? 14 : 20, 20}).growing();
}

std::optional<Node> then_tag(const ScalpMapState& state)
{
    if (!state.before || !state.before->zones.contains(state.zone)) return std::nullopt;
    const int was = severity(state.before->zones.at(state.zone));
    const int now = state.looked_at(state.zone) ? severity(state.map().zones.at(state.zone)) : 0;
    const auto words = said(tr("{} last time"), was);
    if (now < was) return tag(words, Tone::ok, Icon::arrow_down_right);
    if (now > was) return tag(words, Tone::warn, Icon::arrow_up_right);
    return tag(words);
}

std::optional<Node> now_tag(const ScalpMapState& state)
{
    if (!state.looked_at(state.zone)) return std::nullopt;
    const int now = severity(state.map().zones.at(state.zone));
    const auto words = said(tr("Now {}"), now);
    const int width = measure_text(words, type::tag).width + 20;
    Node node;
    node.drawing =
        painting(fmt::format("now/{}/{}", now, words), {width, 26}, [=](Canvas& canvas, const Rect& rect, const Look&) {
            canvas.fill(rect, severity_color(now), 13);
            canvas.text(rect, words, type::tag, severity_ink(now, canvas.theme()), Align::center);
        });
    node.access = {ControlRole::text, words, {}, {}, false};
    return node.sized(width, 26);
}

Node note_box(const ScalpMapState& state, const ScalpMapIntents& intents, int height)
{
    const auto note = state.note();
    auto line = row(
        8,
        text(note.empty() ? tr("Add a note to this zone") : note, type::note, note.empty() ? Token::ink3 : Token::ink2)
            .growing()
            .shrinking(),
        icon(Icon::pencil, 20, Token::ink2));
    line.padding = Insets{16, 0};
    line.drawing = painting("note box", {}, [](Canvas& canvas, const Rect& rect, const Look& look) {
        canvas.fill(rect, look.pressed ? Token::sunken : Token::surface, 16);
        canvas.frame(rect, Token::line_strong, 16, 1.5);
        draw_focus(canvas, rect, look, 16);
    });
    line.access = {ControlRole::button, said(tr("Note on {}"), lower_first(said(state.zone))), note, {}, false};
    return line.high(height).tapped(intents.note);
}

Node buttons(const ScalpMapState& state, const ScalpMapIntents& intents, bool busy, bool low)
{
    const bool ready = state.any();
    const auto size = low ? ButtonSize::medium : ButtonSize::normal;
    auto clear = button(tr("All clear"), intents.clear, {ButtonKind::outline, low ? size : ButtonSize::medium});
    if (state.whole()) clear.disabled = tr("Every zone has its findings");
    auto next = button(tr("Next zone"), intents.next,
                       {ready ? ButtonKind::tonal : ButtonKind::primary, low ? size : ButtonSize::medium});
    auto done =
        button(tr("See plan"), intents.done, {ready ? ButtonKind::primary : ButtonKind::outline, size}).waiting(busy);
    if (!ready) done.disabled = tr("Set a zone first, or tap All clear");
    if (low) return row(8, std::move(clear), std::move(next).growing(), std::move(done).growing());
    return column(8, row(8, std::move(clear), std::move(next).growing()), std::move(done));
}

Node zone_card(const ScalpMapState& state, const ScalpMapIntents& intents, const ChairVisit& visit, bool busy,
               const Viewport& view)
{
    const bool low = view.size.height < 790;
    auto panel = column(
        0, row(8, heading(said(state.zone)).growing().shrinking(), then_tag(state), now_tag(state)).high(28), room(10));
    for (const auto condition : all_of_words<Condition>()) {
        SeverityRowLook look;
        look.name = said(condition);
        look.now = state.now(condition);
        look.before = state.then(condition);
        look.on_level = [act = intents.level, condition](int level) { act(condition, level); };
        put(panel.children, severity_row(look));
    }
    if (state.before && !low) {
        put(panel.children, room(6));
        put(panel.children, dashed_legend(month_day_text(visit.last_map_date, spoken())));
    }
    put(panel.children, room(low ? 8 : 12));
    put(panel.children, note_box(state, intents, low ? 48 : 56));
    put(panel.children, space());
    put(panel.children, buttons(state, intents, busy, low));
    return card(std::move(panel), Insets{20, 18, 20, 20}).wide(view.compact() ? 380 : 404);
}

}  // namespace

std::string spoken_zone(const ScalpMapState& state, Zone zone)
{
    auto words = said(zone);
    const auto found = state.map().zones.find(zone);
    if (found == state.map().zones.end()) {
        words += tr(", ") + tr("not looked at");
        return state.before && state.before->zones.contains(zone)
                   ? words + said(tr(", was {}"), severity(state.before->zones.at(zone)))
                   : words;
    }
    bool any = false;
    for (const auto condition : all_of_words<Condition>()) {
        const int now = severity(state.map(), zone, condition),
                  was = state.before ? severity(*state.before, zone, condition) : now;
        if (now == 0 && was == 0) continue;
        words += (any ? tr("; ") : tr(", ")) + said(tr("{} {} of 4"), lower_first(said(condition)), now);
        if (was != now) words += said(tr(", was {}"), was);
        any = true;
    }
    return any ? words : words + tr(", ") + tr("clear");
}

Node scalp_map_panel(const ScalpMapState& state, ScalpView seen, const ScalpMapIntents& intents,
                     const ChairVisit& visit, bool busy, const Viewport& view)
{
    const int room_width = view.size.width - view.rail() - 2 * view.margin() -
                           (view.compact() ? 100 + 380 + 28 : 148 + 404 + 40) - 2 * view.gap();
    return row(view.gap(), view_list(state, seen, intents, view),
               map_card(state, seen, intents, visit, view, room_width), zone_card(state, intents, visit, busy, view))
        .crossed(Across::stretch);
}

}  // namespace kushi
