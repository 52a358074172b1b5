#include "app/screens/refund/refund_panel.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/screens/till/till_parts.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

Node check_mark(bool on, bool off)
{
    Node node;
    node.drawing = painting(fmt::format("check/{}/{}", on, off), {32, 32},
                            [on, off](Canvas& canvas, const Rect& rect, const Look&) {
                                canvas.fill(rect, on ? Token::primary : off ? Token::sunken : Token::surface, 10);
                                if (!on) canvas.frame(rect, off ? Token::line : Token::line_strong, 10, 1.5);
                                if (on) canvas.icon(Icon::check, rect.inset(6), Token::on_primary);
                            });
    return node.sized(32, 32);
}

std::string line_note(const TillLine& line, const RefundSight& sight, Quantity left)
{
    if (left.units == 0) return tr("Already refunded");
    const auto price = amount_words(line.extended, sight.locale);
    const auto of = line.quantity == Quantity::whole(1)
                        ? std::string{}
                        : said(tr("{0} of {1}"), left.text(), line.quantity.text()) + " · ";
    if (line.taken_off() == 0) return of + price;
    return of + said(tr("{0} less {1} of the discount"), price, amount_words(line.taken_off(), sight.locale));
}

Node line_row(const TillLine& line, bool first, const RefundState& state, const RefundIntents& intents,
              const RefundSight& sight)
{
    const auto left = sight.sale.refundable_of(line.id);
    const bool off = left.units == 0;
    const auto chosen = state.chosen.find(line.id);
    const bool on = chosen != state.chosen.end();
    auto names = column(0, text(line_words(line), type::strong, off ? Token::ink2 : Token::ink),
                        paragraph(line_note(line, sight, left), type::caption, Token::ink2, 2));
    auto tick = row(16, check_mark(on, off), names.growing().shrinking());
    tick.drawing = painting("refund tick", {}, [](Canvas& canvas, const Rect& rect, const Look& look) {
        if (look.pressed) canvas.fill(rect.inset(-8, 4), Token::sunken, 12);
        draw_focus(canvas, rect, look, 8);
    });
    tick.access = {ControlRole::check_box, line.name, amount_words(line.final_amount, sight.locale), {}, on};
    tick = tick.at_least(0, 64).growing().grouped("refund lines").tapped([act = intents.toggle, id = line.id] {
        act(id);
    });
    if (off) tick.disabled = tr("It has come back already");
    auto cells = row(12, std::move(tick));
    if (on && left > Quantity::whole(1)) {
        StepperLook look;
        look.name = said(tr("How many of {}"), line.name);
        look.value = chosen->second.text();
        look.less = said(tr("One less of {}"), line.name);
        look.more = said(tr("One more of {}"), line.name);
        look.on_less = [act = intents.less, id = line.id] { act(id); };
        look.on_more = [act = intents.more, id = line.id] { act(id); };
        if (chosen->second <= Quantity::whole(1)) look.no_less = tr("Tap the line to leave it out");
        look.value_width = 28;
        auto steps = stepper(look);
        if (chosen->second >= left) steps.children.back().disabled = tr("No more of it was sold");
        put(cells.children, std::move(steps));
    }
    put(cells.children,
        money(amount_words(line.final_amount, sight.locale), type::money, off ? Token::ink2 : Token::ink)
            .at_least(76, 0));
    return list_row(std::move(cells), first).keyed("refund " + line.id).at_least(0, 76);
}

Node lines_card(const RefundState& state, const RefundIntents& intents, const RefundSight& sight)
{
    auto lines = scroll("refund lines", 0);
    lines.padding.right = sight.sale.bill.lines.size() > 4 ? 12 : 0;
    bool goods = false;
    for (std::size_t i = 0; i < sight.sale.bill.lines.size(); ++i) {
        const auto& line = sight.sale.bill.lines[i];
        goods = goods || (line.kind == "product" && state.has(line.id));
        put(lines.children, line_row(line, i == 0, state, intents, sight));
    }
    auto list = column(12, heading(tr("What is coming back?")), std::move(lines));
    if (goods) {
        put(list.children,
            row(12, icon(Icon::undo_2, 20, Token::ink2), text(tr("Goods go back to stock"), type::strong).growing(),
                toggle(tr("Goods go back to stock"), state.restock,
                       [act = intents.restock, on = state.restock] { act(!on); })));
    }
    put(list.children,
        reason_chips({tr("Changed mind"), skin_reaction_words(), tr("Wrong item"), tr("Price error"), tr("Other")},
                     state.reason, intents.choose_reason));
    return card(std::move(list), sight.view.compact() ? Insets{16} : Insets{24, 20});
}

std::string tax_words(const RefundQuote& quote, const Locale& locale)
{
    std::string words;
    for (const auto& rate : quote.rates) {
        const auto one = said(rate.reduced ? tr("{0} tax at {1}% ※") : tr("{0} tax at {1}%"),
                              amount_words(rate.tax, locale), rate.rate);
        words += (words.empty() ? "" : tr(", ")) + one;
    }
    return words.empty() ? tr("What was paid") : said(tr("What was paid, with {}"), words);
}

