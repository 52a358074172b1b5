#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kushi {

/// Well-formed UTF-8 of Unicode characters: no surrogate, no overlong form, no noncharacter. Everything below expects it
/// and reads what is not as U+FFFD.
bool is_utf8(std::string_view text);

std::u32string code_points(std::string_view text);
std::string utf8(std::u32string_view points);

/// Composed, otherwise as written: how text is stored.
std::string nfc(std::string_view text);
/// Composed, with half-width kana, full-width letters, ㈱ and ① unfolded: how text is compared, never stored.
std::string nfkc(std::string_view text);

/// What a reader counts as characters: an emoji family is one, a letter with its marks is one.
std::size_t count_characters(std::string_view text);
/// The first of these, empty of empty.
std::string_view first_character(std::string_view text);

/// Blank of any kind, ideographic and no-break too.
bool is_blank(char32_t point);
/// Bends text in silence: control codes (C0, C1, DEL), what turns the direction of writing, and what is invisible but
/// no part of a character. Line breaks and tab are among them; joiners of emoji and variation selectors are not.
bool is_control(char32_t point);
/// A mark that stands on the character before it.
bool is_mark(char32_t point);
/// Something to see: a letter, a digit, a sign; no blank, no mark alone, no filler.
bool is_visible(char32_t point);

}  // namespace kushi
