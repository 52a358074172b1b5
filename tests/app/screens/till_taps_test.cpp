#include <gtest/gtest.h>

#include "tests/app/screens/till_fixture.h"

namespace kushi::test {
namespace {

/// From Today, where the design's table counts from.
struct Desk {
    TerminalDriver desk;
    std::string visit;
    Desk()
    {
        desk.salon.open_day();
        desk.salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"name", "Front"}});
        visit = desk.salon.visit(desk.salon.client({{"name", "Naoko Kimura"}}));
        desk.salon.does({{"do", "hand_to_desk"}, {"visit", visit}});
        desk.sign_in(TestSalon::desk);
    }
};

TEST(TapsAtTheTill, AreFourForCashExactly)
{
    Desk at;
    for (const char* name : {"Pay Naoko Kimura", "Pay", "Exact ¥9,900", "Print and finish"}) at.desk.tap(name);
    EXPECT_EQ(at.desk.taps(), 4);
    EXPECT_EQ(at.desk.screen(), "today");
    EXPECT_EQ(at.desk.salon.events("sale.completed").size(), 1u);
}

TEST(TapsAtTheTill, AreAtMostNineForCardRetailAndTip)
{
    Desk at;
    for (const char* name : {"Pay Naoko Kimura", "Retail", "Camellia Hair Mist", "Tip", "¥500", "Pay", "Card"})
        at.desk.tap(name);
    at.desk.type("Number of the slip", "0123");
    for (const char* name : {"Take card", "Print and finish"}) at.desk.tap(name);
    EXPECT_EQ(at.desk.taps(), 9);
    EXPECT_EQ(at.desk.screen(), "today");
}

TEST(TapsAtTheTill, AreFiveForALineThatComesBackAndTwoForACopy)
{
    Desk at;
    at.desk.salon.does({{"do", "add_line"}, {"visit", at.visit}, {"item", "hojicha-tea"}});
    const auto number = at.desk.salon.pay(at.visit)["number"].get<std::string>();
    go_to(at.desk, {"today"});
    at.desk.count_from_here();
    for (const char* name : {"Naoko Kimura", "Refund", "Hojicha Tea", "Changed mind", "Refund ¥1,080 in cash"})
        at.desk.tap(name);
    EXPECT_EQ(at.desk.taps(), 5);
    approve(at.desk);
    EXPECT_EQ(at.desk.salon.events("sale.refunded").size(), 1u);
    go_to(at.desk, {"today"});
    at.desk.count_from_here();
    for (const char* name : {"Naoko Kimura", "Reprint"}) at.desk.tap(name);
    EXPECT_EQ(at.desk.taps(), 2);
}

}  // namespace
}  // namespace kushi::test
