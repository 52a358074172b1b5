#pragma once

#include "app/screens/chair/chair_frame.h"
#include "app/screens/consent/consent_state.h"

namespace kushi {

struct ConsentIntents {
    std::function<void(bool)> treatment, health_data;
    std::function<void(const std::string&)> read_in;
    std::function<void(Point at, Size pad, bool begins)> sign;
    std::function<void()> undo, paper, accept;
    std::function<void()> to_desk, change, ask_again, go_on;
};
Node consent_panel(const ConsentState& state, const ConsentIntents& intents, const ChairVisit& visit, const Host& host);

}  // namespace kushi
