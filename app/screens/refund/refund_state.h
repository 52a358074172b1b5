#pragma once

#include <map>

#include "app/screens/till/till_bill.h"

namespace kushi {

/// What a refund would come to, as the engine says.
struct RefundQuote {
    std::int64_t amount = 0;
    std::vector<TillRate> rates;
    std::vector<TillTender> ways;
    bool needs_approval = false;
};

struct RefundState {
    std::map<std::string, Quantity> chosen;  ///< by line: how much of it comes back
    bool restock = true;
    std::string reason;
    std::string way;  ///< "cash", "card", "qr"; empty: the way it came
    std::string slip, slip_problem;
    std::string key;
    std::optional<RefundQuote> quote;
    std::string problem;
    bool busy = false;
    bool loaded = false;

    [[nodiscard]] bool has(const std::string& line) const { return chosen.contains(line); }
    /// Money goes back on a card: its machine gives a slip.
    [[nodiscard]] bool needs_slip() const;
};

/// A tap on a line: all of it that is left, or nothing of it.
RefundState line_toggled(RefundState state, const TillSale& sale, const std::string& line);
/// One more or less of a line, between one and what is left.
RefundState line_stepped(RefundState state, const TillSale& sale, const std::string& line, int by);
/// A skin reaction leaves nothing that could be sold again.
RefundState reason_chosen(RefundState state, const std::string& reason, bool leaves_nothing_to_sell);
/// Forgets lines that have come back meanwhile.
RefundState still_refundable(RefundState state, const TillSale& sale);

}  // namespace kushi
