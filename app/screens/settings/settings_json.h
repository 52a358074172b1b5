#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "app/screens/settings/settings_state.h"
#include "core/result.h"

namespace kushi {

/// The state as the engine's answer to `settings` has it; what was typed stays.
SettingsState settings_read(SettingsState state, const nlohmann::json& answer);

/// The `set` of a path with what was typed for it. Refused, with the key at fault, where an amount is none.
Outcome<nlohmann::json> setting_request(const SettingsState& state, const std::string& path);
/// The `set` of the list that a form changes. Refused with the field at fault.
Outcome<nlohmann::json> form_request(const SettingsState& state, const SettingsForm& form);
/// ... without the row that the form shows.
nlohmann::json removal_request(const SettingsState& state, const SettingsForm& form);

// What was typed and is not saved, for the form that outlives a restart.
nlohmann::json unsaved_json(const SettingsState& state);
SettingsState unsaved_read(SettingsState state, const nlohmann::json& content);

}  // namespace kushi
