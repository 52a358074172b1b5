#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/care/advice.h"

namespace kushi {

/// Which rules have fired, why, and which of them lost to which.
class RuleTable {
public:
    /// Fires the rule if any answer speaks for it.
    void fire(const std::string& id, std::vector<std::string> because);
    /// For S0 and I3, which fire because nothing else did.
    void fire_for_want_of_others(const std::string& id) { rules_[id].id = id; }
    [[nodiscard]] bool fired(const std::string& id) const { return rules_.contains(id); }
    /// Empty if the rule did not fire.
    [[nodiscard]] std::vector<std::string> because(const std::string& id) const;
    void lost(const std::string& loser, const std::string& winner);
    /// In the order of the care paper.
    [[nodiscard]] std::vector<FiredRule> in_order() const;

private:
    std::map<std::string, FiredRule> rules_;
};

template <class Value>
struct Opinion {
    std::string rule;
    Value wants;
};

/// The value of one field of the advice: what the first rule in `by_precedence` that fired wants, else `otherwise`.
/// Each rule that fired and wanted something else has lost to it.
template <class Value>
Value settle(RuleTable& table, const std::vector<Opinion<Value>>& by_precedence, Value otherwise)
{
    const Opinion<Value>* winner = nullptr;
    for (const auto& opinion : by_precedence) {
        if (!table.fired(opinion.rule)) continue;
        if (winner == nullptr)
            winner = &opinion;
        else if (!(opinion.wants == winner->wants))
            table.lost(opinion.rule, winner->rule);
    }
    return winner == nullptr ? otherwise : winner->wants;
}

}  // namespace kushi
