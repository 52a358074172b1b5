#include "core/text/romaji.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <utility>

namespace kushi {
namespace {

/// ICU's Katakana-Latin/BGN leaves small kana of foreign words as they are (ヴィ as "vィ") and writes ん before b, m, p
/// as m; these rules come before it. Any-Latin is no way: it reads kanji as Chinese.
constexpr const char16_t* rules = uR"(
    :: NFKC;
    :: Hiragana-Katakana;
    ヴァ > va; ヴィ > vi; ヴェ > ve; ヴォ > vo; ヴャ > vya; ヴュ > vyu; ヴョ > vyo; ヴ > vu;
    ヷ > va; ヸ > vi; ヹ > ve; ヺ > vo;
    ファ > fa; フィ > fi; フェ > fe; フォ > fo; フュ > fyu;
    ティ > ti; ディ > di; トゥ > tu; ドゥ > du; テュ > tyu; デュ > dyu;
    ウィ > wi; ウェ > we; ウォ > wo; イェ > ye;
    シェ > she; ジェ > je; チェ > che; スィ > si; ズィ > zi;
    ツァ > tsa; ツィ > tsi; ツェ > tse; ツォ > tso;
    クァ > kwa; クィ > kwi; クェ > kwe; クォ > kwo; クヮ > kwa; グァ > gwa; グヮ > gwa;
    ン > n;
    ::Null;
    :: Katakana-Latin/BGN;
    ァ > a; ィ > i; ゥ > u; ェ > e; ォ > o; ャ > ya; ュ > yu; ョ > yo; ヮ > wa; ヵ > ka; ヶ > ke; ッ > ; ー > ;
    ::Null;
    :: Latin-ASCII;
    :: Lower;
)";

const icu::Transliterator& transliterator()
{
    static const std::unique_ptr<icu::Transliterator> made = [] {
        UErrorCode status = U_ZERO_ERROR;
        UParseError where{};
        std::unique_ptr<icu::Transliterator> result{icu::Transliterator::createFromRules(
            u"Kushi-Romaji", icu::UnicodeString{rules}, UTRANS_FORWARD, where, status)};
        if (U_FAILURE(status)) throw std::runtime_error{std::string{"ICU: "} + u_errorName(status)};
        return result;
    }();
    return *made;
}

bool is_vowel(char letter) { return letter == 'a' || letter == 'i' || letter == 'u' || letter == 'e' || letter == 'o'; }

/// What people type, and what `romanised` writes. Longer ones first: "sya" must not be read as "s", "ya".
constexpr auto spellings = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"sya", "sha"}, {"syu", "shu"}, {"syo", "sho"}, {"tya", "cha"}, {"tyu", "chu"}, {"tyo", "cho"},
    {"cya", "cha"}, {"cyu", "chu"}, {"cyo", "cho"}, {"zya", "ja"},  {"zyu", "ju"},  {"zyo", "jo"},
    {"jya", "ja"},  {"jyu", "ju"},  {"jyo", "jo"},  {"cch", "tch"}, {"si", "shi"},  {"ti", "chi"},
    {"tu", "tsu"},  {"hu", "fu"},   {"zi", "ji"},   {"mb", "nb"},   {"mp", "np"},   {"mm", "nm"},
});

}  // namespace

std::string romanised(std::string_view text)
{
    auto letters = icu::UnicodeString::fromUTF8(icu::StringPiece{text.data(), static_cast<int32_t>(text.size())});
    transliterator().transliterate(letters);
    std::string result;
    letters.toUTF8String(result);
    return result;
}

std::string with_short_vowels(std::string_view latin)
{
    std::string result;
    for (std::size_t i = 0; i < latin.size(); ++i) {
        const char letter = latin[i];
        const char before = result.empty() ? ' ' : result.back();
        const bool lengthens = is_vowel(letter) && (letter == before || (letter == 'u' && before == 'o'));
        const bool silent_h = letter == 'h' && before == 'o' && (i + 1 == latin.size() || !is_vowel(latin[i + 1]));
        if (!lengthens && !silent_h) result += letter;
    }
    return result;
}

std::string as_hepburn(std::string_view latin)
{
    std::string result;
    while (!latin.empty()) {
        std::string_view taken = latin.substr(0, 1);
        std::string_view written = taken;
        for (const auto& [typed, usual] : spellings) {
            if (!latin.starts_with(typed)) continue;
            // The second letter of "mb" or "cch" begins the next sound and is looked at again.
            const bool keeps_last = typed.front() == 'm' || typed == "cch";
            taken = typed.substr(0, keeps_last ? 1 : typed.size());
            written = keeps_last ? usual.substr(0, 1) : usual;
            break;
        }
        // "tsu" and "shi" hold no "tu" or "hi" that would be read anew: what was written is not looked at.
        result += written;
        latin.remove_prefix(taken.size());
    }
    return result;
}

}  // namespace kushi
