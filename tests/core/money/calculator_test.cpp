#include "core/money/calculator.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kushi {
namespace {

using nlohmann::json;

json sale() { return json::parse(R"({"config":{"price_mode":"inclusive","tax_rounding":"floor","tax_point":"per_rate"},
    "lines":[{"unit":1100,"qty":"2","rate":"0.10","discount_pct":"10","discount":100,"discountable":true}],
    "bill_discount":10,"service_charge_pct":"10","service_charge_rate":"0.10","tip":100,
    "cash_rounding":{"step":5,"mode":"half_up"},"known_rates":["0.10"],"tenders":[{"type":"cash","amount":5000}]})"); }

std::string refusal_of(const char* kind, const json& input)
{
    const auto answer = calculate({{"kind", kind}, {"input", input}});
    return answer ? "answered " + answer->dump() : answer.error().code + " " + answer.error().field;
}

TEST(Calculator, RefusesWrongTypesByTheFieldAtFault)
{
    ASSERT_TRUE(calculate({{"kind", "receipt"}, {"input", sale()}}));
    struct Case { const char* why; const char* pointer; json value; const char* refusal; };
    for (const auto& c : std::vector<Case>{
             {"a float that is whole", "/lines/0/unit", 1100.0, "bad_request lines[0].unit"},
             {"a fraction", "/lines/0/unit", 1100.5, "bad_request lines[0].unit"},
             {"an amount as text", "/lines/0/unit", "1100", "bad_request lines[0].unit"},
             {"true for 1", "/lines/0/unit", true, "bad_request lines[0].unit"},
             {"nothing", "/lines/0/unit", nullptr, "bad_request lines[0].unit"},
             {"2^63", "/lines/0/unit", 9'223'372'036'854'775'808ULL, "bad_request lines[0].unit"},
             {"2^64, which the parser makes a float", "/lines/0/unit", json::parse("18446744073709551616"), "bad_request lines[0].unit"},
             {"2^53 + 1", "/lines/0/unit", 9'007'199'254'740'993, "out_of_range lines[0].unit"},
             {"a quantity as a number", "/lines/0/qty", 2, "bad_request lines[0].qty"},
             {"a quantity of nothing", "/lines/0/qty", "0", "bad_quantity lines[0].qty"},
             {"a ten-thousandth", "/lines/0/qty", "0.0001", "too_many_decimals lines[0].qty"},
             {"an exponent", "/lines/0/qty", "1e9", "bad_number lines[0].qty"},
             {"a thousand million", "/lines/0/qty", "1000000000", "out_of_range lines[0].qty"},
             {"a rate as a number", "/lines/0/rate", 0.1, "bad_request lines[0].rate"},
             {"a rate in per cent", "/lines/0/rate", "10", "out_of_range lines[0].rate"},
             {"over a hundred per cent", "/lines/0/discount_pct", "100.0001", "out_of_range lines[0].discount_pct"},
             {"below zero", "/lines/0/discount_pct", "-1", "bad_number lines[0].discount_pct"},
             {"more than the line", "/lines/0/discount", 1'981, "discount_exceeds_amount lines[0].discount"},
             {"a word for true", "/lines/0/discountable", "yes", "bad_request lines[0].discountable"},
             {"no object", "/lines/0", 5, "bad_request lines[0]"},
             {"no array", "/lines", json::object(), "bad_request lines"},
             {"a mode of another country", "/config/price_mode", "both", "bad_request config.price_mode"},
             {"a mode for cash alone", "/config/tax_rounding", "half_even", "bad_request config.tax_rounding"},
             {"no text", "/config/tax_point", 1, "bad_request config.tax_point"},
             {"an unknown field", "/config/tax_pont", "per_rate", "bad_request config"},
             {"an unknown field of a line", "/lines/0/quantity", "1", "bad_request lines[0]"},
             {"an unknown field of the receipt", "/discount", 5, "bad_request "},
             {"a charge that is no number", "/service_charge_pct", "ten", "bad_number service_charge_pct"},
             {"a tip below zero", "/tip", -1, "bad_amount tip"},
             {"a step of nothing", "/cash_rounding/step", 0, "bad_step cash_rounding.step"},
             {"an unknown mode", "/cash_rounding/mode", "up", "bad_request cash_rounding.mode"},
             {"a rate that is known but wrong", "/known_rates/0", "0.10x", "bad_number known_rates[0]"},
             {"cash with a capital gives no change by mistake", "/tenders/0/type", "Cash", "bad_request tenders[0].type"},
             {"nor with a blank", "/tenders/0/type", "cash ", "bad_request tenders[0].type"},
             {"a tender below zero", "/tenders/0/amount", -5000, "bad_amount tenders"},
             {"no object for a tender", "/tenders/0", "cash", "bad_request tenders[0]"}}) {
        json input = sale();
        input[json::json_pointer{c.pointer}] = c.value;
        EXPECT_EQ(refusal_of("receipt", input), c.refusal) << c.why;
    }
}

TEST(Calculator, RefusesMissingFields)
{
    for (const auto* field : {"config", "lines"}) {
        json input = sale();
        input.erase(field);
        EXPECT_EQ(refusal_of("receipt", input), std::string{"bad_request "} + field);
    }
    for (const auto* field : {"service_charge_pct", "service_charge_rate"}) {
        json input = sale();
        input.erase(field);
        EXPECT_EQ(refusal_of("receipt", input), std::string{"bad_request "} + field) << "one without the other";
    }
    for (const auto* field : {"unit", "qty", "rate"}) {
        json input = sale();
        input["lines"][0].erase(field);
        EXPECT_EQ(refusal_of("receipt", input), std::string{"bad_request lines[0]."} + field);
    }
}

TEST(Calculator, RefusesLinesThatAreNoRequest)
{
    struct Case { const char* why; json line; const char* code; };
    for (const auto& c : std::vector<Case>{{"no object", 5, "bad_request"}, {"nothing", nullptr, "bad_request"}, {"an array", json::array(), "bad_request"},
                                           {"no kind", {{"input", json::object()}}, "bad_request"}, {"a kind that is no text", {{"kind", 1}, {"input", 1}}, "bad_request"},
                                           {"no input", {{"kind", "allocate"}}, "bad_request"}, {"an input that is no object", {{"kind", "allocate"}, {"input", 5}}, "bad_request"},
                                           {"an unknown kind", {{"kind", "tax"}, {"input", json::object()}}, "unknown_kind"},
                                           {"a currency that is none", {{"kind", "receipt"}, {"currency", "XXX"}, {"input", sale()}}, "unknown_currency"},
                                           {"a currency that is no text", {{"kind", "receipt"}, {"currency", 392}, {"input", sale()}}, "bad_request"}}) {
        const auto answer = calculate(c.line);
        ASSERT_FALSE(answer) << c.why;
        EXPECT_EQ(answer.error().code, c.code) << c.why;
    }
}

TEST(Calculator, RefusesBadInputOfEveryKind)
{
    struct Case { const char* why; const char* kind; const char* input; const char* refusal; };
    for (const auto& c : {Case{"no text", "parse", R"({"currency":"JPY"})", "bad_request text"},
                          Case{"no currency anywhere", "parse", R"({"text":"5"})", "bad_request currency"},
                          Case{"a number", "parse", R"({"text":5,"currency":"JPY"})", "bad_request text"},
                          Case{"an unknown currency", "parse", R"({"text":"5","currency":"XXX"})", "unknown_currency currency"},
                          Case{"a float to share out", "allocate", R"({"total":1.0,"weights":[1]})", "bad_request total"},
                          Case{"a float that weighs", "allocate", R"({"total":1,"weights":[1,1.5]})", "bad_request weights[1]"},
                          Case{"no weights", "allocate", R"({"total":1})", "bad_request weights"},
                          Case{"below zero", "allocate", R"({"total":1,"weights":[2,-1]})", "bad_amount weights"},
                          Case{"no step", "cash_round", R"({"amount":5,"mode":"floor"})", "bad_request step"},
                          Case{"a step of nothing", "cash_round", R"({"amount":5,"step":0,"mode":"floor"})", "bad_step step"},
                          Case{"an unknown mode", "cash_round", R"({"amount":5,"step":5,"mode":"bankers"})", "bad_request mode"},
                          Case{"no such date", "rate_on", R"({"table":[["2019-10-01","0.08"]],"date":"2027-02-29"})", "bad_date date"},
                          Case{"no such date in the table", "rate_on", R"({"table":[["2019-1-1","0.08"]],"date":"2027-02-28"})", "bad_date table[0]"},
                          Case{"a row of one", "rate_on", R"({"table":[["2019-10-01"]],"date":"2027-02-28"})", "bad_request table[0]"},
                          Case{"a rate in per cent", "rate_on", R"({"table":[["2019-10-01","8"]],"date":"2027-02-28"})", "out_of_range table[0]"},
                          Case{"before the table", "rate_on", R"({"table":[["2019-10-01","0.08"]],"date":"2019-09-30"})", "unknown_rate date"},
                          Case{"no medium", "stamp", R"({"amount":5,"tax":0,"tax_stated":true,"tender":"cash"})", "bad_request medium"},
                          Case{"a medium of stone", "stamp", R"({"amount":5,"tax":0,"tax_stated":true,"tender":"cash","medium":"stone"})", "bad_request medium"},
                          Case{"Cash with a capital", "stamp", R"({"amount":5,"tax":0,"tax_stated":true,"tender":"Cash","medium":"paper"})", "bad_request tender"},
                          Case{"a word for true", "stamp", R"({"amount":5,"tax":0,"tax_stated":"yes","tender":"cash","medium":"paper"})", "bad_request tax_stated"},
                          Case{"more tax than money", "stamp", R"({"amount":5,"tax":6,"tax_stated":true,"tender":"cash","medium":"paper"})", "bad_amount tax"},
                          Case{"below zero", "stamp", R"({"amount":-5,"tax":0,"tax_stated":true,"tender":"cash","medium":"paper"})", "bad_amount amount"},
                          Case{"a float", "stamp", R"({"amount":5.0,"tax":0,"tax_stated":true,"tender":"cash","medium":"paper"})", "bad_request amount"},
                          Case{"a number for a text", "regno", R"({"text":7000012050002})", "bad_request text"},
                          Case{"no text", "regno", R"({})", "bad_request text"},
                          Case{"an unknown zone", "business_day", R"({"utc":"2026-11-21T17:30:00Z","tz":"JST","cutoff":"05:00"})", "bad_zone tz"},
                          Case{"a path", "business_day", R"({"utc":"2026-11-21T17:30:00Z","tz":"../x","cutoff":"05:00"})", "bad_zone tz"},
                          Case{"24:00", "business_day", R"({"utc":"2026-11-21T17:30:00Z","tz":"Asia/Tokyo","cutoff":"24:00"})", "bad_cutoff cutoff"},
                          Case{"local time", "business_day", R"({"utc":"2026-11-21T17:30:00+09:00","tz":"Asia/Tokyo","cutoff":"05:00"})", "bad_instant utc"}}) {
        EXPECT_EQ(refusal_of(c.kind, json::parse(c.input)), c.refusal) << c.why;
    }
}

TEST(Calculator, RefusesBadRefunds)
{
    struct Case { const char* why; const char* refunds; const char* refusal; };
    for (const auto& c : {Case{"no array", "{}", "bad_request refunds"}, Case{"no lines", R"([{}])", "bad_request refunds[0].lines"},
                          Case{"an empty refund", R"([{"lines":{}}])", "bad_quantity lines"}, Case{"a quantity as a number", R"([{"lines":{"0":1}}])", "bad_request refunds[0].lines"},
                          Case{"a line that was not sold", R"([{"lines":{"1":"1"}}])", "unknown_line lines.1"}, Case{"a name for a line", R"([{"lines":{"x":"1"}}])", "unknown_line refunds[0].lines"},
                          Case{"another way to write 0", R"([{"lines":{"00":"1"}}])", "unknown_line refunds[0].lines"}, Case{"below zero", R"([{"lines":{"-1":"1"}}])", "unknown_line refunds[0].lines"},
                          Case{"past 64 bits", R"([{"lines":{"18446744073709551616":"1"}}])", "unknown_line refunds[0].lines"},
                          Case{"more than was sold", R"([{"lines":{"0":"2"}},{"lines":{"0":"0.001"}}])", "more_than_sold lines.0"}}) {
        EXPECT_EQ(refusal_of("refund", {{"sale", sale()}, {"refunds", json::parse(c.refunds)}}), c.refusal) << c.why;
    }
    json unpriced = sale();
    unpriced["lines"][0]["unit"] = -1;
    EXPECT_EQ(refusal_of("refund", {{"sale", unpriced}, {"refunds", json::array()}}), "bad_amount lines[0].unit");
}

TEST(Calculator, GivesACashSaleBackInCashUnlessItIsSaidOtherwise)
{
    const auto first_refund = [](const char* refund, const char* tenders) {
        json input = {{"sale", json::parse(R"({"config":{"price_mode":"inclusive","tax_rounding":"floor","tax_point":"per_rate"},
            "lines":[{"unit":198,"qty":"1","rate":"0"}],"cash_rounding":{"step":5,"mode":"floor"}})")}, {"refunds", {json::parse(refund)}}};
        if (*tenders != '\0') input["sale"]["tenders"] = json::parse(tenders);
        return json::parse(calculate({{"kind", "refund"}, {"input", input}}).value().dump()).at("refunds").at(0);
    };
    const auto* cash = R"([{"type":"cash","amount":195}])";
    const auto* card = R"([{"type":"card","amount":198}])";
    EXPECT_EQ(first_refund(R"({"lines":{"0":"1"}})", cash).value("cash_out", 0), 195) << "CR-RF-02: what was paid, not 2.00";
    EXPECT_EQ(first_refund(R"({"lines":{"0":"1"}})", cash).value("cash_rounding", 0), -3);
    EXPECT_EQ(first_refund(R"({"lines":{"0":"1"},"tender":"cash"})", "").value("cash_out", 0), 195);
    for (const auto& refund : {first_refund(R"({"lines":{"0":"1"},"tender":"card"})", cash), first_refund(R"({"lines":{"0":"1"}})", card),
                               first_refund(R"({"lines":{"0":"1"}})", "")}) {
        EXPECT_FALSE(refund.contains("cash_out"));
        EXPECT_EQ(refund.value("amount", 0), 198);
    }
}

TEST(Calculator, TakesTheCurrencyOfTheLineForAnAmountWithoutOne)
{
    const auto answer = calculate({{"kind", "parse"}, {"currency", "KWD"}, {"input", {{"text", "1.5"}}}});
    EXPECT_EQ(answer.value().dump(), R"({"minor":1500,"formatted":"1.500"})");
}

TEST(Rejection, SpeaksOfTheCurrencyOnlyWhereThereIsOne)
{
    EXPECT_EQ(rejection({"too_many_decimals", "text", "0"}).dump(),
              R"({"reject":true,"reason":"more decimals than the currency has","code":"too_many_decimals","field":"text"})");
    EXPECT_EQ(rejection({"too_many_decimals", "lines[0].qty", "3"}).value("reason", ""), "too many decimals");
    EXPECT_EQ(rejection({"some_new_code"}).value("reason", ""), "some_new_code");
}

}  // namespace
}  // namespace kushi
