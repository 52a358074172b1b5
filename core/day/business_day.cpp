#include "core/day/business_day.h"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace kushi {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// "localtime" is the machine's own zone: a salon's days would change with the machine.
const date::time_zone* find_zone(std::string_view name)
{
    if (name.empty() || name == "localtime") return nullptr;
    try {
        return date::locate_zone(name);
    } catch (const std::runtime_error&) {
        return nullptr;  // how the library answers an unknown name; the caller refuses it by code
    }
}

const date::time_zone& zone_of(std::string_view name)
{
    const auto* zone = find_zone(name);
    if (zone == nullptr) throw std::logic_error{"a zone that make_day_rule would have refused"};
    return *zone;
}

/// The wall clock of a zone, counted like an instant. An instant has one local time, also where clocks jump.
Instant local_time(Instant at, const date::time_zone& zone, std::chrono::seconds& offset)
{
    offset = zone.get_info(floor<std::chrono::seconds>(at)).offset;
    return at + offset;
}

std::string padded(std::int64_t number, std::size_t width)
{
    std::string digits = std::to_string(number);
    return digits.size() < width ? digits.insert(0, width - digits.size(), '0') : digits;
}

/// A run of digits at a place, or nothing.
std::optional<int> digits_at(std::string_view text, std::size_t from, std::size_t count)
{
    if (text.size() < from + count) return std::nullopt;
    int number = 0;
    for (const char digit : text.substr(from, count)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number;
}

std::string clock_text(std::chrono::milliseconds since_midnight)
{
    const std::chrono::hh_mm_ss clock{floor<std::chrono::seconds>(since_midnight)};
    return padded(clock.hours().count(), 2) + ":" + padded(clock.minutes().count(), 2) + ":" +
           padded(clock.seconds().count(), 2);
}

std::optional<std::chrono::milliseconds> parse_clock(std::string_view text)
{
    const auto hour = digits_at(text, 0, 2);
    const auto minute = digits_at(text, 3, 2);
    const auto second = digits_at(text, 6, 2);
    if (!hour || !minute || !second || text[2] != ':' || text[5] != ':') return std::nullopt;
    if (*hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute} + std::chrono::seconds{*second};
}

/// ".5" is 500: one to three decimals, or none at all.
std::optional<std::chrono::milliseconds> parse_fraction(std::string_view text)
{
    if (text.empty()) return std::chrono::milliseconds{0};
    if (text[0] != '.' || text.size() < 2 || text.size() > 4) return std::nullopt;
    const auto digits = digits_at(text, 1, text.size() - 1);
    if (!digits) return std::nullopt;
    constexpr std::array scale{100, 10, 1};
    return std::chrono::milliseconds{*digits * scale[text.size() - 2]};
}

}  // namespace

Outcome<DayRule> make_day_rule(std::string_view zone, std::string_view cutoff)
{
    if (find_zone(zone) == nullptr) return refused("bad_zone", "tz");
    const auto clock = cutoff.size() == 5 ? parse_clock(std::string{cutoff} + ":00") : std::nullopt;
    if (!clock) return refused("bad_cutoff", "cutoff");
    return DayRule{std::string{zone}, std::chrono::duration_cast<std::chrono::minutes>(*clock)};
}

year_month_day business_day(Instant at, const DayRule& rule)
{
    std::chrono::seconds offset{};
    const Instant local = local_time(at, zone_of(rule.zone), offset);
    const sys_days date = floor<days>(local);
    return local - date < rule.cutoff ? date - days{1} : date;
}

std::string local_text(Instant at, std::string_view zone)
{
    std::chrono::seconds offset{};
    const Instant local = local_time(at, zone_of(zone), offset);
    const sys_days date = floor<days>(local);
    const auto distance = std::chrono::duration_cast<std::chrono::minutes>(std::chrono::abs(offset)).count();
    return date_text(date) + "T" + clock_text(local - date) + (offset.count() < 0 ? "-" : "+") +
           padded(distance / 60, 2) + ":" + padded(distance % 60, 2);
}

std::string instant_text(Instant at)
{
    const sys_days date = floor<days>(at);
    const auto since_midnight = at - date;
    return date_text(date) + "T" + clock_text(since_midnight) + "." + padded(since_midnight.count() % 1000, 3) + "Z";
}

std::optional<Instant> parse_instant(std::string_view text)
{
    constexpr std::size_t date_size = 10;
    constexpr std::size_t seconds_end = 19;
    if (text.size() <= seconds_end || text[date_size] != 'T' || text.back() != 'Z') return std::nullopt;
    const auto date = parse_date(text.substr(0, date_size));
    const auto clock = parse_clock(text.substr(date_size + 1, 8));
    const auto fraction = parse_fraction(text.substr(seconds_end, text.size() - seconds_end - 1));
    if (!date || !clock || !fraction) return std::nullopt;
    return sys_days{*date} + *clock + *fraction;
}

std::string date_text(year_month_day date)
{
    return padded(static_cast<int>(date.year()), 4) + "-" + padded(static_cast<unsigned>(date.month()), 2) + "-" +
           padded(static_cast<unsigned>(date.day()), 2);
}

std::optional<year_month_day> parse_date(std::string_view text)
{
    const auto year = digits_at(text, 0, 4);
    const auto month = digits_at(text, 5, 2);
    const auto day = digits_at(text, 8, 2);
    if (text.size() != 10 || !year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
    const year_month_day date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                              std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok() || *year == 0) return std::nullopt;
    return date;
}

}  // namespace kushi
