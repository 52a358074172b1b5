#include "app/paper/paper_state.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kushi {
namespace {

using namespace std::chrono_literals;
using Kind = printing::Fault::Kind;

FallenPaper paper(int number, int rows)
{
    printing::SheetRecord record;
    record.number = number;
    return fallen_paper(record, printing::Bitmap{576, rows});
}

std::vector<int> numbers(const PaperState& state)
{
    std::vector<int> all;
    for (const auto& one : state.papers) all.push_back(one.number);
    return all;
}

TEST(APaperThatFell, KeepsItsDotsAndWhatIsKnownOfIt)
{
    printing::SheetRecord record;
    record.number = 3;
    record.text = "Total";
    record.error_count = 2;
    record.drawer_kicks = 1;
    printing::Bitmap dots{8, 2};
    dots.set_dot(7, 1);
    const auto fallen = fallen_paper(record, dots);
    EXPECT_EQ(fallen.number, 3);
    EXPECT_EQ(fallen.text, "Total");
    EXPECT_EQ(fallen.errors, 2u);
    EXPECT_EQ(fallen.drawer_kicks, 1);
    ASSERT_EQ(fallen.picture->pixels.size(), 16u);
    EXPECT_EQ(fallen.picture->pixels[14], 0xffffffu);
    EXPECT_LT(fallen.picture->pixels[15], 0x404040u);
}

TEST(APaperThatFell, RollsOutAsFastAsAPrinterPrints)
{
    auto state = paper_fell({}, paper(1, 1'000));
    EXPECT_TRUE(state.rolls());
    EXPECT_EQ(state.rows_out, 0);
    state = rolled_on(std::move(state), 100ms);
    EXPECT_DOUBLE_EQ(state.rows_out, 200);
    state = rolled_on(std::move(state), 10s);
    EXPECT_EQ(state.rows_out, 1'000);
    EXPECT_FALSE(state.rolls());
    EXPECT_EQ(rolled_on(state, 1s).rows_out, 1'000) << "and then lies still";
}

TEST(APaperThatFell, IsOutWithinASecondHoweverLong)
{
    EXPECT_FALSE(rolled_on(paper_fell({}, paper(1, 32'000)), 1s).rolls());
}

TEST(APaperThatFell, PushesOutTheOneBefore)
{
    auto state = paper_fell(paper_fell({}, paper(1, 1'000)), paper(2, 500));
    EXPECT_EQ(state.rows_out, 0);
    EXPECT_FALSE(rolled_on(state, 250ms).rolls()) << "only the second one rolls";
}

TEST(TheWindow, KeepsTwoAndAHalfMetresOfPaperAndTheNewestInAnyCase)
{
    PaperState state;
    for (int number = 1; number <= 5; ++number) state = paper_fell(std::move(state), paper(number, 6'000));
    EXPECT_THAT(numbers(state), testing::ElementsAre(3, 4, 5));
    EXPECT_THAT(numbers(paper_fell(std::move(state), paper(6, 32'000))), testing::ElementsAre(6));
}

TEST(TheWindow, TellsAFaultAsTroubleOnlyOnceItStruck)
{
    EXPECT_EQ(fault_told({}, Kind::reset, false).trouble(), Kind::none);
    EXPECT_EQ(fault_told({}, Kind::reset, true).trouble(), Kind::reset);
    EXPECT_EQ(PaperState{}.trouble(), Kind::none);
}

TEST(TheWindow, OffersEveryFaultThereIs)
{
    const auto all = faults_offered(true);
    std::string names;
    for (const auto kind : all) names += std::to_string(static_cast<int>(kind)) + ' ';
    EXPECT_EQ(all.size(), static_cast<std::size_t>(Kind::garbage) + 1) << names;
    EXPECT_THAT(all, testing::Contains(Kind::none));
    EXPECT_LT(faults_offered(false).size(), all.size());
}

TEST(AFaultSwitchedOnByHand, StrikesAtOnceButForWhatBreaksInTheMiddle)
{
    EXPECT_EQ(fault_by_hand(Kind::paper_out).after_bytes, 0u);
    EXPECT_GT(fault_by_hand(Kind::reset).after_bytes, 0u);
    EXPECT_EQ(fault_by_hand(Kind::hang).kind, Kind::hang);
    EXPECT_EQ(fault_by_hand(Kind::offline).recover_after, 0ms) << "until a person switches it off";
}

}  // namespace
}  // namespace kushi
