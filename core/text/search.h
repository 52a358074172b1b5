#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kushi {

/// One form for every way to write a name: さとう, サトウ, ｻﾄｳ, Sato, SATOU, Satoh and satō give "sato". Kana become Latin
/// letters, long vowels short, kanji stay but for the variants that names are written with (髙 as 高, 邊 as 辺, 々 as the
/// kanji before it); blanks and punctuation become one blank. To compare by, never to show or store.
std::string search_key(std::string_view text);

/// What a person can be found by, made once and kept in memory: 100,000 of them are searched in milliseconds.
struct SearchEntry {
    std::string name;     ///< search keys with a blank before each word
    std::string reading;
    std::string phone;    ///< digits only, +81 as 0
};
SearchEntry search_entry(std::string_view name, std::string_view reading, std::string_view phone);

/// What was typed. A person is found when every word begins a word of the name or reading (in either romanisation:
/// "si" and "shi"), or the words without blanks begin them so; a word with kanji may stand anywhere in the name. Up to
/// four digits find the last four of a phone number, from their first on; five or more any part of it. Nothing typed
/// finds everybody.
class SearchQuery {
public:
    explicit SearchQuery(std::string_view typed);
    [[nodiscard]] bool finds(const SearchEntry& entry) const;

private:
    struct Word {
        std::string typed;
        std::string hepburn;  ///< the same when it was typed so
        bool anywhere;        ///< holds a character that is no Latin letter or digit
    };
    static Word word_of(std::string typed);
    [[nodiscard]] static bool finds_word(const Word& word, const SearchEntry& entry);
    std::vector<Word> words_;
    Word joined_;
    std::string digits_;  ///< empty when anything but a phone number was typed
};

/// For a single question; a search makes its query and entries once.
bool matches(std::string_view query, std::string_view name, std::string_view reading, std::string_view phone);

/// Loads what search needs (20 to 30 ms), so that no key press waits for it.
void prepare_search();

}  // namespace kushi
