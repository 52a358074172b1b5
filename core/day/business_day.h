#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace kushi {

/// An instant, in UTC.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where and when a salon's day turns: an IANA zone ("Asia/Tokyo") and the local hour that still belongs to yesterday.
struct DayRule {
    std::string zone;
    std::chrono::minutes cutoff{0};  ///< 0 to 23:59
};

/// Zone known to the system's tz data, cut-off "HH:MM" from 00:00 to 23:59; else `bad_zone`, `bad_cutoff`.
Outcome<DayRule> make_day_rule(std::string_view zone, std::string_view cutoff);

/// The business date of an instant (R16): its local date in the shop's zone, minus one day before the cut-off. What
/// counts is the clock on the wall: where clocks go back over the cut-off the date goes back with them, once a year, so
/// order documents by their number and never by this.
/// @throws std::logic_error for a zone that make_day_rule refuses
std::chrono::year_month_day business_day(Instant at, const DayRule& rule);

/// Local time with its offset, to the second: "2026-11-22T02:30:00+09:00".
std::string local_text(Instant at, std::string_view zone);
/// RFC 3339 in UTC with milliseconds: "2026-11-21T17:30:00.000Z". parse takes 0 to 3 decimals and only "Z".
std::string instant_text(Instant at);
std::optional<Instant> parse_instant(std::string_view text);
/// "YYYY-MM-DD", a date that exists.
std::string date_text(std::chrono::year_month_day date);
std::optional<std::chrono::year_month_day> parse_date(std::string_view text);

}  // namespace kushi
