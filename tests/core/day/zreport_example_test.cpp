#include "core/day/zreport_example.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kushi {
namespace {

using nlohmann::json;

constexpr const char* sale = R"({"type":"sale","sale":{"config":{"price_mode":"inclusive","tax_rounding":"floor","tax_point":"per_rate"},
    "lines":[{"unit":8800,"rate":"0.10","qty":"1"}],"tenders":[{"type":"cash","amount":10000}]}})";

json events(std::initializer_list<const char*> texts)
{
    json all = json::array();
    for (const auto* text : texts) all.push_back(json::parse(text));
    return all;
}

json day_of(std::initializer_list<const char*> texts)
{
    return json::parse(zreport_example({{"events", events(texts)}}).value().dump());
}

std::string refusal_of(std::initializer_list<const char*> texts)
{
    const auto answer = zreport_example({{"events", events(texts)}});
    return answer ? "answered " + answer->dump() : answer.error().code + ' ' + answer.error().field;
}

TEST(ZreportExamples, TakeAVoidedSaleBackWithItsTipRoundingAndPrepaid)
{
    const json day = day_of({R"({"type":"sale","sale":{"config":{"price_mode":"inclusive","tax_rounding":"floor","tax_point":"per_rate"},
        "lines":[{"unit":103,"rate":"0.10","qty":"1"},{"unit":5000,"qty":"1","prepaid":true}],"tip":50,"cash_rounding":{"step":10,"mode":"half_up"},
        "tenders":[{"type":"cash","amount":3000},{"type":"cash","amount":3000}]}})", R"({"type":"void","sale":0})"});
    for (const auto* field : {"net_incl", "tips", "prepaid_sold", "cash_rounding", "tax_total", "grand_total_after"}) EXPECT_EQ(day.at(field), 0) << field;
    EXPECT_EQ(day.at("voids"), 103);
    EXPECT_EQ(day.at("tenders"), json::parse(R"({"cash":0})")) << "both parts of the cash, and its change";
    EXPECT_EQ(day.at("drawer").at("expected"), 0);
}

TEST(ZreportExamples, CountPrepaidBesideTheSales)
{
    const json day = day_of({R"({"type":"float","amount":1000})", R"({"type":"prepaid_sale","amount":80000,"tender":"card"})",
        R"({"type":"sale","sale":{"config":{"price_mode":"inclusive","tax_rounding":"floor","tax_point":"per_rate"},
        "lines":[{"unit":80000,"qty":"1","prepaid":true}],"tenders":[{"type":"card","amount":80000}]}})", sale});
    EXPECT_EQ(day.at("count_sales"), 1) << "a receipt of nothing but a ticket book is no sale";
    EXPECT_EQ(day.at("prepaid_sold"), 160'000);
    EXPECT_EQ(day.at("gross"), 8'800);
    EXPECT_EQ(day.at("tenders"), json::parse(R"({"card":160000,"cash":8800})"));
    EXPECT_EQ(day.at("drawer").at("expected"), 9'800);
    EXPECT_FALSE(day.at("drawer").contains("counted"));
}

TEST(ZreportExamples, GiveARefundBackRoundedInCashAndExactByCard)
{
    const auto refund = [](const char* tender) {
        return R"({"type":"refund","tender":")" + std::string{tender} + R"(","refund":{"sale":{"config":{"price_mode":"inclusive","tax_rounding":"floor","tax_point":"per_rate"},
            "lines":[{"unit":198,"rate":"0","qty":"2"}],"cash_rounding":{"step":5,"mode":"floor"}},"refunds":[{"lines":{"0":"1"}},{"lines":{"0":"1"}}]}})";
    };
    const json cash = day_of({refund("cash").c_str()});
    EXPECT_EQ(cash.at("count_refunds"), 2) << "each is a document of its own";
    EXPECT_EQ(cash.at("refunds"), 396);
    EXPECT_EQ(cash.at("cash_rounding"), 6);
    EXPECT_EQ(cash.at("tenders").at("cash"), -390);
    const json card = day_of({refund("card").c_str()});
    EXPECT_EQ(card.at("cash_rounding"), 0);
    EXPECT_EQ(card.at("tenders"), json::parse(R"({"card":-396})"));
    EXPECT_EQ(card.at("grand_total_after"), -396);
}

TEST(ZreportExamples, OfAnEmptyDayAreZeros)
{
    const json day = day_of({});
    EXPECT_EQ(day.at("net_incl"), 0);
    EXPECT_EQ(day.at("tenders"), json::object());
    EXPECT_EQ(day.at("tax_by_rate"), json::object());
}

