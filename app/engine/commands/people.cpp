#include <algorithm>

#include "app/engine/command.h"
#include "core/text/names.h"
#include "db/read/people.h"

namespace kushi {
namespace {

constexpr std::size_t most_allergies = 100;

/// The sealed fields of a client that a request names, and their names for the public part.
struct ClientFields {
    Json sealed = Json::object();
    std::vector<std::string> allergies;
    bool allergies_named = false;
};

void read_text_field(Command& command, const char* name, ClientFields& fields, bool free)
{
    const auto value = free ? command.fields.optional_free_text(name) : command.fields.optional_name(name);
    if (value) fields.sealed[name] = *value;
}

ClientFields read_client_fields(Command& command)
{
    ClientFields fields;
    for (const char* name : {"name", "reading", "email"}) read_text_field(command, name, fields, false);
    read_text_field(command, "notes", fields, true);
    if (const auto phone = command.fields.optional_text("phone")) {
        const auto clean = clean_phone(*phone);
        if (clean) fields.sealed["phone"] = *clean;
        else command.fields.refuse(clean.error().code, "phone", clean.error().detail);
    }
    if (const auto birthday = command.fields.optional_text("birthday")) {
        if (!parse_date(*birthday)) command.fields.refuse("bad_date", "birthday");
        fields.sealed["birthday"] = *birthday;
    }
    if (const auto language = command.fields.optional_word("language", {"en", "ja"})) fields.sealed["language"] = *language;
    const auto& allergies = command.fields.any("allergies");
    if (allergies.is_null()) return fields;
    fields.allergies_named = true;
    if (!allergies.is_array() || allergies.size() > most_allergies) command.fields.refuse("bad_request", "allergies");
    for (const auto& allergy : allergies) {
        const auto text = allergy.is_string() ? clean_name(allergy.get<std::string>(), "allergies")
                                              : Outcome<std::string>{refused("bad_request", "allergies")};
        if (!text) command.fields.refuse(text.error().code, "allergies");
        else fields.allergies.push_back(*text);
    }
    return fields;
}

void record_fields(Command& command, const std::string& client, const Json& sealed)
{
    if (sealed.empty()) return;
    auto names = Json::array();
    for (const auto& [name, value] : sealed.items()) names.push_back(name);
    command.record("client.set", {{"client", client}, {"fields", names}}, sealed);
}

void add_allergy(Command& command, const std::string& client, const std::string& text)
{
    command.record("allergy.added", {{"client", client}, {"allergy", command.new_id()}}, {{"text", text}});
}

/// Adds what is new and takes away, by name, what is no longer listed.
void change_allergies(Command& command, const ClientRecord& client, const std::vector<std::string>& wanted)
{
    auto gone = Json::array();
    for (const auto& known : client.allergies) {
        if (std::find(wanted.begin(), wanted.end(), known.text) == wanted.end()) gone.push_back(known.id);
    }
    if (!gone.empty()) command.record("allergy.removed", {{"client", client.id}, {"saw", gone}});
    for (const auto& text : wanted) {
        const bool known = std::any_of(client.allergies.begin(), client.allergies.end(),
                                       [&](const AllergyRecord& allergy) { return allergy.text == text; });
        if (!known) add_allergy(command, client.id, text);
    }
}

Answer add_client(Command& command)
{
    const auto fields = read_client_fields(command);
    if (!fields.sealed.contains("name")) command.fields.refuse("bad_request", "name");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    // A new client has no visit yet: whoever may check in may write a new card.
    KUSHI_TRY(command.may(Act::board_and_booking));
    const auto client = command.new_id();
    record_fields(command, client, fields.sealed);
    for (const auto& text : fields.allergies) add_allergy(command, client, text);
    return OrderedJson{{"client", client}};
}

/// What is named changes; null empties it, but for the name.
Answer set_client(Command& command)
{
    const auto id = command.fields.text("client");
    auto fields = read_client_fields(command);
    for (const char* name : {"reading", "phone", "email", "birthday", "language", "notes"}) {
        if (command.fields.is_emptied(name)) fields.sealed[name] = "";
    }
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    const auto client = client_by_id(command.database, command.vault, id);
    if (!client) return refused("unknown_client", "client");
    KUSHI_TRY(command.may(Act::client_contact, {nullptr, id, false}));
    record_fields(command, id, fields.sealed);
    if (fields.allergies_named) change_allergies(command, *client, fields.allergies);
    return nothing_more();
}

}  // namespace

std::vector<CommandEntry> people_commands()
{
    return {{"add_client", add_client}, {"set_client", set_client}};
}

}  // namespace kushi
