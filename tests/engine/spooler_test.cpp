#include "app/engine/spooler.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "printing/virtual/printer.h"
#include "running_salon.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;
using printing::Fault;
using printing::VirtualPrinter;
using testing::HasSubstr;
using testing::Not;
using Kind = Fault::Kind;

/// Inside the body of every receipt, behind the questions and the barrier.
constexpr std::size_t in_the_body = 300;

Fault fault(Kind kind, std::size_t after_bytes = 0)
{
    Fault made;
    made.kind = kind;
    made.after_bytes = after_bytes;
    return made;
}

/// For what is known never to come.
SpoolerPace impatient()
{
    auto pace = RunningSalon::short_pace();
    pace.deadlines.confirmation = 200ms;
    pace.deadlines.progress = 200ms;
    pace.deadlines.close = 200ms;
    return pace;
}

class ASpooler : public testing::Test {
protected:
    /// A new printer of the salon's.
    VirtualPrinter& printer(const Fault& its_fault = {}, const std::string& profile = "generic-80")
    {
        printers_.push_back(std::make_unique<VirtualPrinter>(VirtualPrinter::Options{.fault = its_fault}));
        printer_ids_.push_back(salon_.add_printer(printers_.back()->port(), profile));
        return *printers_.back();
    }
    /// How many sheets carry the number.
    static std::size_t sheets_of(const VirtualPrinter& printer, const std::string& number)
    {
        std::size_t count = 0;
        for (const auto& sheet : printer.sheets()) count += sheet.text.find(number) != std::string::npos ? 1 : 0;
        return count;
    }
    static void expect_one_clean_sheet(const VirtualPrinter& printer, const std::string& number)
    {
        ASSERT_EQ(printer.sheets().size(), 1U);
        const auto sheet = printer.sheets().front();
        EXPECT_THAT(sheet.text, HasSubstr(number));
        EXPECT_EQ(sheet.error_count, 0U);
        EXPECT_THAT(sheet.text, Not(HasSubstr("再発行"))) << "the first paper carries no banner";
        EXPECT_THAT(sheet.text, Not(HasSubstr("無効")));
    }

    std::vector<std::unique_ptr<VirtualPrinter>> printers_;
    std::vector<std::int64_t> printer_ids_;
    RunningSalon salon_;
};

TEST_F(ASpooler, PrintsASaleOnOneSheetAndKnowsIt)
{
    auto& paper = printer();
    salon_.start_printing();
    const auto number = salon_.sell();
    ASSERT_TRUE(salon_.comes_to(number, "PRINTED"));
    expect_one_clean_sheet(paper, number);
    EXPECT_EQ(salon_.job(number).attempt, 1);
    EXPECT_EQ(paper.sheets().front().process_ids.back(), salon_.job(number).process_id);
    EXPECT_EQ(salon_.spooler().drain(0ms), 0);
}

TEST_F(ASpooler, SendsNoByteOfAJobToAPrinterThatCannotPrintAndPrintsItOnceWhenItCan)
{
    struct Case { const char* why; Kind kind; const char* reason; };
    for (const auto& c : {Case{"nobody listens", Kind::refuse, "unreachable"}, Case{"it serves another", Kind::reject, "busy"},
                          Case{"no paper", Kind::paper_out, "paper"}, Case{"the cover is open", Kind::cover_open, "cover"},
                          Case{"switched off line", Kind::offline, "offline"}}) {
        SCOPED_TRACE(c.why);
        RunningSalon salon;
        VirtualPrinter paper{VirtualPrinter::Options{.fault = fault(c.kind)}};
        salon.add_printer(paper.port());
        salon.start_printing();
        const auto number = salon.sell();
        ASSERT_TRUE(salon.comes_to(number, "WAITING"));
        EXPECT_EQ(salon.job(number).reason, c.reason);
        EXPECT_EQ(salon.job(number).attempt, 0) << "the body never began";
        EXPECT_EQ(paper.sheets().size(), 0U);
        paper.set_fault({});
        ASSERT_TRUE(salon.comes_to(number, "PRINTED"));
        EXPECT_EQ(salon.job(number).attempt, 1);
        expect_one_clean_sheet(paper, number);
    }
}

TEST_F(ASpooler, DoesNotKnowWhatAPrinterThatStopsReadingHasPrinted)
{
    auto& paper = printer(fault(Kind::hang, in_the_body));
    salon_.start_printing(impatient());
    const auto number = salon_.sell();
    ASSERT_TRUE(salon_.comes_to(number, "UNCERTAIN"));
    EXPECT_EQ(salon_.job(number).attempt, 1);
    EXPECT_EQ(paper.sheets().size(), 0U);
    EXPECT_TRUE(salon_.printer_is_broken(printer_ids_[0]));
}

