#pragma once

#include <cstdint>

#include "core/day/business_day.h"

namespace kushi {

/// A hybrid logical clock: 48 bits of Unix milliseconds and a 16-bit counter in one number. It never goes back, also when
/// the machine's clock does; it orders events of all terminals and is never shown and never a business date.
class HybridClock {
public:
    /// The next value: later than every earlier one and every observed one.
    std::int64_t tick(Instant now);
    /// Another terminal's value was seen (or our own last one, at start).
    void observe(std::int64_t value);
    [[nodiscard]] std::int64_t last() const { return last_; }
    /// The milliseconds inside a value.
    static std::int64_t milliseconds_of(std::int64_t value) { return value >> 16; }

private:
    std::int64_t last_ = 0;
};

}  // namespace kushi
