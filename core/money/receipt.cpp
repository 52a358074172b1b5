#include "core/money/receipt.h"

#include <algorithm>
#include <numeric>

#include "core/money/rounding.h"
#include "core/money/settle.h"
#include "core/money/tax.h"

namespace kushi {
namespace {

constexpr Wide whole_percent = 100 * static_cast<Wide>(Percent::one);

std::string line_field(std::size_t index, const char* name)
{
    return "lines[" + std::to_string(index) + "]." + name;
}

Wide sum_of(const std::vector<std::int64_t>& amounts)
{
    return std::accumulate(amounts.begin(), amounts.end(), Wide{0});
}

Wide part_of(Wide amount, const Percent& percent)
{
    return divided(amount * percent.units, whole_percent, Rounding::half_up);
}

bool known_to(const std::optional<std::vector<Rate>>& known, const Rate& rate)
{
    return !known || std::ranges::find(*known, rate) != known->end();
}

/// A unit times its quantity, and what its own discounts take from it (R3).
struct PricedLine {
    std::int64_t extended = 0;
    std::int64_t discount = 0;
};

Outcome<PricedLine> priced_line(const ReceiptLine& line, std::size_t index)
{
    if (line.unit < 0) return refused("bad_amount", line_field(index, "unit"));
    if (line.discount < 0) return refused("bad_amount", line_field(index, "discount"));
    if (line.quantity <= Quantity{} || line.quantity > Quantity::whole(Quantity::limit_whole)) {
        return refused("bad_quantity", line_field(index, "qty"));
    }
    const Wide extended = divided(static_cast<Wide>(line.unit) * line.quantity.units, Quantity::one, Rounding::half_up);
    if (!within_limit(line.unit) || !within_limit(extended)) return refused("out_of_range", line_field(index, "unit"));
    const Wide by_percent = line.discount_percent ? part_of(extended, *line.discount_percent) : 0;
    const Wide discount = by_percent + line.discount;
    if (discount > extended) return refused("discount_exceeds_amount", line_field(index, "discount"));
    return PricedLine{static_cast<std::int64_t>(extended), static_cast<std::int64_t>(discount)};
}

/// The sum and the weights that the bill's discount is taken from: a line that takes no share weighs nothing.
std::vector<std::int64_t> discountable(const ReceiptInput& input, const ReceiptTotals& totals)
{
    std::vector<std::int64_t> amounts;
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        const bool takes_share = input.lines[i].discountable && !input.lines[i].prepaid;
        amounts.push_back(takes_share ? totals.extended[i] - totals.line_discounts[i] : 0);
    }
    return amounts;
}

std::optional<Refusal> extend_lines(const ReceiptInput& input, ReceiptTotals& totals)
{
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        if (!input.lines[i].prepaid && !known_to(input.known_rates, input.lines[i].rate)) return Refusal{"unknown_rate", line_field(i, "rate")};
        const auto line = priced_line(input.lines[i], i);
        if (!line) return line.error();
        totals.extended.push_back(line->extended);
        totals.line_discounts.push_back(line->discount);
    }
    return within_limit(sum_of(totals.extended)) ? std::nullopt : std::optional{Refusal{"out_of_range", "lines"}};
}

/// R4.
std::optional<Refusal> discount_bill(const ReceiptInput& input, ReceiptTotals& totals)
{
    if (input.bill_discount < 0) return Refusal{"bad_amount", "bill_discount"};
    if (input.bill_discount != 0 && input.bill_discount_percent) return Refusal{"bad_request", "bill_discount_pct"};
    const auto eligible = discountable(input, totals);
    totals.bill_discount = input.bill_discount_percent
                               ? static_cast<std::int64_t>(part_of(sum_of(eligible), *input.bill_discount_percent))
                               : input.bill_discount;
    auto shares = allocate(totals.bill_discount, eligible);
    if (!shares) return Refusal{shares.error().code, "bill_discount"};
    totals.bill_discount_shares = std::move(*shares);
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        totals.line_final.push_back(totals.extended[i] - totals.line_discounts[i] - totals.bill_discount_shares[i]);
    }
    return std::nullopt;
}

