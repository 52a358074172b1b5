#include <gtest/gtest.h>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

TEST(ABlindCount, SaysNothingOfWhatShouldBeThere)
{
    TestSalon salon;
    salon.refuses({{"do", "count_drawer"}, {"count", 1}}, "day_not_open");
    salon.open_day(30'000);
    const auto answer = salon.does({{"do", "count_drawer"}, {"count", {{"10000", 2}, {"500", 3}}}});
    EXPECT_EQ(answer["counted"], 21'500);
    for (const char* told : {"report", "expected", "over_short"}) EXPECT_FALSE(answer.contains(told)) << told;
    salon.refuses({{"do", "drawer_count"}}, "not_allowed");
    const auto count = salon.does({{"do", "drawer_count"}}, TestSalon::manager);
    EXPECT_EQ(count["counted"], 21'500);
    EXPECT_EQ(count["staff"], salon.staff_id(TestSalon::desk));
    EXPECT_EQ(count["denominations"], Json({10'000, 5'000, 2'000, 1'000, 500, 100, 50, 10, 5, 1}));
    EXPECT_EQ(salon.does({{"do", "lock_screen"}}, "")["denominations"], count["denominations"]);
}

}  // namespace
}  // namespace kushi::test
