#pragma once

#include "app/screens/chair/chair_frame.h"
#include "app/screens/safety/safety_state.h"

namespace kushi {

struct SafetyIntents {
    std::function<void(const std::string& question, bool yes)> answer;
    std::function<void(int offset)> scrolled;
    std::function<void()> all_no, clear, aloud, go_on;
    std::function<void(const std::string&)> allergy;
    std::function<void(Concern)> hair_loss;
    std::function<void(Headache)> headache;
    std::function<void(RedFlagDecision)> choose;
    std::function<void()> close_visit, to_desk;
};
/// How high the list of questions is in a window: what is in view depends on it.
int safety_room_px(const Viewport& view);
/// `advice`: what is known of the flags, from the engine once it is recorded.
Node safety_panel(const SafetyState& state, const SafetyIntents& intents, const ChairVisit& visit, const Advice& advice,
                  const Host& host, const Viewport& view);
/// "Sudden, severe or patchy hair loss"
std::string safety_words(const std::string& question);

}  // namespace kushi
