#include <gtest/gtest.h>

#include "db/spool.h"
#include "printing/document/document.h"
#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

/// A report's figures added up from nothing but documents, by hand and one by one.
struct Sums {
    std::int64_t count_sales = 0, count_refunds = 0, count_voids = 0, gross = 0, discounts = 0, refunds = 0, voids = 0, net_incl = 0,
                 tax_total = 0, tips = 0, cash_rounding = 0;
    std::map<std::string, std::int64_t> net_by_rate, tax_by_rate, tenders;
    std::vector<std::string> numbers;
};

void add_document(Sums& sums, const Json& document)
{
    const std::string kind = document["kind"];
    const auto& totals = document["totals"];
    const std::int64_t sign = kind == "sale" ? 1 : -1;
    const auto total = totals["total"].get<std::int64_t>();
    std::int64_t discounts = totals["bill_discount"];
    for (const auto& amount : totals["line_discounts"]) discounts += amount.get<std::int64_t>();
    if (kind == "sale") {
        ++sums.count_sales;
        sums.gross += total + discounts;
        sums.discounts += discounts;
    } else if (kind == "refund") {
        ++sums.count_refunds;
        sums.refunds += total;
    } else {
        ++sums.count_voids;
        sums.voids += total;
    }
    sums.net_incl += sign * total;
    sums.tax_total += sign * totals["tax_total"].get<std::int64_t>();
    if (kind != "refund") sums.tips += sign * totals.value("tip", std::int64_t{0});
    sums.cash_rounding += sign * totals.value("cash_rounding", std::int64_t{0});
    for (const auto& [rate, parts] : totals["by_rate"].items()) {
        sums.net_by_rate[rate] += sign * parts["net"].get<std::int64_t>();
        sums.tax_by_rate[rate] += sign * parts["tax"].get<std::int64_t>();
    }
    for (const auto& tender : document["tenders"]) sums.tenders[tender["type"]] += sign * tender["amount"].get<std::int64_t>();
    if (totals.value("change", std::int64_t{0}) != 0) sums.tenders["cash"] -= sign * totals["change"].get<std::int64_t>();
    sums.numbers.push_back(document["number"]);
}

Sums sums_of(const std::vector<Json>& documents)
{
    Sums sums;
    for (const auto& document : documents) add_document(sums, document);
    return sums;
}

void expect_report(const Json& report, const Sums& sums, const std::string& source)
{
    SCOPED_TRACE("report against " + source);
    EXPECT_EQ(report["count_sales"], sums.count_sales);
    EXPECT_EQ(report["count_refunds"], sums.count_refunds);
    EXPECT_EQ(report["count_voids"], sums.count_voids);
    EXPECT_EQ(report["gross"], sums.gross);
    EXPECT_EQ(report["discounts"], sums.discounts);
    EXPECT_EQ(report["refunds"], sums.refunds);
    EXPECT_EQ(report["voids"], sums.voids);
    EXPECT_EQ(report["net_incl"], sums.net_incl);
    EXPECT_EQ(report["tax_total"], sums.tax_total);
    EXPECT_EQ(report["tips"], sums.tips);
    EXPECT_EQ(report["cash_rounding"], sums.cash_rounding);
    EXPECT_EQ(report["net_by_rate"], Json(sums.net_by_rate));
    EXPECT_EQ(report["tax_by_rate"], Json(sums.tax_by_rate));
    EXPECT_EQ(report["tenders"], Json(sums.tenders));
    EXPECT_EQ(report["first_number"], sums.numbers.front());
    EXPECT_EQ(report["last_number"], sums.numbers.back());
}

std::int64_t sum(const Json& object)
{
    std::int64_t total = 0;
    for (const auto& value : object) total += value.get<std::int64_t>();
    return total;
}

