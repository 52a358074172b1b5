#include <gtest/gtest.h>

#include "app/screens/carts/carts_state.h"
#include "tests/app/screens/till_fixture.h"

namespace kushi::test {
namespace {

OpenCart cart(const char* id, const char* status, const char* since, bool held = false)
{
    OpenCart made;
    made.visit.id = id;
    made.visit.status = status;
    made.since = since;
    made.held = held;
    return made;
}

TEST(CartsStateTest, ListsTheLongestReadyFirstAndHeldOnesApart)
{
    const auto state =
        carts_renewed({}, {cart("a", "ready_to_pay", "2026-11-14T02:00:00.000Z"),
                           cart("b", "ready_to_pay", "2026-11-14T01:00:00.000Z"), cart("c", "in_chair", "", true),
                           cart("d", "in_chair", ""), cart("e", "ready_to_pay", "", true)});
    ASSERT_EQ(state.ready.size(), 2u);
    EXPECT_EQ(state.ready[0].visit.id, "b");
    ASSERT_EQ(state.held.size(), 2u);
    EXPECT_EQ(state.held[0].visit.id, "c");
}

TEST(CartsScreen, StartsASaleWithoutAVisitAndRemovesItAgain)
{
    TerminalDriver desk;
    desk.salon.open_day();
    desk.sign_in(TestSalon::desk);
    go_to(desk, {"carts"});
    EXPECT_TRUE(desk.sees("Nobody is waiting to pay"));
    fits_everywhere(desk, "carts-empty");
    desk.tap("New sale");
    EXPECT_EQ(desk.screen(), "checkout");
    EXPECT_TRUE(desk.sees("Walk-in 1"));
    EXPECT_EQ(desk.off("Pay"), "Add a service or product");
    desk.tap("Back");
    EXPECT_TRUE(desk.sees("1 ready to pay"));
    desk.tap("Remove Walk-in 1");
    EXPECT_TRUE(desk.sees("Nobody is waiting to pay"));
}

TEST(CartsScreen, StartsOneSaleForTenTaps)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    go_to(desk, {"carts"});
    desk.tap_fast("New sale", 10, std::chrono::milliseconds{200});
    EXPECT_EQ(desk.salon.events("visit.arrived").size(), 1u);
}

TEST(CartsScreen, BringsBackAHeldBill)
{
    TerminalDriver desk;
    const auto visit = desk.salon.visit(desk.salon.client({{"name", "Hanako Test"}}));
    desk.sign_in(TestSalon::desk);
    go_to(desk, {"checkout", {{"visit", visit}}});
    desk.tap("Hold");
    EXPECT_EQ(desk.screen(), "carts");
    EXPECT_TRUE(desk.sees("0 ready to pay · 1 held"));
    desk.tap("Resume Hanako Test");
    EXPECT_EQ(desk.screen(), "checkout");
    EXPECT_EQ(desk.salon.does({{"do", "quote"}, {"visit", visit}})["held"], false);
}

TEST(CartsScreen, OffersOneNextStepOnAFullDay)
{
    PracticeDriver desk;
    desk.sign_in("mei");
    go_to(desk, {"carts"});
    EXPECT_TRUE(desk.sees("Ready to pay"));
    fits_everywhere(desk, "carts");
}

}  // namespace
}  // namespace kushi::test
