#include "core/people/pin.h"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "core/people/common_pins.h"

namespace kushi {
namespace {

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

bool only_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

/// "111111", "121212", "123123", "12341234", also when the last repetition is cut short ("12312312").
bool repeats(std::string_view pin)
{
    for (std::size_t period = 1; period <= pin.size() / 2; ++period) {
        if (pin.substr(period) == pin.substr(0, pin.size() - period)) return true;
    }
    return false;
}

/// "123456", "654321", "890123", and in steps of two or more: "246802", "135791".
bool is_run(std::string_view pin)
{
    const auto step_at = [&](std::size_t i) { return (pin[i + 1] - pin[i] + 10) % 10; };
    for (std::size_t i = 1; i + 1 < pin.size(); ++i) {
        if (step_at(i) != step_at(0)) return false;
    }
    return true;
}

/// "112233", "44332211": a run or a repetition whose digits are doubled.
bool is_doubled(std::string_view pin)
{
    if (pin.size() % 2 != 0) return false;
    std::string half;
    for (std::size_t i = 0; i < pin.size(); i += 2) {
        if (pin[i] != pin[i + 1]) return false;
        half += pin[i];
    }
    return half.size() >= 3 && (is_run(half) || repeats(half));
}

/// "123321", "12344321".
bool is_run_and_back(std::string_view pin)
{
    const std::string_view first = pin.substr(0, (pin.size() + 1) / 2);
    return first.size() >= 3 && is_run(first) && std::equal(pin.begin(), pin.end(), pin.rbegin());
}

int number_at(std::string_view text, std::size_t from, std::size_t digits)
{
    int number = 0;
    for (const char digit : text.substr(from, digits)) number = number * 10 + (digit - '0');
    return number;
}

bool is_date(int year, int month, int day)
{
    using namespace std::chrono;
    return (std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} /
            std::chrono::day{static_cast<unsigned>(day)})
        .ok();
}

bool is_date(std::string_view pin)
{
    if (pin.size() == 6) {
        const int a = number_at(pin, 0, 2);
        const int b = number_at(pin, 2, 2);
        const int c = number_at(pin, 4, 2);
        // 2000 is a leap year, so a 29 February of any year is a date here. An era's year (令和 08) reads like any other.
        return is_date(2000, b, c) || is_date(2000, b, a) || is_date(2000, a, b);
    }
    if (pin.size() != 8) return false;
    const auto lived = [](int year) { return year >= 1900 && year < 2100; };
    const int last_year = number_at(pin, 4, 4);
    const int first = number_at(pin, 0, 2);
    const int second = number_at(pin, 2, 2);
    return (lived(number_at(pin, 0, 4)) && is_date(2000, number_at(pin, 4, 2), number_at(pin, 6, 2))) ||
           (lived(last_year) && (is_date(2000, second, first) || is_date(2000, first, second)));
}

bool is_of_phone(std::string_view pin, std::string_view phone)
{
    std::string digits;
    std::ranges::copy_if(phone, std::back_inserter(digits), is_digit);
    if (digits.size() < 6) return false;
    return digits.find(pin) != std::string::npos || pin.find(digits) != std::string_view::npos;
}

bool is_common(std::string_view pin) { return std::ranges::find(common_pins, pin) != common_pins.end(); }

constexpr std::size_t free_failures = 4;
constexpr std::chrono::seconds first_wait{30};
constexpr std::chrono::minutes longest_wait{15};
constexpr std::size_t failures_that_lock = 100;
constexpr std::chrono::days counted_for{30};

std::chrono::milliseconds wait_after(std::size_t failures_in_a_row)
{
    if (failures_in_a_row <= free_failures) return {};
    const std::size_t doublings = std::min<std::size_t>(failures_in_a_row - free_failures - 1, 10);
    return std::min<std::chrono::milliseconds>(first_wait * (1 << doublings), longest_wait);
}

}  // namespace

bool pin_is_easy(std::string_view pin, std::string_view phone)
{
    return repeats(pin) || is_run(pin) || is_doubled(pin) || is_run_and_back(pin) || is_date(pin) ||
           is_of_phone(pin, phone) || is_common(pin);
}

Outcome<void> check_chosen_pin(std::string_view pin, std::string_view phone)
{
    if (!only_digits(pin)) return refused("pin_not_digits", "pin");
    if (pin.size() < chosen_pin_least_digits) return refused("pin_too_short", "pin", "8");
    if (pin.size() > chosen_pin_most_digits) return refused("pin_too_long", "pin", "32");
    if (pin_is_easy(pin, phone)) return refused("pin_too_easy", "pin");
    return {};
}

std::string issue_pin(const std::function<void(std::span<std::uint8_t>)>& random, std::string_view phone)
{
    // Three bytes give 16,777,216 numbers; those past the last whole million would favour small PINs.
    constexpr std::uint32_t fair_below = 16'000'000;
    constexpr int tries = 1'000;  // one in six is not taken; so many in a row is no chance but a broken source
    for (int i = 0; i < tries; ++i) {
        std::array<std::uint8_t, 3> bytes{};
        random(bytes);
        std::uint32_t number = static_cast<std::uint32_t>(bytes[0] << 16 | bytes[1] << 8 | bytes[2]);
        if (number >= fair_below) continue;
        std::string pin(issued_pin_digits, '0');
        for (std::size_t place = pin.size(); place-- > 0; number /= 10) pin[place] = static_cast<char>('0' + number % 10);
        if (!pin_is_easy(pin, phone)) return pin;
    }
    throw std::logic_error{"random bytes that are not random"};
}

PinLock pin_lock(std::span<const Instant> failures, std::optional<Instant> last_success, Instant now)
{
    const auto recent = std::ranges::count_if(failures, [&](Instant at) { return at > now - counted_for; });
    if (static_cast<std::size_t>(recent) >= failures_that_lock) return {PinLock::State::locked, {}};
    const auto in_a_row = std::ranges::count_if(failures, [&](Instant at) { return !last_success || at > *last_success; });
    if (in_a_row == 0) return {};
    const Instant until = failures.back() + wait_after(static_cast<std::size_t>(in_a_row));
    if (now < until) return {PinLock::State::waiting, until};
    return {};
}

}  // namespace kushi
