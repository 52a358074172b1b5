#include "core/money/format.h"

#include <unicode/currunit.h>
#include <unicode/numberformatter.h>

#include <map>
#include <stdexcept>
#include <utility>

namespace kushi {
namespace {

using Formatter = icu::number::LocalizedNumberFormatter;

void must(UErrorCode error, const char* act)
{
    if (U_FAILURE(error)) throw std::runtime_error{std::string{"ICU, "} + act + ": " + u_errorName(error)};
}

/// Making one costs a hundred times what using it does.
const Formatter& formatter(const Currency& currency, std::string_view language, bool with_sign)
{
    thread_local std::map<std::pair<std::string, bool>, Formatter> kept;
    const std::string locale = language == "ja" ? "ja" : "en";
    const auto key = std::pair{locale + currency.code(), with_sign};
    if (const auto found = kept.find(key); found != kept.end()) return found->second;
    UErrorCode error = U_ZERO_ERROR;
    auto plain = icu::number::NumberFormatter::withLocale(icu::Locale{locale.c_str()})
                     .precision(icu::number::Precision::fixedFraction(currency.decimals));
    if (with_sign) {
        auto code = icu::UnicodeString::fromUTF8(currency.code());
        plain = plain.unit(icu::CurrencyUnit{code.getTerminatedBuffer(), error})
                    .precision(icu::number::Precision::fixedFraction(currency.decimals));
        must(error, "currency");
    }
    return kept.emplace(key, std::move(plain)).first->second;
}

/// Digits with a point before the last `places`: at least one in front of it.
std::string with_point(std::uint64_t units, int places)
{
    std::string digits = std::to_string(units);
    const auto count = static_cast<std::size_t>(places);
    if (digits.size() <= count) digits.insert(0, count + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - count, 1, '.');
    return digits;
}

std::string trimmed(std::string decimal)
{
    if (decimal.find('.') == std::string::npos) return decimal;
    while (decimal.back() == '0') decimal.pop_back();
    if (decimal.back() == '.') decimal.pop_back();
    return decimal;
}

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

std::string formatted(const Money& money, std::string_view language, bool with_sign)
{
    const bool negative = money.minor_units < 0;
    // The magnitude of the least 64-bit number is no 64-bit number with a sign.
    const auto magnitude =
        negative ? ~static_cast<std::uint64_t>(money.minor_units) + 1U : static_cast<std::uint64_t>(money.minor_units);
    UErrorCode error = U_ZERO_ERROR;
    const auto number = formatter(money.currency, language, with_sign)
                            .formatDecimal(with_point(magnitude, money.currency.decimals), error);
    must(error, "format");
    std::string text;
    number.toString(error).toUTF8String(text);
    must(error, "format");
    replace_all(text, "\uffe5", "\u00a5");
    replace_all(text, "\u00a0", " ");
    return negative ? "\u2212" + text : text;
}

}  // namespace

std::string money_text(const Money& money, std::string_view language)
{
    return formatted(money, language, true);
}

std::string amount_text(const Money& money, std::string_view language)
{
    return formatted(money, language, false);
}

std::string percent_text(const Rate& rate)
{
    return trimmed(with_point(static_cast<std::uint64_t>(rate.millionths), 4)) + "%";
}

std::string quantity_text(const Quantity& quantity)
{
    return trimmed(with_point(static_cast<std::uint64_t>(quantity.units), Quantity::places));
}

}  // namespace kushi
