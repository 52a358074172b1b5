#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/result.h"

namespace kushi {

/// A decimal number as text says it, held as an integer of 10^-Places: never a double.
/// Takes `digits[.digits]` in ASCII, no sign, no blank, no leading or trailing point; more than Places decimals, or more
/// than the limit, is refused (`bad_number`, `too_many_decimals`, `out_of_range`).
/// Written back without trailing zeros ("1.50" gives "1.5", "2.0" gives "2").
template <int Places, std::int64_t LimitWhole>
struct Decimal {
    std::int64_t units = 0;  ///< the number times 10^Places
    // clang-tidy 14 takes the 0 that a three-way result is compared with for a pointer.
    friend constexpr auto operator<=>(const Decimal&, const Decimal&) = default;  // NOLINT(modernize-use-nullptr)
    static constexpr int places = Places;
    static constexpr std::int64_t limit_whole = LimitWhole;  ///< the largest number, itself allowed
    static constexpr std::int64_t one = [] { std::int64_t p = 1; for (int i = 0; i < Places; ++i) p *= 10; return p; }();
    static Outcome<Decimal> parse(std::string_view text, std::string field = {});
    [[nodiscard]] std::string text() const;
    static constexpr Decimal whole(std::int64_t number) { return {number * one}; }
};

/// Pieces of a line, millilitres or grams of a product: thousandths, at most 999,999.
using Quantity = Decimal<3, 999'999>;
/// A percentage from 0 to 100 with up to four decimals.
using Percent = Decimal<4, 100>;

extern template struct Decimal<3, 999'999>;
extern template struct Decimal<4, 100>;

/// A tax rate as a fraction ("0.10" is ten in a hundred), at most 1, up to six decimals. Two rates are equal when their
/// value is; `text` keeps how it was written, because reports key their figures by it.
struct Rate {
    std::int64_t millionths = 0;
    std::string text = "0";
    friend bool operator==(const Rate& a, const Rate& b) { return a.millionths == b.millionths; }
    friend auto operator<=>(const Rate& a, const Rate& b) { return a.millionths <=> b.millionths; }
    static Outcome<Rate> parse(std::string_view text, std::string field = {});
};

}  // namespace kushi
