#pragma once

#include <string>
#include <vector>

#include "core/care/words.h"

namespace kushi {

enum class CareKind { head_spa, head_massage, addon };
template <>
struct Words<CareKind> {
    static constexpr auto list = word_array({"head_spa", "head_massage", "addon"});
};

/// What the advice needs to know of a product.
struct CareProduct {
    std::string id;  ///< comes back in leave_out
    std::string name;
    std::vector<std::string> ingredients;
    std::vector<std::string> tags;  ///< heavy_oil
};

/// A service or a ritual, as the advice weighs it. Tags that speak for it: `signature`, the words of the cleanse
/// (`double`, `clarifying`, `moisturising`, `gentle`, `normal`), of the scalp types and of the concerns.
struct CareOffer {
    std::string code;
    CareKind kind;
    std::vector<std::string> tags;
    std::vector<std::string> products;  ///< ids in its recipe
};

/// Empty without a salon.
struct CareCatalogue {
    std::vector<CareProduct> products;
    std::vector<CareOffer> services;
    std::vector<CareOffer> rituals;
};

}  // namespace kushi
