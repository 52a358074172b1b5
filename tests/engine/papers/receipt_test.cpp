#include "app/engine/papers/receipt.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/engine/papers/sale_parts.h"
#include "printing/escpos/characters.h"
#include "printing/escpos/encoder.h"
#include "tests/engine/papers/sample.h"

namespace kushi {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string text_of(const printing::Document& document)
{
    return printing::text_of(printing::lay_out(document, printing::metrics_of(*printing::find_profile("generic-80"))));
}

int times(const std::string& text, const std::string& part)
{
    int found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

TEST(AReceipt, SaysTheTotalWithoutTheTip)
{
    const auto text = text_of(receipt_document(sample::sale(), sample::salon(false), sample::options("en")));
    EXPECT_THAT(text, HasSubstr("¥16,860"));
    EXPECT_THAT(text, testing::ContainsRegex("Tip for Aoi, outside the total +500\n"));
    EXPECT_THAT(text, testing::ContainsRegex("Amount paid +17,360\n"));
    EXPECT_THAT(text, testing::ContainsRegex("Change +2,640\n"));
}

TEST(AReceipt, ShowsOnlyTheEndOfACardsReference)
{
    const auto text = text_of(receipt_document(sample::sale(), sample::salon(false), sample::options("en")));
    EXPECT_THAT(text, HasSubstr("Card, slip *0123"));
    EXPECT_THAT(text, Not(HasSubstr("5555")));
    struct Case { const char* reference; const char* shown; };
    for (const auto& c : {Case{"", ""}, Case{"123", "123"}, Case{"0123", "0123"}, Case{"4111111111111111", "*1111"},
                          Case{"控え番号１２", "*番号１２"}})
        EXPECT_EQ(masked_reference(c.reference), c.shown);
}

TEST(AReceipt, OfAnUnregisteredSalonHasNoRegistrationNumber)
{
    auto salon = sample::salon(true);
    salon.registration_number.clear();
    const auto text = text_of(receipt_document(sample::sale(), salon, sample::options("ja")));
    EXPECT_THAT(text, Not(HasSubstr("登録番号")));
    EXPECT_THAT(text, Not(HasSubstr("T9234567890123")));
    EXPECT_THAT(text_of(receipt_document(sample::large_refund(), salon, sample::options("ja"))), Not(HasSubstr("適格返還請求書")));
}

TEST(AReceipt, MarksTheReducedRateInEitherLanguage)
{
    for (const char* language : {"en", "ja"}) {
        const auto text = text_of(receipt_document(sample::sale(), sample::salon(false), sample::options(language)));
        EXPECT_THAT(text, HasSubstr("※は軽減税率対象")) << language;
        EXPECT_EQ(times(text, "※"), 3) << "the item, its rate and the sentence";
    }
    auto sale = sample::sale();
    sale.lines.pop_back();
    EXPECT_THAT(text_of(receipt_document(sale, sample::salon(false), sample::options("en"))), Not(HasSubstr("※")));
}

TEST(AReceipt, WithoutTaxInItsPricesAddsTheTaxUp)
{
    auto sale = sample::sale();
    sale.currency = {{'U', 'S', 'D'}, 2};
    sale.price_mode = PriceMode::exclusive;
    sale.lines = {sample::line("Head Spa", "", 12000, 0, {45'000, "0.045"}), sample::line("Comb", "", 2500, 0, {88'750, "0.08875"})};
    sale.totals = {};
    sale.totals.by_rate = {{{45'000, "0.045"}, 12000, 540, 12540}, {{88'750, "0.08875"}, 2500, 222, 2722}};
    sale.totals.total = 15262;
    sale.totals.due = 15262;
    sale.tenders = {{"card", "", 15262, ""}};
    const auto text = text_of(receipt_document(sale, sample::salon(false), sample::options("en")));
    EXPECT_THAT(text, testing::ContainsRegex("Subtotal +145.00\n"));
    EXPECT_THAT(text, testing::ContainsRegex("Tax 4.5% on 120.00 +5.40\n"));
    EXPECT_THAT(text, testing::ContainsRegex("Tax 8.875% on 25.00 +2.22\n"));
    EXPECT_THAT(text, testing::ContainsRegex("Total +\\$152.62\n"));
}

TEST(AReceipt, ShowsCashRoundingBetweenTheTotalAndWhatWasPaid)
{
    auto sale = sample::sale();
    sale.totals.tip.reset();
    sale.totals.due = 16860;
    sale.totals.paid->cash_rounding = -10;
    const auto text = text_of(receipt_document(sale, sample::salon(false), sample::options("en")));
    EXPECT_THAT(text, testing::ContainsRegex("Cash rounding +−10\n"));
    EXPECT_THAT(text, testing::ContainsRegex("Amount paid +16,850\n"));
}

TEST(ARefund, NamesTheOriginalAndBothDates)
{
    const auto text = text_of(receipt_document(sample::large_refund(), sample::salon(true), sample::options("ja")));
    for (const char* part : {"返品・返金", "適格返還請求書", "A-001042", "2026年11月14日", "2026年11月16日", "12,606", "1,146"})
        EXPECT_THAT(text, HasSubstr(part));
    EXPECT_THAT(text, Not(HasSubstr("itching"))) << "why it came back is between the salon and its guest";
}

TEST(ARefund, IsAReturnInvoiceFromTenThousandYenOn)
{
    auto refund = sample::large_refund();
    for (const std::int64_t total : {9'999, 10'000}) {
        refund.totals.total = total;
        const auto text = text_of(receipt_document(refund, sample::salon(true), sample::options("ja")));
        EXPECT_EQ(times(text, "適格返還請求書"), total == 10'000 ? 1 : 0) << total;
        EXPECT_THAT(text, HasSubstr("2026年11月14日")) << "both dates stand on either";
    }
    refund.currency = {{'G', 'B', 'P'}, 2};
    EXPECT_THAT(text_of(receipt_document(refund, sample::salon(false), sample::options("en"))), Not(HasSubstr("Return invoice")));
}

TEST(ACopy, SaysSoAtTopAndBottomAndChangesNothingElse)
{
    const auto original = receipt_document(sample::sale(), sample::salon(true), sample::options("ja"));
    auto options = sample::options("ja");
    options.reprint_count = 3;
    options.reprinted_at = sample::half_past_ten;
    const auto copy = receipt_document(sample::sale(), sample::salon(true), options);
    EXPECT_EQ(times(text_of(copy), "再発行 3回目"), 2);
    EXPECT_EQ(copy.blocks.size(), original.blocks.size() + 2);
    EXPECT_TRUE(std::equal(original.blocks.begin(), original.blocks.end() - 1, copy.blocks.begin() + 1));
    const auto after_break = as_copy(original, {0, sample::half_past_ten, "Asia/Tokyo", "job 17", true});
    EXPECT_EQ(times(text_of(after_break), "※中断のため再印刷（前の紙片は無効）"), 2);
    EXPECT_EQ(times(text_of(after_break), "job 17"), 2);
    EXPECT_EQ(as_copy({"sale", "en", {}}, {1, sample::half_past_ten, "Asia/Tokyo", "", false}).blocks.size(), 2U);
}

TEST(ATrainingPaper, SaysSoAtTopAndBottom)
{
    auto salon = sample::salon(false);
    salon.training = true;
    EXPECT_EQ(times(text_of(receipt_document(sample::sale(), salon, sample::options("en"))), "TRAINING - not a receipt"), 2);
    EXPECT_EQ(times(text_of(receipt_document(sample::sale(), salon, sample::options("ja"))), "練習"), 2);
    EXPECT_EQ(times(text_of(day_report_document(sample::figures(), salon, sample::day_facts("ja"))), "練習"), 2);
}

TEST(ADayPaper, PrintsWhatDoesNotAddUp)
{
    auto facts = sample::day_facts("en");
    facts.failing = {"tenders are 1 less than taken"};
    EXPECT_THAT(text_of(day_report_document(sample::figures(), sample::salon(false), facts)),
                HasSubstr("DOES NOT ADD UP: tenders are 1 less than taken"));
}

TEST(AJapaneseReceipt, OfTwentyFiveLinesAndMoreTakesAtMostFifteenHundredBytes)
{
    const auto& profile = *printing::find_profile("generic-80");
    const auto document = receipt_document(sample::sale(), sample::salon(true), sample::options("ja"));
    const auto layout = printing::lay_out(document, printing::metrics_of(profile));
    EXPECT_GE(layout.lines.size(), 25U);
    const auto job = printing::encode(layout, profile);
    EXPECT_TRUE(job.fallbacks.empty());
    EXPECT_LE(job.bytes.size(), 1500U);
}

TEST(PaperTime, IsLocalAndNamesItsZone)
{
    EXPECT_EQ(paper_time(sample::half_past_ten, "Asia/Tokyo", "ja"), "2026年11月14日 10:31\u00a0JST");
    EXPECT_EQ(paper_time(sample::half_past_ten, "America/New_York", "en"), "13\u00a0Nov\u00a02026 20:31\u00a0EST");
    EXPECT_EQ(paper_time(sample::half_past_ten - std::chrono::days{150}, "Europe/London", "en"), "17\u00a0Jun\u00a02026 02:31\u00a0BST");
    EXPECT_EQ(paper_date("2026-01-09", "en"), "9\u00a0Jan\u00a02026");
    EXPECT_EQ(paper_date("", "ja"), "");
    EXPECT_EQ(paper_date("2026-13-09", "ja"), "2026-13-09");
}

TEST(PaperWords, ExistInBothLanguagesForEveryMeaning)
{
    for (int i = 0; i <= static_cast<int>(PaperWord::test_end); ++i) {
        const auto word = static_cast<PaperWord>(i);
        EXPECT_FALSE(paper_word(word, "ja").empty()) << i;
        EXPECT_TRUE(!paper_word(word, "en").empty() || word == PaperWord::tax_included) << i;
    }
    EXPECT_THROW(worded(PaperWord::total, "en", {"more"}), std::logic_error);
}

}  // namespace
}  // namespace kushi
