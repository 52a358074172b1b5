#include "db/read/prepaid.h"

#include <map>
#include <nlohmann/json.hpp>

#include "core/money/rounding.h"

namespace kushi {
namespace {

// One list of columns for the questions below; prepaid_in reads them by position.
#define KUSHI_PREPAID_COLUMNS                                                                                           \
    "SELECT id, kind, code, item, client, visit, sale, sessions, face, paid, owed, rate, taxed_at_issue, services, "    \
    "sold_on, at, expires, used_sessions, used_face, used_owed, closed FROM prepaid "

PrepaidRecord prepaid_in(const Query& row)
{
    PrepaidRecord record;
    record.id = row.text(0);
    record.kind = row.text(1);
    record.code = row.text(2);
    record.item = row.text(3);
    record.client = row.text(4);
    record.visit = row.text(5);
    record.sale = row.text(6);
    record.sessions = row.integer(7);
    record.face = row.integer(8);
    record.paid = row.integer(9);
    record.owed = row.integer(10);
    record.rate = row.text(11);
    record.taxed_at_issue = row.integer(12) != 0;
    for (const auto& service : nlohmann::json::parse(row.text(13))) record.services.push_back(service.get<std::string>());
    record.sold_on = row.text(14);
    record.at = row.text(15);
    record.expires = row.text(16);
    record.used_sessions = row.integer(17);
    record.used_face = row.integer(18);
    record.used_owed = row.integer(19);
    record.closed = row.text(20);
    return record;
}

std::vector<PrepaidRecord> all_in(Query& row)
{
    std::vector<PrepaidRecord> records;
    while (row.next()) records.push_back(prepaid_in(row));
    return records;
}

std::optional<PrepaidRecord> one_in(Query& row)
{
    if (!row.next()) return std::nullopt;
    return prepaid_in(row);
}

std::vector<PrepaidMove> moves_in(Query& row)
{
    std::vector<PrepaidMove> moves;
    while (row.next()) {
        moves.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4), row.integer(5), row.integer(6),
                         row.text(7), row.text(8)});
    }
    return moves;
}

Liability& of_kind(std::vector<Liability>& all, const std::string& kind)
{
    for (auto& one : all) {
        if (one.kind == kind) return one;
    }
    return all.emplace_back(Liability{kind});
}

/// What is left of a debt once so much was used, by the rule of its kind and not by the moves (R12, R13).
std::int64_t left_by_rule(const std::string& kind, std::int64_t sessions, std::int64_t face, std::int64_t owed,
                          std::int64_t used_sessions, std::int64_t used_face)
{
    if (kind == "ticket") return owed - static_cast<std::int64_t>(Wide{owed} * used_sessions / sessions);
    if (face == 0) return owed;
    return owed - static_cast<std::int64_t>(divided(Wide{owed} * used_face, face, Rounding::half_up));
}

void add_before_and_sold(const Database& database, const std::string& day, std::vector<Liability>& all)
{
    Query sold{database,
               "SELECT kind, SUM(CASE WHEN sold_on < ?1 THEN owed ELSE 0 END), SUM(CASE WHEN sold_on = ?1 THEN owed ELSE 0 END) "
               "FROM prepaid WHERE sold_on <= ?1 GROUP BY kind",
               day};
    while (sold.next()) {
        auto& kind = of_kind(all, sold.text(0));
        kind.before += sold.integer(1);
        kind.sold += sold.integer(2);
    }
}

void add_moves(const Database& database, const std::string& day, std::vector<Liability>& all)
{
    Query move{database,
               "SELECT p.kind, m.kind, SUM(CASE WHEN m.business_date < ?1 THEN m.owed ELSE 0 END), "
               "SUM(CASE WHEN m.business_date = ?1 THEN m.owed ELSE 0 END) FROM prepaid_move m JOIN prepaid p ON p.id = m.prepaid "
               "WHERE m.business_date <= ?1 GROUP BY p.kind, m.kind",
               day};
    while (move.next()) {
        auto& kind = of_kind(all, move.text(0));
        const int sign = move.text(1) == "given_back" ? -1 : 1;
        kind.before -= sign * move.integer(2);
        auto& part = move.text(1) == "expired" ? kind.expired : move.text(1) == "cancelled" ? kind.cancelled : kind.used;
        part += sign * move.integer(3);
    }
}

