#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kushi::printing {

/// The door of every paper: what a person may have typed, without what could steer a printer or turn a line around.
/// Drops C0 and C1 controls (tab and line end too), the bidirectional marks and controls, line and paragraph
/// separators, zero-width spaces and the soft hyphen; composes a base and its marks (か and a combining dakuten become
/// が); a byte that is not UTF-8 becomes U+FFFD. Idempotent.
std::string clean_text(std::string_view text);

/// Puts the lengths in bytes of the grapheme clusters of clean text in place of what `lengths` held: a family of emoji
/// or a kanji with its selector is one.
void cluster_lengths(std::string_view clean, std::vector<std::uint16_t>& lengths);

/// How well a line may break in front of a byte of the text.
enum class Break : std::uint8_t {
    never,      ///< only when nothing else fits
    reluctant,  ///< Unicode allows it, but a number, a date or a telephone number would be torn
    good,
};

/// For each byte of clean text, the break in front of it, by UAX #14 with the strict Japanese rules (no line begins
/// with 、。ー or small kana). `language` is "ja" or "en".
std::vector<Break> line_breaks(std::string_view clean, std::string_view language);

/// Columns of a text on a screen: 2 for wide and full-width clusters, 1 for others (ambiguous ones too).
int screen_columns(std::string_view clean);

/// Calls `act(char32_t)` for each scalar value of UTF-8 text.
template <class Act>
void each_scalar(std::string_view text, Act act);

/// The scalar that starts at `position`, which is moved behind it; U+FFFD for what is not UTF-8.
char32_t next_scalar(std::string_view text, std::size_t& position);

template <class Act>
void each_scalar(std::string_view text, Act act)
{
    for (std::size_t position = 0; position < text.size();) act(next_scalar(text, position));
}

}  // namespace kushi::printing
