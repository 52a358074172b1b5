#pragma once

#include <string>
#include <string_view>

namespace kushi {

/// Kana to Latin letters in lower case by Hepburn, without marks: ヴィ is "vi", ファ "fa", しんいち "shinichi". Anything else
/// keeps its characters but for compatibility forms and Latin marks. Safe for several threads.
std::string romanised(std::string_view text);

/// Long vowels written short, for both sides of a comparison: "satou", "satoo", "satoh" are "sato". Whatever begins
/// another text still begins it afterwards, so a half-typed word finds the whole.
std::string with_short_vowels(std::string_view latin);

/// Kunrei and older Hepburn spelling as `romanised` spells it: "si" is "shi", "tya" "cha", "shimbashi" "shinbashi".
std::string as_hepburn(std::string_view latin);

}  // namespace kushi
