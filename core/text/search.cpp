#include "core/text/search.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/text/romaji.h"
#include "core/text/unicode.h"

namespace kushi {
namespace {

/// Kanji that names are written with beside the usual one; in pairs, variant first. A desk types the usual one.
constexpr std::u32string_view kanji_variants =
    U"髙高﨑崎嵜崎碕崎德徳濵浜濱浜邉辺邊辺齋斎齊斉澤沢廣広櫻桜惠恵曻昇國国眞真龍竜瀨瀬學学榮栄壽寿圓円冨富嶋島"
    U"嶌島舘館藏蔵淺浅來来禮礼豐豊彌弥實実靜静穗穂條条縣県鐵鉄關関觀観驒騨籔薮檜桧莊荘黑黒𠮷吉昻昂步歩祿禄凉涼"
    U"埜野峯峰戶戸吳呉髮髪與与佛仏傳伝兒児嶽岳巖巌拔抜擧挙敎教氣気淸清淵渕瀧滝燒焼當当瑤瑶藝芸萬万號号譽誉鹽塩"
    U"麥麦麵麺黃黄齡齢龜亀";

char32_t usual_kanji(char32_t kanji)
{
    for (std::size_t i = 0; i + 1 < kanji_variants.size(); i += 2) {
        if (kanji_variants[i] == kanji) return kanji_variants[i + 1];
    }
    return kanji;
}

bool is_apostrophe(char32_t point) { return point == U'\'' || point == U'’' || point == U'ʼ'; }

bool parts_words(char32_t point)
{
    return is_blank(point) || (u_ispunct(static_cast<UChar32>(point)) != 0 && !is_apostrophe(point));
}

/// What is left to compare: usual kanji, no marks, nothing invisible, single blanks between words.
std::string plain_letters(std::string_view text)
{
    std::u32string result;
    for (const char32_t point : code_points(text)) {
        const bool after_letter = !result.empty() && result.back() != U' ';
        if (parts_words(point)) {
            if (after_letter) result += U' ';
        } else if (point == U'々' && after_letter) {
            result += result.back();
        } else if (is_visible(point) && !is_apostrophe(point)) {
            result += usual_kanji(point);
        }
    }
    if (!result.empty() && result.back() == U' ') result.pop_back();
    return utf8(result);
}

std::string without_blanks(std::string text)
{
    std::erase(text, ' ');
    return text;
}

/// Digits only, when nothing but a phone number's characters was written.
std::string phone_digits(std::string_view written)
{
    const std::string narrow = nfkc(written);
    std::string digits;
    for (const char32_t point : code_points(narrow)) {
        if (point >= U'0' && point <= U'9') digits += static_cast<char>(point);
        else if (std::u32string_view{U"+-(). ー‐−"}.find(point) == std::u32string_view::npos) return {};
    }
    if (narrow.starts_with("+81")) digits.replace(0, 2, "0");
    return digits;
}

bool is_ascii(std::string_view text)
{
    return std::ranges::all_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

/// The text begins a word of `words`, where each word has a blank before it.
bool begins_a_word(const std::string& text, const std::string& words)
{
    for (std::size_t at = words.find(text); at != std::string::npos; at = words.find(text, at + 1)) {
        if (at > 0 && words[at - 1] == ' ') return true;
    }
    return false;
}

/// The words, read without their blanks, begin with the text. Makes no string: this runs for every client at every key.
bool begin_joined(std::string_view words, std::string_view text)
{
    for (const char letter : words) {
        if (text.empty()) return true;
        if (letter == ' ') continue;
        if (letter != text.front()) return false;
        text.remove_prefix(1);
    }
    return text.empty();
}

/// The words from some word on, written together, begin with the text.
bool begins_joined(std::string_view text, std::string_view words)
{
    for (std::size_t at = words.find(' '); at != std::string_view::npos; at = words.find(' ', at + 1)) {
        if (begin_joined(words.substr(at), text)) return true;
    }
    return false;
}

std::vector<std::string> split(const std::string& words)
{
    std::vector<std::string> result;
    for (std::size_t from = 0; from < words.size();) {
        const std::size_t to = std::min(words.find(' ', from), words.size());
        result.push_back(words.substr(from, to - from));
        from = to + 1;
    }
    return result;
}

bool finds_phone(const std::string& digits, const std::string& phone)
{
    constexpr std::size_t last = 4;
    if (digits.empty() || phone.empty()) return false;
    if (digits.size() > last) return phone.find(digits) != std::string::npos;
    return phone.substr(phone.size() - std::min(phone.size(), last)).starts_with(digits);
}

}  // namespace

std::string search_key(std::string_view text) { return with_short_vowels(plain_letters(romanised(text))); }

SearchEntry search_entry(std::string_view name, std::string_view reading, std::string_view phone)
{
    return {" " + search_key(name), " " + search_key(reading), phone_digits(phone)};
}

SearchQuery::Word SearchQuery::word_of(std::string typed)
{
    std::string hepburn = with_short_vowels(as_hepburn(typed));
    const bool anywhere = !is_ascii(typed);
    return {std::move(typed), std::move(hepburn), anywhere};
}

SearchQuery::SearchQuery(std::string_view typed) : digits_{phone_digits(typed)}
{
    const std::string key = search_key(typed);
    for (std::string& word : split(key)) words_.push_back(word_of(std::move(word)));
    joined_ = word_of(without_blanks(key));
}

bool SearchQuery::finds_word(const Word& word, const SearchEntry& entry)
{
    if (word.anywhere && entry.name.find(word.typed) != std::string::npos) return true;
    return begins_a_word(word.typed, entry.name) || begins_a_word(word.typed, entry.reading) ||
           begins_a_word(word.hepburn, entry.name) || begins_a_word(word.hepburn, entry.reading);
}

bool SearchQuery::finds(const SearchEntry& entry) const
{
    if (finds_phone(digits_, entry.phone)) return true;
    if (std::ranges::all_of(words_, [&](const Word& word) { return finds_word(word, entry); })) return true;
    return begins_joined(joined_.typed, entry.name) || begins_joined(joined_.typed, entry.reading) ||
           begins_joined(joined_.hepburn, entry.reading);
}

bool matches(std::string_view query, std::string_view name, std::string_view reading, std::string_view phone)
{
    return SearchQuery{query}.finds(search_entry(name, reading, phone));
}

void prepare_search() { (void)search_key("あ"); }

}  // namespace kushi
