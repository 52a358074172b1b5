#include "app/screens/close_day/close_day_panel.h"

#include "app/widgets/amount_pad.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/keypad.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

struct Writer {
    const Locale& locale;
    std::string operator()(std::int64_t amount) const { return money_text(amount, locale.currency, spoken()); }
};

int side_width(const Viewport& view)
{
    return view.compact() ? 320 : 372;
}

/// An amount as large as the side has room for.
TextStyle large_money(const std::string& amount, const Viewport& view)
{
    return view.compact() && amount.size() > 10 ? type::money_m : type::money_l;
}

/// One kind's rows: all notes, or all coins.
Node kind_column(const CloseDayState& state, bool notes, const CloseDayIntents& intents, const Writer& write,
                 bool compact)
{
    auto rows = column(0);
    for (const auto denomination : state.denominations) {
        if (state.is_note(denomination) != notes) continue;
        const auto found = state.pieces.find(denomination);
        const auto number = found == state.pieces.end() ? 0 : found->second;
        MoneyCountLook look;
        look.denomination = write(denomination);
        look.count = static_cast<int>(number);
        if (!compact) look.total = write(denomination * number);  // the head has the sum
        look.name = said(tr("Pieces of {}"), look.denomination);
        look.less = said(tr_in("cash", "One less of {}"), look.denomination);
        look.more = said(tr_in("cash", "One more of {}"), look.denomination);
        look.no_less = tr("There is none");
        look.on_count = [act = intents.count, denomination](int count) { act(denomination, count); };
        look.on_value = [act = intents.choose, denomination] { act(denomination); };
        auto line = money_count_row(look, rows.children.empty() || state.chosen == denomination);
        line.padding = Insets{8, 0};
        if (state.chosen == denomination)
            line = layers(Node{}.drawn(ground(Token::primary_soft, 16)), std::move(line))
                       .keyed("chosen " + look.denomination);
        put(rows.children, std::move(line));
    }
    auto head =
        row(12, heading(notes ? tr_in("cash", "Notes") : tr("Coins"), type::label).growing(), money(write(state.sum_of(notes))))
            .high(32);
    head.padding = Insets{8, 0};
    return column(6, std::move(head), scroll(notes ? "notes" : "coins", 0, std::move(rows)));
}

Node counted_card(const CloseDayState& state, const Writer& write, const Viewport& view)
{
    const auto notes = state.pieces_of(true), coins = state.pieces_of(false);
    const auto pieces = said(tr_count("{} note", "{} notes", notes), notes) + tr(", ") +
                        said(tr_count("{} coin", "{} coins", coins), coins);
    return card(column(0, text(tr("Counted"), type::body, Token::ink2),
                       money(write(state.sum()), large_money(write(state.sum()), view), Token::ink, Align::start),
                       text(pieces, type::caption, Token::ink2)),
                Insets{24, 18});
}

/// What is not told yet; while a figure is typed, its keys.
Node blind_card(const CloseDayState& state, const CloseDayIntents& intents, const Writer& write, const Viewport& view)
{
    if (state.chosen) {
        KeypadLook pad;
        pad.group = tr("Figures");
        pad.on_digits = intents.digits;
        pad.on_delete = intents.erase;
        pad.left_key = tr("Next");
        pad.on_left = intents.next_figure;
        pad.delete_name = tr("Delete");
        pad.key_height = view.compact() ? 56 : 62;
        pad.gap = 8;
        return card(column(10, heading(said(tr("Pieces of {}"), write(*state.chosen)), type::label), keypad(pad),
                           space()),
                    Insets{16})
            .growing();
    }
    auto words = column(6, icon(Icon::eye_off, 28, Token::ink2).self(Across::center),
                        paragraph(tr("Expected shows after the count"), type::label, Token::ink, 0, Align::center),
                        paragraph(tr("So does the difference. A second count is kept beside the first."), type::caption,
                                  Token::ink2, 0, Align::center));
    words.along = Along::center;
    words.padding = Insets{24};
    words.drawing = painting("blind", {}, [](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.fill(rect, Token::surface, 20);
        canvas.dashed_frame(rect, Token::line_strong, 20);
    });
    return words.growing();
}

Node open_card(const CloseDayState& state, const CloseDayIntents& intents)
{
    const auto visits = static_cast<int>(state.open_visits.size());
    if (visits == 0 && state.papers_waiting == 0) {
        return card(row(12, icon(Icon::circle_check, 24, Token::ink),
                        column(0, text(tr("Nothing open"), type::strong),
                               text(tr("No visit and no paper is left open"), type::caption, Token::ink2))
                            .growing()),
                    Insets{20, 13});
    }
    std::string words =
        visits == 0 ? std::string{} : said(tr_count("{} visit is open", "{} visits are open", visits), visits);
    if (state.papers_waiting > 0)
        words += (words.empty() ? "" : tr(", ")) +
                 said(tr_count("{} paper waits", "{} papers wait", state.papers_waiting), state.papers_waiting);
    auto line = row(12, icon(Icon::triangle_alert, 24, Token::on_warn),
                    paragraph(words, type::strong, Token::on_warn, 2).growing(),
                    button(tr("Show"), intents.list_open, {ButtonKind::outline, ButtonSize::medium}));
    return card(std::move(line), Insets{20, 12}, Token::warn_soft);
}

