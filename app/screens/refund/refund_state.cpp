#include "app/screens/refund/refund_state.h"

#include <algorithm>

namespace kushi {

bool RefundState::needs_slip() const
{
    return quote && std::any_of(quote->ways.begin(), quote->ways.end(),
                                [](const TillTender& one) { return one.type == "card"; });
}

RefundState line_toggled(RefundState state, const TillSale& sale, const std::string& line)
{
    if (state.busy) return state;
    const auto left = sale.refundable_of(line);
    if (state.chosen.erase(line) == 0 && left.units > 0) state.chosen[line] = left;
    state.problem.clear();
    return state;
}

RefundState line_stepped(RefundState state, const TillSale& sale, const std::string& line, int by)
{
    const auto found = state.chosen.find(line);
    if (state.busy || found == state.chosen.end()) return state;
    const auto next = more_by(found->second, by);
    if (next.units > 0 && next <= sale.refundable_of(line)) found->second = next;
    return state;
}

RefundState reason_chosen(RefundState state, const std::string& reason, bool leaves_nothing_to_sell)
{
    state.reason = reason;
    if (leaves_nothing_to_sell) state.restock = false;
    return state;
}

RefundState still_refundable(RefundState state, const TillSale& sale)
{
    for (auto line = state.chosen.begin(); line != state.chosen.end();) {
        const auto left = sale.refundable_of(line->first);
        if (left.units == 0) {
            line = state.chosen.erase(line);
            continue;
        }
        line->second = std::min(line->second, left);
        ++line;
    }
    return state;
}

}  // namespace kushi
