#include <nlohmann/json.hpp>
#include <stdexcept>

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

template <class Enum>
Enum stored_word(const nlohmann::json& word)
{
    const auto value = parse_word<Enum>(word.get_ref<const std::string&>());
    if (!value) throw std::invalid_argument{"a word of no stored advice"};
    return *value;
}

WeekWindow stored_window(const nlohmann::json& object)
{
    WeekWindow window{object.at("min_weeks").get<int>(), object.at("max_weeks").get<int>(), std::nullopt};
    if (object.contains("suggested_weeks")) window.suggested_weeks = object.at("suggested_weeks").get<int>();
    return window;
}

std::vector<std::string> stored_list(const nlohmann::json& object, const char* name)
{
    return object.value(name, std::vector<std::string>{});
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

Advice advice_from_json(const nlohmann::json& stored)
{
    Advice advice;
    advice.plan = stored_word<Plan>(stored.at("plan"));
    for (const auto& rule : stored.at("rules")) {
        advice.rules.push_back(
            {rule.at("id").get<std::string>(), stored_list(rule, "because"), stored_list(rule, "against")});
    }
    for (const auto& flag : stored.at("flags")) {
        advice.flags.push_back({flag.at("id").get<std::string>(), stored_word<FlagAction>(flag.at("action"))});
    }
    advice.cleanse = stored_word<Cleanse>(stored.at("cleanse"));
    advice.exfoliation = stored_word<Exfoliation>(stored.at("exfoliation"));
    advice.steam = stored_word<Steam>(stored.at("steam"));
    advice.leave_out = stored_list(stored, "leave_out");
    advice.interval = stored_window(stored.at("interval"));
    if (stored.contains("massage_interval")) advice.massage_interval = stored_window(stored.at("massage_interval"));
    advice.services = stored_list(stored, "services");
    advice.rituals = stored_list(stored, "rituals");
    return advice;
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
