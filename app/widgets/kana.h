#pragma once

#include <string>
#include <string_view>

namespace kushi {

/// What a key does to the kana before it: 小 makes it small (or large again), ゛ and ゜ give it its mark (or take it
/// off).
enum class KanaChange { size, voiced, half_voiced };

/// The text with its last kana changed; as it is where that kana has no such form. Hiragana and katakana.
std::string changed_kana(std::string_view text, KanaChange change);

}  // namespace kushi