std::optional<Node> problem_banner(const CloseDayState& state)
{
    if (state.problem.empty()) return std::nullopt;
    return banner(state.problem, Tone::danger, Icon::triangle_alert);
}

Node count_step(const CloseDayState& state, const CloseDayIntents& intents, Host& host, const Viewport& view)
{
    const Writer write{host.locale()};
    auto both = row(view.compact() ? 24 : 40, kind_column(state, true, intents, write, view.compact()).growing(),
                    kind_column(state, false, intents, write, view.compact()).growing())
                    .crossed(Across::stretch)
                    .growing();
    auto foot = row(12,
                    paragraph(tr("Count all that lies in the drawer, the float too. Tap a figure to type it."),
                              type::caption, Token::ink2, 2)
                        .growing(),
                    button(tr("Clear"), intents.clear, {ButtonKind::outline})
                        .off_because(state.pieces.empty() ? tr("Nothing is counted yet") : std::string{}));
    auto side = column(view.gap(), counted_card(state, write, view), blind_card(state, intents, write, view),
                       open_card(state, intents), problem_banner(state),
                       primary_button(tr("Next: the result"), intents.next, ButtonSize::large).waiting(state.busy))
                    .wide(side_width(view));
    return row(view.gap(),
               card(column(12, std::move(both), std::move(foot)), Insets{view.compact() ? 16 : 24, 20}).growing(),
               std::move(side))
        .crossed(Across::stretch);
}

Node sum_line(const std::string& name, const std::string& amount, bool first, bool strong = false)
{
    auto line = row(12, text(name, strong ? type::strong : type::body, strong ? Token::ink : Token::ink2).growing(),
                    money(amount, strong ? TextStyle{20, 28, 600, true} : type::money));
    line.drawing = painting(first ? "first line" : "line", {}, [first](Canvas& canvas, const Rect& rect, const Look&) {
        if (!first) canvas.fill({rect.x, rect.y, rect.width, 1}, Token::line);
    });
    return line.high(strong ? 52 : 46);
}

/// What is over or short, in words and a colour: never red, for nobody is blamed.
Node difference_card(const CloseDayState& state, const Writer& write, const Viewport& view)
{
    const auto off = state.over_short();
    const bool even = off == 0;
    const Token ink = even ? Token::on_ok : Token::on_warn;
    const auto words = even ? tr("The drawer is right") : off > 0 ? tr("Over") : tr("Short");
    return card(row(14, icon(even ? Icon::circle_check : Icon::scale, 28, ink),
                    column(0, text(words, type::caption, ink),
                           money(write(off < 0 ? -off : off), large_money(write(off < 0 ? -off : off), view), ink,
                                 Align::start))
                        .growing()),
                Insets{24, 18}, even ? Token::ok_soft : Token::warn_soft);
}

Node result_step(const CloseDayState& state, const CloseDayIntents& intents, Host& host, const Viewport& view)
{
    const Writer write{host.locale()};
    const auto& drawer = state.drawer;
    auto head =
        row(12, heading(tr("Cash in the drawer")).growing(),
            text(said(tr("Counted {} by {}"), clock_text(state.counted_at, host.locale().zone), host.person().name),
                 type::caption, Token::ink2));
    auto lines = column(0, sum_line(tr("Float this morning"), write(drawer.opening_float), true),
                        sum_line(tr("Cash taken less change and refunds"), write(drawer.cash_net), false),
                        sum_line(tr("Paid in"), write(drawer.paid_in), false),
                        sum_line(tr("Paid out"), write(-drawer.paid_out), false),
                        sum_line(tr("Dropped to the safe"), write(-drawer.drops), false),
                        sum_line(tr_in("drawer", "Expected"), write(drawer.expected), false, true),
                        sum_line(tr("Counted"), write(state.counted), false, true));
    auto side =
        column(view.gap(), difference_card(state, write, view), open_card(state, intents),
               row(8, icon(Icon::printer, 20, Token::ink2),
                   paragraph(tr("The Z prints after the tenders. Every count is kept."), type::caption, Token::ink2)
                       .growing()),
               space(), problem_banner(state), button(tr("Count again"), intents.count_again, {ButtonKind::outline}),
               primary_button(tr("Next: check tenders"), intents.check_tenders, ButtonSize::large))
            .wide(side_width(view));
    return row(view.gap(),
               card(column(8, std::move(head), scroll("result", 0, std::move(lines))), Insets{24, 20}).growing(),
               std::move(side))
        .crossed(Across::stretch);
}

