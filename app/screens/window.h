#pragma once

#include <filesystem>
#include <string>

#include "app/engine/world.h"

namespace kushi {

struct TerminalWish {
    std::filesystem::path data;  ///< the salon's folder
    std::string language{};        ///< "en", "ja"; empty: the salon's
    int width = 1280;
    int height = 800;
    std::string measure{};         ///< a script of taps whose times are told
};

/// Opens the touch terminal on a salon and returns when its window is closed.
/// @throws what opening the salon throws; std::system_error where the display does not answer
int run_terminal(const TerminalWish& wish, const World& world);

/// Shows every control in every state, in a window of this size.
/// @throws std::system_error where the display does not answer
int run_gallery(int width, int height);

}  // namespace kushi
