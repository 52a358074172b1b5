#pragma once

#include "app/screens/screen.h"

namespace kushi {

std::unique_ptr<Screen> make_settings_screen(Host& host, const Place& place);

}  // namespace kushi