/// R15, on what the report says of itself.
void expect_identities(const Json& report)
{
    const auto figure = [&](const char* name) { return report[name].get<std::int64_t>(); };
    EXPECT_EQ(figure("gross") - figure("discounts") - figure("refunds") - figure("voids"), figure("net_incl"));
    EXPECT_EQ(sum(report["net_by_rate"]) + sum(report["tax_by_rate"]), figure("net_incl"));
    EXPECT_EQ(sum(report["tenders"]), figure("net_incl") + figure("tips") + figure("prepaid_sold") + figure("cash_rounding"));
    const auto& drawer = report["drawer"];
    EXPECT_EQ(drawer["expected"].get<std::int64_t>(),
              drawer["float"].get<std::int64_t>() + drawer["cash_net"].get<std::int64_t>() + drawer["paid_in"].get<std::int64_t>() -
                  drawer["paid_out"].get<std::int64_t>() - drawer["drops"].get<std::int64_t>());
    if (!drawer["counted"].is_null()) {
        EXPECT_EQ(drawer["over_short"].get<std::int64_t>(), drawer["counted"].get<std::int64_t>() - drawer["expected"].get<std::int64_t>());
    }
    std::int64_t by_hour = 0, counted = 0;
    for (const auto& hour : report["by_hour"]) {
        by_hour += hour["total"].get<std::int64_t>();
        counted += hour["count"].get<std::int64_t>();
    }
    EXPECT_EQ(by_hour, figure("net_incl"));
    EXPECT_EQ(counted, figure("count_sales"));
}

std::vector<Json> documents_in_journal(const TestSalon& salon, const std::string& day)
{
    std::vector<Json> documents;
    for (const char* type : {"sale.completed", "sale.refunded", "sale.voided"}) {
        for (const auto& event : salon.events(type)) {
            if (event["document"]["business_date"] == day) documents.push_back(event["document"]);
        }
    }
    std::sort(documents.begin(), documents.end(), [](const Json& a, const Json& b) { return a["number"] < b["number"]; });
    return documents;
}

std::vector<Json> documents_listed(TestSalon& salon, const std::string& day)
{
    return salon.does({{"do", "list"}, {"what", "sales"}, {"date", day}})["rows"];
}

std::vector<Json> documents_shown(TestSalon& salon, const std::vector<Json>& listed)
{
    std::vector<Json> documents;
    for (const auto& row : listed) {
        documents.push_back(salon.does({{"do", "show"}, {"what", "sale"}, {"id", row["number"]}})["sale"]);
    }
    return documents;
}

Json all_steps(TestSalon& salon, const std::string& visit)
{
    const auto steps = salon.does({{"do", "start_ritual"}, {"visit", visit}}, TestSalon::therapist)["steps"];
    const auto act = [&](const Json& step, const char* action, Json more = Json::object()) {
        more.update({{"do", "step"}, {"visit", visit}, {"step", step["step"]}, {"action", action}});
        salon.does(more, TestSalon::therapist);
        salon.pass(minutes{2});
    };
    act(steps[0], "start");
    act(steps[0], "finish");
    act(steps[1], "start", {{"steam", "low"}});
    act(steps[1], "pause");
    act(steps[1], "resume");
    act(steps[1], "extend", {{"seconds", 120}});
    act(steps[1], "finish", {{"pressure", "light"}, {"position", "lying"}, {"oil", "dry"}});
    act(steps[2], "skip", {{"reason", "she is in a hurry"}});
    act(steps[3], "finish");  // nobody pressed start
    salon.does({{"do", "add_step"}, {"visit", visit}, {"kind", "towel"}, {"name", "one more towel"}, {"after", steps[3]["step"]}}, TestSalon::therapist);
    salon.does({{"do", "use_product"}, {"visit", visit}, {"product", "yuzu-cleanser"}, {"amount", "12.5"}, {"unit", "ml"}, {"step", steps[0]["step"]}},
               TestSalon::therapist);
    salon.does({{"do", "finish_treatment"}, {"visit", visit}}, TestSalon::therapist);
    return salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}}, TestSalon::therapist)["visit"];
}

