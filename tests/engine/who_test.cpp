#include <gtest/gtest.h>

#include <set>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

TEST(Who, MustBeSaidForEveryCommandButTheReadsThatTheCommandLineNames)
{
    TestSalon salon;
    const std::set<std::string_view> for_anybody{"board", "list", "lock_screen", "sign_in"};
    for (const auto name : command_names()) {
        if (for_anybody.contains(name)) continue;
        salon.refuses({{"do", name}}, "who", "");
        salon.refuses({{"do", name}, {"as", ""}}, "who", "");
        salon.refuses({{"do", name}, {"as", nullptr}}, "who", "");
    }
    salon.does({{"do", "board"}}, "");
    for (const char* what : {"items", "staff", "sales", "visits"}) salon.does({{"do", "list"}, {"what", what}}, "");
    for (const char* what : {"clients", "lots"}) salon.refuses({{"do", "list"}, {"what", what}}, "who", "");
}

TEST(Who, IsSomebodyWhoWorksHere)
{
    TestSalon salon;
    for (const auto name : command_names()) {
        salon.refuses({{"do", name}}, "unknown_staff", "nobody-here");
        salon.refuses({{"do", name}}, "unknown_staff", TestSalon::former);
    }
    salon.refuses({{"do", "board"}, {"as", 7}}, "bad_request");
    salon.does({{"do", "board"}, {"as", salon.staff_id(TestSalon::desk)}}, "");
}

TEST(Who, InTheLineGoesBeforeTheCallers)
{
    TestSalon salon;
    salon.refuses({{"do", "open_day"}, {"float", 1}, {"as", TestSalon::therapist}}, "not_allowed", TestSalon::manager);
    salon.does({{"do", "open_day"}, {"float", 1}, {"as", TestSalon::desk}}, TestSalon::therapist);
    EXPECT_EQ(salon.events("drawer.moved").back()["by"], salon.staff_id(TestSalon::desk));
}

TEST(TheTime, IsTakenFromScriptsByAPracticeSalonOnly)
{
    TestSalon real{"tokyo", {.training = false}};
    for (const auto name : command_names()) {
        real.refuses({{"do", name}, {"at", "2026-11-14T01:00:00Z"}}, "at_not_allowed");
    }
    TestSalon practice;
    practice.does({{"do", "check_in"}, {"at", "2026-11-20T03:00:00Z"}});
    EXPECT_EQ(practice.events("visit.arrived").back()["at"], "2026-11-20T03:00:00.000Z");
    EXPECT_EQ(practice.events("visit.arrived").back()["day"], "2026-11-20");
    for (const Json& at : {Json("yesterday"), Json("2026-11-20 03:00"), Json("2026-02-30T03:00:00Z"), Json(1), Json::array(), Json("")}) {
        practice.refuses({{"do", "check_in"}, {"at", at}}, "bad_instant");
    }
}

/// A discount that wants an approval, on a fresh visit.
Json large_discount(TestSalon& salon)
{
    return {{"do", "discount"}, {"visit", salon.visit()}, {"percent", "50"}, {"reason", "spilt tea"}};
}

Json with_pin(Json request, const Json& by, const Json& pin)
{
    request["approved_by"] = by;
    request["pin"] = pin;
    return request;
}

TEST(APin, ThatIsWrongFiveTimesWaitsLongerEachTime)
{
    TestSalon salon;
    const auto request = large_discount(salon);
    const auto wrong = with_pin(request, TestSalon::manager, "000000");
    for (int i = 0; i < 5; ++i) salon.refuses(wrong, "wrong_pin");
    const auto right = salon.approved(request);
    for (const auto wait : {seconds{30}, seconds{60}, seconds{120}, seconds{240}, seconds{480}, seconds{900}, seconds{900}}) {
        salon.refuses(right, "pin_locked");  // the right one too, or the wait would tell it
        salon.restart();
        salon.pass(wait - seconds{1});
        salon.refuses(right, "pin_locked");
        salon.pass(seconds{2});
        salon.refuses(wrong, "wrong_pin");
    }
    salon.pass(minutes{16});
    salon.does(right);
    for (int i = 0; i < 4; ++i) salon.refuses(wrong, "wrong_pin");
    salon.does(right);
}

TEST(APin, TellsNothingOfWhoThereIs)
{
    TestSalon salon;
    const auto request = large_discount(salon);
    const auto wrong = salon.refuses(with_pin(request, TestSalon::owner, "000000"), "wrong_pin");
    for (const Json& by : {Json("nobody-here"), Json(TestSalon::former), Json(3), Json::array()}) {
        EXPECT_EQ(salon.refuses(with_pin(request, by, salon.pin(TestSalon::former)), "wrong_pin"), wrong) << by;
    }
    for (const Json& pin : {Json(123456), Json(), Json(""), Json(std::string(100'000, '1'))}) {
        EXPECT_EQ(salon.refuses(with_pin(request, TestSalon::manager, pin), "wrong_pin"), wrong);
    }
    for (int i = 0; i < 10; ++i) salon.perform(with_pin(request, "nobody-here", "000000"), TestSalon::desk);
    salon.refuses(with_pin(request, "nobody-here", "000000"), "pin_locked");
}

TEST(APin, OfSomebodyWhoMayNotApproveDoesNotApprove)
{
    TestSalon salon;
    const auto request = large_discount(salon);
    for (const char* by : {TestSalon::desk, TestSalon::therapist}) salon.refuses(salon.approved(request, by), "needs_approval");
    for (const char* by : {TestSalon::manager, TestSalon::owner}) salon.does(salon.approved(request, by));
}

TEST(APin, ThatWasWrongIsInTheJournal)
{
    TestSalon salon;
    const auto request = large_discount(salon);
    salon.perform(with_pin(request, TestSalon::manager, "000000"), TestSalon::desk);
    const auto failed = salon.events("pin.failed");
    ASSERT_EQ(failed.size(), 1u);
    EXPECT_EQ(failed[0]["subject"], salon.staff_id(TestSalon::manager));
    EXPECT_EQ(failed[0]["by"], salon.staff_id(TestSalon::desk));
    EXPECT_EQ(salon.chain_problem(), "");
}

TEST(AnApproval, NamesBothPeopleInTheJournal)
{
    TestSalon salon;
    const auto client = salon.client({{"name", "Mio Test"}, {"allergies", {"Panthenol"}}});
    const auto visit = salon.visit(client);
    const auto manager = salon.staff_id(TestSalon::manager);
    salon.does(salon.approved({{"do", "add_line"}, {"visit", visit}, {"item", "moist-calm-shampoo"}, {"reason", "asked for it"}}));
    EXPECT_EQ(salon.events("line.added").back()["approved_by"], manager);
    salon.does(salon.approved({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}, {"price", 1}, {"reason", "late"}}));
    EXPECT_EQ(salon.events("line.added").back()["approved_by"], manager);
    salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}});
    EXPECT_FALSE(salon.events("line.added").back().contains("approved_by"));
    salon.consult(visit);
    salon.does({{"do", "start_ritual"}, {"visit", visit}}, TestSalon::therapist);
    salon.does({{"do", "finish_treatment"}, {"visit", visit}}, TestSalon::therapist);
    salon.does(salon.approved({{"do", "use_product"}, {"visit", visit}, {"product", "oat-gentle-cleanser"}, {"amount", "3"}, {"unit", "ml"}}),
               TestSalon::therapist);
    EXPECT_EQ(salon.events("product.used").back()["approved_by"], manager);
}

}  // namespace
}  // namespace kushi::test
