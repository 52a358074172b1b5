#include "core/sale/sale.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kushi {
namespace {

constexpr std::array kinds{std::pair{SaleKind::sale, std::string_view{"sale"}},
                           std::pair{SaleKind::refund, std::string_view{"refund"}},
                           std::pair{SaleKind::void_, std::string_view{"void"}}};

}  // namespace

std::string_view text_of(SaleKind kind)
{
    return std::find_if(kinds.begin(), kinds.end(), [&](const auto& row) { return row.first == kind; })->second;
}

std::optional<SaleKind> sale_kind(std::string_view text)
{
    const auto* found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& row) { return row.second == text; });
    if (found == kinds.end()) return std::nullopt;
    return found->first;
}

}  // namespace kushi
