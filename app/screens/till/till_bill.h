#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/money/decimal.h"

namespace kushi {

/// One line of a bill or a sale, as the desk sees it.
struct TillLine {
    std::string id, item, kind, name;
    Quantity quantity = Quantity::whole(1);
    std::int64_t unit_price = 0, extended = 0, discount = 0, bill_share = 0, final_amount = 0;
    std::string rate;      ///< in percent: "10"
    bool reduced = false;  ///< marked with ※
    std::string therapist;
    /// All that was taken off it.
    [[nodiscard]] std::int64_t taken_off() const { return discount + bill_share; }
    friend bool operator==(const TillLine&, const TillLine&) = default;
};

struct TillRate {
    std::string rate;
    std::int64_t net = 0, tax = 0, gross = 0;
    bool reduced = false;
};

/// What a bill comes to, and how.
struct TillBill {
    std::vector<TillLine> lines;
    std::vector<TillRate> rates;
    std::int64_t discount = 0;  ///< on the bill
    std::int64_t line_discounts = 0;
    std::int64_t tax = 0;
    std::int64_t total = 0;
    std::int64_t tip = 0;
    std::int64_t due = 0;
    std::int64_t cash_in = 0, change = 0;  ///< once it is paid
    [[nodiscard]] std::int64_t taken_off() const { return discount + line_discounts; }
    /// Whether the lines' prices hold their tax already.
    [[nodiscard]] bool tax_is_in_prices() const;
    [[nodiscard]] const TillLine* line(const std::string& id) const;
    /// How often an item stands on it.
    [[nodiscard]] Quantity count_of(const std::string& item) const;
};

/// A quantity that is one more or one less; never less than nothing.
Quantity more_by(Quantity quantity, int by);

/// Whose bill it is.
struct TillVisit {
    std::string id, status, client, name;
    std::optional<std::int64_t> walk_in;  ///< its number of the day, of who gave no name
    std::string therapist, therapist_name, service_name;
    std::int64_t minutes = 0;
    std::string sale;  ///< once it is paid
    std::vector<std::string> alerts;
};

struct TillTender {
    std::string type, label, reference;
    std::int64_t amount = 0;
    friend bool operator==(const TillTender&, const TillTender&) = default;
};

/// A document with its number, and what became of it.
struct TillSale {
    struct Fact {
        std::string what, number, at, staff;
    };
    struct Paper {
        std::string kind, state, at;
        int copy = 0;
    };
    std::string id, number, kind, of, business_date, at, visit, client, staff, approved_by, terminal, mark;
    TillBill bill;
    std::vector<TillTender> tenders;
    std::string no_void;  ///< why it cannot be voided: the engine's code; empty where it can
    std::vector<std::pair<std::string, Quantity>> refundable;
    std::vector<Fact> history;
    std::vector<Paper> papers;
    [[nodiscard]] Quantity refundable_of(const std::string& line) const;
    [[nodiscard]] bool was(const std::string& what) const;
    [[nodiscard]] bool paid_by_cash_only() const;
};

/// How many of one note or coin.
struct Coins {
    std::int64_t value = 0;
    std::int64_t count = 0;
    friend bool operator==(const Coins&, const Coins&) = default;
};

/// The fewest notes and coins for an amount; nothing where these cannot make it.
std::vector<Coins> coins_for(std::int64_t amount, const std::vector<std::int64_t>& denominations);

}  // namespace kushi