Node tenders_step(const CloseDayState& state, const CloseDayIntents& intents, Host& host, const Viewport& view)
{
    const Writer write{host.locale()};
    auto lines = column(0);
    std::int64_t taken = 0;
    for (const auto& tender : state.tenders) {
        put(lines.children, sum_line(tender_words(tender.name), write(tender.amount), lines.children.empty()));
        taken += tender.amount;
    }
    if (state.tenders.empty()) put(lines.children, text(tr("Nothing was taken today"), type::body, Token::ink2));
    put(lines.children, sum_line(tr("Taken"), write(taken), false, true));
    auto z = column(0, sum_line(tr("Sales"), std::to_string(state.sales_count), true),
                    sum_line(tr("Discounts"), write(-state.discounts), false),
                    sum_line(tr("Refunds"), write(-state.refunds), false),
                    sum_line(tr("Voids"), write(-state.voids), false), sum_line(tr("Tips"), write(state.tips), false),
                    sum_line(tr("Tax in net sales"), write(state.tax), false),
                    sum_line(tr("Net sales"), write(state.net), false, true));
    auto left = card(column(8, heading(tr("Tenders")),
                            paragraph(tr("Hold each against its slips or its terminal."), type::caption, Token::ink2),
                            scroll("tenders", 0, std::move(lines))),
                     Insets{24, 20});
    auto middle = card(column(8, heading(tr("What the Z will say")), scroll("z", 0, std::move(z))), Insets{24, 20});
    const auto label = host.printer().exists ? tr("Close and print Z") : tr("Close without paper");
    auto side = column(view.gap(), difference_card(state, write, view), open_card(state, intents),
                       row(8, icon(Icon::lock, 20, Token::ink2),
                           paragraph(tr("After this the day takes no more sales and cannot be opened again."),
                                     type::caption, Token::ink2)
                               .growing()),
                       space(), problem_banner(state),
                       button(tr("Back to the count"), intents.back_to_result, {ButtonKind::outline}),
                       primary_button(label, intents.close, ButtonSize::large).waiting(state.busy).keyed("close"))
                    .wide(side_width(view));
    return row(view.gap(), left.growing(), middle.growing(), std::move(side)).crossed(Across::stretch);
}

Node ended(const CloseDayState& state, const CloseDayIntents& intents, Host& host)
{
    const Writer write{host.locale()};
    switch (state.step) {
        case CloseDayState::Step::counted:
            return empty_state(said(tr("{} counted"), write(state.counted)),
                               tr("The count is kept. A manager closes the day."),
                               primary_button(tr("Today"), intents.home));
        case CloseDayState::Step::closed: {
            auto words = host.printer().exists ? tr("Its paper is on its way to the printer.")
                                               : tr("There is no printer: the report shows all of it.");
            if (!state.open_visits.empty()) {
                const auto count = static_cast<int>(state.open_visits.size());
                words += ' ' +
                         said(tr_count("{} visit stays open for tomorrow.", "{} visits stay open for tomorrow.", count),
                              count);
            }
            return empty_state(said(tr("The day is closed: Z {}"), state.z), words,
                               primary_button(tr("Daily report"), intents.report));
        }
        default:
            break;
    }
    if (state.closed_before) {
        const auto report =
            host.person().manages() ? std::optional{primary_button(tr("Daily report"), intents.report)} : std::nullopt;
        return empty_state(tr("Today is closed"), tr("The next sale opens with tomorrow's float."), report);
    }
    return empty_state(tr("No day is open"), tr("There is nothing to close until the float is counted in."),
                       primary_button(tr("Today"), intents.home));
}

}  // namespace

std::string close_step_words(CloseDayState::Step step)
{
    switch (step) {
        case CloseDayState::Step::count:
            return tr("step 1 of 3, blind count");
        case CloseDayState::Step::result:
            return tr("step 2 of 3, result of the count");
        case CloseDayState::Step::tenders:
            return tr("step 3 of 3, tenders");
        default:
            return {};
    }
}

std::string tender_words(const std::string& tender)
{
    if (tender == "cash") return tr("Cash");
    if (tender == "card") return tr("Card");
    if (tender == "qr") return tr("QR pay");
    if (tender == "voucher") return tr("Voucher");
    if (tender == "ticket") return tr("Ticket");
    if (tender == "deposit") return tr("Deposit");
    return tender == "other" ? tr("Other") : tender;
}

Node close_day_panel(const CloseDayState& state, const CloseDayIntents& intents, Host& host, const Viewport& view)
{
    if (!state.loaded) return {};
    switch (state.step) {
        case CloseDayState::Step::count:
            return count_step(state, intents, host, view);
        case CloseDayState::Step::result:
            return result_step(state, intents, host, view);
        case CloseDayState::Step::tenders:
            return tenders_step(state, intents, host, view);
        default:
            return ended(state, intents, host);
    }
}

}  // namespace kushi
