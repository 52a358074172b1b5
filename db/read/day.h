#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/day/report.h"
#include "db/database.h"

namespace kushi {

/// Everything that adds up to one business date of this terminal. `zone` gives each sale its local hour.
/// @param liabilities  where the caller has them already
DayFacts day_facts(const Database& database, const std::string& business_date, const std::string& zone,
                   std::optional<std::vector<Liability>> liabilities = std::nullopt);

/// What of `sold - used - cancelled` from one date to another is of vouchers and courses whose tax fell at their sale.
std::int64_t taxed_before_between(const Database& database, const std::string& kind, const std::string& from, const std::string& to);

/// The day's float was counted in.
bool day_is_open(const Database& database, const std::string& business_date);
bool day_is_closed(const Database& database, const std::string& business_date);
/// The newest day that was opened and not closed yet, which may be an earlier one than today.
std::optional<std::string> open_day(const Database& database);
/// The latest business date that was closed.
std::optional<std::string> last_closed_day(const Database& database);
std::int64_t last_z(const Database& database);
/// The Z before this one; 0 before the first.
std::int64_t z_before(const Database& database, std::int64_t z);
/// The number of the Z that closed a date.
std::optional<std::int64_t> z_of_day(const Database& database, const std::string& business_date);
/// A closed day's report as JSON text, as it was printed.
std::optional<std::string> closed_report(const Database& database, const std::string& business_date);
std::optional<std::string> report_of_z(const Database& database, std::int64_t z);
/// The perpetual total before a date: of the newest close before it and the documents since.
std::int64_t grand_total_before(const Database& database, const std::string& business_date);

struct DrawerCount {
    std::int64_t counted = 0;
    std::string at, staff;
};
/// The drawer's newest count of a date.
std::optional<DrawerCount> newest_count(const Database& database, const std::string& business_date);

/// How often the drawer was opened without a sale, and how many papers were printed again.
std::int64_t drawer_openings(const Database& database, const std::string& business_date);
std::int64_t reprints_on(const Database& database, const std::string& business_date);

struct DayCounts {
    std::int64_t visits = 0, new_clients = 0, returning_clients = 0, rebooked = 0;
};
/// People who came are counted once a day, however many visits they had.
DayCounts day_counts(const Database& database, const std::string& business_date);

}  // namespace kushi
