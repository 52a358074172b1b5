#include "db/read/period.h"

#include <algorithm>

#include "db/read/day.h"
#include "db/read/prepaid.h"
#include "db/read/sales.h"

namespace kushi {
namespace {

Liability& of_kind(std::vector<Liability>& all, const std::string& kind)
{
    const auto found = std::ranges::find(all, kind, &Liability::kind);
    return found != all.end() ? *found : all.emplace_back(Liability{kind});
}

void add_moves(const Database& database, const Period& period, std::vector<Liability>& all)
{
    Query sold{database, "SELECT kind, SUM(owed) FROM prepaid WHERE sold_on BETWEEN ? AND ? GROUP BY kind", period.from, period.to};
    while (sold.next()) of_kind(all, sold.text(0)).sold = sold.integer(1);
    Query move{database,
               "SELECT p.kind, m.kind, SUM(m.owed) FROM prepaid_move m JOIN prepaid p ON p.id = m.prepaid "
               "WHERE m.business_date BETWEEN ? AND ? GROUP BY p.kind, m.kind",
               period.from, period.to};
    while (move.next()) {
        auto& owed = of_kind(all, move.text(0));
        if (move.text(1) == "expired") owed.expired += move.integer(2);
        else if (move.text(1) == "cancelled") owed.cancelled += move.integer(2);
        else owed.used += move.text(1) == "given_back" ? -move.integer(2) : move.integer(2);
    }
}

}  // namespace

std::vector<PeriodDay> days_in(const Database& database, const Period& period)
{
    std::vector<PeriodDay> days;
    Query row{database,
              "SELECT d.day, COALESCE((SELECT report FROM day_close c WHERE c.business_date = d.day AND c.terminal = me.terminal "
              "ORDER BY z DESC LIMIT 1), '') FROM terminal me, (SELECT business_date AS day FROM day_close WHERE business_date BETWEEN ?1 AND ?2 "
              "AND +terminal = (SELECT terminal FROM terminal) UNION SELECT business_date FROM drawer_move "
              "WHERE business_date BETWEEN ?1 AND ?2 AND +terminal = (SELECT terminal FROM terminal) UNION "
              "SELECT business_date FROM sale WHERE business_date BETWEEN ?1 AND ?2 AND +terminal = (SELECT terminal FROM terminal)) d "
              "ORDER BY d.day",
              period.from, period.to};
    while (row.next()) days.push_back({row.text(0), row.text(1)});
    return days;
}

std::vector<std::string> ledger_dates_in(const Database& database, const Period& period)
{
    std::vector<std::string> dates;
    Query row{database, "SELECT DISTINCT business_date FROM prepaid_move WHERE business_date BETWEEN ? AND ? ORDER BY 1", period.from, period.to};
    while (row.next()) dates.push_back(row.text(0));
    return dates;
}

PeriodPeople people_in(const Database& database, const Period& period)
{
    PeriodPeople people;
    Query client{database,
                 "SELECT DISTINCT client FROM visit WHERE business_date BETWEEN ? AND ? AND client <> '' "
                 "AND status NOT IN ('expected', 'cancelled', 'no_show')",
                 period.from, period.to};
    while (client.next()) {
        if (client_was_here_before(database, client.text(0), period.from)) ++people.returning_clients;
        else ++people.new_clients;
    }
    return people;
}

std::vector<Liability> liabilities_in(const Database& database, const Period& period)
{
    std::vector<Liability> all;
    for (const auto& owed : liabilities_on(database, period.from)) of_kind(all, owed.kind).before = owed.before;
    add_moves(database, period, all);
    for (const auto& owed : liabilities_on(database, period.to)) of_kind(all, owed.kind).after = owed.after;
    for (auto& owed : all) owed.taxed_before = taxed_before_between(database, owed.kind, period.from, period.to);
    return all;
}

}  // namespace kushi
