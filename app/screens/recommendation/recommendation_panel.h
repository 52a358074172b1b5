#pragma once

#include "app/screens/chair/chair_frame.h"
#include "app/screens/recommendation/recommendation_state.h"

namespace kushi {

struct RecommendationIntents {
    std::function<void(const std::string& code)> choose;
    std::function<void()> start, decide, map, ritual;
};
Node recommendation_panel(const RecommendationState& state, const RecommendationIntents& intents,
                          const ChairVisit& visit, const Locale& locale, const Viewport& view);

}  // namespace kushi
