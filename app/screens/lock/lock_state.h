#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/day/business_day.h"

namespace kushi {

/// The lock screen: who works here, and the digits of a PIN on their way. Pure, as every state: no window, no engine.
struct LockState {
    struct Person {
        std::string id, name;
        std::vector<std::string> roles;
        std::string practice_pin;  ///< of a practice salon, shown in small print
        bool locked = false;
        std::optional<Instant> locked_until;
    };
    std::vector<Person> people;
    std::string salon, business_day;
    std::string chosen;   ///< id
    std::string digits;
    std::string problem;  ///< in words
    bool busy = false;    ///< a PIN is being proved
    bool loaded = false;

    static constexpr std::size_t pin_length = 6;
    [[nodiscard]] const Person* person() const;
    /// Whether the digits are to be proved now.
    [[nodiscard]] bool complete() const { return digits.size() == pin_length && !busy; }
};

/// Another person: what was typed is forgotten.
LockState person_chosen(LockState state, const std::string& id);
/// A digit more, unless a PIN is being proved already or nobody was chosen: a pad that is mashed proves one PIN, not five.
LockState digit_typed(LockState state, char digit);
LockState digit_deleted(LockState state);
LockState digits_cleared(LockState state);
/// The PIN was wrong, or nobody may try now.
LockState refused_with(LockState state, std::string words);

}  // namespace kushi
