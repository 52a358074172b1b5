#pragma once

#include "app/screens/today/today_panel.h"

namespace kushi {

/// What lies over the board: a visit's menu, a move, a cancellation, the day's opening, what is done.
std::optional<Sheet> today_sheet(const TodayState& state, const TodayIntents& intents, const TodaySight& sight);

}  // namespace kushi
