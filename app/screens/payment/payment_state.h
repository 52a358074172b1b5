#pragma once

#include "app/screens/till/till_bill.h"

namespace kushi {

enum class PayWay { cash, card, qr };

struct PaymentState {
    TillVisit visit;
    TillBill bill;
    std::vector<std::int64_t> denominations;  ///< of the drawer, largest first
    std::vector<TillTender> parts;            ///< what was taken already
    std::string key;                          ///< of the one sale that this becomes
    PayWay way = PayWay::cash;
    std::int64_t typed = 0;  ///< what is on the pad: cash received, or a part by card
    bool typing = false;     ///< another amount than all that is left
    std::string slip, slip_problem;
    std::string problem;
    bool busy = false;
    bool loaded = false;

    [[nodiscard]] std::int64_t paid() const;
    [[nodiscard]] std::int64_t left() const;
    /// What goes back in cash: of the parts that were taken, or of what lies on the pad.
    [[nodiscard]] std::int64_t change() const;
    /// The amount of the next part.
    [[nodiscard]] std::int64_t next_amount() const;
    /// What would be left after it; nothing where it is enough.
    [[nodiscard]] std::int64_t left_after() const;
    [[nodiscard]] bool is_paid() const { return loaded && left() == 0; }
    [[nodiscard]] TillTender next_part() const;
};

PaymentState way_chosen(PaymentState state, PayWay way);
/// A digit more; "" takes the last one away.
PaymentState digits_typed(PaymentState state, const std::string& digits);
PaymentState quick_chosen(PaymentState state, std::int64_t amount);
PaymentState slip_typed(PaymentState state, std::string slip);
/// A part is taken: the pad is empty for the next one.
PaymentState part_taken(PaymentState state, std::vector<TillTender> parts);
std::vector<TillTender> parts_without(const PaymentState& state, std::size_t part);

/// Amounts that people hand over for what is left: the next round ones, and one whose change is round. At most four,
/// rising.
std::vector<std::int64_t> quick_amounts(std::int64_t left, const std::vector<std::int64_t>& denominations);

}  // namespace kushi
