#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/journal/event.h"
#include "db/database.h"

namespace kushi {

/// Does to the tables what one event says, inside the caller's transaction. Local and foreign events take this one road.
/// The order and number of calls must not matter: a handler inserts facts keyed by event or entity and then derives the
/// row of that key again; it never adds to what stands there.
/// @returns false for a type or version that this program does not know: the event stays stored, to be tried again later
/// @throws nlohmann::json::exception when `pub` lacks what its type promises
bool apply(const Database& database, const Event& event);

/// Every type that apply knows, in alphabetical order.
std::vector<std::string_view> event_types();

/// Every table that apply writes and a rebuild makes again, in alphabetical order.
std::span<const std::string_view> derived_tables();

}  // namespace kushi
