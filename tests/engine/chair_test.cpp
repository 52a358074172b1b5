#include <gtest/gtest.h>

#include <set>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr const char* therapist = TestSalon::therapist;

Json start(const std::string& visit, Json fields = Json::object())
{
    fields.update({{"do", "start_ritual"}, {"visit", visit}});
    return fields;
}

Json consult_with(const std::string& visit, const Json& consultation)
{
    return {{"do", "consult"}, {"visit", visit}, {"consultation", consultation}};
}

Json use(const std::string& visit, const std::string& product, const Json& amount, const std::string& unit, Json more = Json::object())
{
    more.update({{"do", "use_product"}, {"visit", visit}, {"product", product}, {"amount", amount}, {"unit", unit}});
    return more;
}

Json shown(TestSalon& salon, const std::string& visit)
{
    return salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}}, therapist)["visit"];
}

std::string stock_of(TestSalon& salon, const std::string& item)
{
    return salon.does({{"do", "show"}, {"what", "item"}, {"id", item}})["item"]["stock"];
}

TEST(NoHands, OnAHeadBeforeConsentAndSafety)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.refuses(consult_with(visit, {{"concerns", {"itch"}}}), "consent", therapist);
    salon.refuses({{"do", "scalp_map"}, {"visit", visit}, {"moment", "before"}, {"zones", Json::object()}}, "consent", therapist);
    salon.refuses(start(visit), "consent", therapist);
    salon.does({{"do", "consent"}, {"visit", visit}, {"parts", {"treatment"}}, {"on_paper", true}}, therapist);
    salon.refuses(consult_with(visit, Json::object()), "consent", therapist);  // not for health data yet
    salon.refuses(start(visit), "safety", therapist);
    salon.does({{"do", "consent"}, {"visit", visit}, {"parts", {"health_data"}}, {"strokes", {{{0, 0}, {5, 5}}}}}, therapist);
    auto safety = TestSalon::all_safe();
    safety.erase("pregnant");
    salon.does(consult_with(visit, {{"safety", safety}}), therapist);
    salon.refuses(start(visit), "safety", therapist);  // each answer starts empty, never "no"
    safety["pregnant"] = false;
    salon.does(consult_with(visit, {{"safety", safety}}), therapist);
    EXPECT_EQ(salon.does(start(visit), therapist)["steps"].size(), 8u);
    salon.refuses(start(visit), "ritual_started", therapist);
}

TEST(AConsent, IsSignedAndHoldsForTwelveMonths)
{
    TestSalon salon;
    const auto client = salon.client();
    const auto visit = salon.visit(client);
    for (const Json& strokes : {Json(), Json::array(), Json("x"), Json{{"name"}}, Json(true)}) {
        salon.refuses({{"do", "consent"}, {"visit", visit}, {"parts", {"treatment"}}, {"strokes", strokes}},
                      strokes.is_null() ? "needs_signature" : "bad_request", therapist);
    }
    salon.consent(visit);
    salon.pass(hours{24 * 364});
    const auto later = salon.visit(client);
    salon.does(consult_with(later, Json::object()), therapist);
    salon.pass(hours{24 * 2});
    salon.refuses(consult_with(salon.visit(client), Json::object()), "consent", therapist);
    salon.refuses(consult_with(salon.visit(salon.client()), Json::object()), "consent", therapist);
}

TEST(AnAllergy, IsRecordedWithTheClientAtAnyTime)
{
    TestSalon salon;
    const auto client = salon.client();
    salon.does({{"do", "set_client"}, {"client", client}, {"allergies", {"Panthenol", "wool"}}});
    const auto alerts = [&] {
        const auto listed = salon.does({{"do", "show"}, {"what", "client"}, {"id", client}})["client"]["alerts"];
        return std::set<std::string>(listed.begin(), listed.end());
    };
    EXPECT_EQ(alerts(), (std::set<std::string>{"Panthenol", "wool"}));
    salon.does({{"do", "set_client"}, {"client", client}, {"allergies", {"wool", "Limonene"}}});
    EXPECT_EQ(alerts(), (std::set<std::string>{"wool", "Limonene"}));
    salon.does({{"do", "set_client"}, {"client", client}, {"phone", "090-0000-0002"}});
    EXPECT_EQ(alerts().size(), 2u) << "not named, not changed";
}

struct Flag {
    const char* why;
    Json consultation;
    const char* plan;
    const char* adapt;  ///< what "go on adapted" answers; empty when it is done
};

