#include "app/widgets/keypad.h"

#include <gtest/gtest.h>

#include "tests/app/widgets/picture.h"

namespace kushi {
namespace {

TEST(AKeypadThatIsOff, SaysWhyAtEveryKey)
{
    int acted = 0;
    KeypadLook look;
    look.group = "Cash received";
    look.on_digits = [&](const std::string&) { ++acted; };
    look.on_delete = look.on_left = [&] { ++acted; };
    look.left_key = "Clear";
    look.delete_name = "Delete";
    look.disabled = "Nothing is due";
    auto scene = scene_of(keypad(look).wide(340));
    int reasons = 0;
    scene.on_reason = [&](const std::string& why) { reasons += why == "Nothing is due" ? 1 : 0; };
    for (const char* key : {"1", "0", "Clear", "Delete"}) tap(scene, key);
    EXPECT_EQ(acted, 0);
    EXPECT_EQ(reasons, 4);
}

}  // namespace
}  // namespace kushi
