#include <gtest/gtest.h>

#include "app/screens/today/today_json.h"
#include "app/screens/today/today_state.h"
#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

using namespace std::chrono_literals;
using Face = TodayState::Face;

const Worker desk_worker{"desk", true, false, false}, therapist_worker{"aoi", false, true, true},
    manager_worker{"kenji", true, true, false};

TodayCard card_in(VisitStage stage)
{
    TodayCard card;
    card.id = "visit";
    card.stage = stage;
    card.client = "client";
    card.client_name = "Misaki Sato";
    card.booked = true;
    card.therapist = "aoi";
    return card;
}

TodayState with(std::vector<TodayCard> expected, std::vector<TodayCard> in_chair = {})
{
    TodayState state;
    state.loaded = true;
    state.expected = std::move(expected);
    state.in_chair = std::move(in_chair);
    state.rooms = {{"room-1", "Room 1"}, {"room-2", "Room 2"}};
    return state;
}

TEST(TodayCardTest, HasTheButtonOfItsStageForWhoLooks)
{
    auto running = card_in(VisitStage::in_chair);
    running.progress = TodayCard::Progress{2, 8, "Steam", "steam", 0.5, false};
    EXPECT_EQ(act_of(card_in(VisitStage::expected), desk_worker), CardAct::check_in);
    EXPECT_EQ(act_of(card_in(VisitStage::arrived), desk_worker), CardAct::none);
    EXPECT_EQ(act_of(card_in(VisitStage::arrived), therapist_worker), CardAct::start);
    EXPECT_EQ(act_of(card_in(VisitStage::in_chair), therapist_worker), CardAct::start);
    EXPECT_EQ(act_of(running, therapist_worker), CardAct::resume);
    EXPECT_EQ(act_of(running, desk_worker), CardAct::none);
    EXPECT_EQ(act_of(card_in(VisitStage::ready), desk_worker), CardAct::pay);
    EXPECT_EQ(act_of(card_in(VisitStage::ready), therapist_worker), CardAct::none);
}

TEST(TodayCardTest, OfAnotherTherapistHasNoButtonOfTheChair)
{
    auto card = card_in(VisitStage::arrived);
    card.therapist = "ren";
    EXPECT_EQ(act_of(card, therapist_worker), CardAct::none);
    card.therapist.clear();
    EXPECT_EQ(act_of(card, therapist_worker), CardAct::start) << "nobody's is anybody's";
}

TEST(TodayCardTest, OffersInItsMenuOnlyWhatThisPersonMayDo)
{
    const auto has = [](const std::vector<MenuAct>& acts, MenuAct act) {
        return std::find(acts.begin(), acts.end(), act) != acts.end();
    };
    EXPECT_FALSE(has(menu_of(card_in(VisitStage::arrived), desk_worker), MenuAct::start));
    EXPECT_TRUE(has(menu_of(card_in(VisitStage::arrived), manager_worker), MenuAct::start));
    EXPECT_TRUE(has(menu_of(card_in(VisitStage::arrived), desk_worker), MenuAct::undo_check_in));
    EXPECT_FALSE(has(menu_of(card_in(VisitStage::ready), therapist_worker), MenuAct::pay));
    auto nobody = card_in(VisitStage::arrived);
    nobody.client.clear();
    nobody.booked = false;
    EXPECT_FALSE(has(menu_of(nobody, desk_worker), MenuAct::client));
    EXPECT_FALSE(has(menu_of(nobody, desk_worker), MenuAct::undo_check_in));
    auto running = card_in(VisitStage::in_chair);
    running.progress = TodayCard::Progress{};
    EXPECT_FALSE(has(menu_of(running, manager_worker), MenuAct::cancel))
        << "a ritual that runs is finished, not cancelled";
}

