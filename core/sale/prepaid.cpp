#include "core/sale/prepaid.h"

#include <algorithm>
#include <stdexcept>

#include "core/money/rounding.h"
#include "core/money/tax.h"

namespace kushi {
namespace {

constexpr Wide whole_percent = 100 * static_cast<Wide>(Percent::one);

std::int64_t share(std::int64_t amount, std::int64_t part, std::int64_t whole, Rounding rounding)
{
    return static_cast<std::int64_t>(divided(static_cast<Wide>(amount) * part, whole, rounding));
}

std::int64_t tax_inside(std::int64_t amount, const Rate& rate, Rounding rounding)
{
    return tax_of({rate, amount}, {PriceMode::inclusive, rounding, TaxPoint::per_rate});
}

bool is_amount(std::int64_t amount)
{
    return amount >= 0 && within_limit(amount);
}

}  // namespace

TakenWithTax taken_with_tax(std::int64_t amount, const Rate& rate, Rounding rounding)
{
    if (!is_amount(amount)) throw std::logic_error{"prepaid money that is no amount"};
    const std::int64_t tax = tax_inside(amount, rate, rounding);
    return {amount - tax, tax};
}

bool is_expired(const std::optional<std::chrono::year_month_day>& expires, std::chrono::year_month_day day)
{
    return expires && day > *expires;
}

std::int64_t used_value(const TicketBalance& ticket)
{
    const bool possible = is_amount(ticket.price) && ticket.sessions > 0 && ticket.sessions <= ticket_sessions_limit &&
                          ticket.used >= 0 && ticket.used <= ticket.sessions;
    if (!possible) throw std::logic_error{"a ticket book that cannot be"};
    return share(ticket.price, ticket.used, ticket.sessions, Rounding::floor);
}

std::int64_t remaining_value(const TicketBalance& ticket)
{
    return ticket.price - used_value(ticket);
}

Outcome<std::int64_t> next_use(const TicketBalance& ticket, std::chrono::year_month_day day)
{
    const std::int64_t before = used_value(ticket);
    if (ticket.used == ticket.sessions) return refused("ticket_used_up");
    if (is_expired(ticket.expires, day)) return refused("expired");
    TicketBalance after = ticket;
    ++after.used;
    return used_value(after) - before;
}

Outcome<CancelledTicket> cancelled(const TicketBalance& ticket, const CancellationCaps& caps)
{
    if (caps.before_first_use < 0 || caps.after_first_use < 0) return refused("bad_amount");
    CancelledTicket given_back;
    given_back.used_value = used_value(ticket);
    given_back.remaining_value = remaining_value(ticket);
    const Wide part = static_cast<Wide>(given_back.remaining_value) * caps.after_first_use_percent.units;
    given_back.fee = ticket.used == 0
                         ? std::min(caps.before_first_use, given_back.remaining_value)
                         : std::min({caps.after_first_use, given_back.remaining_value,
                                     static_cast<std::int64_t>(divided(part, whole_percent, Rounding::floor))});
    given_back.refund = given_back.remaining_value - given_back.fee;
    return given_back;
}

Outcome<VoucherUse> use_voucher(const VoucherBalance& voucher, std::int64_t amount, std::chrono::year_month_day day)
{
    const bool possible = is_amount(voucher.face) && voucher.face > 0 && voucher.paid >= 0 &&
                          voucher.paid <= voucher.face && voucher.used >= 0 && voucher.used <= voucher.face;
    if (!possible) throw std::logic_error{"a voucher that cannot be"};
    if (amount <= 0) return refused("bad_amount", "amount");
    if (is_expired(voucher.expires, day)) return refused("expired");
    if (amount > voucher.face - voucher.used) return refused("voucher_balance", "amount");
    const std::int64_t after = voucher.used + amount;
    VoucherUse use;
    use.consideration = share(voucher.paid, after, voucher.face, Rounding::half_up) -
                        share(voucher.paid, voucher.used, voucher.face, Rounding::half_up);
    use.bonus = amount - use.consideration;
    use.balance = voucher.face - after;
    return use;
}

Outcome<DepositEntries> deposit_entries(std::int64_t deposit, std::int64_t price, const Rate& rate, Rounding rounding,
                                        DepositTaxPoint point)
{
    if (deposit < 0) return refused("bad_amount", "deposit");
    if (price < 0) return refused("bad_amount", "price");
    if (!within_limit(deposit)) return refused("out_of_range", "deposit");
    if (!within_limit(price)) return refused("out_of_range", "price");
    if (deposit > price) return refused("overpaid", "deposit");
    const std::int64_t tax = tax_inside(price, rate, rounding);
    const std::int64_t tax_before = point == DepositTaxPoint::on_receipt ? tax_inside(deposit, rate, rounding) : 0;
    DepositEntries entries;
    entries.at_deposit = {tax_before, deposit - tax_before};
    entries.at_supply = {price - deposit, tax - tax_before, price - tax, deposit - tax_before};
    return entries;
}

std::vector<std::string_view> ticket_warnings(const Money& price, std::int64_t sessions, std::int64_t valid_months)
{
    constexpr std::int64_t exempt_months = 6;
    constexpr std::int64_t contract_months = 1;
    constexpr std::int64_t contract_yen = 50'000;
    std::vector<std::string_view> warnings;
    if (price.currency != Currency{}) return warnings;
    const bool endless = valid_months <= 0;
    if (endless || valid_months > exempt_months) warnings.emplace_back("prepaid_instruments_law");
    const bool lasts = endless || valid_months > contract_months;
    if (lasts && sessions > 1 && price.minor_units > contract_yen) warnings.emplace_back("esthetic_contract");
    return warnings;
}

}  // namespace kushi
