#include "core/care/allergy.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

namespace kushi {

namespace {

/// The words of a text, in a row.
using WordRow = std::vector<icu::UnicodeString>;

const icu::Normalizer2& nfkc_casefold()
{
    UErrorCode failed = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(failed);
    if (U_FAILURE(failed)) throw std::runtime_error{u_errorName(failed)};
    return *normalizer;
}

/// The letters of hiragana and katakana stand 0x60 apart.
UChar32 as_katakana(UChar32 letter)
{
    return letter >= 0x3041 && letter <= 0x3096 ? letter + 0x60 : letter;
}

icu::UnicodeString folded(std::string_view text)
{
    UErrorCode failed = U_ZERO_ERROR;
    const auto utf16 = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    const icu::UnicodeString folded = nfkc_casefold().normalize(utf16, failed);
    if (U_FAILURE(failed)) throw std::runtime_error{u_errorName(failed)};
    icu::UnicodeString result;
    for (std::int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
        result.append(as_katakana(folded.char32At(i)));
    return result;
}

/// Scripts that are written without blanks between words.
bool is_unspaced(UChar32 letter)
{
    UErrorCode failed = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(letter, &failed);
    // The long vowel mark is shared by both kana and so belongs to no script of its own.
    return script == USCRIPT_HAN || script == USCRIPT_KATAKANA || script == USCRIPT_HIRAGANA || letter == 0x30fc;
}

bool has_unspaced(const icu::UnicodeString& text)
{
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        if (is_unspaced(text.char32At(i))) return true;
    }
    return false;
}

bool is_word_part(UChar32 letter)
{
    return u_isalnum(letter) || u_charType(letter) == U_NON_SPACING_MARK || letter == 0x30fc;
}

/// "nuts" as "nut"; short words such as "gas" and "sls" stay.
icu::UnicodeString singular(const icu::UnicodeString& word)
{
    if (word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")) return {word, 0, word.length() - 1};
    return word;
}

/// Letters and digits in a row are words; everything else parts them.
WordRow words_in(const icu::UnicodeString& text)
{
    WordRow words;
    icu::UnicodeString word;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 letter = text.char32At(i);
        if (is_word_part(letter)) {
            word.append(letter);
        } else if (!word.isEmpty()) {
            words.push_back(singular(word));
            word.remove();
        }
    }
    if (!word.isEmpty()) words.push_back(singular(word));
    return words;
}

bool holds_words(const WordRow& longer, const WordRow& shorter)
{
    return !shorter.empty() &&
           std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

icu::UnicodeString joined(const WordRow& words)
{
    icu::UnicodeString text;
    for (const auto& word : words) text.append(word);
    return text;
}

/// Words of form: alone they stand in half of all ingredients.
bool is_form(const icu::UnicodeString& text)
{
    static const std::array<icu::UnicodeString, 14> forms{u"oil",    u"extract", u"water",  u"acid",    u"butter",
                                                          u"powder", u"wax",     u"オイル", u"エキス",  u"水",
                                                          u"油",     u"酸",      u"バター", u"ワックス"};
    return std::find(forms.begin(), forms.end(), text) != forms.end();
}

/// A word of the ingredient that is a compound of the one word of the allergy.
bool is_compound_of(const WordRow& ingredient, const WordRow& part)
{
    constexpr std::int32_t least = 3;
    if (part.size() != 1 || part.front().length() < least) return false;
    return std::any_of(ingredient.begin(), ingredient.end(),
                       [&](const icu::UnicodeString& word) { return word.endsWith(part.front()); });
}

bool holds_text(const icu::UnicodeString& longer, const icu::UnicodeString& shorter, std::int32_t least)
{
    return has_unspaced(shorter) && shorter.countChar32() >= least && longer.indexOf(shorter) >= 0;
}

bool is_separator(UChar32 letter)
{
    constexpr std::array<UChar32, 8> separators{',', ';', '/', '\n', 0x3001, 0x3002, 0x30fb, '&'};
    return std::find(separators.begin(), separators.end(), letter) != separators.end();
}

std::vector<WordRow> parts_of(const icu::UnicodeString& allergy)
{
    std::vector<WordRow> parts(1);
    icu::UnicodeString part;
    const auto take = [&] {
        for (auto& word : words_in(part)) {
            if (word == "and")
                parts.emplace_back();
            else
                parts.back().push_back(std::move(word));
        }
        parts.emplace_back();
        part.remove();
    };
    for (std::int32_t i = 0; i < allergy.length(); i = allergy.moveIndex32(i, 1)) {
        const UChar32 letter = allergy.char32At(i);
        if (is_separator(letter))
            take();
        else
            part.append(letter);
    }
    take();
    return parts;
}

bool part_matches(const WordRow& part, const WordRow& ingredient)
{
    if (part.empty() || ingredient.empty()) return false;
    const icu::UnicodeString said = joined(part);
    const icu::UnicodeString listed = joined(ingredient);
    if (said == listed) return true;
    if (is_form(said) || is_form(listed)) return false;
    constexpr std::int32_t least_listed = 2;  // 卵 in 卵黄油 says much, a listed 茶 in 紅茶色 little
    return holds_words(ingredient, part) || holds_words(part, ingredient) || is_compound_of(ingredient, part) ||
           holds_text(listed, said, 1) || holds_text(said, listed, least_listed);
}

}  // namespace

bool allergy_matches(std::string_view allergy, std::string_view ingredient)
{
    const WordRow listed = words_in(folded(ingredient));
    const auto parts = parts_of(folded(allergy));
    return std::any_of(parts.begin(), parts.end(), [&](const WordRow& part) { return part_matches(part, listed); });
}

bool allergy_matches(std::string_view allergy, const CareProduct& product)
{
    if (product.ingredients.empty()) return allergy_matches(allergy, product.name);
    return std::any_of(product.ingredients.begin(), product.ingredients.end(),
                       [&](const std::string& ingredient) { return allergy_matches(allergy, ingredient); });
}

}  // namespace kushi
