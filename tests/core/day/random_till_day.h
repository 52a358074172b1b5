#pragma once

#include "core/day/report.h"

namespace kushi::test {

/// A day of a till by chance, as its tables would hold it: sales of several lines with discounts, tips, cash rounding,
/// shared lines and lines of products; tickets, vouchers and deposits sold, used, expired and given back; refunds and
/// voids. The same seed gives the same day.
DayFacts random_till_day(unsigned seed);

}  // namespace kushi::test
