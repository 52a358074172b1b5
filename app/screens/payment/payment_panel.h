#pragma once

#include "app/screens/host.h"
#include "app/screens/payment/payment_state.h"

namespace kushi {

struct PaymentIntents {
    std::function<void(PayWay)> choose_way;
    std::function<void(const std::string&)> type, type_slip;
    std::function<void(std::int64_t)> quick;
    std::function<void(std::size_t)> drop_part;
    std::function<void()> exact, take, finish, type_amount, try_again;
};
Node payment_panel(const PaymentState& state, const PaymentIntents& intents, const Locale& locale,
                   const Viewport& view);
/// "Naoko Kimura · 4 items"
std::string payment_subtitle(const PaymentState& state, const Locale& locale);

}  // namespace kushi