TEST(ARedFlag, WinsOverThePlanUntilSomebodyDecided)
{
    const Json pain{{"concerns", {"scalp_pain"}}};
    for (const auto& flag : {Flag{"pain", pain, "stop", "adapt_not_allowed"},
                             Flag{"broken skin", {{"safety", {{"broken_skin", true}}}}, "stop", "adapt_not_allowed"},
                             Flag{"hair loss", {{"concerns", {"patchy_hair_loss"}}}, "gentle_massage_only", ""},
                             Flag{"severe flakes", {{"concerns", {"severe_flakes"}}}, "head_spa", ""},
                             Flag{"new headaches", {{"tension", {{"headache", "new"}}}}, "head_spa", ""},
                             Flag{"pregnancy", {{"safety", {{"pregnant", true}}}}, "head_spa", "needs_approval"}}) {
        SCOPED_TRACE(flag.why);
        TestSalon salon;
        const auto visit = salon.visit(salon.client());
        EXPECT_EQ(salon.consult(visit, flag.consultation)["plan"], flag.plan);
        salon.refuses(start(visit), "red_flag", therapist);
        const Json adapt{{"do", "refer"}, {"visit", visit}, {"decision", "adapt"}, {"reason", "talked it over"}};
        salon.refuses({{"do", "refer"}, {"visit", visit}, {"decision", "adapt"}}, "needs_reason", therapist);
        if (std::string_view{flag.adapt}.empty()) salon.does(adapt, therapist);
        else salon.refuses(adapt, flag.adapt, therapist);
        if (std::string_view{flag.plan} == "stop") {
            salon.refuses(salon.approved(adapt), "adapt_not_allowed", therapist);
            salon.refuses({{"do", "accept_plan"}, {"visit", visit}, {"service", "signature-head-spa"}, {"override_reason", "she insists"}}, "red_flag", therapist);
            salon.refuses(start(visit), "red_flag", therapist);
            continue;
        }
        if (std::string_view{flag.adapt} == "needs_approval") salon.does(salon.approved(adapt), therapist);
        if (std::string_view{flag.plan} == "gentle_massage_only") {
            salon.refuses(start(visit), "gentle_massage_only", therapist);
            salon.refuses(use(visit, "yuzu-cleanser", "5", "ml"), "gentle_massage_only", therapist);
            salon.does(start(visit, {{"ritual", "dry-relaxation-ritual"}}), therapist);
            continue;
        }
        salon.does(start(visit), therapist);
    }
}

TEST(ADecision, AnswersTheConsultationThatItSaw)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.consult(visit, {{"concerns", {"severe_flakes"}}});
    salon.does({{"do", "refer"}, {"visit", visit}, {"decision", "adapt"}, {"reason", "consents"}}, therapist);
    salon.pass(minutes{1});
    salon.consult(visit, {{"tension", {{"headache", "severe"}}}});
    salon.refuses(start(visit), "red_flag", therapist);
}

TEST(ADecision, HoldsWhileTheFlagsThatItSawStayWhatTheyAre)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    const auto shown = [&] { return salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}}, therapist)["visit"]; };
    EXPECT_TRUE(shown()["consents"]["treatment"].is_null());
    EXPECT_TRUE(shown()["consulted"].is_null());
    salon.consult(visit, {{"concerns", {"severe_flakes"}}});
    EXPECT_TRUE(shown()["decision"].is_null());
    EXPECT_TRUE(shown()["consents"]["health_data"]["valid_until"].is_string());
    salon.does({{"do", "refer"}, {"visit", visit}, {"decision", "adapt"}, {"reason", "consents"}}, therapist);
    salon.pass(minutes{1});
    salon.consult(visit, {{"concerns", {"severe_flakes", "itch"}}, {"goals", {"rest"}}});
    EXPECT_EQ(shown()["decision"], "adapt");
    EXPECT_EQ(shown()["consulted"]["staff"], salon.staff_id(therapist));
    salon.does(start(visit), therapist);
}

TEST(PostponeAndRefer, EndTheVisit)
{
    for (const char* decision : {"postpone", "refer"}) {
        TestSalon salon;
        const auto visit = salon.visit(salon.client());
        salon.consult(visit, {{"safety", {{"fever", true}}}});
        salon.does({{"do", "refer"}, {"visit", visit}, {"decision", decision}, {"reason", "fever"}}, therapist);
        EXPECT_EQ(shown(salon, visit)["status"], "cancelled");
        salon.refuses(start(visit), "visit_closed", therapist);
    }
}

