#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "app/engine/world.h"
#include "core/day/business_day.h"
#include "core/people/roles.h"
#include "core/result.h"
#include "db/vault/pin_hash.h"

namespace kushi {

struct NewSalon {
    std::filesystem::path folder;
    std::string preset;
    std::string name = {};  ///< instead of the preset's own; empty keeps it
    bool training = false;  ///< for practice: scripts may name the time, every paper says so
    PinCost pin_cost = PinCost::salon();
    std::string language = {};  ///< of its papers, "en" or "ja"; empty keeps the preset's
    std::function<std::string(const DayRule&)> cutoff_at = {};  ///< "HH:MM" instead of the preset's; empty text keeps it
};

struct NewStaff {
    std::string id, code, name;
    RoleSet roles;
    std::string pin;  ///< told this once
};

/// Makes a salon in an empty or new folder: keys, database, settings, catalogue, staff and opening stock, all in one
/// transaction. Refuses `unknown_preset`, `salon_exists`, and what a name may not be.
/// @throws KeyProblem, DatabaseProblem, std::filesystem::filesystem_error
Outcome<std::vector<NewStaff>> create_salon(const NewSalon& wanted, const World& world);

}  // namespace kushi
