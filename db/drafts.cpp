#include "db/drafts.h"

#include <nlohmann/json.hpp>

namespace kushi {

nlohmann::json draft(const Database& database, const char* kind, const std::string& id)
{
    Query row{database, "SELECT content FROM draft WHERE kind = ? AND id = ?", kind, id};
    return row.next() ? nlohmann::json::parse(row.text(0)) : nlohmann::json::object();
}

void save_draft(const Database& database, const char* kind, const std::string& id, const nlohmann::json& content, Instant now)
{
    Query{database,
          "INSERT OR REPLACE INTO draft (kind, id, content, updated_at) VALUES (?, ?, ?, ?)", kind, id, content.dump(),
          static_cast<std::int64_t>(now.time_since_epoch().count())}
        .run();
}

void drop_draft(const Database& database, const char* kind, const std::string& id)
{
    Query{database, "DELETE FROM draft WHERE kind = ? AND id = ?", kind, id}.run();
}

}  // namespace kushi
