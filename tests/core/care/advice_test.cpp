#include "core/care/advice.h"

#include "tests/core/care/advised.h"

namespace kushi {
namespace {

using Ids = std::vector<std::string>;
constexpr auto answer_of = [](const auto value) { return std::string{word_of(value)}; };

TEST(ThePlan, FollowsTheNeedsUnlessARedFlagWins)
{
    struct Case { const char* why; const char* consultation; const char* plan; const char* rules; };
    for (const auto& c : {
             Case{"nothing said: the house's signature", "{}", "head_spa", "S0 I3"},
             Case{"all told that nothing is wrong", R"({"concerns":[],"goals":["gift"],"safety":{"fever":false}})", "head_spa", "S0 I3"},
             Case{"the scalp alone", R"({"concerns":["itch"]})", "head_spa", "H1 I3"},
             Case{"tension alone", R"({"tension":{"neck":true}})", "head_massage", "M1 I3 I4"},
             Case{"both", R"({"concerns":["itch"],"tension":{"neck":true}})", "both", "H1 M1 B1 I3 I4"},
             Case{"few steps and only the goal: massage alone", R"({"goals":["clean_scalp"],"preference":{"steps":"few"}})", "head_massage", "H1 M1 B1 I3 I4"},
             Case{"both goals are still only goals", R"({"goals":["clean_scalp","calm_itch"],"preference":{"steps":"few"}})", "head_massage", "H1 M1 B1 I3 I4"},
             Case{"few steps with a concern", R"({"concerns":["itch"],"goals":["calm_itch"],"preference":{"steps":"few"}})", "both", "H1 M1 B1 I3 I4"},
             Case{"only the goal, but the whole ritual", R"({"goals":["clean_scalp","rest"],"preference":{"steps":"whole"}})", "both", "H1 M1 B1 I3 I4"},
             Case{"few steps and the sea", R"({"life":{"sea_or_pool":"sometimes"},"goals":["clean_scalp"],"preference":{"steps":"few"}})", "both", "H1 M1 B1 I3 I4"},
             Case{"oily and massage", R"({"concerns":["acne"],"goals":["rest"]})", "both", "H1 M1 B1 C2 C6 I3 I4"},
             Case{"an oily type and massage alone", R"({"scalp_type":"oily","goals":["rest"]})", "head_massage", "M1 C2 C6 I3 I4"},
             Case{"pain", R"({"concerns":["scalp_pain"],"goals":["rest"]})", "stop", "M1 I3 R1"},
             Case{"hair loss alone", R"({"concerns":["patchy_hair_loss"],"goals":["rest"]})", "gentle_massage_only", "M1 I3 R1"},
             Case{"hair loss and no wish", R"({"concerns":["sudden_hair_loss"]})", "gentle_massage_only", "S0 I3 R1"},
             Case{"hair loss with pain", R"({"concerns":["severe_hair_loss","scalp_pain"]})", "stop", "S0 I3 R1"},
             Case{"hair loss with broken skin", R"({"concerns":["severe_hair_loss"],"safety":{"broken_skin":true}})", "stop", "S0 I3 R1"},
             Case{"severe flakes need consent only", R"({"concerns":["severe_flakes"]})", "head_spa", "H1 I3 R2"},
             Case{"so do headaches", R"({"tension":{"headache":"severe","neck":true}})", "head_massage", "M1 I3 I4 R3"},
             Case{"a house question to ask about", R"({"safety":{"pregnant":true},"goals":["rest"]})", "head_massage", "M1 I3 I4 R4"}}) {
        const auto advice = advise(told(c.consultation), {});
        EXPECT_EQ(answer_of(advice.plan), c.plan) << c.why;
        EXPECT_EQ(ids(advice), c.rules) << c.why;
    }
}

TEST(ThePlan, BecauseOfBothNeedsNamesBoth)
{
    const auto advice = advise(told(R"({"concerns":["itch"],"goals":["rest"]})"), {});
    EXPECT_EQ(because(advice, "B1"), (Ids{"concerns.itch", "goals.rest"}));
    EXPECT_EQ(because(advise(told(R"({"concerns":["acne"],"goals":["rest"]})"), {}), "C6"), (Ids{"concerns.acne", "goals.rest"}));
}

TEST(Care, TakesTheSaferWhereRulesDisagree)
{
    struct Case { const char* why; const char* consultation; const char* cleanse; const char* exfoliation; const char* steam; };
    for (const auto& c : {
             Case{"no rule", "{}", "normal", "light", "normal"},
             Case{"buildup", R"({"concerns":["buildup"]})", "double", "light", "normal"},
             Case{"oily", R"({"concerns":["oily"]})", "clarifying", "normal", "normal"},
             Case{"dry", R"({"concerns":["dry"]})", "moisturising", "light", "normal"},
             Case{"sensitive", R"({"concerns":["sensitive"]})", "gentle", "none", "low"},
             Case{"flakes", R"({"concerns":["flakes"]})", "normal", "light", "normal"},
             Case{"buildup and oily", R"({"concerns":["buildup","oily"]})", "double", "normal", "normal"},
             Case{"buildup and dry", R"({"concerns":["buildup","dry"]})", "moisturising", "light", "normal"},
             Case{"buildup and sensitive", R"({"concerns":["buildup","sensitive"]})", "gentle", "none", "low"},
             Case{"oily and dry", R"({"concerns":["oily","dry"]})", "moisturising", "light", "normal"},
             Case{"oily and sensitive", R"({"concerns":["oily","sensitive"]})", "gentle", "none", "low"},
             Case{"dry and sensitive", R"({"concerns":["dry","sensitive"]})", "gentle", "none", "low"},
             Case{"oily and flakes", R"({"concerns":["oily","flakes"]})", "clarifying", "light", "normal"},
             Case{"sensitive and flakes", R"({"concerns":["sensitive","flakes"]})", "gentle", "none", "low"},
             Case{"oily and severe flakes", R"({"concerns":["oily","flakes","severe_flakes"]})", "clarifying", "normal", "normal"},
             Case{"hair loss", R"({"concerns":["sudden_hair_loss"]})", "normal", "light", "off"},
             Case{"hair loss and sensitive", R"({"concerns":["sudden_hair_loss","sensitive"]})", "gentle", "none", "off"}}) {
        const auto advice = advise(told(c.consultation), {});
        EXPECT_EQ(answer_of(advice.cleanse), c.cleanse) << c.why;
        EXPECT_EQ(answer_of(advice.exfoliation), c.exfoliation) << c.why;
        EXPECT_EQ(answer_of(advice.steam), c.steam) << c.why;
    }
}

TEST(TheLosingRule, StaysAndNamesTheWinner)
{
    struct Case { const char* why; const char* consultation; const char* loser; Ids winners; };
    for (const auto& c : {
             Case{"gentle instead of clarifying", R"({"concerns":["oily","sensitive"]})", "C2", {"C4"}},
             Case{"the winner has none against it", R"({"concerns":["oily","sensitive"]})", "C4", {}},
             Case{"moisturising instead of clarifying", R"({"concerns":["oily","dry"]})", "C2", {"C3"}},
             Case{"double instead of clarifying", R"({"concerns":["oily","buildup"]})", "C2", {"C1"}},
             Case{"light exfoliation for flakes", R"({"concerns":["oily","flakes"]})", "C2", {"C5"}},
             Case{"the cleanse to one, the exfoliation to another", R"({"concerns":["oily","flakes","buildup"]})", "C2", {"C1", "C5"}},
             Case{"moisturising instead of double", R"({"concerns":["buildup","dry"]})", "C1", {"C3"}},
             Case{"gentle and low steam instead of double and steam", R"({"concerns":["buildup","redness"]})", "C1", {"C4"}},
             Case{"cleanse to C4 as well as the dry rule's", R"({"concerns":["dry","redness"]})", "C3", {"C4"}},
             Case{"no exfoliation instead of light", R"({"concerns":["flakes","redness"]})", "C5", {"C4"}},
             Case{"dry and flakes agree", R"({"concerns":["flakes","dry"]})", "C5", {}},
             Case{"the longer interval", R"({"concerns":["oily","dry"]})", "I1", {"I2"}},
             Case{"the longer interval has won", R"({"concerns":["oily","dry"]})", "I2", {}},
             Case{"massage alone", R"({"goals":["clean_scalp"],"preference":{"steps":"few"}})", "H1", {"B1"}},
             Case{"both is no loss for H1", R"({"concerns":["itch"],"goals":["rest"]})", "H1", {}},
             Case{"both is no loss for M1", R"({"concerns":["itch"],"goals":["rest"]})", "M1", {}},
             Case{"a red flag over the scalp", R"({"concerns":["itch","scalp_pain"]})", "H1", {"R1"}},
             Case{"over tension", R"({"concerns":["scalp_pain"],"goals":["rest"]})", "M1", {"R1"}},
             Case{"gentle is less than massage", R"({"concerns":["sudden_hair_loss"],"goals":["rest"]})", "M1", {"R1"}},
             Case{"over both", R"({"concerns":["itch","scalp_pain"],"goals":["rest"]})", "B1", {"R1"}},
             Case{"over the signature", R"({"concerns":["scalp_pain"]})", "S0", {"R1"}},
             Case{"steam off over steam", R"({"concerns":["buildup","scalp_pain"]})", "C1", {"R1"}},
             Case{"steam off over low", R"({"concerns":["redness","scalp_pain"]})", "C4", {"R1"}},
             Case{"a headache asks for consent, no other plan", R"({"tension":{"headache":"new","jaw":true}})", "M1", {}},
             Case{"severe flakes too", R"({"concerns":["severe_flakes"]})", "H1", {}}}) {
        EXPECT_EQ(against(advise(told(c.consultation), {}), c.loser), c.winners) << c.why;
    }
}

TEST(TheInterval, IsTheLonger)
{
    struct Case { const char* why; const char* consultation; int least; int most; };
    for (const auto& c : {Case{"nothing said", "{}", 2, 4}, Case{"oily", R"({"concerns":["oily"]})", 2, 2},
                          Case{"dry", R"({"concerns":["dry"]})", 4, 6}, Case{"oily and dry", R"({"concerns":["oily","dry"]})", 4, 6},
                          Case{"in the plan stop as well", R"({"concerns":["scalp_pain"]})", 2, 4}}) {
        const auto advice = advise(told(c.consultation), {});
        EXPECT_EQ(advice.interval.min_weeks, c.least) << c.why;
        EXPECT_EQ(advice.interval.max_weeks, c.most) << c.why;
        EXPECT_FALSE(advice.interval.suggested_weeks) << c.why;
        EXPECT_FALSE(advice.massage_interval) << c.why;
    }
    const auto massage = advise(told(R"({"goals":["rest"]})"), {});
    ASSERT_TRUE(massage.massage_interval);
    EXPECT_EQ(massage.massage_interval->min_weeks, 1);
    EXPECT_EQ(massage.massage_interval->max_weeks, 4);
    EXPECT_FALSE(advise(told(R"({"goals":["rest"],"concerns":["sudden_hair_loss"]})"), {}).massage_interval)
        << "gentle massage only is no massage plan";
}

TEST(TheClientsOwnOutcomes, MoveTheDateInsideTheWindow)
{
    struct Case { const char* why; const char* consultation; const char* history; int suggested; const char* because; };
    for (const auto& c : {
             Case{"oily after 3 weeks and a day: the 4th week", "{}", R"({"days_until_oily":22})", 4, "history.days_until_oily=22"},
             Case{"oily after 3 weeks", "{}", R"({"days_until_oily":21})", 3, "history.days_until_oily=21"},
             Case{"oily after 3 days: never before the window", "{}", R"({"days_until_oily":3})", 2, "history.days_until_oily=3"},
             Case{"never after it", "{}", R"({"days_until_oily":60})", 4, "history.days_until_oily=60"},
             Case{"an itch that came back comes first", "{}", R"({"days_until_oily":60,"itch":2})", 2, "history.itch=2"},
             Case{"a slight itch does not", "{}", R"({"days_until_oily":60,"itch":1})", 4, "history.days_until_oily=60"},
             Case{"the newest outcome", "{}", R"({"follow_ups":[{"days_until_oily":7},{"days_until_oily":20}]})", 3, "history.days_until_oily=20"},
             Case{"today's answer before the history", R"({"since_last":{"days_until_oily":25}})", R"({"days_until_oily":7})", 4, "since_last.days_until_oily=25"},
             Case{"inside the dry window", R"({"concerns":["dry"]})", R"({"days_until_oily":35})", 5, "history.days_until_oily=35"}}) {
        const auto history = history_from_json(nlohmann::json::parse(c.history));
        ASSERT_TRUE(history) << c.why;
        const auto advice = advise(told(c.consultation), {}, *history);
        EXPECT_EQ(advice.interval.suggested_weeks, c.suggested) << c.why;
        EXPECT_EQ(because(advice, "I5"), Ids{c.because}) << c.why;
    }
    const History oily_at_once{{{1, {}, {}, {}, {}}}};
    EXPECT_EQ(advise(told(R"({"concerns":["oily"]})"), {}, oily_at_once).rule("I5"), nullptr) << "2 to 2 weeks has no room";
    EXPECT_EQ(advise({}, {}, History{{{{}, 1, {}, {}, {}}}}).rule("I5"), nullptr) << "a slight itch alone gives no date";
}

TEST(AHistory, LeavesWhatItDoesNotKnowAlone)
{
    using nlohmann::json;
    EXPECT_TRUE(history_from_json(json::parse(R"({"visits":3,"follow_ups":[{"itch":2,"visit":"x"}]})")));
    EXPECT_EQ(history_from_json(json::parse(R"({"itch":5})")).error().field, "history.itch");
    EXPECT_EQ(history_from_json(json::parse(R"({"follow_ups":[{"itch":"a"}]})")).error().field, "history.follow_ups.itch");
    EXPECT_EQ(history_from_json(json::parse("[]")).error().code, "bad_request");
}

TEST(RedFlags, CarryWhatToDo)
{
    struct Case { const char* why; const char* consultation; std::vector<std::pair<std::string, std::string>> flags; };
    for (const auto& c : {
             Case{"none", R"({"concerns":["itch","thinning"]})", {}}, Case{"hair loss", R"({"concerns":["sudden_hair_loss"]})", {{"R1", "stop"}}},
             Case{"pain", R"({"concerns":["scalp_pain"]})", {{"R1", "stop"}}},
             Case{"severe flakes", R"({"concerns":["severe_flakes"]})", {{"R2", "advise"}}},
             Case{"a new headache", R"({"tension":{"headache":"new"}})", {{"R3", "advise"}}},
             Case{"fever", R"({"safety":{"fever":true}})", {{"R4", "ask"}}},
             Case{"unanswered is no flag", R"({"safety":{"pregnant":false}})", {}},
             Case{"all", R"({"concerns":["scalp_pain","severe_flakes"],"tension":{"headache":"new"},"safety":{"fever":true}})",
                  {{"R1", "stop"}, {"R2", "advise"}, {"R3", "advise"}, {"R4", "ask"}}}}) {
        std::vector<std::pair<std::string, std::string>> flags;
        for (const auto& [id, action] : advise(told(c.consultation), {}).flags) flags.emplace_back(id, word_of(action));
        EXPECT_EQ(flags, c.flags) << c.why;
    }
}

TEST(TheHouse, SaysWhatAYesMeans)
{
    const auto yes = told(R"({"safety":{"fever":true,"pregnant":true,"extensions":true,"broken_skin":false}})");
    const auto with = [&](const HouseSafety& house) { return advise(yes, {}, {}, {}, house); };
    const auto noted = with({{"fever", HouseAction::note}, {"pregnant", HouseAction::note}, {"extensions", HouseAction::note}});
    EXPECT_TRUE(noted.flags.empty());
    EXPECT_EQ(noted.plan, Plan::head_spa);
    const auto asked = with({{"fever", HouseAction::note}});
    EXPECT_EQ(because(asked, "R4"), (Ids{"safety.pregnant", "safety.extensions"})) << "not listed means ask";
    EXPECT_EQ(asked.flag("R4")->action, FlagAction::ask);
    const auto stopped = with({{"fever", HouseAction::stop}, {"extensions", HouseAction::note}});
    EXPECT_EQ(stopped.flag("R4")->action, FlagAction::stop) << "the strictest of them";
    EXPECT_EQ(stopped.plan, Plan::stop);
    EXPECT_EQ(against(stopped, "S0"), Ids{"R4"});
}

TEST(TheHouse, CannotSoftenTheRedFlagsNorBeSoftenedByThem)
{
    const auto broken = told(R"({"safety":{"broken_skin":true}})");
    EXPECT_EQ(advise(broken, {}, {}, {}, {{"broken_skin", HouseAction::note}}).plan, Plan::stop);
    const auto fever = told(R"({"concerns":["sudden_hair_loss"],"safety":{"fever":true}})");
    const auto advice = advise(fever, {}, {}, {}, {{"fever", HouseAction::stop}});
    EXPECT_EQ(advice.plan, Plan::stop) << "the stricter of gentle massage and stop";
    EXPECT_EQ(against(advice, "R1"), Ids{"R4"});
}

TEST(AnAdvice, IsWrittenAsTheCommandLinePromises)
{
    const auto advice = advise(told(R"({"concerns":["oily"],"goals":["rest"],"safety":{"fever":true}})"), {});
    EXPECT_EQ(to_json(advice, {"One."}).dump(),
              R"({"plan":"both","rules":[{"id":"H1","because":["concerns.oily"],"against":[]},)"
              R"({"id":"M1","because":["goals.rest"],"against":[]},{"id":"B1","because":["concerns.oily","goals.rest"],"against":[]},)"
              R"({"id":"C2","because":["concerns.oily"],"against":[]},{"id":"C6","because":["concerns.oily","goals.rest"],"against":[]},)"
              R"({"id":"I1","because":["concerns.oily"],"against":[]},{"id":"I4","because":["goals.rest"],"against":[]},)"
              R"({"id":"R4","because":["safety.fever"],"against":[]}],"flags":[{"id":"R4","action":"ask"}],)"
              R"("cleanse":"clarifying","exfoliation":"normal","steam":"normal","leave_out":["heavy_oil"],)"
              R"("interval":{"min_weeks":2,"max_weeks":2},"massage_interval":{"min_weeks":1,"max_weeks":4},"text":["One."]})");
}

TEST(AStoredAdvice, IsNotGuessedAt)
{
    auto stored = nlohmann::json::parse(to_json(advise({}, {}), {}).dump());
    stored["plan"] = "dance";
    EXPECT_THROW((void)advice_from_json(stored), std::invalid_argument);
    stored.erase("plan");
    EXPECT_THROW((void)advice_from_json(stored), nlohmann::json::exception);
}

}  // namespace
}  // namespace kushi
