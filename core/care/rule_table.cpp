#include "core/care/rule_table.h"

#include <algorithm>
#include <array>

namespace kushi {

namespace {

constexpr std::array order{"H1", "M1", "B1", "S0", "C1", "C2", "C3", "C4", "C5", "C6",
                           "C7", "I1", "I2", "I3", "I4", "I5", "R1", "R2", "R3", "R4"};

auto place(const std::string& id)
{
    return std::find(order.begin(), order.end(), id);
}

}  // namespace

void RuleTable::fire(const std::string& id, std::vector<std::string> because)
{
    if (!because.empty()) rules_[id] = {id, std::move(because), {}};
}

std::vector<std::string> RuleTable::because(const std::string& id) const
{
    const auto rule = rules_.find(id);
    return rule == rules_.end() ? std::vector<std::string>{} : rule->second.because;
}

void RuleTable::lost(const std::string& loser, const std::string& winner)
{
    auto& against = rules_.at(loser).against;
    if (std::find(against.begin(), against.end(), winner) != against.end()) return;
    against.push_back(winner);
    std::sort(against.begin(), against.end(), [](const auto& a, const auto& b) { return place(a) < place(b); });
}

std::vector<FiredRule> RuleTable::in_order() const
{
    std::vector<FiredRule> rules;
    for (const char* id : order) {
        if (const auto rule = rules_.find(id); rule != rules_.end()) rules.push_back(rule->second);
    }
    return rules;
}

}  // namespace kushi
