#include "core/day/period.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/day/business_day.h"
#include "core/day/report_json.h"
#include "tests/core/day/random_till_day.h"

namespace kushi {
namespace {

TEST(APeriod, IsWhatAPersonSays)
{
    struct Case {
        const char* kind;
        const char* text;
        const char* from;
        const char* to;
        std::int64_t days;
    };
    for (const auto& c : {Case{"day", "2026-11-14", "2026-11-14", "2026-11-14", 1},
                          Case{"week", "2026-11-14", "2026-11-09", "2026-11-15", 7},
                          Case{"week", "2026-11-09", "2026-11-09", "2026-11-15", 7},
                          Case{"week", "2026-11-15", "2026-11-09", "2026-11-15", 7},
                          Case{"week", "2027-01-01", "2026-12-28", "2027-01-03", 7},
                          Case{"month", "2026-02", "2026-02-01", "2026-02-28", 28},
                          Case{"month", "2028-02-10", "2028-02-01", "2028-02-29", 29},
                          Case{"year", "2026", "2026-01-01", "2026-12-31", 365},
                          Case{"year", "2028-05-05", "2028-01-01", "2028-12-31", 366}}) {
        const auto period = period_in(c.kind, c.text);
        ASSERT_TRUE(period) << c.kind << " " << c.text;
        EXPECT_EQ(*period, (Period{c.kind, c.from, c.to})) << c.kind << " " << c.text;
        EXPECT_EQ(days_of(*period), c.days);
    }
}

TEST(APeriod, IsRefusedWhenItIsNone)
{
    struct Case {
        const char* kind;
        const char* text;
    };
    for (const auto& c : {Case{"day", "2026-11"}, Case{"day", "2026-02-30"}, Case{"month", "2026-13"},
                          Case{"year", "26"}, Case{"year", "20266"}, Case{"week", "this"}, Case{"month", ""}}) {
        EXPECT_EQ(period_in(c.kind, c.text).error().code, "bad_date") << c.kind << " " << c.text;
    }
    EXPECT_EQ(range_in("2026-11-02", "2026-11-01").error().code, "bad_period");
    EXPECT_EQ(range_in("yesterday", "2026-11-01").error().field, "from");
    EXPECT_EQ(range_in("2026-11-01", "2026-11-31").error().field, "to");
    EXPECT_EQ(days_of(range_in("2026-11-01", "2026-11-01").value()), 1);
}

/// Documents of many days as if they had been made in one: what a sum of days must come to.
DayFacts all_in_one(const std::vector<DayFacts>& days)
{
    DayFacts one;
    for (const auto& day : days) {
        one.documents.insert(one.documents.end(), day.documents.begin(), day.documents.end());
        for (const auto& move : day.moves) one.moves.push_back(move);
    }
    return one;
}

TEST(TheSumOfDays, IsTheReportOfAllTheirDocuments)
{
    for (unsigned first = 1; first <= 400; first += 8) {
        std::vector<DayFacts> days;
        std::vector<DayFigures> figures;
        for (unsigned seed = first; seed < first + 8; ++seed) {
            days.push_back(test::random_till_day(seed));
            figures.push_back(add_up(days.back()).value());
        }
        auto sum = sum_of(figures).value();
        auto whole = add_up(all_in_one(days)).value();
        EXPECT_THAT(failing_sums(sum), testing::IsEmpty()) << "seed " << first;
        // What only a day has, and what the order of first appearance tells: rates and tenders stay a set.
        for (auto* one : {&sum, &whole}) {
            one->drawer = {};
            one->grand_total_after = 0;
            std::ranges::sort(one->by_rate, {}, [](const auto& row) { return row.rate; });
            std::ranges::sort(one->tenders, {}, &NamedAmount::name);
            std::ranges::sort(one->discounts_by, {}, &DayFigures::Discount::kind);
            std::ranges::sort(one->revenue, {}, [](const auto& row) {
                return std::pair{row.rate.millionths, row.kind};
            });
        }
        const auto without_empty = [](nlohmann::ordered_json json) { return nlohmann::json(json); };
        EXPECT_EQ(without_empty(to_json(sum)), without_empty(to_json(whole))) << "seed " << first;
    }
}

TEST(TheSumOfGoods, AddsCostsAndKeepsTheLastStock)
{
    const auto sum = sum_of(std::vector<Goods>{{{{"tea", 5}}, {{"oil", "ml", 1'000, 3}}, 700},
                                               {{{"tea", 6}, {"comb", 1}}, {{"oil", "ml", 500, 2}}, 650}});
    ASSERT_EQ(sum.sold.size(), 2U);
    EXPECT_EQ(sum.sold[1].cost, 11);
    ASSERT_EQ(sum.used.size(), 1U);
    EXPECT_EQ(sum.used[0].thousandths, 1'500);
    EXPECT_EQ(sum.used[0].cost, 5);
    EXPECT_EQ(sum.stock_value, 650);
}

}  // namespace
}  // namespace kushi
