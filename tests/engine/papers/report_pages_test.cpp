#include "app/engine/papers/report_pages.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "core/money/format.h"
#include "printing/pages/pdf.h"
#include "tests/engine/salon_fixture.h"
#include "tests/printing/pages/pdf_tools.h"

namespace kushi::test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using OrderedJson = nlohmann::ordered_json;

ReportPagesFacts facts(const TestSalon& salon, const std::string& language)
{
    return {.language = language, .made_at = salon.now, .made_by = "Haruka Mori", .training = false};
}

std::string text_of(TestSalon& salon, const OrderedJson& report, const std::string& language)
{
    return text_of_pdf(*report_pdf(report, salon.engine().salon(), facts(salon, language)), true);
}

/// A day with a sale, a refund and a void, not closed yet, as the command line says it.
OrderedJson a_day(TestSalon& salon)
{
    salon.open_day();
    std::vector<std::string> numbers;
    for (int i = 0; i < 3; ++i) {
        const auto visit = salon.visit();
        salon.consult(visit);
        numbers.push_back(salon.pay(visit)["number"]);
    }
    salon.does(salon.approved({{"do", "void"}, {"sale", numbers[2]}, {"reason", "mistake"}, {"key", salon.key()}}));
    return OrderedJson::parse(salon.report().dump());
}

/// Everything that a longer report may have beside.
OrderedJson a_month(const TestSalon& salon)
{
    OrderedJson report = OrderedJson::parse(R"({
        "period": {"kind": "month", "from": "2026-11-01", "to": "2026-11-30"},
        "count_sales": 410, "count_prepaid": 3, "count_refunds": 2, "count_voids": 1,
        "gross": 5120340, "discounts": 61230, "refunds": 14620, "voids": 5480, "net_incl": 5039010,
        "net_by_rate": {"0.10": 4500000, "0.08": 82416}, "tax_by_rate": {"0.10": 450000, "0.08": 6594}, "tax_total": 456594,
        "tenders": {"cash": 2066826, "card": 2500000, "qr": 421010, "ticket": 88000, "楽天ポイント": 79200},
        "tips": 6026, "prepaid_sold": 110000, "cash_rounding": 0,
        "drawer": {"float": null, "cash_net": 2066826, "paid_in": 5000, "paid_out": 1650, "drops": 2000000, "expected": null, "counted": null, "over_short": -100},
        "grand_total_after": 98765432, "first_number": "A-000103", "last_number": "A-000519",
        "visits": 408, "new_clients": 61, "returning_clients": 340, "rebooked": 290, "rebook_rate": "71.1",
        "by_hour": [{"hour": 10, "count": 41, "total": 512000}, {"hour": 12, "count": 1, "total": -4620}, {"hour": 13, "count": 368, "total": 4531630}],
        "by_day": [{"date": "2026-11-01", "count": 14, "total": 163706}, {"date": "2026-11-02", "count": 0, "total": -4620}],
        "by_month": [{"month": "2026-11", "count": 410, "total": 5039010}],
        "by_service": [{"item": "signature-head-spa", "count": 210, "total": 3018810}, {"item": "head-massage-40", "count": 200, "total": 1000200}],
        "by_product": [{"item": "camellia-hair-mist", "count": 12, "total": 39600, "cost": 18720, "margin": 20880}],
        "by_therapist": [{"staff": "", "count": 210, "total": 4027270, "nominations": 77, "services": 4000100, "retail": 27170, "commission": 402727, "tips": 6026}],
        "discounts_by": [{"kind": "line", "count": 9, "total": 21230}, {"kind": "bill", "count": 11, "total": 38000}, {"kind": "voucher_bonus", "count": 2, "total": 2000}],
        "product_use": [{"product": "camellia-hair-mist", "amount": "8.8", "unit": "ml", "cost": 66}, {"product": "hot-towel", "amount": "21", "unit": "piece", "cost": 840}],
        "margin": {"revenue_net": 4582416, "product_cost": 190321, "margin": 4392095}, "stock_value": 777123,
        "liabilities": {"ticket": {"before": 400000, "sold": 110000, "used": 88000, "expired": 11000, "cancelled": 4000, "after": 407000},
                        "voucher": {"before": 10000, "sold": 0, "used": 0, "expired": 0, "cancelled": 0, "after": 10000},
                        "total": {"before": 410000, "sold": 110000, "used": 88000, "expired": 11000, "cancelled": 4000, "after": 417000}},
        "no_sale_openings": 5, "reprints": 8, "checks": {"ok": true, "failing": []}})");
    report["by_therapist"][0]["staff"] = salon.staff_id(TestSalon::therapist);
    return report;
}

