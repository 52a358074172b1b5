#include <nlohmann/json.hpp>

#include "core/money/fields.h"
#include "core/money/receipt.h"

namespace kushi {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

TaxRules rules_from(const json& value, Problem& problem)
{
    const Fields config{value, "config", problem, {"price_mode", "tax_rounding", "tax_point"}};
    TaxRules rules;
    rules.price_mode = config.one_of<PriceMode>(
        "price_mode", {{"inclusive", PriceMode::inclusive}, {"exclusive", PriceMode::exclusive}});
    rules.tax_rounding = config.one_of<Rounding>(
        "tax_rounding", {{"floor", Rounding::floor}, {"half_up", Rounding::half_up}, {"ceil", Rounding::ceil}});
    rules.tax_point =
        config.one_of<TaxPoint>("tax_point", {{"per_rate", TaxPoint::per_rate}, {"per_line", TaxPoint::per_line}});
    return rules;
}

ReceiptLine line_from(const json& value, const std::string& path, Problem& problem)
{
    const Fields fields{
        value, path, problem, {"unit", "qty", "rate", "discount_pct", "discount", "discountable", "prepaid"}};
    ReceiptLine line;
    line.unit = fields.integer("unit");
    line.quantity = fields.quantity("qty");
    if (fields.has("prepaid")) line.prepaid = fields.flag("prepaid");
    if (!line.prepaid || fields.has("rate")) line.rate = fields.rate("rate");
    if (fields.has("discount_pct")) line.discount_percent = fields.percent("discount_pct");
    if (fields.has("discount")) line.discount = fields.integer("discount");
    if (fields.has("discountable")) line.discountable = fields.flag("discountable");
    return line;
}

OfferedTender tender_from(const json& value, const std::string& path, Problem& problem)
{
    const Fields fields{value, path, problem, {"type", "amount", "gives_change"}};
    OfferedTender tender{fields.word("type"), fields.integer("amount")};
    if (fields.has("gives_change")) tender.gives_change = fields.flag("gives_change");
    return tender;
}

TaxedBefore taxed_before_from(const json& value, const std::string& path, Problem& problem)
{
    const Fields fields{value, path, problem, {"rate", "amount"}};
    return {fields.rate("rate"), fields.integer("amount")};
}

template <class Read>
auto each(const Fields& fields, const char* name, Read read)
{
    std::vector<decltype(read(json{}, std::string{}, fields.problem()))> all;
    for (const auto& value : fields.array(name)) {
        all.push_back(read(value, element_path(fields.at(name), all.size()), fields.problem()));
    }
    return all;
}

Rate known_rate_from(const json& value, const std::string& path, Problem& problem)
{
    return noted(Rate::parse(text_element(value, path, problem), path), problem);
}

void read_bill(const Fields& fields, ReceiptInput& input)
{
    if (fields.has("bill_discount")) input.bill_discount = fields.integer("bill_discount");
    if (fields.has("bill_discount_pct")) input.bill_discount_percent = fields.percent("bill_discount_pct");
    if (fields.has("service_charge_pct") || fields.has("service_charge_rate")) {
        input.service_charge = {fields.percent("service_charge_pct"), fields.rate("service_charge_rate")};
    }
    if (fields.has("taxed_before")) input.taxed_before = each(fields, "taxed_before", taxed_before_from);
    if (fields.has("tip")) input.tip = fields.integer("tip");
}

void read_payment(const Fields& fields, ReceiptInput& input)
{
    if (fields.has("tenders")) input.tenders = each(fields, "tenders", tender_from);
    if (!fields.has("cash_rounding")) return;
    const Fields rule{fields.object("cash_rounding"), fields.at("cash_rounding"), fields.problem(), {"step", "mode"}};
    input.cash_rounding = CashRounding{rule.integer("step"), rounding_field(rule, "mode")};
}

}  // namespace

Outcome<ReceiptInput> receipt_input_from_json(const json& value)
{
    Problem problem;
    const Fields fields{value,
                        "",
                        problem,
                        {"config", "lines", "bill_discount", "bill_discount_pct", "service_charge_pct",
                         "service_charge_rate", "taxed_before", "tip", "cash_rounding", "known_rates", "tenders"}};
    ReceiptInput input;
    input.rules = rules_from(fields.object("config"), problem);
    input.lines = each(fields, "lines", line_from);
    if (fields.has("known_rates")) input.known_rates = each(fields, "known_rates", known_rate_from);
    read_bill(fields, input);
    read_payment(fields, input);
    if (problem.first()) return unexpected<Refusal>{*problem.first()};
    return input;
}

ordered_json to_json(const std::vector<RateTotals>& by_rate)
{
    ordered_json rows = ordered_json::object();
    for (const auto& row : by_rate) rows[row.rate.text] = {{"net", row.net}, {"tax", row.tax}, {"gross", row.gross}};
    return rows;
}

ordered_json to_json(const ReceiptTotals& totals)
{
    ordered_json answer{{"extended", totals.extended},           {"line_discounts", totals.line_discounts},
                        {"bill_discount", totals.bill_discount}, {"bill_discount_shares", totals.bill_discount_shares},
                        {"line_final", totals.line_final},       {"by_rate", to_json(totals.by_rate)},
                        {"tax_total", totals.tax_total}};
    if (totals.service_charge) answer["service_charge"] = *totals.service_charge;
    if (totals.taxed_before != 0) answer["taxed_before"] = totals.taxed_before;
    answer["total"] = totals.total;
    if (totals.tip) answer["tip"] = *totals.tip;
    if (totals.prepaid != 0) answer["prepaid"] = totals.prepaid;
    answer["due"] = totals.due;
    if (totals.paid) {
        answer["cash_due"] = totals.paid->cash_due;
        answer["cash_rounding"] = totals.paid->cash_rounding;
        answer["cash_in"] = totals.paid->cash_in;
        answer["change"] = totals.paid->change;
    }
    return answer;
}

}  // namespace kushi
