#include "db/read/sales_search.h"

namespace kushi {
namespace {

// Every search asks for everything; what differs is the one index that narrows it. A + before a column keeps SQLite from
// taking that column's.
#define KUSHI_FOUND_COLUMNS                                                                                         \
    "SELECT s.id, s.number, s.kind, s.of_number, s.business_date, s.at, s.client, s.staff, s.total, s.tip, s.prepaid, " \
    "s.total + s.prepaid, s.due FROM sale s WHERE "
#define KUSHI_OTHER_FILTERS                                                                                             \
    "AND (?6 = '' OR instr(s.number, ?6) > 0) AND (?7 = '' OR EXISTS (SELECT 1 FROM tender t WHERE t.sale = s.id AND "  \
    "(t.type = ?7 OR t.label = ?7))) AND (?8 = '' OR s.kind = ?8) AND (?9 = '' OR s.staff = ?9) "                       \
    "ORDER BY s.business_date DESC, s.counter DESC, s.terminal, s.id"

constexpr const char* by_day = KUSHI_FOUND_COLUMNS
    "s.business_date BETWEEN ?1 AND ?2 AND +(s.total + s.prepaid) BETWEEN ?3 AND ?4 AND (?5 = '' OR +s.client = ?5) " KUSHI_OTHER_FILTERS;
constexpr const char* by_client = KUSHI_FOUND_COLUMNS
    "s.client = ?5 AND s.client <> '' AND +s.business_date BETWEEN ?1 AND ?2 AND +(s.total + s.prepaid) BETWEEN ?3 AND ?4 " KUSHI_OTHER_FILTERS;
constexpr const char* by_amount = KUSHI_FOUND_COLUMNS
    "s.total + s.prepaid BETWEEN ?3 AND ?4 AND +s.business_date BETWEEN ?1 AND ?2 AND (?5 = '' OR +s.client = ?5) " KUSHI_OTHER_FILTERS;
constexpr const char* by_number = KUSHI_FOUND_COLUMNS
    "s.number = ?6 AND +s.business_date BETWEEN ?1 AND ?2 AND +(s.total + s.prepaid) BETWEEN ?3 AND ?4 AND (?5 = '' OR +s.client = ?5) " KUSHI_OTHER_FILTERS;

bool names_an_amount(const SalesSearch& search)
{
    const SalesSearch any;
    return search.least != any.least || search.most != any.most;
}

/// "A-000123", a number as it stands on the paper.
bool is_whole_number(const std::string& number)
{
    const auto dash = number.rfind('-');
    return dash != std::string::npos && number.size() >= dash + 7 && number.find_first_not_of("0123456789", dash + 1) == std::string::npos;
}

/// The narrowest way: one number, one client, one amount, then dates, then a range of amounts.
const char* statement_for(const SalesSearch& search)
{
    if (is_whole_number(search.number)) return by_number;
    if (!search.client.empty()) return by_client;
    if (names_an_amount(search) && (search.least == search.most || (search.from.empty() && search.to.empty()))) return by_amount;
    return by_day;
}

FoundSale found_in(const Query& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7),
            row.integer(8), row.integer(9), row.integer(10), row.integer(11), row.integer(12)};
}

#undef KUSHI_FOUND_COLUMNS
#undef KUSHI_OTHER_FILTERS

std::string last_date(const SalesSearch& search) { return search.to.empty() ? "9999-12-31" : search.to; }

}  // namespace

void find_sales(const Database& database, const SalesSearch& search, const std::function<void(const FoundSale&)>& take)
{
    Query row{database, statement_for(search), search.from, last_date(search), search.least, search.most,
              search.client, search.number, search.tender, search.kind, search.staff};
    while (row.next()) take(found_in(row));
}

std::string plan_of(const Database& database, const SalesSearch& search)
{
    SQLite::Statement plan{database.connection(), std::string{"EXPLAIN QUERY PLAN "} + statement_for(search)};
    std::string steps;
    while (plan.executeStep()) steps += plan.getColumn(3).getString() + '\n';
    return steps;
}

}  // namespace kushi