TEST(TodayCardTest, IsLateFromAQuarterOfAnHour)
{
    const Instant start = *parse_instant("2026-11-14T01:30:00Z");
    auto card = card_in(VisitStage::expected);
    card.start = start;
    EXPECT_FALSE(late_minutes(card, start + 14min));
    EXPECT_EQ(late_minutes(card, start + 15min), 15);
    card.stage = VisitStage::arrived;
    card.arrived_at = start + 15min;
    EXPECT_FALSE(late_minutes(card, start + 20min));
    EXPECT_EQ(waiting_minutes(card, start + 20min), 5);
    EXPECT_EQ(waiting_minutes(card, start), 0) << "a clock that was set back makes nobody wait less than no time";
}

TEST(TodayStateTest, NamesARoomThatNobodySitsIn)
{
    auto sitting = card_in(VisitStage::in_chair);
    sitting.id = "other";
    sitting.room = "room-1";
    const auto waiting = card_in(VisitStage::arrived);
    EXPECT_EQ(with({waiting}, {sitting}).room_for(waiting)->name, "Room 2");
    auto booked = waiting;
    booked.room = "room-1";
    EXPECT_FALSE(with({booked}, {sitting}).room_for(booked)->free);
    auto second = sitting;
    second.room = "room-2";
    EXPECT_FALSE(with({waiting}, {sitting, second}).room_for(waiting));
}

TEST(TodayStateTest, ClosesTheSheetOfAVisitThatIsGoneFromTheBoard)
{
    const auto open = face_shown(with({card_in(VisitStage::expected)}), Face::menu, "visit");
    EXPECT_EQ(board_renewed(open, with({card_in(VisitStage::expected)})).face, Face::menu);
    EXPECT_EQ(board_renewed(open, with({})).face, Face::none);
    EXPECT_EQ(board_renewed(face_shown(open, Face::open_day), with({})).face, Face::open_day);
}

TEST(TodayStateTest, MovesNothingUntilSomethingIsChosen)
{
    auto card = card_in(VisitStage::expected);
    card.start = *parse_instant("2026-11-14T01:30:00Z");
    auto state = face_shown(with({card}), Face::move, "visit");
    EXPECT_FALSE(moves_anything(state));
    state = start_moved(state, 15);
    EXPECT_TRUE(moves_anything(state));
    EXPECT_FALSE(moves_anything(start_moved(state, -15)));
}

TEST(TodayStateTest, CountsWhatLiesBelowTheFoot)
{
    EXPECT_EQ(hidden_below({100, 212, 324}, 212), 1);
    EXPECT_EQ(hidden_below({100, 212, 324}, 324), 0);
    EXPECT_EQ(hidden_below({}, 0), 0);
}

// With the salon behind it.

std::string book(TestSalon& salon, const std::string& name, int minutes, const Json& client = Json::object())
{
    Json fields{{"name", name}};
    fields.update(client);
    return salon.does({{"do", "book"},
                       {"client", salon.client(fields)},
                       {"service", "signature-head-spa"},
                       {"therapist", TestSalon::therapist},
                       {"start", instant_text(salon.now + std::chrono::minutes{minutes})}})["visit"];
}

TEST(TodayScreen, ChecksABookedClientInByOneTap)
{
    TerminalDriver desk;
    book(desk.salon, "Misaki Sato", 10, {{"allergies", {"lavender"}}});
    desk.sign_in(TestSalon::desk);
    desk.tap("Check in Misaki Sato");
    EXPECT_EQ(desk.taps(), 1);
    EXPECT_TRUE(desk.sees("Waiting 0 min"));
    EXPECT_TRUE(desk.sees("Allergy alert: lavender"));
    EXPECT_TRUE(desk.sees("Room 1 is free"));
    EXPECT_FALSE(desk.has("Check in Misaki Sato"));
}

TEST(TodayScreen, TakesACheckInBackFromTheToast)
{
    TerminalDriver desk;
    book(desk.salon, "Misaki Sato", 10);
    desk.sign_in(TestSalon::desk);
    desk.tap("Check in Misaki Sato");
    desk.tap("Undo");
    EXPECT_TRUE(desk.has("Check in Misaki Sato"));
    EXPECT_EQ(desk.salon.events("visit.arrival_undone").size(), 1u);
}

