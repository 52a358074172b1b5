#include "db/read/day.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/db/little_salon.h"
#include "tests/db/told.h"

namespace kushi {
namespace {

using nlohmann::json;
using test::LittleSalon;

TEST(ADaysFacts, AreItsDocumentsAndWhatMovedInTheDrawer)
{
    LittleSalon salon{Database::in_memory()};
    salon.open_day(30'000);
    const auto first = salon.sell(8'800, 300);
    const auto second = salon.sell(6'600);
    const auto refund = salon.refund(second);
    salon.take_back(first);
    for (const char* kind : {"paid_in", "paid_out", "drop", "no_sale"}) {
        salon.record("drawer.moved", {{"kind", kind}, {"amount", 1'000}}, {{"reason", "x"}});
    }
    const auto facts = day_facts(salon.database(), salon.day(), "Asia/Tokyo");
    ASSERT_EQ(facts.documents.size(), 4U);
    EXPECT_EQ(facts.documents[0].number, "A-000001");
    EXPECT_EQ(facts.documents[0].total, 8'800 + 4'000 - 500);
    EXPECT_EQ(facts.documents[0].tip, 300);
    EXPECT_EQ(facts.documents[0].discounts, 500);
    ASSERT_EQ(facts.documents[0].tenders.size(), 1U);
    EXPECT_EQ(facts.documents[0].tenders[0].amount, 12'600) << "net of the change";
    EXPECT_EQ(facts.documents[0].hour, 12) << "noon in Tokyo";
    EXPECT_EQ(facts.documents[2].kind, DayDocument::Kind::refund);
    EXPECT_EQ(facts.documents[2].total, refund.totals.total);
    EXPECT_EQ(facts.documents[3].kind, DayDocument::Kind::void_);
    EXPECT_EQ(facts.moves.size(), 4U) << "float, paid in, paid out and drop; an opened drawer moves nothing";
    EXPECT_EQ(facts.counted, std::nullopt);
    const auto figures = add_up(facts);
    ASSERT_TRUE(figures);
    EXPECT_THAT(failing_identities(facts, *figures), testing::IsEmpty());
    EXPECT_EQ(figures->drawer.expected, 30'000 + 10'100 - refund.totals.total + 1'000 - 1'000 - 1'000);
}

TEST(ADaysFacts, LeaveOutWhatAnotherTerminalSold)
{
    LittleSalon salon{Database::in_memory()};
    salon.open_day(0);
    salon.sell(1'000);
    salon.database().execute("UPDATE sale SET terminal = 7; INSERT INTO drawer_move VALUES (7, 1, '2026-01-15', 'drop', 5, '', '', '', NULL, '')");
    const auto facts = day_facts(salon.database(), salon.day(), "Asia/Tokyo");
    EXPECT_TRUE(facts.documents.empty());
    EXPECT_EQ(facts.moves.size(), 1U);
}

TEST(ADay, IsOpenedOnceAndClosedOnce)
{
    LittleSalon salon{Database::in_memory()};
    EXPECT_EQ(open_day(salon.database()), std::nullopt);
    EXPECT_EQ(last_z(salon.database()), 0);
    salon.open_day(10'000);
    const auto first = salon.day();
    EXPECT_TRUE(day_is_open(salon.database(), first));
    EXPECT_EQ(open_day(salon.database()), first);
    salon.sell(1'000);
    salon.close_day();
    EXPECT_TRUE(day_is_closed(salon.database(), first));
    EXPECT_EQ(open_day(salon.database()), std::nullopt);
    EXPECT_EQ(last_z(salon.database()), 1);
    EXPECT_EQ(closed_report(salon.database(), first), report_of_z(salon.database(), 1));
    EXPECT_EQ(json::parse(*report_of_z(salon.database(), 1)).at("net_incl"), 4'500);
    EXPECT_EQ(report_of_z(salon.database(), 2), std::nullopt);
    salon.next_day();
    EXPECT_FALSE(day_is_open(salon.database(), salon.day()));
}

TEST(ThePerpetualTotal, GoesOnFromTheLastCloseAndCountsDaysThatWereNotClosed)
{
    LittleSalon salon{Database::in_memory()};
    EXPECT_EQ(grand_total_before(salon.database(), salon.day()), 0);
    salon.open_day(0);
    salon.sell(1'000);
    salon.close_day();
    salon.next_day();
    EXPECT_EQ(grand_total_before(salon.database(), salon.day()), 4'500);
    salon.open_day(0);
    salon.refund(salon.sell(2'000));
    EXPECT_EQ(grand_total_before(salon.database(), salon.day()), 4'500) << "today does not count before itself";
    salon.next_day();
    EXPECT_GT(grand_total_before(salon.database(), salon.day()), 4'500);
}

TEST(ADaysCounts, TellNewClientsFromThoseWhoCameBefore)
{
    const auto database = Database::in_memory();
    std::int64_t seq = 0;
    const auto visit = [&](const char* type, const char* id, const char* client, const char* day, json more = json::object()) {
        more.update({{"visit", id}, {"client", client}, {"day", day}});
        ++seq;
        test::tell(database, type, more, {seq, 1, seq});
    };
    visit("visit.arrived", "v1", "aoi", "2026-01-14");
    visit("visit.arrived", "v2", "aoi", "2026-01-15");
    visit("visit.arrived", "v3", "ken", "2026-01-15");
    visit("visit.arrived", "v4", "", "2026-01-15");
    visit("visit.booked", "v5", "rin", "2026-01-15", {{"start", "2026-01-15T08:00:00.000Z"}});
    visit("visit.booked", "v6", "yui", "2026-01-15", {{"start", "2026-01-15T08:00:00.000Z"}});
    visit("visit.cancelled", "v6", "yui", "2026-01-15");
    visit("visit.booked", "v7", "aoi", "2026-02-15", {{"start", "2026-02-15T08:00:00.000Z"}, {"rebooked_from", "v2"}});
    const auto counts = day_counts(database, "2026-01-15");
    EXPECT_EQ(counts.visits, 3) << "those who came; one is expected, one cancelled";
    EXPECT_EQ(counts.new_clients, 1);
    EXPECT_EQ(counts.returning_clients, 1);
    EXPECT_EQ(counts.rebooked, 1);
}

}  // namespace
}  // namespace kushi
