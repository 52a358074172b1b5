#include "core/care/permission.h"

namespace kushi {

bool may_adapt(const Advice& advice)
{
    return advice.plan != Plan::stop;
}

bool adapting_needs_manager(const Advice& advice)
{
    const Flag* house = advice.flag("R4");
    return house != nullptr && house->action == FlagAction::ask && may_adapt(advice);
}

Outcome<ChairPermission> permitted(const Advice& advice, std::optional<RedFlagDecision> decision)
{
    if (advice.flags.empty()) return ChairPermission::whole_plan;
    if (!decision) return refused("red_flag", "decision", advice.flags.front().id);
    if (*decision == RedFlagDecision::postpone) return refused("postponed", "decision");
    if (*decision == RedFlagDecision::refer) return refused("referred", "decision");
    if (!may_adapt(advice)) return refused("adapt_not_allowed", "decision", advice.flags.front().id);
    return advice.plan == Plan::gentle_massage_only ? ChairPermission::gentle_massage_only : ChairPermission::whole_plan;
}

}  // namespace kushi