TEST(ABlockedProduct, IsBlockedAtTheChairAndAtTheTill)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client({{"name", "Mio Test"}, {"allergies", {"panthenol"}}}));
    const Json chair = use(visit, "moist-calm-shampoo", "5", "ml");
    const Json till{{"do", "add_line"}, {"visit", visit}, {"item", "moist-calm-shampoo"}};
    for (const auto& [request, as] : {std::pair{chair, therapist}, std::pair{till, TestSalon::desk}}) {
        salon.refuses(request, "blocked_product", as);
        salon.refuses(salon.approved(request), "needs_reason", as);
        auto reasoned = request;
        reasoned["reason"] = "patch test was clear";
        salon.refuses(reasoned, "blocked_product", as);
        salon.does(salon.approved(reasoned), as);
    }
    salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "yuzu-clarifying-shampoo"}});
    // One told at the chair counts as well.
    const auto other = salon.visit(salon.client());
    salon.consult(other, {{"safety", {{"allergies", {"limonene"}}}}});
    salon.refuses(use(other, "yuzu-cleanser", "5", "ml"), "blocked_product", therapist);
}

TEST(APlan, ReplacesTheLineOfCheckInAndNothingElse)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    const auto goods = salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "yuzu-clarifying-shampoo"}})["line"];
    const auto again = salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "signature-head-spa"}})["line"];
    salon.consult(visit, {{"concerns", {"oily"}}});
    salon.refuses({{"do", "accept_plan"}, {"visit", visit}, {"service", "head-massage-30"}}, "needs_reason", therapist);
    for (const char* service : {"deep-cleanse-spa", "deep-cleanse-spa", "premium-head-spa"}) {
        salon.does({{"do", "accept_plan"}, {"visit", visit}, {"service", service}}, therapist);
        std::multiset<std::string> items;
        std::set<Json> lines;
        const auto bill = shown(salon, visit)["lines"];
        for (const auto& line : bill) {
            items.insert(line["item"].get<std::string>());
            lines.insert(line["line"]);
        }
        EXPECT_EQ(items, (std::multiset<std::string>{"signature-head-spa", service, "yuzu-clarifying-shampoo"}));
        EXPECT_TRUE(lines.contains(goods) && lines.contains(again));
    }
    EXPECT_EQ(salon.does(start(visit), therapist)["ritual"], "premium-ritual");
    salon.refuses({{"do", "accept_plan"}, {"visit", visit}, {"service", "head-massage-30"}, {"override_reason", "x"}}, "ritual_started", therapist);
}

TEST(ADiscount, OfALineThatAPlanTookAwayGoesWithIt)
{
    TestSalon salon;
    salon.open_day();
    const auto visit = salon.visit(salon.client());
    const auto line = shown(salon, visit)["lines"][0]["line"];
    salon.does(salon.approved({{"do", "discount"}, {"visit", visit}, {"line", line}, {"percent", "50"}, {"reason", "late"}}));
    salon.consult(visit, {{"concerns", {"oily"}}});
    salon.does({{"do", "accept_plan"}, {"visit", visit}, {"service", "premium-head-spa"}}, therapist);
    EXPECT_EQ(salon.due(visit), 14'300);
    // What the manager approved was for that line: it does not cover another discount that grew over the limit.
    const auto extra = salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "premium-head-spa"}, {"quantity", "3"}})["line"];
    salon.does({{"do", "discount"}, {"visit", visit}, {"amount", 5'000}, {"reason", "group"}});
    salon.does({{"do", "remove_line"}, {"visit", visit}, {"line", extra}});
    const Json checkout{{"do", "checkout"}, {"visit", visit}, {"key", salon.key()}, {"tenders", {{{"type", "cash"}, {"amount", salon.due(visit)}}}}};
    salon.refuses(checkout, "needs_approval");
    salon.does(salon.approved(checkout));
    EXPECT_EQ(salon.events("sale.completed").back()["document"]["approved_by"], salon.staff_id(TestSalon::manager));
}

TEST(AVisitOfNobody, BelongsToTheFirstWhoWritesOnIt)
{
    TestSalon salon;
    for (const char* writer : {therapist, TestSalon::manager, TestSalon::owner}) {
        const auto visit = salon.visit(salon.client(), {});
        salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}});
        EXPECT_TRUE(salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}})["visit"]["therapist"].is_null()) << "the desk is no therapist";
        salon.does({{"do", "note"}, {"visit", visit}, {"text", "quiet please"}}, writer);
        EXPECT_EQ(salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}})["visit"]["therapist"], salon.staff_id(writer));
        for (const char* other : {TestSalon::manager, TestSalon::owner}) {
            if (std::string_view{other} != writer) salon.refuses({{"do", "note"}, {"visit", visit}, {"text", "x"}}, "not_yours", other);
        }
    }
}

