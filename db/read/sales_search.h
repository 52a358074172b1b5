#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <string>

#include "db/database.h"

namespace kushi {

/// What is looked for among sales, refunds and voids: all of it at once; what is empty matches everything. Japan's rules
/// for electronic books want date, amount and the other party, ranges of the first two, and any combination.
struct SalesSearch {
    std::string from, to;  ///< business dates, both within
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    std::string client;    ///< id
    std::string number;    ///< whole, or a part of it
    std::string tender;    ///< a type, or the salon's own label
    std::string kind;      ///< sale, refund, void
    std::string staff;     ///< id of who took it
};

struct FoundSale {
    std::string id, number, kind, of_number, business_date, at, client, staff;
    std::int64_t total = 0, tip = 0, prepaid = 0;
    std::int64_t amount = 0;  ///< total and prepaid: what is searched for
    std::int64_t due = 0;
};
/// Newest first, by business date and number.
void find_sales(const Database& database, const SalesSearch& search, const std::function<void(const FoundSale&)>& take);

/// The way SQLite will go for a search, as EXPLAIN QUERY PLAN says it: for a test.
std::string plan_of(const Database& database, const SalesSearch& search);

}  // namespace kushi
