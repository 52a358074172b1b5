#pragma once

#include <string_view>

namespace kushi {

/// A sentence in the languages Kushi speaks. Any language but "ja" reads the English one.
struct Phrase {
    std::string_view english;
    std::string_view japanese;
    [[nodiscard]] constexpr std::string_view in(std::string_view language) const
    {
        return language == "ja" ? japanese : english;
    }
};

}  // namespace kushi
