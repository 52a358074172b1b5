#pragma once

#include "app/screens/clients/clients_state.h"
#include "app/screens/host.h"

namespace kushi {

struct ClientsIntents {
    std::function<void(const std::string& text)> type;
    std::function<void()> search_now, clear, new_client;
    std::function<void(const std::string& client)> open;  ///< her card, or, where somebody is chosen, this one
    std::function<void(const std::string& visit, const std::string& name)> check_in;
    // The form.
    std::function<void(const std::string& field, const std::string& text)> fill;
    std::function<void()> save, save_anyway, leave_form;
};

/// How the search is looked at.
struct ClientsSight {
    Locale locale;
    Viewport view;
    bool chooses = false;  ///< somebody is chosen for what lies below
    bool fresh = false;    ///< just opened: its first field takes the keys
};

/// In the bar: the field, and what clears it.
Node clients_search(const ClientsState& state, const ClientsIntents& intents, const ClientsSight& sight);
Node clients_results(const ClientsState& state, const ClientsIntents& intents, const ClientsSight& sight);
Node client_form(const ClientsState& state, const ClientsIntents& intents, const ClientsSight& sight);

}  // namespace kushi
