#pragma once

#include "app/screens/host.h"
#include "app/screens/lock/lock_state.h"

namespace kushi {

/// What a person does on the lock screen.
struct LockIntents {
    std::function<void(const std::string& id)> choose;
    std::function<void(char)> digit;
    std::function<void()> erase, clear;
    std::function<void(const std::string& language)> speak;
};
Node lock_panel(const LockState& state, const LockIntents& intents, const Locale& locale, Instant now, const Viewport& view);

/// "Manager, owner"
std::string role_words(const std::vector<std::string>& roles);

}  // namespace kushi
