#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/day/business_day.h"
#include "db/database.h"

namespace kushi {

struct PinAttempts {
    std::vector<Instant> failures;  ///< oldest first, of the last 30 days
    std::optional<Instant> last_success;
};
PinAttempts pin_attempts(const Database& database, const std::string& staff);
/// Counts a try as failed, durably, before the PIN is checked. @returns what forgive_pin_attempt takes
std::int64_t count_pin_attempt(const Database& database, const std::string& staff, Instant now);
/// The PIN was right after all.
void forgive_pin_attempt(const Database& database, std::int64_t attempt);
/// Nothing is counted against the person any more, inside the caller's transaction.
void forget_pin_attempts(const Database& database, const std::string& staff);

}  // namespace kushi
