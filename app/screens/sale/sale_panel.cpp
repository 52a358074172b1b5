#include "app/screens/sale/sale_panel.h"

#include <algorithm>

#include "app/screens/till/till_parts.h"
#include "app/screens/till/void_sheet.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/text.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

/// The widths of the columns of amounts: as wide as the widest of them.
struct Columns {
    int price = 72, discount = 0, paid = 80;
};

Columns columns_of(const SaleSight& sight)
{
    Columns columns;
    const auto widen = [](int& width, const std::string& words, const TextStyle& style) {
        width = std::max(width, measure_text(words, style).width + 2);
    };
    const auto& bill = sight.sale.bill;
    if (bill.taken_off() > 0) {
        columns.discount = 72;
        widen(columns.discount, tr("Discount"), type::tag);
        widen(columns.discount, taken_off_words(bill.taken_off(), sight.locale), type::money);
    }
    widen(columns.price, tr("Price"), type::tag);
    widen(columns.paid, tr_in("column", "Paid"), type::tag);
    for (const auto& line : bill.lines) {
        widen(columns.price, amount_words(line.extended, sight.locale), type::money);
        widen(columns.paid, amount_words(line.final_amount, sight.locale), type::money);
    }
    return columns;
}

Node line_of_columns(Node names, Node price, std::optional<Node> discount, Node paid, const Columns& columns)
{
    auto line = row(12, names.growing(), price.wide(columns.price));
    if (columns.discount > 0) put(line.children, (discount ? *std::move(discount) : Node{}).wide(columns.discount));
    put(line.children, paid.wide(columns.paid));
    return line;
}

std::string line_note(const TillLine& line, const SaleSight& sight)
{
    auto note = line.quantity.text();
    const auto who = sight.staff.find(line.therapist);
    if (line.kind == "service" && who != sight.staff.end()) note = said(tr("With {}"), given_name(who->second));
    if (line.reduced) note += " · " + said(tr("Reduced rate {}%"), line.rate);
    if (sight.sale.kind == "sale" && !sight.sale.was("void")) {
        const auto left = sight.sale.refundable_of(line.id);
        if (left.units == 0)
            note += " · " + tr("Refunded");
        else if (left != line.quantity)
            note += " · " + said(tr("{} refunded"), Quantity{line.quantity.units - left.units}.text());
    }
    return note;
}

Node lines_card(const SaleIntents& intents, const SaleSight& sight)
{
    const auto& sale = sight.sale;
    const auto& bill = sale.bill;
    const auto columns = columns_of(sight);
    const auto head = [](const std::string& words, Align align) { return text(words, type::tag, Token::ink2, align); };
    auto list = scroll("sale lines", 0);
    if (bill.lines.size() > 5) list.padding.right = 12;
    for (const auto& line : bill.lines) {
        auto names =
            column(0, text(line_words(line), {16, 22, 600}), text(line_note(line, sight), type::caption, Token::ink2));
        auto cells =
            line_of_columns(std::move(names), money(amount_words(line.extended, sight.locale), type::body, Token::ink2),
                            money(taken_off_words(line.taken_off(), sight.locale), type::body, Token::on_ok),
                            money(amount_words(line.final_amount, sight.locale)), columns);
        put(list.children, list_row(std::move(cells), false).at_least(0, 60).keyed(line.id));
    }
    auto sums = column(0, rule(), room(8),
                       row(12, text(tr("Total, tax included"), type::label).growing(),
                           money(amount_words(bill.total, sight.locale), type::label))
                           .high(28));
    for (const auto& rate : bill.rates) {
        const auto base = amount_words(bill.tax_is_in_prices() ? rate.gross : rate.net, sight.locale);
        put(sums.children,
            sum_row(said(rate.reduced ? tr("{0}% ※ on {1}, tax") : tr("{0}% on {1}, tax"), rate.rate, base),
                    amount_words(rate.tax, sight.locale), false));
    }
    if (bill.tip > 0)
        put(sums.children, sum_row(tr("Tip, outside the total"), amount_words(bill.tip, sight.locale), false));
    put(sums.children, sum_row(sale.kind == "sale" ? tr("Amount paid") : tr("Given back"),
                               amount_words(bill.due, sight.locale), true, Token::ink));
    std::optional<Node> original;
    if (!sale.of.empty()) {
        auto open = button(tr("Open"), [act = intents.open, number = sale.of] { act(number); },
                           {ButtonKind::outline, ButtonSize::medium});
        open.access.name = said(tr("Open sale {}"), sale.of);
        original = banner(
            said(sale.kind == "void" ? tr("It takes back all of sale {}") : tr("It gives back a part of sale {}"),
                 sale.of),
            Tone::warn, Icon::undo_2, std::move(open));
    }
    return card(
        column(8,
               line_of_columns(head(tr("Item"), Align::start), head(tr("Price"), Align::end),
                               head(tr("Discount"), Align::end), head(tr_in("column", "Paid"), Align::end), columns)
                   .high(26),
               std::move(list), std::move(sums), std::move(original)),
        sight.view.compact() ? Insets{16, 12, 16, 16} : Insets{24, 14, 24, 20});
}

