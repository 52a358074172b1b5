#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "db/verify.h"
#include "tests/engine/salon_fixture.h"

namespace kushi {
namespace {

using test::Json;
using test::TestSalon;

constexpr auto manager = TestSalon::manager;

void close(TestSalon& salon)
{
    salon.does({{"do", "close_day"}, {"count", 30'000}}, manager);
}

void next_day(TestSalon& salon)
{
    salon.now += std::chrono::hours{24};
}

std::string today(const TestSalon& salon)
{
    return date_text(business_day(salon.now, {"Asia/Tokyo", std::chrono::hours{5}}));
}

Json report(TestSalon& salon, Json request, const char* as = manager)
{
    request["do"] = "report";
    return salon.does(request, as)["report"];
}

std::string bill(TestSalon& salon, const std::string& client = {}, const char* therapist = TestSalon::therapist)
{
    const auto visit = salon.visit(client, therapist);
    salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "yuzu-clarifying-shampoo"}});
    return visit;
}

TEST(TheReportOfADay, SaysEveryFigureThatAManagerAsksFor)
{
    TestSalon salon;
    salon.open_day();
    salon.pay(bill(salon));
    const auto day = report(salon, {{"kind", "day"}});
    for (const char* name : {"period", "count_prepaid", "by_product", "discounts_by", "revenue_by", "liabilities", "rebook_rate", "margin",
                             "stock_value", "no_sale_openings", "reprints", "checks"}) {
        EXPECT_TRUE(day.contains(name)) << name;
    }
    EXPECT_EQ(day["checks"], (Json{{"ok", true}, {"failing", Json::array()}}));
    EXPECT_EQ(day["by_product"][0]["item"], "yuzu-clarifying-shampoo");
    EXPECT_EQ(day["by_product"][0]["count"], 1);
    EXPECT_EQ(day["margin"]["margin"], day["margin"]["revenue_net"].get<std::int64_t>() - day["margin"]["product_cost"].get<std::int64_t>());
    const auto therapist = day["by_therapist"][0];
    EXPECT_EQ(therapist["services"].get<std::int64_t>() + therapist["retail"].get<std::int64_t>(), therapist["total"]);
    EXPECT_EQ(therapist["services_done"], 1);
}

TEST(TheReportOfADay, CountsPeopleNotVisits)
{
    TestSalon salon;
    salon.open_day();
    const auto client = salon.client();
    salon.pay(salon.visit(client));
    salon.pay(salon.visit(client));
    const auto day = report(salon, {{"kind", "day"}});
    EXPECT_EQ(day["visits"], 2);
    EXPECT_EQ(day["new_clients"], 1);
    EXPECT_EQ(day["returning_clients"], 0);
}

TEST(TheReportOfADay, PaysCommissionByTheSalonsRules)
{
    TestSalon salon;
    salon.set("commission.rules", {{{"staff", ""}, {"service_percent", "10"}, {"retail_percent", "5"}, {"fixed_minor_units", 300}, {"tiers", Json::array()}}});
    salon.open_day();
    salon.pay(bill(salon));
    const auto therapist = report(salon, {{"kind", "day"}})["by_therapist"][0];
    const double earned = therapist["services_net"].get<double>() * 0.1 + therapist["retail_net"].get<double>() * 0.05 + 300;
    EXPECT_NEAR(therapist["commission"].get<double>(), earned, 0.5);
    EXPECT_TRUE(report(salon, {{"kind", "day"}}, TestSalon::desk)["by_therapist"][0]["commission"].is_null());
}

TEST(ALongerReport, IsTheSumOfItsDaysAndCountsEachPersonOnce)
{
    TestSalon salon;
    const auto first = today(salon);
    const auto client = salon.client();
    std::vector<Json> days;
    for (int day = 0; day < 4; ++day) {
        salon.open_day();
        salon.pay(bill(salon, client));
        if (day == 2) salon.does({{"do", "paid_in"}, {"amount", 700}, {"reason", "coins"}}, manager);
        if (day < 3) close(salon);
        days.push_back(report(salon, {{"kind", "day"}}));
        if (day < 3) next_day(salon);
    }
    const auto sum = report(salon, {{"kind", "range"}, {"from", first}, {"to", today(salon)}});
    EXPECT_EQ(sum["days_open"], 4);
    EXPECT_EQ(sum["closed"], false) << "the last one is open";
    EXPECT_EQ(sum["by_day"].size(), 4U);
    EXPECT_EQ(sum["checks"]["ok"], true);
    EXPECT_EQ(sum["new_clients"], 1);
    EXPECT_EQ(sum["returning_clients"], 0) << "who came for the first time within it is new to it";
    for (const char* name : {"count_sales", "gross", "discounts", "net_incl", "tax_total", "tips", "visits"}) {
        std::int64_t total = 0;
        for (const auto& day : days) total += day[name].get<std::int64_t>();
        EXPECT_EQ(sum[name], total) << name;
    }
    std::int64_t margin = 0;
    for (const auto& day : days) margin += day["margin"]["margin"].get<std::int64_t>();
    EXPECT_EQ(sum["margin"]["margin"], margin);
    EXPECT_EQ(sum["drawer"]["paid_in"], 700);
    EXPECT_TRUE(sum["drawer"]["float"].is_null());
    const auto last = report(salon, {{"kind", "range"}, {"from", today(salon)}, {"to", today(salon)}});
    EXPECT_EQ(last["new_clients"], 0);
    EXPECT_EQ(last["returning_clients"], 1);
}

TEST(ALongerReport, GivesMonthsWhereDaysWouldBeTooMany)
{
    TestSalon salon;
    salon.open_day();
    salon.pay(bill(salon));
    const auto year = report(salon, {{"kind", "year"}});
    ASSERT_EQ(year["by_month"].size(), 1U);
    EXPECT_EQ(year["by_month"][0]["month"], today(salon).substr(0, 7));
    EXPECT_EQ(year["by_month"][0]["total"], year["net_incl"]);
    EXPECT_FALSE(year.contains("by_day"));
    for (const char* kind : {"week", "month"}) EXPECT_EQ(report(salon, {{"kind", kind}})["net_incl"], year["net_incl"]) << kind;
    EXPECT_EQ(report(salon, {{"kind", "month"}, {"date", "2019-02"}})["days_open"], 0);
}

TEST(ALongerReport, IsRefusedWhenItsDatesAreNone)
{
    TestSalon salon;
    salon.refuses({{"do", "report"}, {"kind", "month"}, {"date", "2026-13"}}, "bad_date", manager);
    salon.refuses({{"do", "report"}, {"kind", "range"}, {"from", "2026-11-02"}, {"to", "2026-11-01"}}, "bad_period", manager);
    salon.refuses({{"do", "report"}, {"kind", "range"}, {"from", "2026-11-02"}}, "bad_date", manager);
    salon.refuses({{"do", "report"}, {"kind", "decade"}}, "unknown_word", manager);
}

TEST(ALongerReport, TakesFromDocumentsWhatAnOlderZDidNotStore)
{
    TestSalon salon;
    salon.open_day();
    salon.pay(bill(salon));
    close(salon);
    const auto before = report(salon, {{"kind", "month"}});
    auto old = report(salon, {{"kind", "day"}});
    for (const char* name : {"checks", "margin", "by_product", "revenue_by", "discounts_by", "liabilities", "stock_value", "period"}) old.erase(name);
    for (auto& row : old["by_therapist"]) row = {{"staff", row["staff"]}, {"count", row["count"]}, {"total", row["total"]}, {"tips", row["tips"]}};
    salon.database().execute(("UPDATE day_close SET report = '" + old.dump() + "'").c_str());
    const auto after = report(salon, {{"kind", "month"}});
    EXPECT_EQ(after, before);
}

TEST(ATherapist, SeesTheOwnWorkAndNobodyElses)
{
    TestSalon salon;
    salon.open_day();
    salon.pay(bill(salon));
    salon.pay(bill(salon, {}, TestSalon::other_therapist));
    const auto own = report(salon, {{"kind", "own"}}, TestSalon::therapist);
    EXPECT_EQ(own["staff"], salon.staff_id(TestSalon::therapist));
    EXPECT_EQ(own["count"], 1);
    EXPECT_EQ(own["by_day"].size(), 1U);
    EXPECT_FALSE(own.dump().find(salon.staff_id(TestSalon::other_therapist)) != std::string::npos);
    EXPECT_EQ(report(salon, {{"kind", "own"}, {"date", today(salon).substr(0, 7)}}, TestSalon::therapist)["total"], own["total"]);
    EXPECT_EQ(report(salon, {{"kind", "own"}, {"date", "2019-01-01"}}, TestSalon::therapist)["total"], 0);
    salon.refuses({{"do", "report"}, {"kind", "day"}}, "not_allowed", TestSalon::therapist);
}

TEST(AReport, GoesToTheReceiptPrinter)
{
    TestSalon salon;
    salon.open_day();
    salon.refuses({{"do", "report_print"}, {"kind", "month"}}, "no_printer", manager);
    salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}, {"profile", "generic-80"}}, manager);
    salon.pay(bill(salon));
    EXPECT_TRUE(salon.does({{"do", "report_print"}, {"kind", "month"}}, manager).contains("job"));
    EXPECT_TRUE(salon.does({{"do", "report_print"}, {"kind", "day"}}).contains("job"));
    close(salon);
    EXPECT_TRUE(salon.does({{"do", "report_print"}, {"kind", "z"}, {"z", 1}}, manager).contains("job"));
}

