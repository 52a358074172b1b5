#include "app/widgets/amount_pad.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/app/widgets/picture.h"

namespace kushi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string typed(std::initializer_list<const char*> digits, std::string text = {})
{
    for (const char* digit : digits) text = with_decimal_digit(text, digit);
    return text;
}

TEST(AnAmount, IsTypedWithOneDecimal)
{
    struct Case {
        const char* why;
        std::initializer_list<const char*> digits;
        const char* amount;
    };
    for (const auto& c :
         {Case{"whole", {"1", "5"}, "15"}, Case{"with its decimal", {"1", "2", ".", "5"}, "12.5"},
          Case{"a second decimal is not taken", {"1", ".", "5", "7"}, "1.5"},
          Case{"nor a second point", {"1", ".", ".", "5"}, "1.5"}, Case{"a point first", {".", "5"}, "0.5"},
          Case{"nothing stands before it", {"0", "5"}, "5"}, Case{"nothing before its point", {"0", ".", "5"}, "0.5"},
          Case{"four digits are enough", {"1", "2", "3", "4", "5"}, "1234"},
          Case{"and a decimal of them", {"1", "2", "3", "4", ".", "5"}, "1234.5"},
          Case{"no digit", {"1", "x", "12", ""}, "1"}}) {
        EXPECT_EQ(typed(c.digits), c.amount) << c.why;
    }
    EXPECT_EQ(without_last_digit("12.5"), "12.");
    EXPECT_EQ(without_last_digit(""), "");
}

struct Pad {
    std::string text;
    std::vector<std::string> presets;
    AmountPadLook look()
    {
        AmountPadLook look;
        look.label = "Used";
        look.value = text + " ml";
        look.delete_name = "Delete";
        look.on_digit = [this](const std::string& digit) { text = with_decimal_digit(text, digit); };
        look.on_delete = [this] { text = without_last_digit(text); };
        look.on_preset = [this](const std::string& preset) { presets.push_back(preset); };
        return look;
    }
};

TEST(AnAmountPad, TakesFingersAndKeys)
{
    Pad pad;
    auto scene = scene_of(amount_pad(pad.look()).wide(340));
    for (const char* key : {"2", "4", ".", "5", "Delete", "Used 15"}) tap(scene, key);
    EXPECT_EQ(pad.text, "24.");
    EXPECT_THAT(pad.presets, ElementsAre("15"));
    walk_to(scene, "Used");
    press_key(scene, Key::other, U'0');
    EXPECT_EQ(pad.text, "24.0");
    press_key(scene, Key::backspace);
    press_key(scene, Key::backspace);
    EXPECT_EQ(pad.text, "24");
    press_key(scene, Key::other, U',');
    EXPECT_EQ(pad.text, "24.") << "a comma is a point on many keyboards";
}

TEST(AnAmountPad, HasNoPointForPieces)
{
    Pad pad;
    auto look = pad.look();
    look.whole = true;
    auto scene = scene_of(amount_pad(look).wide(340));
    EXPECT_EQ(scene.named("."), nullptr);
    walk_to(scene, "Used");
    press_key(scene, Key::other, U'.');
    EXPECT_EQ(pad.text, "");
}

TEST(AnAmountPad, SaysWhatIsWrong)
{
    Pad pad;
    auto look = pad.look();
    look.error = "Over twice the usual amount";
    const auto scene = scene_of(amount_pad(look).wide(340));
    const PaintedPage page{scene, light_theme()};
    EXPECT_TRUE(page.says("Over twice the usual amount"));
    EXPECT_TRUE(page.shows(Token::danger, placed(scene, "Used").rect));
}

TEST(AMoneyCount, StepsAndStopsAtNone)
{
    std::vector<int> told;
    std::string reason;
    const auto row_of = [&](int count) {
        MoneyCountLook look{"¥10,000",  count,      "¥60,000",        "10,000 yen notes",
                            "One less", "One more", "There are none", [&](int made) { told.push_back(made); },
                            {}};
        return money_count_row(look, true).wide(330);
    };
    auto scene = scene_of(row_of(6));
    tap(scene, "One more");
    tap(scene, "One less");
    EXPECT_THAT(told, ElementsAre(7, 5));
    EXPECT_EQ(placed(scene, "One more").rect.height, 56);
    EXPECT_THAT(PaintedPage(scene, light_theme()).shortened(), IsEmpty());
    auto none = scene_of(row_of(0));
    none.on_reason = [&](const std::string& why) { reason = why; };
    tap(none, "One less");
    EXPECT_EQ(reason, "There are none");
    EXPECT_EQ(told.size(), 2U);
}

}  // namespace
}  // namespace kushi
