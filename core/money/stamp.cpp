#include "core/money/stamp.h"

#include <algorithm>
#include <array>

#include "core/money/rounding.h"

namespace kushi {
namespace {

/// From this on a receipt of sales proceeds bears duty.
constexpr std::int64_t dutiable_from = 50'000;

struct Bracket {
    std::int64_t up_to;  ///< included
    std::int64_t stamp;
};
constexpr std::array brackets{
    Bracket{1'000'000, 200},         Bracket{2'000'000, 400},        Bracket{3'000'000, 600},
    Bracket{5'000'000, 1'000},       Bracket{10'000'000, 2'000},     Bracket{20'000'000, 4'000},
    Bracket{30'000'000, 6'000},      Bracket{50'000'000, 10'000},    Bracket{100'000'000, 20'000},
    Bracket{200'000'000, 40'000},    Bracket{300'000'000, 60'000},   Bracket{500'000'000, 100'000},
    Bracket{1'000'000'000, 150'000}, Bracket{amount_limit, 200'000},
};

std::int64_t stamp_for(std::int64_t judged_amount)
{
    if (judged_amount < dutiable_from) return 0;
    return std::ranges::lower_bound(brackets, judged_amount, {}, &Bracket::up_to)->stamp;
}

}  // namespace

Outcome<StampDuty> stamp_duty(const ReceiptForStamp& receipt)
{
    if (receipt.amount < 0) return refused("bad_amount", "amount");
    if (!within_limit(receipt.amount)) return refused("out_of_range", "amount");
    if (receipt.tax < 0 || receipt.tax > receipt.amount) return refused("bad_amount", "tax");
    if (!receipt.in_cash || !receipt.on_paper) return StampDuty{};
    const std::int64_t judged = receipt.amount - (receipt.tax_stated ? receipt.tax : 0);
    const std::int64_t stamp = stamp_for(judged);
    return StampDuty{judged, stamp, stamp > 0};
}

}  // namespace kushi
