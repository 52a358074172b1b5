#include "tests/db/little_salon.h"

#include <sodium.h>
#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "core/day/report.h"
#include "core/id.h"
#include "core/sale/sale_json.h"
#include "db/read/day.h"
#include "db/read/sales.h"

namespace kushi::test {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

Database with_terminal(Database database, const Vault& vault)
{
    const auto key = vault.signing_public_key();
    Journal::create_terminal(database, {"0197a000-0000-7000-8000-000000000001", 42, "A", true},
                             {reinterpret_cast<const char*>(key.data()), key.size()});
    return database;
}

std::string new_id(Instant now)
{
    std::array<std::uint8_t, 10> random{};
    randombytes_buf(random.data(), random.size());
    return uuid_text(uuid_v7(now.time_since_epoch().count(), random));
}

SaleLine line_of(const char* item, const char* kind, const ReceiptLine& priced, const ReceiptTotals& totals, std::size_t i)
{
    SaleLine line;
    line.line = std::string{"line-"} + item;
    line.item = item;
    line.name = item;
    line.name_ja = "品";
    line.quantity = priced.quantity;
    line.unit_price = priced.unit;
    line.extended = totals.extended[i];
    line.line_discount = totals.line_discounts[i];
    line.bill_discount_share = totals.bill_discount_shares[i];
    line.final_amount = totals.line_final[i];
    line.rate = priced.rate;
    line.kind = kind;
    line.therapist = "staff-1";
    return line;
}

json rates_of(const Sale& sale)
{
    auto rates = json::array();
    for (const auto& row : sale.totals.by_rate) {
        rates.push_back({{"rate", row.rate.text}, {"net", row.net}, {"tax", row.tax}, {"gross", row.gross}});
    }
    return rates;
}

json report_of(const DayFigures& figures, const std::string& day, std::int64_t z)
{
    const auto& d = figures.drawer;
    json report{{"business_date", day}, {"z", z}, {"count_sales", figures.count_sales}, {"count_refunds", figures.count_refunds},
                {"count_voids", figures.count_voids}, {"gross", figures.gross}, {"discounts", figures.discounts},
                {"refunds", figures.refunds}, {"voids", figures.voids}, {"net_incl", figures.net_incl},
                {"tax_total", figures.tax_total}, {"tips", figures.tips}, {"prepaid_sold", figures.prepaid_sold},
                {"cash_rounding", figures.cash_rounding}, {"grand_total_after", figures.grand_total_after},
                {"first_number", figures.first_number}, {"last_number", figures.last_number},
                {"drawer", {{"float", d.opening_float}, {"cash_net", d.cash_net}, {"paid_in", d.paid_in}, {"paid_out", d.paid_out},
                            {"drops", d.drops}, {"expected", d.expected}, {"counted", *d.counted}, {"over_short", *d.over_short}}},
                {"net_by_rate", json::object()}, {"tax_by_rate", json::object()}, {"tenders", json::object()},
                {"by_service", json::array()}, {"by_therapist", json::array()}};
    for (const auto& row : figures.by_rate) {
        report["net_by_rate"][row.rate.text] = row.net;
        report["tax_by_rate"][row.rate.text] = row.tax;
    }
    for (const auto& row : figures.tenders) report["tenders"][row.name] = row.amount;
    for (const auto& row : figures.by_service) {
        report["by_service"].push_back({{"item", row.item}, {"count", row.count}, {"total", row.total}});
    }
    for (const auto& row : figures.by_therapist) {
        report["by_therapist"].push_back({{"staff", row.staff}, {"count", row.count}, {"total", row.total}, {"tips", row.tips}});
    }
    return report;
}

}  // namespace

