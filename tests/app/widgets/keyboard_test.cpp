#include "app/widgets/keyboard.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/widgets/picture.h"

namespace kushi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Somebody who types: what the keys say to the screen, done to a text.
struct Typist {
    std::string typed;
    int closed = 0, shifted = 0, entered = 0;
    std::vector<KeyboardLayout> layouts;

    KeyboardLook look(KeyboardLayout layout, bool shift = false)
    {
        KeyboardLook look;
        look.layout = layout;
        look.shift = shift;
        look.hint = "Name, reading, phone or ticket number";
        look.delete_name = "Delete";
        look.space_name = "Space";
        look.shift_name = "Shift";
        look.done = "Done";
        look.enter_name = "Enter";
        look.on_text = [this](const std::string& text) { typed += text; };
        look.on_backspace = [this] { typed.pop_back(); };
        look.on_enter = [this] { ++entered; };
        look.on_shift = [this] { ++shifted; };
        look.on_layout = [this](KeyboardLayout other) { layouts.push_back(other); };
        look.on_close = [this] { ++closed; };
        look.on_change_last_kana = [this](KanaChange change) { typed = changed_kana(typed, change); };
        return look;
    }
};

Scene scene_with(const KeyboardLook& look, int width = 1184)
{
    return scene_of(on_screen_keyboard(look).wide(width), {width + 48, 500});
}

void type_on(Scene& scene, std::initializer_list<const char*> keys)
{
    for (const char* key : keys) tap(scene, key);
}

TEST(TheKeyboard, WritesKanaWithTheirMarks)
{
    Typist typist;
    auto scene = scene_with(typist.look(KeyboardLayout::kana));
    type_on(scene, {"か", "゛", "つ", "小", "こ", "ー"});
    EXPECT_EQ(typist.typed, "がっこー");
}

TEST(TheKeyboard, WritesLatinInTwoSizes)
{
    Typist typist;
    auto large = scene_with(typist.look(KeyboardLayout::latin, true));
    type_on(large, {"S"});
    auto small = scene_with(typist.look(KeyboardLayout::latin));
    type_on(small, {"a", "t", "o", "Space", "2", "Shift", "Enter"});
    EXPECT_EQ(typist.typed, "Sato 2");
    EXPECT_EQ(typist.shifted, 1);
    EXPECT_EQ(typist.entered, 1);
}

TEST(TheKeyboard, WritesFigures)
{
    Typist typist;
    auto scene = scene_with(typist.look(KeyboardLayout::figures));
    type_on(scene, {"0", "9", "0", "-", "4", "4", "1", "8", ".", "("});
    EXPECT_EQ(typist.typed, "090-4418.(");
}

TEST(TheKeyboard, TakesBackAndCloses)
{
    for (const auto layout : {KeyboardLayout::kana, KeyboardLayout::latin, KeyboardLayout::figures}) {
        Typist typist;
        typist.typed = "ab";
        auto scene = scene_with(typist.look(layout));
        type_on(scene, {"Delete", "Done", "ABC"});
        EXPECT_EQ(typist.typed, "a");
        EXPECT_EQ(typist.closed, 1);
        EXPECT_THAT(typist.layouts, ElementsAre(KeyboardLayout::latin));
    }
}

TEST(TheKeyboard, HasKeysForFingersAndLeavesTheFocusInTheField)
{
    for (const auto layout : {KeyboardLayout::kana, KeyboardLayout::latin, KeyboardLayout::figures}) {
        for (const int width : {1184, 936, 800}) {
            Typist typist;
            auto scene = scene_with(typist.look(layout), width);
            for (const auto& placed : scene.placed()) {
                if (placed.node->access.role != ControlRole::button) continue;
                EXPECT_EQ(placed.rect.height, 56) << placed.node->access.name;
                EXPECT_GE(placed.rect.width, 48) << placed.node->access.name << " at " << width;
            }
            type_on(scene, {"Done"});
            press_key(scene, Key::tab);
            EXPECT_EQ(scene.focus(), 0U) << "neither a touch nor Tab goes to a key";
            EXPECT_THAT(PaintedPage(scene, light_theme()).shortened(), IsEmpty());
        }
    }
}

}  // namespace
}  // namespace kushi
