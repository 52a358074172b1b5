#pragma once

#include "app/screens/host.h"
#include "app/screens/today/today_state.h"

namespace kushi {

/// What a person does on the board and in its sheets.
struct TodayIntents {
    std::function<void(CardAct, const std::string& visit)> act;
    std::function<void(MenuAct, const std::string& visit)> choose;
    std::function<void(const std::string& visit)> open_menu;
    std::function<void(const std::string& number)> open_sale;
    std::function<void(const std::string& column, int offset)> scrolled;  ///< another number of cards is hidden
    std::function<void()> walk_in, find_client, show_done, show_open_day, try_again;
    // In a sheet.
    std::function<void()> close, confirm;
    std::function<void(const std::string&code)> move_room, move_therapist;
    std::function<void(int minutes)> move_start;
    std::function<void(const std::string& words)> reason;
    std::function<void(const std::string& digits)> float_digits;
    std::function<void()> float_erase;
};

/// What the board is seen by.
struct TodaySight {
    Worker worker;
    Locale locale;
    Instant now;
    Viewport view;
};

/// The four columns, below the bar.
Node today_panel(const TodayState& state, const TodayIntents& intents, const TodaySight& sight);
/// "Saturday 14 November · 13 visits"
std::string today_subtitle(const TodayState& state, const Locale& locale);
/// Find client, Walk-in.
std::vector<Node> today_actions(const TodayIntents& intents);

}  // namespace kushi
