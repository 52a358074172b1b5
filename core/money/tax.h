#pragma once

#include <cstdint>
#include <vector>

#include "core/money/receipt.h"

namespace kushi {

/// An amount that bears one rate: a line after its discounts, or the service charge.
struct TaxedAmount {
    Rate rate;
    std::int64_t amount = 0;  ///< tax inside it in inclusive mode, before tax in exclusive mode
};

/// The tax of one amount, rounded once: what a receipt says of one rate (`per_rate`) or of one line (`per_line`).
/// Inclusive `amount*r/(1+r)`, exclusive `amount*r` (R5).
/// Source: 消費税法施行令 第70条の10; 消費税法基本通達 1-8-15; 国税庁 インボイス Q&A 問57
std::int64_t tax_of(const TaxedAmount& taxed, const TaxRules& rules);

/// Net, tax and gross of a group whose amount and tax are known. In inclusive mode no rounding changes the gross.
RateTotals rate_totals(const TaxedAmount& group, std::int64_t tax, PriceMode mode);

/// One row a rate, in order of first appearance, keyed by the first way the rate was written. In per_line mode a rate's
/// tax is the sum of its amounts' taxes, unless one of them is below zero: what was taxed before is of no line, and a
/// difference of sums of rounded taxes could be a tax below zero.
/// @pre the sum of the amounts is within the limit
std::vector<RateTotals> totals_by_rate(const std::vector<TaxedAmount>& amounts, const TaxRules& rules);

}  // namespace kushi
