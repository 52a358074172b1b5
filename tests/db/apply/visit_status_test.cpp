#include <gtest/gtest.h>

#include <algorithm>

#include "db/read/visits.h"
#include "tests/db/told.h"

namespace kushi {
namespace {

using nlohmann::json;

struct Told {
    const char* type;
    json pub;
};

json of_visit(json pub = json::object())
{
    pub["visit"] = "visit-1";
    return pub;
}

json document(const char* id, const char* kind, const char* of)
{
    return {{"document",
             {{"id", id}, {"number", id}, {"kind", kind}, {"of", of}, {"of_business_date", ""}, {"business_date", "2026-01-15"},
              {"at", ""}, {"visit", "visit-1"}, {"client", ""}, {"staff", ""}, {"approved_by", ""}, {"currency", "JPY"},
              {"price_mode", "inclusive"}, {"lines", json::array()}, {"tenders", json::array()}, {"chain_mark", ""},
              {"totals", {{"total", 0}, {"tax_total", 0}, {"due", 0}}}}},
            {"series", "A"}, {"key", id}, {"request", ""}, {"of_id", of}, {"gross", 0}, {"discounts", 0},
            {"rates", json::array()}, {"moves", json::array()}, {"returned", json::array()}};
}

const Told booked{"visit.booked", of_visit({{"start", "2026-01-15T05:00:00.000Z"}, {"minutes", 60}, {"client", "client-1"}})};
const Told arrived{"visit.arrived", of_visit()};
const Told consulted{"consultation.given", of_visit({{"consultation", "c"}})};
const Told mapped{"scalp.mapped", of_visit({{"map", "m"}, {"moment", "before"}})};
const Told started{"treatment.started", of_visit({{"treatment", "t"}, {"ritual", "r"}, {"steps", json::array()}})};
const Told finished{"treatment.finished", of_visit({{"treatment", "t"}})};
const Told cancelled{"visit.cancelled", of_visit()};
const Told missed{"visit.no_show", of_visit()};
const Told adapted{"referral.decided", of_visit({{"referral", "r1"}, {"decision", "adapt"}})};
const Told referred{"referral.decided", of_visit({{"referral", "r2"}, {"decision", "refer"}})};
const Told postponed{"referral.decided", of_visit({{"referral", "r3"}, {"decision", "postpone"}})};
const Told sold{"sale.completed", document("sale-1", "sale", "")};
const Told sold_again{"sale.completed", document("sale-2", "sale", "")};
const Told refunded{"sale.refunded", document("refund-1", "refund", "sale-1")};
const Told voided{"sale.voided", document("void-1", "void", "sale-1")};

/// The status after the events, told in every order.
std::string status_in_every_order(const std::vector<Told>& told, const char* why)
{
    std::vector<std::size_t> order(told.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::optional<std::string> status;
    do {
        const auto database = Database::in_memory();
        for (const auto i : order) {
            auto pub = told[i].pub;
            if (pub.contains("document")) pub["counter"] = i + 1;
            test::tell(database, told[i].type, pub, {static_cast<std::int64_t>(i) + 1, 1, static_cast<std::int64_t>(i) + 1});
        }
        const auto now = visit_by_id(database, "visit-1")->status;
        EXPECT_EQ(now, status.value_or(now)) << why << ": the order changed it";
        status = now;
    } while (std::next_permutation(order.begin(), order.end()));
    return *status;
}

TEST(AVisitsStatus, FollowsFromWhatHappenedInWhateverOrderItIsHeardOf)
{
    struct Case { const char* why; std::vector<Told> told; const char* status; };
    for (const auto& c : {Case{"booked", {booked}, "expected"},
                          Case{"came", {booked, arrived}, "arrived"},
                          Case{"walked in", {arrived}, "arrived"},
                          Case{"asked", {arrived, consulted}, "in_chair"},
                          Case{"looked at", {arrived, mapped}, "in_chair"},
                          Case{"treated", {booked, arrived, started}, "in_chair"},
                          Case{"done", {arrived, started, finished}, "ready_to_pay"},
                          Case{"paid", {booked, arrived, finished, sold}, "paid"},
                          Case{"paid for goods alone", {arrived, sold}, "paid"},
                          Case{"sale taken back", {arrived, finished, sold, voided}, "ready_to_pay"},
                          Case{"one of two sales taken back", {arrived, sold, sold_again, voided}, "paid"},
                          Case{"refunded is still paid", {arrived, sold, refunded}, "paid"},
                          Case{"cancelled", {booked, cancelled}, "cancelled"},
                          Case{"cancelled while another terminal went on", {arrived, started, cancelled}, "cancelled"},
                          Case{"cancelled and yet paid", {arrived, cancelled, sold}, "paid"},
                          Case{"did not come", {booked, missed}, "no_show"},
                          Case{"cancelled beats not come", {booked, missed, cancelled}, "cancelled"},
                          Case{"went on adapted", {arrived, consulted, adapted}, "in_chair"},
                          Case{"sent to a doctor", {arrived, consulted, referred}, "cancelled"},
                          Case{"put off", {arrived, consulted, postponed}, "cancelled"}}) {
        EXPECT_EQ(status_in_every_order(c.told, c.why), c.status) << c.why;
    }
}

TEST(AVisitsDay, IsThatOfItsArrivalElseOfItsBooking)
{
    const auto database = Database::in_memory();
    test::tell(database, "visit.booked", of_visit({{"start", "2026-01-20T05:00:00.000Z"}, {"day", "2026-01-20"}}), {1, 1, 1});
    EXPECT_EQ(visit_by_id(database, "visit-1")->business_date, "2026-01-20");
    test::tell(database, "visit.moved", of_visit({{"start", "2026-01-21T05:00:00.000Z"}, {"day", "2026-01-21"}}), {2, 1, 2});
    EXPECT_EQ(visit_by_id(database, "visit-1")->business_date, "2026-01-21");
    test::tell(database, "visit.moved", of_visit({{"room", "2"}, {"day", "2026-01-15"}}), {3, 1, 3});
    EXPECT_EQ(visit_by_id(database, "visit-1")->business_date, "2026-01-21") << "only another start moves the day";
    test::tell(database, "visit.arrived", of_visit({{"day", "2026-01-22"}}), {4, 1, 4});
    EXPECT_EQ(visit_by_id(database, "visit-1")->business_date, "2026-01-22");
}

TEST(AVisitsLines, AreASetFromWhichARemovalWins)
{
    const auto database = Database::in_memory();
    const auto line = [&](const char* type, const char* id, json pub, Stamp stamp) {
        pub["line"] = id;
        test::tell(database, type, of_visit(pub), stamp);
    };
    line("line.removed", "line-1", json::object(), {9, 2, 1});
    line("line.added", "line-1", {{"item", "spa"}, {"quantity", "1"}, {"role", "service"}}, {1, 1, 1});
    line("line.set", "line-2", {{"quantity", "3"}, {"price", 900}}, {3, 1, 3});
    line("line.added", "line-2", {{"item", "oil"}, {"quantity", "1"}, {"role", ""}}, {2, 1, 2});
    const auto lines = lines_of_visit(database, "visit-1");
    ASSERT_EQ(lines.size(), 1U) << "the removal came first and holds";
    EXPECT_EQ(lines[0].item, "oil");
    EXPECT_EQ(lines[0].quantity, "3") << "set later, though heard of earlier";
    EXPECT_EQ(lines[0].price, 900);
}

}  // namespace
}  // namespace kushi
