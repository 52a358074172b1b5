#include "core/day/business_day.h"

#include <gtest/gtest.h>

#include <random>

namespace kushi {
namespace {

Instant instant(std::string_view text) { return parse_instant(text).value(); }

TEST(BusinessDay, IsTheLocalDateMinusOneDayBeforeTheCutoff)
{
    struct Case { const char* why; const char* utc; const char* zone; const char* cutoff; const char* local; const char* date; };
    for (const auto& c : {
             Case{"02:30 is still yesterday's business", "2026-11-21T17:30:00Z", "Asia/Tokyo", "05:00", "2026-11-22T02:30:00+09:00", "2026-11-21"},
             Case{"a millisecond before the cutoff", "2026-11-21T19:59:59.999Z", "Asia/Tokyo", "05:00", "2026-11-22T04:59:59+09:00", "2026-11-21"},
             Case{"the cutoff itself is the new day", "2026-11-21T20:00:00Z", "Asia/Tokyo", "05:00", "2026-11-22T05:00:00+09:00", "2026-11-22"},
             Case{"a second before midnight", "2026-11-21T14:59:59Z", "Asia/Tokyo", "00:00", "2026-11-21T23:59:59+09:00", "2026-11-21"},
             Case{"midnight, with no cutoff", "2026-11-21T15:00:00Z", "Asia/Tokyo", "00:00", "2026-11-22T00:00:00+09:00", "2026-11-22"},
             Case{"a cutoff of 23:59 keeps nearly all of the day", "2026-11-21T14:58:59Z", "Asia/Tokyo", "23:59", "2026-11-21T23:58:59+09:00", "2026-11-20"},
             Case{"over the end of a year", "2026-12-31T16:00:00Z", "Asia/Tokyo", "05:00", "2027-01-01T01:00:00+09:00", "2026-12-31"},
             Case{"over the end of a February with 29 days", "2028-02-29T18:00:00Z", "Asia/Tokyo", "05:00", "2028-03-01T03:00:00+09:00", "2028-02-29"},
             Case{"before the epoch", "1969-12-31T12:00:00.500Z", "Asia/Tokyo", "22:00", "1969-12-31T21:00:00+09:00", "1969-12-30"},
             Case{"New York, last second before clocks go forward", "2026-03-08T06:59:59Z", "America/New_York", "02:30", "2026-03-08T01:59:59-05:00", "2026-03-07"},
             Case{"New York, the cutoff was in the skipped hour", "2026-03-08T07:00:00Z", "America/New_York", "02:30", "2026-03-08T03:00:00-04:00", "2026-03-08"},
             Case{"New York, first 01:15 of two", "2026-11-01T05:15:00Z", "America/New_York", "04:00", "2026-11-01T01:15:00-04:00", "2026-10-31"},
             Case{"New York, second 01:15 of two", "2026-11-01T06:15:00Z", "America/New_York", "04:00", "2026-11-01T01:15:00-05:00", "2026-10-31"},
             Case{"Berlin, the cutoff was in the skipped hour", "2026-03-29T01:30:00Z", "Europe/Berlin", "02:30", "2026-03-29T03:30:00+02:00", "2026-03-29"},
             Case{"Berlin, first 02:45 of two, past the cutoff", "2026-10-25T00:45:00Z", "Europe/Berlin", "02:30", "2026-10-25T02:45:00+02:00", "2026-10-25"},
             Case{"Berlin, second 02:15 of two: the clock says before the cutoff", "2026-10-25T01:15:00Z", "Europe/Berlin", "02:30", "2026-10-25T02:15:00+01:00", "2026-10-24"},
             Case{"Lord Howe in summer, an hour of eleven", "2026-01-10T13:30:00Z", "Australia/Lord_Howe", "00:00", "2026-01-11T00:30:00+11:00", "2026-01-11"},
             Case{"Lord Howe in winter, half an hour less", "2026-07-10T13:30:00Z", "Australia/Lord_Howe", "00:00", "2026-07-11T00:00:00+10:30", "2026-07-11"},
             Case{"Lord Howe, clocks go back by thirty minutes", "2026-04-04T15:00:00Z", "Australia/Lord_Howe", "01:45", "2026-04-05T01:30:00+10:30", "2026-04-04"},
             Case{"Apia, last second before the date line moved", "2011-12-30T09:59:59Z", "Pacific/Apia", "00:00", "2011-12-29T23:59:59-10:00", "2011-12-29"},
             Case{"Apia has no 30 December 2011", "2011-12-30T10:00:00Z", "Pacific/Apia", "00:00", "2011-12-31T00:00:00+14:00", "2011-12-31"},
             Case{"Apia today, thirteen hours ahead", "2026-06-01T15:59:59Z", "Pacific/Apia", "05:00", "2026-06-02T04:59:59+13:00", "2026-06-01"},
             Case{"half hours west", "2026-11-21T03:29:59Z", "America/St_Johns", "00:00", "2026-11-20T23:59:59-03:30", "2026-11-20"}}) {
        const auto rule = make_day_rule(c.zone, c.cutoff);
        ASSERT_TRUE(rule) << c.why;
        EXPECT_EQ(local_text(instant(c.utc), c.zone), c.local) << c.why;
        EXPECT_EQ(date_text(business_day(instant(c.utc), *rule)), c.date) << c.why;
    }
}

TEST(BusinessDay, FollowsTheLocalClockAtAnyInstant)
{
    constexpr unsigned seed = 20261121;
    SCOPED_TRACE(seed);
    std::mt19937_64 random{seed};
    std::uniform_int_distribution<std::int64_t> milliseconds{0, 2'524'608'000'000};  // 1970 to 2050
    std::uniform_int_distribution<int> minutes{0, 24 * 60 - 1};
    for (const auto* zone : {"Asia/Tokyo", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia"}) {
        for (int i = 0; i < 2'000; ++i) {
            const Instant at{std::chrono::milliseconds{milliseconds(random)}};
            const DayRule rule{zone, std::chrono::minutes{minutes(random)}};
            const std::string local = local_text(at, zone);
            const auto local_date = parse_date(local.substr(0, 10)).value();
            const int clock = std::stoi(local.substr(11, 2)) * 60 + std::stoi(local.substr(14, 2));
            const auto distance = std::chrono::sys_days{local_date} - std::chrono::sys_days{business_day(at, rule)};
            ASSERT_EQ(distance.count(), clock < rule.cutoff.count() ? 1 : 0) << zone << ' ' << local;
        }
    }
}

TEST(DayRule, RefusesZonesAndCutoffsThatDoNotExist)
{
    for (const auto* zone : {"", "JST", "../x", "asia/tokyo", "Asia/Tokyo ", "/etc/passwd", "posix/Asia/Tokyo", "localtime", "zone.tab", "+09:00", "日本"}) {
        const auto rule = make_day_rule(zone, "05:00");
        ASSERT_FALSE(rule) << zone;
        EXPECT_EQ(rule.error(), (Refusal{"bad_zone", "tz"})) << zone;
    }
    for (const auto* cutoff : {"", "24:00", "5:00", "05:60", "05:00:00", "0500", "05:0", "-1:00", " 5:00", "05;00", "05:00 "}) {
        const auto rule = make_day_rule("Asia/Tokyo", cutoff);
        ASSERT_FALSE(rule) << cutoff;
        EXPECT_EQ(rule.error(), (Refusal{"bad_cutoff", "cutoff"})) << cutoff;
    }
    EXPECT_EQ(make_day_rule("Europe/Berlin", "23:59")->cutoff, std::chrono::minutes{1'439});
}

TEST(Instant, IsReadAndWrittenInUtc)
{
    struct Case { const char* why; const char* text; const char* written; };
    for (const auto& c : {Case{"no decimals", "2026-11-21T17:30:00Z", "2026-11-21T17:30:00.000Z"},
                          Case{"one is tenths", "2026-11-21T17:30:00.5Z", "2026-11-21T17:30:00.500Z"},
                          Case{"two are hundredths", "2026-11-21T17:30:00.05Z", "2026-11-21T17:30:00.050Z"},
                          Case{"three", "2026-11-21T17:30:00.007Z", "2026-11-21T17:30:00.007Z"},
                          Case{"before the epoch", "1900-01-01T00:00:00.001Z", "1900-01-01T00:00:00.001Z"},
                          Case{"the last of four digits", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"}}) {
        EXPECT_EQ(instant_text(instant(c.text)), c.written) << c.why;
    }
    for (const auto* text : {"", "2026-11-21", "2026-11-21T17:30:00", "2026-11-21T17:30:00+00:00", "2026-11-21 17:30:00Z",
                             "2026-11-21T17:30:00z", "2026-11-21T17:30:60Z", "2026-11-21T24:00:00Z", "2026-11-21T17:60:00Z",
                             "2026-11-21T17:30:00.Z", "2026-11-21T17:30:00.1234Z", "2026-11-21T17:30:00,5Z", "2026-02-29T00:00:00Z",
                             "2026-11-21T17:30Z", "2026-11-21T17:30:00ZZ", "-026-11-21T17:30:00Z"}) {
        EXPECT_FALSE(parse_instant(text)) << text;
    }
}

TEST(Date, MustExist)
{
    EXPECT_EQ(date_text(parse_date("2028-02-29").value()), "2028-02-29");
    for (const auto* text : {"", "0000-00-00", "0000-01-01", "2026-02-29", "2026-13-01", "2026-04-31", "2026-4-1", "2026/04/01",
                             "令和元年", "20260401", "2026-04-01 ", "2026-04-0１"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

}  // namespace
}  // namespace kushi
