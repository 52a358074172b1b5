#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "app/engine/papers/consumption.h"
#include "app/engine/papers/formal.h"
#include "app/engine/papers/gift.h"
#include "app/engine/papers/test_page.h"
#include "printing/document/paper.h"
#include "printing/escpos/characters.h"
#include "printing/escpos/encoder.h"
#include "printing/virtual/device.h"
#include "tests/engine/papers/sample.h"
#include "tests/printing/escpos_judge.h"

namespace kushi {
namespace {

using printing::Profile;

struct Paper {
    std::string name;
    printing::Document document;
};

/// Tickets, vouchers, and the papers beside a receipt.
std::vector<Paper> money_papers(bool japanese)
{
    using What = PrepaidFact::What;
    const auto salon = sample::salon(japanese);
    const std::string suffix = japanese ? "_ja" : "_en";
    std::vector<Paper> all;
    const auto receipt = [&](const char* name, const Sale& sale, std::vector<PrepaidFact> facts, std::int64_t stamp = 0) {
        auto options = sample::options(japanese ? "ja" : "en");
        options.prepaid = std::move(facts);
        options.stamp = stamp;
        options.tips = {{options.therapist_name, 500}, {options.staff_name, 300}};
        options.staff_names = {{"s1", options.therapist_name}, {"s2", options.staff_name}};
        all.push_back({name + suffix, receipt_document(sale, salon, options)});
    };
    auto used = sample::ticket_fact(What::used, 3, japanese);
    auto spent = sample::voucher_fact(What::used, 5000, japanese);
    auto single = sample::voucher_fact(What::used, 0, japanese);
    single.taxed_at_issue = true;
    receipt("large_refund", sample::large_refund(), {});
    receipt("ticket_sale", sample::ticket_sale(), {sample::ticket_fact(What::sold, 0, japanese)}, 200);
    receipt("voucher_sale", sample::voucher_sale(), {sample::voucher_fact(What::sold, 10000, japanese)});
    receipt("prepaid_use", sample::prepaid_use(), {used, spent});
    receipt("taxed_before", sample::taxed_before(), {single});
    receipt("ticket_cancelled", sample::ticket_cancelled(), {sample::ticket_fact(What::cancelled, 3, japanese)});
    auto options = sample::options(japanese ? "ja" : "en");
    options.prepaid = {used, spent};
    options.next_visit = sample::half_past_ten + std::chrono::days{28};
    options.next_visit_staff = options.therapist_name;
    const std::string name = japanese ? "見本 花子" : "Hanako Sample";
    all.push_back({"formal" + suffix, formal_document(sample::sale(), salon, options, {name, "", "2026-11-14", true})});
    all.push_back({"formal_prepaid" + suffix, formal_document(sample::prepaid_use(), salon, options, {name, "", "2026-11-20", false})});
    all.push_back({"gift" + suffix, gift_document(sample::sale(), salon, options)});
    all.push_back({"consumption" + suffix, consumption_document(sample::prepaid_use(), salon, options)});
    options.stamp = 200;
    all.push_back({"formal_stamp" + suffix, formal_document(sample::ticket_sale(), salon, options,
                                                            {name, japanese ? "回数券代" : "ten head spas", "2026-11-14", false})});
    return all;
}

std::vector<Paper> papers()
{
    std::vector<Paper> all;
    for (const char* language : {"en", "ja"}) {
        const auto salon = sample::salon(std::string{language} == "ja");
        const auto options = sample::options(language);
        const std::string suffix = std::string{"_"} + language;
        all.push_back({"receipt" + suffix, receipt_document(sample::sale(), salon, options)});
        all.push_back({"refund" + suffix, receipt_document(sample::refund(), salon, options)});
        all.push_back({"void" + suffix, receipt_document(sample::voided(), salon, options)});
        all.push_back({"z" + suffix, day_report_document(sample::figures(), salon, sample::day_facts(language))});
        for (auto& paper : money_papers(std::string{language} == "ja")) all.push_back(std::move(paper));
        auto copy = options;
        copy.reprint_count = 2;
        copy.reprinted_at = sample::half_past_ten + std::chrono::hours{1};
        auto training = salon;
        training.training = true;
        all.push_back({"training_copy" + suffix, receipt_document(sample::sale(), training, copy)});
        all.push_back({"test_page" + suffix, test_page_document(*printing::find_profile("generic-58"), language)});
    }
    return all;
}

std::string file_text(const std::string& path)
{
    std::ostringstream text;
    text << std::ifstream{path}.rdbuf();
    return text.str();
}

/// With KUSHI_WRITE_GOLDEN set, the files are written instead of compared: look at what changed before it is committed.
TEST(Papers, ReadAsTheyDidBefore)
{
    for (const auto& paper : papers()) {
        for (const char* profile : {"generic-80", "generic-58"}) {
            const auto layout = printing::lay_out(paper.document, printing::metrics_of(*printing::find_profile(profile)));
            const std::string width = std::string{profile}.substr(std::string{profile}.size() - 2);
            const std::string path = std::string{KUSHI_TEST_DATA} + "/papers/" + paper.name + "_" + width + ".txt";
            const auto text = printing::text_of(layout);
            if (std::getenv("KUSHI_WRITE_GOLDEN") != nullptr) std::ofstream{path} << text;
            EXPECT_EQ(text, file_text(path)) << path;
        }
    }
}

TEST(Papers, AreCleanJobsOnEveryPrinter)
{
    for (const auto& paper : papers()) {
        for (const Profile& profile : printing::profiles()) {
            const auto layout = printing::lay_out(paper.document, printing::metrics_of(profile));
            const auto job = printing::encode(layout, profile);
            const auto sheet = printing::judge(job.bytes, profile.dots);
            EXPECT_THAT(sheet.errors, testing::IsEmpty()) << paper.name << " on " << profile.name;
            EXPECT_EQ(sheet.cuts, 1) << paper.name << " on " << profile.name;
            EXPECT_FALSE(!profile.real_time_off && printing::holds_real_time_command(job.bytes)) << paper.name;
            const bool may_be_drawn = !profile.kanji || paper.name.find("test_page") != std::string::npos;
            EXPECT_TRUE(may_be_drawn || job.fallbacks.empty()) << paper.name << ": " << job.fallbacks[0].characters;
        }
    }
}

void replace_all(std::string& text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

/// What stands on a sheet, without where; a minus and a pound as Shift JIS has them.
std::string letters(std::string text)
{
    replace_all(text, "\u00a0", "");
    replace_all(text, "−", "－");
    replace_all(text, "£", "￡");
    std::erase(text, ' ');
    std::erase(text, '\n');
    return text;
}

std::string words_of(const printing::Layout& layout)
{
    std::string words;
    for (const auto& line : layout.lines)
        for (const auto& run : line.runs) words += run.text;
    return words;
}

TEST(Papers, ComeOutOfAVirtualPrinterWholeAndWithoutComplaint)
{
    for (const auto& paper : papers()) {
        for (const Profile& profile : printing::profiles()) {
            const auto layout = printing::lay_out(paper.document, printing::metrics_of(profile));
            const auto job = printing::encode(layout, profile);
            printing::Device printer{{.width_dots = profile.dots, .kanji_rom = profile.kanji}};
            for (const auto byte : job.bytes) printer.receive(byte);
            printer.interpreter().release();
            const auto sheets = printer.interpreter().take_sheets();
            SCOPED_TRACE(paper.name + " on " + std::string{profile.name});
            ASSERT_EQ(sheets.size(), 1U);
            for (const auto& error : sheets[0].errors) ADD_FAILURE() << error.what << " at byte " << error.offset;
            EXPECT_EQ(sheets[0].wraps, 0);
            EXPECT_EQ(sheets[0].drawer_kicks, 0);
            EXPECT_FALSE(printer.interpreter().has_paper_hanging());
            if (!profile.kanji || !job.fallbacks.empty()) continue;
            EXPECT_EQ(letters(sheets[0].text), letters(words_of(layout)));
        }
    }
}

/// A minus is a little wider on paper than on the screen (Shift JIS has only the full-width one), so a paper without.
TEST(APreview, IsThePaperDotForDot)
{
    constexpr int cutter_dots = 110;
    const auto document = receipt_document(sample::refund(), sample::salon(true), sample::options("ja"));
    for (const char* name : {"generic-80", "generic-58"}) {
        const Profile& profile = *printing::find_profile(name);
        const auto layout = printing::lay_out(document, printing::metrics_of(profile));
        printing::Device printer{{.width_dots = profile.dots, .cutter_dots = cutter_dots}};
        for (const auto byte : printing::encode(layout, profile).bytes) printer.receive(byte);
        printer.interpreter().release();
        const auto sheets = printer.interpreter().take_sheets();
        ASSERT_EQ(sheets.size(), 1U);
        // The paper that was between head and cutter when the job began comes out first.
        printing::Bitmap expected{profile.dots, sheets[0].paper.height()};
        expected.draw(printing::paint(layout), 0, cutter_dots);
        EXPECT_EQ(sheets[0].paper, expected) << name;
    }
}

}  // namespace
}  // namespace kushi
