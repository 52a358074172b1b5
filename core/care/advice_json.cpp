#include <nlohmann/json.hpp>

#include "core/care/advice.h"

namespace kushi {

namespace {

using nlohmann::ordered_json;

ordered_json list_of(const std::vector<std::string>& texts)
{
    auto list = ordered_json::array();
    for (const std::string& text : texts) list.push_back(text);
    return list;
}

ordered_json rules_json(const std::vector<FiredRule>& rules)
{
    auto list = ordered_json::array();
    for (const auto& [id, because, against] : rules) {
        list.push_back({{"id", id}, {"because", list_of(because)}, {"against", list_of(against)}});
    }
    return list;
}

ordered_json flags_json(const std::vector<Flag>& flags)
{
    auto list = ordered_json::array();
    for (const auto& [id, action] : flags) list.push_back({{"id", id}, {"action", word_of(action)}});
    return list;
}

ordered_json window_json(const WeekWindow& window)
{
    ordered_json object{{"min_weeks", window.min_weeks}, {"max_weeks", window.max_weeks}};
    if (window.suggested_weeks) object["suggested_weeks"] = *window.suggested_weeks;
    return object;
}

/// The answers of one follow-up; other fields of it are left alone.
Outcome<SinceLast> follow_up(const nlohmann::json& object, const std::string& path)
{
    if (!object.is_object()) return refused("bad_request", path, "object");
    nlohmann::json told = nlohmann::json::object();
    for (const char* name : {"days_until_oily", "itch", "comfort", "roots", "home_care"}) {
        if (const auto answer = object.find(name); answer != object.end()) told[name] = *answer;
    }
    return since_last_from_json(told, path);
}

}  // namespace

ordered_json to_json(const Advice& advice, const std::vector<std::string>& text)
{
    ordered_json object;
    object["plan"] = word_of(advice.plan);
    object["rules"] = rules_json(advice.rules);
    object["flags"] = flags_json(advice.flags);
    object["cleanse"] = word_of(advice.cleanse);
    object["exfoliation"] = word_of(advice.exfoliation);
    object["steam"] = word_of(advice.steam);
    object["leave_out"] = list_of(advice.leave_out);
    object["interval"] = window_json(advice.interval);
    if (advice.massage_interval) object["massage_interval"] = window_json(*advice.massage_interval);
    if (!advice.services.empty()) object["services"] = list_of(advice.services);
    if (!advice.rituals.empty()) object["rituals"] = list_of(advice.rituals);
    object["text"] = list_of(text);
    return object;
}

Outcome<History> history_from_json(const nlohmann::json& object)
{
    if (object.is_null()) return History{};
    if (!object.is_object()) return refused("bad_request", "history", "object");
    const auto list = object.find("follow_ups");
    std::vector<nlohmann::json> told;
    if (list != object.end() && !list->is_null()) {
        if (!list->is_array()) return refused("bad_request", "history.follow_ups", "list");
        told.assign(list->begin(), list->end());
    }
    History history;
    for (const auto& entry : told) {
        const auto since = follow_up(entry, "history.follow_ups");
        if (!since) return unexpected{since.error()};
        history.follow_ups.push_back(*since);
    }
    const auto flat = follow_up(object, "history");
    if (!flat) return unexpected{flat.error()};
    history.follow_ups.push_back(*flat);
    return history;
}

}  // namespace kushi
