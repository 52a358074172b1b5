#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "core/care/advice.h"

namespace kushi {

inline Consultation told(const std::string& text)
{
    const auto read = consultation_from_json(nlohmann::json::parse(text));
    if (!read) throw std::logic_error{read.error().code + " " + read.error().field + " in " + text};
    return *read;
}

inline ScalpMap seen(const std::string& text)
{
    const auto read = scalp_map_from_json(nlohmann::json::parse(text));
    if (!read) throw std::logic_error{read.error().code + " " + read.error().field + " in " + text};
    return *read;
}

inline std::string ids(const Advice& advice)
{
    std::string text;
    for (const auto& rule : advice.rules) text += (text.empty() ? "" : " ") + rule.id;
    return text;
}

inline std::vector<std::string> because(const Advice& advice, std::string_view id)
{
    const auto* rule = advice.rule(id);
    return rule == nullptr ? std::vector<std::string>{"did not fire"} : rule->because;
}

inline std::vector<std::string> against(const Advice& advice, std::string_view id)
{
    const auto* rule = advice.rule(id);
    return rule == nullptr ? std::vector<std::string>{"did not fire"} : rule->against;
}

}  // namespace kushi
