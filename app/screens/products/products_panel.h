#pragma once

#include "app/screens/host.h"
#include "app/screens/ritual/ritual_state.h"
#include "app/screens/ritual/treatment_json.h"

namespace kushi {

struct ProductsIntents {
    std::function<void(std::size_t use)> choose;
    std::function<void(std::size_t use, int by)> change_amount;
    std::function<void(const std::string&)> digit, preset;
    std::function<void()> erase, confirm;
    std::function<void(const LotChoice&)> lot;
};

/// What the page shows beside the treatment: which use is being typed.
struct ProductsView {
    std::size_t chosen = 0;
    std::string typed;            ///< the amount on its way; empty: as it is
    std::vector<LotChoice> lots;  ///< of the chosen use's product
    bool busy = false;
};
Node products_panel(const RitualState& state, const ProductsView& shown, const ProductsIntents& intents,
                    const Viewport& view);

}  // namespace kushi
