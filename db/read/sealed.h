#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "db/database.h"

namespace kushi {

class Vault;

/// Opens an event's sealed part. @returns null when it was erased, moved or changed, or belongs to another salon's key
nlohmann::json open_part(const Vault& vault, std::int64_t terminal, std::int64_t seq, std::string_view type,
                         const std::optional<std::string>& sealed);

/// All fields of one entity whose values are sealed, each from its latest writer.
nlohmann::json open_fields(const Database& database, const Vault& vault, const char* entity, const std::string& id);

}  // namespace kushi
