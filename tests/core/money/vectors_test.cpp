#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <map>

#include "core/money/calculator.h"

namespace kushi {
namespace {

using nlohmann::json;

json vectors()
{
    std::ifstream file{KUSHI_TEST_DATA "/money_vectors.json"};
    return json::parse(file).at("vectors");
}

json answer_to(const json& line)
{
    const auto answer = calculate(line);
    return json::parse((answer ? *answer : rejection(answer.error())).dump());
}

TEST(MoneyVectors, OfEveryKindAreAnsweredFieldByField)
{
    std::map<std::string, int> run;
    for (const auto& vector : vectors()) {
        ++run[vector.at("kind")];
        const json answer = answer_to(vector);
        const json& expected = vector.at("expected");
        for (const auto& [field, value] : expected.items()) {
            EXPECT_EQ(answer.value(field, json()), value) << vector.at("id") << ' ' << field << ": " << vector.at("why");
        }
        // Nothing stands beside the expected fields but the code of a refusal and the field at fault.
        for (const auto& [field, value] : answer.items()) {
            EXPECT_TRUE(expected.contains(field) || (expected.contains("reject") && (field == "code" || field == "field")))
                << vector.at("id") << ' ' << field;
        }
    }
    const std::map<std::string, int> in_the_file{{"parse", 3},   {"receipt", 14},     {"refund", 6},  {"allocate", 3}, {"cash_round", 6},
                                                 {"rate_on", 2}, {"business_day", 3}, {"stamp", 3},   {"regno", 2},    {"ticket", 5},
                                                 {"voucher", 3}, {"deposit", 1},      {"zreport", 6}};
    EXPECT_EQ(run, in_the_file);
}

TEST(MoneyVectors, OfReportsAndLedgersHaveTheirFieldsInOrder)
{
    std::ifstream file{KUSHI_TEST_DATA "/money_vectors.json"};
    for (const auto& vector : nlohmann::ordered_json::parse(file).at("vectors")) {
        const std::string kind = vector.at("kind");
        if (kind != "zreport" && kind != "ticket" && kind != "voucher" && kind != "deposit" && kind != "stamp") continue;
        if (vector.at("expected").contains("reject")) continue;
        EXPECT_EQ(calculate(json::parse(vector.dump()))->dump(), vector.at("expected").dump()) << vector.at("id");
    }
}

TEST(MoneyVectors, OfOtherKindsAreRefusedByName)
{
    for (const auto* kind : {"Receipt", "tax", "z", ""}) {
        const auto answer = calculate({{"kind", kind}, {"input", json::object()}});
        ASSERT_FALSE(answer) << kind;
        EXPECT_EQ(answer.error().code, "unknown_kind") << kind;
    }
}

TEST(MoneyVectors, NeedNoCurrency)
{
    for (auto vector : vectors()) {
        if (vector.at("kind") != "receipt") continue;
        vector["currency"] = nullptr;
        const json with_null = answer_to(vector);
        vector.erase("currency");
        EXPECT_EQ(answer_to(vector), with_null) << vector.at("id");
        EXPECT_EQ(with_null.contains("reject"), vector.at("expected").contains("reject")) << vector.at("id");
    }
}

}  // namespace
}  // namespace kushi
