#include "app/words/local_text.h"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>

namespace kushi {
namespace {

using namespace std::chrono_literals;

TEST(AnAmountOnAScreen, HasTheSignAndTheDecimalsOfItsCurrency)
{
    struct Case { std::int64_t units; const char* code; const char* text; };
    for (const auto& c : {Case{17'360, "JPY", "¥17,360"}, Case{0, "JPY", "¥0"}, Case{-500, "JPY", "\u2212¥500"},
                          Case{1'250, "GBP", "£12.50"}, Case{-5, "GBP", "\u2212£0.05"}, Case{123'456, "USD", "$1,234.56"}}) {
        EXPECT_EQ(money_text(c.units, c.code, "en"), c.text);
    }
    EXPECT_EQ(money_text(17'360, "JPY", "ja"), "\u00a517,360") << "every font has this yen sign";
    EXPECT_EQ(money_text(std::numeric_limits<std::int64_t>::min(), "JPY", "ja"), "\u2212¥9,223,372,036,854,775,808");
    EXPECT_THROW(money_text(1, "", "en"), std::invalid_argument);
}

TEST(ADifference, SaysWhetherItIsMoreOrLess)
{
    EXPECT_EQ(signed_money_text(300, "JPY", "ja"), "+¥300");
    EXPECT_EQ(signed_money_text(-300, "JPY", "ja"), "\u2212¥300");
    EXPECT_EQ(signed_money_text(0, "JPY", "en"), "¥0");
}

TEST(ANumberOnAScreen, IsGroupedByThousands)
{
    EXPECT_EQ(number_text(1'234, "en"), "1,234");
    EXPECT_EQ(number_text(-12, "ja"), "\u221212");
    EXPECT_EQ(number_text(0, "en"), "0");
}

TEST(AClock, ShowsTheWallOfItsZone)
{
    const Instant at = std::chrono::sys_days{2026y / std::chrono::November / 14d} + 24min + 59s;
    EXPECT_EQ(clock_text(at, "Asia/Tokyo"), "09:24");
    EXPECT_EQ(clock_text(at, "America/New_York"), "19:24");
    EXPECT_EQ(local_date(at, "Asia/Tokyo"), "2026-11-14");
    EXPECT_EQ(local_date(at, "America/New_York"), "2026-11-13");
    EXPECT_EQ(clock_text("2026-11-14T00:24:59.000Z", "Asia/Tokyo"), "09:24");
    EXPECT_EQ(clock_text("", "Asia/Tokyo"), "");
}

TEST(ADayOnAScreen, IsWrittenShortOrLong)
{
    struct Case { const char* english; const char* japanese; std::string (*text)(std::string_view, std::string_view); };
    for (const auto& c : {Case{"Saturday 14 November", "11月14日（土）", long_day_text}, Case{"Sat 14 November", "11月14日（土）", short_day_text},
                          Case{"14 November", "11月14日", month_day_text}, Case{"14 Nov", "11/14", short_month_day_text},
                          Case{"14 November 2026", "2026年11月14日", full_day_text},
                          Case{"14 Nov 2026", "2026年11月14日", short_full_day_text}}) {
        EXPECT_EQ(c.text("2026-11-14", "en"), c.english);
        EXPECT_EQ(c.text("2026-11-14", "ja"), c.japanese);
        EXPECT_EQ(c.text("2026-02-30", "en"), "2026-02-30") << "no date";
        EXPECT_EQ(c.text("", "ja"), "") << "none at all";
    }
    EXPECT_EQ(short_day_text("2026-05-01", "en"), "Fri 1 May");
    EXPECT_EQ(short_day_text("2026-05-01", "ja"), "5月1日（金）");
}

TEST(AClient, IsNamedWithRespectInJapanese)
{
    EXPECT_EQ(client_name_text("木村 直子", "ja"), "木村 直子 様");
    EXPECT_EQ(client_name_text("木村 直子 様", "ja"), "木村 直子 様");
    EXPECT_EQ(client_name_text("Emma Larsen", "ja"), "Emma Larsen 様");
    EXPECT_EQ(client_name_text("Emma Larsen", "en"), "Emma Larsen");
    EXPECT_EQ(client_name_text("", "ja"), "");
}

TEST(AnAvatar, ShowsTheNameByWhichThePersonGoes)
{
    EXPECT_EQ(staff_initials("田中 葵", "ja"), "葵");
    EXPECT_EQ(client_initials("木村 直子", "ja"), "木");
    EXPECT_EQ(client_initials("エマ・ラーセン", "ja"), "エ");
    EXPECT_EQ(staff_initials("Anne-Marie Østby", "en"), "AØ");
    EXPECT_EQ(client_initials("👩‍👩‍👧‍👦", "en"), "👩‍👩‍👧‍👦");
    EXPECT_EQ(staff_initials("", "en"), "");
}

}  // namespace
}  // namespace kushi
