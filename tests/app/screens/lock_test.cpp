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

TEST(LockScreen, SignsInByTapsAlone)
{
    TerminalDriver desk;
    EXPECT_TRUE(desk.sees("Who is working?"));
    desk.sign_in(TestSalon::desk);
    EXPECT_EQ(desk.screen(), "today");
}

TEST(LockScreen, SaysThatAPinIsWrongAndTakesTheNextOne)
{
    TerminalDriver desk;
    const auto staff = desk.salon.perform({{"do", "show"}, {"what", "staff"}, {"id", TestSalon::desk}}, TestSalon::owner);
    desk.tap(staff["staff"]["name"].get<std::string>(), ControlRole::radio);
    for (const char digit : std::string{"000000"}) desk.tap(std::string(1, digit));
    EXPECT_EQ(desk.screen(), "lock");
    EXPECT_TRUE(desk.sees("Try again")) << desk.all_names();
    desk.sign_in(TestSalon::desk);
    EXPECT_EQ(desk.screen(), "today");
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

TEST(LockScreen, DoesNothingForAFingerThatSlidesOffItsButton)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.slide_off("Lock", 300, 0);
    EXPECT_EQ(desk.screen(), "today");
    desk.tap("Lock");
    EXPECT_EQ(desk.screen(), "lock");
}

TEST(LockScreen, LocksAfterAMinuteWithoutATouch)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.pass(std::chrono::seconds{59});
    EXPECT_EQ(desk.screen(), "today");
    desk.pass(std::chrono::seconds{2});
    EXPECT_EQ(desk.screen(), "lock");
}

}  // namespace
}  // namespace kushi::test
