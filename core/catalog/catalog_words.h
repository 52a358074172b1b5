#pragma once

#include <array>
#include <string_view>

namespace kushi {

// The closed lists of the catalogue as JSON writes them, each in the order of its enum.
inline constexpr std::array<std::string_view, 3> unit_words{"ml", "g", "piece"};
inline constexpr std::array<std::string_view, 3> care_words{"head_spa", "head_massage", "addon"};
inline constexpr std::array<std::string_view, 12> step_words{
    "consult", "check", "cleanse", "exfoliate", "steam", "towel", "mask", "serum", "massage", "rinse", "finish", "dry"};
inline constexpr std::array<std::string_view, 4> category_words{"cleanse", "care", "tools", "food"};

}  // namespace kushi
