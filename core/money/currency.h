#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace kushi {

/// A currency of ISO 4217: its three letters and how many decimals its amounts have (JPY 0, USD 2, KWD 3).
struct Currency {
    std::array<char, 3> letters{'J', 'P', 'Y'};
    int decimals = 0;
    friend constexpr bool operator==(const Currency&, const Currency&) = default;
    [[nodiscard]] std::string code() const { return {letters.begin(), letters.end()}; }
    /// @returns nothing for a code that ISO 4217 does not have, no longer has (DEM), or has without a minor unit (XXX,
    /// XAU)
    static std::optional<Currency> find(std::string_view code);
};

/// An exact amount of one currency, counted in its smallest unit: yen for JPY, cents for USD.
struct Money {
    std::int64_t minor_units = 0;
    Currency currency;
    friend constexpr bool operator==(const Money&, const Money&) = default;
};

/// Reads `-?digits[.digits]` in ASCII (rule R1): more decimals than the currency has is refused, never rounded; so are
/// `-0`, `+5`, `.5`, `5.`, blanks, separators, full-width digits, and more than 15 digits.
Outcome<Money> parse_money(std::string_view text, const Currency& currency);
/// The plain form that parse_money reads: "1980", "-12.34"; no sign of the currency, no separator.
std::string plain_text(const Money& money);

}  // namespace kushi
