#include "app/engine/step_clock.h"

#include <algorithm>
#include <chrono>

namespace kushi {

ClockReading read_clock(const nlohmann::json& ritual_draft, const std::string& step, Instant now)
{
    const auto none = nlohmann::json::object();
    const auto clocks = ritual_draft.value("steps", none);
    const auto clock = clocks.is_object() ? clocks.value(step, none) : none;
    const auto instant = [](const nlohmann::json& from, const char* name, Instant otherwise) {
        return parse_instant(from.value(name, "")).value_or(otherwise);
    };
    ClockReading reading;
    reading.state = clock.value("state", "planned");
    reading.started_at = clock.value("started_at", "");
    reading.extended_s = clock.value("extended_s", std::int64_t{0});
    reading.settings = clock.value("settings", none);
    const auto since = instant(clock, "started_at", instant(ritual_draft, "last_end", now));
    const auto until = reading.state == "paused" ? instant(clock, "paused_at", now) : now;
    const auto span =
        std::chrono::floor<std::chrono::seconds>(until - since).count() - clock.value("paused_s", std::int64_t{0});
    reading.elapsed_s = std::max<std::int64_t>(span, 0);
    return reading;
}

}  // namespace kushi
