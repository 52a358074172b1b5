#pragma once

#include "app/screens/chair/chair_frame.h"
#include "app/screens/scalp_map/scalp_map_state.h"
#include "app/widgets/scalp_map.h"

namespace kushi {

struct ScalpMapIntents {
    std::function<void(ScalpView)> view;
    std::function<void(Zone)> zone;
    std::function<void(Condition, int)> level;
    std::function<void(bool before)> show;
    std::function<void()> clear, next, done, note;
};
Node scalp_map_panel(const ScalpMapState& state, ScalpView seen, const ScalpMapIntents& intents,
                     const ChairVisit& visit, bool busy, const Viewport& view);
/// "Crown, oily 2 of 4, was 3; buildup 1"
std::string spoken_zone(const ScalpMapState& state, Zone zone);

}  // namespace kushi
