#include "app/widgets/gallery.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/widgets/button.h"
#include "tests/app/widgets/picture.h"

namespace kushi {
namespace {

using testing::ElementsAre;
using testing::Optional;

Scene gallery_of(Size size, bool dark, std::function<void(bool)> on_theme = {})
{
    Scene scene{dark ? dark_theme() : light_theme()};
    scene.resize(size);
    scene.show(gallery_page({size, dark, std::move(on_theme)}));
    return scene;
}

TEST(TheGallery, ShowsEveryExhibitWithoutClippingAWord)
{
    for (const Size size : {Size{1'280, 12'000}, Size{1'024, 14'000}}) {
        for (const bool dark : {false, true}) {
            const auto scene = gallery_of(size, dark);
            const PaintedPage page{scene, dark ? dark_theme() : light_theme()};
            EXPECT_THAT(page.shortened(), ElementsAre("A name that is much too long for the room it has here"))
                << "at " << size.width << ": one is there to show how a name gives way";
            for (const char* title :
                 {"Colour", "Buttons", "Fields", "Scalp map", "Timer ring", "Bars", "Signature", "Keyboard: kana"}) {
                EXPECT_TRUE(page.says(title)) << title;
            }
        }
    }
}

TEST(TheGallery, KeepsEveryControlInsideTheWindow)
{
    for (const int width : {1'280, 1'024}) {
        const auto scene = gallery_of({width, 14'000}, false);
        for (const auto& placed : scene.placed()) {
            if (placed.node->access.role == ControlRole::none) continue;
            EXPECT_GE(placed.rect.x, 0) << placed.node->access.name;
            EXPECT_LE(placed.rect.right(), width) << placed.node->access.name;
        }
    }
}

TEST(TheGallery, SwitchesBetweenDayAndNight)
{
    std::optional<bool> told;
    auto scene = gallery_of({1'280, 800}, false, [&](bool dark) { told = dark; });
    tap(scene, "Dark");
    EXPECT_THAT(told, Optional(true));
}

TEST(AControl, CanBeSeenAsIfItWereTouched)
{
    const auto ground_of = [](const Node& node) {
        const auto scene = scene_of(node);
        const PaintedPage page{scene, light_theme()};
        const auto& rect = placed(scene, "Check in").rect;
        return page.at(rect.x + 12, rect.center().y);
    };
    const auto plain = primary_button("Check in", [] {});
    EXPECT_EQ(ground_of(plain), light_theme()[Token::primary]);
    Look pressed;
    pressed.pressed = true;
    EXPECT_EQ(ground_of(seen_as(plain, pressed)), light_theme()[Token::primary_pressed]);
    EXPECT_NE(seen_as(plain, pressed).drawing->content(), plain.drawing->content())
        << "else it would not be painted anew";
}

}  // namespace
}  // namespace kushi
