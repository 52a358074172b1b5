#include "core/care/consultation.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kushi {
namespace {

using nlohmann::json;

/// A consultation in which everything was answered.
json full()
{
    return json::parse(R"({
        "concerns": ["oily", "itch"], "bother": 3, "scalp_type": "combination",
        "hair": {"type": "fine", "lengths": "dry", "coloured": true}, "wash": "every_2_days",
        "life": {"dry_shampoo": "never", "styling": "often", "heavy_conditioner": "sometimes", "sea_or_pool": "never",
                 "sport": "often", "screen_hours": 7.5},
        "tension": {"headache": "new", "temples": true, "jaw": false, "neck": true, "shoulders": false, "sleep": "poor", "stress": 4},
        "goals": ["rest", "gift"],
        "preference": {"steps": "few", "often": "none", "pressure": "firm", "temperature": "hot", "scent": "any", "talk": "quiet"},
        "safety": {"allergies": ["アーモンド", "nickel"], "broken_skin": false, "infection": false, "lice_or_ringworm": false,
                   "fever": true, "high_blood_pressure": false, "pregnant": false, "surgery": false, "recent_colour": true,
                   "medication": false, "extensions": false},
        "since_last": {"days_until_oily": 5, "itch": 0, "comfort": 4, "roots": 2, "home_care": "partly"}})");
}

TEST(AConsultation, ComesBackAsItWasTold)
{
    const auto read = consultation_from_json(full());
    ASSERT_TRUE(read) << read.error().code << " " << read.error().field;
    EXPECT_EQ(to_json(*read), full());
    EXPECT_EQ(to_json(*consultation_from_json(json::parse(R"({"life": {"screen_hours": 7}})"))).dump(),
              R"({"life":{"screen_hours":7}})");
}

TEST(AConsultation, StartsEmptyAndNotWithNo)
{
    const auto read = consultation_from_json(json::object());
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, Consultation{});
    EXPECT_EQ(to_json(*read), json::object());
    EXPECT_FALSE(safety_answered(*read));
    const auto none_named = consultation_from_json(json::parse(R"({"concerns": [], "safety": {"allergies": []}})"));
    EXPECT_NE(*none_named, Consultation{}) << "asked and answered with nothing is an answer";
    EXPECT_EQ(to_json(*none_named).dump(), R"({"concerns":[],"safety":{"allergies":[]}})");
    EXPECT_EQ(*consultation_from_json(json::parse(R"({"scalp_type": null, "life": null, "safety": {"fever": null}})")),
              Consultation{}) << "null is unanswered";
}

TEST(AConsultation, CountsAConcernOnce)
{
    const auto read = consultation_from_json(json::parse(R"({"concerns": ["itch", "oily", "itch"]})"));
    ASSERT_TRUE(read);
    EXPECT_EQ(to_json(*read).dump(), R"({"concerns":["itch","oily"]})");
}