Node fact_row(Icon sign, const std::string& title, const std::string& note, std::optional<Node> trailing, bool first)
{
    auto names = column(0, text(title, type::strong));
    if (!note.empty()) put(names.children, paragraph(note, type::caption, Token::ink2, 2));
    auto cells = row(12, icon(sign, 24, Token::ink), names.growing().shrinking(), std::move(trailing));
    cells.padding = Insets{0, 6};
    return list_row(std::move(cells), first).at_least(0, 58);
}

Node tenders_card(const SaleSight& sight)
{
    const auto& sale = sight.sale;
    auto list = column(0, heading(sale.kind == "sale" ? tr("Paid with") : tr("Given back by"), type::label));
    std::int64_t change = sale.bill.change;
    bool first = true;
    for (const auto& tender : sale.tenders) {
        auto kept = tender.amount;
        auto note = tender.reference.empty() ? std::string{} : said(tr("Slip {}"), tender.reference);
        if (tender.type == "cash" && change > 0 && kept >= change) {
            note = said(tr("Received {0}, change {1}"), amount_words(kept, sight.locale),
                        amount_words(change, sight.locale));
            kept -= change;
            change = 0;
        }
        put(list.children, fact_row(tender_icon(tender.type), tender_words(tender), note,
                                    money(amount_words(kept, sight.locale)), first));
        first = false;
    }
    if (sale.tenders.empty()) put(list.children, text(tr("Nothing was to be paid"), type::caption, Token::ink2));
    return card(std::move(list), Insets{20, 14});
}

Node paper_tag(const std::string& state)
{
    if (state == "PRINTED") return tag(tr("Printed"), Tone::ok);
    if (state == "EXPIRED") return tag(tr("Expired"), Tone::danger);
    if (state == "UNCERTAIN") return tag(tr("Not sure"), Tone::warn);
    if (state == "CANCELLED") return tag(tr_in("tender", "Cancelled"), Tone::plain);
    if (state == "SENDING") return tag(tr("Printing"), Tone::info);
    return tag(tr("Waiting"), Tone::warn);
}

std::string document_words(const std::string& kind, const std::string& number)
{
    if (kind == "refund") return said(tr("Refund {}"), number);
    return kind == "void" ? said(tr("Void {}"), number) : said(tr("Sale {}"), number);
}

Node history_card(const SaleIntents& intents, const SaleSight& sight)
{
    const auto& sale = sight.sale;
    auto list = scroll("history", 0);
    bool first = true;
    const auto add = [&](Node node) {
        put(list.children, std::move(node));
        first = false;
    };
    for (const auto& paper : sale.papers) {
        const auto what = paper.copy > 0 ? said(tr("Receipt, copy {}"), paper.copy) : tr("Receipt");
        add(fact_row(Icon::printer, what, clock_text(paper.at, sight.locale.zone), paper_tag(paper.state), first));
    }
    for (const auto& fact : sale.history) {
        if (fact.what != "refund" && fact.what != "void") continue;
        const auto who = sight.staff.find(fact.staff);
        auto note = clock_text(fact.at, sight.locale.zone);
        if (who != sight.staff.end()) note = said(tr("{0}, by {1}"), note, given_name(who->second));
        const auto words = document_words(fact.what, fact.number);
        std::optional<Node> open;
        if (fact.number != sale.number) {
            open = button(tr("Open"), [act = intents.open, number = fact.number] { act(number); },
                          {ButtonKind::quiet, ButtonSize::medium});
            open->access.name = said(tr("Open {}"), words);
        }
        add(fact_row(Icon::undo_2, words, note, std::move(open), first));
    }
    if (!sale.mark.empty()) {
        auto mark = sale.mark;
        if (mark.size() == 8) mark.insert(4, 1, ' ');
        add(fact_row(Icon::shield_check, said(tr("Mark {}"), mark), tr("Of the journal, as on the paper"), std::nullopt,
                     first));
    }
    return card(column(4, heading(tr("Paper and history"), type::label), std::move(list)), Insets{20, 14});
}

