#include <nlohmann/json.hpp>

#include "db/apply/fact.h"

namespace kushi::apply_detail {

/// {kind: float|paid_in|paid_out|drop|no_sale|count, amount, pieces?, approved_by?, at, by, day}; the reason is sealed
void drawer_moved(const Database& database, const Fact& fact)
{
    Query{database,
          "INSERT OR IGNORE INTO drawer_move (terminal, seq, business_date, kind, amount, at, staff, approved_by, sealed, pieces) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          fact.event.terminal, fact.event.seq, fact.text("day"), fact.text("kind"), fact.integer("amount"), fact.text("at"),
          fact.text("by"), fact.text_or_empty("approved_by"), fact.sealed(),
          fact.pub.contains("pieces") ? fact.pub.at("pieces").dump() : std::string{}}
        .run();
}

/// {day, z, counted, report: {...}, grand_total_after, at, by}; the reason of what was over or short is sealed
void day_closed(const Database& database, const Fact& fact)
{
    Query{database, "DELETE FROM day_close WHERE terminal = ? AND z = ? AND seq > ?", fact.event.terminal, fact.integer("z"),
          fact.event.seq}
        .run();
    Query{database,
          "INSERT OR IGNORE INTO day_close (terminal, z, business_date, seq, at, staff, counted, report, grand_total_after, sealed) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          fact.event.terminal, fact.integer("z"), fact.text("day"), fact.event.seq, fact.text("at"), fact.text("by"),
          fact.integer("counted"), fact.pub.at("report").dump(), fact.integer("grand_total_after"), fact.sealed()}
        .run();
}

/// paper.reprinted, record.viewed, pin.failed, staff.signed_in, staff.unlocked: {subject, at, by}; a reason is sealed
void audited(const Database& database, const Fact& fact)
{
    Query{database,
          "INSERT OR IGNORE INTO audit (terminal, seq, type, subject, staff, at, business_date, sealed) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          fact.event.terminal, fact.event.seq, fact.event.type, fact.text("subject"), fact.text("by"), fact.text("at"),
          fact.text_or_empty("day"), fact.sealed()}
        .run();
}

}  // namespace kushi::apply_detail