TEST_F(ASpooler, PrintsNoSecondCopyByItselfAfterAConnectionBrokeInMidJob)
{
    auto& paper = printer(fault(Kind::reset, in_the_body));
    salon_.start_printing();
    const auto torn = salon_.sell();
    ASSERT_TRUE(salon_.comes_to(torn, "UNCERTAIN"));
    paper.set_fault({});
    const auto next = salon_.sell();
    ASSERT_TRUE(salon_.comes_to(next, "PRINTED"));
    EXPECT_EQ(salon_.job(torn).state, "UNCERTAIN");
    EXPECT_EQ(salon_.job(torn).attempt, 1);
    EXPECT_LE(sheets_of(paper, torn), 1U);
    ASSERT_EQ(paper.sheets().size(), 2U) << "the torn half has its own cut";
    EXPECT_THAT(paper.sheets()[0].text, HasSubstr("ここまで無効"));
    EXPECT_THAT(paper.sheets()[0].text, Not(HasSubstr(next)));
    EXPECT_THAT(paper.sheets()[1].text, HasSubstr(next));
    EXPECT_EQ(paper.sheets()[1].error_count, 0U);
    EXPECT_FALSE(salon_.printer_is_broken(printer_ids_[0]));
    EXPECT_THAT(salon_.perform({{"do", "reprint"}, {"number", torn}}).dump(), HasSubstr("job"));
    ASSERT_TRUE(paper.wait_for_sheets(3, 30s));
    EXPECT_THAT(paper.sheets()[2].text, HasSubstr("再発行")) << "asked for by a person, and marked";
}

TEST_F(ASpooler, ClaimsNoMoreThanSentForAPrinterThatAnswersNothing)
{
    auto& paper = printer(fault(Kind::silent));
    auto pace = RunningSalon::short_pace();
    pace.deadlines.status = 60ms;
    salon_.start_printing(pace);
    const auto number = salon_.sell();
    ASSERT_TRUE(salon_.comes_to(number, "SENT"));
    ASSERT_TRUE(paper.wait_for_sheets(1, 30s));
    expect_one_clean_sheet(paper, number);
}

TEST_F(ASpooler, ClaimsNoMoreThanSentForACloneThatCannotBeAsked)
{
    auto& paper = printer(fault(Kind::silent), "clone-80");
    salon_.start_printing();
    const auto number = salon_.sell();
    ASSERT_TRUE(salon_.comes_to(number, "SENT"));
    ASSERT_TRUE(paper.wait_for_sheets(1, 30s));
    EXPECT_GT(paper.sheets()[0].dots_high, 200) << "Japanese goes out as dots";
    EXPECT_TRUE(paper.sheets()[0].process_ids.empty());
}

TEST_F(ASpooler, DoesNotPrintAgainWhenOnlyTheAnswerWasLost)
{
    auto& paper = printer(fault(Kind::lost_reply));
    salon_.start_printing(impatient());
    const auto number = salon_.sell();
    ASSERT_TRUE(salon_.comes_to(number, "UNCERTAIN"));
    paper.set_fault({});
    const auto next = salon_.sell();
    ASSERT_TRUE(salon_.comes_to(next, "PRINTED"));
    EXPECT_EQ(sheets_of(paper, number), 1U);
    EXPECT_EQ(salon_.job(number).state, "UNCERTAIN");
}

TEST_F(ASpooler, HoldsTheConnectionOfAJobWhosePaperRanOutAndResendsNothing)
{
    auto& paper = printer(fault(Kind::paper_out, in_the_body));
    salon_.start_printing();
    const auto number = salon_.sell();
    ASSERT_TRUE(RunningSalon::comes_true([&] { return salon_.job(number).reason == "paper"; }));
    EXPECT_EQ(salon_.job(number).state, "SENDING") << "after a crash now it may be on paper";
    paper.set_fault({});
    ASSERT_TRUE(salon_.comes_to(number, "PRINTED"));
    EXPECT_EQ(salon_.job(number).attempt, 1);
    expect_one_clean_sheet(paper, number);
}

TEST_F(ASpooler, PrintsOnOnePrinterWhileAnotherIsStuck)
{
    printer(fault(Kind::hang, in_the_body));
    auto& other = printer();
    salon_.start_printing();
    const auto stuck = salon_.sell();
    ASSERT_TRUE(salon_.comes_to(stuck, "SENDING"));
    salon_.perform({{"do", "print_test_page"}, {"printer", std::to_string(printer_ids_[1])}});
    ASSERT_TRUE(other.wait_for_sheets(1, 30s));
    EXPECT_EQ(printers_[0]->sheets().size(), 0U);
}

