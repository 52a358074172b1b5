#pragma once

#include "app/screens/client/client_state.h"
#include "app/screens/host.h"

namespace kushi {

struct ClientIntents {
    std::function<void()> show_phone, start, resume, check_in, pay, try_again;
    std::function<void(ClientState::Span)> span;
    std::function<void(bool)> as_table;
    std::function<void(const std::string& condition, const std::string& date)> mark;
    std::function<void(const std::string& number)> open_sale;
    std::function<void()> ask_reason, close;
    std::function<void(const std::string& reason)> open_health;
};

struct ClientSight {
    Signed person;
    Locale locale;
    Viewport view;
};

/// In the bar: who it is.
Node client_head(const ClientState& state, const ClientSight& sight);
Node client_panel(const ClientState& state, const ClientIntents& intents, const ClientSight& sight);
/// Why somebody's health data is opened who is not one's own client.
std::optional<Sheet> client_sheet(const ClientState& state, const ClientIntents& intents);

}  // namespace kushi
