#pragma once

#include "app/screens/screen.h"

namespace kushi {

/// Find a client, or write a new one. `for` walk_in: the one who is chosen goes into the walk-in's half-filled form.
std::unique_ptr<Screen> make_clients_screen(Host& host, const Place& place);

}  // namespace kushi
