#pragma once

#include "app/screens/host.h"

namespace kushi {

/// Somebody was checked in away from the board: back to it, with a word and the way to take it back.
void show_checked_in(Host& host, const std::string& visit, const std::string& name);

}  // namespace kushi
