#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

#include "app/engine/salon.h"
#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

Json board(TestSalon& salon, const std::string& as = TestSalon::desk)
{
    return salon.does({{"do", "board"}}, as)["board"];
}

Json shown(TestSalon& salon, const std::string& visit, const std::string& as = TestSalon::therapist)
{
    return salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}}, as)["visit"];
}

/// Consulted and with its ritual under way. @returns its steps
Json begin_ritual(TestSalon& salon, const std::string& visit)
{
    salon.consult(visit);
    return salon.does({{"do", "start_ritual"}, {"visit", visit}}, TestSalon::therapist)["steps"];
}

void step(TestSalon& salon, const std::string& visit, const Json& step_row, const char* action,
          Json more = Json::object())
{
    more["do"] = "step";
    more["visit"] = visit;
    more["step"] = step_row["step"];
    more["action"] = action;
    salon.does(more, TestSalon::therapist);
}

TEST(ACard, NamesWhoWhatWhereAndWhatItComesTo)
{
    TestSalon salon;
    const auto client = salon.client({{"name", "Yuki Test"}, {"allergies", {"peanut"}}});
    salon.does({{"do", "check_in"},
                {"client", client},
                {"service", "signature-head-spa"},
                {"therapist", TestSalon::therapist},
                {"room", "room-1"}});
    salon.pass(minutes{3} + seconds{20});
    const auto card = board(salon)["expected"][0];
    EXPECT_EQ(card["client_name"], "Yuki Test");
    EXPECT_EQ(card["client_is_new"], true);
    EXPECT_EQ(card["alerts"], Json({"peanut"}));
    EXPECT_EQ(card["flags"], Json::array());
    EXPECT_EQ(card["service_name"], salon.engine().salon().services.at("signature-head-spa").name.en);
    EXPECT_EQ(card["minutes"], salon.engine().salon().services.at("signature-head-spa").minutes);
    EXPECT_EQ(card["therapist_name"], TestSalon::therapist);
    EXPECT_EQ(card["room_name"], salon.engine().salon().room("room-1")->name.en);
    EXPECT_EQ(card["due"], salon.due(card["id"]));
    EXPECT_EQ(card["waiting_minutes"], 3);
    for (const char* field : {"walk_in_number", "started_at", "finished_at", "late_minutes", "progress", "paid"}) {
        EXPECT_TRUE(card.contains(field) && card[field].is_null()) << field;
    }
}

TEST(ACard, TellsWhetherItsBillIsHeld)
{
    TestSalon salon;
    const auto visit = salon.visit();
    EXPECT_EQ(board(salon)["expected"][0]["held"], false);
    salon.does({{"do", "hold"}, {"visit", visit}});
    EXPECT_EQ(board(salon)["expected"][0]["held"], true);
    salon.does({{"do", "resume_cart"}, {"visit", visit}});
    EXPECT_EQ(board(salon)["expected"][0]["held"], false);
}

TEST(ACard, TellsNobodyWhoIsNotSignedInWhoTheClientIs)
{
    TestSalon salon;
    salon.visit(salon.client({{"name", "Yuki Test"}, {"allergies", {"peanut"}}}));
    const auto card = board(salon, "")["expected"][0];
    for (const char* field : {"client_name", "alerts", "flags"}) EXPECT_TRUE(card[field].is_null()) << field;
    EXPECT_EQ(card["client_is_new"], true) << "a figure, not a person";
    for (const char* as : TestSalon::one_a_role())
        EXPECT_EQ(board(salon, as)["expected"][0]["client_name"], "Yuki Test") << as;
}

TEST(ACard, OfAnotherDayNamesAStrangerToHerOwnTherapistOnly)
{
    TestSalon salon;
    const auto client = salon.client({{"name", "Yuki Test"}});
    salon.does({{"do", "book"},
                {"client", client},
                {"service", "signature-head-spa"},
                {"therapist", TestSalon::therapist},
                {"start", "2026-11-20T03:00:00Z"}});
    const auto name_for = [&](const char* as) {
        return salon.does({{"do", "board"}, {"date", "2026-11-20"}}, as)["board"]["expected"][0]["client_name"];
    };
    EXPECT_EQ(name_for(TestSalon::therapist), "Yuki Test");
    EXPECT_EQ(name_for(TestSalon::desk), "Yuki Test");
    EXPECT_TRUE(name_for(TestSalon::other_therapist).is_null());
}

