#include <gtest/gtest.h>

#include "app/screens/client/client_state.h"
#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

using namespace std::chrono_literals;
using Map = ClientState::Map;

ClientState with_maps(std::vector<Map> maps)
{
    ClientState state;
    state.maps = std::move(maps);
    return state;
}

TEST(ClientStateTest, MeansOverTheEightZones)
{
    EXPECT_DOUBLE_EQ(mean_severity({2, 3, 2, 2, 0, 1, 2, 1}), 1.625);
    EXPECT_EQ(severity_sum({2, 3, 2, 2, 0, 1, 2, 1}), 13);
}

TEST(ClientStateTest, PlotsTheStrongestOfTheNewestMapAndNothingThatWasNeverSeen)
{
    const auto state = with_maps(
        {{"2026-10-01", {{"oily", {4}}, {"dry", {}}}}, {"2026-11-01", {{"oily", {1}}, {"flakes", {2}}, {"itch", {}}}}});
    EXPECT_EQ(conditions_to_plot(maps_in(state, "2026-11-14")), (std::vector<std::string>{"flakes", "oily"}));
}

TEST(ClientStateTest, LooksBackSixVisitsOrAYear)
{
    std::vector<Map> maps{{"2024-02-01", {}}};
    for (const char* month : {"01", "03", "05", "07", "09", "10", "11"})
        maps.push_back({std::string{"2026-"} + month + "-01", {}});
    auto state = with_maps(maps);
    EXPECT_EQ(maps_in(state, "2026-11-14").size(), 6u);
    EXPECT_EQ(maps_in(state, "2026-11-14").front()->date, "2026-03-01");
    state.span = ClientState::Span::year;
    EXPECT_EQ(maps_in(state, "2026-11-14").size(), 7u);
}

// With the salon behind it.

std::string known_client(TestSalon& salon)
{
    const auto client =
        salon.client({{"name", "Misaki Sato"}, {"phone", "090-5555-4418"}, {"allergies", {"lavender"}}});
    const auto visit = salon.visit(client);
    salon.consult(visit, {{"concerns", {"oily"}}, {"scalp_type", "oily"}});
    salon.does({{"do", "scalp_map"},
                {"visit", visit},
                {"moment", "before"},
                {"zones", {{"crown", {{"conditions", {{"oily", 4}}}}}}}},
               TestSalon::therapist);
    salon.does({{"do", "note"}, {"visit", visit}, {"text", "Less itch than before"}}, TestSalon::therapist);
    return client;
}

void open_card(TerminalDriver& desk, const std::string& client)
{
    desk.terminal().open({"client", {{"client", client}}});
    desk.pass(250ms);
}

TEST(ClientScreen, ShowsATherapistTheScalpAndTheNotes)
{
    TerminalDriver chair;
    const auto client = known_client(chair.salon);
    chair.sign_in(TestSalon::therapist);
    open_card(chair, client);
    EXPECT_TRUE(chair.sees("Allergy alert: lavender"));
    EXPECT_TRUE(chair.sees("Less itch than before"));
    EXPECT_TRUE(chair.sees("Oily: 0+4+0+0+0+0+0+0 = 4, in 8 zones 0.5"));
    chair.tap("Show as table");
    EXPECT_TRUE(chair.has("Show as chart"));
}

TEST(ClientScreen, SeatsWhoWaitsInAFreeRoomWhenTheConsultationStarts)
{
    TerminalDriver chair;
    const auto client = chair.salon.client({{"name", "Emma Larsen"}});
    chair.salon.visit(client);
    chair.sign_in(TestSalon::therapist);
    open_card(chair, client);
    chair.tap("Start consultation");
    ASSERT_EQ(chair.salon.events("visit.seated").size(), 1u);
    EXPECT_EQ(chair.salon.events("visit.seated").front()["room"], "room-1");
}

TEST(ClientScreen, ShowsTheDeskNoHealthButAlertsVisitsAndSales)
{
    TerminalDriver desk;
    const auto client = known_client(desk.salon);
    desk.salon.open_day();
    desk.salon.pay(desk.salon.visit(client));
    desk.sign_in(TestSalon::desk);
    open_card(desk, client);
    EXPECT_TRUE(desk.sees("Allergy alert: lavender"));
    EXPECT_TRUE(desk.sees("A-000001"));
    EXPECT_TRUE(desk.sees("Signature Head Spa"));
    for (const char* health : {"Less itch", "Scalp profile", "Scalp progress"})
        EXPECT_FALSE(desk.sees(health)) << health;
}

TEST(ClientScreen, MasksThePhoneUntilItIsTapped)
{
    TerminalDriver desk;
    const auto client = known_client(desk.salon);
    desk.sign_in(TestSalon::desk);
    open_card(desk, client);
    EXPECT_FALSE(desk.sees("090-5555-4418"));
    desk.tap("Show the phone number");
    EXPECT_TRUE(desk.sees("090-5555-4418"));
    desk.tap("Hide the phone number");
    EXPECT_FALSE(desk.sees("090-5555-4418"));
}

TEST(ClientScreen, OpensHealthToAManagerWithAReasonWhichIsRecorded)
{
    TerminalDriver desk;
    const auto client = known_client(desk.salon);
    desk.sign_in(TestSalon::manager);
    open_card(desk, client);
    EXPECT_FALSE(desk.sees("Less itch than before"));
    const auto before = desk.salon.events("record.viewed").size();
    desk.tap("Open with a reason");
    desk.tap("A reaction or complaint");
    EXPECT_TRUE(desk.sees("Less itch than before"));
    EXPECT_EQ(desk.salon.events("record.viewed").size(), before + 1);
}

TEST(ClientScreen, SaysOfAFirstVisitThatNothingIsKnownYet)
{
    TerminalDriver chair;
    const auto client = chair.salon.client({{"name", "Emma Larsen"}});
    chair.salon.does({{"do", "book"},
                      {"client", client},
                      {"service", "signature-head-spa"},
                      {"therapist", TestSalon::therapist},
                      {"start", instant_text(chair.salon.now + 10min)}});
    chair.sign_in(TestSalon::therapist);
    open_card(chair, client);
    EXPECT_TRUE(chair.sees("First visit"));
    EXPECT_TRUE(chair.sees("Starts after the first map"));
}

TEST(ClientScreen, ChecksInFromTheCard)
{
    TerminalDriver desk;
    const auto client = desk.salon.client({{"name", "Emma Larsen"}});
    desk.salon.does({{"do", "book"},
                     {"client", client},
                     {"service", "signature-head-spa"},
                     {"start", instant_text(desk.salon.now + 10min)}});
    desk.sign_in(TestSalon::desk);
    open_card(desk, client);
    desk.tap_fast("Check in", 10, 800ms);
    EXPECT_EQ(desk.salon.events("visit.arrived").size(), 1u);
    EXPECT_EQ(desk.screen(), "today");
}

TEST(ClientScreen, SaysWhyACardCannotBeOpened)
{
    TerminalDriver chair;
    const auto client = chair.salon.client({{"name", "Emma Larsen"}});
    chair.sign_in(TestSalon::therapist);
    open_card(chair, client);
    EXPECT_TRUE(chair.sees("This card cannot be opened"));
    EXPECT_TRUE(chair.has("Try again"));
}

}  // namespace
}  // namespace kushi::test
