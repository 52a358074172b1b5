#include "app/screens/client/client_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/screens/screen.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

constexpr std::array<const char*, 8> zone_names{"frontal",       "crown",          "parietal_left", "parietal_right",
                                                "temporal_left", "temporal_right", "occipital",     "nape"};

const Json& part_of(const Json& row, const char* name)
{
    static const Json nothing;
    const auto found = row.find(name);
    return found == row.end() ? nothing : *found;
}

std::vector<std::string> texts_in(const Json& list)
{
    std::vector<std::string> texts;
    if (!list.is_array()) return texts;
    for (const auto& one : list) {
        if (one.is_string()) texts.push_back(one.get<std::string>());
    }
    return texts;
}

std::string name_in(const std::map<std::string, std::string>& names, const std::string& id)
{
    const auto found = names.find(id);
    return found == names.end() ? std::string{} : found->second;
}

ClientState::Visit visit_of(const Json& row, const std::map<std::string, std::string>& names)
{
    const auto therapist = text_of(row, "therapist");
    ClientState::Visit visit{text_of(row, "id"),
                             text_of(row, "business_date"),
                             text_of(row, "status"),
                             name_in(names, text_of(row, "service")),
                             therapist,
                             name_in(names, therapist),
                             {},
                             false};
    const auto& lines = part_of(row, "lines");
    if (visit.service_name.empty() && lines.is_array() && !lines.empty())
        visit.service_name = text_of(lines.front(), "name");
    const auto& notes = part_of(row, "notes");
    if (notes.is_array() && !notes.empty()) visit.note = text_of(notes.back(), "text");
    const auto& steps = part_of(row, "steps");
    visit.began = steps.is_array() && !steps.empty();
    return visit;
}

std::optional<ClientState::Map> map_of(const Json& row)
{
    const auto& zones = part_of(row, "zones");
    if (!zones.is_object()) return std::nullopt;
    ClientState::Map map;
    map.date = text_of(row, "business_date");
    for (std::size_t i = 0; i < zone_names.size(); ++i) {
        const auto& conditions = part_of(part_of(zones, zone_names.at(i)), "conditions");
        if (!conditions.is_object()) continue;
        for (const auto& [name, severity] : conditions.items()) {
            if (severity.is_number_integer())
                map.conditions.try_emplace(name).first->second.at(i) = severity.get<int>();
        }
    }
    return map;
}

ClientState::Profile profile_of(const Json& consultation)
{
    ClientState::Profile profile;
    profile.scalp_type = text_of(consultation, "scalp_type");
    profile.concerns = texts_in(part_of(consultation, "concerns"));
    const auto& life = part_of(consultation, "life");
    for (const char* habit : {"dry_shampoo", "styling", "heavy_conditioner", "sea_or_pool", "sport"}) {
        const auto often = life.is_object() ? text_of(life, habit) : std::string{};
        if (!often.empty() && often != "never") profile.habits.push_back(habit);
    }
    const auto& preference = part_of(consultation, "preference");
    if (preference.is_object()) {
        profile.pressure = text_of(preference, "pressure");
        profile.talk = text_of(preference, "talk");
        profile.scent = text_of(preference, "scent");
    }
    return profile;
}

void read_visits(ClientState& client, const Json& rows, const std::map<std::string, std::string>& names)
{
    for (const auto& row : rows) {
        client.visits.push_back(visit_of(row, names));
        client.sees_health = client.sees_health || part_of(row, "steps").is_array();
        if (auto map = map_of(row)) client.maps.push_back(std::move(*map));
        if (const auto& consultation = part_of(row, "consultation");
            consultation.is_object() && !consultation.empty()) {
            auto profile = profile_of(consultation);
            if (!profile.empty()) client.profile = std::move(profile);
        }
    }
    std::stable_sort(client.maps.begin(), client.maps.end(),
                     [](const auto& a, const auto& b) { return a.date < b.date; });
    std::reverse(client.visits.begin(), client.visits.end());
    std::stable_sort(client.visits.begin(), client.visits.end(),
                     [](const auto& a, const auto& b) { return a.date > b.date; });
}

}  // namespace

ClientState client_of(const Json& row, const std::map<std::string, std::string>& names)
{
    ClientState client;
    client.id = text_of(row, "id");
    client.name = text_of(row, "name");
    client.reading = text_of(row, "reading");
    client.phone = text_of(row, "phone");
    client.email = text_of(row, "email");
    client.birthday = text_of(row, "birthday");
    client.notes = text_of(row, "notes");
    client.alerts = texts_in(part_of(row, "alerts"));
    client.visit_count = static_cast<int>(number_of(row, "visit_count"));
    client.first_visit = text_of(row, "first_visit");
    const auto& consents = part_of(row, "consents");
    client.consented = part_of(consents, "treatment").is_object() && part_of(consents, "health_data").is_object();
    read_visits(client, part_of(row, "visits"), names);
    const auto& sales = part_of(row, "sales");
    client.sees_sales = sales.is_array();
    for (const auto& sale : sales)
        client.sales.push_back(
            {text_of(sale, "number"), text_of(sale, "kind"), text_of(sale, "date"), number_of(sale, "total")});
    std::reverse(client.sales.begin(), client.sales.end());
    std::stable_sort(client.sales.begin(), client.sales.end(),
                     [](const auto& a, const auto& b) { return a.date > b.date; });
    return client;
}

}  // namespace kushi
