#include <nlohmann/json.hpp>
#include <set>

#include "db/apply/fact.h"

namespace kushi::apply_detail {
namespace {

using Json = nlohmann::ordered_json;

std::int64_t number_in(const Json& json, const char* name) { return json.value(name, std::int64_t{0}); }

/// How far it is used up, its date and whether it is over, from the moves and the latest date that was set.
void derive_prepaid(const Database& database, const std::string& id)
{
    Query{database,
          "UPDATE prepaid SET "
          "used_sessions = (SELECT COALESCE(SUM(CASE kind WHEN 'used' THEN sessions WHEN 'given_back' THEN -sessions ELSE 0 END), 0) "
          "FROM prepaid_move WHERE prepaid = ?1), "
          "used_face = (SELECT COALESCE(SUM(CASE kind WHEN 'used' THEN face WHEN 'given_back' THEN -face ELSE 0 END), 0) "
          "FROM prepaid_move WHERE prepaid = ?1), "
          "used_owed = (SELECT COALESCE(SUM(CASE kind WHEN 'used' THEN owed WHEN 'given_back' THEN -owed ELSE 0 END), 0) "
          "FROM prepaid_move WHERE prepaid = ?1), "
          "closed = COALESCE((SELECT kind FROM prepaid_move WHERE prepaid = ?1 AND kind IN ('cancelled', 'expired') "
          "ORDER BY kind LIMIT 1), ''), "
          "expires = COALESCE((SELECT value FROM field WHERE entity = 'prepaid' AND id = ?1 AND name = 'expires'), expires) "
          "WHERE id = ?1",
          id}
        .run();
}

/// @returns whether the row of a lower teller, or this one's own, stands there from now on
void insert_prepaid(const Database& database, const Fact& fact, const std::string& sale, const Json& sold)
{
    const auto id = sold.at("id").get<std::string>();
    forget_later_teller(database, fact, "DELETE FROM prepaid WHERE id = ? AND (terminal, seq) > (?, ?)", id);
    Query{database,
          "INSERT OR IGNORE INTO prepaid (id, kind, code, item, client, visit, sale, line, sessions, face, paid, owed, rate, "
          "taxed_at_issue, services, sold_on, at, expires, terminal, seq, used_sessions, used_face, used_owed, closed) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, '')",
          id, sold.at("kind").get<std::string>(), sold.value("code", ""), sold.value("item", ""), sold.value("client", ""),
          sold.value("visit", ""), sale, sold.value("line", ""), number_in(sold, "sessions"), number_in(sold, "face"),
          number_in(sold, "paid"), number_in(sold, "owed"), sold.value("rate", ""), sold.value("taxed_at_issue", false) ? 1 : 0,
          sold.value("services", Json::array()).dump(), fact.text("day"), fact.text("at"), sold.value("expires", ""),
          fact.event.terminal, fact.event.seq}
        .run();
}

void insert_move(const Database& database, const Fact& fact, std::int64_t position, const std::string& sale, const Json& move)
{
    Query{database,
          "INSERT OR IGNORE INTO prepaid_move (terminal, seq, position, prepaid, kind, sale, sessions, face, owed, "
          "business_date, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          fact.event.terminal, fact.event.seq, position, move.at("prepaid").get<std::string>(), move.at("kind").get<std::string>(),
          sale, number_in(move, "sessions"), number_in(move, "face"), number_in(move, "owed"), fact.text("day"), fact.text("at")}
        .run();
}

/// Its state is the latest that was told of it; "unknown" until then.
void derive_payment(const Database& database, const std::string& id)
{
    const auto word = [&](const char* name, const char* otherwise) {
        const auto value = latest(database, "payment", id, name);
        return value ? nlohmann::json::parse(*value).get<std::string>() : std::string{otherwise};
    };
    Query{database, "UPDATE card_payment SET state = ?, reference = ? WHERE id = ?", word("state", "unknown"),
          word("reference", ""), id}
        .run();
}

}  // namespace

void keep_prepaid(const Database& database, const Fact& fact)
{
    const auto sale = fact.pub.at("document").at("id").get<std::string>();
    std::set<std::string> touched;
    for (const auto& sold : fact.pub.value("prepaid_sold", Json::array())) {
        insert_prepaid(database, fact, sale, sold);
        touched.insert(sold.at("id").get<std::string>());
    }
    std::int64_t position = 0;
    for (const auto& move : fact.pub.value("prepaid_moves", Json::array())) {
        insert_move(database, fact, position++, sale, move);
        touched.insert(move.at("prepaid").get<std::string>());
    }
    for (const auto& id : touched) derive_prepaid(database, id);
}

/// {prepaid, expires}; the reason is sealed
void prepaid_extended(const Database& database, const Fact& fact)
{
    const auto id = fact.text("prepaid");
    keep_latest(database, "prepaid", id, "expires", fact.stamp(), fact.text("expires"));
    derive_prepaid(database, id);
}

/// {prepaid, owed}: its date is over, and what was left is the salon's
void prepaid_expired(const Database& database, const Fact& fact)
{
    const auto id = fact.text("prepaid");
    insert_move(database, fact, 0, {}, {{"prepaid", id}, {"kind", "expired"}, {"owed", fact.integer("owed")}});
    derive_prepaid(database, id);
}

/// {payment, visit, type, amount}: told before the machine is asked
void payment_asked(const Database& database, const Fact& fact)
{
    const auto id = fact.text("payment");
    forget_later_teller(database, fact, "DELETE FROM card_payment WHERE id = ? AND (terminal, seq) > (?, ?)", id);
    Query{database,
          "INSERT OR IGNORE INTO card_payment (id, visit, type, amount, at, business_date, staff, terminal, seq, state, reference) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'unknown', '')",
          id, fact.text("visit"), fact.text("type"), fact.integer("amount"), fact.text("at"), fact.text("day"), fact.text("by"),
          fact.event.terminal, fact.event.seq}
        .run();
    derive_payment(database, id);
}

/// {payment, state: approved|declined|cancelled, reference}
void payment_resolved(const Database& database, const Fact& fact)
{
    const auto id = fact.text("payment");
    for (const char* name : {"state", "reference"}) {
        keep_latest(database, "payment", id, name, fact.stamp(), fact.pub.at(name).dump());
    }
    derive_payment(database, id);
}

}  // namespace kushi::apply_detail