TEST(WalkIns, AreNumberedInTheOrderInWhichTheyCame)
{
    TestSalon salon;
    const auto first = salon.visit();
    salon.pass(minutes{1});
    salon.visit(salon.client());
    const auto second = salon.visit();
    salon.does({{"do", "cancel_visit"}, {"visit", first}});
    EXPECT_EQ(shown(salon, second)["walk_in_number"], 2) << "a number that was called out stays";
    EXPECT_EQ(board(salon)["visits"], 2) << "who left is not counted";
}

TEST(AClient, IsNewUntilTheDayAfterTheFirstVisit)
{
    TestSalon salon;
    const auto client = salon.client();
    salon.visit(client);
    EXPECT_EQ(shown(salon, salon.visit(client))["client_is_new"], true) << "twice on the first day";
    salon.pass(std::chrono::hours{24});
    EXPECT_EQ(shown(salon, salon.visit(client))["client_is_new"], false);
}

TEST(ABookedVisit, IsLateFromItsStartOn)
{
    TestSalon salon;
    salon.does({{"do", "book"},
                {"client", salon.client()},
                {"service", "head-massage-30"},
                {"start", "2026-11-14T01:05:00Z"}});
    EXPECT_TRUE(board(salon)["expected"][0]["late_minutes"].is_null());
    salon.pass(minutes{22});
    EXPECT_EQ(board(salon)["expected"][0]["late_minutes"], 17);
}

TEST(Progress, IsTheRunningStepWithoutItsPauses)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    const auto steps = begin_ritual(salon, visit);
    step(salon, visit, steps[0], "start");
    step(salon, visit, steps[0], "finish");
    step(salon, visit, steps[1], "start");
    step(salon, visit, steps[1], "extend", {{"seconds", 60}});
    salon.pass(seconds{90});
    step(salon, visit, steps[1], "pause");
    salon.pass(seconds{45});
    const auto planned_s = steps[1]["planned_s"].get<std::int64_t>() + 60;
    auto progress = board(salon)["in_chair"][0]["progress"];
    EXPECT_EQ(progress["step"], 2);
    EXPECT_EQ(progress["of"], steps.size());
    EXPECT_EQ(progress["name"], steps[1]["name"]);
    EXPECT_EQ(progress["elapsed_s"], 90);
    EXPECT_EQ(progress["planned_s"], planned_s);
    EXPECT_EQ(progress["share"], 90 * 1'000 / planned_s);
    EXPECT_EQ(progress["paused"], true);
    step(salon, visit, steps[1], "resume");
    salon.restart();
    salon.pass(seconds{10});
    progress = board(salon)["in_chair"][0]["progress"];
    EXPECT_EQ(progress["elapsed_s"], 100);
    EXPECT_EQ(progress["state"], "running");
    salon.pass(std::chrono::hours{3});
    EXPECT_EQ(board(salon)["in_chair"][0]["progress"]["share"], 1'000) << "a comb has no more teeth";
    step(salon, visit, steps[1], "finish");
    salon.does({{"do", "finish_treatment"}, {"visit", visit}}, TestSalon::therapist);
    const auto card = board(salon)["ready_to_pay"][0];
    EXPECT_TRUE(card["progress"].is_null());
    EXPECT_EQ(card["started_at"], "2026-11-14T01:00:00.000Z");
    EXPECT_EQ(card["finished_at"], instant_text(salon.now));
}

TEST(Progress, TellsTheDeskNoWordThatWasTypedAtTheChair)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    for (const auto& one : begin_ritual(salon, visit)) step(salon, visit, one, "skip", {{"reason", "so"}});
    salon.does({{"do", "add_step"}, {"visit", visit}, {"kind", "towel"}, {"name", "for the sore place"}},
               TestSalon::therapist);
    const auto answer = board(salon);
    EXPECT_TRUE(answer["in_chair"][0]["progress"]["name"].is_null());
    EXPECT_EQ(answer["in_chair"][0]["progress"]["kind"], "towel");
    EXPECT_EQ(answer.dump().find("sore"), std::string::npos);
}

TEST(TheFlagsOfACard, AreThoseOfTheVisitItself)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    salon.consult(visit, {{"concerns", {"severe_flakes"}}, {"safety", {{"fever", true}}}});
    const auto card = board(salon)["in_chair"][0];
    const auto recommended = shown(salon, visit)["recommendation"]["flags"];
    ASSERT_EQ(recommended.size(), 2u);
    EXPECT_EQ(card["flags"], recommended);
    EXPECT_EQ(card.dump().find("fever"), std::string::npos);
}

