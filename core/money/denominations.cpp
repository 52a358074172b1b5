#include "core/money/denominations.h"

#include <array>

namespace kushi {
namespace {

constexpr std::array<std::int64_t, 10> yen{10'000, 5'000, 2'000, 1'000, 500, 100, 50, 10, 5, 1};
constexpr std::array<std::int64_t, 12> pence{5'000, 2'000, 1'000, 500, 200, 100, 50, 20, 10, 5, 2, 1};
constexpr std::array<std::int64_t, 10> cents{10'000, 5'000, 2'000, 1'000, 500, 100, 25, 10, 5, 1};

}  // namespace

std::span<const std::int64_t> denominations_of(const Currency& currency)
{
    const auto code = currency.code();
    if (code == "JPY") return yen;
    if (code == "GBP") return pence;
    if (code == "USD") return cents;
    return {};
}

}  // namespace kushi