TEST(TheReportsPages, SayEveryFigureOfTheDay)
{
    TestSalon salon;
    const auto report = a_day(salon);
    const auto& currency = salon.engine().salon().currency;
    for (const std::string language : {"en", "ja"}) {
        const auto text = text_of(salon, report, language);
        const auto says = [&](const OrderedJson& figure) {
            EXPECT_THAT(text, HasSubstr(amount_text({figure.get<std::int64_t>(), currency}, language))) << language;
        };
        for (const char* key : {"gross", "discounts", "refunds", "net_incl", "tax_total", "tips", "prepaid_sold",
                                "cash_rounding", "grand_total_after"})
            says(report[key]);
        EXPECT_THAT(text, HasSubstr(amount_text({-report["voids"].get<std::int64_t>(), currency}, language)));
        for (const char* key : {"float", "cash_net", "paid_in", "expected"}) says(report["drawer"][key]);
        for (const char* key : {"net_by_rate", "tax_by_rate", "tenders"})
            for (const auto& figure : report[key]) says(figure);
        for (const char* key : {"by_hour", "by_service", "by_therapist"}) {
            ASSERT_FALSE(report[key].empty()) << key;
            for (const auto& entry : report[key]) says(entry["total"]);
        }
        EXPECT_THAT(text, HasSubstr(report["first_number"].get<std::string>()));
        EXPECT_THAT(text, HasSubstr(report["last_number"].get<std::string>()));
    }
}

TEST(TheReportsPages, NameServicesStaffAndTheSalonInTheirLanguage)
{
    TestSalon salon;
    const auto report = a_month(salon);
    const auto& house = salon.engine().salon();
    for (const std::string language : {"en", "ja"}) {
        const auto text = text_of(salon, report, language);
        for (const auto& name :
             {house.name, house.services.at("signature-head-spa").name, house.products.at("camellia-hair-mist").name,
              house.person(TestSalon::therapist)->name})
            EXPECT_THAT(text, HasSubstr(name.for_language(language)));
    }
}

TEST(TheReportsPages, ExpectNothingOfTheManyDrawersOfAPeriod)
{
    TestSalon salon;
    const auto month = text_of(salon, a_month(salon), "en");
    const auto day = text_of(salon, a_day(salon), "en");
    for (const char* words : {"Float", "Counted", "Expected"}) {
        EXPECT_THAT(day, HasSubstr(words));
        EXPECT_THAT(month, Not(HasSubstr(words)));
    }
    EXPECT_THAT(month, AllOf(HasSubstr("2,066,826"), HasSubstr("−100")));
}

