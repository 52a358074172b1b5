#pragma once

#include "app/screens/host.h"
#include "app/screens/walk_in/walk_in_state.h"

namespace kushi {

struct WalkInIntents {
    std::function<void(const std::string& code)> service;
    std::function<void(const std::string& id)> therapist;
    std::function<void()> nominated, no_name, find_client, new_client, seat, wait, close;
};

/// The sheet's content.
Node walk_in_panel(const WalkInState& state, const WalkInIntents& intents, const Locale& locale, Instant now,
                   const Viewport& view);

}  // namespace kushi
