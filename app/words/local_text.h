#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/day/business_day.h"

namespace kushi {

// How a screen writes amounts, times and names, after ICU: `language` is "ja" or, for anything else, English.

/// "¥17,360", "£12.50", "−¥500": a yen sign of one width in both languages, a real minus sign.
std::string money_text(std::int64_t minor_units, std::string_view currency_code, std::string_view language);
/// "1,980"
std::string number_text(std::int64_t number, std::string_view language);

/// "10:24" on the wall of the zone.
/// @throws std::runtime_error for a zone that the system does not know (this and every function with a zone)
std::string clock_text(Instant at, std::string_view zone);
/// An instant of an answer, "2026-11-14T01:24:00.000Z", the same way; empty for a text that is none.
std::string clock_text(std::string_view instant, std::string_view zone);
/// The local date of an instant, "YYYY-MM-DD".
std::string local_date(Instant at, std::string_view zone);

// A date "YYYY-MM-DD"; any other text comes back as it is.
std::string long_day_text(std::string_view date, std::string_view language);         ///< Saturday 14 November; 11月14日（土）
std::string short_day_text(std::string_view date, std::string_view language);        ///< Fri 13 November; 11月13日（金）
std::string month_day_text(std::string_view date, std::string_view language);        ///< 24 October; 10月24日
std::string short_month_day_text(std::string_view date, std::string_view language);  ///< 24 Oct; 10/24
std::string full_day_text(std::string_view date, std::string_view language);         ///< 24 October 2026; 2026年10月24日

/// A client's name as it is said: with 様 in Japanese.
std::string client_name_text(const std::string& name, std::string_view language);
/// The name by which colleagues go: "Aoi" of "Aoi Tanaka", 葵 of 田中 葵.
std::string given_name(const std::string& name);
/// What stands in an avatar: "AT"; for a name in kanji the first one of the given name (staff) or the family name (clients).
std::string staff_initials(const std::string& name, std::string_view language);
std::string client_initials(const std::string& name, std::string_view language);

}  // namespace kushi