TEST(TodayScreen, MakesTenFastTapsOneCheckIn)
{
    TerminalDriver desk;
    book(desk.salon, "Misaki Sato", 10);
    desk.sign_in(TestSalon::desk);
    desk.tap_fast("Check in Misaki Sato", 10, 1'000ms);
    EXPECT_EQ(desk.salon.events("visit.arrived").size(), 1u);
    EXPECT_TRUE(desk.sees("Misaki Sato is checked in"));
}

TEST(TodayScreen, OffersNoShowForWhoIsLate)
{
    TerminalDriver desk;
    book(desk.salon, "Ken Sato", 0);
    desk.sign_in(TestSalon::desk);
    desk.pass(15min);
    if (desk.screen() == "lock") desk.sign_in(TestSalon::desk);
    EXPECT_TRUE(desk.sees("Late 15 min"));
    desk.tap("Ken Sato");
    desk.tap("No-show");
    desk.tap("No-show");
    EXPECT_EQ(desk.salon.events("visit.no_show").size(), 1u);
    EXPECT_TRUE(desk.sees("No bookings today"));
}

TEST(TodayScreen, CancelsWithAReasonOnly)
{
    TerminalDriver desk;
    book(desk.salon, "Ken Sato", 30);
    desk.sign_in(TestSalon::desk);
    desk.tap("Ken Sato");
    desk.tap("Cancel visit");
    EXPECT_EQ(desk.off("Cancel visit"), "Choose a reason first");
    desk.tap("Client is ill");
    desk.tap("Cancel visit");
    EXPECT_EQ(desk.salon.events("visit.cancelled").size(), 1u);
}

TEST(TodayScreen, MovesAVisitToAnotherTimeAndRoom)
{
    TerminalDriver desk;
    const auto visit = book(desk.salon, "Ken Sato", 30);
    const auto start = desk.salon.now + 30min;
    desk.sign_in(TestSalon::desk);
    desk.tap("Ken Sato");
    desk.tap("Move");
    EXPECT_EQ(desk.off("Move"), "Choose another time, therapist or room first");
    desk.tap("15 minutes later");
    desk.tap("15 minutes later");
    desk.tap("Room 2");
    desk.tap("Move");
    const auto shown = desk.salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}})["visit"];
    EXPECT_EQ(shown["start"], instant_text(start + 30min));
    EXPECT_EQ(shown["room"], "room-2");
}

TEST(TodayScreen, OpensTheDayWithTheCountedFloat)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    EXPECT_TRUE(desk.sees("The day is not open"));
    desk.tap("Open the day");
    for (const char* digits : {"3", "00", "00"}) desk.tap(digits);
    EXPECT_EQ(desk.value("Float in the drawer"), "¥30,000");
    desk.tap("Open the day");
    EXPECT_TRUE(desk.sees("The day is open"));
    EXPECT_EQ(desk.salon.events("drawer.moved").front()["amount"], 30'000);
    EXPECT_FALSE(desk.sees("The day is not open"));
}

TEST(TodayScreen, SaysWhyADayCannotBeOpenedAndKeepsWhatWasTyped)
{
    TerminalDriver desk;
    desk.sign_in(TestSalon::desk);
    desk.tap("Open the day");
    desk.tap("5");
    desk.salon.open_day();  // by another terminal, meanwhile
    desk.tap("Open the day");
    EXPECT_TRUE(desk.has("Float in the drawer"));
    EXPECT_EQ(desk.value("Float in the drawer"), "¥5");
}

TEST(TodayScreen, OffersNobodyTheOpeningWhoTakesNoMoney)
{
    TerminalDriver chair;
    chair.sign_in(TestSalon::therapist);
    EXPECT_FALSE(chair.has("Open the day"));
}

