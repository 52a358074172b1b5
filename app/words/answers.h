#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kushi {

/// An answer that fired a rule, in words: "concerns.itch" is "itch" or 「かゆみ」, "zones.crown.oily=3" is "oily crown
/// (3 of 4)". A path without words of its own is given as it is.
std::string answer_words(std::string_view path, std::string_view language);

/// Several of them in one row, each once.
std::string answer_words(const std::vector<std::string>& paths, std::string_view language);

}  // namespace kushi
