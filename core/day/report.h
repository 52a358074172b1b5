#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/money/receipt.h"
#include "core/result.h"

namespace kushi {

/// What of an amount is one therapist's.
struct StaffAmount { std::string staff; std::int64_t amount = 0; };

struct NamedAmount { std::string name; std::int64_t amount = 0; };

/// What one document of the day adds to the report; amounts as stored, positive in all three kinds.
struct DayDocument {
    enum class Kind { sale, refund, void_ } kind = Kind::sale;
    std::int64_t counter = 0;       ///< of its number, for first, last and the gap check
    std::string number;
    std::int64_t total = 0;         ///< tax included, without tip
    std::int64_t discounts = 0;     ///< line discounts and the bill's, tax-inclusive or not as the salon prices
    std::int64_t bill_discount = 0; ///< the bill's part of them
    std::int64_t voucher_bonus = 0; ///< what of the bill's a voucher brought that was sold below its face
    bool prices_hold_tax = true;    ///< else the lines' amounts are before tax
    std::vector<RateTotals> by_rate;
    std::int64_t tip = 0;           ///< a refund leaves it (0), a void takes it back
    std::int64_t cash_rounding = 0; ///< of a refund: cash_out - amount, counted with the opposite sign
    std::int64_t prepaid = 0;       ///< of tickets, vouchers and deposits, beside the total
    bool only_prepaid = false;      ///< a sale of nothing else, which is none of the day's sales
    std::vector<NamedAmount> prepaid_kinds;  ///< the same by kind: ticket, voucher, deposit
    std::string nominated;          ///< the therapist whom the visit's client asked for
    struct Tender { std::string type; std::int64_t amount = 0; };
    std::vector<Tender> tenders;    ///< net of change; a tender of the salon's own by its label
    int hour = 0;                   ///< local hour of a sale, 0 to 23
    struct Line {
        std::string item, kind;
        std::string staff;               ///< whose the whole line is, empty when nobody's
        std::int64_t final_amount = 0;
        std::vector<StaffAmount> shares = {};  ///< of several therapists, instead of `staff`
        Rate rate = {};
        Quantity quantity = Quantity::whole(1);
        std::int64_t discount = 0;       ///< its own, without its share of the bill's
    };
    std::vector<Line> lines;             ///< without the prepaid ones
    std::vector<StaffAmount> tips;       ///< what of the tip is owed to one person; the rest is shared
};

struct DrawerMove {
    enum class Kind { float_, paid_in, paid_out, drop } kind = Kind::float_;
    std::int64_t amount = 0;
};

/// What is owed to clients of one kind (ticket, voucher, deposit) over the day (R15). `after` is found on its own: what
/// every one of them has left.
struct Liability {
    std::string kind;
    std::int64_t before = 0, sold = 0, used = 0, expired = 0, cancelled = 0, after = 0;
    /// What of sold - used - cancelled is of vouchers and courses that were taxed when they were sold: their money is
    /// revenue of that day, and no document calls it prepaid.
    std::int64_t taxed_before = 0;
    friend bool operator==(const Liability&, const Liability&) = default;
};

struct DayFacts {
    std::string business_date;
    std::vector<DayDocument> documents;  ///< in the order of their counter
    std::vector<DrawerMove> moves;
    std::vector<Liability> liabilities;
    std::optional<std::int64_t> counted; ///< the drawer's count, before or at the close
    std::int64_t grand_total_before = 0; ///< perpetual total of all earlier days
    std::optional<std::int64_t> z;       ///< the Z number once closed
    std::optional<std::int64_t> z_before;       ///< the Z number of the previous close
    std::optional<std::int64_t> counter_before; ///< the last counter that the previous Z reported
};

/// The figures of X, Z and the daily report: one calculation for all three (R15).
struct DayFigures {
    std::int64_t count_sales = 0, count_refunds = 0, count_voids = 0, count_prepaid = 0;
    std::int64_t gross = 0, discounts = 0, refunds = 0, voids = 0, net_incl = 0;
    std::vector<RateTotals> by_rate;  ///< net and tax by rate, of the PRINTED taxes
    std::int64_t tax_total = 0;
    std::vector<NamedAmount> tenders; ///< by type or own label, net of change, refunds and voids taken out
    std::int64_t tips = 0, prepaid_sold = 0, cash_rounding = 0;
    struct Drawer {
        std::int64_t opening_float = 0, cash_net = 0, paid_in = 0, paid_out = 0, drops = 0, expected = 0;
        std::optional<std::int64_t> counted, over_short;
    } drawer;
    std::int64_t grand_total_after = 0;
    std::string first_number, last_number;
    struct Hour { int hour = 0; std::int64_t count = 0, total = 0; };
    std::vector<Hour> by_hour;
    struct Item { std::string item; std::int64_t count = 0, total = 0; };
    std::vector<Item> by_service;
    struct Product { std::string item; std::int64_t thousandths = 0, total = 0, net = 0; };
    std::vector<Product> by_product;
    struct Therapist {
        std::string staff;
        std::int64_t count = 0, total = 0, tips = 0, nominations = 0;
        std::int64_t services = 0, retail = 0;          ///< what of the total is lines of services, of products
        std::int64_t services_net = 0, retail_net = 0;  ///< net of tax, for the commission
        std::int64_t services_thousandths = 0;          ///< services done; a shared one is a part of one
    };
    std::vector<Therapist> by_therapist;
    struct Discount { std::string kind; std::int64_t count = 0, total = 0; };
    std::vector<Discount> discounts_by;  ///< line, bill, voucher_bonus: those that there were
    struct Revenue { Rate rate; std::string kind; std::int64_t net = 0; };
    std::vector<Revenue> revenue;        ///< net of tax by rate and kind of line
    std::vector<Liability> liabilities;
};

/// Adds one day up. Refuses `out_of_range` only. How the parts relate to the whole:
/// - `by_hour`: documents at their own hour; sales are counted, and refunds and voids taken from the total, so that the
///   totals sum to net_incl and the counts to count_sales.
/// - `by_service`: lines of kind `service`, by item; a void takes its lines' count and amount back, a refund the amount
///   alone, since what was refunded had been done. Amounts are final line amounts: before tax in exclusive mode.
/// - `by_therapist`: the same for a therapist's lines of every kind; `count` is documents with such a line. Shared tips,
///   and lines without staff, are nobody's and so in no row. A nomination is a sale to a client who had asked for them.
/// - `by_product`: lines of kind `product`; voids and refunds take pieces, amount and net back.
/// - `discounts_by`: what the sales gave; their totals sum to `discounts`. `line` counts lines, the others documents.
/// - `revenue`: the documents' printed net, split over the lines (net_of_lines); what no line stands for (a service
///   charge) is of kind `charge`. Its rows sum to net_by_rate.
/// - what therapists' lines come to net of tax, and services done, are for commissions: refunds and voids take both back.
Outcome<DayFigures> add_up(const DayFacts& facts);

/// The identities of R15 that a Z must hold, checked on the facts themselves and not on add_up's own steps. Several
/// series are each held to be without a gap; with the previous Z one series alone is compared.
/// @returns one sentence for each identity that fails; empty when the day adds up
std::vector<std::string> failing_identities(const DayFacts& facts, const DayFigures& figures);

}  // namespace kushi
