#include <nlohmann/json.hpp>

#include "db/apply/fact.h"

namespace kushi::apply_detail {

/// {consultation, visit, at, by, day}; the answers are sealed
void consultation_given(const Database& database, const Fact& fact)
{
    const auto visit = fact.text("visit");
    forget_later_teller(database, fact, "DELETE FROM consultation WHERE id = ? AND (terminal, seq) > (?, ?)", fact.text("consultation"));
    Query{database,
          "INSERT OR IGNORE INTO consultation (id, visit, at, staff, hlc, terminal, seq, sealed) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          fact.text("consultation"), visit, fact.text("at"), fact.text("by"), fact.event.hlc, fact.event.terminal,
          fact.event.seq, fact.sealed()}
        .run();
    mark_visit(database, fact, visit, "in_chair");
    derive_visit(database, visit);
}

/// {map, visit, moment, at, by, day}; the zones are sealed
void scalp_mapped(const Database& database, const Fact& fact)
{
    const auto visit = fact.text("visit");
    forget_later_teller(database, fact, "DELETE FROM scalp_zone WHERE id = ? AND (terminal, seq) > (?, ?)", fact.text("map"));
    Query{database,
          "INSERT OR IGNORE INTO scalp_zone (id, visit, moment, at, staff, hlc, terminal, seq, sealed) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          fact.text("map"), visit, fact.text("moment"), fact.text("at"), fact.text("by"), fact.event.hlc,
          fact.event.terminal, fact.event.seq, fact.sealed()}
        .run();
    mark_visit(database, fact, visit, "in_chair");
    derive_visit(database, visit);
}

/// {visit, service, ritual, at, by}; the reason of an override is sealed
void plan_accepted(const Database& database, const Fact& fact)
{
    const auto visit = fact.text("visit");
    Query{database,
          "INSERT OR IGNORE INTO plan (visit, service, ritual, staff, hlc, terminal, seq, sealed) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          visit, fact.text("service"), fact.text_or_empty("ritual"), fact.text("by"), fact.event.hlc, fact.event.terminal,
          fact.event.seq, fact.sealed()}
        .run();
    keep_latest(database, "visit", visit, "service", fact.stamp(), fact.text("service"));
    derive_visit(database, visit);
}

/// {referral, visit, decision, approved_by?, at, by, day}; the reason is sealed. Postpone and refer end the visit.
void referral_decided(const Database& database, const Fact& fact)
{
    const auto visit = fact.text("visit");
    forget_later_teller(database, fact, "DELETE FROM referral WHERE id = ? AND (terminal, seq) > (?, ?)", fact.text("referral"));
    Query{database,
          "INSERT OR IGNORE INTO referral (id, visit, decision, at, staff, approved_by, hlc, terminal, seq, sealed) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          fact.text("referral"), visit, fact.text("decision"), fact.text("at"), fact.text("by"),
          fact.text_or_empty("approved_by"), fact.event.hlc, fact.event.terminal, fact.event.seq, fact.sealed()}
        .run();
    if (fact.text("decision") != "adapt") mark_visit(database, fact, visit, "cancelled");
    derive_visit(database, visit);
}

/// {note, visit, at, by}; the text is sealed
void note_written(const Database& database, const Fact& fact)
{
    forget_later_teller(database, fact, "DELETE FROM note WHERE id = ? AND (terminal, seq) > (?, ?)", fact.text("note"));
    Query{database,
          "INSERT OR IGNORE INTO note (id, visit, at, staff, hlc, terminal, seq, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          fact.text("note"), fact.text("visit"), fact.text("at"), fact.text("by"), fact.event.hlc, fact.event.terminal,
          fact.event.seq, fact.sealed()}
        .run();
}

}  // namespace kushi::apply_detail
