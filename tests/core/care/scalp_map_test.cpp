#include "core/care/scalp_map.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kushi {
namespace {

using nlohmann::json;

TEST(AScalpMap, ComesBackAsItWasDrawn)
{
    json zones = json::object();
    for (const auto zone : Words<Zone>::list) {
        for (const auto condition : Words<Condition>::list) {
            zones[std::string{zone}]["conditions"][std::string{condition}] = static_cast<int>(zone.size() % 5);
        }
    }
    zones["nape"]["note"] = "生え際\n少し赤い";
    const auto read = scalp_map_from_json(zones);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->zones.size(), 8u);
    EXPECT_EQ(to_json(*read), zones);
    EXPECT_EQ(*scalp_map_from_json(json()), ScalpMap{}) << "not drawn yet";
}

TEST(AZone, IsAsSevereAsItsWorstCondition)
{
    const auto map = scalp_map_from_json(json::parse(R"({"crown": {"conditions": {"oily": 1, "redness": 3, "dry": 0}}, "nape": {}})"));
    ASSERT_TRUE(map);
    EXPECT_EQ(severity(map->zones.at(Zone::crown)), 3);
    EXPECT_EQ(severity(map->zones.at(Zone::nape)), 0) << "looked at, nothing said";
    EXPECT_EQ(severity(*map, Zone::crown, Condition::oily), 1);
    EXPECT_EQ(severity(*map, Zone::crown, Condition::tender), 0) << "not looked for";
    EXPECT_EQ(severity(*map, Zone::frontal, Condition::oily), 0) << "zone not looked at";
}

TEST(AScalpMap, IsRefusedWithThePathOfWhatIsWrong)
{
    struct Case { const char* why; const char* text; const char* code; const char* field; };
    for (const auto& c : {
             Case{"not an object", R"([])", "bad_request", "zones"},
             Case{"an unknown zone", R"({"forehead": {}})", "unknown_word", "zones.forehead"},
             Case{"an unknown condition", R"({"crown": {"conditions": {"itch": 1}}})", "unknown_word", "zones.crown.conditions.itch"},
             Case{"severity over 4", R"({"crown": {"conditions": {"oily": 5}}})", "out_of_range", "zones.crown.conditions.oily"},
             Case{"severity under 0", R"({"crown": {"conditions": {"oily": -1}}})", "out_of_range", "zones.crown.conditions.oily"},
             Case{"severity as text", R"({"crown": {"conditions": {"oily": "3"}}})", "bad_request", "zones.crown.conditions.oily"},
             Case{"conditions as a list", R"({"crown": {"conditions": ["oily"]}})", "bad_request", "zones.crown.conditions"},
             Case{"a field of no paper", R"({"crown": {"oily": 3}})", "unknown_field", "zones.crown.oily"},
             Case{"a note of no text", R"({"crown": {"note": 3}})", "bad_request", "zones.crown.note"}}) {
        const auto read = scalp_map_from_json(json::parse(c.text));
        ASSERT_FALSE(read) << c.why;
        EXPECT_EQ(read.error().code, c.code) << c.why;
        EXPECT_EQ(read.error().field, c.field) << c.why;
    }
}

TEST(ANoteOfAZone, HoldsTwoThousandCharacters)
{
    const auto with = [](std::size_t length) { return scalp_map_from_json({{"crown", {{"note", std::string(length, 'n')}}}}); };
    EXPECT_TRUE(with(2'000));
    EXPECT_EQ(with(2'001).error(), (Refusal{"too_long", "zones.crown.note", "2000"}));
}

}  // namespace
}  // namespace kushi
