#include "printing/document/layout.h"

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>

#include <random>

#include "printing/document/clusters.h"
#include "printing/document/paper.h"
#include "printing/escpos/characters.h"
#include "printing/profiles/profile.h"

namespace kushi::printing {
namespace {

Metrics metrics(const char* profile) { return metrics_of(*find_profile(profile)); }

Document text_document(std::string text, Style style = {}, std::string language = "ja")
{
    return {"test", std::move(language), {TextBlock{{{std::move(text), style}}, Align::left}}};
}

Cell flex(std::string text) { return {Cell::Width::flex, 0, {{std::move(text), {}}}, Align::left}; }
Cell amount(std::string text) { return {Cell::Width::fit, 0, {{std::move(text), {}}}, Align::right}; }

std::vector<std::string> texts(const Layout& layout)
{
    std::vector<std::string> lines;
    for (const Line& line : layout.lines) {
        lines.emplace_back();
        for (const PlacedRun& run : line.runs) lines.back() += run.text;
    }
    return lines;
}

std::vector<std::string> wrapped_at(int columns, std::string text, std::string language = "ja")
{
    Metrics narrow = metrics("generic-80");
    narrow.area_dots = columns * column_dots;
    return texts(lay_out(text_document(std::move(text), {}, std::move(language)), narrow));
}

using Lines = std::vector<std::string>;

TEST(Widths, AreWhatThePrinterWillDo)
{
    struct Case { const char* why; const char* cluster; int with_kanji; int latin; };
    const auto jp = metrics("generic-80");
    const auto west = metrics("clone-80");
    for (const auto& c :
         {Case{"ASCII", "A", 12, 12}, Case{"an ideograph", "櫛", 24, 24}, Case{"multiplication sign", "×", 24, 12},
          Case{"reference mark, drawn", "※", 24, 24}, Case{"circled one, drawn", "①", 24, 24}, Case{"box line", "─", 24, 12},
          Case{"yen sign", "¥", 12, 12}, Case{"full-width yen", "￥", 24, 12}, Case{"half-width kana", "ｶ", 12, 12},
          Case{"half-width kana with its mark", "ｶﾞ", 24, 24}, Case{"euro", "€", 12, 12}, Case{"an accent", "é", 12, 12},
          Case{"an emoji family", "👩‍👩‍👧", 24, 24}, Case{"a name's old form", "髙", 24, 24},
          Case{"a kanji with its selector", "葛󠄀", 24, 24}}) {
        EXPECT_EQ(jp.advance(c.cluster), c.with_kanji) << c.why;
        EXPECT_EQ(west.advance(c.cluster), c.latin) << c.why;
    }
}

TEST(CleanText, DropsWhatCouldSteerAPrinterOrTurnALine)
{
    using namespace std::string_literals;
    struct Case { const char* why; std::string text; const char* clean; };
    for (const auto& c :
         {Case{"ESC and NUL", "\x1b@\x1dV\x00太郎"s, "@V太郎"}, Case{"tab and line end", "a\tb\r\nc", "abc"},
          Case{"DEL and C1", "a\x7f\xc2\x9b" "b", "ab"}, Case{"right-to-left override", "abc\u202e123\u202c", "abc123"},
          Case{"isolates and marks", "\u2066x\u2069\u200f", "x"}, Case{"byte order mark", "\ufeff花", "花"},
          Case{"decomposed kana", "か\u3099き", "がき"}, Case{"not UTF-8", "a\xff" "b", "a\ufffd" "b"},
          Case{"a cut sequence", "a\xe6\xab", "a\ufffd"}, Case{"an encoded surrogate", "\xed\xa0\x80", "\ufffd\ufffd\ufffd"},
          Case{"compatibility ideograph stays", "\ufa19", "\ufa19"}, Case{"half-width kana stays", "ｶﾞ", "ｶﾞ"},
          Case{"a joined family stays", "👩‍👩‍👧", "👩‍👩‍👧"}}) {
        EXPECT_EQ(clean_text(c.text), c.clean) << c.why;
    }
}

TEST(LineBreaks, KeepTheStrictJapaneseRules)
{
    struct Case { const char* why; int columns; const char* text; Lines lines; };
    for (const auto& c :
         {Case{"no line begins with a full stop", 8, "頭皮洗浄。次", {"頭皮洗", "浄。次"}},
          Case{"nor with a long vowel", 6, "シャワー", {"シャ", "ワー"}},
          Case{"nor with small kana", 6, "あいちょう", {"あい", "ちょう"}},
          Case{"no line ends with an opening bracket", 8, "あいう「え」", {"あいう", "「え」"}},
          Case{"nor with a yen sign", 7, "合計は¥500", {"合計は", "¥500"}},
          Case{"a price is not torn", 10, "お買上げ 12,345円", {"お買上げ", "12,345円"}},
          Case{"a date is not torn", 12, "次回は2026年11月", {"次回は", "2026年11月"}},
          Case{"a telephone number is not torn", 16, "電話は03-1234-5678", {"電話は", "03-1234-5678"}},
          Case{"a registration number is not torn", 16, "番号T1234567890123", {"番号", "T1234567890123"}},
          Case{"a time is not torn", 8, "明日は10:30", {"明日は", "10:30"}}}) {
        EXPECT_EQ(wrapped_at(c.columns, c.text), c.lines) << c.why;
    }
}

TEST(LineBreaks, KeepEnglishWordsWhole)
{
    EXPECT_EQ(wrapped_at(10, "Thank you. Rest well today.", "en"), (Lines{"Thank you.", "Rest well", "today."}));
    EXPECT_EQ(wrapped_at(5, "call +44 20 7946", "en"), (Lines{"call", "+44", "20", "7946"})) << "nothing else fits";
    EXPECT_EQ(wrapped_at(4, "Donaudampf", "en"), (Lines{"Dona", "udam", "pf"})) << "broken rather than past the edge";
}

TEST(Rows, WrapTheNameAndKeepThePriceOnTheFirstLine)
{
    const Document document{"test", "en", {RowBlock{{flex("Camellia Hair Mist with a very long name for any paper"),
                                                     amount("3,300")}}}};
    EXPECT_EQ(text_of(lay_out(document, metrics("generic-58"))),
              "Camellia Hair Mist with a  3,300\n"
              "very long name for any\n"
              "paper\n");
}

TEST(Rows, EndTheirAmountsAtTheSameDot)
{
    const Document document{"test", "ja", {RowBlock{{flex("櫛"), amount("¥17,360")}}, RowBlock{{flex("椿"), amount("−500")}},
                                           RowBlock{{flex("合計"), {Cell::Width::fit, 0, {{"¥9", {.size = 2}}}, Align::right}}}}};
    for (const char* profile : {"generic-80", "generic-58", "clone-80", "clone-58"}) {
        const Layout layout = lay_out(document, metrics(profile));
        for (const Line& line : layout.lines)
            EXPECT_EQ(line.runs.back().x_dots + line.runs.back().advance_dots, layout.area_dots) << profile;
    }
}

TEST(Rows, ThatCannotStandSideBySideAreSetOneUnderTheOther)
{
    const Document document{"test", "en", {RowBlock{{flex("Points"), amount("123,456,789,012,345,678,901,234,567,890")}}}};
    EXPECT_EQ(texts(lay_out(document, metrics("generic-58"))),
              (Lines{"Points", "123,456,789,012,345,678,901,234,", "567,890"}));
}

TEST(Sizes, HalveTheColumnsAndNeverOverflow)
{
    const Layout layout = lay_out(text_document("ABCDEFGHIJKLMNOPQR", {.size = 2}, "en"), metrics("generic-58"));
    EXPECT_EQ(texts(layout), (Lines{"ABCDEFGHIJKLMNOP", "QR"}));
    EXPECT_EQ(layout.lines[0].height_dots, 54);
    const Document tight{"test", "ja", {RowBlock{{{Cell::Width::fixed, 3, {{"櫛", {.size = 4}}}, Align::left}}}}};
    const Layout shrunk = lay_out(tight, metrics("generic-58"));
    EXPECT_EQ(shrunk.lines[0].runs[0].style.size, 1) << "36 dots hold one ideograph of 24";
}

TEST(Rules, FillThePaper)
{
    const Document document{"test", "ja", {RuleBlock{RuleBlock::Kind::single}, RuleBlock{RuleBlock::Kind::dotted},
                                           RuleBlock{RuleBlock::Kind::double_}}};
    for (const char* profile : {"generic-80", "clone-58"}) {
        const Layout layout = lay_out(document, metrics(profile));
        ASSERT_EQ(layout.lines.size(), 3U);
        for (const Line& line : layout.lines) EXPECT_EQ(line.runs[0].advance_dots, layout.area_dots) << profile;
    }
}

TEST(QrCodes, ThatThePaperCannotHoldBecomeTheirText)
{
    const std::string data(3000, 'x');
    const Layout layout = lay_out({"test", "en", {QrBlock{data}}}, metrics("generic-80"));
    std::string all;
    for (const auto& line : texts(layout)) all += line;
    EXPECT_EQ(all, data);
    const Layout small = lay_out({"test", "en", {QrBlock{"https://kushi.example/r/A-000123"}}}, metrics("generic-58"));
    ASSERT_EQ(small.lines.size(), 1U);
    EXPECT_EQ(small.lines[0].kind, Line::Kind::qr);
    EXPECT_GE(small.lines[0].qr_module_dots, 3);
}

/// Texts from what salons type and what attackers type; the same seed gives the same text.
std::string random_text(std::mt19937& random)
{
    static const std::vector<std::string> pieces{
        "Signature", " ", " ", "Head Spa", "ヘッドスパ", "髙橋", "﨑", "ｶﾞｷﾞ", "12,345", "2026年11月14日", "03-1234-5678", "。", "「",
        "」", "ー", "ょ", "👩‍👩‍👧", "葛\U000E0100", " \uff9e", "é", "か\u3099", "\u202e", "\x1b@", "\x1dV", "\t", "※", "×", "①", "¥", "\\", "€",
        "ก็", "ﷺ", "a\u0301\u0302", "T9234567890123", "-", "/", "(", "𠮷", "ﾞﾞﾞﾞ", "\xff"};
    std::string text;
    const auto count = std::uniform_int_distribution<std::size_t>{0, 40}(random);
    for (std::size_t i = 0; i < count; ++i)
        text += pieces[std::uniform_int_distribution<std::size_t>{0, pieces.size() - 1}(random)];
    return text;
}

Style random_style(std::mt19937& random)
{
    const auto bits = random();
    return {(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0, static_cast<int>(bits / 8 % 4) + 1};
}

std::string without_blanks(std::string text)
{
    std::erase(text, ' ');
    return text;
}

std::string clean_words(const std::vector<Cell>& cells)
{
    std::string words;
    for (const Cell& cell : cells)
        for (const Run& run : cell.runs) words += without_blanks(clean_text(run.text));
    return words;
}

TEST(AnyDocument, StaysOnThePaperAndLosesNoCharacter)
{
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random{seed};
    const auto all_profiles = profiles();
    for (int round = 0; round < 2000; ++round) {
        Metrics measure = metrics_of(all_profiles[static_cast<std::size_t>(round) % all_profiles.size()]);
        if (round % 7 == 0) measure.area_dots = std::array{192, 432, 512, 832}[static_cast<std::size_t>(round) % 4];
        RowBlock row;
        const auto cells = 1 + random() % 4;
        for (std::uint32_t i = 0; i < cells; ++i) {
            Cell cell{static_cast<Cell::Width>(random() % 3), static_cast<int>(random() % 60), {}, static_cast<Align>(random() % 3)};
            const auto runs = random() % 3;
            for (std::uint32_t r = 0; r < runs; ++r) cell.runs.push_back({random_text(random), random_style(random)});
            row.cells.push_back(std::move(cell));
        }
        const Layout layout = lay_out({"test", random() % 2 == 0 ? "ja" : "en", {row}}, measure);
        // By cell, because a row's cells share their lines.
        std::vector<std::string> shown(row.cells.size());
        const bool stacked = [&] {
            for (const Line& line : layout.lines)
                for (const PlacedRun& run : line.runs)
                    if (run.cell != 0) return false;
            return true;
        }();
        for (const Line& line : layout.lines) {
            int end = 0;
            for (const PlacedRun& run : line.runs) {
                ASSERT_GE(run.x_dots, end) << "runs lie over each other";
                end = run.x_dots + run.advance_dots;
                ASSERT_LE(end, layout.area_dots);
                int sum = 0;
                std::size_t bytes = 0;
                for (const PlacedCluster& cluster : run.clusters) {
                    sum += cluster.advance_dots;
                    bytes += cluster.bytes;
                }
                ASSERT_EQ(sum, run.advance_dots);
                ASSERT_EQ(bytes, run.text.size());
                shown[stacked ? 0 : static_cast<std::size_t>(run.cell)] += without_blanks(run.text);
            }
        }
        std::string all;
        for (const auto& one : shown) all += one;
        ASSERT_EQ(all, clean_words(row.cells)) << "round " << round;
    }
}

TEST(AnyDocument, OfAThousandCharactersInOneNameStaysOnThePaper)
{
    for (const std::string& unit : {std::string{"あ"}, std::string{"W"}, std::string{"1"}, std::string{"👩‍👩‍👧"}, std::string{"\u0301"}}) {
        std::string name;
        for (int i = 0; i < 1000; ++i) name += unit;
        const Layout layout = lay_out({"test", "ja", {RowBlock{{flex(name), amount("¥1")}}}}, metrics("generic-58"));
        std::string shown;
        for (const Line& line : layout.lines) {
            for (const PlacedRun& run : line.runs) {
                EXPECT_LE(run.x_dots + run.advance_dots, 384) << unit;
                if (run.cell == 0) shown += run.text;
            }
        }
        EXPECT_EQ(shown, clean_text(name)) << unit;
    }
}

TEST(PaintedPaper, HasTheLayoutsSizeAndIsNotWhite)
{
    const Document document{"test", "ja", {TextBlock{{{"髙橋", {.bold = true, .size = 2}}}, Align::centre},
                                           RowBlock{{flex("櫛"), amount("¥1")}}, QrBlock{"k"}, CutBlock{}}};
    const Layout layout = lay_out(document, metrics("generic-80"));
    const Bitmap paper = paint(layout);
    EXPECT_EQ(paper.width(), 576);
    EXPECT_EQ(paper.height(), layout.height_dots());
    int y = 0;
    for (const Line& line : layout.lines) {
        bool black = line.height_dots == 0;
        for (int row = y; row < y + line.height_dots; ++row) black = black || !paper.row_is_white(row);
        EXPECT_TRUE(black) << "line at " << y;
        y += line.height_dots;
    }
}

}  // namespace
}  // namespace kushi::printing
