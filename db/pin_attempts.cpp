#include "db/pin_attempts.h"

namespace kushi {

PinAttempts pin_attempts(const Database& database, const std::string& staff)
{
    PinAttempts attempts;
    Query row{database, "SELECT at, failed FROM pin_attempt WHERE staff = ? ORDER BY at, rowid", staff};
    while (row.next()) {
        const Instant at{std::chrono::milliseconds{row.integer(0)}};
        if (row.integer(1) != 0) attempts.failures.push_back(at);
        else attempts.last_success = at;
    }
    return attempts;
}

std::int64_t count_pin_attempt(const Database& database, const std::string& staff, Instant now)
{
    constexpr std::int64_t thirty_days_ms = 30LL * 24 * 3600 * 1000;
    const std::int64_t at = now.time_since_epoch().count();
    Transaction transaction{database};
    Query{database, "DELETE FROM pin_attempt WHERE staff = ? AND at < ?", staff, at - thirty_days_ms}.run();
    Query{database, "INSERT INTO pin_attempt (staff, at, failed) VALUES (?, ?, 1)", staff, at}.run();
    transaction.commit();
    return database.connection().getLastInsertRowid();
}

void forgive_pin_attempt(const Database& database, std::int64_t attempt)
{
    Transaction transaction{database};
    Query{database, "UPDATE pin_attempt SET failed = 0 WHERE rowid = ?", attempt}.run();
    transaction.commit();
}

void forget_pin_attempts(const Database& database, const std::string& staff)
{
    Query{database, "DELETE FROM pin_attempt WHERE staff = ?", staff}.run();
}

}  // namespace kushi
