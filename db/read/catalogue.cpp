#include "db/read/catalogue.h"

#include <nlohmann/json.hpp>

namespace kushi {

void each_item(const Database& database,
               const std::function<void(const std::string&, const std::string&, const nlohmann::json&)>& take)
{
    Query row{database, "SELECT code, kind, content FROM item ORDER BY code"};
    while (row.next()) take(row.text(0), row.text(1), nlohmann::json::parse(row.text(2)));
}

nlohmann::json all_settings(const Database& database)
{
    auto settings = nlohmann::json::object();
    Query row{database, "SELECT id, value FROM field WHERE entity = 'setting' AND name = 'value' ORDER BY id"};
    while (row.next()) settings[row.text(0)] = nlohmann::json::parse(row.text(1));
    return settings;
}

}  // namespace kushi
