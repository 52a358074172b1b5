#include "app/words/refusals.h"

#include <algorithm>
#include <array>

#include "app/words/language.h"

namespace kushi {

namespace {

struct Sentence {
    std::string_view code;
    Phrase phrase;
};

/// Without the full stop, which comes after the field and the fact. In the order of the codes.
constexpr std::array sentences{
    Sentence{"adapt_not_allowed", {"This cannot go on, not even adapted", "内容を変えても続けることはできません"}},
    Sentence{"bad_request", {"This is not written as it should be", "書き方が正しくありません"}},
    Sentence{"foreign_files",
             {"This folder holds what is not an earlier demo's; choose a new or empty one",
              "デモ以外のファイルがあるフォルダです。新しいフォルダか空のフォルダを指定してください"}},
    Sentence{"no_tax_rate", {"The history would begin before the first tax rate", "最初の税率より前から始まります"}},
    Sentence{"out_of_range", {"This number is outside its range", "数値が範囲の外です"}},
    Sentence{"postponed", {"This visit was put off to another day", "このご来店は後日に延期されています"}},
    Sentence{"red_flag",
             {"A red flag is open: go on adapted, postpone or refer",
              "確認が必要な項目があります。変更して続行、延期、受診のおすすめから選んでください"}},
    Sentence{"referred", {"This client was advised to see a doctor first", "先に受診をおすすめしています"}},
    Sentence{"too_deep", {"This is nested too deeply", "入れ子が深すぎます"}},
    Sentence{"too_long", {"This is too long", "長すぎます"}},
    Sentence{"unknown_field", {"There is no such field", "この項目はありません"}},
    Sentence{"unknown_word", {"This word is not one of those listed", "この語は一覧にありません"}},
};

Phrase sentence_of(std::string_view code)
{
    const auto found =
        std::find_if(sentences.begin(), sentences.end(), [&](const Sentence& s) { return s.code == code; });
    return found == sentences.end() ? Phrase{} : found->phrase;
}

}  // namespace

std::string words_of(const Refusal& refusal, std::string_view language)
{
    const auto word = [&](std::string_view english, std::string_view japanese) {
        return Phrase{english, japanese}.in(language);
    };
    std::string text{sentence_of(refusal.code).in(language)};
    if (text.empty()) text.append(word("This was refused: ", "受け付けられませんでした：")).append(refusal.code);
    std::string facts = refusal.field;
    if (!facts.empty() && !refusal.detail.empty()) facts.append(word(": ", "："));
    facts.append(refusal.detail);
    if (!facts.empty()) text.append(word(" (", "（")).append(facts).append(word(")", "）"));
    return text.append(word(".", "。"));
}

}  // namespace kushi
