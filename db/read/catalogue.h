#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "db/database.h"

namespace kushi {

/// Every item of the catalogue, by code: its kind (service, ritual, product, rate, room) and its JSON.
void each_item(const Database& database,
               const std::function<void(const std::string& code, const std::string& kind, const nlohmann::json&)>& take);
/// Every setting by its path.
nlohmann::json all_settings(const Database& database);

}  // namespace kushi