/// Whether nothing happened after a day: then what every one of them has left is what stands in its row.
bool is_newest(const Database& database, const std::string& day)
{
    Query later{database,
                "SELECT EXISTS (SELECT 1 FROM prepaid_move WHERE business_date > ?1) OR EXISTS (SELECT 1 FROM prepaid WHERE sold_on > ?1)",
                day};
    later.next();
    return later.integer(0) == 0;
}

/// What the day did; what was before it is what all of them come to now without that. Reads the day's moves alone, where
/// ten years of them would take 50 ms.
void add_newest_day(const Database& database, const std::string& day, std::vector<Liability>& all)
{
    Query one{database, "SELECT kind, sessions, face, owed, used_sessions, used_face, used_owed, sold_on = ?, closed = '' FROM prepaid", day};
    while (one.next()) {
        auto& kind = of_kind(all, one.text(0));
        const auto owed = one.integer(3);
        if (one.integer(7) != 0) kind.sold += owed;
        kind.before += owed - one.integer(6) - (one.integer(7) != 0 ? owed : 0);
        if (one.integer(8) != 0) {
            kind.after += left_by_rule(one.text(0), one.integer(1), one.integer(2), owed, one.integer(4), one.integer(5));
        }
    }
    Query closed{database,
                 "SELECT p.kind, SUM(m.owed) FROM prepaid p CROSS JOIN prepaid_move m ON m.prepaid = p.id "
                 "WHERE p.closed <> '' AND m.kind IN ('cancelled', 'expired') GROUP BY p.kind"};
    while (closed.next()) of_kind(all, closed.text(0)).before -= closed.integer(1);
    Query move{database,
               "SELECT p.kind, m.kind, SUM(m.owed) FROM prepaid_move m JOIN prepaid p ON p.id = m.prepaid "
               "WHERE m.business_date = ? GROUP BY p.kind, m.kind",
               day};
    while (move.next()) {
        auto& kind = of_kind(all, move.text(0));
        const auto amount = move.text(1) == "given_back" ? -move.integer(2) : move.integer(2);
        kind.before += amount;
        (move.text(1) == "expired" ? kind.expired : move.text(1) == "cancelled" ? kind.cancelled : kind.used) += amount;
    }
}

void add_after(const Database& database, const std::string& day, std::vector<Liability>& all)
{
    Query one{database,
              "SELECT p.kind, p.sessions, p.face, p.owed, "
              "COALESCE(SUM(CASE m.kind WHEN 'used' THEN m.sessions WHEN 'given_back' THEN -m.sessions ELSE 0 END), 0), "
              "COALESCE(SUM(CASE m.kind WHEN 'used' THEN m.face WHEN 'given_back' THEN -m.face ELSE 0 END), 0), "
              "COALESCE(SUM(m.kind IN ('cancelled', 'expired')), 0) FROM prepaid p "
              "LEFT JOIN prepaid_move m ON m.prepaid = p.id AND m.business_date <= ?1 WHERE p.sold_on <= ?1 GROUP BY p.id",
              day};
    while (one.next()) {
        if (one.integer(6) != 0) continue;
        of_kind(all, one.text(0)).after +=
            left_by_rule(one.text(0), one.integer(1), one.integer(2), one.integer(3), one.integer(4), one.integer(5));
    }
}

CardPaymentRecord payment_in(const Query& row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
            row.integer(6), row.text(7), row.text(8), row.text(9)};
}

std::vector<CardPaymentRecord> payments_in(Query& row)
{
    std::vector<CardPaymentRecord> payments;
    while (row.next()) payments.push_back(payment_in(row));
    return payments;
}

// A void takes the sale back, and with it what it took: the payment is open again until somebody settles it.
#define KUSHI_PAYMENT_COLUMNS                                                                                           \
    "SELECT c.id, c.visit, c.type, c.at, c.business_date, c.staff, c.amount, c.state, c.reference, "                    \
    "COALESCE((SELECT t.sale FROM tender t JOIN sale s ON s.id = t.sale AND s.kind = 'sale' WHERE t.payment = c.id "    \
    "AND t.payment <> '' LIMIT 1), '') AS taken FROM card_payment c "

}  // namespace

std::optional<PrepaidRecord> prepaid_by_id(const Database& database, const std::string& id)
{
    Query row{database, KUSHI_PREPAID_COLUMNS "WHERE id = ?", id};
    return one_in(row);
}

std::optional<PrepaidRecord> prepaid_named(const Database& database, const std::string& name)
{
    if (name.empty()) return std::nullopt;
    if (auto found = prepaid_by_id(database, name)) return found;
    Query row{database, KUSHI_PREPAID_COLUMNS "WHERE code = ? AND code <> ''", name};
    return one_in(row);
}

