#include "app/words/local_text.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <stdexcept>

#include "core/money/format.h"

namespace kushi {
namespace {

using std::chrono::year_month_day;

// clang-format off
constexpr std::array<std::string_view, 12> months{"January", "February", "March", "April", "May", "June", "July", "August",
                                                  "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> japanese_weekdays{"日", "月", "火", "水", "木", "金", "土"};
// clang-format on

Money money_of(std::int64_t minor_units, std::string_view currency_code)
{
    const auto currency = Currency::find(currency_code);
    if (!currency) throw std::invalid_argument{"an amount in no currency"};
    return {minor_units, *currency};
}

/// The pattern of the language with its fields filled in; text that is no date is handed back.
std::string dated(std::string_view date, std::string_view language, std::string_view english, std::string_view japanese)
{
    const auto parsed = parse_date(date);
    if (!parsed) return std::string{date};
    const int year{parsed->year()};
    const unsigned month{parsed->month()};
    const unsigned day{parsed->day()};
    const auto weekday = std::chrono::weekday{std::chrono::sys_days{*parsed}}.c_encoding();
    const auto month_name = months.at(month - 1);
    const auto weekday_name = weekdays.at(weekday);
    constexpr std::size_t short_letters = 3;  // English months and days are told apart by so many
    using fmt::arg;
    if (language == "ja") {
        return fmt::format(fmt::runtime(japanese), arg("year", year), arg("month", month), arg("day", day),
                           arg("weekday", japanese_weekdays.at(weekday)));
    }
    return fmt::format(fmt::runtime(english), arg("year", year), arg("day", day), arg("month", month_name),
                       arg("mon", month_name.substr(0, short_letters)), arg("weekday", weekday_name),
                       arg("wkd", weekday_name.substr(0, short_letters)));
}

}  // namespace

std::string money_text(std::int64_t minor_units, std::string_view currency_code, std::string_view language)
{
    return money_text(money_of(minor_units, currency_code), language);
}

std::string signed_money_text(std::int64_t minor_units, std::string_view currency_code, std::string_view language)
{
    const std::string text = money_text(minor_units, currency_code, language);
    return minor_units > 0 ? '+' + text : text;
}

std::string number_text(std::int64_t number, std::string_view language)
{
    return amount_text(Money{number, Currency{}}, language);  // the yen has no decimals, and its sign is left out
}

std::string clock_text(Instant at, std::string_view zone)
{
    constexpr std::size_t hour_at = 11;  // 2026-11-14T10:24:00+09:00
    return local_text(at, zone).substr(hour_at, 5);
}

std::string clock_text(std::string_view instant, std::string_view zone)
{
    const auto at = parse_instant(instant);
    return at ? clock_text(*at, zone) : std::string{};
}

std::string local_date(Instant at, std::string_view zone)
{
    constexpr std::size_t date_size = 10;
    return local_text(at, zone).substr(0, date_size);
}

std::string long_day_text(std::string_view date, std::string_view language)
{
    return dated(date, language, "{weekday} {day} {month}", "{month}月{day}日（{weekday}）");
}

std::string short_day_text(std::string_view date, std::string_view language)
{
    return dated(date, language, "{wkd} {day} {month}", "{month}月{day}日（{weekday}）");
}

std::string month_day_text(std::string_view date, std::string_view language)
{
    return dated(date, language, "{day} {month}", "{month}月{day}日");
}

std::string short_month_day_text(std::string_view date, std::string_view language)
{
    return dated(date, language, "{day} {mon}", "{month}/{day}");
}

std::string full_day_text(std::string_view date, std::string_view language)
{
    return dated(date, language, "{day} {month} {year}", "{year}年{month}月{day}日");
}

std::string short_full_day_text(std::string_view date, std::string_view language)
{
    return dated(date, language, "{day} {mon} {year}", "{year}年{month}月{day}日");
}

std::string client_name_text(std::string_view name, std::string_view language)
{
    constexpr std::string_view honorific = "様";
    if (name.empty() || language != "ja" || name.ends_with(honorific)) return std::string{name};
    return fmt::format("{} {}", name, honorific);
}

std::string staff_initials(std::string_view name, std::string_view /*language*/)
{
    return initials(name, InitialOf::given_name);
}

std::string client_initials(std::string_view name, std::string_view /*language*/)
{
    return initials(name, InitialOf::family_name);
}

}  // namespace kushi