TEST(TheBoard, TellsTheHeadOfTheDay)
{
    TestSalon salon;
    EXPECT_EQ(board(salon)["day_open"], false);
    salon.open_day();
    const auto visit = salon.visit(salon.client());
    salon.does({{"do", "tip"}, {"visit", visit}, {"amount", 500}});
    salon.pay(visit);
    salon.visit();
    const auto answer = board(salon);
    EXPECT_EQ(answer["day_open"], true);
    EXPECT_EQ(answer["visits"], 2);
    EXPECT_EQ(answer["now"], "2026-11-14T01:00:00.000Z");
    const auto& paid = answer["done"][0]["paid"];
    EXPECT_EQ(paid["tenders"], Json({"cash"}));
    EXPECT_EQ(answer["done_total"], paid["total"]) << "tips are not what was sold";
    EXPECT_EQ(answer["done"][0]["due"], nullptr);
    salon.does({{"do", "close_day"}, {"count", 30'000}}, TestSalon::manager);
    EXPECT_EQ(board(salon)["day_open"], false);
}

/// The first product of a prefill that is measured in millilitres.
Json measured(const Json& prefill)
{
    const auto found =
        std::find_if(prefill.begin(), prefill.end(), [](const Json& line) { return line["unit"] == "ml"; });
    return found == prefill.end() ? Json{} : *found;
}

TEST(ShowVisit, GivesARunningRitualsClocks)
{
    TestSalon salon;
    const auto visit = salon.visit(salon.client());
    const auto steps = begin_ritual(salon, visit);
    step(salon, visit, steps[0], "start", {{"steam", "low"}});
    salon.pass(seconds{30});
    salon.restart();
    const auto rows = shown(salon, visit)["steps"];
    EXPECT_EQ(rows[0]["clock"],
              Json({{"state", "running"}, {"started_at", "2026-11-14T01:00:00.000Z"}, {"elapsed_s", 30}}));
    EXPECT_EQ(rows[0]["settings"], Json({{"steam", "low"}}));
    EXPECT_TRUE(rows[1]["clock"].is_null());
}

TEST(WhatARitualIsLikelyToUse, IsItsRecipeAndThenTheLastVisitsAmounts)
{
    TestSalon salon;
    const auto client = salon.client();
    const auto earlier = salon.visit(client);
    begin_ritual(salon, earlier);
    const auto first = measured(shown(salon, earlier)["prefill"]);
    ASSERT_FALSE(first.is_null());
    EXPECT_EQ(first["source"], "recipe");
    EXPECT_FALSE(first["lot"].is_null());
    salon.does({{"do", "use_product"},
                {"visit", earlier},
                {"product", first["product"]},
                {"amount", "7.5"},
                {"unit", "ml"},
                {"step", first["step"]}},
               TestSalon::therapist);
    salon.does({{"do", "finish_treatment"}, {"visit", earlier}}, TestSalon::therapist);
    salon.pass(std::chrono::hours{24 * 21});
    const auto visit = salon.visit(client);
    EXPECT_EQ(measured(shown(salon, visit)["prefill"])["amount"], "7.5") << "also before the ritual has begun";
    EXPECT_TRUE(measured(shown(salon, visit)["prefill"])["step"].is_null());
    begin_ritual(salon, visit);
    const auto fill = shown(salon, visit)["prefill"];
    EXPECT_EQ(measured(fill)["source"], "last_visit");
    EXPECT_FALSE(measured(fill)["step"].is_null());
    EXPECT_EQ(fill.size(), shown(salon, earlier)["prefill"].size())
        << "what was not used last time stays as the recipe says";
    EXPECT_TRUE(shown(salon, visit, TestSalon::desk)["prefill"].is_null()) << "what is put on a head is health data";
}

TEST(TheBoard, OfTwoHundredCardsIsMadeFromOneStatementATable)
{
    TestSalon salon;
    salon.open_day();
    std::vector<std::string> clients;
    for (int i = 0; i < 40; ++i) clients.push_back(salon.client({{"name", "Client"}, {"allergies", {"wool"}}}));
    for (std::size_t i = 0; i < 200; ++i) {
        const auto visit = salon.visit(clients[i % clients.size()]);
        if (i % 4 != 0) salon.consult(visit, {{"concerns", {"itch"}}});
        if (i % 4 == 1) salon.does({{"do", "start_ritual"}, {"visit", visit}}, TestSalon::therapist);
        if (i % 4 == 2) salon.pay(visit);
    }
    Json answer;
    auto least = std::chrono::microseconds::max();
    for (int i = 0; i < 5; ++i) {
        const auto began = std::chrono::steady_clock::now();
        answer = board(salon);
        least = std::min(
            least, std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began));
    }
    EXPECT_EQ(answer["expected"].size() + answer["in_chair"].size() + answer["done"].size(), 200u);
    std::cout << "a board of 200 cards: " << least.count() << " us\n";
}

}  // namespace
}  // namespace kushi::test
