#include "core/text/registration_number.h"

#include <algorithm>

namespace kushi {
namespace {

constexpr std::size_t digit_count = 13;

}  // namespace

bool has_registration_number_form(std::string_view text)
{
    return text.size() == digit_count + 1 && text.front() == 'T' &&
           std::ranges::all_of(text.substr(1), [](char c) { return c >= '0' && c <= '9'; });
}

bool registration_number_fits(std::string_view text)
{
    if (!has_registration_number_form(text)) return false;
    const std::string_view digits = text.substr(1);
    int sum = 0;
    for (std::size_t n = 1; n < digit_count; ++n) sum += (digits[digit_count - n] - '0') * (n % 2 == 1 ? 1 : 2);
    return digits.front() - '0' == 9 - sum % 9;
}

}  // namespace kushi
