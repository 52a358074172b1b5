#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "db/apply/apply.h"
#include "db/tables.h"
#include "tests/db/random_events.h"

namespace kushi {
namespace {

using Apply = std::function<void(const Database&, const Event&)>;

void apply_event(const Database& database, const Event& event)
{
    if (!apply(database, event)) throw std::logic_error{"no handler applies " + event.type};
}

/// The events in another order, some of them twice or three times, as a network may bring them.
std::vector<Event> as_they_arrive(std::vector<Event> events, std::mt19937_64& random)
{
    const auto once = events.size();
    for (std::size_t i = 0; i < once / 3; ++i) {
        events.push_back(events[std::uniform_int_distribution<std::size_t>{0, once - 1}(random)]);
    }
    std::shuffle(events.begin(), events.end(), random);
    return events;
}

struct Differing {
    int orders = 0;
    std::string where;  ///< the first table, row and column that an order changed
};

/// Applies the events in their own order and in `orders` others. @returns how many of those ended differently
Differing differing_orders(const std::vector<Event>& events, const Apply& apply_one, int orders, std::mt19937_64& random)
{
    const auto expected = Database::in_memory();
    for (const auto& event : events) apply_one(expected, event);
    const auto hash = state_hash(expected);
    Differing differing;
    for (int i = 0; i < orders; ++i) {
        const auto database = Database::in_memory();
        for (const auto& event : as_they_arrive(events, random)) apply_one(database, event);
        if (state_hash(database) == hash) continue;
        ++differing.orders;
        for (const auto table : derived_tables()) {
            const auto difference = first_difference(database, expected, table);
            if (difference && differing.where.empty()) differing.where = difference->table + " " + difference->key + " " + difference->column;
        }
    }
    return differing;
}

TEST(TheOrderOfEvents, DoesNotMatterForAnyHandler)
{
    const auto first_seed = std::random_device{}();
    for (std::uint64_t seed = first_seed; seed < first_seed + 4ULL; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937_64 random{seed};
        const auto events = test::random_events(random, 400);
        std::set<std::string_view> types;
        for (const auto& event : events) types.insert(event.type);
        for (const auto type : event_types()) EXPECT_TRUE(types.contains(type)) << type << " was never generated";
        const auto differing = differing_orders(events, apply_event, 20, random);
        EXPECT_EQ(differing.orders, 0) << "first at " << differing.where;
    }
}

std::vector<Event> at_one_clock_value(std::vector<Event> events)
{
    for (auto& event : events) event.hlc = events.front().hlc;
    return events;
}

TEST(TheOrderOfEvents, DoesNotMatterWhenAllClocksStandStill)
{
    std::mt19937_64 random{20260116};
    const auto differing = differing_orders(at_one_clock_value(test::random_events(random, 400)), apply_event, 20, random);
    EXPECT_EQ(differing.orders, 0) << "first at " << differing.where;
}

/// Every table has something in it, or the test above says nothing about it.
TEST(TheOrderOfEvents, IsTriedOnEveryTable)
{
    std::mt19937_64 random{20260115};
    const auto database = Database::in_memory();
    for (const auto& event : test::random_events(random, 400)) apply_event(database, event);
    for (const auto table : derived_tables()) {
        EXPECT_NE(table_hash(database, table), Hash{}) << table << " stayed empty";
    }
}

// Handlers as they must not be: each has to be noticed, or the property above would prove nothing.

void without_last_writer_guard(const Database& database, const Event& event)
{
    apply_event(database, event);
    if (event.type != "setting.set") return;
    const auto pub = nlohmann::json::parse(event.pub);
    Query{database, "UPDATE field SET value = ? WHERE entity = 'setting' AND id = ?", pub.at("value").dump(),
          pub.at("path").get<std::string>()}
        .run();
}

void guarded_by_the_clock_alone(const Database& database, const Event& event)
{
    apply_event(database, event);
    if (event.type != "setting.set") return;
    const auto pub = nlohmann::json::parse(event.pub);
    Query{database, "UPDATE field SET value = ? WHERE entity = 'setting' AND id = ? AND hlc <= ?", pub.at("value").dump(),
          pub.at("path").get<std::string>(), event.hlc}
        .run();
}

void adding_to_what_stands_there(const Database& database, const Event& event)
{
    if (event.type != "stock.received") return apply_event(database, event);
    const auto pub = nlohmann::json::parse(event.pub);
    Query{database,
          "INSERT INTO stock_month (product, lot, month, thousandths) VALUES (?, ?, '2026-01', ?) "
          "ON CONFLICT DO UPDATE SET thousandths = thousandths + excluded.thousandths",
          pub.at("product").get<std::string>(), pub.at("lot").get<std::string>(), pub.at("thousandths").get<std::int64_t>()}
        .run();
}

void removing_only_what_is_there(const Database& database, const Event& event)
{
    if (event.type != "line.removed") return apply_event(database, event);
    Query{database, "DELETE FROM visit_line WHERE line = ?", nlohmann::json::parse(event.pub).at("line").get<std::string>()}.run();
}

void first_comer_stays(const Database& database, const Event& event)
{
    if (event.type != "note.written") return apply_event(database, event);
    const auto pub = nlohmann::json::parse(event.pub);
    Query{database,
          "INSERT OR IGNORE INTO note (id, visit, at, staff, hlc, terminal, seq) VALUES (?, ?, ?, '', ?, ?, ?)",
          pub.at("note").get<std::string>(), pub.at("visit").get<std::string>(), pub.at("at").get<std::string>(), event.hlc,
          event.terminal, event.seq}
        .run();
}

/// Whether one of a few histories tells the handler: a short one may not hold the two facts that it mixes up.
bool is_noticed(const Apply& handler)
{
    for (std::uint64_t seed = 20260115; seed < 20260125; ++seed) {
        std::mt19937_64 random{seed};
        const auto events = at_one_clock_value(test::random_events(random, 200));
        if (differing_orders(events, handler, 5, random).orders > 0) return true;
    }
    return false;
}

TEST(TheOrderOfEvents, IsSeenToMatterForAHandlerThatIsWrong)
{
    struct Case { const char* why; Apply handler; };
    for (const auto& c : {Case{"the last to come wins", without_last_writer_guard},
                          Case{"two writers at one clock value", guarded_by_the_clock_alone},
                          Case{"x = x + ?", adding_to_what_stands_there},
                          Case{"a removal that comes first is forgotten", removing_only_what_is_there},
                          Case{"the first to come wins", first_comer_stays}}) {
        EXPECT_TRUE(is_noticed(c.handler)) << c.why;
    }
}

}  // namespace
}  // namespace kushi
