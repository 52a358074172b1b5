#include <nlohmann/json.hpp>

#include "db/apply/fact.h"

namespace kushi::apply_detail {
namespace {

/// The fields that an event's sealed part holds: their names are public, their values are not.
void set_personal_fields(const Database& database, const Fact& fact, const char* entity, const std::string& id)
{
    if (!fact.pub.contains("fields")) return;
    keep_personal(database, fact, entity, id);
    for (const auto& name : fact.pub.at("fields")) {
        keep_latest(database, entity, id, name.get<std::string>(), fact.stamp(), std::nullopt);
    }
}

}  // namespace

/// {staff, roles?: [role], active?: bool, fields?: [names of what is sealed]}
void staff_set(const Database& database, const Fact& fact)
{
    const auto staff = fact.text("staff");
    if (fact.pub.contains("roles")) {
        keep_latest(database, "staff", staff, "roles", fact.stamp(), fact.pub.at("roles").dump());
    }
    if (fact.pub.contains("active")) {
        keep_latest(database, "staff", staff, "active", fact.stamp(), fact.pub.at("active").get<bool>() ? "1" : "0");
    }
    set_personal_fields(database, fact, "staff", staff);
    Query{database, "INSERT OR REPLACE INTO staff (id, roles, active) VALUES (?, ?, ?)", staff,
          latest(database, "staff", staff, "roles").value_or("[]"), latest(database, "staff", staff, "active") != "0"}
        .run();
}

/// {client, fields: [names of what is sealed]}
void client_set(const Database& database, const Fact& fact)
{
    const auto client = fact.text("client");
    set_personal_fields(database, fact, "client", client);
    Query{database,
          "INSERT INTO client (id, first_seen) VALUES (?, ?) "
          "ON CONFLICT (id) DO UPDATE SET first_seen = MIN(first_seen, excluded.first_seen)",
          client, fact.event.hlc}
        .run();
}

/// {client, allergy}; the words are sealed. A removal that came first stays.
void allergy_added(const Database& database, const Fact& fact)
{
    Query{database,
          "INSERT INTO allergy (id, client, terminal, seq, type, sealed, removed) VALUES (?, ?, ?, ?, ?, ?, 0) "
          "ON CONFLICT (id) DO UPDATE SET client = excluded.client, terminal = excluded.terminal, seq = excluded.seq, "
          "type = excluded.type, sealed = excluded.sealed "
          "WHERE allergy.seq IS NULL OR (excluded.terminal, excluded.seq) < (allergy.terminal, allergy.seq)",
          fact.text("allergy"), fact.text("client"), fact.event.terminal, fact.event.seq, fact.event.type, fact.sealed()}
        .run();
}

/// {client, saw: [allergy ids]}: takes away only what it names.
void allergy_removed(const Database& database, const Fact& fact)
{
    for (const auto& id : fact.pub.at("saw")) {
        Query{database,
              "INSERT INTO allergy (id, removed) VALUES (?, 1) ON CONFLICT (id) DO UPDATE SET removed = 1",
              id.get<std::string>()}
            .run();
    }
}

/// {consent, client, visit, parts: [..], version, language, on_paper, at, by}; strokes are sealed
void client_consented(const Database& database, const Fact& fact)
{
    forget_later_teller(database, fact, "DELETE FROM consent WHERE id = ? AND (terminal, seq) > (?, ?)", fact.text("consent"));
    Query{database,
          "INSERT OR IGNORE INTO consent (id, client, visit, parts, version, language, on_paper, at, staff, terminal, seq, "
          "sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          fact.text("consent"), fact.text_or_empty("client"), fact.text("visit"), fact.pub.at("parts").dump(),
          fact.text("version"), fact.text("language"), fact.pub.at("on_paper").get<bool>(), fact.text("at"), fact.text("by"),
          fact.event.terminal, fact.event.seq, fact.sealed()}
        .run();
}

}  // namespace kushi::apply_detail
