#include <algorithm>

#include "app/engine/command.h"
#include "app/engine/commands/refund.h"
#include "app/engine/documents.h"
#include "app/engine/papers/queue.h"
#include "db/read/day.h"
#include "db/read/sales.h"
#include "db/read/stock.h"

namespace kushi {
namespace {

/// One line that comes back, and how much of it.
struct Wanted {
    std::string line;
    Quantity quantity;
};

std::vector<Wanted> wanted_lines(Command& command)
{
    std::vector<Wanted> wanted;
    const auto& listed = command.fields.any("lines");
    if (listed.is_null()) return wanted;
    if (!listed.is_array() || listed.empty()) command.fields.refuse("bad_request", "lines");
    for (const auto& one : listed) {
        if (!one.is_object() || !one.contains("line") || !one["line"].is_string()) {
            command.fields.refuse("bad_request", "lines");
            continue;
        }
        RequestFields own{one};
        Wanted line{own.text("line"), own.optional_quantity("quantity").value_or(Quantity::whole(1))};
        if (const auto problem = own.problem()) command.fields.refuse(problem->code, "lines", problem->field);
        wanted.push_back(line);
    }
    return wanted;
}

/// Only a sale is taken back, and only once as a whole.
Outcome<void> can_be_taken_back(const Command& command, const Sale& sale)
{
    if (sale.kind != SaleKind::sale) return refused("not_a_sale", "sale", std::string{text_of(sale.kind)});
    if (is_voided(command.database, sale.id)) return refused("already_voided", "sale");
    return {};
}

/// The sale by its id or its number.
Outcome<Sale> sale_named(const Command& command, const std::string& name)
{
    auto sale = sale_by_id(command.database, command.vault, name);
    if (!sale) sale = sale_by_number(command.database, command.vault, name);
    if (!sale) return refused("unknown_sale", "sale");
    KUSHI_TRY(can_be_taken_back(command, *sale));
    return *std::move(sale);
}

std::vector<SoldLine> sold_lines(const Command& command, const Sale& sale)
{
    std::vector<SoldLine> sold;
    for (const auto& line : sale.lines) {
        sold.push_back({line.quantity, returned_quantity(command.database, sale.id, line.line), line.final_amount, line.rate});
    }
    return sold;
}

/// What was asked for by line ids, or everything that has not come back yet.
Outcome<std::vector<ReturnedLine>> returned_lines(const Sale& sale, const std::vector<SoldLine>& sold,
                                                  const std::vector<Wanted>& wanted)
{
    std::vector<ReturnedLine> returned;
    if (wanted.empty()) {
        for (std::size_t i = 0; i < sold.size(); ++i) {
            const Quantity left{sold[i].quantity.units - sold[i].returned_before.units};
            if (left.units > 0) returned.push_back({i, left});
        }
        if (returned.empty()) return refused("more_than_sold", "lines");
        return returned;
    }
    for (const auto& one : wanted) {
        const auto found = std::find_if(sale.lines.begin(), sale.lines.end(), [&](const SaleLine& line) { return line.line == one.line; });
        if (found == sale.lines.end()) return refused("unknown_line", "lines");
        returned.push_back({static_cast<std::size_t>(found - sale.lines.begin()), one.quantity});
    }
    return returned;
}

/// How much of a refund goes back by one way.
struct WayBack {
    std::string type;
    std::int64_t amount = 0;
};

/// What each way brought in, the change taken off, less what earlier refunds gave back by it; cash last.
std::vector<WayBack> left_by_way(const Command& command, const Sale& sale)
{
    std::vector<WayBack> ways;
    const auto way = [&](const std::string& type) -> WayBack& {
        const auto found = std::find_if(ways.begin(), ways.end(), [&](const WayBack& one) { return one.type == type; });
        return found != ways.end() ? *found : ways.emplace_back(WayBack{type, 0});
    };
    for (const auto& tender : sale.tenders) way(tender.type).amount += tender.amount;
    if (sale.totals.paid) way("cash").amount -= sale.totals.paid->change;
    for (const auto& [type, amount] : refunded_by_tender(command.database, sale.id)) way(type).amount -= amount;
    std::stable_partition(ways.begin(), ways.end(), [](const WayBack& one) { return one.type != "cash"; });
    return ways;
}

/// Back the way it came (R11), unless one is named: never more by one way than it brought in, so a split bill is split again.
std::vector<WayBack> ways_back(const Command& command, const Sale& sale, std::int64_t amount, const std::optional<std::string>& named)
{
    if (named) return {{*named, amount}};
    std::vector<WayBack> back;
    for (const auto& way : left_by_way(command, sale)) {
        const auto part = std::min(way.amount, amount);
        if (part <= 0) continue;
        back.push_back({way.type, part});
        amount -= part;
    }
    if (back.empty()) return {{"cash", amount}};
    back.back().amount += amount;  // nothing, but where the cash was rounded
    return back;
}

/// The refund's own document: shares of what was paid, never the price list.
Sale refund_document(const Command& command, const Sale& sale, const std::vector<ReturnedLine>& returned,
                     const RefundTotals& totals, const DocumentNumber& number)
{
    auto refund = new_document(command, SaleKind::refund, number);
    refund.of = sale.number;
    refund.of_business_date = sale.business_date;
    refund.visit = sale.visit;
    refund.client = sale.client;
    refund.price_mode = sale.price_mode;
    for (std::size_t i = 0; i < returned.size(); ++i) {
        auto line = sale.lines[returned[i].line];
        line.quantity = returned[i].quantity;
        line.final_amount = totals.line_amounts[i];
        line.extended = line.final_amount;
        line.line_discount = 0;
        line.bill_discount_share = 0;
        refund.totals.extended.push_back(line.final_amount);
        refund.totals.line_discounts.push_back(0);
        refund.totals.bill_discount_shares.push_back(0);
        refund.totals.line_final.push_back(line.final_amount);
        refund.lines.push_back(std::move(line));
    }
    refund.totals.by_rate = totals.by_rate;
    refund.totals.tax_total = totals.tax_total;
    refund.totals.total = totals.amount;
    refund.totals.due = totals.amount;
    return refund;
}

/// Cash goes out in the coins that there are (R10); the difference is the rounding's own line.
Outcome<void> pay_back(const Command& command, Sale& refund, const std::vector<WayBack>& ways, const std::string& reference)
{
    TenderTotals paid;
    for (const auto& way : ways) {
        auto out = way.amount;
        if (way.type == "cash") {
            if (command.salon.cash_rounding) {
                const auto difference = round_cash(out, *command.salon.cash_rounding);
                if (!difference) return unexpected{difference.error()};
                out += *difference;
            }
            paid.cash_due = out;
            paid.cash_in = out;
            paid.cash_rounding = out - way.amount;
        }
        refund.tenders.push_back({way.type, {}, out, reference});
    }
    refund.totals.paid = paid;
    return {};
}

OrderedJson refund_answer(const Sale& refund)
{
    OrderedJson answer{{"refund", refund.id}, {"number", refund.number}, {"amount", refund.totals.total},
                       {"totals", to_json(refund.totals)}};
    answer["tenders"] = OrderedJson::array();
    for (const auto& tender : refund.tenders) answer["tenders"].push_back({{"type", tender.type}, {"amount", tender.amount}});
    if (refund.totals.paid && refund.totals.paid->cash_rounding != 0) answer["cash_out"] = refund.totals.paid->cash_due;
    return answer;
}

struct RefundRequest {
    std::string key, sale, reason;
    std::vector<Wanted> lines;
    std::optional<std::string> tender, reference;
    bool restock = true;
};

RefundRequest read_refund_request(Command& command)
{
    RefundRequest request;
    request.key = command.fields.uuid("key");
    request.sale = command.fields.text("sale");
    request.lines = wanted_lines(command);
    const bool all = command.fields.flag("all", false);
    request.tender = command.fields.optional_word("tender", {"cash", "card", "qr", "other"});
    request.reference = command.fields.optional_text("reference");
    if (request.reference && !is_reference(*request.reference)) command.fields.refuse("bad_reference", "reference");
    request.reason = command.fields.free_text("reason");
    request.restock = command.fields.flag("restock", true);
    if (all == !request.lines.empty()) command.fields.refuse("bad_request", "lines", "lines or all");
    return request;
}

/// A refund before it takes its number: what it gives back, and by which ways.
struct PricedRefund {
    Sale document;
    std::vector<Quantity> left;  ///< of every line of the sale, after this refund
    Act act = Act::refund_small;
};

Outcome<PricedRefund> priced_refund(const Command& command, const Sale& sale, const RefundRequest& request)
{
    const auto sold = sold_lines(command, sale);
    const auto returned = returned_lines(sale, sold, request.lines);
    if (!returned) return unexpected{returned.error()};
    auto rules = command.salon.tax_on(sale.business_date);
    rules.price_mode = sale.price_mode;
    const auto totals = price_refund(rules, sold, sale.totals.by_rate, *returned);
    if (!totals) return unexpected{totals.error()};
    PricedRefund priced;
    priced.document = refund_document(command, sale, *returned, *totals, DocumentNumber{});
    KUSHI_TRY(pay_back(command, priced.document, ways_back(command, sale, totals->amount, request.tender),
                       request.reference.value_or("")));
    for (const auto& line : sold) priced.left.push_back({line.quantity.units - line.returned_before.units});
    for (const auto& line : *returned) priced.left[line.line].units -= line.quantity.units;
    priced.act = totals->amount <= command.salon.refund_limit ? Act::refund_small : Act::refund_large;
    return priced;
}

OrderedJson left_json(const Sale& sale, const std::vector<Quantity>& left)
{
    auto json = OrderedJson::array();
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (left[i].units > 0) json.push_back({{"line", sale.lines[i].line}, {"quantity", left[i].text()}});
    }
    return json;
}

RefundRequest read_quote_request(Command& command)
{
    RefundRequest request;
    request.sale = command.fields.text("sale");
    request.lines = wanted_lines(command);
    const bool all = command.fields.flag("all", false);
    request.tender = command.fields.optional_word("tender", {"cash", "card", "qr", "other"});
    if (all == !request.lines.empty()) command.fields.refuse("bad_request", "lines", "lines or all");
    return request;
}

/// The very figures that a refund would book now, by the same steps.
Answer quote_refund(Command& command)
{
    const auto request = read_quote_request(command);
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    const auto sale = sale_named(command, request.sale);
    if (!sale) return unexpected{sale.error()};
    KUSHI_TRY(command.may(Act::sell));
    const auto priced = priced_refund(command, *sale, request);
    if (!priced) return unexpected{priced.error()};
    auto answer = refund_answer(priced->document);
    answer.erase("refund");
    answer.erase("number");
    answer["lines"] = OrderedJson::array();
    for (const auto& line : priced->document.lines) {
        answer["lines"].push_back({{"line", line.line}, {"quantity", line.quantity.text()}, {"amount", line.final_amount}});
    }
    answer["left"] = left_json(*sale, priced->left);
    answer["needs_approval"] = !command.may(priced->act, {nullptr, {}, true}).has_value();
    return answer;
}

Answer refund(Command& command)
{
    const auto request = read_refund_request(command);
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    const auto known = document_of_key(command, request.key);
    if (!known) return unexpected{known.error()};
    if (*known) return refund_answer(**known);
    const auto sale = sale_named(command, request.sale);
    if (!sale) return unexpected{sale.error()};
    KUSHI_TRY(day_takes_money(command));
    auto priced = priced_refund(command, *sale, request);
    if (!priced) return unexpected{priced.error()};
    KUSHI_TRY(command.may(priced->act, {nullptr, {}, true}));
    const auto number = take_number(command);
    auto& document = priced->document;
    document.number = number.text();
    document.approved_by = command.approval_for(priced->act, {nullptr, {}, true});
    document.reason = request.reason;
    auto fact = document_fact(command, document, number, request.key);
    fact["of_id"] = sale->id;
    fact["returned"] = Json::array();
    for (std::size_t i = 0; i < document.lines.size(); ++i) {
        const auto& line = document.lines[i];
        fact["returned"].push_back({{"line", line.line}, {"quantity", line.quantity.text()}, {"amount", line.final_amount}});
        if (!request.restock) continue;
        if (auto goods = goods_of(command, line, line.quantity, 1); !goods.is_null()) fact["moves"].push_back(goods);
    }
    command.record("sale.refunded", fact, {{"reason", request.reason}});
    queue_sale_paper(command, document, std::nullopt);
    return refund_answer(document);
}

/// Takes a whole sale back on the day it was made: its own document with its own number, every part of the sale negated.
Answer void_sale(Command& command)
{
    const auto key = command.fields.uuid("key");
    const auto name = command.fields.text("sale");
    const auto reason = command.fields.free_text("reason");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    const auto known = document_of_key(command, key);
    if (!known) return unexpected{known.error()};
    if (*known) return OrderedJson{{"void", (*known)->id}, {"number", (*known)->number}};
    const auto sale = sale_named(command, name);
    if (!sale) return unexpected{sale.error()};
    KUSHI_TRY(can_be_voided(command, *sale));
    KUSHI_TRY(command.may(Act::void_sale, {nullptr, {}, true}));
    KUSHI_TRY(day_takes_money(command));
    const auto number = take_number(command);
    auto document = *sale;
    const auto fresh = new_document(command, SaleKind::void_, number);
    document.id = fresh.id;
    document.number = fresh.number;
    document.kind = SaleKind::void_;
    document.of = sale->number;
    document.of_business_date = sale->business_date;
    document.business_date = fresh.business_date;
    document.at = fresh.at;
    document.staff = fresh.staff;
    document.approved_by = command.approval_for(Act::void_sale, {nullptr, {}, true});
    document.chain_mark = fresh.chain_mark;
    document.reason = reason;
    auto fact = document_fact(command, document, number, key);
    fact["of_id"] = sale->id;
    for (const auto& move : moves_of_sale(command.database, sale->id)) {
        fact["moves"].push_back({{"product", move.product}, {"lot", move.lot}, {"thousandths", -move.thousandths}});
    }
    command.record("sale.voided", fact, {{"reason", reason}});
    queue_sale_paper(command, document, std::nullopt);
    return OrderedJson{{"void", document.id}, {"number", document.number}};
}

}  // namespace

Outcome<void> can_be_voided(const Command& command, const Sale& sale)
{
    KUSHI_TRY(can_be_taken_back(command, sale));
    if (has_refund(command.database, sale.id)) return refused("already_refunded", "sale");
    if (sale.business_date != command.day || day_is_closed(command.database, sale.business_date)) {
        return refused("day_closed", "sale", sale.business_date);
    }
    return {};
}

OrderedJson refundable_json(const Command& command, const Sale& sale)
{
    if (!can_be_taken_back(command, sale)) return OrderedJson::array();
    std::vector<Quantity> left;
    for (const auto& line : sold_lines(command, sale)) left.push_back({line.quantity.units - line.returned_before.units});
    return left_json(sale, left);
}

std::vector<CommandEntry> refund_commands()
{
    return {{"quote_refund", quote_refund}, {"refund", refund}, {"void", void_sale}};
}

}  // namespace kushi
