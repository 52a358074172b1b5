#pragma once

#include <optional>
#include <vector>

#include "core/money/receipt.h"

namespace kushi {

/// Sets what was offered against what is due (R9, R10): what is not cash first, in whatever order it was entered, and
/// the salon's own that are given change for next, and cash for the rest, which alone is rounded. Change is always
/// cash: a `cash_due` below 0 is change for another tender.
/// Refuses `bad_amount`, `underpaid`, `overpaid` (more without change than is due), `out_of_range`.
Outcome<TenderTotals> settle(std::int64_t due, const std::vector<OfferedTender>& tenders,
                             const std::optional<CashRounding>& rule);

}  // namespace kushi
