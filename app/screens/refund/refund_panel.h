#pragma once

#include "app/screens/host.h"
#include "app/screens/refund/refund_state.h"

namespace kushi {

struct RefundIntents {
    std::function<void(const std::string&line)> toggle, less, more;
    std::function<void(bool)> restock;
    std::function<void(const std::string&)> choose_reason, choose_way, type_slip;
    std::function<void()> refund;
};
struct RefundSight {
    const TillSale& sale;
    const std::map<std::string, std::string>& staff;
    const Locale& locale;
    const Viewport& view;
};
Node refund_panel(const RefundState& state, const RefundIntents& intents, const RefundSight& sight);
/// "in cash", as it follows an amount; empty where it goes back in several ways.
std::string refund_button_words(const RefundState& state, const Locale& locale);
std::string skin_reaction_words();

}  // namespace kushi
