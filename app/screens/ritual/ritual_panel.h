#pragma once

#include "app/screens/host.h"
#include "app/screens/ritual/ritual_state.h"

namespace kushi {

/// What a person does while a ritual runs. Each of those that a locked terminal may not do asks for the PIN itself.
struct RitualIntents {
    std::function<void()> next, extend, pause, resume, skip, add, write_note, products;
    std::function<void(const std::string&)> steam, pressure;
    std::function<void(std::size_t use, int by)> change_amount;
    std::function<void(std::size_t use)> type_amount;
    std::function<void()> unlock;
};
/// The page without its frame. `busy`: a step is being ended, and Next waits.
Node ritual_panel(const RitualState& state, const RitualIntents& intents, Host& host, const Viewport& view, bool busy);

/// "Misaki Sato", "Walk-in 3"; initials alone while the terminal is locked.
std::string person_words(const RitualState& state, bool locked);
/// "No lavender": each allergy in a word.
std::string alert_words(const std::vector<std::string>& alerts);
/// "15 ml", "2"; with its decimal where amounts stand in a column: "15.0 ml".
std::string amount_words(std::int64_t tenths, const std::string& unit, bool decimal = false);
/// "Yuzu Cleanser", and with its step where the product is used in several.
std::string use_name(const RitualState& state, std::size_t use);
/// What starts and what ends it, in "m:ss".
std::string minutes_words(std::int64_t duration_s);
/// A stepper of a use's amount; what is recorded already shows as it is.
Node use_stepper(const RitualState& state, std::size_t use, bool decimal,
                 const std::function<void(std::size_t, int)>& change, const std::function<void(std::size_t)>& type);

}  // namespace kushi
