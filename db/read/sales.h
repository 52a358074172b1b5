#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/day/report.h"
#include "core/sale/sale.h"
#include "db/database.h"

namespace kushi {

class Vault;

/// Who has what of a line, as sale_line.shares holds it; empty for an empty text.
std::vector<StaffShare> shares_in(const std::string& json);

/// A finished document put together from its rows. The reason of a refund or void is opened when a vault is given.
std::optional<Sale> sale_by_id(const Database& database, const Vault& vault, const std::string& id);
std::optional<Sale> sale_by_number(const Database& database, const Vault& vault, const std::string& number);
/// What a caller's key was used for: a sale, refund or void of this terminal.
std::optional<Sale> sale_by_key(const Database& database, const Vault& vault, const std::string& key);
/// The short hash of the request that used this key of this terminal.
std::string request_of_key(const Database& database, const std::string& key);
/// The visit's sale that no void has taken back.
std::optional<std::string> live_sale_of_visit(const Database& database, const std::string& visit);
struct ClientSaleRecord {
    std::string id, number, kind, business_date;
    std::int64_t total = 0;
};
/// Newest first: sales, refunds and voids.
std::vector<ClientSaleRecord> sales_of_client(const Database& database, const std::string& client);
struct SaleFactRecord {
    std::string what;  ///< sale, refund, void, reprint
    std::string number, at, staff;
};
/// What happened to a document, oldest first: itself, what took it back, and its papers that were printed again.
std::vector<SaleFactRecord> history_of_sale(const Database& database, const std::string& sale);
/// Ids, oldest number first; of one business date, or of all when it is empty.
std::vector<std::string> sale_ids(const Database& database, const std::string& business_date);
bool is_voided(const Database& database, const std::string& sale);
bool has_refund(const Database& database, const std::string& sale);
/// What earlier refunds of a sale gave back by each tender.
std::vector<std::pair<std::string, std::int64_t>> refunded_by_tender(const Database& database, const std::string& sale);
/// How much of one line earlier refunds have given back.
Quantity returned_quantity(const Database& database, const std::string& sale, const std::string& line);
/// The amounts, tax included, that refunds of this sale gave back, and what of it was cash.
std::int64_t refunded_amount(const Database& database, const std::string& sale);
/// The next number of the terminal's one counter: only inside the transaction of the document that takes it.
std::int64_t next_counter(const Database& database, const std::string& series);
/// The visit of a client that ended before, newest first: for "returning".
bool client_was_here_before(const Database& database, const std::string& client, const std::string& business_date);

}  // namespace kushi
