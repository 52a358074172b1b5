#include "core/care/scalp_map.h"

#include <nlohmann/json.hpp>

#include "core/care/answers.h"

namespace kushi {

namespace {

using nlohmann::json;

constexpr std::size_t longest_note = 2'000;

std::map<Condition, int> read_conditions(Answers answers)
{
    std::map<Condition, int> conditions;
    for (const std::string& name : answers.names()) {
        const auto condition = parse_word<Condition>(name);
        if (!condition)
            answers.refuse("unknown_word", name, word_list<Condition>());
        else if (const auto found = answers.whole(name, 0, 4))
            conditions.emplace(*condition, *found);
    }
    return conditions;
}

ZoneFinding read_finding(Answers answers)
{
    ZoneFinding finding{read_conditions(answers.inside("conditions")), answers.text("note", longest_note).value_or("")};
    answers.nothing_else();
    return finding;
}

}  // namespace

int severity(const ZoneFinding& finding)
{
    int highest = 0;
    for (const auto& [condition, found] : finding.conditions) highest = std::max(highest, found);
    return highest;
}

int severity(const ScalpMap& map, Zone zone, Condition condition)
{
    const auto finding = map.zones.find(zone);
    if (finding == map.zones.end()) return 0;
    const auto found = finding->second.conditions.find(condition);
    return found == finding->second.conditions.end() ? 0 : found->second;
}

Outcome<ScalpMap> scalp_map_from_json(const json& zones)
{
    std::optional<Refusal> refusal;
    Answers answers{&zones, "zones", refusal};
    ScalpMap map;
    for (const std::string& name : answers.names()) {
        const auto zone = parse_word<Zone>(name);
        if (!zone)
            answers.refuse("unknown_word", name, word_list<Zone>());
        else
            map.zones.emplace(*zone, read_finding(answers.inside(name)));
    }
    if (refusal) return unexpected{*refusal};
    return map;
}

json to_json(const ScalpMap& map)
{
    json zones = json::object();
    for (const auto& [zone, finding] : map.zones) {
        json conditions = json::object();
        for (const auto& [condition, found] : finding.conditions) conditions[std::string{word_of(condition)}] = found;
        json object = {{"conditions", std::move(conditions)}};
        if (!finding.note.empty()) object["note"] = finding.note;
        zones[std::string{word_of(zone)}] = std::move(object);
    }
    return zones;
}

}  // namespace kushi
