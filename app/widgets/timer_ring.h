#pragma once

#include <chrono>

#include "app/widgets/node.h"

namespace kushi {

struct TimerRingLook {
    std::chrono::milliseconds left{};   ///< of the step; less than nothing where it takes longer
    std::chrono::milliseconds whole{};  ///< as long as the step was meant to take
    bool paused = false;
    std::string note{};  ///< below the time: "of 8:00", "Paused"
    std::string name{};  ///< of the step, for a reader
    /// What a reader hears; called with whole minutes, so that it is told no more often. Left over: true past the end.
    std::function<std::string(int minutes, bool over)> spoken{};
    int size = 288;
};
/// The time of a step as a ring that empties clockwise, and past the end in the colour of a warning. It looks another
/// at most four times a second, however often it is built.
Node timer_ring(const TimerRingLook& look);

/// "4:58", to be read at a glance: the second that has begun counts as left. "+0:12" past the end.
std::string timer_text(std::chrono::milliseconds left);

}  // namespace kushi