/// What bears tax: the lines, and a mandatory service charge on all of them, which is revenue like any line (R8); less
/// what was taxed before.
std::vector<TaxedAmount> taxed_amounts(const ReceiptInput& input, const ReceiptTotals& totals)
{
    std::vector<TaxedAmount> amounts;
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        if (!input.lines[i].prepaid) amounts.push_back({input.lines[i].rate, totals.line_final[i]});
    }
    if (totals.service_charge) amounts.push_back({input.service_charge->rate, *totals.service_charge});
    for (const auto& before : input.taxed_before) amounts.push_back({before.rate, -before.amount});
    return amounts;
}

/// The lines that are revenue, or those that are owed to the client.
Wide sum_of_lines(const ReceiptInput& input, const ReceiptTotals& totals, bool prepaid)
{
    Wide sum = 0;
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        if (input.lines[i].prepaid == prepaid) sum += totals.line_final[i];
    }
    return sum;
}

/// Nothing was taxed before that the lines of its rate do not come to.
std::optional<Refusal> check_taxed_before(const ReceiptInput& input, const ReceiptTotals& totals)
{
    for (const auto& before : input.taxed_before) {
        if (before.amount < 0 || input.rules.price_mode == PriceMode::exclusive) return Refusal{"bad_amount", "taxed_before"};
        Wide left = 0;
        for (const auto& amount : taxed_amounts(input, totals)) left += amount.rate == before.rate ? amount.amount : 0;
        if (left < 0) return Refusal{"bad_amount", "taxed_before"};
    }
    return std::nullopt;
}

std::optional<Refusal> add_tax(const ReceiptInput& input, ReceiptTotals& totals)
{
    if (input.service_charge) {
        if (!known_to(input.known_rates, input.service_charge->rate)) {
            return Refusal{"unknown_rate", "service_charge_rate"};
        }
        totals.service_charge =
            static_cast<std::int64_t>(part_of(sum_of_lines(input, totals, false), input.service_charge->percent));
    }
    if (!within_limit(sum_of(totals.line_final) + totals.service_charge.value_or(0))) {
        return Refusal{"out_of_range", "lines"};
    }
    if (auto refusal = check_taxed_before(input, totals)) return refusal;
    totals.by_rate = totals_by_rate(taxed_amounts(input, totals), input.rules);
    for (const auto& before : input.taxed_before) totals.taxed_before += before.amount;
    for (const auto& row : totals.by_rate) {
        totals.tax_total += row.tax;
        totals.total += row.gross;
    }
    return within_limit(totals.total) ? std::nullopt : std::optional{Refusal{"out_of_range", "lines"}};
}

/// R8: the tip is owed to staff, and what is prepaid to the client: due with the total, and no part of it.
std::optional<Refusal> add_tip(const ReceiptInput& input, ReceiptTotals& totals)
{
    totals.tip = input.tip;
    const std::int64_t tip = input.tip.value_or(0);
    if (tip < 0) return Refusal{"bad_amount", "tip"};
    if (!within_limit(tip) || !within_limit(totals.total + tip)) return Refusal{"out_of_range", "tip"};
    totals.prepaid = static_cast<std::int64_t>(sum_of_lines(input, totals, true));
    totals.due = totals.total + tip + totals.prepaid;
    if (!within_limit(totals.due)) return Refusal{"out_of_range", "lines"};
    return std::nullopt;
}

std::optional<Refusal> take_tenders(const ReceiptInput& input, ReceiptTotals& totals)
{
    // A rule that cannot round is a fault of the setting, also on a receipt that nobody pays in cash.
    if (input.cash_rounding && input.cash_rounding->step <= 0) return Refusal{"bad_step", "cash_rounding.step"};
    if (!input.tenders) return std::nullopt;
    const auto paid = settle(totals.due, *input.tenders, input.cash_rounding);
    if (!paid) return paid.error();
    totals.paid = *paid;
    return std::nullopt;
}

}  // namespace

Outcome<ReceiptTotals> price_receipt(const ReceiptInput& input)
{
    ReceiptTotals totals;
    for (const auto step : {extend_lines, discount_bill, add_tax, add_tip, take_tenders}) {
        if (auto refusal = step(input, totals)) return unexpected<Refusal>{std::move(*refusal)};
    }
    return totals;
}

}  // namespace kushi
