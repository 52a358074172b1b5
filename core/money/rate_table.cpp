#include "core/money/rate_table.h"

#include <algorithm>

namespace kushi {

Outcome<Rate> rate_on(const std::vector<DatedRate>& table, std::chrono::year_month_day date)
{
    auto rows = table;
    std::ranges::sort(rows, {}, &DatedRate::from);
    if (std::ranges::adjacent_find(rows, {}, &DatedRate::from) != rows.end()) return refused("bad_table", "table");
    const auto next = std::ranges::upper_bound(rows, date, {}, &DatedRate::from);
    if (next == rows.begin()) return refused("unknown_rate", "date");
    return std::prev(next)->rate;
}

}  // namespace kushi
