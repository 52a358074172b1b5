#include <gtest/gtest.h>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

Json card(TestSalon& salon, const std::string& client, const char* as = TestSalon::desk)
{
    return salon.does({{"do", "show"}, {"what", "client"}, {"id", client}}, as)["client"];
}

TEST(AClientCard, CountsTheVisitsThatTookPlace)
{
    TestSalon salon;
    const auto client = salon.client();
    EXPECT_EQ(card(salon, client)["visit_count"], 0);
    EXPECT_TRUE(card(salon, client)["first_visit"].is_null());
    salon.visit(client);
    salon.pass(std::chrono::hours{24});
    salon.does({{"do", "cancel_visit"}, {"visit", salon.visit(client)}});
    salon.pass(std::chrono::hours{24});
    salon.visit(client);
    salon.does({{"do", "book"}, {"client", client}, {"service", "head-massage-30"}, {"start", "2026-12-01T03:00:00Z"}});
    EXPECT_EQ(card(salon, client)["visit_count"], 2);
    EXPECT_EQ(card(salon, client)["first_visit"], "2026-11-14");
    EXPECT_EQ(card(salon, client)["last_visit"], "2026-11-16");
}

TEST(AClientCard, SaysUntilWhenEachConsentHolds)
{
    TestSalon salon;
    const auto client = salon.client();
    salon.consent(salon.visit(client));
    auto consents = card(salon, client)["consents"];
    EXPECT_EQ(consents["treatment"]["valid_until"], "2027-11-14T01:00:00.000Z");
    EXPECT_EQ(consents["health_data"]["valid_until"], "2027-11-14T01:00:00.000Z");
    EXPECT_TRUE(consents["photos"].is_null());
    salon.pass(std::chrono::hours{24 * 365});
    EXPECT_FALSE(card(salon, client)["consents"]["treatment"].is_null()) << "on the last day";
    salon.pass(std::chrono::milliseconds{1});
    EXPECT_TRUE(card(salon, client)["consents"]["treatment"].is_null());
}

TEST(AClientCard, HoldsTheLastMapAndWhatWasSaidSinceForWhoMaySeeHealth)
{
    TestSalon salon;
    const auto client = salon.client();
    const auto first = salon.visit(client);
    salon.consult(first, {{"since_last", {{"itch", 1}}}});
    salon.does({{"do", "scalp_map"},
                {"visit", first},
                {"moment", "before"},
                {"zones", {{"crown", {{"conditions", {{"oily", 3}}}}}}}},
               TestSalon::therapist);
    salon.pass(std::chrono::hours{24 * 21});
    salon.consult(salon.visit(client));
    const auto seen = card(salon, client, TestSalon::therapist);
    EXPECT_EQ(seen["last_map"]["date"], "2026-11-14");
    EXPECT_EQ(seen["last_map"]["zones"]["crown"]["conditions"]["oily"], 3);
    EXPECT_EQ(seen["since_last"]["answers"], Json({{"itch", 1}}));
    EXPECT_TRUE(card(salon, client)["last_map"].is_null());
    EXPECT_TRUE(card(salon, client)["since_last"].is_null());
}

TEST(AClientCard, ListsWhatWasBoughtForWhoSells)
{
    TestSalon salon;
    salon.open_day();
    const auto client = salon.client();
    const auto sale = salon.pay(salon.visit(client));
    salon.does({{"do", "refund"}, {"sale", sale["sale"]}, {"all", true}, {"reason", "ill"}, {"key", salon.key()}},
               TestSalon::manager);
    const auto sales = card(salon, client)["sales"];
    ASSERT_EQ(sales.size(), 2u);
    EXPECT_EQ(sales[0]["kind"], "refund") << "newest first";
    EXPECT_EQ(sales[1]["number"], sale["number"]);
    EXPECT_EQ(sales[1]["total"], sale["totals"]["total"]);
    EXPECT_TRUE(card(salon, client, TestSalon::therapist)["sales"].is_null());
}

TEST(AContactField, IsEmptiedByNull)
{
    TestSalon salon;
    const auto client =
        salon.client({{"name", "Aya Test"}, {"phone", "090-0000-0009"}, {"email", "aya@example.jp"}, {"notes", "tea"}});
    salon.does({{"do", "set_client"}, {"client", client}, {"phone", nullptr}, {"notes", nullptr}, {"name", nullptr}});
    EXPECT_TRUE(card(salon, client)["phone"].is_null());
    EXPECT_EQ(card(salon, client)["email"], "aya@example.jp") << "what is not named stays";
    EXPECT_EQ(card(salon, client)["name"], "Aya Test") << "a client without a name is none";
    EXPECT_EQ(salon.does({{"do", "list"}, {"what", "clients"}, {"find", "0009"}})["rows"].size(), 0u);
}

}  // namespace
}  // namespace kushi::test
