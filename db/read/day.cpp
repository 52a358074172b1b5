#include "db/read/day.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "db/read/prepaid.h"
#include "db/read/sales.h"

namespace kushi {
namespace {

Rate stored_rate(const std::string& text)
{
    const auto rate = Rate::parse(text);
    if (!rate) throw DatabaseProblem{DatabaseProblem::Kind::damaged, "a stored tax rate is no number"};
    return *rate;
}

/// The hour stands at a fixed place in the local text of an instant: "2026-11-22T02:30:00+09:00".
int local_hour(const std::string& at, const std::string& zone)
{
    const auto instant = parse_instant(at);
    return instant ? std::atoi(local_text(*instant, zone).substr(11, 2).c_str()) : 0;
}

/// The last number that was given before this date: the day's first one follows it. Days follow each other as numbers do,
/// so the newest earlier day of this terminal has it. (A + keeps SQLite from the index by number, which would be read whole.)
std::optional<std::int64_t> last_counter_before(const Database& database, const std::string& business_date)
{
    Query row{database,
              "SELECT MAX(counter) FROM sale WHERE +terminal = (SELECT terminal FROM terminal) AND +series = (SELECT series FROM terminal) "
              "AND business_date = (SELECT business_date FROM sale WHERE business_date < ? AND +terminal = (SELECT terminal FROM terminal) "
              "AND +series = (SELECT series FROM terminal) ORDER BY business_date DESC LIMIT 1)",
              business_date};
    row.next();
    return row.null(0) ? 0 : row.integer(0);
}

DayDocument::Kind document_kind(const std::string& kind)
{
    if (kind == "refund") return DayDocument::Kind::refund;
    if (kind == "void") return DayDocument::Kind::void_;
    return DayDocument::Kind::sale;
}

void read_rates(const Database& database, const std::string& sale, DayDocument& document)
{
    Query row{database, "SELECT rate, net, tax, gross FROM sale_tax WHERE sale = ? ORDER BY position", sale};
    while (row.next()) {
        document.by_rate.push_back({stored_rate(row.text(0)), row.integer(1), row.integer(2), row.integer(3)});
    }
}

/// What stayed in the till by each tender: the change is taken off the cash, also where another tender brought it in.
void read_tenders(const Database& database, const std::string& sale, std::int64_t change, DayDocument& document)
{
    Query row{database,
              "SELECT CASE WHEN type = 'other' AND label <> '' THEN label ELSE type END AS name, SUM(amount), "
              "SUM(CASE WHEN type = 'voucher' AND face > amount THEN face - amount ELSE 0 END) FROM tender "
              "WHERE sale = ? GROUP BY name ORDER BY MIN(position)",
              sale};
    while (row.next()) {
        const bool cash = row.text(0) == "cash";
        document.tenders.push_back({row.text(0), row.integer(1) - (cash ? change : 0)});
        document.voucher_bonus = std::min(document.bill_discount, document.voucher_bonus + row.integer(2));
        if (cash) change = 0;
    }
    if (change != 0) document.tenders.push_back({"cash", -change});
}

void read_tips(const Database& database, const std::string& sale, DayDocument& document)
{
    Query row{database, "SELECT staff, amount FROM sale_tip WHERE sale = ? AND staff <> '' ORDER BY position", sale};
    while (row.next()) document.tips.push_back({row.text(0), row.integer(1)});
}

DayDocument::Line line_in(const Query& row)
{
    DayDocument::Line line{row.text(0), row.text(1), row.text(2), row.integer(3)};
    for (const auto& share : shares_in(row.text(5))) line.shares.push_back({share.staff, share.amount});
    line.rate = stored_rate(row.text(6));
    line.quantity = Quantity::parse(row.text(7)).value_or(Quantity{});
    line.discount = row.integer(8);
    return line;
}

void read_lines(const Database& database, const std::string& sale, DayDocument& document)
{
    Query row{database,
              "SELECT item, kind, therapist, final, prepaid, shares, rate, quantity, line_discount FROM sale_line "
              "WHERE sale = ? "
              "ORDER BY position",
              sale};
    while (row.next()) {
        if (row.integer(4) == 0)
            document.lines.push_back(line_in(row));
        else
            document.prepaid_kinds.push_back({row.text(1), row.integer(3)});
    }
    document.only_prepaid =
        !document.prepaid_kinds.empty() && document.lines.empty() && document.kind == DayDocument::Kind::sale;
}

/// Of every kind, also of one that nothing was ever sold of: the till is held against each.
std::vector<Liability> liabilities_of_day(const Database& database, const std::string& business_date)
{
    auto all = liabilities_on(database, business_date);
    for (const char* kind : {"ticket", "voucher", "deposit"}) {
        if (std::ranges::find(all, kind, &Liability::kind) == all.end()) all.push_back({kind});
    }
    for (auto& owed : all) owed.taxed_before = taxed_before_between(database, owed.kind, business_date, business_date);
    return all;
}

DrawerMove::Kind move_kind(const std::string& kind)
{
    if (kind == "paid_in") return DrawerMove::Kind::paid_in;
    if (kind == "paid_out") return DrawerMove::Kind::paid_out;
    if (kind == "drop") return DrawerMove::Kind::drop;
    return DrawerMove::Kind::float_;
}

}  // namespace

DayFacts day_facts(const Database& database, const std::string& business_date, const std::string& zone,
                   std::optional<std::vector<Liability>> liabilities)
{
    DayFacts facts;
    facts.business_date = business_date;
    Query sale{database,
               "SELECT id, number, counter, kind, total, discounts, tip, prepaid, cash_rounding, change, at, "
               "bill_discount, price_mode, "
               "COALESCE((SELECT v.therapist FROM visit v WHERE v.id = sale.visit AND v.nominated = 1), '') FROM sale "
               "WHERE business_date = ? AND terminal = (SELECT terminal FROM terminal) ORDER BY counter",
               business_date};
    while (sale.next()) {
        DayDocument document;
        document.number = sale.text(1);
        document.counter = sale.integer(2);
        document.kind = document_kind(sale.text(3));
        document.total = sale.integer(4);
        document.discounts = sale.integer(5);
        document.tip = sale.integer(6);
        document.prepaid = sale.integer(7);
        document.cash_rounding = sale.integer(8);
        document.hour = local_hour(sale.text(10), zone);
        document.bill_discount = sale.integer(11);
        document.prices_hold_tax = sale.text(12) != "exclusive";
        document.nominated = sale.text(13);
        read_rates(database, sale.text(0), document);
        read_tenders(database, sale.text(0), sale.integer(9), document);
        read_lines(database, sale.text(0), document);
        read_tips(database, sale.text(0), document);
        facts.documents.push_back(std::move(document));
    }
    Query move{
        database,
        "SELECT kind, amount FROM drawer_move WHERE business_date = ? AND terminal = (SELECT terminal FROM terminal) "
        "AND kind <> 'no_sale' ORDER BY seq",
        business_date};
    while (move.next()) {
        if (move.text(0) == "count")
            facts.counted = move.integer(1);
        else
            facts.moves.push_back({move_kind(move.text(0)), move.integer(1)});
    }
    facts.liabilities = liabilities ? *std::move(liabilities) : liabilities_of_day(database, business_date);
    facts.grand_total_before = grand_total_before(database, business_date);
    facts.counter_before = last_counter_before(database, business_date);
    return facts;
}

std::int64_t taxed_before_between(const Database& database, const std::string& kind, const std::string& from,
                                  const std::string& to)
{
    Query sold{
        database,
        "SELECT COALESCE(SUM(owed), 0) FROM prepaid WHERE taxed_at_issue = 1 AND kind = ? AND sold_on BETWEEN ? AND ?",
        kind, from, to};
    sold.next();
    Query moved{
        database,
        "SELECT COALESCE(SUM(CASE m.kind WHEN 'given_back' THEN m.owed WHEN 'expired' THEN 0 ELSE -m.owed END), 0) "
        "FROM prepaid_move m JOIN prepaid p ON p.id = m.prepaid WHERE m.business_date BETWEEN ? AND ? "
        "AND p.taxed_at_issue = 1 AND p.kind = ?",
        from, to, kind};
    moved.next();
    return sold.integer(0) + moved.integer(0);
}

bool day_is_open(const Database& database, const std::string& business_date)
{
    return Query{database,
                 "SELECT 1 FROM drawer_move WHERE business_date = ? AND kind = 'float' "
                 "AND terminal = (SELECT terminal FROM terminal) LIMIT 1",
                 business_date}
        .next();
}

bool day_is_closed(const Database& database, const std::string& business_date)
{
    return Query{
        database,
        "SELECT 1 FROM day_close WHERE business_date = ? AND terminal = (SELECT terminal FROM terminal) LIMIT 1",
        business_date}
        .next();
}

std::optional<std::string> open_day(const Database& database)
{
    Query row{
        database,
        "SELECT m.business_date FROM drawer_move m WHERE m.kind = 'float' "
        "AND m.terminal = (SELECT terminal FROM terminal) AND NOT EXISTS (SELECT 1 FROM day_close c "
        "WHERE c.business_date = m.business_date AND c.terminal = m.terminal) ORDER BY m.business_date DESC LIMIT 1"};
    if (!row.next()) return std::nullopt;
    return row.text(0);
}

std::optional<std::string> last_closed_day(const Database& database)
{
    Query row{database, "SELECT MAX(business_date) FROM day_close WHERE +terminal = (SELECT terminal FROM terminal)"};
    row.next();
    return row.bytes(0);
}

std::int64_t last_z(const Database& database)
{
    Query row{database, "SELECT COALESCE(MAX(z), 0) FROM day_close WHERE terminal = (SELECT terminal FROM terminal)"};
    row.next();
    return row.integer(0);
}

std::int64_t z_before(const Database& database, std::int64_t z)
{
    Query row{database,
              "SELECT COALESCE(MAX(z), 0) FROM day_close WHERE z < ? AND terminal = (SELECT terminal FROM terminal)",
              z};
    row.next();
    return row.integer(0);
}

std::optional<std::int64_t> z_of_day(const Database& database, const std::string& business_date)
{
    Query row{database,
              "SELECT MAX(z) FROM day_close WHERE business_date = ? AND terminal = (SELECT terminal FROM terminal)",
              business_date};
    if (!row.next() || row.null(0)) return std::nullopt;
    return row.integer(0);
}

std::optional<std::string> closed_report(const Database& database, const std::string& business_date)
{
    Query row{database,
              "SELECT report FROM day_close WHERE business_date = ? AND terminal = (SELECT terminal FROM terminal) "
              "ORDER BY z DESC LIMIT 1",
              business_date};
    if (!row.next()) return std::nullopt;
    return row.text(0);
}

std::optional<std::string> report_of_z(const Database& database, std::int64_t z)
{
    Query row{database, "SELECT report FROM day_close WHERE z = ? AND terminal = (SELECT terminal FROM terminal)", z};
    if (!row.next()) return std::nullopt;
    return row.text(0);
}

// A + before terminal keeps SQLite from the keys that begin with it: one terminal has nearly every row.
std::int64_t grand_total_before(const Database& database, const std::string& business_date)
{
    Query closed{database,
                 "SELECT business_date, grand_total_after FROM day_close WHERE business_date < ? "
                 "AND +terminal = (SELECT terminal FROM terminal) ORDER BY business_date DESC, z DESC LIMIT 1",
                 business_date};
    std::string from;
    std::int64_t total = 0;
    if (closed.next()) {
        from = closed.text(0);
        total = closed.integer(1);
    }
    Query since{database,
                "SELECT COALESCE(SUM(CASE kind WHEN 'sale' THEN total ELSE -total END), 0) FROM sale "
                "WHERE business_date > ? AND business_date < ? AND +terminal = (SELECT terminal FROM terminal)",
                from, business_date};
    since.next();
    return total + since.integer(0);
}

std::optional<DrawerCount> newest_count(const Database& database, const std::string& business_date)
{
    Query row{database,
              "SELECT amount, at, staff FROM drawer_move WHERE business_date = ? AND kind = 'count' "
              "AND terminal = (SELECT terminal FROM terminal) ORDER BY seq DESC LIMIT 1",
              business_date};
    if (!row.next()) return std::nullopt;
    return DrawerCount{row.integer(0), row.text(1), row.text(2)};
}

std::int64_t drawer_openings(const Database& database, const std::string& business_date)
{
    Query row{database,
              "SELECT COUNT(*) FROM drawer_move WHERE business_date = ? AND kind = 'no_sale' "
              "AND terminal = (SELECT terminal FROM terminal)",
              business_date};
    row.next();
    return row.integer(0);
}

std::int64_t reprints_on(const Database& database, const std::string& business_date)
{
    Query row{database,
              "SELECT COUNT(*) FROM audit WHERE type = 'paper.reprinted' AND business_date = ? "
              "AND terminal = (SELECT terminal FROM terminal)",
              business_date};
    row.next();
    return row.integer(0);
}

DayCounts day_counts(const Database& database, const std::string& business_date)
{
    DayCounts counts;
    Query visit{
        database,
        "SELECT client FROM visit WHERE business_date = ? AND status NOT IN ('expected', 'cancelled', 'no_show')",
        business_date};
    std::set<std::string> people;
    while (visit.next()) {
        ++counts.visits;
        if (visit.text(0).empty() || !people.insert(visit.text(0)).second) continue;
        if (client_was_here_before(database, visit.text(0), business_date))
            ++counts.returning_clients;
        else
            ++counts.new_clients;
    }
    Query rebooked{database,
                   "SELECT COUNT(DISTINCT v.rebooked_from) FROM visit v JOIN visit w ON w.id = v.rebooked_from "
                   "WHERE w.business_date = ? AND v.rebooked_from <> ''",
                   business_date};
    rebooked.next();
    counts.rebooked = rebooked.integer(0);
    return counts;
}

}  // namespace kushi
