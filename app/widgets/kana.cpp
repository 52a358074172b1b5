#include "app/widgets/kana.h"

#include <algorithm>
#include <array>
#include <optional>

namespace kushi {
namespace {

constexpr std::size_t kana_bytes = 3;  // each of them in UTF-8
constexpr char32_t first_hiragana = 0x3041, last_hiragana = 0x3096, first_katakana = 0x30A1, last_katakana = 0x30F6;
constexpr char32_t between_alphabets = first_katakana - first_hiragana;

/// The forms of one kana; 0 where it has none.
struct Forms {
    char32_t plain, small, voiced, half_voiced;
};

// clang-format off
constexpr std::array forms{
    Forms{U'あ', U'ぁ', 0, 0}, Forms{U'い', U'ぃ', 0, 0}, Forms{U'う', U'ぅ', U'ゔ', 0}, Forms{U'え', U'ぇ', 0, 0}, Forms{U'お', U'ぉ', 0, 0},
    Forms{U'か', U'ゕ', U'が', 0}, Forms{U'き', 0, U'ぎ', 0}, Forms{U'く', 0, U'ぐ', 0}, Forms{U'け', U'ゖ', U'げ', 0}, Forms{U'こ', 0, U'ご', 0},
    Forms{U'さ', 0, U'ざ', 0}, Forms{U'し', 0, U'じ', 0}, Forms{U'す', 0, U'ず', 0}, Forms{U'せ', 0, U'ぜ', 0}, Forms{U'そ', 0, U'ぞ', 0},
    Forms{U'た', 0, U'だ', 0}, Forms{U'ち', 0, U'ぢ', 0}, Forms{U'つ', U'っ', U'づ', 0}, Forms{U'て', 0, U'で', 0}, Forms{U'と', 0, U'ど', 0},
    Forms{U'は', 0, U'ば', U'ぱ'}, Forms{U'ひ', 0, U'び', U'ぴ'}, Forms{U'ふ', 0, U'ぶ', U'ぷ'}, Forms{U'へ', 0, U'べ', U'ぺ'}, Forms{U'ほ', 0, U'ぼ', U'ぽ'},
    Forms{U'や', U'ゃ', 0, 0}, Forms{U'ゆ', U'ゅ', 0, 0}, Forms{U'よ', U'ょ', 0, 0}, Forms{U'わ', U'ゎ', 0, 0},
};
// clang-format on

/// The form that the change makes of a hiragana; the plain one where it has that form already.
std::optional<char32_t> changed(char32_t kana, KanaChange change)
{
    for (const auto& form : forms) {
        if (kana != form.plain && kana != form.small && kana != form.voiced && kana != form.half_voiced) continue;
        const char32_t wanted = change == KanaChange::size     ? form.small
                                : change == KanaChange::voiced ? form.voiced
                                                               : form.half_voiced;
        if (wanted == 0) return std::nullopt;
        return kana == wanted ? form.plain : wanted;
    }
    return std::nullopt;
}

std::optional<char32_t> last_of(std::string_view text)
{
    if (text.size() < kana_bytes) return std::nullopt;
    const auto byte = [&](std::size_t from_end) { return static_cast<unsigned char>(text[text.size() - from_end]); };
    if ((byte(3) & 0xF0U) != 0xE0U) return std::nullopt;
    return (byte(3) & 0x0FU) << 12 | (byte(2) & 0x3FU) << 6 | (byte(1) & 0x3FU);
}

std::string utf8(char32_t kana)
{
    return {static_cast<char>(0xE0U | kana >> 12), static_cast<char>(0x80U | (kana >> 6 & 0x3FU)),
            static_cast<char>(0x80U | (kana & 0x3FU))};
}

}  // namespace

std::string changed_kana(std::string_view text, KanaChange change)
{
    const auto last = last_of(text);
    if (!last) return std::string{text};
    const bool katakana = *last >= first_katakana && *last <= last_katakana;
    if (!katakana && (*last < first_hiragana || *last > last_hiragana)) return std::string{text};
    const char32_t aside = katakana ? between_alphabets : 0;
    const auto made = changed(*last - aside, change);
    if (!made) return std::string{text};
    return std::string{text.substr(0, text.size() - kana_bytes)} + utf8(*made + aside);
}

}  // namespace kushi