TEST(AStep, GoesThroughItsStatesOnce)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.consult(visit);
    const std::string step = salon.does(start(visit), therapist)["steps"][0]["step"];
    const auto act = [&](const char* action) { return Json{{"do", "step"}, {"visit", visit}, {"step", step}, {"action", action}}; };
    salon.refuses(act("pause"), "step_not_running", therapist);
    salon.refuses(act("resume"), "step_not_paused", therapist);
    salon.does(act("start"), therapist);
    salon.refuses(act("start"), "step_running", therapist);
    salon.refuses(act("resume"), "step_not_paused", therapist);
    salon.does(act("pause"), therapist);
    salon.refuses(act("pause"), "step_not_running", therapist);
    salon.refuses(act("start"), "step_running", therapist);
    salon.does(act("resume"), therapist);
    salon.refuses(act("skip"), "needs_reason", therapist);
    salon.does(act("finish"), therapist);
    for (const char* action : {"start", "pause", "resume", "extend", "finish"}) salon.refuses(act(action), "step_ended", therapist);
    salon.refuses({{"do", "step"}, {"visit", visit}, {"step", "none"}, {"action", "start"}}, "unknown_step", therapist);
    const auto other = salon.visit(salon.client());
    salon.consult(other);
    salon.refuses({{"do", "step"}, {"visit", other}, {"step", step}, {"action", "start"}}, "no_treatment", therapist);
    salon.does(start(other), therapist);
    salon.refuses({{"do", "step"}, {"visit", other}, {"step", step}, {"action", "start"}}, "unknown_step", therapist);
}

TEST(ARestart, ComesBackInMidStepAndMidCart)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.consult(visit);
    const auto steps = salon.does(start(visit), therapist)["steps"];
    const auto act = [&](std::size_t step, const char* action, Json more = Json::object()) {
        more.update({{"do", "step"}, {"visit", visit}, {"step", steps[step]["step"]}, {"action", action}});
        salon.does(more, therapist);
    };
    act(0, "start", {{"steam", "low"}});
    act(0, "extend", {{"seconds", 90}});
    salon.pass(minutes{1});
    act(0, "pause");
    const auto line = salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "yuzu-clarifying-shampoo"}})["line"];
    salon.does({{"do", "discount"}, {"visit", visit}, {"line", line}, {"percent", "10"}, {"reason", "regular"}});
    salon.does({{"do", "tip"}, {"visit", visit}, {"amount", 300}});
    salon.does({{"do", "hold"}, {"visit", visit}});
    const auto before = shown(salon, visit);
    const auto quote = salon.does({{"do", "quote"}, {"visit", visit}});
    salon.restart();
    EXPECT_EQ(shown(salon, visit), before);
    EXPECT_EQ(before["steps"][0]["state"], "paused");
    EXPECT_EQ(before["steps"][0]["planned_s"].get<int>(), steps[0]["planned_s"].get<int>() + 90);
    EXPECT_EQ(salon.does({{"do", "quote"}, {"visit", visit}}), quote);
    EXPECT_EQ(quote["held"], true);
    salon.pass(minutes{5});
    act(0, "resume");
    salon.restart();
    salon.pass(minutes{2});
    act(0, "finish");
    EXPECT_EQ(shown(salon, visit)["steps"][0]["actual_s"], 180) << "the pause across the restart does not count";
    EXPECT_EQ(salon.events("step.ended").back()["settings"]["steam"], "low");
}

TEST(AFinishedTreatment, LeavesWhatNobodyBegan)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.refuses({{"do", "finish_treatment"}, {"visit", visit}}, "no_treatment", therapist);
    salon.consult(visit);
    const auto steps = salon.does(start(visit), therapist)["steps"];
    salon.does({{"do", "step"}, {"visit", visit}, {"step", steps[0]["step"]}, {"action", "start"}}, therapist);
    salon.pass(seconds{75});
    salon.does({{"do", "finish_treatment"}, {"visit", visit}}, therapist);
    const auto ended = shown(salon, visit)["steps"];
    EXPECT_EQ(ended[0]["state"], "done");
    EXPECT_EQ(ended[0]["actual_s"], 75);
    EXPECT_EQ(ended[1]["state"], "planned");
    salon.refuses(salon.approved({{"do", "finish_treatment"}, {"visit", visit}}), "treatment_finished", therapist);
}

