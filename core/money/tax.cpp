#include "core/money/tax.h"

#include <algorithm>

#include "core/money/rounding.h"

namespace kushi {
namespace {

struct Group {
    TaxedAmount taxed;
    std::int64_t line_taxes = 0;
    bool rounded_once = false;
};

Group& group_of(std::vector<Group>& groups, const Rate& rate)
{
    const auto found = std::ranges::find(groups, rate, [](const Group& group) { return group.taxed.rate; });
    return found != groups.end() ? *found : groups.emplace_back(Group{{rate, 0}});
}

}  // namespace

std::int64_t tax_of(const TaxedAmount& taxed, const TaxRules& rules)
{
    constexpr Wide one = 1'000'000;
    const Wide rate = taxed.rate.millionths;
    const Wide whole = rules.price_mode == PriceMode::inclusive ? one + rate : one;
    return static_cast<std::int64_t>(divided(taxed.amount * rate, whole, rules.tax_rounding));
}

RateTotals rate_totals(const TaxedAmount& group, std::int64_t tax, PriceMode mode)
{
    if (mode == PriceMode::inclusive) return {group.rate, group.amount - tax, tax, group.amount};
    return {group.rate, group.amount, tax, group.amount + tax};
}

std::vector<RateTotals> totals_by_rate(const std::vector<TaxedAmount>& amounts, const TaxRules& rules)
{
    std::vector<Group> groups;
    for (const auto& taxed : amounts) {
        Group& group = group_of(groups, taxed.rate);
        group.taxed.amount += taxed.amount;
        group.line_taxes += rules.tax_point == TaxPoint::per_line ? tax_of(taxed, rules) : 0;
        group.rounded_once = group.rounded_once || rules.tax_point == TaxPoint::per_rate || taxed.amount < 0;
    }
    std::vector<RateTotals> rows;
    for (const auto& [taxed, line_taxes, rounded_once] : groups) {
        rows.push_back(rate_totals(taxed, rounded_once ? tax_of(taxed, rules) : line_taxes, rules.price_mode));
    }
    return rows;
}

}  // namespace kushi
