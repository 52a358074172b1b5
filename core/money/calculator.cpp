#include "core/money/calculator.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "core/day/business_day.h"
#include "core/day/zreport_example.h"
#include "core/money/currency.h"
#include "core/money/dated_fields.h"
#include "core/money/fields.h"
#include "core/money/japan_examples.h"
#include "core/money/rate_table.h"
#include "core/money/receipt.h"
#include "core/money/refund_example.h"
#include "core/sale/prepaid_examples.h"

namespace kushi {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;
using Answer = Outcome<ordered_json>;

unexpected<Refusal> refused_for(const Problem& problem)
{
    return unexpected<Refusal>{*problem.first()};
}

Answer parse_example(const json& input)
{
    Problem problem;
    const Fields fields{input, "", problem, {"text", "currency"}};
    const std::string text = fields.text("text");
    const std::string code = fields.text("currency");
    if (problem.first()) return refused_for(problem);
    const auto currency = Currency::find(code);
    if (!currency) return refused("unknown_currency", "currency");
    return parse_money(text, *currency).map([](const Money& money) {
        return ordered_json{{"minor", money.minor_units}, {"formatted", plain_text(money)}};
    });
}

Answer receipt_example(const json& input)
{
    return receipt_input_from_json(input).and_then(price_receipt).map([](const ReceiptTotals& totals) {
        return to_json(totals);
    });
}

Answer allocate_example(const json& input)
{
    Problem problem;
    const Fields fields{input, "", problem, {"total", "weights"}};
    std::vector<std::int64_t> weights;
    for (const auto& weight : fields.array("weights")) {
        weights.push_back(integer_element(weight, element_path("weights", weights.size()), problem));
    }
    const std::int64_t total = fields.integer("total");
    if (problem.first()) return refused_for(problem);
    return allocate(total, weights).map([](const auto& parts) { return ordered_json{{"parts", parts}}; });
}

Answer cash_round_example(const json& input)
{
    Problem problem;
    const Fields fields{input, "", problem, {"amount", "step", "mode"}};
    const std::int64_t amount = fields.integer("amount");
    const CashRounding rule{fields.integer("step"), rounding_field(fields, "mode")};
    if (problem.first()) return refused_for(problem);
    return round_cash(amount, rule).map([amount](std::int64_t difference) {
        return ordered_json{{"rounded", amount + difference}, {"difference", difference}};
    });
}

Answer rate_on_example(const json& input)
{
    Problem problem;
    const Fields fields{input, "", problem, {"table", "date"}};
    const auto table = dated_rates_field(fields, "table");
    const auto date = date_field(fields, "date");
    if (problem.first()) return refused_for(problem);
    return rate_on(table, date).map([](const Rate& rate) { return ordered_json{{"rate", rate.text}}; });
}

Answer business_day_example(const json& input)
{
    Problem problem;
    const Fields fields{input, "", problem, {"utc", "tz", "cutoff"}};
    const auto at = parse_instant(fields.text("utc"));
    const std::string zone = fields.text("tz");
    const std::string cutoff = fields.text("cutoff");
    if (problem.first()) return refused_for(problem);
    if (!at) return refused("bad_instant", "utc");
    return make_day_rule(zone, cutoff).map([&](const DayRule& rule) {
        return ordered_json{{"local", local_text(*at, rule.zone)},
                            {"business_date", date_text(business_day(*at, rule))}};
    });
}

using Example = Answer (*)(const json& input);

Example example_of(const std::string& kind)
{
    static const std::map<std::string, Example, std::less<>> kinds{{"parse", parse_example},
                                                                   {"receipt", receipt_example},
                                                                   {"refund", refund_example},
                                                                   {"allocate", allocate_example},
                                                                   {"rate_on", rate_on_example},
                                                                   {"cash_round", cash_round_example},
                                                                   {"stamp", stamp_example},
                                                                   {"regno", regno_example},
                                                                   {"ticket", ticket_example},
                                                                   {"voucher", voucher_example},
                                                                   {"deposit", deposit_example},
                                                                   {"zreport", zreport_example},
                                                                   {"business_day", business_day_example}};
    const auto found = kinds.find(kind);
    return found == kinds.end() ? nullptr : found->second;
}

/// The currency beside the input decides nothing here, but an unknown one is a mistake worth an answer.
std::optional<Refusal> fault_of_currency(const json& line)
{
    const auto currency = line.find("currency");
    if (currency == line.end() || currency->is_null()) return std::nullopt;
    if (!currency->is_string()) return Refusal{"bad_request", "currency"};
    if (Currency::find(currency->get_ref<const std::string&>())) return std::nullopt;
    return Refusal{"unknown_currency", "currency"};
}

/// `parse` may leave the currency to the line around it.
json with_currency(const std::string& kind, const json& line)
{
    json input = line.at("input");
    const bool lacks =
        kind == "parse" && input.is_object() && (!input.contains("currency") || input["currency"].is_null());
    if (lacks && line.contains("currency") && line["currency"].is_string()) input["currency"] = line["currency"];
    return input;
}

}  // namespace

Answer calculate(const json& line)
{
    if (!line.is_object()) return refused("bad_request");
    const auto kind = line.find("kind");
    if (kind == line.end() || !kind->is_string()) return refused("bad_request", "kind");
    const Example example = example_of(kind->get<std::string>());
    if (example == nullptr) return refused("unknown_kind", "kind");
    if (!line.contains("input")) return refused("bad_request", "input");
    if (auto fault = fault_of_currency(line)) return unexpected<Refusal>{std::move(*fault)};
    return example(with_currency(kind->get<std::string>(), line));
}

ordered_json rejection(const Refusal& refusal)
{
    static const std::map<std::string, std::string, std::less<>> reasons{
        {"already_voided", "already voided"},
        {"bad_amount", "an amount below zero"},
        {"bad_cutoff", "not a time of day"},
        {"bad_date", "not a date"},
        {"bad_instant", "not an instant in UTC"},
        {"bad_number", "not a plain number"},
        {"bad_quantity", "a quantity that is not above zero"},
        {"bad_request", "not a request that can be read"},
        {"bad_step", "a rounding step that is not above zero"},
        {"bad_table", "two rates from one date"},
        {"bad_zone", "unknown time zone"},
        {"discount_exceeds_amount", "discount exceeds amount"},
        {"expired", "expired"},
        {"more_than_sold", "more than was sold"},
        {"not_expired", "not expired yet"},
        {"out_of_range", "out of range"},
        {"overpaid", "more than is due without change"},
        {"prepaid_line", "prepaid, and so cancelled and not refunded"},
        {"ticket_closed", "the ticket was expired or cancelled before"},
        {"ticket_used_up", "no sessions left"},
        {"too_many_decimals", "more decimals than the currency has"},
        {"underpaid", "underpaid"},
        {"unknown_currency", "unknown currency"},
        {"unknown_kind", "unknown kind"},
        {"unknown_line", "a line that was not sold"},
        {"unknown_rate", "unknown tax rate"},
        {"unknown_sale", "a sale that was not made"},
        {"voucher_balance", "voucher balance"}};
    // Only an amount's text is held against a currency; a rate or a quantity has its own number of decimals.
    const bool other_number = refusal.code == "too_many_decimals" && refusal.field != "text";
    const auto found = reasons.find(refusal.code);
    ordered_json answer{{"reject", true},
                        {"reason", other_number             ? "too many decimals"
                                   : found == reasons.end() ? refusal.code
                                                            : found->second},
                        {"code", refusal.code}};
    if (!refusal.field.empty()) answer["field"] = refusal.field;
    return answer;
}

}  // namespace kushi
