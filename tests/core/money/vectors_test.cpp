#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

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

TEST(MoneyVectors, OfTheSevenKindsAreAnsweredFieldByField)
{
    const std::set<std::string> kinds{"parse", "receipt", "refund", "allocate", "cash_round", "rate_on", "business_day"};
    int run = 0;
    for (const auto& vector : vectors()) {
        if (!kinds.contains(vector.at("kind"))) continue;
        ++run;
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
    EXPECT_EQ(run, 37);
}

TEST(MoneyVectors, OfOtherKindsAreRefusedByName)
{
    for (const auto* kind : {"stamp", "regno", "ticket", "voucher", "deposit", "zreport", "Receipt", ""}) {
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
