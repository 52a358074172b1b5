#include "app/cli/calc.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

namespace kushi::cli {
namespace {

using nlohmann::json;

struct Ran {
    int exit_code = -1;
    std::vector<json> answers;
};

Ran run_on(const std::string& input)
{
    std::istringstream in{input};
    std::ostringstream out;
    std::ostringstream err;
    Ran ran;
    ran.exit_code = calc_command().run(Invocation{{}, {}, {}, {}, {}, in, out, err});
    EXPECT_EQ(err.str(), "");
    std::istringstream lines{out.str()};
    for (std::string line; std::getline(lines, line);) ran.answers.push_back(json::parse(line));
    return ran;
}

std::string nested(int levels)
{
    const auto count = static_cast<std::size_t>(levels);
    return std::string(count, '[') + std::string(count, ']');
}

TEST(Calc, AnswersEveryVectorOnALineOfItsOwn)
{
    std::ifstream file{KUSHI_TEST_DATA "/money_vectors.json"};
    const json vectors = json::parse(file).at("vectors");
    std::string input;
    for (const auto& vector : vectors) input += vector.dump() + "\n";
    const auto ran = run_on(input);
    EXPECT_EQ(ran.exit_code, done);
    ASSERT_EQ(ran.answers.size(), vectors.size());
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        for (const auto& [field, value] : vectors[i].at("expected").items()) {
            EXPECT_EQ(ran.answers[i].value(field, json()), value) << vectors[i].at("id") << ' ' << field;
        }
    }
}

TEST(Calc, RejectsADamagedLineAndGoesOn)
{
    const std::string good = R"({"kind":"allocate","input":{"total":100,"weights":[100,100,100]}})";
    const std::string padding(1 << 20, ' ');
    struct Case { const char* why; std::string line; };
    for (const auto& c : {Case{"no JSON", "hello"}, Case{"a name alone", "\"kind\""}, Case{"half an object", R"({"kind":)"},
                          Case{"two values", good + good}, Case{"a value that is no object", "[1]"},
                          Case{"invalid UTF-8", "{\"kind\":\"\xff\"}"}, Case{"a NUL", std::string(1, '\0')},
                          Case{"65 levels", R"({"kind":"allocate","input":{"total":0,"weights":)" + nested(63) + "}}"},
                          Case{"half a million levels", nested(500'000)},
                          Case{"over a mebibyte", good + padding},
                          Case{"a field twice", R"({"kind":"allocate","input":{"total":1,"total":2,"weights":[3]}})"}}) {
        const auto ran = run_on(c.line + "\n" + good + "\r\n" + good);
        EXPECT_EQ(ran.exit_code, done) << c.why;
        ASSERT_EQ(ran.answers.size(), 3U) << c.why;
        EXPECT_EQ(ran.answers[0].value("reject", false), true) << c.why;
        EXPECT_EQ(ran.answers[0].value("code", ""), "bad_request") << c.why;
        EXPECT_TRUE(ran.answers[0].contains("reason")) << c.why;
        EXPECT_EQ(ran.answers[1], json::parse(R"({"parts":[34,33,33]})")) << c.why;
        EXPECT_EQ(ran.answers[2], ran.answers[1]) << c.why << ": the last line needs no end";
    }
}

TEST(Calc, PassesOverBlankLines)
{
    EXPECT_EQ(run_on("\n \t\r\n" R"({"kind":"allocate","input":{"total":1,"weights":[1]}})" "\n\n").answers.size(), 1U);
}

TEST(Calc, TakesTheSameFieldInTwoObjects)
{
    const auto ran = run_on(R"({"kind":"receipt","input":{"config":{"price_mode":"inclusive","tax_rounding":"floor","tax_point":"per_rate"},)"
                            R"("lines":[{"unit":100,"qty":"1","rate":"0.10"},{"unit":200,"qty":"1","rate":"0.10"}]}})");
    ASSERT_EQ(ran.answers.size(), 1U);
    EXPECT_EQ(ran.answers[0].value("total", 0), 300);
}

TEST(Calc, EndsWellWithoutInputAndSaysWhenItCannotWrite)
{
    EXPECT_EQ(run_on("").exit_code, done);
    std::istringstream in{"{}\n"};
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    EXPECT_EQ(run_calc(Invocation{{}, {}, {}, {}, {}, in, out, out}), io_error);
}

}  // namespace
}  // namespace kushi::cli
