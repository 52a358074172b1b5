#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "db/database.h"

namespace kushi {

class Vault;

struct StaffRecord {
    std::string id;
    std::string code;                ///< short name for scripts, "aoi"
    std::string name_en, name_ja;
    std::vector<std::string> roles;  ///< words of core/people/roles.h
    bool active = true;
    std::string pin_hash;
    std::string practice_pin;  ///< of a salon for practice only, whose lock screen shows it
};
std::vector<StaffRecord> all_staff(const Database& database, const Vault& vault);

struct AllergyRecord {
    std::string id;
    std::string text;
};
struct ClientRecord {
    std::string id;
    std::string name, reading, phone, email, birthday, language, notes;
    std::vector<AllergyRecord> allergies;
    bool erased = false;  ///< nothing of the person is left
};
std::optional<ClientRecord> client_by_id(const Database& database, const Vault& vault, const std::string& id);
/// In the order in which they were first seen.
void each_client(const Database& database, const Vault& vault, const std::function<void(const ClientRecord&)>& take);
bool client_exists(const Database& database, const std::string& id);

struct ConsentRecord {
    std::string id, at, version, language, staff;
    std::vector<std::string> parts;  ///< treatment, health_data, photos
    bool on_paper = false;
};
/// Newest first: what the client agreed to, or for a visit without a client what was agreed on that visit.
std::vector<ConsentRecord> consents(const Database& database, const std::string& client, const std::string& visit);

}  // namespace kushi