/// Booked, consulted, treated, with goods, a discount, a tip, and paid by card and cash.
void first_guest(TestSalon& salon)
{
    const auto client = salon.client({{"name", "Hanako Test"}, {"phone", "090-0000-0001"}});
    const auto visit = salon.does({{"do", "book"}, {"client", client}, {"service", "signature-head-spa"}, {"therapist", TestSalon::therapist},
                                   {"nominated", true}, {"start", instant_text(salon.now + minutes{30})}})["visit"].get<std::string>();
    salon.pass(minutes{25});
    salon.does({{"do", "check_in"}, {"visit", visit}});
    EXPECT_EQ(salon.consult(visit, {{"concerns", {"oily"}}, {"goals", {"rest"}}})["plan"], "both");
    salon.does({{"do", "scalp_map"}, {"visit", visit}, {"moment", "before"}, {"zones", {{"crown", {{"conditions", {{"oily", 3}}}}}}}}, TestSalon::therapist);
    salon.does({{"do", "accept_plan"}, {"visit", visit}, {"service", "deep-cleanse-spa"}}, TestSalon::therapist);
    const auto shown = all_steps(salon, visit);
    EXPECT_EQ(shown["status"], "ready_to_pay");
    ASSERT_EQ(shown["lines"].size(), 1u) << "the plan's line replaces check-in's";
    EXPECT_EQ(shown["lines"][0]["item"], "deep-cleanse-spa");
    EXPECT_EQ(shown["steps"][0]["actual_s"], 120);
    EXPECT_EQ(shown["steps"][1]["actual_s"], 360) << "two minutes to the pause, four more from its end";
    EXPECT_EQ(shown["steps"][2]["state"], "skipped");
    EXPECT_EQ(shown["steps"][4]["name"], "one more towel");
    const auto goods = salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "yuzu-clarifying-shampoo"}, {"quantity", "2"}})["line"];
    salon.does({{"do", "discount"}, {"visit", visit}, {"line", goods}, {"percent", "5"}, {"reason", "both together"}});
    salon.does({{"do", "discount"}, {"visit", visit}, {"amount", 333}, {"reason", "coupon"}});
    salon.does({{"do", "tip"}, {"visit", visit}, {"amount", 501}});
    const auto due = salon.due(visit);
    salon.does({{"do", "checkout"}, {"visit", visit}, {"key", salon.key()},
                {"tenders", {{{"type", "card"}, {"amount", due - 1'001}, {"reference", "4111111111111111"}}, {{"type", "cash"}, {"amount", 2'000}}}}});
}

std::string walk_in(TestSalon& salon, const char* service)
{
    const auto visit = salon.visit({}, TestSalon::other_therapist, service);
    salon.pass(minutes{40});
    return salon.pay(visit)["number"];
}

/// Retail for nobody in particular, of which one of three comes back.
void goods_and_their_return(TestSalon& salon)
{
    const auto visit = salon.visit({}, {}, {});
    const auto line = salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "okinawa-salt-scrub"}, {"quantity", "3"}})["line"];
    salon.does({{"do", "discount"}, {"visit", visit}, {"amount", 100}, {"reason", "last ones"}});
    const auto sale = salon.does({{"do", "checkout"}, {"visit", visit}, {"key", salon.key()}, {"tenders", {{{"type", "qr"}, {"amount", salon.due(visit)}}}}});
    salon.pass(hours{1});
    salon.does({{"do", "refund"}, {"sale", sale["sale"]}, {"lines", {{{"line", line}, {"quantity", "1"}}}}, {"tender", "cash"}, {"reason", "skin"}, {"key", salon.key()}},
               TestSalon::manager);
}

void sale_taken_back(TestSalon& salon)
{
    const auto visit = salon.visit({}, TestSalon::therapist, "express-massage");
    salon.does({{"do", "tip"}, {"visit", visit}, {"amount", 100}});
    const auto due = salon.due(visit);
    const auto sale = salon.does({{"do", "checkout"}, {"visit", visit}, {"key", salon.key()}, {"tenders", {{{"type", "cash"}, {"amount", due + 77}}}}});
    EXPECT_EQ(sale["change"], 77);
    salon.does({{"do", "void"}, {"sale", sale["number"]}, {"reason", "wrong guest"}, {"key", salon.key()}}, TestSalon::manager);
    const auto shown = salon.does({{"do", "show"}, {"what", "visit"}, {"id", visit}})["visit"];
    EXPECT_NE(shown["status"], "paid");
    salon.does({{"do", "cancel_visit"}, {"visit", visit}});
}

