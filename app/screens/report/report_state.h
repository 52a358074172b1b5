#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace kushi {

/// One day in figures: the open one as it is so far, a closed one as it was sealed.
struct ReportState {
    struct Hour {
        int hour = 0;
        std::int64_t count = 0, total = 0;
    };
    struct Named {
        std::string name;  ///< a word of the engine's: a tender, a rate
        std::int64_t amount = 0;
    };
    struct Row {
        std::string id;  ///< a code or a person's id
        std::int64_t count = 0, total = 0, tips = 0;
    };
    struct Product {
        std::string code, unit, amount;
        std::optional<std::int64_t> cost;  ///< for who may see it
    };
    struct Figures {
        bool closed = false;
        std::int64_t z = 0;
        std::int64_t sales = 0, refund_count = 0, void_count = 0;
        std::int64_t gross = 0, discounts = 0, refunds = 0, voids = 0, net = 0, tips = 0, prepaid_sold = 0,
                     rounding = 0, tax = 0;
        std::int64_t visits = 0, new_clients = 0, returning_clients = 0, rebooked = 0;
        std::string first_number, last_number;
        std::vector<Hour> hours;
        std::vector<Named> tenders, tax_by_rate, net_by_rate;  ///< net: before tax
        std::vector<Row> services, therapists;
        std::vector<Product> products;

        [[nodiscard]] bool is_empty() const { return sales == 0 && refund_count == 0 && visits == 0; }
        [[nodiscard]] std::int64_t taken() const;
        [[nodiscard]] std::int64_t per_visit() const { return visits > 0 ? net / visits : 0; }
        /// Whole percent of the clients who booked again; none where nobody came.
        [[nodiscard]] std::optional<int> rebooked_percent() const;
        [[nodiscard]] std::int64_t product_cost() const;
    };
    std::string date, today;                   ///< "YYYY-MM-DD"
    std::optional<Figures> figures;            ///< none until it is read
    std::optional<Figures> week_before;        ///< the same day of the week before, where it had sales
    std::map<std::string, std::string> names;  ///< of items and people
    std::set<std::string> tables;              ///< charts that are shown as a table
    std::string problem;

    [[nodiscard]] std::string name_of(const std::string& id) const;
    [[nodiscard]] bool is_today() const { return date == today; }
};

/// Every hour from the first to the last with something in it, those between with nothing.
std::vector<ReportState::Hour> hours_without_holes(std::vector<ReportState::Hour> hours);
/// By how many whole percent the first is more (or, below nothing, less) than the second; none where there is nothing
/// to hold it against.
std::optional<int> percent_over(std::int64_t now, std::int64_t before);
/// A rate as a percentage: "0.10" is "10", "0.08875" is "8.875".
std::string percent_text(const std::string& rate);
/// A date so many days later, or as it is where it is none.
std::string days_after(const std::string& date, int days);

}  // namespace kushi
