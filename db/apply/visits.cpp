#include <array>
#include <nlohmann/json.hpp>
#include <tuple>

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

/// One mark with the fact that made it.
struct Mark {
    std::string at, day;
    std::tuple<std::int64_t, std::int64_t, std::int64_t> stamp;
};

std::optional<Mark> mark_of(const Database& database, const std::string& visit, const char* mark)
{
    Query row{database, "SELECT at, business_date, hlc, terminal, seq FROM visit_mark WHERE visit = ? AND mark = ?",
              visit, mark};
    if (!row.next()) return std::nullopt;
    return Mark{row.text(0), row.text(1), {row.integer(2), row.integer(3), row.integer(4)}};
}

void put_mark(const Database& database, const std::string& visit, const char* mark, const Mark& made,
              const std::string& staff)
{
    Query{database,
          "INSERT OR REPLACE INTO visit_mark (visit, mark, at, business_date, staff, hlc, terminal, seq, sealed) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL)",
          visit,
          mark,
          made.at,
          made.day,
          staff,
          std::get<0>(made.stamp),
          std::get<1>(made.stamp),
          std::get<2>(made.stamp)}
        .run();
}

Mark mark_made_by(const Fact& fact)
{
    return {fact.text("at"), fact.text_or_empty("day"), {fact.event.hlc, fact.event.terminal, fact.event.seq}};
}

/// As mark_visit, but the last of its kind stays.
void mark_latest(const Database& database, const std::string& visit, const char* mark, const Mark& made,
                 const std::string& staff)
{
    const auto known = mark_of(database, visit, mark);
    if (!known || known->stamp < made.stamp) put_mark(database, visit, mark, made, staff);
}

std::string staff_of_mark(const Database& database, const std::string& visit, const char* mark)
{
    Query row{database, "SELECT staff FROM visit_mark WHERE visit = ? AND mark = ?", visit, mark};
    return row.next() ? row.text(0) : std::string{};
}

/// Who came once has one mark. Who came again, after a check-in that was undone, has the first as "arrived" and the
/// last as "arrived_again", in whatever order the facts are told.
void mark_arrival(const Database& database, const Fact& fact, const std::string& visit)
{
    const auto made = mark_made_by(fact);
    const auto first = mark_of(database, visit, "arrived");
    if (first && first->stamp < made.stamp) mark_latest(database, visit, "arrived_again", made, fact.text("by"));
    if (first && made.stamp < first->stamp) {
        mark_latest(database, visit, "arrived_again", *first, staff_of_mark(database, visit, "arrived"));
    }
    mark_visit(database, fact, visit, "arrived");
}

/// The arrival that stands: the first, unless it was undone; then the last, if it came after that.
std::optional<Mark> standing_arrival(const Database& database, const std::string& visit)
{
    const auto first = mark_of(database, visit, "arrived");
    const auto undone = mark_of(database, visit, "arrival_undone");
    if (!first || !undone) return first;
    const auto last = mark_of(database, visit, "arrived_again").value_or(*first);
    return undone->stamp < last.stamp ? std::optional{last} : std::nullopt;
}

/// Paid if a live sale exists, else cancelled or no-show > ready > in chair > arrived > expected.
const char* derived_status(const Database& database, const std::string& visit)
{
    if (is_paid(database, visit)) return "paid";
    for (const char* mark : {"cancelled", "no_show", "ready_to_pay", "in_chair"}) {
        if (has_mark(database, visit, mark)) return mark;
    }
    return standing_arrival(database, visit) ? "arrived" : "expected";
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
    if (const auto arrival = standing_arrival(database, visit)) {
        arrived_at = arrival->at;
        day = arrival->day;
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
    mark_arrival(database, fact, visit);
    derive_visit(database, visit);
}

/// {visit, at, by, day}: the last one undoes every arrival before it
void visit_arrival_undone(const Database& database, const Fact& fact)
{
    mark_latest(database, fact.text("visit"), "arrival_undone", mark_made_by(fact), fact.text("by"));
    derive_visit(database, fact.text("visit"));
}

/// {visit, room?, therapist?, day, at, by}: into the chair without a consultation
void visit_seated(const Database& database, const Fact& fact)
{
    const auto visit = fact.text("visit");
    set_fields(database, fact, visit);
    mark_visit(database, fact, visit, "in_chair");
    derive_visit(database, visit);
}

/// {visit, day, at, by}: to the desk without a treatment that was finished
void visit_handed_over(const Database& database, const Fact& fact)
{
    mark_visit(database, fact, fact.text("visit"), "ready_to_pay");
    derive_visit(database, fact.text("visit"));
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

/// {visit, line, quantity?, price?, role?, therapists?: [{staff, percent}], ticket?, expires?}
void line_set(const Database& database, const Fact& fact)
{
    for (const char* name : {"quantity", "price", "role", "override_by", "therapists", "ticket", "expires"}) {
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
