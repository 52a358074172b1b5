#include <set>
#include <nlohmann/json.hpp>

#include "db/apply/fact.h"

namespace kushi::apply_detail {
namespace {

using Json = nlohmann::ordered_json;

std::int64_t amount_of(const Json& json, const char* name) { return json.value(name, std::int64_t{0}); }

void insert_lines(const Database& database, const std::string& sale, const Json& lines)
{
    std::int64_t position = 0;
    for (const auto& line : lines) {
        Query{database,
              "INSERT OR IGNORE INTO sale_line (sale, position, line, item, kind, name, name_ja, quantity, unit_price, "
              "extended, line_discount, bill_discount_share, final, rate, reduced, therapist, prepaid, list_price, ticket, shares) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              sale, position, line.at("line").get<std::string>(), line.at("item").get<std::string>(),
              line.at("kind").get<std::string>(), line.at("name").get<std::string>(), line.at("name_ja").get<std::string>(),
              line.at("quantity").get<std::string>(), line.at("unit_price").get<std::int64_t>(),
              amount_of(line, "extended"), amount_of(line, "line_discount"), amount_of(line, "bill_discount_share"),
              line.at("final").get<std::int64_t>(), line.at("rate").get<std::string>(), line.at("reduced_rate").get<bool>(),
              line.at("therapist").get<std::string>(), line.value("prepaid", false) ? 1 : 0, amount_of(line, "list_price"),
              line.value("ticket", ""), line.contains("shares") ? line.at("shares").dump() : std::string{}}
            .run();
        ++position;
    }
}

void insert_taxes(const Database& database, const std::string& sale, const Json& by_rate)
{
    std::int64_t position = 0;
    for (const auto& rate : by_rate) {
        Query{database, "INSERT OR IGNORE INTO sale_tax (sale, position, rate, net, tax, gross) VALUES (?, ?, ?, ?, ?, ?)",
              sale, position, rate.at("rate").get<std::string>(), rate.at("net").get<std::int64_t>(),
              rate.at("tax").get<std::int64_t>(), rate.at("gross").get<std::int64_t>()}
            .run();
        ++position;
    }
}

void insert_tenders(const Database& database, const std::string& sale, const Json& tenders)
{
    std::int64_t position = 0;
    for (const auto& tender : tenders) {
        Query{database,
              "INSERT OR IGNORE INTO tender (sale, position, type, label, amount, reference, prepaid, face, payment) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              sale, position, tender.at("type").get<std::string>(), tender.at("label").get<std::string>(),
              tender.at("amount").get<std::int64_t>(), tender.at("reference").get<std::string>(), tender.value("prepaid", ""),
              amount_of(tender, "face"), tender.value("payment", "")}
            .run();
        ++position;
    }
}

void insert_tips(const Database& database, const std::string& sale, const Json& document)
{
    std::int64_t position = 0;
    for (const auto& tip : document.value("tips", Json::array())) {
        Query{database, "INSERT OR IGNORE INTO sale_tip (sale, position, staff, amount) VALUES (?, ?, ?, ?)", sale, position,
              tip.at("staff").get<std::string>(), tip.at("amount").get<std::int64_t>()}
            .run();
        ++position;
    }
}

/// moves: [{product, lot, thousandths}], signed
void move_goods(const Database& database, const Fact& fact, const char* kind)
{
    std::int64_t position = 0;
    for (const auto& move : fact.pub.at("moves")) {
        move_stock(database, fact,
                   {position, move.at("product").get<std::string>(), move.at("lot").get<std::string>(),
                    move.at("thousandths").get<std::int64_t>(), kind, {}});
        ++position;
    }
}

void insert_returned(const Database& database, const Fact& fact, const std::string& refund)
{
    std::int64_t position = 0;
    for (const auto& line : fact.pub.at("returned")) {
        Query{database,
              "INSERT OR IGNORE INTO refund (sale, position, of, line, quantity, amount) VALUES (?, ?, ?, ?, ?, ?)", refund,
              position, fact.text("of_id"), line.at("line").get<std::string>(), line.at("quantity").get<std::string>(),
              line.at("amount").get<std::int64_t>()}
            .run();
        ++position;
    }
}

/// Takes a later teller's document away with its parts (see forget_later_teller).
void forget_later_document(const Database& database, const Fact& fact, const std::string& id)
{
    if (!forget_later_teller(database, fact, "DELETE FROM sale WHERE id = ? AND (terminal, seq) > (?, ?)", id)) return;
    Query{database, "DELETE FROM sale_line WHERE sale = ?", id}.run();
    Query{database, "DELETE FROM sale_tax WHERE sale = ?", id}.run();
    Query{database, "DELETE FROM tender WHERE sale = ?", id}.run();
    Query{database, "DELETE FROM sale_tip WHERE sale = ?", id}.run();
    Query{database, "DELETE FROM refund WHERE sale = ?", id}.run();
}

/// The document's own row. {document: {...}, key, gross, discounts, tip_staff, at, by, day}
/// @returns false when it stands there already
/// @throws SQLite::Exception for a number or a key that another document of the terminal has: no sale may vanish behind it
bool insert_document(const Database& database, const Fact& fact)
{
    const auto& document = fact.pub.at("document");
    const auto& totals = document.at("totals");
    const auto text = [&](const char* name) { return document.at(name).get<std::string>(); };
    const auto id = text("id");
    return Query{database,
          "INSERT INTO sale (id, number, series, counter, kind, of, of_number, of_business_date, key, request, visit, client, "
          "staff, approved_by, terminal, seq, business_date, at, currency, price_mode, gross, discounts, service_charge, "
          "total, tax_total, tip, tip_staff, due, cash_due, cash_rounding, cash_in, change, bill_discount, chain_mark, sealed, prepaid, taxed_before) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT (id) DO NOTHING",
          id, text("number"), fact.text("series"), fact.integer("counter"), text("kind"), fact.text("of_id"), text("of"),
          text("of_business_date"), fact.text("key"), fact.text("request"), text("visit"), text("client"), text("staff"), text("approved_by"),
          fact.event.terminal, fact.event.seq, text("business_date"), text("at"), text("currency"), text("price_mode"),
          fact.integer("gross"), fact.integer("discounts"), amount_of(totals, "service_charge"),
          totals.at("total").get<std::int64_t>(), totals.at("tax_total").get<std::int64_t>(), amount_of(totals, "tip"),
          fact.text_or_empty("tip_staff"), totals.at("due").get<std::int64_t>(), amount_of(totals, "cash_due"),
          amount_of(totals, "cash_rounding"), amount_of(totals, "cash_in"), amount_of(totals, "change"),
          amount_of(totals, "bill_discount"), text("chain_mark"), fact.sealed(), amount_of(totals, "prepaid"),
          amount_of(totals, "taxed_before")}
               .run() > 0;
}

/// The visits whose status hangs on a document: its own, and that of the sale it takes back.
std::set<std::string> visits_of_document(const Database& database, const std::string& id)
{
    std::set<std::string> visits;
    Query row{database, "SELECT visit FROM sale WHERE id = ?1 OR id = (SELECT of FROM sale WHERE id = ?1)", id};
    while (row.next()) visits.insert(row.text(0));
    return visits;
}

void keep_document(const Database& database, const Fact& fact)
{
    const auto& document = fact.pub.at("document");
    const auto id = document.at("id").get<std::string>();
    auto visits = visits_of_document(database, id);
    forget_later_document(database, fact, id);
    if (insert_document(database, fact)) {
        insert_lines(database, id, document.at("lines"));
        insert_taxes(database, id, fact.pub.at("rates"));
        insert_tenders(database, id, document.at("tenders"));
        insert_tips(database, id, document);
        if (fact.pub.contains("returned")) insert_returned(database, fact, id);
    }
    keep_prepaid(database, fact);
    visits.merge(visits_of_document(database, id));
    for (const auto& visit : visits) {
        if (!visit.empty()) derive_visit(database, visit);
    }
}

}  // namespace

void sale_completed(const Database& database, const Fact& fact)
{
    keep_document(database, fact);
    move_goods(database, fact, "sale");
}

/// ... returned: [{line, quantity, amount}] of the original `of_id`
void sale_refunded(const Database& database, const Fact& fact)
{
    keep_document(database, fact);
    move_goods(database, fact, "refund");
}

void sale_voided(const Database& database, const Fact& fact)
{
    keep_document(database, fact);
    move_goods(database, fact, "void");
}

}  // namespace kushi::apply_detail
