#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "core/day/business_day.h"

namespace kushi {

/// What the program takes from outside and a test may replace: the time and chance. Made in main, handed inwards.
struct World {
    std::function<Instant()> now;
    std::function<void(std::span<std::uint8_t>)> random;
};

/// The machine's own clock and libsodium's random bytes.
World real_world();

}  // namespace kushi
