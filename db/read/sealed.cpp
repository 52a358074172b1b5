#include "db/read/sealed.h"

#include <map>
#include <nlohmann/json.hpp>

#include "core/journal/event.h"
#include "db/vault/vault.h"

namespace kushi {

nlohmann::json open_part(const Vault& vault, std::int64_t terminal, std::int64_t seq, std::string_view type,
                         const std::optional<std::string>& sealed)
{
    if (!sealed) return nullptr;
    const auto plain = vault.open_sealed(*sealed, associated_data(terminal, seq, type));
    if (!plain) return nullptr;
    return nlohmann::json::parse(*plain, nullptr, false);
}

nlohmann::json open_fields(const Database& database, const Vault& vault, const char* entity, const std::string& id)
{
    auto fields = nlohmann::json::object();
    std::map<std::pair<std::int64_t, std::int64_t>, nlohmann::json> opened;  // one event often sets many fields
    Query row{database,
              "SELECT f.name, p.terminal, p.seq, p.type, p.sealed FROM field f "
              "JOIN personal p ON p.terminal = f.terminal AND p.seq = f.seq "
              "WHERE f.entity = ? AND f.id = ? AND f.value IS NULL",
              entity, id};
    while (row.next()) {
        const auto key = std::pair{row.integer(1), row.integer(2)};
        if (!opened.contains(key)) opened[key] = open_part(vault, key.first, key.second, row.text(3), row.bytes(4));
        const auto& part = opened[key];
        if (part.is_object() && part.contains(row.text(0))) fields[row.text(0)] = part[row.text(0)];
    }
    return fields;
}

}  // namespace kushi
