#include <gtest/gtest.h>

#include "db/rebuild.h"
#include "db/tables.h"
#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

using std::chrono::minutes;

Json row(TestSalon& salon, const std::string& visit)
{
    return salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}})["visit"];
}

std::string status(TestSalon& salon, const std::string& visit)
{
    return row(salon, visit)["status"];
}

std::string booking(TestSalon& salon, const char* start = "2026-11-14T02:00:00Z")
{
    return salon.does(
        {{"do", "book"}, {"client", salon.client()}, {"service", "signature-head-spa"}, {"start", start}})["visit"];
}

Json about(const char* command, const std::string& visit)
{
    return {{"do", command}, {"visit", visit}};
}

void expect_tables_as_rebuilt(TestSalon& salon)
{
    const auto tables = state_hash(salon.database());
    rebuild(salon.database());
    EXPECT_EQ(state_hash(salon.database()), tables);
}

TEST(SeatNow, PutsAWalkInIntoTheChairAtOnce)
{
    TestSalon salon;
    const auto visit = salon.does({{"do", "check_in"},
                                   {"service", "head-massage-30"},
                                   {"therapist", TestSalon::therapist},
                                   {"room", "room-2"},
                                   {"seat", true}})["visit"];
    const auto seen = row(salon, visit);
    EXPECT_EQ(seen["status"], "in_chair");
    EXPECT_EQ(seen["started_at"], "2026-11-14T01:00:00.000Z");
    EXPECT_EQ(seen["lines"].size(), 1u);
    expect_tables_as_rebuilt(salon);
}

TEST(Seating, TakesWhoWaitsOrIsExpectedIntoARoomWithATherapist)
{
    TestSalon salon;
    const auto waiting = salon.visit();
    salon.does({{"do", "seat"}, {"visit", waiting}, {"room", "room-2"}, {"therapist", TestSalon::other_therapist}});
    EXPECT_EQ(status(salon, waiting), "in_chair");
    EXPECT_EQ(row(salon, waiting)["room"], "room-2");
    EXPECT_EQ(row(salon, waiting)["therapist"], salon.staff_id(TestSalon::other_therapist));
    salon.refuses(about("seat", waiting), "already_in_chair");
    const auto booked = booking(salon);
    salon.does({{"do", "check_in"}, {"visit", booked}, {"seat", true}});
    EXPECT_EQ(status(salon, booked), "in_chair");
    const auto expected = booking(salon);
    salon.does(about("seat", expected));
    EXPECT_EQ(row(salon, expected)["arrived_at"], "2026-11-14T01:00:00.000Z") << "who sits has arrived";
    EXPECT_EQ(row(salon, expected)["lines"].size(), 1u);
    expect_tables_as_rebuilt(salon);
}

TEST(HandingToTheDesk, IsForVisitsWithoutARitual)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.does(about("hand_to_desk", visit));
    EXPECT_EQ(status(salon, visit), "ready_to_pay");
    salon.refuses(about("hand_to_desk", visit), "already_at_desk");
    salon.refuses(about("seat", visit), "already_at_desk");
    salon.consult(visit);
    salon.refuses(about("start_ritual", visit), "already_at_desk", TestSalon::therapist);
    const auto treated = salon.visit(salon.client());
    salon.consult(treated);
    salon.does(about("start_ritual", treated), TestSalon::therapist);
    salon.refuses(about("hand_to_desk", treated), "ritual_started");
    salon.refuses(about("hand_to_desk", booking(salon)), "not_arrived");
    expect_tables_as_rebuilt(salon);
}

TEST(ACheckInThatIsUndone, LeavesTheBookingAsItWas)
{
    TestSalon salon;
    const auto visit = booking(salon);
    const auto before = row(salon, visit);
    salon.does(about("check_in", visit));
    salon.does(about("undo_check_in", visit));
    EXPECT_EQ(row(salon, visit), before);
    salon.refuses(about("undo_check_in", visit), "not_arrived");
    expect_tables_as_rebuilt(salon);
    salon.pass(minutes{12});
    salon.does(about("check_in", visit));
    EXPECT_EQ(row(salon, visit)["arrived_at"], "2026-11-14T01:12:00.000Z") << "the arrival that stands";
    EXPECT_EQ(row(salon, visit)["lines"].size(), 1u) << "the service is on the bill once";
    salon.does(about("undo_check_in", visit));
    salon.does(about("check_in", visit));
    EXPECT_EQ(status(salon, visit), "arrived");
    expect_tables_as_rebuilt(salon);
}

TEST(ACheckIn, IsNotUndoneOnceSomethingStandsOnIt)
{
    TestSalon salon;
    salon.refuses(about("undo_check_in", salon.visit(salon.client())), "not_booked");
    const auto agreed = booking(salon);
    salon.does(about("check_in", agreed));
    salon.consent(agreed);
    salon.refuses(about("undo_check_in", agreed), "recorded_at_chair");
    const auto noted = booking(salon);
    salon.does(about("check_in", noted));
    salon.does({{"do", "note"}, {"visit", noted}, {"text", "likes quiet"}}, TestSalon::therapist);
    salon.refuses(about("undo_check_in", noted), "recorded_at_chair");
    const auto seated = booking(salon);
    salon.does(about("seat", seated));
    salon.refuses(about("undo_check_in", seated), "recorded_at_chair");
    const auto yesterdays = booking(salon);
    salon.does(about("check_in", yesterdays));
    salon.pass(std::chrono::hours{24});
    salon.refuses(about("undo_check_in", yesterdays), "not_today");
}

}  // namespace
}  // namespace kushi::test
