#include <gmock/gmock.h>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

Json show(const std::string& visit) { return {{"do", "show"}, {"what", "visit"}, {"id", visit}}; }

TEST(AnAllergyToldAtTheChair, IsSeenAtTheDesk)
{
    TestSalon salon;
    const auto client = salon.client({{"name", "Hanako Test"}, {"allergies", {"almond"}}});
    const auto visit = salon.visit(client);
    auto safety = TestSalon::all_safe();
    safety["allergies"] = {"almond", "peanut"};
    salon.consult(visit, {{"safety", safety}});
    EXPECT_EQ(salon.does(show(visit))["visit"]["alerts"], Json({"almond", "peanut"})) << "one that was known is not kept twice";
    EXPECT_EQ(salon.does({{"do", "show"}, {"what", "client"}, {"id", client}})["client"]["alerts"], Json({"almond", "peanut"}));
    EXPECT_TRUE(salon.does(show(visit))["visit"]["consultation"].is_null());
}

TEST(ARedFlag, IsSeenAtTheDeskWithoutItsAnswers)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.consult(visit, {{"concerns", {"scalp_pain"}}});
    const auto seen = salon.does(show(visit))["visit"];
    EXPECT_EQ(seen["flags"], Json({{{"id", "R1"}, {"action", "stop"}}}));
    EXPECT_TRUE(seen["recommendation"].is_null());
}

TEST(ATreatmentPaidAhead, GoesOnToItsEnd)
{
    TestSalon salon;
    salon.open_day();
    const auto visit = salon.visit(salon.client());
    salon.consult(visit);
    const auto steps = salon.does({{"do", "start_ritual"}, {"visit", visit}}, TestSalon::therapist)["steps"];
    const auto step = [&](const char* action) -> Json {
        return {{"do", "step"}, {"visit", visit}, {"step", steps[0]["step"]}, {"action", action}};
    };
    salon.does(step("start"), TestSalon::therapist);
    salon.pay(visit);
    EXPECT_EQ(salon.does(show(visit), TestSalon::therapist)["visit"]["steps"][0]["state"], "running");
    salon.pass(std::chrono::minutes{3});
    salon.does(step("finish"), TestSalon::therapist);
    salon.does({{"do", "finish_treatment"}, {"visit", visit}}, TestSalon::therapist);
    const auto seen = salon.does(show(visit), TestSalon::therapist)["visit"];
    EXPECT_EQ(seen["status"], "paid");
    EXPECT_EQ(seen["steps"][0]["actual_s"], 180);
    salon.refuses({{"do", "use_product"}, {"visit", visit}, {"product", "yuzu-cleanser"}, {"amount", "5"}, {"unit", "ml"}},
                  "needs_approval", TestSalon::therapist);
}

TEST(ARefundOfASplitBill, GoesBackTheWaysItCame)
{
    TestSalon salon;
    salon.open_day();
    const auto visit = salon.visit();
    const auto line = salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "yuzu-tea"}})["line"];
    const auto due = salon.due(visit);
    const Json tenders{{{"type", "cash"}, {"amount", 5'000}}, {{"type", "card"}, {"amount", due - 4'000}}};
    const auto sale = salon.does({{"do", "checkout"}, {"visit", visit}, {"key", salon.key()}, {"tenders", tenders}});
    EXPECT_EQ(sale["change"], 1'000);
    const auto refund = [&](Json request) {
        request.update({{"do", "refund"}, {"sale", sale["sale"]}, {"reason", "x"}, {"key", salon.key()}});
        return salon.does(request, TestSalon::owner);
    };
    const auto first = refund({{"lines", {{{"line", line}, {"quantity", "1"}}}}});
    const auto tea = first["amount"].get<std::int64_t>();
    EXPECT_EQ(first["tenders"], Json({{{"type", "card"}, {"amount", tea}}})) << "the card first, while it has brought in so much";
    EXPECT_EQ(refund({{"all", true}})["tenders"],
              Json({{{"type", "card"}, {"amount", due - 4'000 - tea}}, {{"type", "cash"}, {"amount", 4'000}}}));
    const auto report = salon.report();
    EXPECT_EQ(report["tenders"]["cash"], 0);
    EXPECT_EQ(report["tenders"]["card"], 0);
    EXPECT_EQ(report["net_incl"], 0);
}

TEST(WhatProductsCost, IsForTheManagersEyes)
{
    TestSalon salon;
    salon.open_day();
    const auto visit = salon.visit(salon.client());
    salon.consult(visit);
    salon.does({{"do", "start_ritual"}, {"visit", visit}}, TestSalon::therapist);
    salon.does({{"do", "use_product"}, {"visit", visit}, {"product", "yuzu-cleanser"}, {"amount", "5"}, {"unit", "ml"}}, TestSalon::therapist);
    const Json report{{"do", "report"}, {"kind", "day"}};
    EXPECT_TRUE(salon.does(report)["report"]["product_use"][0]["cost"].is_null());
    EXPECT_TRUE(salon.does(report, TestSalon::manager)["report"]["product_use"][0]["cost"].is_number_integer());
    EXPECT_TRUE(salon.does({{"do", "x_report"}})["report"]["product_use"][0]["cost"].is_null());
    const auto lots = salon.does({{"do", "list"}, {"what", "lots"}, {"find", "yuzu-cleanser"}})["rows"];
    EXPECT_TRUE(lots[0]["clients"].is_null()) << "who had a lot is asked by who recalls it";
}

}  // namespace
}  // namespace kushi::test
