#pragma once

#include "app/screens/host.h"
#include "app/screens/settings/settings_state.h"

namespace kushi {

struct SettingsIntents {
    std::function<void(SettingsGroup)> show;
    std::function<void(const std::string& key, const std::string& text)> typed;
    std::function<void()> save, undo;
    std::function<void(SettingsForm)> open_form;
    std::function<void(const std::string&field, const std::string&text)> typed_in_form, chosen_in_form;
    std::function<void()> save_form, remove_form, close_form;
};

std::string settings_group_words(SettingsGroup group);
Node settings_panel(const SettingsState& state, const SettingsIntents& intents, const Locale& locale,
                    const Viewport& view);
/// What stands in the sheet over the page.
Node settings_form(const SettingsState& state, const SettingsForm& form, const SettingsIntents& intents,
                   const Locale& locale);
std::string settings_form_title(const SettingsForm& form);

}  // namespace kushi
