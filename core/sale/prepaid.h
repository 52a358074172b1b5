#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/money/currency.h"
#include "core/money/receipt.h"
#include "core/result.h"

namespace kushi {

/// What clients have paid for and not had yet: ticket books, vouchers, deposits (R12 to R14). Amounts are in the
/// smallest unit of the one currency; every rule is a function of the balance before, so that till and calculator share
/// it.

/// An amount taken where its tax falls at issue: the net part is owed to the client, the tax to the state.
struct TakenWithTax {
    std::int64_t net = 0;
    std::int64_t tax = 0;
};
/// @pre 0 <= amount, within the limit
TakenWithTax taken_with_tax(std::int64_t amount, const Rate& rate, Rounding rounding);

/// The day `expires` itself is good, whatever the hour.
bool is_expired(const std::optional<std::chrono::year_month_day>& expires, std::chrono::year_month_day day);

/// A ticket book (回数券) before its next use.
struct TicketBalance {
    std::int64_t price = 0;  ///< what its uses share out: what was paid, or the net part where tax fell at issue
    std::int64_t sessions = 1;
    std::int64_t used = 0;
    std::optional<std::chrono::year_month_day> expires = {};
};

/// The most sessions that one book has.
inline constexpr std::int64_t ticket_sessions_limit = 999'999;

/// What the used sessions came to: floor(price * used / sessions). The uses of a whole book sum to its price exactly.
/// @throws std::logic_error for a balance that no book can have
std::int64_t used_value(const TicketBalance& ticket);
std::int64_t remaining_value(const TicketBalance& ticket);
/// The value of the next use: used_value after it less used_value before it. Refuses `expired`, `ticket_used_up`.
Outcome<std::int64_t> next_use(const TicketBalance& ticket, std::chrono::year_month_day day);

/// The most that a salon may keep of what is left when a client cancels a course.
/// Source: 特定商取引に関する法律 第49条; 同施行令 別表第四 (esthetic: 20,000 yen before the first session, then the
/// lower of 20,000 yen and 10 % of what is left)
struct CancellationCaps {
    std::int64_t before_first_use = 0;
    std::int64_t after_first_use = 0;
    Percent after_first_use_percent = {};
};

struct CancelledTicket {
    std::int64_t used_value = 0;
    std::int64_t remaining_value = 0;
    std::int64_t fee = 0;     ///< what the salon keeps of what is left
    std::int64_t refund = 0;  ///< what goes back
};

/// A ticket given back. The percentage is a ceiling in law, so its fraction is dropped. Refuses `bad_amount` for a cap
/// below zero.
Outcome<CancelledTicket> cancelled(const TicketBalance& ticket, const CancellationCaps& caps);

/// A voucher before its next use.
struct VoucherBalance {
    std::int64_t face = 0;
    std::int64_t paid = 0;  ///< at most the face
    std::int64_t used = 0;  ///< of the face
    std::optional<std::chrono::year_month_day> expires = {};
};

struct VoucherUse {
    std::int64_t consideration = 0;  ///< what was paid for this part of the face: what it is taxed on
    std::int64_t bonus = 0;          ///< the rest of the part, a discount that the salon gives
    std::int64_t balance = 0;        ///< of the face, after it
};

/// Uses a part of a voucher. The consideration is the difference of half_up(paid * used / face) after and before, so
/// that all parts together come to what was paid. Refuses `bad_amount` (not above 0), `expired`, `voucher_balance`.
/// @throws std::logic_error for a balance that no voucher can have
/// Source: Council Directive (EU) 2016/1065, art. 73a
Outcome<VoucherUse> use_voucher(const VoucherBalance& voucher, std::int64_t amount, std::chrono::year_month_day day);

/// When the tax of a deposit falls: with the supply (Japan) or with the money (EU).
enum class DepositTaxPoint { on_supply, on_receipt };

struct DepositEntries {
    struct AtDeposit {
        std::int64_t tax = 0;
        std::int64_t liability = 0;
    } at_deposit;
    struct AtSupply {
        std::int64_t due = 0;  ///< what is still to be paid
        std::int64_t tax = 0;  ///< the supply's tax less what the deposit bore: together they are the price's tax
        std::int64_t revenue_net = 0;
        std::int64_t liability_released = 0;
    } at_supply;
};

/// A deposit and the supply that it is used for. Refuses `bad_amount`, `out_of_range`, and `overpaid` for a deposit
/// over the price: a deposit gives no change.
Outcome<DepositEntries> deposit_entries(std::int64_t deposit, std::int64_t price, const Rate& rate, Rounding rounding,
                                        DepositTaxPoint point);

/// What a salon in Japan should know before it sells a ticket book of this shape, by code; nothing in other currencies.
/// - `prepaid_instruments_law`: good for more than 6 months, or without end (資金決済に関する法律 第4条第2号)
/// - `esthetic_contract`: several sessions over more than a month for more than 50,000 yen (特定商取引に関する法律
///   第41条, 同施行令 第24条): papers, cooling-off of 8 days, capped fees, if a head spa counts as an esthetic service
/// @param valid_months  0 for a book without end
std::vector<std::string_view> ticket_warnings(const Money& price, std::int64_t sessions, std::int64_t valid_months);

}  // namespace kushi