TEST_F(ASpooler, LetsSalesBePaidWhileThePrinterHangs)
{
    printer(fault(Kind::hang, in_the_body));
    auto pace = RunningSalon::short_pace();
    pace.deadlines.confirmation = pace.deadlines.progress = 600s;
    salon_.start_printing(pace);
    const auto stuck = salon_.sell();
    ASSERT_TRUE(salon_.comes_to(stuck, "SENDING"));
    std::vector<std::string> numbers;
    for (int i = 0; i < 3; ++i) numbers.push_back(salon_.sell());
    EXPECT_EQ(salon_.job(stuck).state, "SENDING") << "no sale waited for it";
    for (const auto& number : numbers) EXPECT_EQ(salon_.job(number).state, "QUEUED");
    salon_.stop_printing();
    EXPECT_EQ(salon_.job(stuck).state, "UNCERTAIN") << "cut off while it was in the air";
}

TEST_F(ASpooler, PrintsFiftyQueuedSalesInTheirOrder)
{
    auto& paper = printer();
    std::vector<std::string> numbers;
    for (int i = 0; i < 50; ++i) numbers.push_back(salon_.sell());
    salon_.start_printing();
    ASSERT_TRUE(paper.wait_for_sheets(50, 60s));
    ASSERT_TRUE(salon_.comes_to(numbers.back(), "PRINTED"));
    const auto sheets = paper.sheets();
    ASSERT_EQ(sheets.size(), 50U);
    for (std::size_t i = 0; i < 50; ++i) {
        EXPECT_THAT(sheets[i].text, HasSubstr(numbers[i]));
        EXPECT_EQ(salon_.job(numbers[i]).attempt, 1) << numbers[i];
    }
}

TEST_F(ASpooler, PrintsNothingWhoseTimePassedWhileThePrinterWasAway)
{
    auto& paper = printer(fault(Kind::refuse));
    salon_.start_printing();
    const auto late = salon_.sell();
    ASSERT_TRUE(salon_.comes_to(late, "WAITING"));
    salon_.let_pass(11min);
    ASSERT_TRUE(salon_.comes_to(late, "EXPIRED"));
    paper.set_fault({});
    const auto next = salon_.sell();
    ASSERT_TRUE(salon_.comes_to(next, "PRINTED"));
    expect_one_clean_sheet(paper, next);
}

TEST_F(ASpooler, PutsAPaperThatCannotBeReadAsideAndPrintsTheNext)
{
    auto& paper = printer();
    const auto damaged = salon_.sell();
    salon_.execute("UPDATE print_job SET doc = x'00010203'");
    const auto erased = salon_.sell();
    salon_.execute("UPDATE print_job SET doc = NULL WHERE id = 2");
    const auto sound = salon_.sell();
    salon_.start_printing();
    ASSERT_TRUE(salon_.comes_to(sound, "PRINTED"));
    EXPECT_EQ(salon_.job(damaged).state, "FAILED");
    EXPECT_EQ(salon_.job(erased).state, "FAILED");
    expect_one_clean_sheet(paper, sound);
}

TEST_F(ASpooler, GoesOnAfterACrashButNotWithWhatWasInTheAir)
{
    auto& paper = printer();
    const auto in_the_air = salon_.sell();
    salon_.execute("UPDATE print_job SET state = 'SENDING', attempt = 1");
    const auto waiting = salon_.sell();
    salon_.execute("UPDATE print_job SET state = 'WAITING', reason = 'paper' WHERE id = 2");
    const auto queued = salon_.sell();
    salon_.start_printing();
    ASSERT_TRUE(salon_.comes_to(queued, "PRINTED"));
    EXPECT_EQ(salon_.job(in_the_air).state, "UNCERTAIN");
    EXPECT_EQ(salon_.job(waiting).state, "PRINTED");
    EXPECT_EQ(sheets_of(paper, in_the_air), 0U);
    EXPECT_EQ(sheets_of(paper, waiting), 1U);
    EXPECT_EQ(sheets_of(paper, queued), 1U);
    EXPECT_THAT(paper.sheets()[0].text, HasSubstr("ここまで無効")) << "half of the first may hang from the printer";
}

TEST_F(ASpooler, TellsHowAJobEndedAsSoonAsTheDiskTakesItAgain)
{
    auto& paper = printer();
    salon_.execute(
        "CREATE TRIGGER full_disk BEFORE UPDATE ON print_job WHEN new.state = 'PRINTED' BEGIN SELECT RAISE(ABORT, 'full'); END");
    salon_.start_printing();
    const auto first = salon_.sell();
    const auto second = salon_.sell();
    ASSERT_TRUE(paper.wait_for_sheets(1, 30s));
    EXPECT_EQ(salon_.job(first).state, "SENDING");
    salon_.execute("DROP TRIGGER full_disk");
    ASSERT_TRUE(salon_.comes_to(second, "PRINTED"));
    EXPECT_EQ(salon_.job(first).state, "PRINTED");
    EXPECT_EQ(paper.sheets().size(), 2U);
}

}  // namespace
}  // namespace kushi
