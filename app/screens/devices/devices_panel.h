#pragma once

#include "app/screens/devices/devices_state.h"
#include "app/screens/host.h"

namespace kushi {

struct DevicesIntents {
    std::function<void(const std::string&printer)> test, try_again;
    std::function<void()> add, move_all;
    std::function<void(const std::string&job)> print_again, printed, cancel;
    std::function<void(const std::string& field, const std::string& text)> typed;  ///< host, port, name, profile
    std::function<void()> save, close;
};
Node devices_panel(const DevicesState& state, const DevicesIntents& intents, Host& host, const Viewport& view);
/// Where a printer is added by its address.
Node add_printer_form(const DevicesState::Form& form, const DevicesIntents& intents);
/// "Receipt A-000123"
std::string paper_words(const DevicesState::Job& job);

}  // namespace kushi