Node acts(const SaleIntents& intents, const SaleSight& sight)
{
    const auto& sale = sight.sale;
    const bool is_sale = sale.kind == "sale";
    auto line = row(12);
    if (is_sale) {
        std::string no_refund;
        if (sale.was("void"))
            no_refund = tr("This sale is voided already");
        else if (sale.refundable.empty())
            no_refund = tr("Nothing is left to refund");
        put(line.children,
            button(tr("Refund"), intents.refund, {ButtonKind::outline}).off_because(no_refund).growing());
        put(line.children, button(tr("Void"), intents.open_void, {ButtonKind::outline})
                               .off_because(no_void_words(sale.no_void))
                               .growing());
    }
    const auto label = sale.papers.empty() ? tr("Print") : tr("Reprint");
    put(line.children, button(label, intents.reprint, {ButtonKind::primary, ButtonSize::normal, Icon::printer})
                           .waiting(sight.busy)
                           .off_because(sight.printer.exists ? std::string{} : tr("No printer is set up"))
                           .growing(1.5));
    auto note = sale.papers.empty() ? tr("It was not printed yet") : tr("Reprints are marked COPY 再発行");
    if (is_sale && !sale.no_void.empty()) note += ". " + no_void_words(sale.no_void);
    return column(8, std::move(line), paragraph(note, type::caption, Token::ink2, 2));
}

}  // namespace

SaleStanding standing_of(const TillSale& sale)
{
    if (sale.kind != "sale") return SaleStanding::document;
    if (sale.was("void")) return SaleStanding::voided;
    if (!sale.was("refund")) return SaleStanding::whole;
    return sale.refundable.empty() ? SaleStanding::refunded : SaleStanding::partly_refunded;
}

std::optional<Node> standing_tag(SaleStanding standing)
{
    switch (standing) {
        case SaleStanding::partly_refunded:
            return tag(tr("Partly refunded"), Tone::warn);
        case SaleStanding::refunded:
            return tag(tr("Refunded"), Tone::warn);
        case SaleStanding::voided:
            return tag(tr("Voided"), Tone::danger);
        default:
            return std::nullopt;
    }
}

std::string sale_title(const TillSale& sale)
{
    return sale.number.empty() ? tr_in("document", "Sale") : document_words(sale.kind, sale.number);
}

std::string sale_subtitle(const SaleSight& sight)
{
    const auto& sale = sight.sale;
    const auto clock = clock_text(sale.at, sight.locale.zone);
    const auto when =
        sale.business_date == sight.locale.business_day
            ? said(tr("today {}"), clock)
            : said(tr("{0}, {1}"), short_month_day_text(sale.business_date, sight.locale.language), clock);
    const auto who = sight.staff.find(sale.staff);
    const auto name = visit_words(sight.visit, sight.locale);
    return who == sight.staff.end() ? said(tr("{0} · {1}"), name, when)
                                    : said(tr("{0} · {1} · {2}"), name, when, given_name(who->second));
}

Node sale_panel(const SaleIntents& intents, const SaleSight& sight)
{
    auto side = column(16, tenders_card(sight), history_card(intents, sight).growing(), problem_banner(sight.problem),
                       acts(intents, sight));
    return row(sight.view.gap(), lines_card(intents, sight).growing(), side.wide(sight.view.compact() ? 344 : 420))
        .crossed(Across::stretch);
}

}  // namespace kushi
