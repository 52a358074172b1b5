#pragma once

#include "app/screens/chair/chair_frame.h"
#include "app/screens/concerns/concerns_state.h"

namespace kushi {

struct ConcernsIntents {
    std::function<void(ConcernsState)> set;  ///< what the state becomes
    std::function<void(Concern)> concern;
    std::function<void(Headache)> headache;
    std::function<void()> note, concerns, life, map;
};
Node concerns_panel(const ConcernsState& state, const ConcernsIntents& intents, bool busy, const Viewport& view);
Node life_panel(const ConcernsState& state, const ConcernsIntents& intents, bool busy, const Viewport& view);

}  // namespace kushi
