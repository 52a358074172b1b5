#include "core/care/permission.h"

#include "tests/core/care/advised.h"

namespace kushi {
namespace {

TEST(AfterARedFlag, OnlyWhatTheRuleStillAllowsIsDone)
{
    using enum RedFlagDecision;
    const std::string pain = R"({"concerns":["scalp_pain"]})", loss = R"({"concerns":["sudden_hair_loss"]})",
                      flakes = R"({"concerns":["severe_flakes"]})", headache = R"({"tension":{"headache":"new"}})",
                      fever = R"({"safety":{"fever":true}})";
    struct Case { const char* why; std::string consultation; std::optional<RedFlagDecision> decision; std::string answer; };
    for (const auto& c : {Case{"no flag", "{}", {}, "whole_plan"}, Case{"no flag to decide on", "{}", adapt, "whole_plan"},
                          Case{"pain, undecided", pain, {}, "red_flag"}, Case{"pain", pain, adapt, "adapt_not_allowed"},
                          Case{"pain", pain, refer, "referred"}, Case{"pain", pain, postpone, "postponed"},
                          Case{"broken skin", R"({"safety":{"broken_skin":true}})", adapt, "adapt_not_allowed"},
                          Case{"infection", R"({"safety":{"infection":true}})", adapt, "adapt_not_allowed"},
                          Case{"lice", R"({"safety":{"lice_or_ringworm":true}})", adapt, "adapt_not_allowed"},
                          Case{"hair loss, undecided", loss, {}, "red_flag"}, Case{"hair loss", loss, adapt, "gentle_massage_only"},
                          Case{"hair loss", loss, refer, "referred"}, Case{"severe flakes, undecided", flakes, {}, "red_flag"},
                          Case{"severe flakes", flakes, adapt, "whole_plan"}, Case{"headache, undecided", headache, {}, "red_flag"},
                          Case{"headache", headache, adapt, "whole_plan"}, Case{"fever, undecided", fever, {}, "red_flag"},
                          Case{"fever", fever, adapt, "whole_plan"}}) {
        const auto may = permitted(advise(told(c.consultation), {}), c.decision);
        const std::string answer = !may ? may.error().code : *may == ChairPermission::whole_plan ? "whole_plan" : "gentle_massage_only";
        EXPECT_EQ(answer, c.answer) << c.why;
    }
}

TEST(GoingOnAdapted, NeedsAManagerWhereTheHouseAsks)
{
    EXPECT_TRUE(adapting_needs_manager(advise(told(R"({"safety":{"fever":true}})"), {})));
    EXPECT_FALSE(adapting_needs_manager(advise(told(R"({"concerns":["severe_flakes"]})"), {}))) << "the client's consent will do";
    const auto stopped = advise(told(R"({"safety":{"fever":true}})"), {}, {}, {}, {{"fever", HouseAction::stop}});
    EXPECT_FALSE(may_adapt(stopped));
    EXPECT_EQ(permitted(stopped, RedFlagDecision::adapt).error().code, "adapt_not_allowed");
}

}  // namespace
}  // namespace kushi
