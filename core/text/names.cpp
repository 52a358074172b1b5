#include "core/text/names.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "core/text/card_numbers.h"
#include "core/text/unicode.h"

namespace kushi {
namespace {

constexpr std::size_t most_name_bytes = 1'000;
constexpr std::size_t most_text_bytes = 20'000;
constexpr int most_marks = 4;  // Vietnamese has two, Hebrew and Thai three
constexpr char32_t ideographic_blank = U'\u3000';

std::u32string_view without_blank_ends(std::u32string_view points)
{
    while (!points.empty() && is_blank(points.front())) points.remove_prefix(1);
    while (!points.empty() && is_blank(points.back())) points.remove_suffix(1);
    return points;
}

/// A run of blanks becomes one: the ideographic blank when it begins with it, else a plain one.
std::u32string with_single_blanks(std::u32string_view points)
{
    std::u32string result;
    bool after_blank = false;
    for (const char32_t point : points) {
        const bool blank = is_blank(point);
        if (!blank) result += point;
        else if (!after_blank) result += point == ideographic_blank ? point : U' ';
        after_blank = blank;
    }
    return result;
}

/// CR LF, CR, NEL and the two separators of Unicode end a line as LF does.
std::u32string with_plain_line_ends(std::u32string_view points)
{
    std::u32string result;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const char32_t point = points[i];
        if (point == U'\r' && i + 1 < points.size() && points[i + 1] == U'\n') continue;
        const bool ends = point == U'\r' || point == U'\x85' || point == U'\u2028' || point == U'\u2029';
        result += ends ? U'\n' : point;
    }
    return result;
}

bool has_tower_of_marks(std::u32string_view points)
{
    int marks = 0;
    for (const char32_t point : points) {
        marks = is_mark(point) ? marks + 1 : 0;
        if (marks > most_marks) return true;
    }
    return false;
}

/// What a name and a note have in common; `points` are trimmed and hold no control character.
Outcome<std::string> checked(const std::u32string& points, const std::string& field, std::size_t most_characters,
                             std::size_t most_bytes)
{
    if (std::ranges::none_of(points, is_visible)) return refused("blank", field);
    std::string text = nfc(utf8(points));
    if (has_tower_of_marks(code_points(text))) return refused("too_many_marks", field);
    if (text.size() > most_bytes || count_characters(text) > most_characters) {
        return refused("too_long", field, std::to_string(most_characters));
    }
    if (holds_card_number(text)) return refused("card_number", field);
    return text;
}

/// A megabyte is refused before anything is made of it; composing shortens a text to a third at most, trimming more.
bool is_far_too_long(std::string_view text, std::size_t most_bytes) { return text.size() > 16 * most_bytes; }

std::string digits_of(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

char32_t plain_hyphen(char32_t point)
{
    constexpr std::u32string_view hyphens = U"‐‑‒–—―−ー";  // the long vowel mark is what a Japanese keyboard gives
    return hyphens.find(point) == std::u32string_view::npos ? point : U'-';
}

std::vector<std::u32string> words_of(std::string_view name)
{
    std::vector<std::u32string> words(1);
    for (const char32_t point : code_points(name)) {
        if (!is_blank(point)) words.back() += point;
        else if (!words.back().empty()) words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

/// A letter with a small and a capital form: Latin, Greek, Cyrillic, Armenian; never kana, kanji or Hangul.
bool has_capital(char32_t point)
{
    const auto letter = static_cast<UChar32>(point);
    return u_tolower(letter) != letter || u_toupper(letter) != letter;
}

std::string capital_of(const std::u32string& word)
{
    return utf8(std::u32string(1, static_cast<char32_t>(u_toupper(static_cast<UChar32>(word.front())))));
}

}  // namespace

std::string normalised(std::string_view text)
{
    return nfc(utf8(with_single_blanks(without_blank_ends(code_points(text)))));
}

Outcome<std::string> clean_name(std::string_view text, const std::string& field, std::size_t most_characters)
{
    if (!is_utf8(text)) return refused("bad_text", field);
    if (is_far_too_long(text, most_name_bytes)) return refused("too_long", field, std::to_string(most_characters));
    const std::u32string points = code_points(text);
    const std::u32string_view inner = without_blank_ends(points);
    if (std::ranges::any_of(inner, is_control)) return refused("control_character", field);
    return checked(with_single_blanks(inner), field, most_characters, most_name_bytes);
}

Outcome<std::string> clean_text(std::string_view text, const std::string& field, std::size_t most_characters)
{
    if (!is_utf8(text)) return refused("bad_text", field);
    if (is_far_too_long(text, most_text_bytes)) return refused("too_long", field, std::to_string(most_characters));
    const std::u32string points = with_plain_line_ends(code_points(text));
    const std::u32string_view inner = without_blank_ends(points);
    const auto bends = [](char32_t point) { return is_control(point) && point != U'\n' && point != U'\t'; };
    if (std::ranges::any_of(inner, bends)) return refused("control_character", field);
    return checked(std::u32string{inner}, field, most_characters, most_text_bytes);
}

Outcome<std::string> clean_phone(std::string_view text, const std::string& field)
{
    if (!is_utf8(text)) return refused("bad_text", field);
    if (text.size() > 200) return refused("bad_phone", field);
    std::u32string points = code_points(nfkc(text));
    std::ranges::transform(points, points.begin(), plain_hyphen);
    std::string phone = utf8(with_single_blanks(without_blank_ends(points)));
    if (phone.empty()) return refused("blank", field);
    const std::size_t digits = digits_of(phone).size();
    const std::size_t plus = phone.rfind('+');
    const bool written_right = phone.find_first_not_of("0123456789 +-().") == std::string::npos &&
                               (plus == std::string::npos || plus == 0) && phone.size() <= 40;
    if (written_right && phone.front() != '+' && holds_card_number(phone)) return refused("card_number", field);
    if (!written_right || digits < 3 || digits > 15) return refused("bad_phone", field);
    return phone;
}

std::string masked_phone(std::string_view phone)
{
    const std::size_t digits = digits_of(phone).size();
    const std::size_t shown = digits >= 8 ? 4 : digits >= 5 ? 2 : 0;
    std::string masked;
    std::size_t seen = 0;
    for (const char letter : phone) {
        const bool digit = letter >= '0' && letter <= '9';
        if (digit && ++seen + shown <= digits) masked += "•";
        else masked += letter;
    }
    return masked;
}

std::string initials(std::string_view name, InitialOf part)
{
    const auto words = words_of(name);
    if (words.empty()) return {};
    if (has_capital(words.front().front())) {
        return words.size() == 1 ? capital_of(words.front()) : capital_of(words.front()) + capital_of(words.back());
    }
    const std::string word = utf8(part == InitialOf::family_name ? words.front() : words.back());
    return std::string{first_character(word)};
}

std::string given_name(std::string_view name)
{
    const auto words = words_of(name);
    if (words.empty()) return {};
    const std::u32string& word = has_capital(words.front().front()) ? words.front() : words.back();
    constexpr char32_t middle_dot = U'・';
    return utf8(word.substr(0, word.find(middle_dot, 1)));
}

}  // namespace kushi
