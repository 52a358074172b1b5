#include <algorithm>
#include <functional>

#include "core/money/receipt.h"
#include "core/money/rounding.h"

namespace kushi {
namespace {

struct Remainder {
    std::size_t index;
    Wide rest;
};

/// @pre 0 <= total <= sum, sum > 0, no weight negative
std::vector<std::int64_t> largest_remainder(std::int64_t total, const std::vector<std::int64_t>& weights, Wide sum)
{
    std::vector<std::int64_t> parts;
    std::vector<Remainder> remainders;
    std::int64_t missing = total;
    for (const std::int64_t weight : weights) {
        const Wide product = static_cast<Wide>(total) * weight;
        parts.push_back(static_cast<std::int64_t>(product / sum));
        remainders.push_back({remainders.size(), product % sum});
        missing -= parts.back();
    }
    // A stable sort keeps the earlier weight first among equals. Fewer units are missing than there are remainders
    // above zero, so no part grows past its weight.
    std::ranges::stable_sort(remainders, [](const auto& a, const auto& b) { return a.rest > b.rest; });
    for (std::int64_t i = 0; i < missing; ++i) ++parts[remainders[static_cast<std::size_t>(i)].index];
    return parts;
}

}  // namespace

Outcome<std::vector<std::int64_t>> allocate(std::int64_t total, const std::vector<std::int64_t>& weights)
{
    Wide sum = 0;
    for (const std::int64_t weight : weights) {
        if (weight < 0) return refused("bad_amount", "weights");
        sum += weight;
        if (!within_limit(sum)) return refused("out_of_range", "weights");
    }
    if (!within_limit(total)) return refused("out_of_range", "total");
    const std::int64_t magnitude = total < 0 ? -total : total;
    if (magnitude > sum) return refused("discount_exceeds_amount", "total");
    if (magnitude == 0) return std::vector<std::int64_t>(weights.size(), 0);
    auto parts = largest_remainder(magnitude, weights, sum);
    if (total < 0) std::ranges::transform(parts, parts.begin(), std::negate<>{});
    return parts;
}

}  // namespace kushi
