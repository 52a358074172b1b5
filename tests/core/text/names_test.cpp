#include "core/text/names.h"

#include <gtest/gtest.h>

#include "core/text/unicode.h"

namespace kushi {
namespace {

std::string repeated(const std::string& text, int times)
{
    std::string result;
    for (int i = 0; i < times; ++i) result += text;
    return result;
}

/// The text that was kept, or the code it was refused with.
std::string said(const Outcome<std::string>& outcome) { return outcome ? *outcome : "refused: " + outcome.error().code; }

TEST(AName, IsKeptAsWrittenOrRefusedWithACode)
{
    using namespace std::string_literals;
    struct Case { const char* why; std::string written; std::string said; };
    for (const auto& c : {
             Case{"kanji", "佐藤 葵", "佐藤 葵"},
             Case{"one of many old forms is not made the usual one", "髙﨑 德子", "髙﨑 德子"},
             Case{"half-width kana stay", "ｻﾄｳ", "ｻﾄｳ"},
             Case{"a kanji with its variation", "葛\U000E0100城"s, "葛\U000E0100城"s},
             Case{"outside the basic plane", "𠮷野", "𠮷野"},
             Case{"composed", "e\u0301", "é"},
             Case{"voiced kana composed", "か\u3099", "が"},
             Case{"blanks at the ends", " \u3000Mia \t\r\n", "Mia"},
             Case{"blanks within", "Mia   \u00a0 Sato", "Mia Sato"},
             Case{"ideographic blank", "佐藤\u3000葵", "佐藤\u3000葵"},
             Case{"two of them", "佐藤\u3000\u3000葵", "佐藤\u3000葵"},
             Case{"an emoji family is one character", "👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"},
             Case{"the flag of Scotland", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"},
             Case{"SQL is only text", "Robert'); DROP TABLE client;--", "Robert'); DROP TABLE client;--"},
             Case{"a format is only text", "%s%n%x", "%s%n%x"},
             Case{"a formula is only text here", "=1+1", "=1+1"},
             Case{"two marks, as in Vietnamese", "Nguyễn", "Nguyễn"},
             Case{"four marks", "q" + repeated("\u0301", 4), "q" + repeated("\u0301", 4)},
             Case{"120 characters", repeated("あ", 120), repeated("あ", 120)},
             Case{"empty", "", "refused: blank"},
             Case{"only blanks", "   \u3000 ", "refused: blank"},
             Case{"only a Hangul filler", "\u3164", "refused: blank"},
             Case{"only a variation selector", "\uFE0F", "refused: blank"},
             Case{"only a joiner", "\u200D", "refused: blank"},
             Case{"only a mark", "\u0301", "refused: blank"},
             Case{"121 characters", repeated("あ", 121), "refused: too_long"},
             Case{"few characters, many bytes", repeated("👩‍👩‍👧‍👦", 41), "refused: too_long"},
             Case{"a megabyte", repeated("x", 1 << 20), "refused: too_long"},
             Case{"a megabyte of marks", "a" + repeated("\u0301", 1 << 19), "refused: too_long"},
             Case{"NUL", "Mi\0a"s, "refused: control_character"},
             Case{"NUL at the end", "Mia\0"s, "refused: control_character"},
             Case{"a line break within", "Mia\r\nSato", "refused: control_character"},
             Case{"a tab within", "Mia\tSato", "refused: control_character"},
             Case{"ESC p 0 opens the drawer", "Mia\x1bp0", "refused: control_character"},
             Case{"GS V cuts", "Mia\x1dV", "refused: control_character"},
             Case{"DLE EOT asks for status", "\x10\x04Mia", "refused: control_character"},
             Case{"DEL", "Mia\x7f", "refused: control_character"},
             Case{"C1", "Mia\u009b"s, "refused: control_character"},
             Case{"right to left", "Mia\u202Eotas", "refused: control_character"},
             Case{"isolate", "\u2066Mia", "refused: control_character"},
             Case{"an invisible blank", "Mi\u200ba", "refused: control_character"},
             Case{"a byte order mark", "\uFEFFMia", "refused: control_character"},
             Case{"a tower of marks", "q" + repeated("\u0301", 5), "refused: too_many_marks"},
             Case{"lone continuation byte", "Mia\x80", "refused: bad_text"},
             Case{"lone surrogate", "\xed\xa0\x80", "refused: bad_text"},
             Case{"overlong slash", "\xc0\xaf", "refused: bad_text"},
             Case{"cut short", "佐\xe8\x97", "refused: bad_text"},
             Case{"past Unicode", "\xf4\x90\x80\x80", "refused: bad_text"},
             Case{"noncharacter", "\xef\xbf\xbf", "refused: bad_text"},
             Case{"Shift JIS bytes", "\x8d\xb2\x93\xa1", "refused: bad_text"},
             Case{"a card's number", "4111 1111 1111 1111", "refused: card_number"}}) {
        EXPECT_EQ(said(clean_name(c.written, "name")), c.said) << c.why;
    }
    EXPECT_EQ(clean_name("abcd", "title", 3).error(), (Refusal{"too_long", "title", "3"}));
}

TEST(AName, OfEveryControlByteIsRefused)
{
    for (int byte = 0; byte < 0xa0; ++byte) {
        if (byte >= 0x20 && byte < 0x7f) continue;
        const std::string name = "a" + utf8(std::u32string(1, static_cast<char32_t>(byte))) + "b";
        EXPECT_EQ(said(clean_name(name, "name")), "refused: control_character") << byte;
    }
}

TEST(ANote, MayHaveLinesAndIsHeldToTheSameRules)
{
    using namespace std::string_literals;
    struct Case { const char* why; std::string written; std::string said; };
    for (const auto& c : {Case{"lines of any system", "a\r\nb\rc\nd\u2028e\u0085f"s, "a\nb\nc\nd\ne\nf"},
                          Case{"an empty line and inner blanks stay", "a\n\n  b", "a\n\n  b"},
                          Case{"tab", "a\tb", "a\tb"},
                          Case{"ends trimmed", "\n\n a \n", "a"},
                          Case{"4,000 characters", repeated("あ", 4'000), repeated("あ", 4'000)},
                          Case{"4,001", repeated("あ", 4'001), "refused: too_long"},
                          Case{"blank", " \n\t\n ", "refused: blank"},
                          Case{"ESC", "a\x1b@", "refused: control_character"},
                          Case{"vertical tab", "a\vb", "refused: control_character"},
                          Case{"right to left", "a\u202eb", "refused: control_character"},
                          Case{"a card's number over two lines", "4111 1111\n1111 1111", "refused: card_number"},
                          Case{"not UTF-8", "\xff", "refused: bad_text"}}) {
        EXPECT_EQ(said(clean_text(c.written, "text")), c.said) << c.why;
    }
}

TEST(APhoneNumber, KeepsHowItWasWrittenInPlainCharacters)
{
    struct Case { const char* why; const char* written; const char* said; };
    for (const auto& c : {Case{"Japanese", "090-1234-5678", "090-1234-5678"},
                          Case{"full width with long marks", "０９０ー１２３４ー５６７８", "090-1234-5678"},
                          Case{"from abroad", " +81 (0)90 1234 5678 ", "+81 (0)90 1234 5678"},
                          Case{"German, 13 digits beginning like a Visa", "+49 170 1234 567 8", "+49 170 1234 567 8"},
                          Case{"an emergency number", "110", "110"},
                          Case{"two digits", "11", "refused: bad_phone"},
                          Case{"16 digits", "1234567890123456", "refused: bad_phone"},
                          Case{"letters", "090-CALL-NOW", "refused: bad_phone"},
                          Case{"plus within", "090+1234", "refused: bad_phone"},
                          Case{"blank", "  ", "refused: blank"},
                          Case{"a card", "3782-822463-10005", "refused: card_number"},
                          Case{"a line break", "090\n1234", "090 1234"},
                          Case{"ESC", "090\x1b", "refused: bad_phone"},
                          Case{"not UTF-8", "\xff", "refused: bad_text"}}) {
        EXPECT_EQ(said(clean_phone(c.written)), c.said) << c.why;
    }
}

TEST(AMaskedPhoneNumber, ShowsItsLastDigitsOnly)
{
    for (const auto& [written, masked] : std::initializer_list<std::pair<const char*, const char*>>{
             {"090-1234-5678", "•••-••••-5678"}, {"+81 90 1234 5678", "+•• •• •••• 5678"}, {"0312345678", "••••••5678"},
             {"123-4567", "•••-••67"}, {"1234", "••••"}, {"", ""}}) {
        EXPECT_EQ(masked_phone(written), masked) << written;
    }
}

TEST(Initials, AreTwoLettersOrOneCharacter)
{
    struct Case { const char* why; const char* name; const char* family; const char* given; };
    for (const auto& c : {Case{"Latin", "Mia Sato", "MS", "MS"},
                          Case{"three words", "mia van sato", "MS", "MS"},
                          Case{"one word", "Mia", "M", "M"},
                          Case{"an accent", "éric ångström", "ÉÅ", "ÉÅ"},
                          Case{"Cyrillic", "анна ким", "АК", "АК"},
                          Case{"kanji", "木村 葵", "木", "葵"},
                          Case{"ideographic blank", "木村\u3000葵", "木", "葵"},
                          Case{"kanji in one word", "木村葵", "木", "木"},
                          Case{"kana", "さとう あおい", "さ", "あ"},
                          Case{"a variation stays with its kanji", "葛\U000E0100城 空", "葛\U000E0100", "空"},
                          Case{"an emoji family is not torn", "👩‍👩‍👧‍👦 x", "👩‍👩‍👧‍👦", "x"},
                          Case{"blank", "  ", "", ""},
                          Case{"empty", "", "", ""}}) {
        EXPECT_EQ(initials(c.name), c.family) << c.why;
        EXPECT_EQ(initials(c.name, InitialOf::given_name), c.given) << c.why;
    }
}

TEST(AGivenName, StandsFirstInTheWestAndLastInJapan)
{
    struct Case { const char* why; const char* name; const char* given; };
    for (const auto& c : {Case{"Latin", "Mia Sato", "Mia"},
                          Case{"a hyphen", "Anne-Marie Østby-Ito", "Anne-Marie"},
                          Case{"one word", "Cher", "Cher"},
                          Case{"kanji", "木村 葵", "葵"},
                          Case{"ideographic blank", "木村\u3000葵", "葵"},
                          Case{"kanji in one word", "木村葵", "木村葵"},
                          Case{"a foreign name in kana", "エマ・ラーセン", "エマ"},
                          Case{"a dot alone", "・", "・"},
                          Case{"an emoji", "👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"},
                          Case{"blank", "  ", ""},
                          Case{"empty", "", ""}}) {
        EXPECT_EQ(given_name(c.name), c.given) << c.why;
    }
}

TEST(Characters, AreCountedAsAReaderDoes)
{
    for (const auto& [text, count] : std::initializer_list<std::pair<const char*, std::size_t>>{
             {"", 0}, {"abc", 3}, {"佐藤", 2}, {"e\u0301", 1}, {"👩‍👩‍👧‍👦", 1}, {"葛\U000E0100", 1}, {"🇯🇵", 1}, {"a\r\nb", 3}}) {
        EXPECT_EQ(count_characters(text), count) << text;
    }
}

TEST(NormalisedText, IsTheSameWhenNormalisedAgain)
{
    for (const char* text : {" a  b ", "か\u3099", "佐藤\u3000 葵", "①㈱ｻﾄｳ", ""}) {
        EXPECT_EQ(normalised(normalised(text)), normalised(text)) << text;
    }
    EXPECT_EQ(normalised("①㈱ｻﾄｳ"), "①㈱ｻﾄｳ") << "only comparing folds these";
}

}  // namespace
}  // namespace kushi
