#include "core/money/currency.h"

#include <unicode/ucurr.h>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>

#include "core/money/digits.h"
#include "core/money/iso_4217.h"

namespace kushi {
namespace {

/// ISO 4217 against CLDR, from which ICU speaks: CLDR drops decimals that these currencies have by the standard but not
/// in their wallets (MGA 0, LBP 0), and an amount's exponent is the standard's (R1). Source: ISO 4217 list one (SIX).
const std::map<std::string, int, std::less<>> decimals_by_the_standard{
    {"AFN", 2}, {"ALL", 2}, {"IQD", 3}, {"IRR", 2}, {"KPW", 2}, {"LAK", 2}, {"LBP", 2},
    {"MGA", 2}, {"MMK", 2}, {"RSD", 2}, {"SLL", 2}, {"SOS", 2}, {"SYP", 2}, {"YER", 2}};

/// Codes of the standard that no amount can be counted in, since it gives them no minor unit: metals, bond units, units
/// of account, the code for tests and the one for no currency. Source: ISO 4217 list one (SIX), minor unit "N.A.".
constexpr std::array<std::string_view, 13> without_minor_unit{"XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR",
                                                              "XPD", "XPT", "XSU", "XTS", "XUA", "XXX"};

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

/// Asked once: for a code that is none ICU would answer two decimals, without an error.
const std::map<std::string, int, std::less<>>& known_currencies()
{
    static const auto known = [] {
        std::map<std::string, int, std::less<>> all;
        constexpr std::size_t letters = 3;
        const std::string_view codes = iso_4217_codes();
        for (std::size_t at = 0; at < codes.size(); at += letters + 1) {
            const std::string code{codes.substr(at, letters)};
            if (std::ranges::find(without_minor_unit, code) == without_minor_unit.end()) {
                all.emplace(code, decimals_of(code));
            }
        }
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
