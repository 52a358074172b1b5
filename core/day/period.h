#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/day/goods.h"
#include "core/day/report.h"

namespace kushi {

/// Business dates from the first to the last, both within it.
struct Period {
    std::string kind;  ///< day, week, month, year, range
    std::string from, to;
    friend bool operator==(const Period&, const Period&) = default;
};

/// The week (ISO: from its Monday), month or year of a business date, or the day alone.
Period period_around(const std::string& kind, std::chrono::year_month_day date);
/// From what a person says: of a week and a day a date of it, of a month "2026-11", of a year "2026"; a date is good for
/// all of them. Refuses `bad_date`, in field `date`.
Outcome<Period> period_in(const std::string& kind, std::string_view text);
/// Refuses `bad_date` (fields from and to) and `bad_period` when the end comes first.
Outcome<Period> range_in(std::string_view from, std::string_view to);
/// How many dates it holds.
std::int64_t days_of(const Period& period);

/// Adds the figures of a period's days up, in the order of their dates. What only a day has is left out: its drawer's float,
/// what was expected and counted. The perpetual total is the last day's; `liabilities` the caller has from the ledger,
/// which moves on days without a till too. Refuses `out_of_range`.
Outcome<DayFigures> sum_of(const std::vector<DayFigures>& days);
/// The identities of R15 that a sum of days must hold as each of them does: one sentence for each that fails.
std::vector<std::string> failing_sums(const DayFigures& sum);
/// The stock's value is the last day's.
Goods sum_of(const std::vector<Goods>& days);

}  // namespace kushi
