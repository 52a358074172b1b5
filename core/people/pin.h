#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/day/business_day.h"
#include "core/result.h"

namespace kushi {

/// A PIN is six random digits that Kushi issues, or eight to thirty-two that the person chooses (spec: trust.md).
inline constexpr std::size_t issued_pin_digits = 6;
inline constexpr std::size_t chosen_pin_least_digits = 8;
inline constexpr std::size_t chosen_pin_most_digits = 32;

/// Refuses a PIN that a person may not choose: `pin_not_digits`, `pin_too_short`, `pin_too_long`, or `pin_too_easy` (see
/// `pin_is_easy`). The field is "pin"; the PIN itself is in no answer.
Outcome<void> check_chosen_pin(std::string_view pin, std::string_view phone = {});

/// What a thief would try first: one digit or a short pattern repeated, runs up or down, dates in any usual order, a part
/// of the person's phone number, and PINs known to be common.
bool pin_is_easy(std::string_view pin, std::string_view phone = {});

/// Six digits, each PIN as likely as any other that is not easy. `random` fills what it is given with random bytes.
std::string issue_pin(const std::function<void(std::span<std::uint8_t>)>& random, std::string_view phone = {});

struct PinLock {
    enum class State {
        open,     ///< a PIN may be tried
        waiting,  ///< not before `until`
        locked    ///< not before a manager resets the PIN
    };
    State state = State::open;
    Instant until = {};
    friend bool operator==(const PinLock&, const PinLock&) = default;
};

/// Whether one person may try a PIN on one terminal now. `failures` are the instants of all wrong PINs since the last
/// reset, in the order they happened; `last_success` the last right one. Five wrong in a row wait 30 s, each further one
/// twice as long, to 15 minutes; 100 within 30 days, right ones between them or not, lock.
/// The caller commits a failure before it checks a PIN and takes it back after a right one, so that power-off gives no
/// free tries.
PinLock pin_lock(std::span<const Instant> failures, std::optional<Instant> last_success, Instant now);

}  // namespace kushi
