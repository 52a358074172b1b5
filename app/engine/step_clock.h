#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "core/day/business_day.h"

namespace kushi {

/// What a step's clock says, as the ritual's draft keeps it while nobody has ended the step.
struct ClockReading {
    std::string state = "planned";  ///< planned, running, paused
    std::string started_at;         ///< empty for a step that nobody has started
    std::int64_t elapsed_s = 0;  ///< without the pauses; a step that nobody started began when the one before it ended
    std::int64_t extended_s = 0;
    nlohmann::json settings = nlohmann::json::object();
};
ClockReading read_clock(const nlohmann::json& ritual_draft, const std::string& step, Instant now);

}  // namespace kushi
