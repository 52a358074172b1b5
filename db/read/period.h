#pragma once

#include <string>
#include <vector>

#include "core/day/period.h"
#include "db/database.h"

namespace kushi {

/// A date of a period on which this terminal's till was open or took money.
struct PeriodDay {
    std::string business_date;
    std::string report;  ///< as its Z stored it; empty while it is not closed
};
/// In the order of their dates.
std::vector<PeriodDay> days_in(const Database& database, const Period& period);

/// Dates on which something happened to a ticket, voucher or deposit, with or without the till.
std::vector<std::string> ledger_dates_in(const Database& database, const Period& period);

/// People who came in a period, each counted once: new ones came for the first time ever, returning ones before it began.
struct PeriodPeople { std::int64_t new_clients = 0, returning_clients = 0; };
PeriodPeople people_in(const Database& database, const Period& period);

/// What was owed to clients before a period and after it, and what happened in it, also on days without a till.
std::vector<Liability> liabilities_in(const Database& database, const Period& period);

}  // namespace kushi
