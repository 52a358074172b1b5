#include "db/read/sales_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/engine/salon_fixture.h"

namespace kushi {
namespace {

using test::Json;
using test::TestSalon;

/// Three days: 1 a named client's shampoo, 2 a walk-in's service with a refund, 3 a card sale that was voided.
class SalesSearchTest : public testing::Test {
protected:
    SalesSearchTest()
    {
        client = salon.client({{"name", "=Hanako, \"Test\""}});
        for (int day = 0; day < 3; ++day) {
            if (day > 0) salon.now += std::chrono::hours{24};
            dates.push_back(date_text(business_day(salon.now, {"Asia/Tokyo", std::chrono::hours{5}})));
            salon.open_day();
            if (day == 0) shampoo();
            if (day == 1) service_and_refund();
            if (day == 2) card_and_void();
            salon.does({{"do", "close_day"}, {"count", 30'000}}, TestSalon::manager);
        }
    }

    void shampoo()
    {
        const auto visit = salon.does({{"do", "check_in"}, {"client", client}})["visit"].get<std::string>();
        salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "yuzu-clarifying-shampoo"}});
        salon.pay(visit);
    }
    void service_and_refund()
    {
        const auto sale = salon.pay(salon.visit())["sale"];
        salon.does({{"do", "refund"}, {"sale", sale}, {"all", true}, {"tender", "cash"}, {"reason", "not well"}, {"key", salon.key()}}, TestSalon::owner);
    }
    void card_and_void()
    {
        const auto visit = salon.visit();
        const auto sale = salon.does({{"do", "checkout"}, {"visit", visit}, {"key", salon.key()},
                                      {"tenders", {{{"type", "card"}, {"amount", salon.due(visit)}, {"reference", "7"}}}}})["sale"];
        salon.does({{"do", "void"}, {"sale", sale}, {"reason", "wrong"}, {"key", salon.key()}}, TestSalon::manager);
    }

    Json find(Json request, const char* as = TestSalon::manager)
    {
        request["do"] = "find_sales";
        return salon.does(request, as);
    }
    std::vector<std::string> numbers(const Json& request)
    {
        std::vector<std::string> found;
        const auto answer = find(request);
        for (const auto& row : answer["rows"]) found.push_back(row["number"].get<std::string>());
        EXPECT_EQ(answer["count"], found.size());
        return found;
    }

