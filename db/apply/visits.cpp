#include <array>
#include <nlohmann/json.hpp>

#include "db/apply/fact.h"

namespace kushi::apply_detail {
namespace {

void set_if_named(const Database& database, const Fact& fact, const std::string& visit, const char* name)
{
    if (!fact.pub.contains(name)) return;
    const auto& value = fact.pub.at(name);
    keep_latest(database, "visit", visit, name, fact.stamp(),
                value.is_boolean() ? std::string{value.get<bool>() ? "1" : "0"} : value.get<std::string>());
}

/// What a visit is, as far as this event says.
void set_fields(const Database& database, const Fact& fact, const std::string& visit)
{
    for (const char* name : {"client", "service", "therapist", "room", "nominated", "start", "rebooked_from"}) {
        set_if_named(database, fact, visit, name);
    }
}

void set_appointment(const Database& database, const Fact& fact, const std::string& visit)
{
    if (fact.pub.contains("start")) {
        keep_latest(database, "visit", visit, "booked_day", fact.stamp(), fact.text("day"));
    }
    if (fact.pub.contains("minutes")) {
        keep_latest(database, "visit", visit, "minutes", fact.stamp(), std::to_string(fact.integer("minutes")));
    }
    const auto start = latest(database, "visit", visit, "start");
    if (!start) return;
    Query{database, "INSERT OR REPLACE INTO appointment (visit, start, minutes) VALUES (?, ?, ?)", visit, *start,
          static_cast<std::int64_t>(std::stoll(latest(database, "visit", visit, "minutes").value_or("0")))}
        .run();
}

bool has_mark(const Database& database, const std::string& visit, const char* mark)
{
    return Query{database, "SELECT 1 FROM visit_mark WHERE visit = ? AND mark = ? LIMIT 1", visit, mark}.next();
}

bool is_paid(const Database& database, const std::string& visit)
{
    return Query{database,
                 "SELECT 1 FROM sale s WHERE s.visit = ? AND s.kind = 'sale' "
                 "AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.of = s.id AND v.kind = 'void') LIMIT 1",
                 visit}
        .next();
}

/// Paid if a live sale exists, else cancelled or no-show > ready > in chair > arrived > expected.
const char* derived_status(const Database& database, const std::string& visit)
{
    if (is_paid(database, visit)) return "paid";
    for (const char* mark : {"cancelled", "no_show", "ready_to_pay", "in_chair", "arrived"}) {
        if (has_mark(database, visit, mark)) return mark;
    }
    return "expected";
}

}  // namespace

void mark_visit(const Database& database, const Fact& fact, const std::string& visit, const char* mark)
{
    // What was recorded at the chair is sealed in a table of its own; here only why a visit ended is kept.
    const bool ends = fact.event.type == "visit.cancelled" || fact.event.type == "visit.no_show";
    Query{database,
          "INSERT INTO visit_mark (visit, mark, at, business_date, staff, hlc, terminal, seq, sealed) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (visit, mark) DO UPDATE SET at = excluded.at, "
          "business_date = excluded.business_date, staff = excluded.staff, hlc = excluded.hlc, terminal = excluded.terminal, "
          "seq = excluded.seq, sealed = excluded.sealed "
          "WHERE (excluded.hlc, excluded.terminal, excluded.seq) < (visit_mark.hlc, visit_mark.terminal, visit_mark.seq)",
          visit, mark, fact.text("at"), fact.text_or_empty("day"), fact.text("by"), fact.event.hlc, fact.event.terminal,
          fact.event.seq, ends ? fact.sealed() : std::nullopt}
        .run();
}

void derive_visit(const Database& database, const std::string& visit)
{
    const auto field = [&](const char* name) { return latest(database, "visit", visit, name).value_or(""); };
    std::string arrived_at;
    std::string day = field("booked_day");
    Query arrival{database,
                  "SELECT at, business_date FROM visit_mark WHERE visit = ? AND mark = 'arrived'",
                  visit};
    if (arrival.next()) {
        arrived_at = arrival.text(0);
        day = arrival.text(1);
    }
    Query{database,
          "INSERT OR REPLACE INTO visit (id, status, business_date, client, service, therapist, room, nominated, start, "
          "arrived_at, rebooked_from) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          visit, derived_status(database, visit), day, field("client"), field("service"), field("therapist"), field("room"),
          field("nominated") == "1", field("start"), arrived_at, field("rebooked_from")}
        .run();
}

/// {visit, client, service?, therapist?, nominated?, room?, start, minutes, rebooked_from?, day, at, by}
void visit_booked(const Database& database, const Fact& fact)
{
    const auto visit = fact.text("visit");
    set_fields(database, fact, visit);
    set_appointment(database, fact, visit);
    mark_visit(database, fact, visit, "expected");
    derive_visit(database, visit);
}

/// {visit, start?, minutes?, therapist?, room?, service?, day, at, by}
void visit_moved(const Database& database, const Fact& fact)
{
    const auto visit = fact.text("visit");
    set_fields(database, fact, visit);
    set_appointment(database, fact, visit);
    derive_visit(database, visit);
}

/// {visit, client?, service?, therapist?, nominated?, room?, day, at, by}
void visit_arrived(const Database& database, const Fact& fact)
{
    const auto visit = fact.text("visit");
    set_fields(database, fact, visit);
    mark_visit(database, fact, visit, "arrived");
    derive_visit(database, visit);
}

/// {visit, therapist, at, by}: the first therapist who wrote on a visit that had none
void visit_assigned(const Database& database, const Fact& fact)
{
    const auto visit = fact.text("visit");
    set_fields(database, fact, visit);
    derive_visit(database, visit);
}

/// {visit, at, by, day}; the reason is sealed
void visit_cancelled(const Database& database, const Fact& fact)
{
    mark_visit(database, fact, fact.text("visit"), "cancelled");
    derive_visit(database, fact.text("visit"));
}

void visit_no_show(const Database& database, const Fact& fact)
{
    mark_visit(database, fact, fact.text("visit"), "no_show");
    derive_visit(database, fact.text("visit"));
}

/// {visit, line, item, quantity, price?, role, at, by}; role is "service" for the line that check-in and plan set
void line_added(const Database& database, const Fact& fact)
{
    const auto line = fact.text("line");
    Query{database,
          "INSERT INTO visit_line (line, visit, item, removed, hlc, terminal, seq) VALUES (?, ?, ?, 0, ?, ?, ?) "
          "ON CONFLICT (line) DO UPDATE SET visit = excluded.visit, item = excluded.item, hlc = excluded.hlc, "
          "terminal = excluded.terminal, seq = excluded.seq "
          "WHERE visit_line.seq = 0 OR (excluded.terminal, excluded.seq) < (visit_line.terminal, visit_line.seq)",
          line, fact.text("visit"), fact.text("item"), fact.event.hlc, fact.event.terminal, fact.event.seq}
        .run();
    line_set(database, fact);
}

/// {visit, line, quantity?, price?, role?}
void line_set(const Database& database, const Fact& fact)
{
    for (const char* name : {"quantity", "price", "role", "override_by"}) {
        if (!fact.pub.contains(name)) continue;
        keep_latest(database, "line", fact.text("line"), name, fact.stamp(), fact.pub.at(name).dump());
    }
}

/// {visit, line, at, by}: void wins, also when it comes first
void line_removed(const Database& database, const Fact& fact)
{
    Query{database,
          "INSERT INTO visit_line (line, visit, item, removed, hlc, terminal, seq) VALUES (?, '', '', 1, 0, 0, 0) "
          "ON CONFLICT (line) DO UPDATE SET removed = 1",
          fact.text("line")}
        .run();
}

}  // namespace kushi::apply_detail
