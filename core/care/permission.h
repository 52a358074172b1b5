#pragma once

#include <optional>

#include "core/care/advice.h"

namespace kushi {

/// What was decided at a red flag: go on adapted, postpone, refer to a doctor.
enum class RedFlagDecision { adapt, postpone, refer };
template <>
struct Words<RedFlagDecision> {
    static constexpr auto list = word_array({"adapt", "postpone", "refer"});
};

enum class ChairPermission { whole_plan, gentle_massage_only };

/// What may be done on this head after the decision, if one was recorded. Without a flag it is the whole plan.
/// Otherwise
/// - no decision yet: refused `red_flag`; a red flag is never passed by a prompt alone;
/// - postpone, refer: refused `postponed`, `referred`: the visit ends;
/// - adapt with the plan `stop` (pain, broken skin, infection, lice, ringworm, or a house answer that stops): refused
///   `adapt_not_allowed`, field `decision`;
/// - adapt after hair loss: gentle massage only, away from the place, no products;
/// - adapt after R2, R3 or a house answer to ask about: the whole plan; the recorded decision is the client's consent.
Outcome<ChairPermission> permitted(const Advice& advice, std::optional<RedFlagDecision> decision);

/// Whether "go on adapted" is open at all; the button is off and says why if not.
bool may_adapt(const Advice& advice);

/// Going on after an `ask` of the house takes a manager's approval.
bool adapting_needs_manager(const Advice& advice);

}  // namespace kushi
