#include "core/money/rate_table.h"

#include <gtest/gtest.h>

#include "core/day/business_day.h"

namespace kushi {
namespace {

DatedRate row(const char* from, const char* rate) { return {parse_date(from).value(), Rate::parse(rate).value()}; }

TEST(RateTable, AnswersTheRateOfTheDay)
{
    const std::vector<DatedRate> table{row("2029-04-01", "0.08"), row("2019-10-01", "0.080"), row("2027-04-01", "0.01")};
    struct Case { const char* why; const char* date; const char* rate; };
    for (const auto& c : {Case{"its first day", "2019-10-01", "0.080"}, Case{"the day before the change", "2027-03-31", "0.080"},
                          Case{"the day of the change is the new rate's", "2027-04-01", "0.01"}, Case{"the last day of it", "2029-03-31", "0.01"},
                          Case{"back again", "2029-04-01", "0.08"}, Case{"long after", "9999-12-31", "0.08"}}) {
        EXPECT_EQ(rate_on(table, parse_date(c.date).value())->text, c.rate) << c.why;
    }
    EXPECT_EQ(rate_on(table, parse_date("2019-09-30").value()).error(), (Refusal{"unknown_rate", "date"}));
    EXPECT_EQ(rate_on({}, parse_date("2026-01-01").value()).error(), (Refusal{"unknown_rate", "date"}));
}

TEST(RateTable, RefusesTwoRatesFromOneDay)
{
    const std::vector<DatedRate> table{row("2019-10-01", "0.08"), row("2027-04-01", "0.01"), row("2019-10-01", "0.10")};
    EXPECT_EQ(rate_on(table, parse_date("2028-01-01").value()).error(), (Refusal{"bad_table", "table"}));
}

}  // namespace
}  // namespace kushi
