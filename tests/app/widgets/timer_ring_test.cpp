#include "app/widgets/timer_ring.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/app/widgets/picture.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;

TimerRingLook look_with(std::chrono::milliseconds left)
{
    TimerRingLook look;
    look.left = left;
    look.whole = 8min;
    look.note = "of 8:00";
    look.name = "Steam";
    look.spoken = [](int minutes, bool over) { return std::to_string(minutes) + (over ? " over" : " left"); };
    return look;
}

TEST(ATimersText, CountsDownAndThenOver)
{
    struct Case {
        const char* why;
        std::chrono::milliseconds left;
        const char* text;
    };
    for (const auto& c :
         {Case{"whole at its beginning", 8min, "8:00"},
          Case{"a second that has begun is left", 7min + 59s + 1ms, "8:00"}, Case{"the next one", 7min + 59s, "7:59"},
          Case{"seconds have two figures", 4min + 8s, "4:08"}, Case{"more than an hour in minutes", 75min, "75:00"},
          Case{"done", 0ms, "0:00"}, Case{"no second over yet", -999ms, "0:00"}, Case{"over", -72s, "+1:12"}}) {
        EXPECT_EQ(timer_text(c.left), c.text) << c.why;
    }
}

TEST(ATimerRing, LooksAnotherFourTimesASecondAtMost)
{
    std::set<std::string> looks;
    for (auto left = 300s - 0ms; left > 299s; left -= 10ms)
        looks.insert(timer_ring(look_with(left)).drawing->content());
    EXPECT_LE(looks.size(), 4U);
    EXPECT_GE(looks.size(), 2U) << "it does move";
}

TEST(ATimerRing, TellsAReaderMinutesOnly)
{
    std::set<std::string> told;
    for (auto left = 300s; left > 240s; left -= 1s) told.insert(timer_ring(look_with(left)).access.value);
    EXPECT_EQ(told, std::set<std::string>{"5 left"});
    EXPECT_EQ(timer_ring(look_with(-130s)).access.value, "2 over");
}

TEST(ATimerRing, EmptiesClockwise)
{
    const auto scene = scene_of(timer_ring(look_with(2min)));
    const PaintedPage page{scene, light_theme()};
    const auto& ring = placed(scene, "Steam").rect;
    const Point middle = ring.center();
    EXPECT_EQ(page.at(middle.x + 93, middle.y - 93), light_theme()[Token::primary]) << "the first quarter is left";
    EXPECT_EQ(page.at(middle.x, middle.y + 132), light_theme()[Token::sunken]);
    EXPECT_EQ(page.at(middle.x - 132, middle.y), light_theme()[Token::sunken]);
}

TEST(ATimerRing, WarnsPastTheEnd)
{
    const auto scene = scene_of(timer_ring(look_with(-12s)));
    const PaintedPage page{scene, light_theme()};
    const Point middle = placed(scene, "Steam").rect.center();
    EXPECT_EQ(page.at(middle.x - 132, middle.y), light_theme()[Token::warn]);
    EXPECT_TRUE(page.says("+0:12"));
}

}  // namespace
}  // namespace kushi
