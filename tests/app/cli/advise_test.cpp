#include "app/cli/advise.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

namespace kushi::cli {
namespace {

using nlohmann::json;

struct Answered {
    int exit_code;
    std::vector<json> lines;
    std::string err;
};

Answered ask(const std::string& input, const std::string& language = {})
{
    std::istringstream in{input};
    std::ostringstream out, err;
    const int exit_code = run_advise({.data = {}, .as = {}, .language = language, .options = {}, .words = {}, .in = in, .out = out, .err = err});
    Answered answered{exit_code, {}, err.str()};
    std::istringstream lines{out.str()};
    for (std::string line; std::getline(lines, line);) answered.lines.push_back(json::parse(line));
    return answered;
}

TEST(Advise, AnswersEachLineWithARecommendation)
{
    const auto [exit_code, lines, err] = ask(R"({"consultation":{"concerns":["oily","sensitive"],"safety":{"allergies":["almond"]}}}
{"zones":{"crown":{"conditions":{"dry":2}}},"history":{"days_until_oily":30}}
{})");
    EXPECT_EQ(exit_code, done);
    EXPECT_EQ(err, "");
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[0]["ok"], true);
    EXPECT_EQ(lines[0]["plan"], "head_spa");
    EXPECT_EQ(lines[0]["cleanse"], "gentle");
    EXPECT_EQ(lines[0]["leave_out"], (json{"heavy_oil", "almond"}));
    EXPECT_EQ(lines[0]["rules"][1], (json{{"id", "C2"}, {"because", {"concerns.oily"}}, {"against", json::array({"C4"})}}));
    EXPECT_EQ(lines[1]["interval"], (json{{"min_weeks", 2}, {"max_weeks", 4}, {"suggested_weeks", 4}}));
    EXPECT_EQ(lines[2]["rules"], (json{{{"id", "S0"}, {"because", json::array()}, {"against", json::array()}},
                                       {{"id", "I3"}, {"because", json::array()}, {"against", json::array()}}}));
    EXPECT_FALSE(lines[2].contains("massage_interval"));
    EXPECT_FALSE(lines[2]["text"].empty());
}

TEST(Advise, GoesOnAfterARefusalAndEndsWithOne)
{
    const auto [exit_code, lines, err] = ask(R"({"consultation":{"concerns":["dandruff"]}}
not json
{"zones":{},"zones":{}}
{"consultation":{},"note":"x"}
{"zones":{"crown":{"conditions":{"oily":5}}}}
{"consultation":[]}
{"history":{"itch":9}}
{"consultation":{"goals":["rest"]}})");
    EXPECT_EQ(exit_code, refused_with_reason);
    ASSERT_EQ(lines.size(), 8u);
    struct Case { const char* code; const char* field; };
    const Case cases[]{{"unknown_word", "concerns"}, {"bad_json", ""}, {"duplicate_field", "zones"}, {"unknown_field", "note"},
                       {"out_of_range", "zones.crown.conditions.oily"}, {"bad_request", "consultation"}, {"out_of_range", "history.itch"}};
    for (std::size_t i = 0; i < std::size(cases); ++i) {
        EXPECT_EQ(lines[i]["ok"], false);
        EXPECT_EQ(lines[i]["error"]["code"], cases[i].code) << i;
        EXPECT_EQ(lines[i]["error"].value("field", ""), cases[i].field) << i;
        EXPECT_NE(lines[i]["error"]["message"], "") << i;
    }
    EXPECT_EQ(lines[7]["plan"], "head_massage");
    EXPECT_THAT(err, testing::HasSubstr("kushi: This word is not one of those listed (concerns: oily, "));
}

TEST(Advise, SpeaksTheAskedLanguage)
{
    EXPECT_EQ(ask("{}").lines[0]["text"][0], "Nothing asks for special care today, so we suggest our signature head spa.");
    EXPECT_EQ(ask("{}", "ja").lines[0]["text"][0], "特に気になる点はありませんので、当店定番のヘッドスパをおすすめします。");
    EXPECT_EQ(ask("[]", "ja").lines[0]["error"]["message"], "必要な内容がないか、形式が異なります。");
}

TEST(Advise, SaysNothingToNothing)
{
    const auto answered = ask("\n\n");
    EXPECT_EQ(answered.exit_code, done);
    EXPECT_TRUE(answered.lines.empty());
}

TEST(Advise, TellsWhenItsAnswerCannotBeWritten)
{
    std::istringstream in{"{}\n{}"};
    std::ostringstream out, err;
    out.setstate(std::ios::badbit);
    EXPECT_EQ(run_advise({.data = {}, .as = {}, .language = {}, .options = {}, .words = {}, .in = in, .out = out, .err = err}), io_error);
}

}  // namespace
}  // namespace kushi::cli
