#include <gtest/gtest.h>

#include "app/screens/lock/lock_state.h"
#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

LockState with_mei()
{
    LockState state;
    state.people = {{"1", "Mei Fujita", {"front_desk"}, "", false, {}}, {"2", "Aoi Tanaka", {"therapist"}, "", false, {}}};
    return person_chosen(state, "1");
}

TEST(LockStateTest, TakesSixDigitsAndNoMore)
{
    auto state = with_mei();
    for (const char digit : std::string{"12345678"}) state = digit_typed(state, digit);
    EXPECT_EQ(state.digits, "123456");
    EXPECT_TRUE(state.complete());
}

TEST(LockStateTest, TakesNothingWhileAPinIsProved)
{
    auto state = with_mei();
    state.busy = true;
    EXPECT_EQ(digit_typed(state, '1').digits, "");
    EXPECT_EQ(person_chosen(state, "2").chosen, "1");
}

TEST(LockStateTest, ForgetsWhatWasTypedForAnotherPerson)
{
    EXPECT_EQ(person_chosen(digit_typed(with_mei(), '1'), "2").digits, "");
}

TEST(LockScreen, ProvesOnePinWhenThePadIsMashed)
{
    TerminalDriver desk;
    desk.tap(desk.salon.perform({{"do", "show"}, {"what", "staff"}, {"id", TestSalon::desk}}, TestSalon::owner)["staff"]["name"].get<std::string>(),
             ControlRole::radio);
    desk.hold_answers();
    for (int i = 0; i < 40; ++i) desk.press(Key::other, U'7');
    EXPECT_EQ(desk.terminal().waiting(), 1u);
    desk.let_go();
    EXPECT_EQ(desk.screen(), "lock");
}

}  // namespace
}  // namespace kushi::test
