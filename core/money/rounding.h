#pragma once

#include <cstdint>

#include "core/money/receipt.h"

namespace kushi {

/// Holds the product of any two amounts: the limit below squared is 10^30, this goes to 10^38.
using Wide = __int128;

/// No amount and no sum of Kushi goes past this, in the smallest unit of the currency; what would is refused.
inline constexpr std::int64_t amount_limit = 1'000'000'000'000'000;

constexpr bool within_limit(Wide amount)
{
    return amount >= -amount_limit && amount <= amount_limit;
}

/// A quotient rounded once, on its magnitude, so that the negative of a fraction rounds to the negative (R2).
/// @pre denominator > 0
Wide divided(Wide numerator, Wide denominator, Rounding mode);

}  // namespace kushi
