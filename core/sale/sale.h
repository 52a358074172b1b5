#pragma once

#include <chrono>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/day/business_day.h"
#include "core/money/currency.h"
#include "core/money/receipt.h"

namespace kushi {

/// What kind of document took a number from the terminal's one counter.
enum class SaleKind { sale, refund, void_ };
std::string_view text_of(SaleKind kind);  ///< "sale", "refund", "void"
std::optional<SaleKind> sale_kind(std::string_view text);

/// What of a line, or of a tip, is one person's.
struct StaffShare {
    std::string staff;  ///< id; empty for a part that is shared by all
    std::int64_t amount = 0;
};

struct SaleLine {
    std::string line;         ///< the id that add_line answered
    std::string item;         ///< catalogue code
    std::string name;         ///< as it was called when sold
    std::string name_ja;
    Quantity quantity;
    std::int64_t unit_price = 0;
    std::int64_t extended = 0;
    std::int64_t line_discount = 0;
    std::int64_t bill_discount_share = 0;
    std::int64_t final_amount = 0;  ///< after its own discount and its share of the bill's
    Rate rate;
    bool reduced_rate = false;      ///< printed with ※ in Japan
    std::string kind;               ///< service, product, fee, ticket, voucher, deposit
    std::string therapist;          ///< staff id, may be empty; the first of those who share the line
    std::vector<StaffShare> shares; ///< of final_amount, where two or more therapists did it together
    bool prepaid = false;           ///< owed to the client from now on: no revenue, no tax
    std::string ticket;             ///< id of the ticket that was used for it; its price is then that use's value
    std::int64_t list_price = 0;    ///< what it would have cost without the ticket
};

struct SaleTender {
    std::string type;  ///< cash, card, qr, voucher, ticket, deposit, other
    std::string label; ///< the salon's own name for `other`
    std::int64_t amount = 0;  ///< as handed over: cash before change; of a voucher what was paid for the part that is used
    std::string reference;
    std::string prepaid = {};   ///< id of the ticket, voucher or deposit
    std::int64_t face = 0;      ///< of a voucher: what was taken off its balance
    std::string payment = {};   ///< id of what a card machine was asked for
    bool gives_change = false;  ///< of the salon's own; not stored
};

/// A finished sale, refund or void: immutable, numbered. Amounts are positive in all three; `kind` tells the direction.
struct Sale {
    std::string id;
    std::string number;  ///< SERIES-COUNTER, such as A-000123
    SaleKind kind = SaleKind::sale;
    std::string of;      ///< the original's number, for a refund or a void
    std::string of_business_date;
    std::string business_date;
    Instant at;
    std::string visit;
    std::string client;  ///< id, empty for a walk-in without a name
    std::string staff;   ///< id of who took it
    std::string approved_by;
    std::string terminal;
    Currency currency;
    PriceMode price_mode = PriceMode::inclusive;
    std::vector<SaleLine> lines;
    ReceiptTotals totals;
    std::vector<SaleTender> tenders;
    std::vector<StaffShare> tips;  ///< whose the tip is
    std::string chain_mark;  ///< 8 base32 characters of the journal's tip before this sale
    std::string reason;      ///< of a refund or void, opened from the sealed part
};

}  // namespace kushi