TEST(AnAmountOfProduct, IsInItsUnitAndMovesItsLot)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.consult(visit);
    salon.does(start(visit), therapist);
    EXPECT_EQ(stock_of(salon, "yuzu-clarifying-shampoo"), "4500");
    for (const char* unit : {"g", "piece", "litre", "ML"}) salon.refuses(use(visit, "yuzu-clarifying-shampoo", "5", unit), "unit_mismatch", therapist);
    salon.refuses(use(visit, "yuzu-clarifying-shampoo", "0.25", "ml"), "too_many_decimals", therapist);
    for (const Json& amount : {Json("0"), Json(0), Json("-1"), Json(-1), Json("0.0001"), Json("1e3"), Json(" 5 "), Json("1000000"), Json(5.5), Json("５")}) {
        salon.refuses(use(visit, "yuzu-clarifying-shampoo", amount, "ml"), "bad_quantity", therapist);
    }
    salon.refuses(use(visit, "yuzu-clarifying-shampoo", "5", "ml", {{"lot", "none"}}), "unknown_lot", therapist);
    salon.refuses(use(visit, "yuzu-clarifying-shampoo", "5", "ml", {{"step", "none"}}), "unknown_step", therapist);
    salon.refuses(use(visit, "shampoo", "5", "ml"), "unknown_product", therapist);
    EXPECT_EQ(salon.does(use(visit, "yuzu-clarifying-shampoo", "12.5", "ml"), therapist)["lot"], "Y2604") << "the first to expire";
    EXPECT_EQ(stock_of(salon, "yuzu-clarifying-shampoo"), "4487.5");
    salon.does(use(visit, "yuzu-clarifying-shampoo", "4000", "ml", {{"lot", "Y2604"}}), therapist);
    EXPECT_EQ(stock_of(salon, "yuzu-clarifying-shampoo"), "487.5") << "below zero in one lot is allowed";
    EXPECT_EQ(salon.does(use(visit, "yuzu-clarifying-shampoo", "1", "ml"), therapist)["lot"], "Y2609");
    const auto lots = salon.does({{"do", "list"}, {"what", "lots"}, {"find", "Y2604"}}, TestSalon::manager)["rows"];
    ASSERT_EQ(lots.size(), 1u);
    EXPECT_EQ(lots[0]["left"], "-1012.5");
    EXPECT_EQ(lots[0]["visits"], Json({visit})) << "once, though it was used twice";
    EXPECT_EQ(lots[0]["clients"].size(), 1u);
}

TEST(ALot, ThatHasExpiredIsNotUsed)
{
    TestSalon salon;
    salon.now = *parse_instant("2028-05-01T01:00:00Z");  // Y2604 was good until 30 April
    const auto visit = salon.visit(salon.client());
    salon.consult(visit);
    salon.does(start(visit), therapist);
    salon.refuses(use(visit, "yuzu-clarifying-shampoo", "5", "ml", {{"lot", "Y2604"}}), "expired_lot", therapist);
    EXPECT_EQ(salon.does(use(visit, "yuzu-clarifying-shampoo", "5", "ml"), therapist)["lot"], "Y2609");
}

TEST(Goods, LeaveTheShelfWithTheSaleAndComeBackWithItsReturn)
{
    TestSalon salon;
    salon.open_day();
    const auto sell = [&](const char* quantity) {
        const auto visit = salon.visit({}, {}, {});
        const auto line = salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "yuzu-clarifying-shampoo"}, {"quantity", quantity}})["line"];
        return std::pair{salon.pay(visit)["sale"].get<std::string>(), line.get<std::string>()};
    };
    const auto back = [&](const std::pair<std::string, std::string>& sold, bool restock) {
        salon.does({{"do", "refund"}, {"sale", sold.first}, {"lines", {{{"line", sold.second}, {"quantity", "1"}}}}, {"restock", restock},
                    {"reason", "scent"}, {"key", salon.key()}}, TestSalon::manager);
    };
    const auto sold = sell("2");
    EXPECT_EQ(stock_of(salon, "yuzu-clarifying-shampoo"), "4000");
    back(sold, true);
    EXPECT_EQ(stock_of(salon, "yuzu-clarifying-shampoo"), "4250");
    back(sold, false);
    EXPECT_EQ(stock_of(salon, "yuzu-clarifying-shampoo"), "4250");
    const auto lots = [&] { return salon.does({{"do", "list"}, {"what", "lots"}, {"find", "yuzu-clarifying"}})["rows"]; };
    // Twelve bottles take the first lot below zero; the void puts them back where they were.
    const auto before = lots();
    const auto wrong = sell("12");
    EXPECT_EQ(stock_of(salon, "yuzu-clarifying-shampoo"), "1250");
    salon.does({{"do", "void"}, {"sale", wrong.first}, {"reason", "wrong"}, {"key", salon.key()}}, TestSalon::manager);
    EXPECT_EQ(lots(), before);
}

}  // namespace
}  // namespace kushi::test
