#pragma once

#include <cstdint>
#include <span>

#include "core/money/currency.h"

namespace kushi {

/// The notes and coins of a currency that a drawer is counted by, largest first, in its smallest unit. Empty where this
/// table has none: then the drawer is counted as one sum. Source: Bank of Japan and Mint Bureau (2,000 yen is in
/// circulation); Bank of England and Royal Mint; US Currency Education Program. Left out are what no drawer has a place
/// for: the two-dollar note, the half dollar.
std::span<const std::int64_t> denominations_of(const Currency& currency);

}  // namespace kushi
