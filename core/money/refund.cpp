#include <algorithm>
#include <numeric>
#include <stdexcept>

#include "core/money/receipt.h"
#include "core/money/rounding.h"
#include "core/money/tax.h"

namespace kushi {
namespace {

/// How much of each line has come back, in the units of Quantity.
using Returned = std::vector<std::int64_t>;

std::int64_t share(std::int64_t amount, Wide part, Wide whole)
{
    return whole == 0 ? 0 : static_cast<std::int64_t>(divided(amount * part, whole, Rounding::half_up));
}

/// How much of what was sold has come back, as amounts.
struct Proportion {
    Wide returned = 0;
    Wide sold = 0;
    void add(std::int64_t returned_amount, std::int64_t sold_amount)
    {
        returned += returned_amount;
        sold += sold_amount;
    }
    [[nodiscard]] std::int64_t of(std::int64_t amount) const { return share(amount, returned, sold); }
};

/// What a sale has given back once certain quantities of it were returned. A refund is the difference of two such
/// states, and so any split and order of returns comes to the same sum (R11).
class StoredSale {
public:
    StoredSale(const TaxRules& rules, const std::vector<SoldLine>& lines, const std::vector<RateTotals>& by_rate,
               std::int64_t taxed_before)
        : rules_{rules}, lines_{lines}, by_rate_{by_rate}, taxed_before_{taxed_before}
    {
        for (const auto& line : lines_) {
            if (line.quantity <= Quantity{} || line.returned_before > line.quantity) {
                throw std::logic_error{"a stored line returned beyond its quantity"};
            }
            if (line.prepaid) continue;
            if (std::ranges::find(by_rate_, line.rate, &RateTotals::rate) == by_rate_.end()) {
                throw std::logic_error{"a stored line of a rate that its sale does not total"};
            }
        }
    }

    [[nodiscard]] std::int64_t line_amount(std::size_t line, const Returned& returned) const
    {
        return share(lines_[line].final_amount, returned[line], lines_[line].quantity.units);
    }

    /// The cumulative totals of one rate. Once the whole of a rate came back its tax is the stored one, so that the
    /// last refund closes the sale to the unit whatever the rules say by then.
    [[nodiscard]] RateTotals totals(const RateTotals& sold, const Returned& returned) const
    {
        const Parts parts = parts_of(sold, returned);
        TaxRules rules = rules_;
        // What was taxed before is of no line, and so what is left of its rate is rounded once.
        if (parts.taxed_before) rules.tax_point = TaxPoint::per_rate;
        const auto rows = totals_by_rate(parts.amounts, rules);
        const std::int64_t amount =
            std::accumulate(parts.amounts.begin(), parts.amounts.end(), std::int64_t{0},
                            [](std::int64_t sum, const auto& part) { return sum + part.amount; });
        const std::int64_t tax = amount == base(sold) ? sold.tax : std::min(rows.front().tax, sold.tax);
        return rate_totals({sold.rate, amount}, tax, rules_.price_mode);
    }

private:
    struct Parts {
        std::vector<TaxedAmount> amounts;
        bool taxed_before = false;  ///< whether some of this rate was
    };

    [[nodiscard]] std::int64_t base(const RateTotals& sold) const
    {
        return rules_.price_mode == PriceMode::inclusive ? sold.gross : sold.net;
    }

    /// The returned parts of one rate: its lines, and what the rate has beside them. A service charge comes back in
    /// proportion to all that was sold; what was taxed before is taken off in proportion to its own rate, so that a
    /// line of another rate gives back the whole of what was paid for it.
    [[nodiscard]] Parts parts_of(const RateTotals& sold, const Returned& returned) const
    {
        Parts parts;
        Proportion all;
        Proportion of_rate;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (lines_[i].prepaid) continue;
            const std::int64_t amount = line_amount(i, returned);
            all.add(amount, lines_[i].final_amount);
            if (lines_[i].rate != sold.rate) continue;
            of_rate.add(amount, lines_[i].final_amount);
            parts.amounts.push_back({sold.rate, amount});
        }
        const auto beside = static_cast<std::int64_t>(base(sold) - of_rate.sold);
        if (beside < -taxed_before_) throw std::logic_error{"a stored sale whose lines are more than their total"};
        parts.taxed_before = beside < 0;
        parts.amounts.push_back({sold.rate, (parts.taxed_before ? of_rate : all).of(beside)});
        return parts;
    }

    TaxRules rules_;
    const std::vector<SoldLine>& lines_;
    const std::vector<RateTotals>& by_rate_;
    std::int64_t taxed_before_;
};

RateTotals difference(const RateTotals& after, const RateTotals& before)
{
    return {after.rate, after.net - before.net, after.tax - before.tax, after.gross - before.gross};
}

bool touches(const std::vector<ReturnedLine>& wanted, const std::vector<SoldLine>& sold, const Rate& rate)
{
    return std::ranges::any_of(wanted, [&](const auto& line) { return sold[line.line].rate == rate; });
}

}  // namespace

Outcome<RefundTotals> price_refund(const TaxRules& rules, const std::vector<SoldLine>& sold,
                                   const std::vector<RateTotals>& sold_by_rate, const std::vector<ReturnedLine>& wanted,
                                   std::int64_t taxed_before)
{
    if (wanted.empty()) return refused("bad_quantity", "lines");
    const StoredSale sale{rules, sold, sold_by_rate, taxed_before};
    Returned before;
    for (const auto& line : sold) before.push_back(line.returned_before.units);
    Returned after = before;
    RefundTotals refund;
    for (const auto& [line, quantity] : wanted) {
        const std::string field = "lines." + std::to_string(line);
        if (line >= sold.size()) return refused("unknown_line", field);
        if (quantity <= Quantity{}) return refused("bad_quantity", field);
        if (sold[line].prepaid) return refused("prepaid_line", field);
        if (quantity.units > sold[line].quantity.units - after[line]) return refused("more_than_sold", field);
        const std::int64_t amount_before = sale.line_amount(line, after);
        after[line] += quantity.units;
        refund.line_amounts.push_back(sale.line_amount(line, after) - amount_before);
    }
    for (const auto& row : sold_by_rate) {
        const auto returned = difference(sale.totals(row, after), sale.totals(row, before));
        if (!touches(wanted, sold, row.rate) && returned.gross == 0) continue;
        refund.by_rate.push_back(returned);
        refund.tax_total += returned.tax;
        refund.amount += returned.gross;
    }
    return refund;
}

}  // namespace kushi
