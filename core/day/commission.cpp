#include "core/day/commission.h"

#include <algorithm>

#include "core/money/rounding.h"

namespace kushi {
namespace {

Percent service_percent(const CommissionRule& rule, std::int64_t services_net)
{
    Percent percent = rule.service_percent;
    for (const auto& tier : rule.tiers) {
        if (services_net >= tier.from_minor_units) percent = tier.percent;
    }
    return percent;
}

}  // namespace

std::int64_t commission_of(const DayFigures::Therapist& work, const CommissionRule& rule)
{
    constexpr Wide hundred_percent = Wide{100} * Percent::one;
    const Wide percents = Wide{work.services_net} * service_percent(rule, work.services_net).units +
                          Wide{work.retail_net} * rule.retail_percent.units;
    const Wide fixed = Wide{work.services_thousandths} * rule.fixed_minor_units;
    return static_cast<std::int64_t>(
        divided(percents * Quantity::one + fixed * hundred_percent, hundred_percent * Quantity::one, Rounding::half_up));
}

const CommissionRule* rule_for(const std::vector<CommissionRule>& rules, const std::string& id, const std::string& code)
{
    const auto named = std::ranges::find_if(rules, [&](const auto& rule) {
        return !rule.staff.empty() && (rule.staff == id || rule.staff == code);
    });
    if (named != rules.end()) return &*named;
    const auto everybody = std::ranges::find(rules, std::string{}, &CommissionRule::staff);
    return everybody == rules.end() ? nullptr : &*everybody;
}

}  // namespace kushi
