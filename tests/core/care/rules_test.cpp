#include "core/care/rules.h"

#include "tests/core/care/advised.h"

namespace kushi {
namespace {

struct Case {
    const char* rule;
    const char* why;
    const char* consultation;
    const char* zones;
    const char* because;  ///< the one answer; nullptr: does not fire
};

const Case cases[]{
    // H1
    {"H1", "flakes", R"({"concerns":["flakes"]})", "{}", "concerns.flakes"},
    {"H1", "severe flakes", R"({"concerns":["severe_flakes"]})", "{}", "concerns.severe_flakes"},
    {"H1", "itch", R"({"concerns":["itch"]})", "{}", "concerns.itch"},
    {"H1", "redness", R"({"concerns":["redness"]})", "{}", "concerns.redness"},
    {"H1", "oily", R"({"concerns":["oily"]})", "{}", "concerns.oily"},
    {"H1", "oily soon", R"({"concerns":["oily_soon"]})", "{}", "concerns.oily_soon"},
    {"H1", "buildup", R"({"concerns":["buildup"]})", "{}", "concerns.buildup"},
    {"H1", "odour", R"({"concerns":["odour"]})", "{}", "concerns.odour"},
    {"H1", "dry", R"({"concerns":["dry"]})", "{}", "concerns.dry"},
    {"H1", "tight", R"({"concerns":["tight"]})", "{}", "concerns.tight"},
    {"H1", "sensitive", R"({"concerns":["sensitive"]})", "{}", "concerns.sensitive"},
    {"H1", "acne", R"({"concerns":["acne"]})", "{}", "concerns.acne"},
    {"H1", "limp roots", R"({"concerns":["limp_roots"]})", "{}", "concerns.limp_roots"},
    {"H1", "thinning is none of them", R"({"concerns":["thinning"]})", "{}", nullptr},
    {"H1", "nor is hair loss", R"({"concerns":["sudden_hair_loss","patchy_hair_loss","severe_hair_loss"]})", "{}", nullptr},
    {"H1", "nor is pain", R"({"concerns":["scalp_pain"]})", "{}", nullptr},
    {"H1", "a scalp type alone is no concern", R"({"scalp_type":"oily"})", "{}", nullptr},
    {"H1", "a zone at 2", "{}", R"({"crown":{"conditions":{"flakes":2}}})", "zones.crown.flakes=2"},
    {"H1", "a zone at 1", "{}", R"({"crown":{"conditions":{"flakes":1}}})", nullptr},
    {"H1", "two zones at 1 are not one at 2", "{}", R"({"crown":{"conditions":{"dry":1}},"nape":{"conditions":{"dry":1}}})", nullptr},
    {"H1", "a tender zone", "{}", R"({"temporal_left":{"conditions":{"tender":3}}})", "zones.temporal_left.tender=3"},
    {"H1", "a thinning zone is left to a doctor", "{}", R"({"crown":{"conditions":{"thinning":4}}})", nullptr},
    {"H1", "dry shampoo often", R"({"life":{"dry_shampoo":"often"}})", "{}", "life.dry_shampoo=often"},
    {"H1", "dry shampoo sometimes", R"({"life":{"dry_shampoo":"sometimes"}})", "{}", nullptr},
    {"H1", "styling often", R"({"life":{"styling":"often"}})", "{}", "life.styling=often"},
    {"H1", "styling sometimes", R"({"life":{"styling":"sometimes"}})", "{}", nullptr},
    {"H1", "sea or pool sometimes", R"({"life":{"sea_or_pool":"sometimes"}})", "{}", "life.sea_or_pool=sometimes"},
    {"H1", "sea or pool often", R"({"life":{"sea_or_pool":"often"}})", "{}", "life.sea_or_pool=often"},
    {"H1", "sea or pool never", R"({"life":{"sea_or_pool":"never"}})", "{}", nullptr},
    {"H1", "sport often is of the interval", R"({"life":{"sport":"often"}})", "{}", nullptr},
    {"H1", "heavy conditioner often is of no rule", R"({"life":{"heavy_conditioner":"often"}})", "{}", nullptr},
    {"H1", "the goal of a clean scalp", R"({"goals":["clean_scalp"]})", "{}", "goals.clean_scalp"},
    {"H1", "the goal to calm an itch", R"({"goals":["calm_itch"]})", "{}", "goals.calm_itch"},
    {"H1", "other goals", R"({"goals":["rest","ease_tension","softer_hair","try_it","gift"]})", "{}", nullptr},
    // M1
    {"M1", "rest", R"({"goals":["rest"]})", "{}", "goals.rest"},
    {"M1", "ease tension", R"({"goals":["ease_tension"]})", "{}", "goals.ease_tension"},
    {"M1", "a headache of tension type", R"({"tension":{"headache":"tension"}})", "{}", "tension.headache=tension"},
    {"M1", "no headache", R"({"tension":{"headache":"none"}})", "{}", nullptr},
    {"M1", "frequent headaches are a doctor's", R"({"tension":{"headache":"frequent"}})", "{}", nullptr},
    {"M1", "tight temples", R"({"tension":{"temples":true}})", "{}", "tension.temples"},
    {"M1", "a stiff jaw", R"({"tension":{"jaw":true}})", "{}", "tension.jaw"},
    {"M1", "a stiff neck", R"({"tension":{"neck":true}})", "{}", "tension.neck"},
    {"M1", "stiff shoulders", R"({"tension":{"shoulders":true}})", "{}", "tension.shoulders"},
    {"M1", "no stiffness", R"({"tension":{"temples":false,"jaw":false,"neck":false,"shoulders":false}})", "{}", nullptr},
    {"M1", "6 screen hours", R"({"life":{"screen_hours":6}})", "{}", "life.screen_hours=6"},
    {"M1", "6 and a half", R"({"life":{"screen_hours":6.5}})", "{}", "life.screen_hours=6.5"},
    {"M1", "not quite 6", R"({"life":{"screen_hours":5.9}})", "{}", nullptr},
    {"M1", "5 screen hours", R"({"life":{"screen_hours":5}})", "{}", nullptr},
    {"M1", "few steps", R"({"preference":{"steps":"few"}})", "{}", "preference.steps=few"},
    {"M1", "the whole ritual", R"({"preference":{"steps":"whole"}})", "{}", nullptr},
    {"M1", "weekly", R"({"preference":{"often":"weekly"}})", "{}", "preference.often=weekly"},
    {"M1", "monthly", R"({"preference":{"often":"monthly"}})", "{}", nullptr},
    {"M1", "poor sleep and stress are of no rule", R"({"tension":{"sleep":"poor","stress":4}})", "{}", nullptr},
    // S0 is tested with the plans.
    {"C1", "buildup", R"({"concerns":["buildup"]})", "{}", "concerns.buildup"},
    {"C1", "buildup in a zone at 2", "{}", R"({"nape":{"conditions":{"buildup":2}}})", "zones.nape.buildup=2"},
    {"C1", "buildup in a zone at 1", "{}", R"({"nape":{"conditions":{"buildup":1}}})", nullptr},
    {"C1", "styling often", R"({"life":{"styling":"often"}})", "{}", "life.styling=often"},
    {"C1", "dry shampoo often", R"({"life":{"dry_shampoo":"often"}})", "{}", "life.dry_shampoo=often"},
    {"C1", "both sometimes", R"({"life":{"styling":"sometimes","dry_shampoo":"sometimes"}})", "{}", nullptr},
    {"C2", "oily", R"({"concerns":["oily"]})", "{}", "concerns.oily"},
    {"C2", "oily soon", R"({"concerns":["oily_soon"]})", "{}", "concerns.oily_soon"},
    {"C2", "acne", R"({"concerns":["acne"]})", "{}", "concerns.acne"},
    {"C2", "of an oily type", R"({"scalp_type":"oily"})", "{}", "scalp_type=oily"},
    {"C2", "combination is not oily", R"({"scalp_type":"combination"})", "{}", nullptr},
    {"C2", "an oily zone at 2", "{}", R"({"frontal":{"conditions":{"oily":2}}})", "zones.frontal.oily=2"},
    {"C2", "an oily zone at 1", "{}", R"({"frontal":{"conditions":{"oily":1}}})", nullptr},
    {"C2", "oily lengths are not the scalp", R"({"hair":{"lengths":"oily"}})", "{}", nullptr},
    {"C3", "dry", R"({"concerns":["dry"]})", "{}", "concerns.dry"},
    {"C3", "tight", R"({"concerns":["tight"]})", "{}", "concerns.tight"},
    {"C3", "of a dry type", R"({"scalp_type":"dry"})", "{}", "scalp_type=dry"},
    {"C3", "a dry zone at 2", "{}", R"({"crown":{"conditions":{"dry":2}}})", "zones.crown.dry=2"},
    {"C3", "a dry zone at 1", "{}", R"({"crown":{"conditions":{"dry":1}}})", nullptr},
    {"C3", "dry lengths are not the scalp", R"({"hair":{"lengths":"dry"}})", "{}", nullptr},
    {"C4", "sensitive", R"({"concerns":["sensitive"]})", "{}", "concerns.sensitive"},
    {"C4", "of a sensitive type", R"({"scalp_type":"sensitive"})", "{}", "scalp_type=sensitive"},
    {"C4", "redness", R"({"concerns":["redness"]})", "{}", "concerns.redness"},
    {"C4", "a red zone at 2", "{}", R"({"crown":{"conditions":{"redness":2}}})", "zones.crown.redness=2"},
    {"C4", "a red zone at 1", "{}", R"({"crown":{"conditions":{"redness":1}}})", nullptr},
    {"C4", "a tender zone at 2", "{}", R"({"crown":{"conditions":{"tender":2}}})", "zones.crown.tender=2"},
    {"C4", "a tender zone at 1", "{}", R"({"crown":{"conditions":{"tender":1}}})", nullptr},
    {"C4", "an itch alone", R"({"concerns":["itch"]})", "{}", nullptr},
    {"C5", "flakes", R"({"concerns":["flakes"]})", "{}", "concerns.flakes"},
    {"C5", "not with severe flakes", R"({"concerns":["flakes","severe_flakes"]})", "{}", nullptr},
    {"C5", "not from a zone", "{}", R"({"crown":{"conditions":{"flakes":4}}})", nullptr},
    {"C6", "oily without massage", R"({"concerns":["oily"]})", "{}", nullptr},
    {"C6", "massage without oily", R"({"goals":["rest"]})", "{}", nullptr},
    {"C7", "nothing to be allergic to", R"({"safety":{"allergies":[]}})", "{}", nullptr},
    {"C7", "without a salon, as it was written", R"({"safety":{"allergies":["Nuts"]}})", "{}", "safety.allergies=Nuts"},
    {"I1", "oily", R"({"concerns":["oily"]})", "{}", "concerns.oily"},
    {"I1", "oily soon", R"({"concerns":["oily_soon"]})", "{}", "concerns.oily_soon"},
    {"I1", "styling often", R"({"life":{"styling":"often"}})", "{}", "life.styling=often"},
    {"I1", "dry shampoo often", R"({"life":{"dry_shampoo":"often"}})", "{}", "life.dry_shampoo=often"},
    {"I1", "sport often", R"({"life":{"sport":"often"}})", "{}", "life.sport=often"},
    {"I1", "sport sometimes", R"({"life":{"sport":"sometimes"}})", "{}", nullptr},
    {"I1", "acne alone", R"({"concerns":["acne"]})", "{}", nullptr},
    {"I1", "the table names neither type nor zone here", R"({"scalp_type":"oily"})", R"({"crown":{"conditions":{"oily":4}}})", nullptr},
    {"I2", "dry", R"({"concerns":["dry"]})", "{}", "concerns.dry"},
    {"I2", "tight", R"({"concerns":["tight"]})", "{}", "concerns.tight"},
    {"I2", "sensitive", R"({"concerns":["sensitive"]})", "{}", "concerns.sensitive"},
    {"I2", "of a dry type", R"({"scalp_type":"dry"})", "{}", "scalp_type=dry"},
    {"I2", "of a sensitive type", R"({"scalp_type":"sensitive"})", "{}", "scalp_type=sensitive"},
    {"I2", "zones do not count here", "{}", R"({"crown":{"conditions":{"dry":4,"redness":4}}})", nullptr},
    {"I2", "redness is not among them", R"({"concerns":["redness"]})", "{}", nullptr},
    {"I4", "no massage in the plan", R"({"concerns":["itch"]})", "{}", nullptr},
    {"I4", "because of M1", R"({"goals":["rest"]})", "{}", "goals.rest"},
    {"R1", "sudden hair loss", R"({"concerns":["sudden_hair_loss"]})", "{}", "concerns.sudden_hair_loss"},
    {"R1", "severe hair loss", R"({"concerns":["severe_hair_loss"]})", "{}", "concerns.severe_hair_loss"},
    {"R1", "patchy hair loss", R"({"concerns":["patchy_hair_loss"]})", "{}", "concerns.patchy_hair_loss"},
    {"R1", "thinning alone", R"({"concerns":["thinning"]})", R"({"crown":{"conditions":{"thinning":4}}})", nullptr},
    {"R1", "scalp pain", R"({"concerns":["scalp_pain"]})", "{}", "concerns.scalp_pain"},
    {"R1", "broken skin", R"({"safety":{"broken_skin":true}})", "{}", "safety.broken_skin"},
    {"R1", "infection", R"({"safety":{"infection":true}})", "{}", "safety.infection"},
    {"R1", "lice or ringworm", R"({"safety":{"lice_or_ringworm":true}})", "{}", "safety.lice_or_ringworm"},
    {"R1", "answered no", R"({"safety":{"broken_skin":false,"infection":false,"lice_or_ringworm":false}})", "{}", nullptr},
    {"R2", "severe flakes", R"({"concerns":["severe_flakes"]})", "{}", "concerns.severe_flakes"},
    {"R2", "flakes", R"({"concerns":["flakes"]})", R"({"crown":{"conditions":{"flakes":4}}})", nullptr},
    {"R3", "frequent", R"({"tension":{"headache":"frequent"}})", "{}", "tension.headache=frequent"},
    {"R3", "severe", R"({"tension":{"headache":"severe"}})", "{}", "tension.headache=severe"},
    {"R3", "new", R"({"tension":{"headache":"new"}})", "{}", "tension.headache=new"},
    {"R3", "tension type", R"({"tension":{"headache":"tension"}})", "{}", nullptr},
    {"R4", "fever", R"({"safety":{"fever":true}})", "{}", "safety.fever"},
    {"R4", "high blood pressure", R"({"safety":{"high_blood_pressure":true}})", "{}", "safety.high_blood_pressure"},
    {"R4", "pregnant", R"({"safety":{"pregnant":true}})", "{}", "safety.pregnant"},
    {"R4", "surgery", R"({"safety":{"surgery":true}})", "{}", "safety.surgery"},
    {"R4", "recent colour", R"({"safety":{"recent_colour":true}})", "{}", "safety.recent_colour"},
    {"R4", "medication", R"({"safety":{"medication":true}})", "{}", "safety.medication"},
    {"R4", "extensions", R"({"safety":{"extensions":true}})", "{}", "safety.extensions"},
    {"R4", "no to all of them", R"({"safety":{"fever":false,"pregnant":false}})", "{}", nullptr},
    {"R4", "those of R1 are not the house's", R"({"safety":{"broken_skin":true}})", "{}", nullptr},
};

TEST(EachRule, FiresOnItsAnswersAndOnNoOthers)
{
    for (const auto& c : cases) {
        const auto advice = advise(told(c.consultation), seen(c.zones));
        const auto* rule = advice.rule(c.rule);
        ASSERT_EQ(rule != nullptr, c.because != nullptr) << c.rule << ": " << c.why;
        if (rule == nullptr) continue;
        EXPECT_EQ(rule->because, std::vector<std::string>{c.because}) << c.rule << ": " << c.why;
    }
}

TEST(EachRule, TellsEveryAnswerThatFiredIt)
{
    const auto advice = advise(told(R"({"concerns":["itch","oily"],"scalp_type":"oily","goals":["rest"],"tension":{"jaw":true}})"),
                               seen(R"({"crown":{"conditions":{"oily":3,"tender":2}},"nape":{"conditions":{"oily":2}}})"));
    EXPECT_EQ(because(advice, "C2"), (std::vector<std::string>{"concerns.oily", "scalp_type=oily", "zones.crown.oily=3", "zones.nape.oily=2"}));
    EXPECT_EQ(because(advice, "H1"), (std::vector<std::string>{"concerns.itch", "concerns.oily", "zones.crown.oily=3",
                                                               "zones.crown.tender=2", "zones.nape.oily=2"}));
    EXPECT_EQ(because(advice, "M1"), (std::vector<std::string>{"goals.rest", "tension.jaw"}));
}

TEST(Rules, AreListedInTheOrderOfTheirTable)
{
    const auto everything = told(R"({
        "concerns":["oily","dry","sensitive","flakes","buildup","scalp_pain"],"goals":["rest"],
        "tension":{"headache":"new"},"safety":{"allergies":["nut"],"fever":true},"since_last":{"days_until_oily":4}})");
    EXPECT_EQ(ids(advise(everything, {})), "H1 M1 B1 C1 C2 C3 C4 C5 C7 I1 I2 I5 R1 R3 R4");
    EXPECT_EQ(ids(advise({}, {})), "S0 I3");
}

}  // namespace
}  // namespace kushi