TEST(ZreportExamples, RefuseADayThatCouldNotHaveBeen)
{
    constexpr const char* voided = R"({"type":"void","sale":0})";
    constexpr const char* opened = R"({"type":"float","amount":0})";
    constexpr const char* counted = R"({"type":"count","amount":0})";
    struct Case { const char* why; std::initializer_list<const char*> events; const char* refusal; };
    for (const auto& c :
         {Case{"void of a voided", {sale, voided, voided}, "already_voided events[2].sale"},
          Case{"void before its sale", {voided, sale}, "unknown_sale events[0].sale"},
          Case{"void of one too many", {sale, R"({"type":"void","sale":1})"}, "unknown_sale events[1].sale"},
          Case{"void below the first", {sale, R"({"type":"void","sale":-1})"}, "unknown_sale events[1].sale"},
          Case{"void past 64 bits", {sale, R"({"type":"void","sale":18446744073709551616})"}, "bad_request events[1].sale"},
          Case{"void by a float", {sale, R"({"type":"void","sale":0.0})"}, "bad_request events[1].sale"},
          Case{"a sale after the count", {counted, sale}, "bad_request events[1]"},
          Case{"counted twice", {counted, counted}, "bad_request events[1]"},
          Case{"two floats", {opened, opened}, "bad_request events[1]"},
          Case{"a float below zero", {R"({"type":"float","amount":-1})"}, "bad_amount events[0].amount"},
          Case{"paid in as text", {R"({"type":"paid_in","amount":"5"})"}, "bad_request events[0].amount"},
          Case{"a drop without an amount", {R"({"type":"drop"})"}, "bad_request events[0].amount"},
          Case{"paid out past the limit", {R"({"type":"paid_out","amount":9007199254740993})"}, "out_of_range events[0].amount"},
          Case{"a count below zero", {R"({"type":"count","amount":-1})"}, "bad_amount events[0].amount"},
          Case{"prepaid by no tender", {R"({"type":"prepaid_sale","amount":5})"}, "bad_request events[0].tender"},
          Case{"prepaid by Cash", {R"({"type":"prepaid_sale","amount":5,"tender":"Cash"})"}, "bad_request events[0].tender"},
          Case{"prepaid below zero", {R"({"type":"prepaid_sale","amount":-5,"tender":"cash"})"}, "bad_amount events[0].amount"},
          Case{"a sale that nobody paid",
               {R"({"type":"sale","sale":{"config":{"price_mode":"inclusive","tax_rounding":"floor","tax_point":"per_rate"},"lines":[{"unit":1,"rate":"0.10","qty":"1"}]}})"},
               "underpaid events[0].sale.tenders"},
          Case{"a sale that is none", {R"({"type":"sale","sale":5})"}, "bad_request events[0].sale"},
          Case{"a fault inside a sale",
               {R"({"type":"sale","sale":{"config":{"price_mode":"inclusive","tax_rounding":"floor","tax_point":"per_rate"},"lines":[{"unit":1,"rate":"0.10","qty":"0"}]}})"},
               "bad_quantity events[0].sale.lines[0].qty"},
          Case{"a refund of more than was sold",
               {R"({"type":"refund","tender":"cash","refund":{"sale":{"config":{"price_mode":"inclusive","tax_rounding":"floor","tax_point":"per_rate"},
                "lines":[{"unit":1,"rate":"0.10","qty":"1"}]},"refunds":[{"lines":{"0":"1"}},{"lines":{"0":"1"}}]}})"},
               "more_than_sold events[0].refund.lines.0"},
          Case{"a refund out of two tenders",
               {R"({"type":"refund","tender":"cash","refund":{"sale":{"config":{"price_mode":"inclusive","tax_rounding":"floor","tax_point":"per_rate"},
                "lines":[{"unit":1,"rate":"0.10","qty":"1"}]},"refunds":[{"lines":{"0":"1"},"tender":"card"}]}})"},
               "bad_request events[0].tender"},
          Case{"a refund of a refund", {R"({"type":"refund","tender":"cash","refund":{"refunds":[]}})"}, "bad_request events[0].refund.sale"},
          Case{"an unknown event", {R"({"type":"no_sale"})"}, "bad_request events[0].type"},
          Case{"no type", {R"({"amount":5})"}, "bad_request events[0].type"}, Case{"no event", {"7"}, "bad_request events[0]"},
          Case{"an unknown field", {R"({"type":"count","amount":0,"by":"aoi"})"}, "bad_request events[0]"}}) {
        EXPECT_EQ(refusal_of(c.events), c.refusal) << c.why;
    }
    EXPECT_EQ(zreport_example({{"events", 5}}).error().field, "events");
    EXPECT_EQ(zreport_example({{"events", json::array()}, {"grand_total_before", 1.5}}).error().field, "grand_total_before");
    EXPECT_EQ(zreport_example({{"events", json::array()}, {"grand_total_before", 9'007'199'254'740'993}}).error().code, "out_of_range");
}

}  // namespace
}  // namespace kushi
