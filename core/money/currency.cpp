#include "core/money/currency.h"

#include <unicode/ucurr.h>
#include <unicode/uenum.h>

#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>

#include "core/money/digits.h"

namespace kushi {
namespace {

/// ISO 4217 against CLDR, from which ICU speaks: CLDR drops decimals that these currencies have by the standard but not
/// in their wallets (MGA 0, LBP 0), and an amount's exponent is the standard's (R1). Source: ISO 4217 list one (SIX).
const std::map<std::string, int, std::less<>> decimals_by_the_standard{
    {"AFN", 2}, {"ALL", 2}, {"IQD", 3}, {"IRR", 2}, {"KPW", 2}, {"LAK", 2}, {"LBP", 2},
    {"MGA", 2}, {"MMK", 2}, {"RSD", 2}, {"SLL", 2}, {"SOS", 2}, {"SYP", 2}, {"YER", 2}};

/// ICU's uncommon codes are funds (CLF, USN), which have minor units, and what has none: metals, bond units, the code
/// for tests and XXX, which all begin with X; CNH and USS are no longer, or never were, codes of the standard.
bool has_minor_units(std::string_view uncommon)
{
    return uncommon[0] != 'X' && uncommon != "CNH" && uncommon != "USS";
}

int decimals_of(const std::string& code)
{
    if (const auto found = decimals_by_the_standard.find(code); found != decimals_by_the_standard.end()) {
        return found->second;
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::u16string wide{code.begin(), code.end()};
    const int decimals = ucurr_getDefaultFractionDigits(wide.c_str(), &status);
    if (U_FAILURE(status)) throw std::runtime_error{std::string{"ICU: "} + u_errorName(status)};
    return decimals;
}

template <class Wanted>
void add_codes(std::map<std::string, int, std::less<>>& known, UCurrCurrencyType type, Wanted wanted)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UEnumeration, decltype(&uenum_close)> codes{
        ucurr_openISOCurrencies(static_cast<uint32_t>(type) | UCURR_NON_DEPRECATED, &status), &uenum_close};
    int32_t length = 0;
    while (const char* code = U_SUCCESS(status) ? uenum_next(codes.get(), &length, &status) : nullptr) {
        if (length == 3 && wanted(std::string_view{code, 3})) known.emplace(code, decimals_of(code));
    }
    if (U_FAILURE(status)) throw std::runtime_error{std::string{"ICU: "} + u_errorName(status)};
}

/// Asked once: an unknown code would otherwise be given two decimals by ICU, without an error.
const std::map<std::string, int, std::less<>>& known_currencies()
{
    static const auto known = [] {
        std::map<std::string, int, std::less<>> all;
        add_codes(all, UCURR_COMMON, [](std::string_view) { return true; });
        add_codes(all, UCURR_UNCOMMON, has_minor_units);
        return all;
    }();
    return known;
}

}  // namespace

std::optional<Currency> Currency::find(std::string_view code)
{
    const auto found = known_currencies().find(code);
    if (found == known_currencies().end()) return std::nullopt;
    Currency currency{.decimals = found->second};
    std::ranges::copy(code, currency.letters.begin());
    return currency;
}

Outcome<Money> parse_money(std::string_view text, const Currency& currency)
{
    constexpr std::size_t digits_limit = 15;
    const bool negative = text.starts_with('-');
    const auto number = written_number(negative ? text.substr(1) : text);
    if (!number) return refused("bad_number", "text");
    if (number->decimals.size() > static_cast<std::size_t>(currency.decimals)) {
        return refused("too_many_decimals", "text", std::to_string(currency.decimals));
    }
    const auto decimals = static_cast<std::size_t>(currency.decimals);
    if (number->whole.size() + decimals > digits_limit) return refused("out_of_range", "text");
    const std::int64_t magnitude = scaled(*number, currency.decimals);
    if (negative && magnitude == 0) return refused("bad_number", "text");
    return Money{negative ? -magnitude : magnitude, currency};
}

std::string plain_text(const Money& money)
{
    const auto decimals = static_cast<std::size_t>(money.currency.decimals);
    const std::uint64_t magnitude = money.minor_units < 0 ? 0 - static_cast<std::uint64_t>(money.minor_units)
                                                          : static_cast<std::uint64_t>(money.minor_units);
    std::string digits = std::to_string(magnitude);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    if (decimals > 0) digits.insert(digits.size() - decimals, 1, '.');
    return (money.minor_units < 0 ? "-" : "") + digits;
}

}  // namespace kushi
