#pragma once

#include "app/screens/screen.h"

namespace kushi {

/// Both of its pages: the place "concerns" and the place "life".
std::unique_ptr<Screen> make_concerns_screen(Host& host, const Place& place);

}  // namespace kushi
