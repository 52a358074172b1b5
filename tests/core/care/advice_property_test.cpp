#include <iostream>
#include <random>

#include "core/care/allergy.h"
#include "core/care/fit.h"
#include "tests/core/care/advised.h"

namespace kushi {
namespace {

using nlohmann::json;
constexpr int rounds = 1'000;

/// Makes consultations and maps in which each answer is there or not by chance.
class Chance {
public:
    explicit Chance(unsigned seed) : engine_{seed} {}
    int below(int limit) { return std::uniform_int_distribution{0, limit - 1}(engine_); }
    bool one_in(int number) { return below(number) == 0; }

    template <class Enum>
    std::string word()
    {
        return std::string{Words<Enum>::list[static_cast<std::size_t>(below(static_cast<int>(Words<Enum>::list.size())))]};
    }
    template <class Enum>
    json words()
    {
        json list = json::array();
        for (const auto text : Words<Enum>::list) {
            if (one_in(6)) list.push_back(text);
        }
        return list;
    }
    template <class Enum>
    void maybe(json& object, const char* name)
    {
        if (one_in(3)) object[name] = word<Enum>();
    }

    json consultation()
    {
        json all = json::object();
        if (!one_in(4)) all["concerns"] = words<Concern>();
        if (one_in(3)) all["bother"] = below(5);
        if (one_in(3)) all["goals"] = words<Goal>();
        maybe<ScalpType>(all, "scalp_type");
        for (const char* habit : {"dry_shampoo", "styling", "heavy_conditioner", "sea_or_pool", "sport"}) maybe<Habit>(all["life"], habit);
        if (one_in(3)) all["life"]["screen_hours"] = below(49) / 2.0;
        maybe<Headache>(all["tension"], "headache");
        for (const char* place : {"temples", "jaw", "neck", "shoulders"}) {
            if (one_in(4)) all["tension"][place] = one_in(2);
        }
        maybe<Steps>(all["preference"], "steps");
        maybe<Often>(all["preference"], "often");
        for (const auto& question : safety_questions()) {
            if (one_in(2)) all["safety"][question] = one_in(8);
        }
        for (const char* allergy : {"almond", "ラノリン", "Nickel", "menthol"}) {
            if (one_in(5)) all["safety"]["allergies"].push_back(allergy);
        }
        if (one_in(3)) all["since_last"]["days_until_oily"] = below(60);
        if (one_in(3)) all["since_last"]["itch"] = below(5);
        return all;
    }

    json zones()
    {
        json all = json::object();
        for (const auto zone : Words<Zone>::list) {
            for (const auto condition : Words<Condition>::list) {
                if (one_in(20)) all[std::string{zone}]["conditions"][std::string{condition}] = below(5);
            }
        }
        return all;
    }

private:
    std::mt19937 engine_;
};

bool needs_no_reason(const std::string& id) { return id == "S0" || id == "I3"; }

void expect_reasons(const Advice& advice)
{
    for (const auto& rule : advice.rules) {
        EXPECT_EQ(rule.because.empty(), needs_no_reason(rule.id)) << rule.id;
        for (const auto& winner : rule.against) {
            EXPECT_NE(advice.rule(winner), nullptr) << rule.id << " lost to " << winner << ", which did not fire";
            EXPECT_NE(winner, rule.id);
        }
    }
    EXPECT_EQ((advice.rule("I1") != nullptr) || (advice.rule("I2") != nullptr), advice.rule("I3") == nullptr);
    EXPECT_EQ((advice.rule("H1") != nullptr) || (advice.rule("M1") != nullptr), advice.rule("S0") == nullptr);
}

void expect_safety(const Advice& advice)
{
    for (const auto& flag : advice.flags) {
        EXPECT_NE(advice.rule(flag.id), nullptr);
        if (flag.action != FlagAction::stop) continue;
        EXPECT_TRUE(advice.plan == Plan::stop || advice.plan == Plan::gentle_massage_only) << flag.id;
        EXPECT_FALSE(advice.massage_interval);
    }
    if (advice.rule("R1") != nullptr) {
        EXPECT_EQ(advice.steam, Steam::off);
    }
    if (advice.rule("C4") != nullptr) {
        EXPECT_EQ(advice.cleanse, Cleanse::gentle);
        EXPECT_EQ(advice.exfoliation, Exfoliation::none);
        EXPECT_NE(advice.steam, Steam::normal);
    }
    if (advice.rule("I2") != nullptr) {
        EXPECT_EQ(advice.interval.min_weeks, 4);
    }
    if (const auto week = advice.interval.suggested_weeks) {
        EXPECT_GE(*week, advice.interval.min_weeks);
        EXPECT_LE(*week, advice.interval.max_weeks);
    }
}

void expect_no_allergen_missed(const Consultation& consultation, const Advice& alone, const Advice& in_salon, const CareCatalogue& salon)
{
    for (const auto& allergy : consultation.safety.allergies.value_or(std::vector<std::string>{})) {
        EXPECT_NE(std::find(alone.leave_out.begin(), alone.leave_out.end(), allergy), alone.leave_out.end()) << allergy;
        for (const auto& product : salon.products) {
            EXPECT_TRUE(!allergy_matches(allergy, product) || leaves_out(in_salon, product)) << product.id;
        }
    }
}

TEST(AnyConsultation, GivesAnAdviceThatHoldsItsPromises)
{
    const unsigned seed = std::random_device{}();
    std::cout << "seed " << seed << std::endl;
    Chance chance{seed};
    const CareCatalogue salon{{{"p1", "Balm", {"Sweet Almond Oil"}, {"heavy_oil"}}, {"p2", "Mask", {"ラノリンアルコール"}, {}},
                               {"p3", "Mist", {"Water", "Menthol"}, {}}, {"p4", "Plain", {"Glycerin"}, {}}},
                              {{"spa", CareKind::head_spa, {}, {}}, {"massage", CareKind::head_massage, {}, {}}}, {}};
    for (int round = 0; round < rounds && !testing::Test::HasFailure(); ++round) {
        const json said = chance.consultation(), drawn = chance.zones();
        SCOPED_TRACE(said.dump() + drawn.dump());
        const auto consultation = consultation_from_json(said);
        const auto map = scalp_map_from_json(drawn);
        ASSERT_TRUE(consultation && map);
        EXPECT_EQ(*consultation_from_json(to_json(*consultation)), *consultation);
        EXPECT_EQ(*scalp_map_from_json(to_json(*map)), *map);
        const auto alone = advise(*consultation, *map), in_salon = advise(*consultation, *map, {}, salon);
        EXPECT_EQ(to_json(alone, {}), to_json(advise(*consultation, *map), {})) << "the same answers, the same advice";
        EXPECT_EQ(to_json(advice_from_json(json::parse(to_json(in_salon, {}).dump())), {}), to_json(in_salon, {}));
        expect_reasons(alone);
        expect_safety(alone);
        expect_no_allergen_missed(*consultation, alone, in_salon, salon);
    }
}

}  // namespace
}  // namespace kushi
