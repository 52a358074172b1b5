#include "core/money/receipt.h"
#include "core/money/rounding.h"

namespace kushi {

Outcome<std::int64_t> round_cash(std::int64_t amount, const CashRounding& rule)
{
    if (rule.step <= 0) return refused("bad_step", "step");
    if (!within_limit(rule.step)) return refused("out_of_range", "step");
    if (!within_limit(amount)) return refused("out_of_range", "amount");
    const Wide rounded = divided(amount, rule.step, rule.mode) * rule.step;
    if (!within_limit(rounded)) return refused("out_of_range", "amount");
    return static_cast<std::int64_t>(rounded - amount);
}

}  // namespace kushi