Folder::Folder()
{
    std::string name = (fs::temp_directory_path() / "kushi-db-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    path_ = name;
}

Folder::~Folder()
{
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

LittleSalon::LittleSalon(Database database)
    : database_{with_terminal(std::move(database), vault_)},
      journal_{database_, vault_, [this] { return now_ += std::chrono::seconds{1}; },
               [](std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); }}
{
}

std::string LittleSalon::day() const { return date_text(business_day(now_, DayRule{"Asia/Tokyo", std::chrono::hours{5}})); }

void LittleSalon::next_day() { now_ += std::chrono::hours{24}; }

Stamp LittleSalon::record(const char* type, json pub) { return record(type, std::move(pub), json()); }

Stamp LittleSalon::record(const char* type, json pub, const json& priv)
{
    pub["by"] = "staff-1";
    pub["at"] = instant_text(now_);
    if (!pub.contains("day")) pub["day"] = day();
    Transaction transaction{database_};
    const auto stamp = journal_.append(type, pub, priv);
    if (std::string_view{type} == "day.closed") journal_.sign_tip();
    transaction.commit();
    return stamp;
}

void LittleSalon::open_day(std::int64_t opening_float) { record("drawer.moved", {{"kind", "float"}, {"amount", opening_float}}); }

Sale LittleSalon::numbered(SaleKind kind)
{
    Sale sale;
    sale.id = new_id(now_);
    const auto counter = std::to_string(next_counter(database_, "A"));
    sale.number = "A-" + std::string(6 - counter.size(), '0') + counter;
    sale.kind = kind;
    sale.business_date = day();
    sale.at = now_;
    sale.staff = "staff-1";
    sale.terminal = "42";
    sale.currency = *Currency::find("JPY");
    sale.chain_mark = chain_mark(journal_.tip());
    return sale;
}

void LittleSalon::keep(const Sale& sale, const char* type, const std::string& of_id, json extra)
{
    std::int64_t discounts = sale.totals.bill_discount;
    for (const auto amount : sale.totals.line_discounts) discounts += amount;
    json fact{{"document", json::parse(to_json(sale, "en").dump())}, {"series", "A"}, {"counter", next_counter(database_, "A")},
              {"key", new_id(now_)}, {"request", ""}, {"of_id", of_id}, {"rates", rates_of(sale)}, {"discounts", discounts},
              {"gross", sale.totals.total + discounts}, {"tip_staff", ""}, {"moves", json::array()}};
    fact.update(extra);
    record(type, fact, {{"reason", "秘密の理由"}});
}

Sale LittleSalon::sell(std::int64_t price, std::int64_t tip)
{
    ReceiptInput input;
    const auto rate = Rate::parse("0.10").value();
    input.lines = {{price, Quantity::whole(1), rate, {}, 0, true}, {2'000, Quantity::whole(2), rate, {}, 0, true}};
    input.bill_discount = 500;
    if (tip != 0) input.tip = tip;
    auto sale = numbered(SaleKind::sale);
    sale.visit = new_id(now_);
    sale.tenders = {{"cash", {}, price_receipt(input).value().due + 10'000, {}}};
    input.tenders = {{"cash", sale.tenders.front().amount}};
    sale.totals = price_receipt(input).value();
    sale.lines = {line_of("head-spa", "service", input.lines[0], sale.totals, 0),
                  line_of("shampoo", "product", input.lines[1], sale.totals, 1)};
    keep(sale, "sale.completed", {}, {{"moves", json::array({{{"product", "shampoo"}, {"lot", "L1"}, {"thousandths", -2'000}}})}});
    return sale;
}

Sale LittleSalon::refund(const Sale& sale)
{
    std::vector<SoldLine> sold;
    for (const auto& line : sale.lines) {
        sold.push_back({line.quantity, returned_quantity(database_, sale.id, line.line), line.final_amount, line.rate});
    }
    const auto back = price_refund({}, sold, sale.totals.by_rate, {{0, sold.front().quantity}}).value();
    auto refund = numbered(SaleKind::refund);
    refund.of = sale.number;
    refund.lines = {sale.lines.front()};
    auto& line = refund.lines.front();
    line.extended = line.final_amount = back.line_amounts.front();
    line.line_discount = line.bill_discount_share = 0;
    auto& totals = refund.totals;
    totals.extended = totals.line_final = {line.final_amount};
    totals.line_discounts = totals.bill_discount_shares = {0};
    totals.by_rate = back.by_rate;
    totals.tax_total = back.tax_total;
    totals.total = totals.due = back.amount;
    totals.paid = TenderTotals{back.amount, 0, back.amount, 0};
    refund.tenders = {{"cash", {}, back.amount, {}}};
    keep(refund, "sale.refunded", sale.id,
         {{"returned", json::array({{{"line", line.line}, {"quantity", line.quantity.text()}, {"amount", line.final_amount}}})}});
    return refund;
}

Sale LittleSalon::take_back(const Sale& sale)
{
    auto document = sale;
    const auto fresh = numbered(SaleKind::void_);
    document.id = fresh.id;
    document.number = fresh.number;
    document.kind = SaleKind::void_;
    document.of = sale.number;
    document.at = fresh.at;
    keep(document, "sale.voided", sale.id, json::object());
    return document;
}

void LittleSalon::close_day()
{
    const auto today = day();
    record("drawer.moved", {{"kind", "count"}, {"amount", 50'000}});
    auto facts = day_facts(database_, today, "Asia/Tokyo");
    facts.z = last_z(database_) + 1;
    const auto figures = add_up(facts).value();
    record("day.closed", {{"z", *facts.z}, {"counted", 50'000}, {"report", report_of(figures, today, *facts.z)},
                          {"grand_total_after", figures.grand_total_after}});
}

void LittleSalon::one_day()
{
    open_day(30'000);
    record("setting.set", {{"path", "salon.zone"}, {"value", "Asia/Tokyo"}});
    record("item.set", {{"item", "shampoo"}, {"fields", {{"kind", "product"}, {"price", 2'000}}}});
    record("stock.received", {{"product", "shampoo"}, {"lot", "L1"}, {"thousandths", 20'000}, {"expires", "2027-01-01"}});
    record("client.set", {{"client", "client-1"}, {"fields", {"name"}}}, {{"name", "佐藤 葵"}});
    record("visit.arrived", {{"visit", "visit-1"}, {"client", "client-1"}, {"service", "head-spa"}});
    record("consultation.given", {{"consultation", "c-1"}, {"visit", "visit-1"}}, {{"concerns", {"itch"}}});
    record("note.written", {{"note", "n-1"}, {"visit", "visit-1"}}, {{"text", "静かに"}});
    const auto first = sell(8'800, 300);
    refund(sell(6'600));
    take_back(first);
    sell(5'500);
    close_day();
}

}  // namespace kushi::test
