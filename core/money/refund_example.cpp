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

struct WantedRefund {
    std::vector<ReturnedLine> lines;
    std::string tender;  ///< empty when the refund names none
};

/// "0" and "12" are line numbers; "00", "-1" and "1.0" are not.
std::optional<std::size_t> line_number(const std::string& key)
{
    constexpr std::size_t digits_limit = 9;
    const auto number = written_number(key);
    if (!number || number->whole != key || key.size() > digits_limit) return std::nullopt;
    if (key.size() > 1 && key[0] == '0') return std::nullopt;
    return static_cast<std::size_t>(scaled(*number, 0));
}

WantedRefund refund_from(const json& value, const std::string& path, Problem& problem)
{
    const Fields fields{value, path, problem, {"lines", "tender"}};
    WantedRefund refund;
    if (fields.has("tender")) refund.tender = fields.text("tender");
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
            sold_.push_back({input_.lines[i].quantity, Quantity{}, totals_.line_final[i], input_.lines[i].rate});
        }
    }

    Outcome<ordered_json> give_back(const WantedRefund& wanted)
    {
        const auto refund = price_refund(input_.rules, sold_, totals_.by_rate, wanted.lines);
        if (!refund) return unexpected<Refusal>{refund.error()};
        ordered_json lines = ordered_json::object();
        for (std::size_t i = 0; i < wanted.lines.size(); ++i) {
            sold_[wanted.lines[i].line].returned_before.units += wanted.lines[i].quantity.units;
            lines[std::to_string(wanted.lines[i].line)] = refund->line_amounts[i];
        }
        ordered_json answer{{"lines", lines}, {"by_rate", to_json(refund->by_rate)}, {"amount", refund->amount}};
        const bool in_cash = wanted.tender.empty() ? paid_in_cash_alone(input_) : wanted.tender == "cash";
        if (in_cash) {
            const auto rounding = round_cash(refund->amount, input_.cash_rounding.value_or(CashRounding{}));
            if (!rounding) return unexpected<Refusal>{rounding.error()};
            answer["cash_out"] = refund->amount + *rounding;
            answer["cash_rounding"] = *rounding;
        }
        refunded_ += refund->amount;
        return answer;
    }

    [[nodiscard]] const ReceiptTotals& totals() const { return totals_; }
    [[nodiscard]] std::int64_t refunded() const { return refunded_; }

private:
    ReceiptInput input_;
    ReceiptTotals totals_;
    std::vector<SoldLine> sold_;
    std::int64_t refunded_ = 0;
};

Outcome<ordered_json> give_back_all(RefundedSale sale, const std::vector<WantedRefund>& wanted)
{
    ordered_json refunds = ordered_json::array();
    for (const auto& one : wanted) {
        auto answer = sale.give_back(one);
        if (!answer) return answer;
        refunds.push_back(std::move(*answer));
    }
    return ordered_json{{"sale_total", sale.totals().total},
                        {"sale_by_rate", to_json(sale.totals().by_rate)},
                        {"refunds", refunds},
                        {"refunded_total", sale.refunded()},
                        {"remaining", sale.totals().total - sale.refunded()}};
}

}  // namespace

Outcome<ordered_json> refund_example(const json& input)
{
    Problem problem;
    const Fields fields{input, "", problem, {"sale", "refunds"}};
    const json& sale = fields.object("sale");
    std::vector<WantedRefund> wanted;
    for (const auto& value : fields.array("refunds")) {
        wanted.push_back(refund_from(value, element_path("refunds", wanted.size()), problem));
    }
    if (problem.first()) return unexpected<Refusal>{*problem.first()};
    auto receipt = receipt_input_from_json(sale);
    if (!receipt) return unexpected<Refusal>{receipt.error()};
    auto totals = price_receipt(*receipt);
    if (!totals) return unexpected<Refusal>{totals.error()};
    return give_back_all(RefundedSale{std::move(*receipt), std::move(*totals)}, wanted);
}

}  // namespace kushi