void drawer(TestSalon& salon)
{
    salon.does({{"do", "paid_in"}, {"amount", 5'000}, {"reason", "change"}});
    salon.does({{"do", "paid_out"}, {"amount", 1'200}, {"reason", "milk"}});
    salon.does({{"do", "drop"}, {"amount", 3'000}, {"reason", "safe"}});
    salon.does({{"do", "open_drawer"}, {"reason", "stuck"}});
}

class ADay : public testing::TestWithParam<const char*> {};

Json without(Json report, std::initializer_list<const char*> names)
{
    for (const char* name : names) report.erase(name);
    return report;
}

Json check_day(TestSalon& salon, std::int64_t counted)
{
    const auto x = salon.does({{"do", "x_report"}, {"count", counted}}, TestSalon::manager)["report"];
    const std::string day = x["business_date"];
    const auto listed = documents_listed(salon, day);
    expect_report(x, sums_of(listed), "the list of sales");
    expect_report(x, sums_of(documents_shown(salon, listed)), "each receipt");
    expect_report(x, sums_of(documents_in_journal(salon, day)), "the journal");
    expect_identities(x);
    EXPECT_EQ(x["closed"], false);
    EXPECT_TRUE(x["z"].is_null());
    const auto z = salon.does({{"do", "close_day"}, {"count", counted}}, TestSalon::manager)["z"];
    EXPECT_EQ(without(x, {"closed", "z"}), without(z, {"closed", "z"})) << "X is Z without closing";
    EXPECT_EQ(salon.does({{"do", "report"}, {"kind", "day"}}, TestSalon::manager)["report"], z);
    EXPECT_EQ(salon.does({{"do", "report"}, {"kind", "z"}, {"z", z["z"]}}, TestSalon::manager)["report"], z);
    EXPECT_EQ(salon.events("day.closed").back()["report"], z);
    return z;
}

TEST_P(ADay, AddsUpInReportReceiptsAndJournal)
{
    TestSalon salon{GetParam()};
    salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}});
    salon.refuses({{"do", "checkout"}, {"visit", salon.visit()}, {"key", salon.key()}, {"tenders", {{{"type", "cash"}, {"amount", 99'999}}}}}, "day_not_open");
    salon.open_day(30'000);
    salon.refuses({{"do", "open_day"}, {"float", 1}}, "day_already_open");
    first_guest(salon);
    const auto number = walk_in(salon, "head-massage-30");
    salon.does({{"do", "reprint"}, {"number", number}, {"reason", "lost it"}});
    goods_and_their_return(salon);
    sale_taken_back(salon);
    walk_in(salon, "premium-head-spa");
    drawer(salon);
    const auto first = check_day(salon, 31'234);
    EXPECT_EQ(first["z"], 1);
    EXPECT_EQ(first["count_sales"], 5);
    EXPECT_EQ(first["count_refunds"], 1);
    EXPECT_EQ(first["count_voids"], 1);
    EXPECT_EQ(first["first_number"], "A-000001");
    EXPECT_EQ(first["last_number"], "A-000007");
    EXPECT_EQ(first["grand_total_after"], first["net_incl"]);
    EXPECT_EQ(first["drawer"]["paid_in"], 5'000);
    EXPECT_EQ(first["drawer"]["paid_out"], 1'200);
    EXPECT_EQ(first["drawer"]["drops"], 3'000);
    EXPECT_EQ(first["new_clients"], 1);
    // Closed is closed.
    const auto visit = salon.visit();
    salon.refuses({{"do", "close_day"}, {"count", 0}}, "day_closed", TestSalon::manager);
    salon.refuses({{"do", "open_day"}, {"float", 0}}, "day_closed");
    salon.refuses({{"do", "paid_in"}, {"amount", 1}, {"reason", "late"}}, "day_closed");
    salon.refuses({{"do", "checkout"}, {"visit", visit}, {"key", salon.key()}, {"tenders", {{{"type", "cash"}, {"amount", 99'999}}}}}, "day_closed");
    salon.refuses({{"do", "void"}, {"sale", number}, {"reason", "late"}, {"key", salon.key()}}, "day_closed", TestSalon::manager);

    salon.pass(hours{24});
    salon.open_day(20'000);
    walk_in(salon, "express-massage");
    salon.does({{"do", "refund"}, {"sale", number}, {"all", true}, {"reason", "came back"}, {"key", salon.key()}}, TestSalon::manager);
    const auto second = check_day(salon, 20'000);
    EXPECT_EQ(second["z"], 2);
    EXPECT_EQ(second["first_number"], "A-000008");
    EXPECT_EQ(second["grand_total_after"].get<std::int64_t>(),
              first["grand_total_after"].get<std::int64_t>() + second["net_incl"].get<std::int64_t>());
    EXPECT_EQ(second["drawer"]["float"], 20'000) << "today's float, not yesterday's drawer";

    // A day that nobody closed comes first.
    salon.pass(hours{24});
    salon.open_day(20'000);
    salon.pass(hours{24});
    salon.refuses({{"do", "open_day"}, {"float", 20'000}}, "earlier_day_open");
    salon.refuses({{"do", "paid_in"}, {"amount", 1}, {"reason", "late"}}, "day_not_open");
    EXPECT_EQ(salon.does({{"do", "close_day"}, {"count", 20'000}}, TestSalon::manager)["z"]["z"], 3);
    salon.open_day(20'000);
    EXPECT_EQ(salon.chain_problem(), "");
}

INSTANTIATE_TEST_SUITE_P(InEachPreset, ADay, testing::Values("tokyo", "london", "newyork"), [](const auto& preset) { return std::string{preset.param}; });

TEST(TheBoard, ShowsEachVisitInTheColumnOfItsState)
{
    TestSalon salon;
    const auto column_of = [&](const std::string& visit) {
        const auto board = salon.does({{"do", "board"}})["board"];
        for (const char* column : {"expected", "in_chair", "ready_to_pay", "done"}) {
            for (const auto& row : board[column]) {
                if (row["id"] == visit) return std::string{column} + ":" + row["status"].get<std::string>();
            }
        }
        return std::string{};
    };
    const auto client = salon.client();
    const auto book = [&] {
        return salon.does({{"do", "book"}, {"client", client}, {"service", "signature-head-spa"}, {"start", instant_text(salon.now)}})["visit"].get<std::string>();
    };
    const auto visit = book();
    EXPECT_EQ(column_of(visit), "expected:expected");
    salon.does({{"do", "check_in"}, {"visit", visit}});
    EXPECT_EQ(column_of(visit), "expected:arrived");
    salon.refuses({{"do", "check_in"}, {"visit", visit}}, "already_arrived");
    salon.refuses({{"do", "no_show"}, {"visit", visit}}, "already_arrived");
    const auto later = book();
    EXPECT_EQ(salon.does({{"do", "board"}})["board"]["expected"][0]["id"], visit) << "who is here comes before who is expected";
    salon.consult(visit);
    EXPECT_EQ(column_of(visit), "in_chair:in_chair");
    salon.does({{"do", "start_ritual"}, {"visit", visit}}, TestSalon::therapist);
    salon.does({{"do", "finish_treatment"}, {"visit", visit}}, TestSalon::therapist);
    EXPECT_EQ(column_of(visit), "ready_to_pay:ready_to_pay");
    salon.open_day();
    const auto sale = salon.pay(visit);
    EXPECT_EQ(column_of(visit), "done:paid");
    for (const char* command : {"cancel_visit", "no_show", "move_visit", "hold"}) salon.refuses({{"do", command}, {"visit", visit}}, "already_paid");
    salon.does({{"do", "void"}, {"sale", sale["number"]}, {"reason", "wrong"}, {"key", salon.key()}}, TestSalon::manager);
    EXPECT_EQ(column_of(visit), "ready_to_pay:ready_to_pay");
    salon.does({{"do", "no_show"}, {"visit", later}, {"reason", "no call"}});
    EXPECT_EQ(column_of(later), "");
    for (const char* command : {"check_in", "cancel_visit", "no_show", "move_visit", "hold"}) salon.refuses({{"do", command}, {"visit", later}}, "visit_closed");
}

TEST(AClockThatWentBack, OpensNoDayBeforeTheLastClose)
{
    TestSalon salon;
    salon.open_day();
    const auto sold = salon.pay(salon.visit())["totals"]["total"];
    const Json close{{"do", "close_day"}, {"count", 30'000}};
    salon.does(close, TestSalon::manager);
    salon.pass(-hours{24});
    salon.refuses({{"do", "open_day"}, {"float", 0}}, "day_closed");
    salon.refuses(close, "day_not_open", TestSalon::manager);
    salon.pass(hours{48});
    salon.open_day();
    salon.pass(-hours{24});  // set back while the day is open: its money waits, its close does not run twice
    salon.refuses({{"do", "paid_in"}, {"amount", 1}, {"reason", "x"}}, "day_closed");
    EXPECT_EQ(salon.does(close, TestSalon::manager)["z"]["grand_total_after"], sold);
    salon.refuses(close, "day_closed", TestSalon::manager);
    EXPECT_EQ(salon.chain_problem(), "");
}

TEST(AnotherDaysClock, TurnsWithTheSalonsCutOffAndNotWithMidnight)
{
    TestSalon salon;
    salon.now = *parse_instant("2026-11-14T19:59:59Z");  // 04:59:59 on the 15th in Tokyo
    EXPECT_EQ(salon.does({{"do", "open_day"}, {"float", 0}})["day"], "2026-11-14");
    salon.now = *parse_instant("2026-11-14T20:00:00Z");
    salon.refuses({{"do", "open_day"}, {"float", 0}}, "earlier_day_open");
    EXPECT_EQ(salon.does({{"do", "close_day"}, {"count", 0}}, TestSalon::manager)["z"]["business_date"], "2026-11-14");
    EXPECT_EQ(salon.does({{"do", "open_day"}, {"float", 0}})["day"], "2026-11-15");
}

}  // namespace
}  // namespace kushi::test
