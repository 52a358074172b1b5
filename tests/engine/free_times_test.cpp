#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

Json walk_in(TestSalon& salon, const char* service = "head-massage-30")
{
    return salon.does({{"do", "walk_in"}, {"service", service}});
}

Json therapist_in(const Json& answer, const std::string& code)
{
    const auto& all = answer["therapists"];
    const auto found = std::find_if(all.begin(), all.end(), [&](const Json& one) { return one["code"] == code; });
    return found == all.end() ? Json{} : *found;
}

Json room_in(const Json& answer, const std::string& code)
{
    const auto& all = answer["rooms"];
    const auto found = std::find_if(all.begin(), all.end(), [&](const Json& one) { return one["code"] == code; });
    return found == all.end() ? Json{} : *found;
}

void book(TestSalon& salon, const char* start)
{
    salon.does({{"do", "book"},
                {"client", salon.client()},
                {"service", "signature-head-spa"},
                {"therapist", TestSalon::therapist},
                {"start", start}});
}

TEST(AnEmptySalon, HasEveryTherapistFreeNowAndAnOpenEnd)
{
    TestSalon salon;
    const auto answer = walk_in(salon);
    EXPECT_EQ(answer["minutes"], 30);
    for (const auto& one : answer["therapists"]) {
        EXPECT_EQ(one["free_at"], "2026-11-14T01:00:00.000Z");
        EXPECT_TRUE(one["free_minutes"].is_null());
        EXPECT_EQ(one["fits"], true);
        EXPECT_EQ(one["room"], "room-1");
        EXPECT_TRUE(one["busy_with"].is_null());
    }
    EXPECT_TRUE(therapist_in(answer, TestSalon::desk).is_null());
    EXPECT_TRUE(therapist_in(salon.does({{"do", "walk_in"}}), TestSalon::therapist)["fits"].is_null())
        << "no service, no length to fit";
}

TEST(TheRooms, AreListedInTheSalonsOwnOrder)
{
    TestSalon salon;
    const auto rows = salon.does({{"do", "list"}, {"what", "rooms"}}, "")["rows"];
    const auto rooms = walk_in(salon)["rooms"];
    ASSERT_EQ(rows.size(), rooms.size());
    for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(rows[i]["code"], rooms[i]["code"]);
}

TEST(ATherapist, IsFreeUntilTheNextBooking)
{
    TestSalon salon;
    book(salon, "2026-11-14T03:00:00Z");
    book(salon, "2026-11-14T01:20:00Z");
    const auto one = therapist_in(walk_in(salon), TestSalon::therapist);
    EXPECT_EQ(one["free_minutes"], 20);
    EXPECT_EQ(one["fits"], false);
    EXPECT_EQ(walk_in(salon)["therapists"].back()["code"], TestSalon::therapist)
        << "free as soon as the others, but not as long";
    salon.pass(minutes{25});
    EXPECT_EQ(therapist_in(walk_in(salon), TestSalon::therapist)["free_minutes"], 0)
        << "who is late may come at any moment";
}

TEST(ATherapist, WithSomebodyInTheChairIsFreeWhenTheServiceEnds)
{
    TestSalon salon;
    const auto visit = salon.does({{"do", "check_in"},
                                   {"service", "head-massage-30"},
                                   {"therapist", TestSalon::therapist},
                                   {"room", "room-1"},
                                   {"seat", true}})["visit"];
    salon.pass(minutes{10});
    auto answer = walk_in(salon);
    auto one = therapist_in(answer, TestSalon::therapist);
    EXPECT_EQ(one["free_at"], "2026-11-14T01:30:00.000Z");
    EXPECT_EQ(one["busy_with"]["visit"], visit);
    EXPECT_EQ(one["room"], "room-2") << "the first room that is free";
    EXPECT_EQ(room_in(answer, "room-1")["free"], false);
    EXPECT_EQ(room_in(answer, "room-2")["free"], true);
    EXPECT_EQ(answer["therapists"].back()["code"], TestSalon::therapist);
    salon.does({{"do", "check_in"}, {"service", "head-massage-30"}, {"therapist", TestSalon::therapist}});
    EXPECT_EQ(therapist_in(walk_in(salon), TestSalon::therapist)["free_at"], "2026-11-14T02:00:00.000Z")
        << "who waits comes first";
    salon.does({{"do", "hand_to_desk"}, {"visit", visit}});
    EXPECT_EQ(room_in(walk_in(salon), "room-1")["free"], true);
}

TEST(ATherapist, WithARitualUnderWayIsFreeWhenItsStepsEnd)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.consult(visit);
    const auto steps = salon.does({{"do", "start_ritual"}, {"visit", visit}}, TestSalon::therapist)["steps"];
    seconds planned{0};
    for (const auto& step : steps) planned += seconds{step["planned_s"].get<std::int64_t>()};
    const auto free_at = [&] { return therapist_in(walk_in(salon), TestSalon::therapist)["free_at"]; };
    const auto end = salon.now + planned;
    EXPECT_EQ(free_at(), instant_text(end));
    const auto about = [&](const char* action) {
        return Json{{"do", "step"}, {"visit", visit}, {"step", steps[0]["step"]}, {"action", action}};
    };
    salon.does(about("start"), TestSalon::therapist);
    salon.pass(seconds{50});
    EXPECT_EQ(free_at(), instant_text(end)) << "time that passes brings it no nearer";
    salon.does(about("extend"), TestSalon::therapist);
    EXPECT_EQ(free_at(), instant_text(end + seconds{60}));
}

}  // namespace
}  // namespace kushi::test
