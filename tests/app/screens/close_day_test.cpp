#include <gtest/gtest.h>

#include <cstdlib>

#include "app/screens/close_day/close_day_state.h"
#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

using namespace std::chrono_literals;

CloseDayState yen_drawer()
{
    CloseDayState state;
    state.denominations = {10'000, 5'000, 2'000, 1'000, 500, 100, 50, 10, 5, 1};
    state.least_note = least_note_of("JPY");
    return state;
}

TEST(CloseDayStateTest, AddsNotesAndCoinsUp)
{
    auto state = count_set(count_set(count_set(yen_drawer(), 10'000, 6), 1'000, 25), 10, 14);
    EXPECT_EQ(state.sum_of(true), 85'000);
    EXPECT_EQ(state.sum_of(false), 140);
    EXPECT_EQ(state.sum(), 85'140);
    EXPECT_EQ(state.pieces_of(true), 31);
}

TEST(CloseDayStateTest, TypesAFigureAnewAndGoesToTheNext)
{
    auto state = figure_chosen(count_set(yen_drawer(), 5, 40), 5);
    state = digits_typed(digits_typed(state, "1"), "2");
    EXPECT_EQ(state.pieces[5], 12) << "the first digit does not stand behind the old figure";
    state = next_figure(state);
    EXPECT_EQ(state.chosen, 1);
    EXPECT_FALSE(next_figure(state).chosen.has_value()) << "after the last one all is typed";
    EXPECT_TRUE(digit_erased(digit_erased(figure_chosen(state, 5))).pieces.empty());
}

TEST(CloseDayStateTest, TakesNoMoreThanADrawerHolds)
{
    auto state = figure_chosen(yen_drawer(), 1);
    for (int i = 0; i < 12; ++i) state = digits_typed(state, "9");
    EXPECT_EQ(state.pieces[1], 99'999);
}

struct Till : TerminalDriver {
    explicit Till(Options options = {}) : TerminalDriver{options} {}
    void open(const std::string& who, const std::string& screen = "close_day")
    {
        sign_in(who);
        terminal().open({screen});
        pass(1s);
        count_from_here();
    }
    void look(const std::string& name) const
    {
        if (const char* folder = std::getenv("KUSHI_PICTURES")) picture(std::string{folder} + '/' + name + ".png");
    }
    /// A sale in cash, so that the drawer has something to tell. @returns its amount
    std::int64_t sell()
    {
        const auto visit = salon.visit();
        const auto amount = salon.due(visit);
        salon.pay(visit);
        return amount;
    }
    void type_figure(const std::string& digits)
    {
        for (const char digit : digits) tap(std::string(1, digit));
        tap("Next");
    }
};

TEST(CloseDayScreen, CountsBlindThenShowsWhatIsShortAndSealsTheDay)
{
    Till till;
    till.salon.open_day(30'000);
    const auto sold = till.sell();
    till.open(TestSalon::manager);
    till.look("close-count");
    EXPECT_FALSE(till.sees("Float this morning")) << "nothing of what is expected before the count";
    till.tap("Pieces of ¥10,000");
    till.type_figure("4");
    EXPECT_TRUE(till.sees("¥40,000"));
    till.look("close-typing");
    till.tap("Next: the result");
    EXPECT_TRUE(till.sees("Expected")) << till.all_names();
    EXPECT_TRUE(till.sees(sold + 30'000 > 40'000 ? "Short" : "Over"));
    till.look("close-result");
    till.tap("Next: check tenders");
    EXPECT_TRUE(till.sees("Cash"));
    till.look("close-tenders");
    till.tap_fast("Close without paper", 10, 1s);
    EXPECT_TRUE(till.sees("The day is closed: Z 1")) << till.all_names();
    EXPECT_EQ(till.salon.events("day.closed").size(), 1u);
    EXPECT_EQ(till.salon.events("day.closed").front()["counted"], 40'000);
}

TEST(CloseDayScreen, KeepsEveryCount)
{
    Till till;
    till.salon.open_day(30'000);
    till.open(TestSalon::manager);
    till.tap("One more of ¥10,000");
    till.tap("Next: the result");
    till.tap("Count again");
    till.tap("One more of ¥10,000");
    till.tap("One more of ¥10,000");
    till.tap("Next: the result");
    EXPECT_TRUE(till.sees("The drawer is right")) << till.all_names();
    int counts = 0;
    const auto moves = till.salon.events("drawer.moved");
    for (const auto& move : moves) counts += move["kind"] == "count" ? 1 : 0;
    EXPECT_EQ(counts, 2);
}

TEST(CloseDayScreen, EndsAfterTheCountForTheDesk)
{
    Till till;
    till.salon.open_day(30'000);
    till.open(TestSalon::desk);
    till.tap("One more of ¥500");
    till.tap("Next: the result");
    EXPECT_TRUE(till.sees("A manager closes the day"));
    EXPECT_FALSE(till.sees("30,000"));
}

TEST(CloseDayScreen, ListsWhatIsStillOpenFirst)
{
    Till till;
    till.salon.open_day();
    till.salon.visit(till.salon.client({{"name", "Misaki Sato"}}));
    till.open(TestSalon::manager);
    EXPECT_TRUE(till.sees("1 visit is open"));
    till.tap("Show");
    EXPECT_TRUE(till.sees("Misaki Sato"));
    till.look("close-open");
}

TEST(CloseDayScreen, ComesBackToAHalfCountedDrawer)
{
    Till till{{.on_disk = true}};
    till.salon.open_day();
    till.open(TestSalon::desk);
    till.tap("One more of ¥1,000");
    till.tap("One more of ¥1,000");
    till.restart();
    till.open(TestSalon::desk);
    EXPECT_TRUE(till.sees("¥2,000"));
    EXPECT_EQ(till.control("Pieces of ¥1,000").node->access.value, "2");
}

TEST(CloseDayScreen, SaysThatNoDayIsOpenOrThatItIsClosed)
{
    Till till;
    till.open(TestSalon::manager);
    till.tap("Next: the result");
    EXPECT_TRUE(till.sees("No day is open"));
    till.salon.open_day();
    till.salon.does({{"do", "close_day"}, {"count", 30'000}}, TestSalon::manager);
    till.terminal().open({"close_day"});
    till.pass(1s);
    till.tap("Next: the result");
    EXPECT_TRUE(till.sees("Today is closed")) << till.all_names();
    till.look("close-closed");
}

TEST(CloseDayScreen, HasRoomForEveryWord)
{
    for (const std::string language : {"en", "ja"}) {
        for (const Size size : {Size{1280, 800}, Size{1024, 768}}) {
            Till till{{.language = language, .size = size}};
            till.salon.open_day(1'030'000);
            till.sell();
            till.open(TestSalon::manager);
            const auto name = language + std::to_string(size.width);
            const auto check = [&](const std::string& step) {
                till.look("close-" + step + '-' + name);
                for (const auto& text : till.texts())
                    EXPECT_FALSE(text.too_tall || text.shortened) << name << ' ' << step << ": " << text.text;
            };
            till.tap(language == "ja" ? "¥10,000を1枚増やす" : "One more of ¥10,000");
            check("count");
            till.tap(language == "ja" ? "¥500の枚数" : "Pieces of ¥500");
            till.tap("9");
            check("typing");
            till.tap(language == "ja" ? "次へ：結果" : "Next: the result");
            check("result");
            till.tap(language == "ja" ? "次へ：支払方法" : "Next: check tenders");
            check("tenders");
        }
    }
}

}  // namespace
}  // namespace kushi::test
