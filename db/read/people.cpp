#include "db/read/people.h"

#include <nlohmann/json.hpp>

#include "db/read/sealed.h"
#include "db/vault/vault.h"

namespace kushi {
namespace {

ClientRecord client_of(const std::string& id, const nlohmann::json& fields)
{
    ClientRecord client;
    client.id = id;
    client.name = fields.value("name", "");
    client.reading = fields.value("reading", "");
    client.phone = fields.value("phone", "");
    client.email = fields.value("email", "");
    client.birthday = fields.value("birthday", "");
    client.language = fields.value("language", "");
    client.notes = fields.value("notes", "");
    client.erased = fields.empty();
    return client;
}

std::vector<AllergyRecord> allergies_of(const Database& database, const Vault& vault, const std::string& client)
{
    std::vector<AllergyRecord> allergies;
    Query row{database, "SELECT id, terminal, seq, type, sealed FROM allergy WHERE client = ? AND removed = 0 ORDER BY id",
              client};
    while (row.next()) {
        const auto part = open_part(vault, row.integer(1), row.integer(2), row.text(3), row.bytes(4));
        if (part.is_object()) allergies.push_back({row.text(0), part.value("text", "")});
    }
    return allergies;
}

}  // namespace

std::vector<StaffRecord> all_staff(const Database& database, const Vault& vault)
{
    std::vector<StaffRecord> staff;
    Query row{database, "SELECT id, roles, active FROM staff ORDER BY id"};
    while (row.next()) {
        const auto fields = open_fields(database, vault, "staff", row.text(0));
        staff.push_back({row.text(0), fields.value("code", ""), fields.value("name_en", ""), fields.value("name_ja", ""),
                         nlohmann::json::parse(row.text(1)).get<std::vector<std::string>>(), row.integer(2) != 0,
                         fields.value("pin_hash", ""), fields.value("practice_pin", "")});
    }
    return staff;
}

std::optional<ClientRecord> client_by_id(const Database& database, const Vault& vault, const std::string& id)
{
    if (!client_exists(database, id)) return std::nullopt;
    auto client = client_of(id, open_fields(database, vault, "client", id));
    client.allergies = allergies_of(database, vault, id);
    return client;
}

void each_client(const Database& database, const Vault& vault, const std::function<void(const ClientRecord&)>& take)
{
    Query row{database, "SELECT id FROM client ORDER BY first_seen, id"};
    while (row.next()) {
        const auto client = client_by_id(database, vault, row.text(0));
        if (client) take(*client);
    }
}

bool client_exists(const Database& database, const std::string& id)
{
    return Query{database, "SELECT 1 FROM client WHERE id = ?", id}.next();
}

std::vector<ConsentRecord> consents(const Database& database, const std::string& client, const std::string& visit)
{
    std::vector<ConsentRecord> found;
    Query row{database,
              "SELECT id, at, version, language, staff, parts, on_paper FROM consent "
              "WHERE (?1 <> '' AND client = ?1) OR (?1 = '' AND visit = ?2) ORDER BY at DESC, id DESC",
              client, visit};
    while (row.next()) {
        found.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                         nlohmann::json::parse(row.text(5)).get<std::vector<std::string>>(), row.integer(6) != 0});
    }
    return found;
}

}  // namespace kushi
