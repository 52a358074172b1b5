#include "db/read/sales.h"

#include <nlohmann/json.hpp>

#include "db/read/sealed.h"
#include "db/vault/vault.h"

namespace kushi {
namespace {

Quantity quantity_in(const std::string& text)
{
    const auto quantity = Quantity::parse(text);
    if (!quantity) throw DatabaseProblem{DatabaseProblem::Kind::damaged, "a stored quantity is no number"};
    return *quantity;
}

Rate rate_in(const std::string& text)
{
    const auto rate = Rate::parse(text);
    if (!rate) throw DatabaseProblem{DatabaseProblem::Kind::damaged, "a stored tax rate is no number"};
    return *rate;
}

void read_lines(const Database& database, Sale& sale)
{
    Query row{database,
              "SELECT line, item, name, name_ja, quantity, unit_price, extended, line_discount, bill_discount_share, final, "
              "rate, reduced, kind, therapist, prepaid, list_price, ticket, shares FROM sale_line WHERE sale = ? ORDER BY position",
              sale.id};
    while (row.next()) {
        SaleLine line;
        line.line = row.text(0);
        line.item = row.text(1);
        line.name = row.text(2);
        line.name_ja = row.text(3);
        line.quantity = quantity_in(row.text(4));
        line.unit_price = row.integer(5);
        line.extended = row.integer(6);
        line.line_discount = row.integer(7);
        line.bill_discount_share = row.integer(8);
        line.final_amount = row.integer(9);
        line.rate = rate_in(row.text(10));
        line.reduced_rate = row.integer(11) != 0;
        line.kind = row.text(12);
        line.therapist = row.text(13);
        line.prepaid = row.integer(14) != 0;
        line.list_price = row.integer(15);
        line.ticket = row.text(16);
        line.shares = shares_in(row.text(17));
        sale.totals.extended.push_back(line.extended);
        sale.totals.line_discounts.push_back(line.line_discount);
        sale.totals.bill_discount_shares.push_back(line.bill_discount_share);
        sale.totals.line_final.push_back(line.final_amount);
        sale.lines.push_back(std::move(line));
    }
}

void read_taxes(const Database& database, Sale& sale)
{
    Query row{database, "SELECT rate, net, tax, gross FROM sale_tax WHERE sale = ? ORDER BY position", sale.id};
    while (row.next()) {
        sale.totals.by_rate.push_back({rate_in(row.text(0)), row.integer(1), row.integer(2), row.integer(3)});
    }
}

void read_tenders(const Database& database, Sale& sale)
{
    Query row{database, "SELECT type, label, amount, reference, prepaid, face, payment FROM tender WHERE sale = ? ORDER BY position",
              sale.id};
    while (row.next()) {
        sale.tenders.push_back(
            {row.text(0), row.text(1), row.integer(2), row.text(3), row.text(4), row.integer(5), row.text(6)});
    }
}

void read_tips(const Database& database, Sale& sale)
{
    Query row{database, "SELECT staff, amount FROM sale_tip WHERE sale = ? ORDER BY position", sale.id};
    while (row.next()) sale.tips.push_back({row.text(0), row.integer(1)});
}

std::string reason_of(const Vault& vault, const Query& row)
{
    const char* type = row.text(3) == "refund" ? "sale.refunded" : row.text(3) == "void" ? "sale.voided" : "sale.completed";
    const auto part = open_part(vault, row.integer(11), row.integer(26), type, row.bytes(27));
    return part.is_object() ? part.value("reason", "") : "";
}

Sale sale_in(const Database& database, const Vault& vault, const Query& row)
{
    Sale sale;
    sale.id = row.text(0);
    sale.number = row.text(1);
    sale.kind = sale_kind(row.text(3)).value_or(SaleKind::sale);
    sale.of = row.text(4);
    sale.of_business_date = row.text(5);
    sale.visit = row.text(6);
    sale.client = row.text(7);
    sale.staff = row.text(8);
    sale.approved_by = row.text(9);
    sale.business_date = row.text(10);
    sale.terminal = row.text(2);
    sale.at = parse_instant(row.text(12)).value_or(Instant{});
    sale.currency = Currency::find(row.text(13)).value_or(Currency{});
    sale.price_mode = row.text(14) == "exclusive" ? PriceMode::exclusive : PriceMode::inclusive;
    auto& totals = sale.totals;
    totals.total = row.integer(15);
    totals.tax_total = row.integer(16);
    if (row.integer(17) != 0) totals.tip = row.integer(17);
    totals.due = row.integer(18);
    totals.paid = TenderTotals{row.integer(19), row.integer(20), row.integer(21), row.integer(22)};
    totals.bill_discount = row.integer(23);
    if (row.integer(24) != 0) totals.service_charge = row.integer(24);
    sale.chain_mark = row.text(25);
    totals.prepaid = row.integer(28);
    totals.taxed_before = row.integer(29);
    sale.reason = reason_of(vault, row);
    read_lines(database, sale);
    read_taxes(database, sale);
    read_tenders(database, sale);
    read_tips(database, sale);
    return sale;
}

// One list of columns for the three questions below; sale_in reads them by position.
#define KUSHI_SALE_COLUMNS                                                                                              \
    "SELECT id, number, series, kind, of_number, of_business_date, visit, client, staff, approved_by, business_date, "  \
    "terminal, at, currency, price_mode, total, tax_total, tip, due, cash_due, cash_rounding, cash_in, change, "        \
    "bill_discount, service_charge, chain_mark, seq, sealed, prepaid, taxed_before FROM sale "

}  // namespace

std::vector<StaffShare> shares_in(const std::string& json)
{
    std::vector<StaffShare> shares;
    if (json.empty()) return shares;
    for (const auto& share : nlohmann::json::parse(json)) {
        shares.push_back({share.at("staff").get<std::string>(), share.at("amount").get<std::int64_t>()});
    }
    return shares;
}

std::optional<Sale> sale_by_id(const Database& database, const Vault& vault, const std::string& id)
{
    Query row{database, KUSHI_SALE_COLUMNS "WHERE id = ?", id};
    if (!row.next()) return std::nullopt;
    return sale_in(database, vault, row);
}

std::optional<Sale> sale_by_number(const Database& database, const Vault& vault, const std::string& number)
{
    Query row{database, KUSHI_SALE_COLUMNS "WHERE number = ?", number};
    if (!row.next()) return std::nullopt;
    return sale_in(database, vault, row);
}

std::optional<Sale> sale_by_key(const Database& database, const Vault& vault, const std::string& key)
{
    Query row{database, KUSHI_SALE_COLUMNS "WHERE terminal = (SELECT terminal FROM terminal) AND key = ?", key};
    if (!row.next()) return std::nullopt;
    return sale_in(database, vault, row);
}

#undef KUSHI_SALE_COLUMNS

std::string request_of_key(const Database& database, const std::string& key)
{
    Query row{database, "SELECT request FROM sale WHERE terminal = (SELECT terminal FROM terminal) AND key = ?", key};
    return row.next() ? row.text(0) : std::string{};
}

std::optional<std::string> live_sale_of_visit(const Database& database, const std::string& visit)
{
    Query row{database,
              "SELECT s.id FROM sale s WHERE s.visit = ? AND s.kind = 'sale' "
              "AND NOT EXISTS (SELECT 1 FROM sale v WHERE v.of = s.id AND v.kind = 'void') ORDER BY s.counter LIMIT 1",
              visit};
    if (!row.next()) return std::nullopt;
    return row.text(0);
}

std::vector<ClientSaleRecord> sales_of_client(const Database& database, const std::string& client)
{
    std::vector<ClientSaleRecord> sales;
    Query row{database,
              "SELECT s.id, s.number, s.kind, s.business_date, s.total FROM visit v JOIN sale s ON s.visit = v.id "
              "WHERE v.client = ? ORDER BY s.business_date DESC, s.at DESC, s.counter DESC",
              client};
    while (row.next()) sales.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.integer(4)});
    return sales;
}