    TestSalon salon;
    std::string client;
    std::vector<std::string> dates;
};

TEST_F(SalesSearchTest, FindsByDateAmountAndClientInRangesAndTogether)
{
    const auto all = find({})["rows"];
    ASSERT_EQ(all.size(), 5U);
    const auto shampoo = all[4]["amount"].get<std::int64_t>(), service = all[3]["amount"].get<std::int64_t>();
    ASSERT_NE(shampoo, service);
    using V = std::vector<std::string>;
    struct Case { Json request; V numbers; };
    for (const auto& c : std::vector<Case>{
             {{}, {"A-000005", "A-000004", "A-000003", "A-000002", "A-000001"}},
             {{{"from", dates[1]}}, {"A-000005", "A-000004", "A-000003", "A-000002"}},
             {{{"to", dates[1]}}, {"A-000003", "A-000002", "A-000001"}},
             {{{"from", dates[1]}, {"to", dates[1]}}, {"A-000003", "A-000002"}},
             {{{"least", shampoo}, {"most", shampoo}}, {"A-000001"}},
             {{{"least", service}}, {"A-000005", "A-000004", "A-000003", "A-000002"}},
             {{{"most", shampoo}, {"from", dates[1]}}, {}},
             {{{"least", service}, {"most", service}, {"from", dates[2]}}, {"A-000005", "A-000004"}},
             {{{"client", client}}, {"A-000001"}},
             {{{"client", client}, {"from", dates[1]}}, {}},
             {{{"client", client}, {"least", shampoo}, {"to", dates[0]}}, {"A-000001"}},
             {{{"kind", "refund"}}, {"A-000003"}},
             {{{"kind", "void"}}, {"A-000005"}},
             {{{"tender", "card"}}, {"A-000005", "A-000004"}},
             {{{"tender", "card"}, {"kind", "sale"}}, {"A-000004"}},
             {{{"number", "A-000002"}}, {"A-000002"}},
             {{{"number", "0003"}}, {"A-000003"}},
             {{{"number", "A-000002"}, {"kind", "void"}}, {}},
             {{{"staff", TestSalon::manager}}, {"A-000005"}},
             {{{"client", "nobody"}}, {}}}) {
        EXPECT_EQ(numbers(c.request), c.numbers) << c.request.dump();
    }
}

TEST_F(SalesSearchTest, SumsAllThatItFoundAndPagesTheRows)
{
    const auto all = find({});
    std::int64_t total = 0;
    for (const auto& row : all["rows"]) total += (row["kind"] == "sale" ? 1 : -1) * row["amount"].get<std::int64_t>();
    EXPECT_EQ(all["total"], total);
    std::vector<Json> paged;
    Json request{{"limit", 2}};
    for (bool more = true; more;) {
        const auto page = find(request);
        EXPECT_EQ(page["count"], 5);
        EXPECT_EQ(page["total"], total) << "of all, not of the page";
        for (const auto& row : page["rows"]) paged.push_back(row);
        more = page["more"].get<bool>();
        request["after"] = paged.back()["id"];
    }
    ASSERT_EQ(paged.size(), 5U);
    for (std::size_t i = 0; i < paged.size(); ++i) EXPECT_EQ(paged[i]["number"], all["rows"][i]["number"]);
}

TEST_F(SalesSearchTest, OpensNamesForWhoMayTakeEverythingOut)
{
    EXPECT_EQ(find({{"client", client}}, TestSalon::owner)["rows"][0]["client_name"], "=Hanako, \"Test\"");
    EXPECT_TRUE(find({{"client", client}}, TestSalon::manager)["rows"][0]["client_name"].is_null());
    EXPECT_TRUE(find({{"client", client}}, TestSalon::desk)["rows"][0]["client_name"].is_null());
    EXPECT_EQ(find({{"client", client}, {"limit", 10}}, TestSalon::desk)["rows"][0]["client_name"], "=Hanako, \"Test\"") << "a page of the screen";
}

TEST_F(SalesSearchTest, RefusesWhatIsNoRange)
{
    salon.refuses({{"do", "find_sales"}, {"from", dates[1]}, {"to", dates[0]}}, "bad_period", TestSalon::manager);
    salon.refuses({{"do", "find_sales"}, {"from", "2026-02-30"}}, "bad_date", TestSalon::manager);
    salon.refuses({{"do", "find_sales"}, {"least", -1}}, "bad_amount", TestSalon::manager);
    salon.refuses({{"do", "find_sales"}, {"kind", "gift"}}, "unknown_word", TestSalon::manager);
    salon.refuses({{"do", "find_sales"}, {"staff", "nobody"}}, "unknown_staff", TestSalon::manager);
}

TEST_F(SalesSearchTest, GoesByTheIndexThatNarrowsMost)
{
    struct Case { SalesSearch search; const char* index; };
    SalesSearch by_date, by_client, by_amount, by_number, exact;
    by_date.from = by_date.to = dates[0];
    by_client.client = client;
    by_amount.least = 1'000;
    by_number.number = "A-000001";
    exact.least = exact.most = 1'000;
    exact.from = dates[0];
    for (const auto& c : {Case{by_date, "sale_of_day"}, Case{by_client, "sale_of_client"}, Case{by_amount, "sale_by_amount"},
                          Case{by_number, "sale_by_number"}, Case{exact, "sale_by_amount"}}) {
        EXPECT_THAT(plan_of(salon.database(), c.search), testing::HasSubstr(c.index));
    }
}

}  // namespace
}  // namespace kushi
