#include "app/screens/carts/carts_state.h"

#include <algorithm>

namespace kushi {

CartsState carts_renewed(CartsState state, std::vector<OpenCart> carts)
{
    state.ready.clear();
    state.held.clear();
    state.loaded = true;
    state.problem.clear();
    for (auto& cart : carts) {
        if (cart.held)
            state.held.push_back(std::move(cart));
        else if (cart.visit.status == "ready_to_pay")
            state.ready.push_back(std::move(cart));
    }
    std::stable_sort(state.ready.begin(), state.ready.end(),
                     [](const OpenCart& a, const OpenCart& b) { return a.since < b.since; });
    return state;
}

}  // namespace kushi
