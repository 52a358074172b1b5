#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/engine/salon.h"
#include "core/catalog/object_reader.h"
#include "core/people/permissions.h"

namespace kushi {

/// What a new value is judged by beside itself.
struct SettingContext {
    const Salon& salon;
    std::string today;                       ///< business date
    bool has_sales = false;                  ///< whether a document has been made
    std::vector<std::string> warnings = {};  ///< codes: the value is taken all the same
};

/// One setting: who may change it, its value now, and its reader, which refuses into the ObjectReader and answers what
/// is to be kept.
struct SettingEntry {
    std::string_view path;
    Act act;
    nlohmann::json (*value)(const Salon& salon, std::string_view today);
    nlohmann::json (*read)(ObjectReader& in, std::string_view path, SettingContext& context);
    std::string_view kept_as = {};  ///< another path that holds it; empty for its own
};

/// All that `set` takes but the items of the catalogue, in the order in which a screen shows them.
std::span<const SettingEntry> setting_table();
const SettingEntry* setting_entry(std::string_view path);  ///< null for a path that is none

}  // namespace kushi
