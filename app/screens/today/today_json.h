#pragma once

#include <nlohmann/json_fwd.hpp>

#include "app/screens/today/today_state.h"

namespace kushi {

/// The board of an answer, as a state that has nothing else in it.
TodayState board_of(const nlohmann::json& board);
TodayCard card_of(const nlohmann::json& card);

}  // namespace kushi
