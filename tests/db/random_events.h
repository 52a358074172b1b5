#pragma once

#include <cstdint>
#include <random>
#include <string_view>
#include <vector>

#include "core/journal/event.h"

namespace kushi::test {

/// Events of three terminals that meet on the same few visits, clients, lines and shelves, in the order of each
/// terminal's seq. Every type that apply knows comes up at least once.
/// @throws std::logic_error for a type without a generator of its own
std::vector<Event> random_events(std::mt19937_64& random, std::size_t count);

}  // namespace kushi::test
