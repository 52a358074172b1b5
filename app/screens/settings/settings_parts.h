#pragma once

#include <initializer_list>

#include "app/screens/settings/settings_panel.h"
#include "app/widgets/node.h"

namespace kushi {

/// What the pages of the settings are made of.
struct SettingsParts {
    const SettingsState& state;
    const SettingsIntents& intents;
    const Locale& locale;

    [[nodiscard]] Node label(const std::string& words) const;
    /// A value that this person may only read.
    [[nodiscard]] Node shown(const std::string& words, const std::string& value) const;
    /// A field over the draft of a key; only read where its path is another's.
    [[nodiscard]] Node typed(const std::string& key, const std::string& words,
                             Entry::Kind kind = Entry::Kind::text) const;
    [[nodiscard]] Node switched(const std::string& key, const std::string& words, const std::string& line) const;
    /// Which of the services without minutes is a fee's item, or none.
    [[nodiscard]] Node fee(const std::string& key, const std::string& words) const;
    [[nodiscard]] Node two(Node left, Node right) const;
    [[nodiscard]] Node three(Node left, Node middle, Node right) const;
    /// Why the page is only read; nothing for who may change it.
    [[nodiscard]] std::optional<Node> owner_note(std::initializer_list<const char*> paths) const;
    [[nodiscard]] std::string person(const std::string& staff) const;
};

}  // namespace kushi