std::vector<PrepaidRecord> prepaid_of_client(const Database& database, const std::string& client, const std::string& kind,
                                             const std::string& day)
{
    std::vector<PrepaidRecord> good;
    Query row{database,
              KUSHI_PREPAID_COLUMNS
              "WHERE client = ?1 AND client <> '' AND (?2 = '' OR kind = ?2) AND closed = '' "
              "ORDER BY CASE expires WHEN '' THEN '9999' ELSE expires END, sold_on, at, id",
              client, kind};
    while (row.next()) {
        if (auto record = prepaid_in(row); record.good_on(day)) good.push_back(std::move(record));
    }
    return good;
}

std::vector<PrepaidRecord> all_prepaid_of_client(const Database& database, const std::string& client)
{
    Query row{database, KUSHI_PREPAID_COLUMNS "WHERE client = ? AND client <> '' ORDER BY at DESC, id DESC", client};
    return all_in(row);
}

std::vector<PrepaidRecord> all_prepaid(const Database& database, const std::string& kind)
{
    Query row{database, KUSHI_PREPAID_COLUMNS "WHERE (?1 = '' OR kind = ?1) ORDER BY at DESC, id DESC", kind};
    return all_in(row);
}

std::vector<PrepaidRecord> prepaid_of_sale(const Database& database, const std::string& sale)
{
    Query row{database, KUSHI_PREPAID_COLUMNS "WHERE sale = ? ORDER BY id", sale};
    return all_in(row);
}

std::vector<PrepaidRecord> prepaid_to_expire(const Database& database, const std::string& day)
{
    Query row{database, KUSHI_PREPAID_COLUMNS "WHERE closed = '' AND expires <> '' AND expires < ? ORDER BY expires, id", day};
    return all_in(row);
}

#define KUSHI_MOVE_COLUMNS                                                                                              \
    "SELECT m.prepaid, m.kind, m.sale, COALESCE((SELECT number FROM sale WHERE id = m.sale), ''), m.sessions, m.face, " \
    "m.owed, m.business_date, m.at FROM prepaid_move m "

std::vector<PrepaidMove> moves_of_prepaid(const Database& database, const std::string& id)
{
    Query row{database, KUSHI_MOVE_COLUMNS "WHERE m.prepaid = ? ORDER BY m.at, m.seq, m.position", id};
    return moves_in(row);
}

std::vector<PrepaidMove> prepaid_moves_of_sale(const Database& database, const std::string& sale)
{
    Query row{database, KUSHI_MOVE_COLUMNS "WHERE m.sale = ? AND m.sale <> '' ORDER BY m.seq, m.position", sale};
    return moves_in(row);
}

#undef KUSHI_MOVE_COLUMNS
#undef KUSHI_PREPAID_COLUMNS

std::int64_t given_back_to(const Database& database, const std::string& prepaid, const std::string& sale)
{
    Query row{database,
              "SELECT COALESCE(SUM(m.face), 0) FROM prepaid_move m JOIN sale s ON s.id = m.sale "
              "WHERE m.prepaid = ? AND m.kind = 'given_back' AND s.of = ?",
              prepaid, sale};
    row.next();
    return row.integer(0);
}

std::vector<Liability> liabilities_on(const Database& database, const std::string& business_date)
{
    std::vector<Liability> all;
    if (is_newest(database, business_date)) {
        add_newest_day(database, business_date, all);
        return all;
    }
    add_before_and_sold(database, business_date, all);
    add_moves(database, business_date, all);
    add_after(database, business_date, all);
    return all;
}

std::optional<CardPaymentRecord> card_payment(const Database& database, const std::string& id)
{
    Query row{database, KUSHI_PAYMENT_COLUMNS "WHERE c.id = ?", id};
    if (!row.next()) return std::nullopt;
    return payment_in(row);
}

std::vector<CardPaymentRecord> card_payments_of_visit(const Database& database, const std::string& visit)
{
    Query row{database, KUSHI_PAYMENT_COLUMNS "WHERE c.visit = ? ORDER BY c.at, c.id", visit};
    return payments_in(row);
}

std::vector<CardPaymentRecord> open_card_payments(const Database& database)
{
    Query row{database, KUSHI_PAYMENT_COLUMNS
              "WHERE c.state IN ('unknown', 'approved') AND taken = '' ORDER BY c.at, c.id"};
    return payments_in(row);
}

#undef KUSHI_PAYMENT_COLUMNS

}  // namespace kushi
