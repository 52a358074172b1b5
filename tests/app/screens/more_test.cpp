#include <gtest/gtest.h>

#include <algorithm>

#include "app/screens/more/more_state.h"
#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

TEST(MoreStateTest, OffersTheDrawerToWhoTakesMoneyAndReportsToManagers)
{
    EXPECT_EQ(more_places(false, false), (std::vector<MorePlace>{MorePlace::devices, MorePlace::about}));
    EXPECT_EQ(more_places(true, false).front(), MorePlace::close_day);
    const auto all = more_places(true, true);
    EXPECT_NE(std::find(all.begin(), all.end(), MorePlace::report), all.end());
}

TEST(MoreScreen, ChangesTheLanguageOfTheWholeTerminal)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.tap("More");
    desk.tap("日本語");
    EXPECT_TRUE(desk.has("言語"));
    EXPECT_TRUE(desk.selected("日本語"));
}

TEST(MoreScreen, SignsOut)
{
    TerminalDriver chair;
    chair.sign_in(TestSalon::therapist);
    chair.tap("More");
    EXPECT_FALSE(chair.has("Close the day"));
    chair.tap("Sign out");
    EXPECT_EQ(chair.screen(), "lock");
}

TEST(MoreScreen, NamesTheLicencesOfItsLettersAndSigns)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.tap("More");
    desk.tap("About Kushi");
    for (const char* name : {"Inter", "Noto Sans CJK JP", "Lucide"}) EXPECT_TRUE(desk.sees(name)) << name;
    desk.tap("Back");
    EXPECT_TRUE(desk.has("Sign out"));
}

}  // namespace
}  // namespace kushi::test
