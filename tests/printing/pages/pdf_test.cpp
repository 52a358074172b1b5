#include "printing/pages/pdf.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/printing/pages/pdf_tools.h"

namespace kushi::printing {
namespace {

using std::chrono::sys_days;
using std::chrono::year;
using test::facts_of_pdf;
using test::fonts_of_pdf;
using test::pages_of_pdf;
using test::text_of_pdf;
using test::without_blanks;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

PageDocument document(const std::string& language, std::vector<PageBlock> blocks)
{
    PageDocument made;
    made.language = language;
    made.title = language == "ja" ? "日報" : "Daily report";
    made.subtitle = "14 November 2026";
    made.letterhead = {"Kushi Nakameguro", "2-8-14 Kamimeguro, Meguro, Tokyo"};
    made.foot = "Kushi, made 14 Nov 2026 20:12 JST";
    made.page_of = "Page {} of {}";
    made.made_at = sys_days{year{2026} / 11 / 14} + std::chrono::hours{11} + std::chrono::minutes{12};
    made.blocks = std::move(blocks);
    return made;
}

std::string pdf(const std::string& language, std::vector<PageBlock> blocks)
{
    return *pdf_of(document(language, std::move(blocks)));
}

PageTable long_table(int rows)
{
    PageTable table{{{"Service"}, {.heading = {}, .bar = true}, {"Total", PageAlign::right}}};
    for (int i = 1; i <= rows; ++i)
        table.rows.push_back({{"Row " + std::to_string(i), "", std::to_string(i * 1000)}, i});
    table.total = PageTable::Row{{"Sum of all", "", "45,150,000"}};
    return table;
}

int times(const std::string& text, const std::string& word)
{
    int found = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++found;
    return found;
}

TEST(APageDocument, SaysInItsPdfWhatItSays)
{
    const auto text = text_of_pdf(
        pdf("en", {PageHeading{"Net by hour", "tax included"}, PageParagraph{PageParagraph::Tone::good, "All agree."},
                   PageKeyFigures{{{"Net sales", "¥246,620", "6 new"}}},
                   PageLedgers{{{"Drawer", {{"Float", "30,000"}, {"Expected", "80,176", true}}}}},
                   PageTable{{{"Name"}, {"Total", PageAlign::right}}, {{{"Cut", "−1,230"}}}},
                   PageBarChart{{{"10:00", 5, "4,900", "2 sales"}}}}));
    for (const char* words : {"Daily report",
                              "14 November 2026",
                              "Kushi Nakameguro",
                              "Net by hour",
                              "tax included",
                              "All agree.",
                              "Net sales",
                              "¥246,620",
                              "6 new",
                              "Drawer",
                              "Float",
                              "30,000",
                              "Expected",
                              "80,176",
                              "Name",
                              "Cut",
                              "−1,230",
                              "10:00",
                              "4,900",
                              "2 sales",
                              "Kushi, made 14 Nov 2026 20:12 JST",
                              "Page 1 of 1"})
        EXPECT_THAT(text, HasSubstr(words));
}

TEST(APageDocument, GivesJapaneseBackAsItWentIn)
{
    const std::string words =
        "頭皮の状態に合わせて手順を組み立てます。髙橋﨑葛、ヘッドほぐし「椿」オイル（8.5 "
        "ml）、¥17,360、−500、※軽減税率、㈱櫛、ｶﾀｶﾅ。";
    EXPECT_THAT(without_blanks(text_of_pdf(pdf("ja", {PageParagraph{PageParagraph::Tone::plain, words}}))),
                HasSubstr(without_blanks(words)));
}

TEST(APageDocument, EmbedsEveryFontAsASubset)
{
    const auto fonts =
        fonts_of_pdf(pdf("ja", {PageHeading{"時間帯別 Net"}, PageParagraph{PageParagraph::Tone::alert, "不一致 12"}}));
    EXPECT_GE(fonts.size(), 2U);
    EXPECT_THAT(fonts, Each(MatchesRegex("[A-Z]{6}\\+(Inter|IPAexGothic).*yes +yes +yes .*")));
    EXPECT_THAT(missing_page_fonts(), ::testing::IsEmpty());
}

TEST(APageDocument, IsTheSameBytesForTheSameDocument)
{
    const std::vector<PageBlock> blocks{PageHeading{"日別"}, long_table(60)};
    EXPECT_EQ(pdf("ja", blocks), pdf("ja", blocks));
}

TEST(APageDocument, CarriesItsTitleAndTheDateItWasMade)
{
    const auto facts = facts_of_pdf(pdf("en", {}));
    EXPECT_THAT(facts, HasSubstr("Daily report 14 November 2026"));
    EXPECT_THAT(facts, HasSubstr("Kushi Nakameguro"));
    EXPECT_THAT(facts, HasSubstr("Sat Nov 14 11:12:00 2026"));
    EXPECT_THAT(facts, HasSubstr("(A4)"));
}

TEST(ATableOfManyRows, StandsWholeOnItsPages)
{
    const auto pages = pages_of_pdf(pdf("en", {PageHeading{"Services"}, long_table(300)}));
    ASSERT_GT(pages.size(), 5U);
    std::string all;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        EXPECT_EQ(times(pages[i], "Service\n"), 1) << "the headings come again on page " << i + 1;
        EXPECT_THAT(pages[i], HasSubstr("Page " + std::to_string(i + 1) + " of " + std::to_string(pages.size())));
        EXPECT_THAT(pages[i], HasSubstr("Kushi Nakameguro"));
        all += pages[i];
    }
    for (int row = 1; row <= 300; ++row) EXPECT_EQ(times(all, "Row " + std::to_string(row) + '\n'), 1) << row;
    EXPECT_THAT(pages.back(), HasSubstr("Sum of all"));
    EXPECT_THAT(pages.back(), HasSubstr("Row 300"));
}

TEST(ATotal, IsNeverAloneOnAPage)
{
    for (int rows = 28; rows < 48; ++rows) {
        const auto pages = pages_of_pdf(pdf("en", {long_table(rows)}));
        EXPECT_THAT(pages.back(), HasSubstr("Sum of all")) << rows;
        EXPECT_THAT(pages.back(), HasSubstr("Row " + std::to_string(rows) + '\n'));
    }
}

TEST(AHeading, IsNeverTheLastOnAPage)
{
    for (int rows = 20; rows < 48; ++rows) {
        const auto pages = pages_of_pdf(
            pdf("en", {long_table(rows), PageHeading{"Tax by rate"}, PageTable{{{"Rate"}}, {{{"10%"}}, {{"8%"}}}}}));
        const auto at = std::find_if(pages.begin(), pages.end(),
                                     [](const auto& page) { return page.find("Tax by rate") != std::string::npos; });
        ASSERT_NE(at, pages.end());
        EXPECT_THAT(*at, HasSubstr("10%")) << rows;
    }
}

TEST(ANarrowPage, ClipsNoFigureAndNoWord)
{
    PageTable table{{{"A name of many words that wraps"}}};
    PageTable::Row row{{"Nishikigoi no Yasuragi PremiumSignatureHeadSpaWithEverythingThatOneWordCanHoldAndABitMore"}};
    for (int i = 0; i < 14; ++i) {
        table.columns.push_back({"Column", PageAlign::right});
        row.cells.push_back(std::to_string(i) + "99,999,999,999,999");
    }
    table.rows.push_back(row);
    const auto text = text_of_pdf(pdf(
        "en",
        {table, PageKeyFigures{{{"Net", "¥999,999,999,999,999,999"}, {"a", "b"}, {"c", "d"}, {"e", "f"}, {"g", "h"}}},
         PageLedgers{{{"Drawer", {{"Float", "999,999,999,999,999,999,999,999,999"}}}}}}));
    EXPECT_THAT(without_blanks(text), HasSubstr(without_blanks(row.cells[0])));
    for (std::size_t i = 1; i < row.cells.size(); ++i) EXPECT_THAT(text, HasSubstr(row.cells[i]));
    EXPECT_THAT(text, HasSubstr("¥999,999,999,999,999,999"));
    EXPECT_THAT(text, HasSubstr("999,999,999,999,999,999,999,999,999"));
}

TEST(ARowHigherThanAPage, IsSetSmallerAndNotCutOff)
{
    std::string words;
    for (int i = 0; i < 3'000; ++i) words += "word" + std::to_string(i) + ' ';
    const auto text = text_of_pdf(pdf("en", {PageTable{{{"Name"}, {"Total", PageAlign::right}}, {{{words, "1"}}}}}));
    for (int i = 0; i < 3'000; i += 500) EXPECT_THAT(text, HasSubstr("word" + std::to_string(i)));
    EXPECT_THAT(text, HasSubstr("word2999"));
}

TEST(ALineOfJapanese, NeverBeginsWithWhatMayNotBeginOne)
{
    // Every length shifts the text by one letter, so that each of its letters would begin a line once.
    const std::string words =
        "シャンプー、マッサージャー。「きょう」はちょっとゆっくりと、ヘッドスパー（六十分）をどうぞ。カットっす々〜";
    for (int shift = 0; shift < 40; ++shift) {
        std::string text;
        for (int i = 0; i < shift; ++i) text += "字";
        for (int i = 0; i < 4; ++i) text += words;
        const auto page = text_of_pdf(pdf("ja", {PageParagraph{PageParagraph::Tone::plain, text}}));
        for (const char* first : {"ー", "、", "。", "」", "）", "っ", "ッ", "ャ", "ょ", "ゅ", "々"})
            EXPECT_THAT(page, Not(HasSubstr(std::string{"\n"} + first))) << shift;
        for (const char* last : {"「", "（"}) EXPECT_THAT(page, Not(HasSubstr(std::string{last} + '\n'))) << shift;
    }
}

TEST(AName, CannotBreakItsPage)
{
    const auto text = text_of_pdf(pdf("en", {PageTable{{{"Name"}}, {{{"two\nlines\tand \x1b[31m \xff end"}}}}}));
    EXPECT_THAT(text, HasSubstr("two lines and"));
    EXPECT_THAT(text, HasSubstr("end"));
}

TEST(ABarChart, ShowsFiguresBelowNothingAndOfManyBars)
{
    PageBarChart chart;
    for (int i = 1; i <= 31; ++i)
        chart.bars.push_back({std::to_string(i), i == 7 ? -500 : i * 1000, "1,234,5" + std::to_string(10 + i)});
    const auto text = text_of_pdf(
        pdf("en", {chart, PageBarChart{{{"10", 0, "0"}}}, PageBarChart{{{"11", -4, "−4"}}}, PageBarChart{}}));
    for (const auto& bar : chart.bars) EXPECT_THAT(text, HasSubstr(bar.figure));
    EXPECT_THAT(text, HasSubstr("−4"));
}

TEST(ABookOfTooManyPages, IsRefused)
{
    const auto refusal = pdf_of(document("en", std::vector<PageBlock>(600, long_table(38))));
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().code, "out_of_range");
}

}  // namespace
}  // namespace kushi::printing
