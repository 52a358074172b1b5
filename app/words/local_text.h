#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/day/business_day.h"
#include "core/text/names.h"  // given_name

namespace kushi {

// How a screen writes amounts, times and names: `language` is "ja" or, for anything else, English.

/// "¥17,360", "£12.50", "−¥500": core/money/format.h for an amount that came as a number and a code.
/// @throws std::invalid_argument for a code that is no currency
std::string money_text(std::int64_t minor_units, std::string_view currency_code, std::string_view language);
/// With a plus before what is more than nothing: "+¥300", "−¥300", "¥0".
std::string signed_money_text(std::int64_t minor_units, std::string_view currency_code, std::string_view language);
/// "1,980", "−12"
std::string number_text(std::int64_t number, std::string_view language);

/// "09:24" on the wall of the zone.
/// @throws std::logic_error for a zone that make_day_rule refuses (this and every function with a zone)
std::string clock_text(Instant at, std::string_view zone);
/// An instant of an answer, "2026-11-14T01:24:00.000Z", the same way; empty for a text that is none.
std::string clock_text(std::string_view instant, std::string_view zone);
/// The local date of an instant, "YYYY-MM-DD"; the salon's own day is business_day.
std::string local_date(Instant at, std::string_view zone);

// A date "YYYY-MM-DD"; any other text comes back as it is.
std::string long_day_text(std::string_view date, std::string_view language);         ///< Saturday 14 November; 11月14日（土）
std::string short_day_text(std::string_view date, std::string_view language);        ///< Fri 13 November; 11月13日（金）
std::string month_day_text(std::string_view date, std::string_view language);        ///< 24 October; 10月24日
std::string short_month_day_text(std::string_view date, std::string_view language);  ///< 24 Oct; 10/24
std::string full_day_text(std::string_view date, std::string_view language);         ///< 24 October 2026; 2026年10月24日
std::string short_full_day_text(std::string_view date, std::string_view language);   ///< 24 Oct 2026; 2026年10月24日

/// A client's name as it is said: in Japanese with 様 after it, once. A name that is empty stays so.
std::string client_name_text(std::string_view name, std::string_view language);
/// What stands in an avatar: "AT"; for a name in kanji the first one of the given name (staff) or the family name (clients).
std::string staff_initials(std::string_view name, std::string_view language);
std::string client_initials(std::string_view name, std::string_view language);

}  // namespace kushi
