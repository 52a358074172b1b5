#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/engine/salon.h"
#include "core/day/period.h"
#include "db/database.h"

namespace kushi {

/// The report of a week, month, year or range as JSON: the names of a day's, with `period`, how many days the till was open
/// and a row a day (a month, beyond 62 days). It is the sum of its days: closed ones as their Z stored them, the others
/// added up. Distinct people and what is owed to clients are asked for the whole period. Refuses `out_of_range`.
Outcome<nlohmann::ordered_json> period_report(const Database& database, const Salon& salon, const Period& period);

/// One therapist's own figures of a day or a longer period, and by day.
Outcome<nlohmann::ordered_json> own_report(const Database& database, const Salon& salon, const Period& period, const std::string& staff);

}  // namespace kushi
