#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/money/decimal.h"

namespace kushi {

/// Every amount in this file is an integer in the smallest unit of the receipt's one currency.
enum class PriceMode { inclusive, exclusive };
/// Tax uses floor, half_up or ceil; half_down and half_even exist for the cash rules of some countries.
enum class Rounding { floor, half_up, ceil, half_down, half_even };
enum class TaxPoint { per_rate, per_line };

struct TaxRules {
    PriceMode price_mode = PriceMode::inclusive;
    Rounding tax_rounding = Rounding::floor;
    TaxPoint tax_point = TaxPoint::per_rate;
};

struct CashRounding {
    std::int64_t step = 1;
    Rounding mode = Rounding::half_up;
};

struct ReceiptLine {
    std::int64_t unit = 0;
    Quantity quantity = Quantity::whole(1);
    Rate rate;
    std::optional<Percent> discount_percent;  ///< taken first, half_up once
    std::int64_t discount = 0;                ///< then the fixed amount
    bool discountable = true;                 ///< whether it takes a share of the bill's discount
    /// Money that is then owed to the client (a ticket, a voucher, a deposit): due, but no revenue. It bears no tax, its
    /// rate is not read, and neither the bill's discount nor the service charge touches it (R12 to R14).
    bool prepaid = false;
};

/// A part of the receipt that was paid for and taxed when its voucher was sold: taken out of its rate's group, tax
/// included, so that nothing is taxed twice (Directive (EU) 2016/1065, art. 30b).
struct TaxedBefore {
    Rate rate;
    std::int64_t amount = 0;
};

struct ServiceCharge {
    Percent percent;
    Rate rate;
};

struct OfferedTender {
    std::string type;  ///< cash, card, qr, voucher, ticket, deposit, other
    std::int64_t amount = 0;
    bool gives_change = false;  ///< the salon's own tender that is given change for, in cash; cash always is
};

struct ReceiptInput {
    TaxRules rules;
    std::vector<ReceiptLine> lines;
    std::int64_t bill_discount = 0;
    std::optional<Percent> bill_discount_percent;  ///< instead of the amount
    std::optional<ServiceCharge> service_charge;
    std::vector<TaxedBefore> taxed_before;  ///< of a rate that a line bears; only where prices hold their tax
    std::optional<std::int64_t> tip;
    std::optional<CashRounding> cash_rounding;
    std::optional<std::vector<Rate>> known_rates;  ///< a line with another rate is refused (R7)
    std::optional<std::vector<OfferedTender>> tenders;
};

struct RateTotals {
    Rate rate;
    std::int64_t net = 0;
    std::int64_t tax = 0;
    std::int64_t gross = 0;
    friend bool operator==(const RateTotals&, const RateTotals&) = default;
};

struct TenderTotals {
    std::int64_t cash_due = 0;
    std::int64_t cash_rounding = 0;
    std::int64_t cash_in = 0;
    std::int64_t change = 0;
    friend bool operator==(const TenderTotals&, const TenderTotals&) = default;
};

/// A priced receipt. The vectors are parallel to the input's lines.
struct ReceiptTotals {
    std::vector<std::int64_t> extended;
    std::vector<std::int64_t> line_discounts;
    std::int64_t bill_discount = 0;
    std::vector<std::int64_t> bill_discount_shares;
    std::vector<std::int64_t> line_final;  ///< after both discounts; before tax in exclusive mode
    std::vector<RateTotals> by_rate;       ///< in order of first appearance
    std::int64_t tax_total = 0;
    std::optional<std::int64_t> service_charge;
    std::int64_t taxed_before = 0;  ///< what vouchers taxed at their sale took out of by_rate
    std::int64_t total = 0;         ///< tax included, tip and prepaid not
    std::optional<std::int64_t> tip;
    std::int64_t prepaid = 0;  ///< of the prepaid lines
    std::int64_t due = 0;      ///< total, tip and prepaid
    std::optional<TenderTotals> paid;  ///< with tenders only
};

/// Prices one receipt by the rules R2 to R10 of the money paper. The only place in Kushi that does.
/// Refuses: `unknown_rate`, `discount_exceeds_amount`, `bad_amount` (negative unit, discount, tip or tender; something
/// taxed before that is over its rate's lines, or where tax comes on top), `bad_quantity` (not above 0), `underpaid`,
/// `overpaid` (a tender without change over what is due), `out_of_range` (a sum past 10^15).
Outcome<ReceiptTotals> price_receipt(const ReceiptInput& input);

/// One line of a stored sale, as a refund needs it.
struct SoldLine {
    Quantity quantity;             ///< as sold
    Quantity returned_before{};    ///< by earlier refunds
    std::int64_t final_amount = 0; ///< line_final of the sale
    Rate rate;
    bool prepaid = false;          ///< owed to the client, and so given back by cancelling it, never by a refund
};

struct ReturnedLine {
    std::size_t line = 0;  ///< index into the sale's lines
    Quantity quantity;
};

struct RefundTotals {
    std::vector<std::int64_t> line_amounts;  ///< parallel to the wanted lines; shares of line_final
    std::vector<RateTotals> by_rate;
    std::int64_t tax_total = 0;
    std::int64_t amount = 0;  ///< tax included
};

/// What a partial return of a stored sale gives back (R11): cumulative differences, so that any split and order of
/// returns sums to the sale exactly, in amount and in tax. `sold_by_rate` is the sale's own stored by_rate; what it has
/// over the lines is the service charge, and what it lacks was taxed before: both come back in proportion. The tip stays. The answer's by_rate has a rate
/// when one of the wanted lines bears it or some of its service charge comes back.
/// Refuses `more_than_sold`, `bad_quantity` (also when nothing is wanted), `unknown_line`, `prepaid_line`.
/// @param taxed_before  what of the sale was taxed when its voucher was sold
/// @throws std::logic_error for a stored sale that does not add up
Outcome<RefundTotals> price_refund(const TaxRules& rules, const std::vector<SoldLine>& sold,
                                   const std::vector<RateTotals>& sold_by_rate,
                                   const std::vector<ReturnedLine>& wanted, std::int64_t taxed_before = 0);

/// The change that cash rounding makes to one amount (R10), symmetrical around 0: add it to have the rounded amount.
/// @pre step > 0 (else `bad_step`)
Outcome<std::int64_t> round_cash(std::int64_t amount, const CashRounding& rule);
/// Largest remainder, ties to the earlier weight (R4); refuses `discount_exceeds_amount` if total is over the weights.
Outcome<std::vector<std::int64_t>> allocate(std::int64_t total, const std::vector<std::int64_t>& weights);

/// The JSON of the `receipt` vectors. from_json refuses a missing, unknown or wrongly typed field (`bad_request`).
Outcome<ReceiptInput> receipt_input_from_json(const nlohmann::json& input);
nlohmann::ordered_json to_json(const ReceiptTotals& totals);
nlohmann::ordered_json to_json(const std::vector<RateTotals>& by_rate);

}  // namespace kushi
