#include "app/widgets/progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/widgets/picture.h"

namespace kushi {
namespace {

TEST(AProgressBar, IsFullAsFarAsItsShare)
{
    const auto scene = scene_of(progress_bar("Steam", 0.62, "62 percent").wide(200));
    const PaintedPage page{scene, light_theme()};
    const auto& bar = placed(scene, "Steam").rect;
    EXPECT_EQ(page.at(bar.x + 118, bar.y + 4), light_theme()[Token::primary]);
    EXPECT_EQ(page.at(bar.x + 130, bar.y + 4), light_theme()[Token::sunken]);
    EXPECT_EQ(placed(scene, "Steam").node->access.value, "62 percent");
}

TEST(AProgressBar, HoldsToItsEnds)
{
    for (const double share : {-1.0, 0.0, 1.0, 7.0}) {
        const auto scene = scene_of(progress_bar("Steam", share, "").wide(200));
        const PaintedPage page{scene, light_theme()};
        const auto& bar = placed(scene, "Steam").rect;
        EXPECT_EQ(page.at(bar.right() - 6, bar.y + 4), light_theme()[share > 0 ? Token::primary : Token::sunken]);
        EXPECT_EQ(page.at(bar.right() + 4, bar.y + 4), light_theme()[Token::canvas]);
    }
}

TEST(AStep, ShowsItsNumberUntilItIsDone)
{
    struct Case {
        StepState state;
        bool number;
        Token ground;
    };
    for (const auto& c :
         {Case{StepState::rest, true, Token::canvas}, Case{StepState::now, true, Token::surface},
          Case{StepState::done, false, Token::primary}, Case{StepState::skipped, false, Token::sunken}}) {
        const auto scene = scene_of(step_mark(5, c.state));
        const PaintedPage page{scene, light_theme()};
        EXPECT_EQ(page.says("5"), c.number);
        EXPECT_EQ(page.at(24 + 14, 24 + 4), light_theme()[c.ground]);
    }
}

TEST(AStepOfTheList, IsToldAsOneThing)
{
    int tapped = 0;
    StepRowLook look{5, StepState::now, "Steam", "8:00", "Step 5 of 10, Steam, 38 percent", [&] { ++tapped; }};
    auto scene = scene_of(step_row(look).wide(278));
    tap(scene, "Step 5 of 10, Steam, 38 percent");
    EXPECT_EQ(tapped, 1);
    EXPECT_EQ(scene.named("Steam"), nullptr) << "a reader hears it once";
    const PaintedPage page{scene, light_theme()};
    EXPECT_TRUE(page.says("Steam"));
    EXPECT_TRUE(page.says("8:00"));
    look.act = nullptr;
    EXPECT_NE(scene_of(step_row(look).wide(278)).named("Step 5 of 10, Steam, 38 percent", ControlRole::row), nullptr);
}

}  // namespace
}  // namespace kushi
