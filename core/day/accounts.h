#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/day/report.h"

namespace kushi {

/// One row of a day's double entry: an amount on one side of one account. The names are fixed; the codes by which the
/// accountant knows them are the salon's.
/// - What came in: `cash`, `card_clearing`, `qr_clearing`, `tender:LABEL` for each of the salon's own (`tender:other`
///   without a label), and what is in the way to the bank, `bank_transit`.
/// - Revenue net of tax: `sales_services`, `sales_products`, `sales_fees`, `sales_vouchers` (taxed when sold),
///   `service_charge`, each by rate; `tax` by rate.
/// - Owed: `tips_payable`, `prepaid_ticket`, `prepaid_voucher`, `prepaid_deposit`. What expired is `prepaid_expired`, other
///   income. `prepaid_taxed` is the other side of what is owed for vouchers whose sale was revenue already.
/// - Else: `cash_rounding`, `cash_over_short`, `paid_in`, `paid_out`.
struct AccountEntry {
    std::string account;
    std::string rate;  ///< of sales and tax, as it was written; else empty
    std::int64_t debit = 0, credit = 0;
    friend bool operator==(const AccountEntry&, const AccountEntry&) = default;
};

/// The day in balanced double entries, rows of 0 left out. The opening float is no entry: it is cash before and after.
std::vector<AccountEntry> entries_of(const DayFigures& figures);

/// Whether the entries balance and say what the report says: one sentence for each thing that does not hold.
std::vector<std::string> failing_accounts(const std::vector<AccountEntry>& entries, const DayFigures& figures);

}  // namespace kushi
