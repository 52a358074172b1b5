#include "core/text/search.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/romaji.h"

namespace kushi {
namespace {

TEST(TheSearchKey, IsOneForEveryWayToWriteAName)
{
    struct Case { const char* key; std::vector<const char*> written; };
    for (const auto& c : {
             Case{"sato", {"さとう", "サトウ", "ｻﾄｳ", "Sato", "sato", "SATOU", "Satoh", "satō", " さとう ", "Ｓａｔｏ"}},
             Case{"tanaka aoi", {"たなか あおい", "タナカ　アオイ", "Tanaka-Aoi", "tanaka・aoi", "ﾀﾅｶ ｱｵｲ", "Tanaka, Aoi"}},
             Case{"ono", {"おおの", "オーノ", "Ohno", "Oono", "Ōno"}},
             Case{"oto", {"おおとう", "Ohtoh"}},
             Case{"ohara", {"おはら", "Ohara", "おおはら"}},
             Case{"junichi", {"じゅんいち", "Jun'ichi", "Junichi", "ジュンイチ", "Jun’ichi"}},
             Case{"kyoko", {"きょうこ", "ｷｮｳｺ", "Kyouko", "Kyoko"}},
             Case{"vivian", {"ヴィヴィアン", "ｳﾞｨｳﾞｨｱﾝ", "Vivian", "ゔぃゔぃあん"}},
             Case{"fatima", {"ファティマ", "Fátima", "ﾌｧﾃｨﾏ"}},
             Case{"nigata", {"にいがた", "Niigata", "ニイガタ"}},
             Case{"shinbashi", {"しんばし", "シンバシ", "Shinbashi"}},
             Case{"hatori", {"はとり", "Hatori"}},
             Case{"hattori", {"はっとり", "ハットリ", "Hattori"}},
             Case{"muller", {"Müller", "MULLER", "Mu\u0308ller"}},
             Case{"高橋", {"髙橋", "高橋"}},
             Case{"渡辺", {"渡邉", "渡邊", "渡辺"}},
             Case{"山崎", {"山﨑", "山崎"}},
             Case{"佐佐木", {"佐々木", "佐佐木"}},
             Case{"葛城", {"葛\U000E0100城", "葛城"}},
             Case{"", {"", "  ", "・", "。"}}}) {
        for (const char* written : c.written) EXPECT_EQ(search_key(written), c.key) << written;
    }
}

TEST(TheSearchKey, LeavesNoKanaBehind)
{
    for (const char* kana : {"ヴァヴィヴヴェヴォヴュ", "ファフィフェフォフュ", "ティディトゥドゥテュデュ", "ウィウェウォ", "シェジェチェイェ",
                             "ツァツィツェツォ", "クァクィクェクォグァ", "スィズィ", "あっ", "うぅん", "ゐゑヰヱ", "ヷヸヹヺ", "ヵヶヮ", "ー"}) {
        const std::string key = search_key(kana);
        EXPECT_TRUE(std::ranges::all_of(key, [](char letter) { return letter >= 'a' && letter <= 'z'; })) << kana << " " << key;
    }
}

TEST(AShortenedVowel, KeepsWhatBeginsAnotherTextABeginning)
{
    for (const std::string word : {"satou", "satoh", "oohara", "ohno", "niigata", "kouichi", "louise", "john", "yoooshi"}) {
        for (std::size_t size = 0; size <= word.size(); ++size) {
            EXPECT_TRUE(with_short_vowels(word).starts_with(with_short_vowels(word.substr(0, size))))
                << word << " typed to " << size;
        }
    }
}

TEST(KunreiSpelling, IsReadAsHepburn)
{
    for (const auto& [typed, usual] : std::initializer_list<std::pair<const char*, const char*>>{
             {"sisido", "shishido"}, {"tuti", "tsuchi"}, {"huzi", "fuji"}, {"syouzi", "shouji"}, {"tyatya", "chacha"},
             {"shimbashi", "shinbashi"}, {"homma", "honma"}, {"maccha", "matcha"}, {"matsumoto", "matsumoto"},
             {"shichi", "shichi"}, {"fuji", "fuji"}, {"", ""}}) {
        EXPECT_EQ(as_hepburn(typed), usual) << typed;
    }
}

TEST(AClient, IsFoundByReadingKanjiRomajiAndPhone)
{
    struct Case { const char* why; const char* typed; bool found; };
    for (const auto& c : {Case{"nothing typed", "", true},
                          Case{"first kana", "さ", true},
                          Case{"two kana", "さと", true},
                          Case{"half-width", "ｻﾄ", true},
                          Case{"romaji", "sat", true},
                          Case{"romaji with a long vowel", "satou", true},
                          Case{"given name", "あおい", true},
                          Case{"given name in romaji", "ao", true},
                          Case{"both, in the other order", "aoi sato", true},
                          Case{"both without a blank", "satoaoi", true},
                          Case{"kana without a blank", "さとうあおい", true},
                          Case{"kanji", "佐藤", true},
                          Case{"kanji without a blank", "佐藤葵", true},
                          Case{"kanji within the name", "藤", true},
                          Case{"the given name's kanji", "葵", true},
                          Case{"last four digits", "5678", true},
                          Case{"last four, full width", "５６７８", true},
                          Case{"first of the last four", "56", true},
                          Case{"whole phone", "090-1234-5678", true},
                          Case{"phone without hyphens", "09012345678", true},
                          Case{"phone from abroad", "+81 90 1234 5678", true},
                          Case{"middle digits, too few", "1234", false},
                          Case{"middle digits and more", "12345", true},
                          Case{"last digits not from the first", "678", false},
                          Case{"inside a romaji word", "ato", false},
                          Case{"another name", "すずき", false},
                          Case{"one word right, one wrong", "sato ken", false},
                          Case{"another kanji", "鈴", false},
                          Case{"SQL", "' OR 1=1", false},
                          Case{"a wildcard", "%", true},  // punctuation alone is as good as nothing
                          Case{"another phone", "9999", false}}) {
        EXPECT_EQ(matches(c.typed, "佐藤 葵", "さとう あおい", "090-1234-5678"), c.found) << c.why;
    }
}

TEST(AClient, IsFoundHoweverTheDeskSpells)
{
    struct Case { const char* why; const char* typed; const char* name; const char* reading; bool found; };
    for (const auto& c : {Case{"kunrei", "sisido", "宍戸 舞", "ししど まい", true},
                          Case{"hepburn", "shishido", "宍戸 舞", "ししど まい", true},
                          Case{"m before b", "shimbashi", "新橋 一", "しんばし はじめ", true},
                          Case{"n before b", "shinbashi", "新橋 一", "しんばし はじめ", true},
                          Case{"usual kanji for a variant", "高橋", "髙橋 海", "たかはし うみ", true},
                          Case{"a variant for the usual kanji", "髙橋", "高橋 海", "たかはし うみ", true},
                          Case{"a Latin name by its first letter", "t", "Tina Brown", "", true},
                          Case{"in one go", "tinab", "Tina Brown", "", true},
                          Case{"by its kana", "ティナ", "Tina Brown", "", true},
                          Case{"without its accent", "andre", "André Müller", "", true},
                          Case{"Hangul", "김", "김 민지", "きむ みんじ", true},
                          Case{"no reading kept", "sato", "佐藤 葵", "", false},
                          Case{"one kanji name", "林", "林 晴", "はやし はる", true}}) {
        EXPECT_EQ(matches(c.typed, c.name, c.reading, ""), c.found) << c.why;
    }
}

}  // namespace
}  // namespace kushi
