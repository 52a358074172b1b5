#pragma once

#include "app/screens/close_day/close_day_state.h"
#include "app/screens/host.h"

namespace kushi {

struct CloseDayIntents {
    std::function<void(std::int64_t denomination, std::int64_t pieces)> count;
    std::function<void(std::int64_t denomination)> choose;
    std::function<void(const std::string&)> digits;
    std::function<void()> erase, next_figure, clear, count_again, next, check_tenders, close, back_to_result, list_open,
        report, home;
};
Node close_day_panel(const CloseDayState& state, const CloseDayIntents& intents, Host& host, const Viewport& view);
/// Which of its steps, for the bar: "step 1 of 3, blind count".
std::string close_step_words(CloseDayState::Step step);
/// "cash" as it is said: "Cash".
std::string tender_words(const std::string& tender);

}  // namespace kushi
