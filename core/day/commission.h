#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/day/report.h"
#include "core/money/decimal.h"

namespace kushi {

/// From so much work on, this percent counts instead of the rule's own for services.
struct CommissionTier {
    std::int64_t from_minor_units = 0;
    Percent percent;
    friend bool operator==(const CommissionTier&, const CommissionTier&) = default;
};

/// What a therapist earns beside the wage.
struct CommissionRule {
    std::string staff;  ///< id or code; empty for everybody who has no rule of their own
    Percent service_percent, retail_percent;
    std::int64_t fixed_minor_units = 0;  ///< for each service
    std::vector<CommissionTier> tiers;   ///< the lowest first
    friend bool operator==(const CommissionRule&, const CommissionRule&) = default;
};

/// What a rule gives for a period's work, rounded half up once. Percents are of amounts NET of tax, which is never the
/// salon's to share; refunds and voids are taken back, of a shared line each has a part, also of the fixed amount. The
/// tier is the highest whose amount the services' net has reached, and counts for all of it.
std::int64_t commission_of(const DayFigures::Therapist& work, const CommissionRule& rule);

/// The rule of a person: the one that names an id or code of theirs before the one for everybody.
/// @returns null when there is neither
const CommissionRule* rule_for(const std::vector<CommissionRule>& rules, const std::string& id, const std::string& code);

}  // namespace kushi