std::vector<SaleFactRecord> history_of_sale(const Database& database, const std::string& sale)
{
    std::vector<SaleFactRecord> facts;
    Query row{database,
              "SELECT kind, number, at, staff FROM sale WHERE id = ?1 OR of = ?1 UNION ALL "
              "SELECT 'reprint', a.subject, a.at, a.staff FROM sale s JOIN audit a ON a.subject = s.number "
              "WHERE s.id = ?1 AND a.type = 'paper.reprinted' ORDER BY 3",
              sale};
    while (row.next()) facts.push_back({row.text(0), row.text(1), row.text(2), row.text(3)});
    return facts;
}

std::vector<std::string> sale_ids(const Database& database, const std::string& business_date)
{
    std::vector<std::string> ids;
    Query row{database, "SELECT id FROM sale WHERE (?1 = '' OR business_date = ?1) ORDER BY series, counter", business_date};
    while (row.next()) ids.push_back(row.text(0));
    return ids;
}

bool is_voided(const Database& database, const std::string& sale)
{
    return Query{database, "SELECT 1 FROM sale WHERE of = ? AND kind = 'void'", sale}.next();
}

bool has_refund(const Database& database, const std::string& sale)
{
    return Query{database, "SELECT 1 FROM sale WHERE of = ? AND kind = 'refund'", sale}.next();
}

std::vector<std::pair<std::string, std::int64_t>> refunded_by_tender(const Database& database, const std::string& sale)
{
    std::vector<std::pair<std::string, std::int64_t>> sums;
    Query row{database,
              "SELECT t.type, SUM(t.amount) FROM tender t JOIN sale s ON s.id = t.sale WHERE s.of = ? AND s.kind = 'refund' "
              "GROUP BY t.type ORDER BY t.type",
              sale};
    while (row.next()) sums.emplace_back(row.text(0), row.integer(1));
    return sums;
}

Quantity returned_quantity(const Database& database, const std::string& sale, const std::string& line)
{
    Quantity sum;
    Query row{database, "SELECT quantity FROM refund WHERE of = ? AND line = ?", sale, line};
    while (row.next()) sum.units += quantity_in(row.text(0)).units;
    return sum;
}

std::int64_t refunded_amount(const Database& database, const std::string& sale)
{
    Query row{database, "SELECT COALESCE(SUM(total), 0) FROM sale WHERE of = ? AND kind = 'refund'", sale};
    row.next();
    return row.integer(0);
}

std::int64_t next_counter(const Database& database, const std::string& series)
{
    Query row{database,
              "SELECT COALESCE(MAX(counter), 0) + 1 FROM sale WHERE terminal = (SELECT terminal FROM terminal) AND series = ?",
              series};
    row.next();
    return row.integer(0);
}

bool client_was_here_before(const Database& database, const std::string& client, const std::string& business_date)
{
    return Query{database,
                 "SELECT 1 FROM visit WHERE client = ? AND business_date < ? AND status NOT IN ('cancelled', 'no_show', 'expected') "
                 "LIMIT 1",
                 client, business_date}
        .next();
}

}  // namespace kushi