TEST(TheZ, IsRefusedWhenAPaperSaysAnotherTotal)
{
    TestSalon salon;
    salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}, {"profile", "generic-80"}}, manager);
    salon.open_day();
    salon.pay(bill(salon));
    EXPECT_EQ(report(salon, {{"kind", "day"}})["checks"]["ok"], true);
    // Everything of the sale is changed alike, so that it adds up in itself; only its frozen paper knows better.
    salon.database().execute("UPDATE sale SET total = total - 11, gross = gross - 11, due = due - 11, change = change + 11, tax_total = tax_total - 1");
    salon.database().execute("UPDATE sale_tax SET gross = gross - 11, net = net - 10, tax = tax - 1");
    salon.database().execute("UPDATE sale_line SET final = final - 11 WHERE position = 0");
    const auto checks = report(salon, {{"kind", "day"}})["checks"];
    EXPECT_EQ(checks["failing"], (Json{"The paper of A-000001 says another total than its document."}));
    const auto error = salon.refuses({{"do", "close_day"}, {"count", 30'000}}, "day_does_not_add_up", manager);
    EXPECT_THAT(error.dump(), testing::HasSubstr("A-000001"));
}

TEST(TheAccounts, OfEveryDayBalanceAndBearTheSalonsCodes)
{
    TestSalon salon;
    salon.set("accounts.codes", {{"cash", "1100"}, {"tax@0.10", "2150"}});
    const auto from = today(salon);
    for (int day = 0; day < 2; ++day) {
        salon.open_day();
        salon.pay(bill(salon));
        salon.does({{"do", "drop"}, {"amount", 5'000}, {"reason", "bank"}}, manager);
        close(salon);
        next_day(salon);
    }
    const auto answer = salon.does({{"do", "accounts_export"}, {"from", from}, {"to", today(salon)}}, manager);
    EXPECT_EQ(answer["debit"], answer["credit"]);
    std::map<std::string, std::int64_t> balances;
    for (const auto& row : answer["rows"]) {
        balances[row["date"].get<std::string>()] += row["debit"].get<std::int64_t>() - row["credit"].get<std::int64_t>();
        const auto code = row["account"] == "cash"                                   ? "1100"
                          : row["account"] == "tax" && row["rate"] == "0.10"           ? "2150"
                                                                                       : row["account"].get<std::string>();
        EXPECT_EQ(row["code"], code) << "its own name where the salon has no code";
    }
    EXPECT_EQ(balances.size(), 2U);
    for (const auto& [date, balance] : balances) EXPECT_EQ(balance, 0) << date;
}

/// Days by chance through the engine's own door: what it commits must agree with itself, whatever it was.
TEST(AHundredRandomDays, AgreeInTillReportAccountsAndVerify)
{
    TestSalon salon;
    std::mt19937 chance{20'261'114};
    const auto up_to = [&chance](int most) { return std::uniform_int_distribution<int>{0, most}(chance); };
    const std::array clients{salon.client(), salon.client({{"name", "Ken Test"}}), std::string{}};
    const auto from = today(salon);
    std::int64_t net = 0, sales = 0;
    for (int day = 0; day < 100; ++day) {
        salon.open_day(up_to(50'000));
        for (int act = up_to(5); act >= 0; --act) {
            const auto visit = bill(salon, clients.at(static_cast<std::size_t>(up_to(2))), up_to(1) == 0 ? TestSalon::therapist : TestSalon::other_therapist);
            if (up_to(1) == 0) salon.does({{"do", "discount"}, {"visit", visit}, {"percent", "7"}, {"reason", "so"}}, manager);
            if (up_to(2) == 0) salon.does({{"do", "tip"}, {"visit", visit}, {"amount", up_to(900)}, {"staff", TestSalon::therapist}}, manager);
            const auto paid = salon.pay(visit);
            if (up_to(4) == 0) salon.does({{"do", "void"}, {"sale", paid["sale"]}, {"reason", "wrong"}, {"key", salon.key()}}, manager);
            else if (up_to(3) == 0) {
                salon.does({{"do", "refund"}, {"sale", paid["sale"]}, {"all", true}, {"tender", "cash"}, {"reason", "not well"}, {"key", salon.key()}, {"restock", up_to(1) == 0}}, manager);
            }
        }
        if (up_to(2) == 0) salon.does({{"do", "paid_out"}, {"amount", up_to(900) + 1}, {"reason", "tea"}}, manager);
        const auto live = report(salon, {{"kind", "day"}});
        ASSERT_EQ(live["checks"]["ok"], true) << day << " " << live["checks"].dump();
        net += live["net_incl"].get<std::int64_t>();
        sales += live["count_sales"].get<std::int64_t>();
        const auto refused = salon.perform({{"do", "close_day"}, {"count", up_to(90'000)}}, manager);
        if (!refused["ok"].get<bool>()) salon.does({{"do", "close_day"}, {"count", 30'000}, {"reason", "counted twice"}}, manager);
        next_day(salon);
    }
    const auto all = report(salon, {{"kind", "range"}, {"from", from}, {"to", today(salon)}});
    EXPECT_EQ(all["net_incl"], net);
    EXPECT_EQ(all["count_sales"], sales);
    EXPECT_EQ(all["days_open"], 100);
    EXPECT_EQ(all["checks"]["ok"], true) << all["checks"].dump();
    const auto accounts = salon.does({{"do", "accounts_export"}, {"from", from}, {"to", today(salon)}}, manager);
    EXPECT_EQ(accounts["debit"], accounts["credit"]);
    std::int64_t revenue = 0;
    for (const auto& row : accounts["rows"]) {
        if (!row["rate"].get<std::string>().empty()) revenue += row["credit"].get<std::int64_t>() - row["debit"].get<std::int64_t>();
    }
    EXPECT_EQ(revenue, net) << "sales and tax in the books are the report's net";
    const auto verified = verify(salon.database());
    for (const auto& problem : verified.problems) ADD_FAILURE() << problem.part << " " << problem.subject << " " << problem.detail;
}

}  // namespace
}  // namespace kushi
