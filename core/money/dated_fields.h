#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "core/money/fields.h"
#include "core/money/rate_table.h"

namespace kushi {

/// "YYYY-MM-DD", a date that exists; else `bad_date` is noted.
std::chrono::year_month_day date_field(const Fields& fields, const char* name);
/// `[[date, rate], ...]`, the history of a rate.
std::vector<DatedRate> dated_rates_field(const Fields& fields, const char* name);

}  // namespace kushi
