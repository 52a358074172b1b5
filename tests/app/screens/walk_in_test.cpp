#include <gtest/gtest.h>

#include "app/screens/walk_in/walk_in_state.h"
#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

using namespace std::chrono_literals;

const Instant now = *parse_instant("2026-11-14T01:00:00Z");

WalkInState two_therapists()
{
    WalkInState state;
    state.services = {{"short", "Short", 30, 4'400}, {"long", "Long", 90, 13'200}};
    return free_times_known(
        state, {{"yui", "Yui N.", now - 5min, 65, "room-1", false}, {"ren", "Ren K.", now + 40min, {}, "room-1", true}},
        {{"room-1", "Room 1", true, now}, {"room-2", "Room 2", false, now + 20min}});
}

TEST(WalkInStateTest, PresetsWhoIsFreeFirst)
{
    EXPECT_EQ(two_therapists().therapist, "yui");
    auto state = therapist_chosen(two_therapists(), "ren");
    state = free_times_known(state, state.therapists, state.rooms);
    EXPECT_EQ(state.therapist, "ren") << "what a finger chose stays";
    state = free_times_known(state, {{"yui", "Yui N.", now, {}, "room-1", false}}, state.rooms);
    EXPECT_EQ(state.therapist, "yui") << "who is no longer there cannot be chosen";
}

TEST(WalkInStateTest, SaysWhenItEndsAndWhetherItFits)
{
    auto state = service_chosen(two_therapists(), "short");
    EXPECT_EQ(state.ends_at(now), now + 30min);
    EXPECT_FALSE(state.is_too_long());
    EXPECT_EQ(state.next_booking(), now + 60min);
    state = service_chosen(state, "long");
    EXPECT_TRUE(state.is_too_long());
    state = therapist_chosen(state, "ren");
    EXPECT_FALSE(state.is_too_long()) << "nothing is booked after";
    EXPECT_EQ(state.ends_at(now), now + 130min);
}

TEST(WalkInStateTest, CanBeginOnlyWithATherapistAndARoom)
{
    auto state = two_therapists();
    EXPECT_TRUE(state.can_begin(now));
    EXPECT_FALSE(therapist_chosen(state, "ren").can_begin(now));
    state.rooms.front().free = false;
    EXPECT_FALSE(state.can_begin(now));
}

TEST(WalkInStateTest, ChangesNothingWhileItIsBeingTakenIn)
{
    auto state = service_chosen(two_therapists(), "short");
    state.busy = WalkInState::Way::seat;
    EXPECT_EQ(service_chosen(state, "long").service, "short");
    EXPECT_EQ(therapist_chosen(state, "ren").therapist, "yui");
}

// With the salon behind it.

TEST(WalkInScreen, SeatsSomebodyByThreeTaps)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.tap("Walk-in");
    EXPECT_EQ(desk.off("Seat now"), "Choose a service first");
    desk.tap("Head Massage");
    desk.tap("Seat now");
    EXPECT_EQ(desk.taps(), 3);
    EXPECT_EQ(desk.salon.events("visit.seated").size(), 1u);
    const auto arrived = desk.salon.events("visit.arrived").front();
    EXPECT_EQ(arrived["service"], "head-massage-40");
    EXPECT_EQ(arrived["room"], "room-1");
    EXPECT_TRUE(arrived.contains("therapist"));
    EXPECT_TRUE(desk.sees("Walk-in is in the chair"));
    EXPECT_FALSE(desk.has("Arrived, wait"));
}

TEST(WalkInScreen, TakesInWhoWaitsAndAskedForSomebody)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.tap("Walk-in");
    desk.tap("Head Massage");
    desk.tap("Asked for by name", ControlRole::toggle);
    desk.tap(TestSalon::therapist);
    desk.tap("Arrived, wait");
    const auto arrived = desk.salon.events("visit.arrived").front();
    EXPECT_EQ(arrived["nominated"], true);
    EXPECT_EQ(arrived["therapist"], desk.salon.staff_id(TestSalon::therapist));
    EXPECT_TRUE(desk.salon.events("visit.seated").empty());
    EXPECT_TRUE(desk.sees("Waiting 0 min"));
}

TEST(WalkInScreen, TakesAClientWhoWasFoundOrAdded)
{
    TerminalDriver desk;
    const auto client = desk.salon.client({{"name", "Yui Satomi"}});
    desk.sign_in(TestSalon::desk);
    desk.tap("Walk-in");
    desk.tap("Head Massage");
    desk.tap("Find client", ControlRole::radio);
    desk.type("Find client", "Yui");
    desk.pass(250ms);
    desk.tap("Choose Yui Satomi");
    EXPECT_EQ(desk.screen(), "today");
    EXPECT_TRUE(desk.selected("Head Massage"));
    EXPECT_TRUE(desk.has("Change"));
    desk.tap("No name");
    desk.tap("New client", ControlRole::radio);
    desk.type("Name", "Emma Larsen");
    desk.tap("Save");
    EXPECT_TRUE(desk.sees("Emma Larsen"));
    desk.tap("Seat now");
    const auto arrived = desk.salon.events("visit.arrived").front();
    EXPECT_NE(arrived["client"], client);
    EXPECT_FALSE(arrived["client"].get<std::string>().empty());
}

TEST(WalkInScreen, ComesBackAsItWasAfterARestart)
{
    TerminalDriver desk{{.on_disk = true}};
    desk.sign_in(TestSalon::desk);
    desk.tap("Walk-in");
    desk.tap("Head Massage");
    desk.tap("Asked for by name", ControlRole::toggle);
    desk.restart();
    desk.sign_in(TestSalon::desk);
    EXPECT_TRUE(desk.selected("Head Massage"));
    EXPECT_TRUE(desk.control("Asked for by name", ControlRole::toggle).node->access.selected);
    desk.press(Key::escape);
    EXPECT_FALSE(desk.has("Seat now"));
    desk.restart();
    desk.sign_in(TestSalon::desk);
    EXPECT_FALSE(desk.has("Seat now")) << "what was left is forgotten";
}

TEST(WalkInScreen, MakesTenTapsOneVisit)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.tap("Walk-in");
    desk.tap("Head Massage");
    desk.tap_fast("Seat now", 10, 1'000ms);
    EXPECT_EQ(desk.salon.events("visit.arrived").size(), 1u);
}

TEST(WalkInScreen, SaysWhenTheServiceIsTooLongAndWhoIsFreeWhen)
{
    TerminalDriver desk;
    auto& salon = desk.salon;
    const auto client = salon.client({{"name", "Takumi Ito"}});
    salon.does({{"do", "book"},
                {"client", client},
                {"service", "signature-head-spa"},
                {"therapist", TestSalon::therapist},
                {"start", instant_text(salon.now + 30min)}});
    desk.sign_in(TestSalon::desk);
    desk.tap("Walk-in");
    desk.tap("Signature Head Spa");
    desk.tap(TestSalon::therapist);
    EXPECT_TRUE(desk.sees("Too long: therapist's next booking is at 10:30."));
    desk.tap("Express Massage");
    EXPECT_TRUE(desk.sees("therapist's next is at 10:30."));
}

}  // namespace
}  // namespace kushi::test