TEST(TodayScreen, SeatsWhoWaitsInAFreeRoom)
{
    TerminalDriver desk;
    const auto visit = desk.salon.visit(desk.salon.client({{"name", "Misaki Sato"}}));
    desk.sign_in(TestSalon::desk);
    desk.tap("Misaki Sato");
    desk.tap("Seat now");
    EXPECT_TRUE(desk.sees("Misaki Sato is in the chair"));
    EXPECT_EQ(desk.salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}})["visit"]["room"], "room-1");
}

TEST(TodayScreen, ShowsTheRitualsProgressAsItGoesOn)
{
    TerminalDriver chair;
    auto& salon = chair.salon;
    const auto visit = salon.visit(salon.client({{"name", "Chie Yamada"}}));
    salon.consult(visit);
    const auto steps = salon.does({{"do", "start_ritual"}, {"visit", visit}}, TestSalon::therapist)["steps"];
    salon.does({{"do", "step"}, {"visit", visit}, {"step", steps[0]["step"]}, {"action", "start"}},
               TestSalon::therapist);
    chair.sign_in(TestSalon::therapist);
    const auto before = chair.control("Resume Chie Yamada").id;
    EXPECT_TRUE(chair.sees("Step 1 of " + std::to_string(steps.size())));
    chair.pass(45s);
    EXPECT_EQ(chair.control("Resume Chie Yamada").id, before);
    EXPECT_FALSE(chair.sees(", 0 percent"));
}

TEST(TodayScreen, SaysThatAWalkInIsOneWhereNobodyGaveAName)
{
    TerminalDriver desk;
    desk.salon.visit();
    desk.sign_in(TestSalon::desk);
    EXPECT_TRUE(desk.has("Walk-in 1"));
}

TEST(TodayScreen, FoldsWhatIsDoneInTheNarrowWindow)
{
    TerminalDriver desk{{.size = {1024, 768}}};
    desk.salon.open_day();
    desk.salon.pay(desk.salon.visit(desk.salon.client({{"name", "Rie Shimizu"}})));
    desk.sign_in(TestSalon::desk);
    EXPECT_FALSE(desk.has("Rie Shimizu"));
    desk.tap("Done");
    EXPECT_TRUE(desk.has("Rie Shimizu"));
    desk.press(Key::escape);
    EXPECT_FALSE(desk.has("Rie Shimizu"));
}

TEST(TodayScreen, SaysHowManyCardsLieBelowAsItScrolls)
{
    TerminalDriver desk;
    for (int i = 0; i < 9; ++i) book(desk.salon, "Client " + std::to_string(i), 10 + i);
    desk.sign_in(TestSalon::desk);
    EXPECT_TRUE(desk.sees("6 more"));
    desk.tap("Check in Client 8");
    EXPECT_FALSE(desk.sees("6 more"));
}

/// Money is never cut, nor a button's word; names may be, also the staff's.
TEST(TodayScreen, CutsNothingButLongNames)
{
    const std::string endless(120, 'W');
    for (const char* language : {"en", "ja"}) {
        for (const Size size : {Size{1280, 800}, Size{1024, 768}}) {
            TerminalDriver desk{{.language = language, .size = size}};
            desk.salon.open_day();
            book(desk.salon, endless, -20, {{"allergies", {"a nut that has a very long name of its own"}}});
            desk.salon.does(
                {{"do", "hand_to_desk"}, {"visit", desk.salon.visit(desk.salon.client({{"name", endless}}))}});
            desk.salon.does({{"do", "seat"}, {"visit", desk.salon.visit(desk.salon.client({{"name", endless}}))}});
            desk.sign_in(TestSalon::desk);
            for (const auto& text : desk.texts()) {
                const bool name = text.text.find("WWWW") != std::string::npos ||
                                  text.text.find("a nut") != std::string::npos || text.text == TestSalon::therapist;
                EXPECT_TRUE(name || !(text.shortened || text.too_tall))
                    << language << ' ' << size.width << ": " << text.text;
            }
        }
    }
}

}  // namespace
}  // namespace kushi::test