TEST(TheReportsPages, HaveEverySectionThatTheReportHas)
{
    TestSalon salon;
    const auto text = text_of(salon, a_month(salon), "en");
    for (const char* words : {"Monthly report",
                              "1 November 2026 to 30 November 2026",
                              "71.1%",
                              "290 of 408 visits",
                              "Sun 1 November 2026",
                              "Nov 2026",
                              "楽天ポイント",
                              "20,880",
                              "402,727",
                              "Nominated",
                              "77",
                              "On a line",
                              "Bonus of vouchers",
                              "−190,321",
                              "4,392,095",
                              "777,123",
                              "Owed to clients",
                              "−88,000",
                              "−11,000",
                              "407,000",
                              "417,000",
                              "8.8 ml",
                              "21 pc",
                              "Sales of prepaid only",
                              "Drawer openings without a sale",
                              "Copies printed",
                              "Till, ledger, receipts and report agree."})
        EXPECT_THAT(text, HasSubstr(words));
    EXPECT_THAT(text_of(salon, a_month(salon), "ja"), AllOf(HasSubstr("月報"), HasSubstr("2026年11月1日"),
                                                            HasSubstr("前受残高"), HasSubstr("一致しています")));
}

TEST(TheReportsPages, LeaveOutWhatTheReportDoesNotHave)
{
    TestSalon salon;
    auto older = a_day(salon);
    for (const char* name : {"liabilities", "margin", "stock_value", "checks", "reprints", "no_sale_openings"}) older.erase(name);
    for (auto& row : older["by_therapist"]) row.erase("commission");
    const auto text = text_of(salon, older, "en");
    for (const char* words : {"Owed to clients", "Margin", "Commission", "agree", "Copies printed", "by month"})
        EXPECT_THAT(text, Not(HasSubstr(words)));
    const auto least = text_of(salon, OrderedJson{{"business_date", "2026-11-14"}}, "en");
    EXPECT_THAT(least, AllOf(HasSubstr("Saturday 14 November 2026"), HasSubstr("How it adds up")));
}

TEST(TheReportsPages, SayFirstWhatDoesNotAddUp)
{
    TestSalon salon;
    auto report = a_month(salon);
    report["checks"] = {{"ok", false}, {"failing", {"tenders 5 are not net 4"}}};
    const auto text = text_of(salon, report, "en");
    EXPECT_LT(text.find("DOES NOT ADD UP: tenders 5 are not net 4"), text.find("How it adds up"));
    EXPECT_THAT(text, Not(HasSubstr("report agree")));
}

TEST(TheReportsPages, SharesOfTendersAreAHundredTogether)
{
    TestSalon salon;
    const auto text = text_of(salon, OrderedJson{{"tenders", {{"cash", 1}, {"card", 1}, {"qr", 1}}}}, "en");
    EXPECT_THAT(text, AllOf(HasSubstr("33.4%"), HasSubstr("33.3%")));
}

TEST(TheReportsPages, HideWhatProductsCostWhereTheReportDoes)
{
    TestSalon salon;
    auto report = a_month(salon);
    for (auto& use : report["product_use"]) use["cost"] = nullptr;
    EXPECT_THAT(text_of(salon, report, "en"), AllOf(HasSubstr("8.8 ml"), Not(HasSubstr("840"))));
}

TEST(TheReportsPages, SayThatTheyAreTraining)
{
    TestSalon salon;
    auto made = facts(salon, "en");
    made.training = true;
    EXPECT_THAT(text_of_pdf(*report_pdf(a_month(salon), salon.engine().salon(), made)), HasSubstr("TRAINING"));
}

TEST(TheReportsFile, IsWholeOrNotThere)
{
    TestSalon salon;
    const TemporaryFolder folder;
    const auto file = folder.path() / "report.pdf";
    ASSERT_TRUE(write_report_pdf(file, a_month(salon), salon.engine().salon(), facts(salon, "ja")));
    std::stringstream content;
    content << std::ifstream{file, std::ios::binary}.rdbuf();
    EXPECT_EQ(content.str(), *report_pdf(a_month(salon), salon.engine().salon(), facts(salon, "ja")));
    const auto refusal = write_report_pdf(folder.path() / "none" / "report.pdf", a_month(salon), salon.engine().salon(),
                                          facts(salon, "ja"));
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().code, "io_error");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder.path()}, {}), 1);
}

}  // namespace
}  // namespace kushi::test
