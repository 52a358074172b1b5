#include "core/money/refund_example.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/money/digits.h"
#include "core/money/fields.h"
#include "core/money/receipt.h"

namespace kushi {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

/// "0" and "12" are line numbers; "00", "-1" and "1.0" are not.
std::optional<std::size_t> line_number(const std::string& key)
{
    constexpr std::size_t digits_limit = 9;
    const auto number = written_number(key);
    if (!number || number->whole != key || key.size() > digits_limit) return std::nullopt;
    if (key.size() > 1 && key[0] == '0') return std::nullopt;
    return static_cast<std::size_t>(scaled(*number, 0));
}

PlayedRefund refund_from(const json& value, const std::string& path, Problem& problem)
{
    const Fields fields{value, path, problem, {"lines", "tender"}};
    PlayedRefund refund;
    if (fields.has("tender")) refund.tender = fields.word("tender");
    for (const auto& [key, quantity] : fields.object("lines").items()) {
        const auto line = line_number(key);
        const std::string field = fields.at("lines");
        if (!line) problem.note({"unknown_line", field});
        refund.lines.push_back(
            {line.value_or(0), noted(Quantity::parse(text_element(quantity, field, problem), field), problem)});
    }
    std::ranges::sort(refund.lines, {}, &ReturnedLine::line);
    return refund;
}

/// R11: what a refund goes out in, unless it says so, is what the sale came in by.
bool paid_in_cash_alone(const ReceiptInput& sale)
{
    return sale.tenders && !sale.tenders->empty() &&
           std::ranges::all_of(*sale.tenders, [](const auto& tender) { return tender.type == "cash"; });
}

/// A sale as it is stored: what was paid for each line, never its price.
class RefundedSale {
public:
    RefundedSale(ReceiptInput input, ReceiptTotals totals) : input_{std::move(input)}, totals_{std::move(totals)}
    {
        for (std::size_t i = 0; i < input_.lines.size(); ++i) {
            sold_.push_back({input_.lines[i].quantity, Quantity{}, totals_.line_final[i], input_.lines[i].rate,
                             input_.lines[i].prepaid});
        }
    }

    /// Prices a refund and notes it in the sale.
    std::optional<Refusal> give_back(PlayedRefund& refund, const std::string& tender)
    {
        auto priced = price_refund(input_.rules, sold_, totals_.by_rate, refund.lines, totals_.taxed_before);
        if (!priced) return priced.error();
        refund.totals = std::move(*priced);
        for (const auto& line : refund.lines) sold_[line.line].returned_before.units += line.quantity.units;
        const std::string& way = refund.tender.empty() ? tender : refund.tender;
        if (!(way.empty() ? paid_in_cash_alone(input_) : way == "cash")) return std::nullopt;
        const auto rounding = round_cash(refund.totals.amount, input_.cash_rounding.value_or(CashRounding{}));
        if (!rounding) return rounding.error();
        refund.cash_rounding = *rounding;
        return std::nullopt;
    }

    [[nodiscard]] const ReceiptTotals& totals() const { return totals_; }

private:
    ReceiptInput input_;
    ReceiptTotals totals_;
    std::vector<SoldLine> sold_;
};

ordered_json to_json(const PlayedRefund& refund)
{
    ordered_json lines = ordered_json::object();
    for (std::size_t i = 0; i < refund.lines.size(); ++i) {
        lines[std::to_string(refund.lines[i].line)] = refund.totals.line_amounts[i];
    }
    ordered_json answer{
        {"lines", lines}, {"by_rate", to_json(refund.totals.by_rate)}, {"amount", refund.totals.amount}};
    if (refund.cash_rounding) {
        answer["cash_out"] = refund.totals.amount + *refund.cash_rounding;
        answer["cash_rounding"] = *refund.cash_rounding;
    }
    return answer;
}

}  // namespace

Outcome<PlayedRefunds> play_refunds(const json& input, const std::string& tender)
{
    Problem problem;
    const Fields fields{input, "", problem, {"sale", "refunds"}};
    const json& sale = fields.object("sale");
    std::vector<PlayedRefund> refunds;
    for (const auto& value : fields.array("refunds")) {
        refunds.push_back(refund_from(value, element_path("refunds", refunds.size()), problem));
    }
    if (problem.first()) return unexpected<Refusal>{*problem.first()};
    auto receipt = receipt_input_from_json(sale);
    if (!receipt) return unexpected<Refusal>{receipt.error()};
    auto totals = price_receipt(*receipt);
    if (!totals) return unexpected<Refusal>{totals.error()};
    RefundedSale sold{std::move(*receipt), std::move(*totals)};
    for (auto& refund : refunds) {
        if (auto refusal = sold.give_back(refund, tender)) return unexpected<Refusal>{std::move(*refusal)};
    }
    return PlayedRefunds{sold.totals(), std::move(refunds)};
}

Outcome<ordered_json> refund_example(const json& input)
{
    return play_refunds(input, {}).map([](const PlayedRefunds& played) {
        ordered_json refunds = ordered_json::array();
        std::int64_t refunded = 0;
        for (const auto& refund : played.refunds) {
            refunds.push_back(to_json(refund));
            refunded += refund.totals.amount;
        }
        return ordered_json{{"sale_total", played.sale.total},
                            {"sale_by_rate", to_json(played.sale.by_rate)},
                            {"refunds", refunds},
                            {"refunded_total", refunded},
                            {"remaining", played.sale.total - refunded}};
    });
}

}  // namespace kushi
