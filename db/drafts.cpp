#include "db/drafts.h"

#include <nlohmann/json.hpp>

#include "db/vault/vault.h"

namespace kushi {
namespace {

std::string place_of(const char* kind, const std::string& id) { return std::string{"draft|"} + kind + "|" + id; }

}  // namespace

nlohmann::json draft(const Database& database, const char* kind, const std::string& id)
{
    Query row{database, "SELECT content FROM draft WHERE kind = ? AND id = ?", kind, id};
    return row.next() ? nlohmann::json::parse(row.text(0)) : nlohmann::json::object();
}

nlohmann::json sealed_draft(const Database& database, const Vault& vault, const char* kind, const std::string& id)
{
    Query row{database, "SELECT sealed FROM draft WHERE kind = ? AND id = ? AND sealed IS NOT NULL", kind, id};
    if (!row.next()) return nlohmann::json::object();
    const auto plain = vault.open_sealed(row.text(0), place_of(kind, id));
    return plain ? nlohmann::json::parse(*plain) : nlohmann::json::object();
}

void seal_into_draft(const Database& database, const Vault& vault, const char* kind, const std::string& id,
                     const nlohmann::json& content)
{
    const auto sealed = vault.seal(content.dump(), place_of(kind, id));
    Query{database, "UPDATE draft SET sealed = ? WHERE kind = ? AND id = ?", Query::Blob{sealed}, kind, id}.run();
}

void save_draft(const Database& database, const char* kind, const std::string& id, const nlohmann::json& content, Instant now)
{
    Query{database,
          "INSERT INTO draft (kind, id, content, updated_at) VALUES (?, ?, ?, ?) "
          "ON CONFLICT (kind, id) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at",
          kind, id, content.dump(),
          static_cast<std::int64_t>(now.time_since_epoch().count())}
        .run();
}

void drop_draft(const Database& database, const char* kind, const std::string& id)
{
    Query{database, "DELETE FROM draft WHERE kind = ? AND id = ?", kind, id}.run();
}

void drop_drafts_of(const Database& database, const std::string& id)
{
    Query{database, "DELETE FROM draft WHERE id = ?", id}.run();
}

std::optional<Instant> draft_saved_at(const Database& database, const char* kind, const std::string& id)
{
    Query row{database, "SELECT updated_at FROM draft WHERE kind = ? AND id = ?", kind, id};
    if (!row.next()) return std::nullopt;
    return Instant{std::chrono::milliseconds{row.integer(0)}};
}

}  // namespace kushi
