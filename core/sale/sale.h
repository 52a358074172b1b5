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
    std::string kind;               ///< service, product, ...
    std::string therapist;          ///< staff id, may be empty
};

struct SaleTender {
    std::string type;  ///< cash, card, qr, voucher, ticket, deposit, other
    std::string label; ///< the salon's own name for `other`
    std::int64_t amount = 0;  ///< as handed over: cash before change
    std::string reference;
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
    std::string chain_mark;  ///< 8 base32 characters of the journal's tip before this sale
    std::string reason;      ///< of a refund or void, opened from the sealed part
};

}  // namespace kushi
