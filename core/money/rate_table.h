#pragma once

#include <chrono>
#include <vector>

#include "core/money/decimal.h"
#include "core/result.h"

namespace kushi {

/// One row of a rate's history: the rate that holds from this date on, the date included.
struct DatedRate {
    std::chrono::year_month_day from;
    Rate rate;
};

/// The rate in force on a date. The rows may come in any order. Refuses `unknown_rate` before the first row (R7), and
/// `bad_table` when two rows begin on one date, since either could be meant.
Outcome<Rate> rate_on(const std::vector<DatedRate>& table, std::chrono::year_month_day date);

}  // namespace kushi
