#include "core/money/stamp.h"

#include <gtest/gtest.h>

#include <limits>

#include "core/money/rounding.h"

namespace kushi {
namespace {

TEST(StampDuty, RisesInTheStepsOfTheTable)
{
    struct Case { std::int64_t amount; std::int64_t stamp; };
    for (const auto& c : {Case{0, 0}, Case{49'999, 0}, Case{50'000, 200}, Case{1'000'000, 200}, Case{1'000'001, 400},
                          Case{2'000'000, 400}, Case{2'000'001, 600}, Case{3'000'000, 600}, Case{3'000'001, 1'000},
                          Case{5'000'000, 1'000}, Case{5'000'001, 2'000}, Case{10'000'000, 2'000}, Case{10'000'001, 4'000},
                          Case{20'000'000, 4'000}, Case{20'000'001, 6'000}, Case{30'000'000, 6'000}, Case{30'000'001, 10'000},
                          Case{50'000'000, 10'000}, Case{50'000'001, 20'000}, Case{100'000'000, 20'000},
                          Case{100'000'001, 40'000}, Case{200'000'000, 40'000}, Case{200'000'001, 60'000},
                          Case{300'000'000, 60'000}, Case{300'000'001, 100'000}, Case{500'000'000, 100'000},
                          Case{500'000'001, 150'000}, Case{1'000'000'000, 150'000}, Case{1'000'000'001, 200'000},
                          Case{amount_limit, 200'000}}) {
        const auto duty = stamp_duty({.amount = c.amount}).value();
        EXPECT_EQ(duty.stamp, c.stamp) << c.amount;
        EXPECT_EQ(duty.judged_amount, c.amount);
        EXPECT_EQ(duty.print_box, c.stamp > 0) << c.amount;
    }
}

TEST(StampDuty, IsJudgedWithoutTheTaxThatThePaperStates)
{
    struct Case { const char* why; ReceiptForStamp receipt; std::int64_t judged; std::int64_t stamp; };
    for (const auto& c :
         {Case{"tax rounded down: 50,000 is left", {54'999, 4'999, true}, 50'000, 200},
          Case{"tax rounded up: 49,999 is left", {54'999, 5'000, true}, 49'999, 0},
          Case{"a tax that only stands in the books counts", {54'999, 5'000, false}, 54'999, 200},
          Case{"free of tax", {50'000, 0, true}, 50'000, 200}, Case{"nothing but tax", {50'000, 50'000, true}, 0, 0},
          Case{"paid by card", {54'999, 4'999, true, false}, 0, 0},
          Case{"sent by mail", {5'000'000, 0, true, true, false}, 0, 0}}) {
        const auto duty = stamp_duty(c.receipt).value();
        EXPECT_EQ(duty.judged_amount, c.judged) << c.why;
        EXPECT_EQ(duty.stamp, c.stamp) << c.why;
        EXPECT_EQ(duty.print_box, c.stamp > 0) << c.why;
    }
}

TEST(StampDuty, IsRefusedForWhatIsNoReceipt)
{
    EXPECT_EQ(stamp_duty({.amount = -1}).error(), (Refusal{"bad_amount", "amount"}));
    EXPECT_EQ(stamp_duty({.amount = 100, .tax = -1}).error(), (Refusal{"bad_amount", "tax"}));
    EXPECT_EQ(stamp_duty({.amount = 100, .tax = 101}).error(), (Refusal{"bad_amount", "tax"}));
    EXPECT_EQ(stamp_duty({.amount = amount_limit + 1}).error(), (Refusal{"out_of_range", "amount"}));
    EXPECT_EQ(stamp_duty({.amount = std::numeric_limits<std::int64_t>::max()}).error().code, "out_of_range");
    EXPECT_EQ(stamp_duty({.amount = -1, .in_cash = false}).error().code, "bad_amount") << "also where no duty is due";
}

}  // namespace
}  // namespace kushi
