#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

Json sign_in(const char* staff, const std::string& pin)
{
    return {{"do", "sign_in"}, {"staff", staff}, {"pin", pin}};
}

Json tile_of(TestSalon& salon, const std::string& code)
{
    const auto staff = salon.does({{"do", "lock_screen"}}, "")["staff"];
    const auto found = std::find_if(staff.begin(), staff.end(), [&](const Json& tile) { return tile["code"] == code; });
    return found == staff.end() ? Json{} : *found;
}

void lock_out(TestSalon& salon, const char* staff)
{
    for (int i = 0; i < 5; ++i) salon.refuses(sign_in(staff, "000000"), "wrong_pin", "");
}

TEST(SigningIn, TakesAPersonAndTheirPin)
{
    TestSalon salon;
    const auto answer = salon.does(sign_in(TestSalon::therapist, salon.pin(TestSalon::therapist)), "");
    EXPECT_EQ(answer["staff"]["id"], salon.staff_id(TestSalon::therapist));
    EXPECT_EQ(answer["staff"]["roles"], Json({"therapist"}));
    EXPECT_EQ(answer["failures_before"], 0);
    EXPECT_EQ(salon.events("staff.signed_in").back()["by"], salon.staff_id(TestSalon::therapist));
    salon.refuses(sign_in(TestSalon::therapist, salon.pin(TestSalon::desk)), "wrong_pin", "");
    salon.refuses(sign_in(TestSalon::former, salon.pin(TestSalon::former)), "wrong_pin", "");
    salon.refuses(sign_in("nobody-here", "000000"), "wrong_pin", "");
    salon.refuses({{"do", "sign_in"}, {"staff", TestSalon::desk}}, "wrong_pin", "");
    EXPECT_EQ(salon.events("pin.failed").size(), 3u) << "what is no try is not counted";
}

TEST(SigningIn, WaitsAfterFiveWrongTriesAlsoOverARestart)
{
    TestSalon salon;
    lock_out(salon, TestSalon::desk);
    salon.restart();
    const auto right = sign_in(TestSalon::desk, salon.pin(TestSalon::desk));
    EXPECT_EQ(salon.refuses(right, "pin_locked", "")["detail"], "2026-11-14T01:00:30.000Z");
    EXPECT_EQ(tile_of(salon, TestSalon::desk)["locked_until"], "2026-11-14T01:00:30.000Z");
    EXPECT_EQ(tile_of(salon, TestSalon::manager)["locked"], false) << "a lock is one person's";
    salon.pass(seconds{31});
    EXPECT_EQ(tile_of(salon, TestSalon::desk)["locked"], false);
    EXPECT_EQ(salon.does(right, "")["failures_before"], 5);
    EXPECT_EQ(salon.does(right, "")["failures_before"], 0);
}

TEST(SigningIn, CountsItsTriesTogetherWithThoseOfApprovals)
{
    TestSalon salon;
    for (int i = 0; i < 3; ++i) salon.refuses(sign_in(TestSalon::manager, "000000"), "wrong_pin", "");
    auto approval = salon.approved({{"do", "board"}});
    approval["pin"] = "000000";
    for (int i = 0; i < 2; ++i) salon.refuses(approval, "wrong_pin");
    salon.refuses(sign_in(TestSalon::manager, salon.pin(TestSalon::manager)), "pin_locked", "");
}

TEST(ALockedPin, IsUnlockedByAManagerWithoutSigningIn)
{
    TestSalon salon;
    lock_out(salon, TestSalon::desk);
    const Json unlock{{"do", "unlock_staff"}, {"staff", TestSalon::desk}};
    salon.refuses(unlock, "who", "");
    salon.refuses(unlock, "not_allowed", TestSalon::therapist);
    salon.refuses(salon.approved(unlock, TestSalon::therapist), "not_allowed", "");
    salon.does(salon.approved(unlock), "");
    EXPECT_EQ(salon.events("staff.unlocked").back()["by"], salon.staff_id(TestSalon::manager));
    EXPECT_EQ(salon.events("staff.unlocked").back()["subject"], salon.staff_id(TestSalon::desk));
    salon.does(sign_in(TestSalon::desk, salon.pin(TestSalon::desk)), "");
}

TEST(ALockedPin, OfAManagerIsUnlockedByTheOwnerOnly)
{
    TestSalon salon;
    lock_out(salon, TestSalon::manager);
    const Json unlock{{"do", "unlock_staff"}, {"staff", TestSalon::manager}};
    salon.refuses(unlock, "not_allowed", TestSalon::manager);
    salon.does(unlock, TestSalon::owner);
    salon.does(sign_in(TestSalon::manager, salon.pin(TestSalon::manager)), "");
}

TEST(AHundredWrongTries, LockUntilAManagerUnlocks)
{
    TestSalon salon;
    for (int i = 0; i < 100; ++i) {
        salon.perform(sign_in(TestSalon::desk, "000000"), "");
        salon.pass(minutes{16});
    }
    const auto error = salon.refuses(sign_in(TestSalon::desk, salon.pin(TestSalon::desk)), "pin_locked", "");
    EXPECT_FALSE(error.contains("detail")) << "no instant is told where waiting does not help";
    EXPECT_EQ(tile_of(salon, TestSalon::desk)["locked"], true);
    EXPECT_TRUE(tile_of(salon, TestSalon::desk)["locked_until"].is_null());
    salon.does({{"do", "unlock_staff"}, {"staff", TestSalon::desk}}, TestSalon::manager);
    salon.does(sign_in(TestSalon::desk, salon.pin(TestSalon::desk)), "");
}

TEST(TheLockScreen, NamesWhoMaySignInAndNoClient)
{
    TestSalon salon;
    salon.visit(salon.client({{"name", "Quxberta"}}));
    const auto screen = salon.does({{"do", "lock_screen"}}, "");
    EXPECT_EQ(screen["business_day"], "2026-11-14");
    EXPECT_EQ(screen["training"], true);
    EXPECT_EQ(screen["currency"], "JPY");
    EXPECT_EQ(screen.dump().find("Quxberta"), std::string::npos);
    EXPECT_EQ(screen.dump().find("argon2"), std::string::npos);
    EXPECT_FALSE(tile_of(salon, TestSalon::desk).is_null());
    EXPECT_TRUE(tile_of(salon, TestSalon::former).is_null()) << "who left has no tile";
}

TEST(ThePracticeSalonsLockScreen, ShowsItsPinsAndARealOneNone)
{
    TestSalon practice;
    EXPECT_EQ(tile_of(practice, "aoi")["practice_pin"], practice.pin("aoi"));
    practice.does(sign_in("aoi", tile_of(practice, "aoi")["practice_pin"]), "");
    TestSalon real{"tokyo", {.training = false}};
    EXPECT_FALSE(tile_of(real, "aoi").contains("practice_pin"));
    EXPECT_EQ(real.does({{"do", "lock_screen"}}, "").dump().find(real.pin("aoi")), std::string::npos);
}

}  // namespace
}  // namespace kushi::test
