#include "core/day/commission.h"

#include <gtest/gtest.h>

namespace kushi {
namespace {

DayFigures::Therapist work(std::int64_t services_net, std::int64_t retail_net, std::int64_t services_thousandths)
{
    DayFigures::Therapist row;
    row.services_net = services_net;
    row.retail_net = retail_net;
    row.services_thousandths = services_thousandths;
    return row;
}

CommissionRule rule(const char* services, const char* retail, std::int64_t fixed = 0,
                    std::vector<CommissionTier> tiers = {})
{
    return {"", Percent::parse(services).value(), Percent::parse(retail).value(), fixed, std::move(tiers)};
}

TEST(Commission, IsOfNetAmountsByPercentFixedAmountAndTier)
{
    const CommissionTier more{500'000, Percent::whole(12)}, most{1'000'000, Percent::whole(15)};
    struct Case {
        const char* why;
        DayFigures::Therapist work;
        CommissionRule rule;
        std::int64_t earned;
    };
    for (const auto& c : std::vector<Case>{
             {"nothing done", work(0, 0, 0), rule("10", "5"), 0},
             {"ten percent of services", work(8'000, 0, 1'000), rule("10", "0"), 800},
             {"and five of retail", work(8'000, 2'000, 1'000), rule("10", "5"), 900},
             {"half a yen rounds up, once", work(5, 10, 0), rule("10", "10"), 2},
             {"below half rounds down", work(4, 0, 0), rule("10", "0"), 0},
             {"500 a service", work(0, 0, 3'000), rule("0", "0", 500), 1'500},
             {"a shared service counts for its part", work(0, 0, 2'600), rule("0", "0", 500), 1'300},
             {"below the tier", work(499'999, 0, 0), rule("10", "0", 0, {more}), 50'000},
             {"at the tier, on all of it", work(500'000, 0, 0), rule("10", "0", 0, {more}), 60'000},
             {"the highest tier that is reached", work(1'200'000, 0, 0), rule("10", "0", 0, {more, most}), 180'000},
             {"a tier is of services alone", work(400'000, 200'000, 0), rule("10", "5", 0, {more}), 50'000},
             {"more taken back than done", work(-5'000, 0, -1'000), rule("10", "0", 500), -1'000}}) {
        EXPECT_EQ(commission_of(c.work, c.rule), c.earned) << c.why;
    }
}

TEST(TheRuleOfAPerson, IsTheirOwnBeforeEverybodys)
{
    std::vector<CommissionRule> rules{rule("10", "5"), rule("20", "5"), rule("30", "5")};
    rules[1].staff = "aoi";
    rules[2].staff = "0190";
    EXPECT_EQ(rule_for(rules, "0190", "ren"), &rules[2]) << "by the id";
    EXPECT_EQ(rule_for(rules, "0191", "aoi"), &rules[1]) << "by the code";
    EXPECT_EQ(rule_for(rules, "0192", "yui"), &rules[0]);
    rules.erase(rules.begin());
    EXPECT_EQ(rule_for(rules, "0192", "yui"), nullptr);
}

}  // namespace
}  // namespace kushi