/// The ways that the sale was paid by, and cash.
std::vector<std::string> ways_of(const TillSale& sale)
{
    std::vector<std::string> ways{"cash"};
    for (const auto& tender : sale.tenders) {
        if (std::find(ways.begin(), ways.end(), tender.type) == ways.end()) ways.push_back(tender.type);
    }
    return ways;
}

Node way_part(const RefundState& state, const RefundIntents& intents, const RefundSight& sight)
{
    const auto ways = ways_of(sight.sale);
    auto list = column(8, text(tr("Give back as"), type::caption.weighing(600), Token::ink2));
    if (ways.size() > 1) {
        std::vector<Option> options{{tr("As paid"), [act = intents.choose_way] { act({}); }}};
        int chosen = 0;
        for (const auto& way : ways) {
            if (state.way == way) chosen = static_cast<int>(options.size());
            options.push_back({tender_words({way, {}, {}, 0}), [act = intents.choose_way, way] { act(way); }});
        }
        put(list.children, segmented(tr("Give back as"), options, chosen));
    }
    const auto quoted = state.quote ? state.quote->ways : std::vector<TillTender>{};
    for (const auto& way : quoted) {
        put(list.children,
            row(12, icon(tender_icon(way.type), 24, Token::ink), text(tender_words(way), type::strong).growing(),
                money(amount_words(way.amount, sight.locale)))
                .high(36));
    }
    if (quoted.empty() && ways.size() == 1)
        put(list.children, row(12, icon(Icon::banknote, 24, Token::ink), text(tr("Cash"), type::strong)).high(36));
    return list;
}

Node slip_part(const RefundState& state, const RefundIntents& intents)
{
    Entry entry;
    entry.kind = Entry::Kind::phone;
    entry.text = state.slip;
    entry.placeholder = tr("Of the card machine's refund");
    entry.most_characters = 64;
    entry.on_change = intents.type_slip;
    FieldLook look;
    look.name = tr("Number of the slip");
    look.error = state.slip_problem;
    return field(look, std::move(entry));
}

Node money_side(const RefundState& state, const RefundIntents& intents, const RefundSight& sight)
{
    const bool tight = sight.view.keyboard > 0;
    const auto amount = amount_words(state.quote ? state.quote->amount : 0, sight.locale);
    auto list = scroll("refund money", 16);
    auto figure = column(0, text(tr("Refund"), type::body, Token::ink2).told(ControlRole::none, {}),
                         money(amount, type::money_l, Token::ink, Align::start),
                         paragraph(state.quote ? tax_words(*state.quote, sight.locale) : tr("Tap what is coming back"),
                                   type::caption, Token::ink2, 2));
    figure.access = {ControlRole::status, tr("Comes back"), amount, {}, false};
    if (!tight) put(list.children, std::move(figure));
    if (!tight) put(list.children, way_part(state, intents, sight));
    if (state.needs_slip()) put(list.children, slip_part(state, intents));
    if (!tight) {
        if (state.needs_slip())
            put(list.children, paragraph(tr("Give it back on the card machine first. Kushi does not reach it."),
                                         type::caption, Token::ink2, 3));
        if (state.quote && state.quote->needs_approval)
            put(list.children,
                banner(tr("This refund asks for a manager's PIN. It is asked next."), Tone::warn, Icon::lock));
        put(list.children, problem_banner(state.problem));
    }
    auto act = button(refund_button_words(state, sight.locale), intents.refund, {ButtonKind::danger, ButtonSize::large})
                   .keyed("refund")
                   .waiting(state.busy);
    if (!state.quote)
        act.disabled = tr("Tap what is coming back");
    else if (state.reason.empty())
        act.disabled = tr("Choose a reason first");
    return column(16, card(std::move(list), sight.view.compact() ? Insets{16} : Insets{24}).growing(), std::move(act))
        .wide(sight.view.compact() ? 344 : 404);
}

}  // namespace

std::string skin_reaction_words()
{
    return tr("Skin reaction");
}

std::string refund_button_words(const RefundState& state, const Locale& locale)
{
    if (!state.quote) return tr("Refund");
    const auto amount = amount_words(state.quote->amount, locale);
    if (state.quote->ways.size() != 1) return said(tr("Refund {}"), amount);
    const auto& way = state.quote->ways.front().type;
    if (way == "cash") return said(tr("Refund {} in cash"), amount);
    return way == "card" ? said(tr("Refund {} on the card"), amount) : said(tr("Refund {}"), amount);
}

Node refund_panel(const RefundState& state, const RefundIntents& intents, const RefundSight& sight)
{
    return row(sight.view.gap(), lines_card(state, intents, sight).growing(), money_side(state, intents, sight))
        .crossed(Across::stretch);
}

}  // namespace kushi
