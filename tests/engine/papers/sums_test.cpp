#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "app/engine/papers/consumption.h"
#include "app/engine/papers/formal.h"
#include "app/engine/papers/gift.h"
#include "printing/document/layout.h"
#include "printing/escpos/characters.h"
#include "printing/profiles/profile.h"
#include "tests/engine/papers/sample.h"

/// A guest adds the paper up: only what is printed counts, and no number of the sale behind it.
namespace kushi {
namespace {

struct Entry {
    std::string words;
    std::int64_t amount = 0;
};

std::optional<std::int64_t> amount_in(const std::string& text)
{
    std::string digits;
    bool minus = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c >= '0' && c <= '9') digits += c;
        else if (text.compare(i, 3, "−") == 0) minus = true, i += 2;
        else if (text.compare(i, 2, "¥") == 0 || text.compare(i, 2, "£") == 0) ++i;
        else if (c != ',' && c != '.') return std::nullopt;
    }
    if (digits.empty()) return std::nullopt;
    return (minus ? -1 : 1) * std::stoll(digits);
}

/// The parts of a paper between its rules, each a column of words and amounts; lines without an amount are left out.
std::vector<std::vector<Entry>> parts_of(const printing::Document& document, const char* profile)
{
    std::vector<std::vector<Entry>> parts(1);
    std::string words;
    for (const auto& line : printing::lay_out(document, printing::metrics_of(*printing::find_profile(profile))).lines) {
        if (line.kind == printing::Line::Kind::rule) {
            parts.emplace_back();
            continue;
        }
        Entry entry;
        std::optional<std::int64_t> amount;
        for (const auto& run : line.runs) {
            if (run.align == printing::Align::right) amount = amount_in(run.text);
            else entry.words += run.text;
        }
        if (!amount) continue;
        entry.amount = *amount;
        parts.back().push_back(entry);
    }
    return parts;
}

std::int64_t sum(const std::vector<Entry>& entries)
{
    std::int64_t all = 0;
    for (const auto& entry : entries) all += entry.amount;
    return all;
}

PaperOptions options_for(const char* language)
{
    auto options = sample::options(language);
    const bool japanese = options.language == "ja";
    options.prepaid = {sample::ticket_fact(PrepaidFact::What::used, 3, japanese),
                       sample::voucher_fact(PrepaidFact::What::used, 5000, japanese)};
    return options;
}

/// Parts of a receipt: head, when, lines, total and rates, payment, foot.
TEST(AReceipt, AddsUpByWhatIsPrintedOnIt)
{
    for (const char* language : {"en", "ja"}) {
        for (const char* profile : {"generic-80", "generic-58"}) {
            for (const auto& sale : {sample::sale(), sample::prepaid_use(), sample::voucher_sale(), sample::taxed_before()}) {
                SCOPED_TRACE(sale.number + ' ' + language + ' ' + profile);
                auto options = options_for(language);
                options.tips = {{"Aoi", 500}};
                if (sale.totals.tip.value_or(0) > 500) options.tips.push_back({"Mei", *sale.totals.tip - 500});
                const auto parts = parts_of(receipt_document(sale, sample::salon(options.language == "ja"), options), profile);
                ASSERT_GE(parts.size(), 6U);
                const auto& totals = parts[3];
                const auto& payment = parts[4];
                const auto total = totals.at(0).amount;
                const auto paid = std::find_if(payment.begin(), payment.end(), [&](const Entry& entry) {
                    return entry.words == paper_word(PaperWord::amount_paid, language);
                });
                ASSERT_NE(paid, payment.end());
                std::int64_t beside = 0, tendered = 0;
                for (auto entry = payment.begin(); entry != paid; ++entry) beside += entry->amount;
                for (auto entry = paid + 1; entry != payment.end(); ++entry) {
                    tendered += entry->words == paper_word(PaperWord::change, language) ? -entry->amount : entry->amount;
                }
                EXPECT_EQ(paid->amount, total + beside);
                EXPECT_EQ(tendered, paid->amount);
                EXPECT_EQ(sum(parts[2]) - sale.totals.prepaid, total) << "the lines less what comes off";
                std::int64_t tax = 0;
                for (std::size_t i = 1; i < totals.size(); ++i) tax += totals[i].amount;
                EXPECT_EQ(tax, sale.totals.tax_total);
            }
        }
    }
}

TEST(AReceipt, OfPrepaidAloneHasNoTotalOfWhatWasBought)
{
    for (const char* language : {"en", "ja"}) {
        auto options = sample::options(language);
        const auto parts = parts_of(receipt_document(sample::ticket_sale(), sample::salon(false), options), "generic-80");
        ASSERT_EQ(parts.at(3).size(), 1U);
        EXPECT_EQ(parts[3][0].amount, 88000);
        EXPECT_TRUE(parts[3][0].words.starts_with(paper_word(PaperWord::prepaid_sale, language)));
        const auto back = parts_of(receipt_document(sample::ticket_cancelled(), sample::salon(false), options), "generic-80");
        EXPECT_EQ(back.at(3).at(0).amount, 55440);
        EXPECT_EQ(sum(back.at(4)), 55440) << "and that is what went back";
    }
}

/// Parts of a formal receipt: head, when, the amount, breakdown, payment, foot.
TEST(AFormalReceipt, IsOverWhatWasTakenOnTheDay)
{
    EXPECT_EQ(received_amount(sample::sale()), 16860) << "the tip is the staff's";
    EXPECT_EQ(received_amount(sample::prepaid_use()), 580) << "ticket and voucher were receipted when they were sold";
    EXPECT_EQ(received_amount(sample::ticket_sale()), 88000);
    for (const char* language : {"en", "ja"}) {
        for (const char* profile : {"generic-80", "generic-58"}) {
            for (const auto& sale : {sample::sale(), sample::prepaid_use(), sample::ticket_sale(), sample::voucher_sale()}) {
                SCOPED_TRACE(sale.number + ' ' + language + ' ' + profile);
                const auto document = formal_document(sale, sample::salon(false), options_for(language), {"Hanako Sample", "", {}, false});
                const auto parts = parts_of(document, profile);
                EXPECT_EQ(sum(parts.at(2)), received_amount(sale));
                EXPECT_EQ(sum(parts.at(4)), received_amount(sale)) << "by card and cash, less the tip";
            }
        }
    }
}

TEST(AGiftReceipt, HasNoPrice)
{
    for (const char* language : {"en", "ja"}) {
        for (const auto& part : parts_of(gift_document(sample::sale(), sample::salon(false), sample::options(language)), "generic-80"))
            EXPECT_THAT(part, testing::IsEmpty());
    }
}

TEST(AConsumptionReceipt, IsOfASaleThatUsedATicket)
{
    EXPECT_TRUE(uses_a_ticket(options_for("en")));
    EXPECT_FALSE(uses_a_ticket(sample::options("en")));
    auto sold = sample::options("en");
    sold.prepaid = {sample::ticket_fact(PrepaidFact::What::sold, 0, false)};
    EXPECT_FALSE(uses_a_ticket(sold));
}

}  // namespace
}  // namespace kushi
