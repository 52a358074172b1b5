#include <nlohmann/json.hpp>
#include <string>

#include "db/apply/fact.h"

namespace kushi::apply_detail {

std::string Fact::text(const char* name) const { return pub.at(name).get<std::string>(); }
std::string Fact::text_or_empty(const char* name) const { return pub.value(name, std::string{}); }
std::int64_t Fact::integer(const char* name) const { return pub.at(name).get<std::int64_t>(); }

void keep_latest(const Database& database, const char* entity, const std::string& id, const std::string& name,
                 const Stamp& stamp, const std::optional<std::string>& value)
{
    Query{database,
          "INSERT INTO field (entity, id, name, hlc, terminal, seq, value) VALUES (?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT (entity, id, name) DO UPDATE SET hlc = excluded.hlc, terminal = excluded.terminal, "
          "seq = excluded.seq, value = excluded.value "
          "WHERE (excluded.hlc, excluded.terminal, excluded.seq) > (field.hlc, field.terminal, field.seq)",
          entity, id, name, stamp.hlc, stamp.terminal, stamp.seq, value}
        .run();
}

void keep_personal(const Database& database, const Fact& fact, const char* entity, const std::string& id)
{
    Query{database,
          "INSERT OR IGNORE INTO personal (terminal, seq, type, entity, id, sealed) VALUES (?, ?, ?, ?, ?, ?)",
          fact.event.terminal, fact.event.seq, fact.event.type, entity, id, fact.sealed()}
        .run();
}

std::optional<std::string> latest(const Database& database, const char* entity, const std::string& id, const char* name)
{
    Query row{database, "SELECT value FROM field WHERE entity = ? AND id = ? AND name = ?", entity, id, name};
    if (!row.next() || row.null(0)) return std::nullopt;
    return row.text(0);
}

bool forget_later_teller(const Database& database, const Fact& fact, const char* sql, const std::string& id)
{
    return Query{database, sql, id, fact.event.terminal, fact.event.seq}.run() > 0;
}

}  // namespace kushi::apply_detail
