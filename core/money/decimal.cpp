#include "core/money/decimal.h"

#include "core/money/digits.h"

namespace kushi {
namespace {

/// More digits before the point than any limit here has; checked first, so that nothing is read past 64 bits.
constexpr std::size_t whole_digits_limit = 9;

Outcome<std::int64_t> parse_units(std::string_view text, int places, std::int64_t limit, std::string field)
{
    const auto number = written_number(text);
    if (!number) return refused("bad_number", std::move(field));
    if (number->decimals.size() > static_cast<std::size_t>(places)) {
        return refused("too_many_decimals", std::move(field), std::to_string(places));
    }
    if (number->whole.size() > whole_digits_limit) return refused("out_of_range", std::move(field));
    const std::int64_t units = scaled(*number, places);
    if (units > limit) return refused("out_of_range", std::move(field));
    return units;
}

}  // namespace

template <int Places, std::int64_t LimitWhole>
Outcome<Decimal<Places, LimitWhole>> Decimal<Places, LimitWhole>::parse(std::string_view text, std::string field)
{
    return parse_units(text, Places, LimitWhole * one, std::move(field)).map([](std::int64_t read) {
        return Decimal{read};
    });
}

template <int Places, std::int64_t LimitWhole>
std::string Decimal<Places, LimitWhole>::text() const
{
    std::string decimals = std::to_string(units % one + one).substr(1);
    while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
    return std::to_string(units / one) + (decimals.empty() ? "" : "." + decimals);
}

template struct Decimal<3, 999'999>;
template struct Decimal<4, 100>;

Outcome<Rate> Rate::parse(std::string_view text, std::string field)
{
    constexpr std::int64_t whole = 1'000'000;
    return parse_units(text, 6, whole, std::move(field)).map([&](std::int64_t read) {
        return Rate{read, std::string{text}};
    });
}

}  // namespace kushi
