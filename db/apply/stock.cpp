#include <date/date.h>
#include <nlohmann/json.hpp>

#include "core/journal/hybrid_clock.h"
#include "db/apply/fact.h"

namespace kushi::apply_detail {
namespace {

/// The UTC month of an event's clock: the same on every terminal, whatever its zone.
std::string month_of(const Event& event)
{
    const Instant at{std::chrono::milliseconds{HybridClock::milliseconds_of(event.hlc)}};
    return date_text(std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(at)}).substr(0, 7);
}

void derive_month(const Database& database, const StockMove& move, const std::string& month)
{
    Query{database,
          "INSERT OR REPLACE INTO stock_month (product, lot, month, thousandths) "
          "SELECT product, lot, month, SUM(CASE kind WHEN 'count' THEN 0 ELSE thousandths END) FROM stock_move "
          "WHERE product = ? AND lot = ? AND month = ? GROUP BY product, lot, month",
          move.product, move.lot, month}
        .run();
}

}  // namespace

void move_stock(const Database& database, const Fact& fact, const StockMove& move)
{
    const auto month = month_of(fact.event);
    Query{database,
          "INSERT OR IGNORE INTO stock_move (terminal, seq, position, product, lot, thousandths, kind, month, hlc, expires) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          fact.event.terminal, fact.event.seq, move.position, move.product, move.lot, move.thousandths, move.kind, month,
          fact.event.hlc, move.expires}
        .run();
    derive_month(database, move, month);
}

/// {product, lot, thousandths, expires?, at, by}
void stock_received(const Database& database, const Fact& fact)
{
    move_stock(database, fact, {0, fact.text("product"), fact.text("lot"), fact.integer("thousandths"), "receive",
                                fact.text_or_empty("expires")});
}

/// {product, lot, thousandths: what was counted, at, by}: on hand is the latest count and the moves after it
void stock_counted(const Database& database, const Fact& fact)
{
    move_stock(database, fact, {0, fact.text("product"), fact.text("lot"), fact.integer("thousandths"), "count", {}});
}

}  // namespace kushi::apply_detail
