#include "app/screens/today/today_panel.h"

#include "app/screens/today/today_cards.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/layout.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

constexpr int card_gap = 12, head_height = 32, head_gap = 12;

/// The widths and heights that a column has for its cards.
struct Room {
    int width = 0, height = 0;
};

Room column_room(const Viewport& view, bool has_banner)
{
    const int inner = view.size.width - view.rail() - 2 * view.margin();
    const int columns = view.compact() ? 3 : 4;
    const int folded = view.compact() ? 92 + view.gap() : 0;
    const int bar = 88;
    const int height = view.size.height - bar - view.keyboard - head_height - head_gap - (has_banner ? 76 : 0);
    return {(inner - folded - (columns - 1) * view.gap()) / columns, height};
}

/// The lower edges of cards that stand one below the other.
std::vector<int> lower_edges(const std::vector<Node>& cards, const Room& room)
{
    std::vector<int> edges;
    int down = 0;
    for (const auto& card : cards) {
        down += wanted_size(card, room.width).height;
        edges.push_back(down);
        down += card_gap;
    }
    return edges;
}

Node column_head(const std::string& title, std::size_t count, std::optional<Node> trailing)
{
    auto head = row(8, heading(title, type::label), count_badge(static_cast<int>(count)), space(), std::move(trailing));
    head.padding = Insets{4, 0};
    return head.high(head_height);
}

Node board_column(const std::string& key, const std::string& title, std::vector<Node> cards, const Room& room,
                  const TodayState& state, const TodayIntents& intents, std::optional<Node> trailing = std::nullopt)
{
    const auto count = cards.size();
    auto edges = lower_edges(cards, room);
    const bool scrolls = !edges.empty() && edges.back() > room.height;
    const auto scrolled = state.scrolled.find(key);
    const int hidden =
        scrolls ? hidden_below(edges, room.height + (scrolled == state.scrolled.end() ? 0 : scrolled->second)) : 0;
    if (hidden > 0 && !trailing) {
        trailing = row(4, text(said(tr("{} more"), hidden), type::caption, Token::ink2),
                       icon(Icon::chevron_down, 16, Token::ink2));
    }
    auto list = scroll(key, card_gap);
    list.padding = Insets{0, 0, 0, scrolls ? 24 : 0};
    list.on_scrolled = [act = intents.scrolled, key, edges = std::move(edges), hidden](int offset, int height) {
        if (hidden_below(edges, offset + height) != hidden) act(key, offset);
    };
    put(list.children, std::move(cards));
    return column(head_gap, column_head(title, count, std::move(trailing)), std::move(list))
        .told(ControlRole::panel, title)
        .wide(room.width);
}

std::vector<Node> visit_cards(const std::vector<TodayCard>& column, const TodayState& state,
                              const TodayIntents& intents, const TodaySight& sight)
{
    const auto first = state.first_to_act(column, sight.worker);
    std::vector<Node> cards;
    cards.reserve(column.size());
    for (const auto& card : column) cards.push_back(visit_card(card, state, intents, sight, card.id == first));
    return cards;
}

/// In the narrow window what is done is a count, which opens as a list.
Node folded_done(const TodayState& state, const TodayIntents& intents)
{
    auto node = tapped_card(column(10, text(tr_in("board", "Done"), type::strong, Token::ink, Align::center),
                                   count_badge(static_cast<int>(state.done.size())).self(Across::center)),
                            tr_in("board", "Done"), intents.show_done, Insets{8, 12});
    node.access.description = std::to_string(state.done.size());
    return node.sized(92, 88).self(Across::start);
}

Node loading(const TodaySight& sight, const Room& room)
{
    auto columns = row(sight.view.gap()).crossed(Across::start);
    for (int i = 0; i < (sight.view.compact() ? 3 : 4); ++i) {
        put(columns.children,
            column(card_gap, skeleton(120, head_height), skeleton(room.width, 148), skeleton(room.width, 148)));
    }
    return columns.told(ControlRole::status, tr("Loading"));
}

}  // namespace

std::string today_subtitle(const TodayState& state, const Locale& locale)
{
    const auto date = state.date.empty() ? locale.business_day : state.date;
    if (!state.loaded) return long_day_text(date, locale.language);
    return said(tr("{0} · {1}"), long_day_text(date, locale.language),
                said(tr_count("{} visit", "{} visits", state.visits), state.visits));
}

std::vector<Node> today_actions(const TodayIntents& intents)
{
    auto find = button(tr("Find client"), intents.find_client, {ButtonKind::outline, ButtonSize::medium, Icon::search});
    auto walk_in = button(tr("Walk-in"), intents.walk_in, {ButtonKind::tonal, ButtonSize::medium, Icon::plus});
    find.shrinks = walk_in.shrinks = false;
    return {std::move(find), std::move(walk_in)};
}

Node today_panel(const TodayState& state, const TodayIntents& intents, const TodaySight& sight)
{
    if (!state.problem.empty() && !state.loaded) {
        return empty_state(tr("The board could not be read"), state.problem,
                           button(tr("Try again"), intents.try_again, {ButtonKind::tonal, ButtonSize::medium}));
    }
    const bool has_banner = state.loaded && !state.day_open && sight.worker.sells;
    const auto room = column_room(sight.view, has_banner);
    if (!state.loaded) return loading(sight, room);
    std::optional<Node> top;
    if (has_banner) {
        auto open = button(tr("Open the day"), intents.show_open_day, {ButtonKind::tonal, ButtonSize::medium});
        top = banner(tr("The day is not open"), Tone::info, Icon::info, std::move(open)).high(64);
        top->padding = Insets{16, 8};
    }
    if (state.empty()) {
        auto nothing =
            empty_state(tr("No bookings today"), tr("Walk-ins welcome"),
                        button(tr("Walk-in"), intents.walk_in, {ButtonKind::primary, ButtonSize::medium, Icon::plus}));
        nothing.children.back().access.name = tr("Seat a walk-in");
        return column(card_gap, std::move(top), nothing.growing());
    }
    auto columns = row(sight.view.gap()).crossed(Across::stretch);
    put(columns.children, board_column("expected", tr("Expected"), visit_cards(state.expected, state, intents, sight),
                                       room, state, intents));
    put(columns.children, board_column("in_chair", tr("In chair"), visit_cards(state.in_chair, state, intents, sight),
                                       room, state, intents));
    put(columns.children, board_column("ready", tr("Ready to pay"), visit_cards(state.ready, state, intents, sight),
                                       room, state, intents));
    if (sight.view.compact()) {
        put(columns.children, folded_done(state, intents));
    } else {
        std::vector<Node> paid;
        for (const auto& card : state.done) paid.push_back(paid_card(card, intents, sight));
        auto sum = sight.worker.sells
                       ? std::optional{money(money_text(state.done_total, sight.locale.currency, sight.locale.language),
                                             type::caption.weighing(600), Token::ink2)}
                       : std::nullopt;
        put(columns.children,
            board_column("done", tr_in("board", "Done"), std::move(paid), room, state, intents, std::move(sum)));
    }
    return column(card_gap, std::move(top), columns.growing());
}

}  // namespace kushi
