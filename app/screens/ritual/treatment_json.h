#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/screens/ritual/ritual_state.h"

namespace kushi {

/// What the salon has to use: of `list items`, its products.
struct ProductChoice {
    std::string code, name, unit;
    std::int64_t stock_tenths = 0;
};
/// A lot of a product, of `list lots`.
struct LotChoice {
    std::string lot, expires;
    std::int64_t left_tenths = 0;
    bool expired = false;
};

/// The treatment of a visit, as `show visit` answered it at that instant.
RitualState read_treatment(const nlohmann::json& visit, Instant now);
/// Recorded uses have a code alone: their names are the catalogue's.
RitualState with_names(RitualState state, const std::vector<ProductChoice>& products);
std::vector<ProductChoice> read_products(const nlohmann::json& answer);
/// The product's lots that are left, the first to expire first.
std::vector<LotChoice> read_lots(const nlohmann::json& answer, const std::string& product, const std::string& today);

nlohmann::json to_json(const KeptAmounts& kept);
KeptAmounts read_kept(const nlohmann::json& content);

/// The form that keeps a treatment's amounts until they are facts.
inline constexpr const char* amounts_form = "amounts";

}  // namespace kushi
