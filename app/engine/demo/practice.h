#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "app/engine/create_salon.h"
#include "app/engine/world.h"

namespace kushi {

struct PracticeWish {
    std::filesystem::path folder;      ///< empty or new
    std::string preset = "tokyo";
    std::string language = {};         ///< of papers and notes; empty: the preset's own
    std::string printer_host = {};     ///< empty: no printer
    std::uint16_t printer_port = 9100;
    PinCost pin_cost = PinCost::salon();
};

/// Makes a training salon in the middle of a day, for the terminal to be tried on: some guests paid, one waits to pay, two lie
/// in the chair, one has arrived, others are booked for the next hours and one is late; three of them came before. All of it
/// went through the engine's door, at instants that end now.
/// Refuses `unknown_preset`, `salon_exists`.
/// @throws StoryProblem when the engine refuses what the story tells; DatabaseProblem, KeyProblem, std::system_error
Outcome<std::vector<NewStaff>> make_practice(const PracticeWish& wish, const World& world);

}  // namespace kushi
