#pragma once

#include "app/screens/carts/carts_state.h"
#include "app/screens/host.h"

namespace kushi {

struct CartsIntents {
    std::function<void(const std::string&visit)> open, resume, remove;
    std::function<void()> start, try_again;
};
Node carts_panel(const CartsState& state, const CartsIntents& intents, const Locale& locale, const Viewport& view);
std::string carts_subtitle(const CartsState& state);

}  // namespace kushi
