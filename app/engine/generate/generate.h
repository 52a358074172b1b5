#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/engine/create_salon.h"
#include "core/result.h"

namespace kushi {

/// The last day of a history unless another is named: fixed, so that the same seed gives the same data at any time.
inline constexpr std::chrono::year_month_day usual_last_day{std::chrono::year{2026}, std::chrono::October, std::chrono::day{31}};

/// The first day of so many years that end with a day: 2025-11-01 for one year to 2026-10-31.
std::chrono::year_month_day first_day_of(std::int64_t years, std::chrono::year_month_day until);

struct HistoryWish {
    std::filesystem::path folder;
    std::string preset = "tokyo";
    std::int64_t visits_per_day = 20;  ///< on average over the week and the year
    std::int64_t clients = 500;        ///< cards in the end
    std::uint64_t seed = 1;
    std::chrono::year_month_day first = first_day_of(1, usual_last_day);
    std::chrono::year_month_day last = usual_last_day;
};

struct HistoryCounts {
    std::int64_t days = 0, visits = 0, sales = 0, refunds = 0, voids = 0, clients = 0;
};
/// After every day: what there is so far, and how many days there will be.
using HistoryProgress = std::function<void(const HistoryCounts&, std::int64_t days)>;

struct SalonHistory {
    std::vector<NewStaff> staff;
    HistoryCounts counts;
    std::string first_day, last_day;
    std::int64_t file_bytes = 0;
};

/// Makes a training salon with a history, every day of it opened, played through the engine's door and closed; one
/// transaction a day. The same wish gives the same ids, times, amounts and words; what is drawn anew each time are the keys,
/// and with them everything sealed, signed or chained, down to the chain mark on a receipt.
/// Refuses `unknown_preset`, `salon_exists`, and `no_tax_rate` (detail: the first day that has one) for a history that
/// begins before the preset's taxes do.
/// @throws StoryProblem when the engine refuses an act; DatabaseProblem, KeyProblem, std::filesystem::filesystem_error
Outcome<SalonHistory> generate_history(const HistoryWish& wish, const HistoryProgress& progress = {});

}  // namespace kushi
