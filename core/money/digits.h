#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kushi {

/// The two runs of ASCII digits of `digits[.digits]`.
struct WrittenNumber {
    std::string_view whole;
    std::string_view decimals;  ///< empty without a point
};

/// Nothing but `digits[.digits]` is read: no sign, blank, separator, exponent, or digit of another script.
constexpr std::optional<WrittenNumber> written_number(std::string_view text)
{
    constexpr auto all_digits = [](std::string_view part) {
        return !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    };
    const auto point = text.find('.');
    const WrittenNumber number{text.substr(0, point),
                               point == std::string_view::npos ? std::string_view{} : text.substr(point + 1)};
    if (!all_digits(number.whole)) return std::nullopt;
    if (point != std::string_view::npos && !all_digits(number.decimals)) return std::nullopt;
    return number;
}

/// The digits as one integer with `places` decimals. @pre 18 digits at most, and no more decimals than places
constexpr std::int64_t scaled(const WrittenNumber& number, int places)
{
    std::int64_t units = 0;
    for (const char digit : number.whole) units = units * 10 + (digit - '0');
    for (int i = 0; i < places; ++i) {
        const auto position = static_cast<std::size_t>(i);
        units = units * 10 + (position < number.decimals.size() ? number.decimals[position] - '0' : 0);
    }
    return units;
}

}  // namespace kushi
