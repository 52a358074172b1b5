#include "core/journal/hybrid_clock.h"

#include <algorithm>

namespace kushi {

std::int64_t HybridClock::tick(Instant now)
{
    const std::int64_t wall = now.time_since_epoch().count() << 16;
    last_ = std::max(last_ + 1, wall);  // past 65,536 ticks in one millisecond the counter runs into the next: still later
    return last_;
}

void HybridClock::observe(std::int64_t value) { last_ = std::max(last_, value); }

}  // namespace kushi
