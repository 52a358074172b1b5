#include "core/day/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <limits>

namespace kushi {
namespace {

using Kind = DayDocument::Kind;

DayDocument document(Kind kind, std::int64_t counter, std::int64_t total, int hour)
{
    DayDocument made;
    made.kind = kind;
    made.counter = counter;
    made.number = "A-00000" + std::to_string(counter);
    made.total = total;
    made.by_rate = {{Rate{100'000, "0.10"}, total - total / 11, total / 11, total}};
    made.tenders = {{"cash", total}};
    made.hour = hour;
    return made;
}

/// Two sales, one of them voided, and a refund, by two therapists.
DayFacts small_day()
{
    DayFacts facts;
    facts.documents = {document(Kind::sale, 1, 11'000, 10), document(Kind::sale, 2, 6'600, 14),
                       document(Kind::refund, 3, 1'100, 14), document(Kind::void_, 4, 6'600, 15)};
    facts.documents[0].lines = {{"head_spa", "service", "aoi", 8'800}, {"shampoo", "product", "aoi", 2'200}};
    facts.documents[1].lines = {{"head_spa", "service", "ren", 6'600}};
    facts.documents[2].lines = {{"head_spa", "service", "aoi", 1'100}};
    facts.documents[3].lines = {{"head_spa", "service", "ren", 6'600}};
    for (const std::size_t i : {std::size_t{1}, std::size_t{3}}) {
        facts.documents[i].tip = 500;
        facts.documents[i].tips = {{"ren", 500}};
        facts.documents[i].tenders[0].amount += 500;
    }
    facts.documents[0].tip = 300;
    facts.documents[0].tips = {{"aoi", 300}};
    facts.documents[0].tenders[0].amount += 300;
    facts.moves = {{DrawerMove::Kind::float_, 30'000}, {DrawerMove::Kind::paid_in, 50}, {DrawerMove::Kind::paid_out, 20},
                   {DrawerMove::Kind::drop, 10'000}};
    facts.counted = 30'200;
    facts.grand_total_before = 1'000;
    facts.z_before = 6;
    facts.z = 7;
    facts.counter_before = 0;
    return facts;
}

TEST(DayReport, SharesTheDayOutByHourServiceAndTherapist)
{
    const auto figures = add_up(small_day()).value();
    EXPECT_EQ(figures.net_incl, 9'900);
    EXPECT_EQ(figures.first_number, "A-000001");
    EXPECT_EQ(figures.last_number, "A-000004");
    ASSERT_EQ(figures.by_hour.size(), 3U);
    EXPECT_EQ(figures.by_hour[1].hour, 14);
    EXPECT_EQ(figures.by_hour[1].count, 1) << "the refund at 14 is no sale";
    EXPECT_EQ(figures.by_hour[1].total, 5'500);
    EXPECT_EQ(figures.by_hour[2].total, -6'600) << "a void stands at its own hour";
    ASSERT_EQ(figures.by_service.size(), 1U) << "a shampoo bottle is no service";
    EXPECT_EQ(figures.by_service[0].count, 1) << "the voided one never was, the refunded one was";
    EXPECT_EQ(figures.by_service[0].total, 7'700);
    ASSERT_EQ(figures.by_therapist.size(), 2U);
    EXPECT_EQ(figures.by_therapist[0].staff, "aoi");
    EXPECT_EQ(figures.by_therapist[0].count, 1);
    EXPECT_EQ(figures.by_therapist[0].total, 9'900);
    EXPECT_EQ(figures.by_therapist[0].tips, 300) << "a refund leaves the tip";
    EXPECT_EQ(figures.by_therapist[1].count, 0);
    EXPECT_EQ(figures.by_therapist[1].total, 0);
    EXPECT_EQ(figures.by_therapist[1].tips, 0) << "a void takes the tip back";
    EXPECT_EQ(figures.drawer.expected, 30'000 + 10'200 + 50 - 20 - 10'000);
    EXPECT_EQ(figures.drawer.over_short, -30);
    EXPECT_THAT(failing_identities(small_day(), figures), testing::IsEmpty());
}

TEST(DayReport, OfADayWithoutDocumentsIsZeros)
{
    const auto figures = add_up(DayFacts{}).value();
    EXPECT_EQ(figures.net_incl, 0);
    EXPECT_EQ(figures.first_number, "");
    EXPECT_FALSE(figures.drawer.over_short);
    EXPECT_THAT(failing_identities(DayFacts{}, figures), testing::IsEmpty());
}

TEST(DayReport, RefusesSumsPastTheLimit)
{
    DayFacts facts;
    facts.documents = {document(Kind::sale, 1, 600'000'000'000'000, 10), document(Kind::sale, 2, 600'000'000'000'000, 10)};
    EXPECT_EQ(add_up(facts).error().code, "out_of_range");
    facts.documents.pop_back();
    EXPECT_TRUE(add_up(facts));
    facts.moves = {{DrawerMove::Kind::paid_in, std::numeric_limits<std::int64_t>::max()}};
    EXPECT_EQ(add_up(facts).error().code, "out_of_range");
}

TEST(Identities, NameThePlantedError)
{
    struct Case { const char* identity; std::function<void(DayFacts&, DayFigures&)> plant; };
    for (const auto& c : std::vector<Case>{
             {"Gross - discounts - refunds - voids = net", [](auto&, auto& f) { ++f.net_incl; }},
             {"Net is what the documents come to", [](auto&, auto& f) { ++f.net_incl, ++f.gross; }},
             {"Gross is the sales' totals and discounts", [](auto&, auto& f) { ++f.gross, ++f.discounts; }},
             {"Discounts are the sales' discounts", [](auto&, auto& f) { ++f.gross, ++f.discounts; }},
             {"Refunds are the refunds' totals", [](auto&, auto& f) { ++f.refunds, --f.voids; }},
             {"Voids are the voids' totals", [](auto&, auto& f) { ++f.refunds, --f.voids; }},
             {"Perpetual total = the one before + net", [](auto&, auto& f) { ++f.grand_total_after; }},
             {"Perpetual total = the one before + net", [](auto& d, auto&) { --d.grand_total_before; }},
             {"Net by rate + tax by rate = net", [](auto&, auto& f) { ++f.by_rate[0].net; }},
             {"Tax by rate = tax in total", [](auto&, auto& f) { ++f.tax_total; }},
             {"Net at rate 0.10 is what the documents print", [](auto&, auto& f) { ++f.by_rate[0].net, --f.by_rate[0].tax; }},
             {"Tax at rate 0.10 is what the documents print", [](auto&, auto& f) { ++f.by_rate[0].net, --f.by_rate[0].tax; }},
             {"Gross at rate 0.10 is its net and tax", [](auto&, auto& f) { ++f.by_rate[0].gross; }},
             {"Every printed rate is reported", [](auto&, auto& f) { f.by_rate.clear(); }},
             {"Tenders = net + tips + prepaid sold + cash rounding", [](auto&, auto& f) { ++f.tenders[0].amount; }},
             {"Taken as cash is what the documents say", [](auto&, auto& f) { --f.tenders[0].amount, f.tenders.push_back({"card", 1}); }},
             {"Taken as card is what the documents say", [](auto&, auto& f) { --f.tenders[0].amount, f.tenders.push_back({"card", 1}); }},
             {"Prepaid sold is what was taken for it", [](auto&, auto& f) { ++f.prepaid_sold, --f.tips; }},
             {"Tips are what the documents say", [](auto&, auto& f) { ++f.tips, --f.cash_rounding; }},
             {"Cash rounding is what the documents say", [](auto&, auto& f) { ++f.tips, --f.cash_rounding; }},
             {"Drawer expected = float + cash + paid in - paid out - drops", [](auto&, auto& f) { ++f.drawer.expected; }},
             {"Cash in the drawer is the cash taken, net of change", [](auto&, auto& f) { ++f.drawer.cash_net, ++f.drawer.expected; }},
             {"The float is today's", [](auto&, auto& f) { ++f.drawer.opening_float, --f.drawer.paid_in; }},
             {"Paid in is what was moved", [](auto&, auto& f) { ++f.drawer.opening_float, --f.drawer.paid_in; }},
             {"Paid out is what was moved", [](auto&, auto& f) { ++f.drawer.paid_out, --f.drawer.drops; }},
             {"Drops are what was moved", [](auto&, auto& f) { ++f.drawer.paid_out, --f.drawer.drops; }},
             {"A count is reported when there was one", [](auto&, auto& f) { f.drawer.counted.reset(); }},
             {"Counted is the drawer's count", [](auto&, auto& f) { f.drawer.counted = 1; }},
             {"Over or short = counted - expected", [](auto&, auto& f) { f.drawer.over_short = 0; }},
             {"No gap before A-000003", [](auto& d, auto&) { ++d.documents[2].counter; }},
             {"The first number follows the previous Z", [](auto& d, auto&) { d.counter_before = 7; }},
             {"Sales are counted", [](auto&, auto& f) { ++f.count_sales; }},
             {"Refunds are counted", [](auto&, auto& f) { ++f.count_refunds; }},
             {"Voids are counted", [](auto&, auto& f) { ++f.count_voids; }},
             {"The first number is the first document's", [](auto&, auto& f) { f.first_number = "A-000002"; }},
             {"The last number is the last document's", [](auto&, auto& f) { f.last_number.clear(); }},
             {"Z number = the one before + 1", [](auto& d, auto&) { d.z = 8; }},
             {"The hours come to net", [](auto&, auto& f) { ++f.by_hour[0].total; }},
             {"The hours count all sales", [](auto&, auto& f) { ++f.by_hour[0].count; }},
             {"The services come to their lines", [](auto&, auto& f) { ++f.by_service[0].total; }},
             {"The therapists come to their lines", [](auto&, auto& f) { ++f.by_therapist[0].total; }},
             {"Receipts = sales + prepaid + refunds + voids", [](auto&, auto& f) { ++f.count_prepaid; }},
             {"Owed for every ticket = before + sold - used - expired - cancelled", [](auto& d, auto&) { d.liabilities = {{"ticket", 100, 50, 30, 0, 0, 121}}; }},
             {"The therapists' tips come to those that are named", [](auto&, auto& f) { ++f.by_therapist[0].tips; }},
             {"The tenders of A-000001 are its total, tip, prepaid and cash rounding", [](auto& d, auto&) { ++d.documents[0].tenders[0].amount; }},
             {"The tenders of A-000003 are its total, tip, prepaid and cash rounding", [](auto& d, auto&) { ++d.documents[2].cash_rounding; }},
             {"Net and tax of A-000002 are its total", [](auto& d, auto&) { ++d.documents[1].by_rate[0].net; }}}) {
        DayFacts facts = small_day();
        DayFigures figures = add_up(facts).value();
        c.plant(facts, figures);
        EXPECT_THAT(failing_identities(facts, figures), testing::Contains(testing::StartsWith(std::string{c.identity} + ":")));
    }
}

TEST(Identities, HoldEachSeriesToItsOwnCounter)
{
    DayFacts facts = small_day();
    facts.documents[2].number = "B-000001";
    facts.documents[2].counter = 1;
    facts.documents[3].number = "A-000003";
    facts.documents[3].counter = 3;
    EXPECT_THAT(failing_identities(facts, add_up(facts).value()), testing::IsEmpty());
}

}  // namespace
}  // namespace kushi
