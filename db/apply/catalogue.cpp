#include <nlohmann/json.hpp>

#include "db/apply/fact.h"

namespace kushi::apply_detail {
namespace {

/// The item's JSON put together from the latest writer of each of its fields.
void derive_item(const Database& database, const std::string& code)
{
    auto content = nlohmann::json::object();
    Query fields{database, "SELECT name, value FROM field WHERE entity = 'item' AND id = ? ORDER BY name", code};
    while (fields.next()) content[fields.text(0)] = nlohmann::json::parse(fields.text(1));
    Query{database, "INSERT OR REPLACE INTO item (code, kind, content) VALUES (?, ?, ?)", code,
          content.value("kind", std::string{}), content.dump()}
        .run();
}

}  // namespace

/// {path, value}
void setting_set(const Database& database, const Fact& fact)
{
    keep_latest(database, "setting", fact.text("path"), "value", fact.stamp(), fact.pub.at("value").dump());
}

/// {item: code, fields: {name: value}}: services, rituals, products, rates, rooms; price changes keep their history
void item_set(const Database& database, const Fact& fact)
{
    const auto code = fact.text("item");
    for (const auto& [name, value] : fact.pub.at("fields").items()) {
        keep_latest(database, "item", code, name, fact.stamp(), value.dump());
    }
    if (fact.pub.at("fields").contains("price")) {
        Query{database, "INSERT OR IGNORE INTO price (item, hlc, terminal, seq, price) VALUES (?, ?, ?, ?, ?)", code,
              fact.event.hlc, fact.event.terminal, fact.event.seq, fact.pub.at("fields").at("price").get<std::int64_t>()}
            .run();
    }
    derive_item(database, code);
}

}  // namespace kushi::apply_detail
