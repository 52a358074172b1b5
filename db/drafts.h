#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/day/business_day.h"
#include "db/database.h"

namespace kushi {

class Vault;

/// Carts and half-filled forms: durable at every tap, not chained, gone when they become facts. Inside the caller's
/// transaction. Content holds no person; what does is sealed beside it.
/// @returns an empty object where there is none
nlohmann::json draft(const Database& database, const char* kind, const std::string& id);
void save_draft(const Database& database, const char* kind, const std::string& id, const nlohmann::json& content, Instant now);
/// The sealed part; an empty object where there is none.
nlohmann::json sealed_draft(const Database& database, const Vault& vault, const char* kind, const std::string& id);
/// @pre the draft is saved
void seal_into_draft(const Database& database, const Vault& vault, const char* kind, const std::string& id,
                     const nlohmann::json& content);
void drop_draft(const Database& database, const char* kind, const std::string& id);
/// Every draft of a thing, whatever its kind.
void drop_drafts_of(const Database& database, const std::string& id);
/// When a draft was saved last; nothing where there is none.
std::optional<Instant> draft_saved_at(const Database& database, const char* kind, const std::string& id);

}  // namespace kushi
