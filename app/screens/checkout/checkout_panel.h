#pragma once

#include "app/screens/checkout/checkout_state.h"
#include "app/screens/host.h"

namespace kushi {

struct CheckoutIntents {
    std::function<void(TileTab)> choose_tab;
    std::function<void(const std::string&item)> add, add_and_open;
    std::function<void()> open_search, close_search;
    std::function<void(const std::string&)> search;
    std::function<void(const std::string&line)> open_line, less, more, remove;
    std::function<void()> open_client, open_discount, open_tip, pay, try_again;
    // In a sheet.
    std::function<void()> close, open_price, set_price, give_discount, drop_discount, add_tip, sell_blocked,
        sell_out_of_stock;
    std::function<void(const std::string& digits)> type;
    std::function<void(bool by_percent)> choose_way;
    std::function<void(std::int64_t)> choose_percent, choose_tip;
    std::function<void(const std::string&)> choose_reason, choose_tip_staff;
    std::function<void()> type_tip, type_percent;
};
Node checkout_panel(const CheckoutState& state, const CheckoutIntents& intents, const Locale& locale,
                    const Viewport& view);
std::optional<Sheet> checkout_sheet(const CheckoutState& state, const CheckoutIntents& intents, const Locale& locale);
/// "With Aoi", "60 min with Aoi", of a line's therapist.
std::string therapist_words(const CheckoutState& state, const TillLine& line);

}  // namespace kushi