TEST(AConsultation, IsRefusedWithThePathOfWhatIsWrong)
{
    struct Case { const char* why; const char* text; const char* code; const char* field; };
    const Case cases[]{
        {"not an object", "[]", "bad_request", ""},
        {"a field of no paper", R"({"mood": 1})", "unknown_field", "mood"},
        {"a field in the wrong part", R"({"life": {"jaw": true}})", "unknown_field", "life.jaw"},
        {"an unknown concern", R"({"concerns": ["oily", "dandruff"]})", "unknown_word", "concerns"},
        {"another case is another word", R"({"concerns": ["Oily"]})", "unknown_word", "concerns"},
        {"concerns are a list", R"({"concerns": "oily"})", "bad_request", "concerns"},
        {"of words", R"({"concerns": [1]})", "bad_request", "concerns"},
        {"an unknown habit", R"({"life": {"dry_shampoo": "always"}})", "unknown_word", "life.dry_shampoo"},
        {"a habit is no number", R"({"life": {"dry_shampoo": 2}})", "bad_request", "life.dry_shampoo"},
        {"life is an object", R"({"life": []})", "bad_request", "life"},
        {"bother under 0", R"({"bother": -1})", "out_of_range", "bother"},
        {"bother over 4", R"({"bother": 5})", "out_of_range", "bother"},
        {"bother in halves", R"({"bother": 2.5})", "bad_request", "bother"},
        {"bother is no yes", R"({"bother": true})", "bad_request", "bother"},
        {"past 63 bits", R"({"bother": 18446744073709551615})", "out_of_range", "bother"},
        {"stress over 4", R"({"tension": {"stress": 5}})", "out_of_range", "tension.stress"},
        {"itch over 4", R"({"since_last": {"itch": 5}})", "out_of_range", "since_last.itch"},
        {"days under 0", R"({"since_last": {"days_until_oily": -1}})", "out_of_range", "since_last.days_until_oily"},
        {"hours under 0", R"({"life": {"screen_hours": -0.5}})", "out_of_range", "life.screen_hours"},
        {"hours over a day", R"({"life": {"screen_hours": 24.5}})", "out_of_range", "life.screen_hours"},
        {"hours as text", R"({"life": {"screen_hours": "7"}})", "bad_request", "life.screen_hours"},
        {"a yes as text", R"({"safety": {"fever": "yes"}})", "bad_request", "safety.fever"},
        {"an unknown safety question", R"({"safety": {"vaccinated": true}})", "unknown_field", "safety.vaccinated"},
        {"allergies are a list", R"({"safety": {"allergies": "nuts"}})", "bad_request", "safety.allergies"},
        {"of text", R"({"safety": {"allergies": [1]}})", "bad_request", "safety.allergies"},
        {"with something in it", R"({"safety": {"allergies": [" "]}})", "bad_request", "safety.allergies"},
        {"and no control bytes", R"({"safety": {"allergies": ["a\u0000b"]}})", "bad_request", "safety.allergies"},
    };
    for (const auto& c : cases) {
        const auto read = consultation_from_json(json::parse(c.text));
        ASSERT_FALSE(read) << c.why;
        EXPECT_EQ(read.error().code, c.code) << c.why;
        EXPECT_EQ(read.error().field, c.field) << c.why;
    }
}

TEST(AConsultation, TakesTheEndsOfEveryScale)
{
    for (const char* text : {R"({"bother": 0})", R"({"bother": 4})", R"({"life": {"screen_hours": 0}})",
                             R"({"life": {"screen_hours": 24}})", R"({"since_last": {"days_until_oily": 365}})"}) {
        EXPECT_TRUE(consultation_from_json(json::parse(text))) << text;
    }
}

TEST(Allergies, HaveLimits)
{
    std::string kanji;
    for (int i = 0; i < 200; ++i) kanji += "卵";
    const auto with = [](const json& allergies) { return consultation_from_json({{"safety", {{"allergies", allergies}}}}); };
    EXPECT_TRUE(with(json::array({kanji}))) << "200 characters, not bytes";
    EXPECT_EQ(with(json::array({kanji + "x"})).error(), (Refusal{"too_long", "safety.allergies", "200"}));
    EXPECT_TRUE(with(std::vector<std::string>(100, "nut")));
    EXPECT_EQ(with(std::vector<std::string>(101, "nut")).error(), (Refusal{"too_long", "safety.allergies", "100"}));
}

TEST(ARefusal, DoesNotEchoForeignText)
{
    const auto read = consultation_from_json({{"life", {{std::string(1'000'000, 'x'), 1}}}});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().field, "life");
    EXPECT_EQ(consultation_from_json({{"scalp_type", "090-1234-5678"}}).error().detail, "oily, balanced, dry, sensitive, combination");
}

TEST(Safety, IsAnsweredWhenEveryQuestionHasTrueOrFalse)
{
    ASSERT_EQ(safety_questions().size(), 10u);
    json safety = json::object();
    for (const std::string& question : safety_questions()) {
        EXPECT_FALSE(safety_answered(*consultation_from_json({{"safety", safety}}))) << "before " << question;
        safety[question] = safety.size() % 2 == 0;
    }
    EXPECT_TRUE(safety_answered(*consultation_from_json({{"safety", safety}}))) << "allergies are no question of yes or no";
}

}  // namespace
}  // namespace kushi
