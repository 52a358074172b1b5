#include "db/read/stock.h"

#include <algorithm>
#include <utility>

namespace kushi {
namespace {

struct Shelf {
    std::string lot;
    std::string expires;
};

/// Every lot of a product, one seek each: a shelf's history is never read whole.
std::vector<std::string> lots_of(const Database& database, const std::string& product)
{
    std::vector<std::string> lots;
    Query row{database,
              "WITH RECURSIVE shelf (lot) AS (SELECT MIN(lot) FROM stock_move WHERE product = ?1 UNION ALL "
              "SELECT (SELECT MIN(lot) FROM stock_move WHERE product = ?1 AND lot > shelf.lot) FROM shelf WHERE shelf.lot IS NOT NULL) "
              "SELECT lot FROM shelf WHERE lot IS NOT NULL",
              product};
    while (row.next()) lots.push_back(row.text(0));
    return lots;
}

/// The one to take first before the others: by expiry, then by lot.
std::vector<Shelf> shelves_of(const Database& database, const std::string& product)
{
    std::vector<Shelf> shelves;
    for (const auto& lot : lots_of(database, product)) {
        Query expiry{database, "SELECT COALESCE(MAX(expires), '') FROM stock_move WHERE product = ? AND lot = ? AND expires <> ''", product, lot};
        expiry.next();
        shelves.push_back({lot, expiry.text(0)});
    }
    std::ranges::sort(shelves, {}, [](const Shelf& shelf) { return std::pair{shelf.expires, shelf.lot}; });
    return shelves;
}

std::int64_t left_of(const Database& database, const std::string& product, const std::string& lot)
{
    std::int64_t left = 0;
    std::string month;
    Query count{database,
                "SELECT thousandths, month, hlc, terminal, seq FROM stock_move WHERE product = ? AND lot = ? AND kind = 'count' "
                "ORDER BY hlc DESC, terminal DESC, seq DESC LIMIT 1",
                product, lot};
    if (count.next()) {
        left = count.integer(0);
        month = count.text(1);
        Query after{database,
                    "SELECT COALESCE(SUM(thousandths), 0) FROM stock_move WHERE product = ? AND lot = ? AND month = ? "
                    "AND kind <> 'count' AND (hlc, terminal, seq) > (?, ?, ?)",
                    product, lot, month, count.integer(2), count.integer(3), count.integer(4)};
        after.next();
        left += after.integer(0);
    }
    Query months{database, "SELECT COALESCE(SUM(thousandths), 0) FROM stock_month WHERE product = ? AND lot = ? AND month > ?",
                 product, lot, month};
    months.next();
    return left + months.integer(0);
}

}  // namespace

std::int64_t on_hand_thousandths(const Database& database, const std::string& product)
{
    std::int64_t left = 0;
    for (const auto& lot : lots_of(database, product)) left += left_of(database, product, lot);
    return left;
}

std::vector<LotRecord> all_lots(const Database& database)
{
    std::vector<LotRecord> lots;
    Query row{database, "SELECT product, lot, MAX(expires) FROM stock_move WHERE lot <> '' GROUP BY product, lot ORDER BY product, lot"};
    while (row.next()) {
        LotRecord lot{row.text(0), row.text(1), row.text(2), left_of(database, row.text(0), row.text(1)), {}, {}};
        Query use{database,
                  "SELECT DISTINCT u.visit, COALESCE(v.client, '') FROM product_use u LEFT JOIN visit v ON v.id = u.visit "
                  "WHERE u.product = ? AND u.lot = ? ORDER BY 1",
                  lot.product, lot.lot};
        while (use.next()) lot.visits.push_back(use.text(0));
        Query client{database,
                     "SELECT DISTINCT v.client FROM product_use u JOIN visit v ON v.id = u.visit "
                     "WHERE u.product = ? AND u.lot = ? AND v.client <> '' ORDER BY 1",
                     lot.product, lot.lot};
        while (client.next()) lot.clients.push_back(client.text(0));
        lots.push_back(std::move(lot));
    }
    return lots;
}

std::optional<std::string> lot_to_use(const Database& database, const std::string& product, const std::string& date)
{
    for (const auto& shelf : shelves_of(database, product)) {
        if (shelf.lot.empty() || (!shelf.expires.empty() && shelf.expires < date)) continue;
        if (left_of(database, product, shelf.lot) > 0) return shelf.lot;
    }
    return std::nullopt;
}

std::vector<ShelfMove> moves_of_sale(const Database& database, const std::string& sale)
{
    std::vector<ShelfMove> moves;
    Query row{database,
              "SELECT m.product, m.lot, m.thousandths FROM sale s JOIN stock_move m ON m.terminal = s.terminal AND m.seq = s.seq "
              "WHERE s.id = ? ORDER BY m.position",
              sale};
    while (row.next()) moves.push_back({row.text(0), row.text(1), row.integer(2)});
    return moves;
}

std::optional<LotState> lot_state(const Database& database, const std::string& product, const std::string& lot)
{
    Query row{database, "SELECT MAX(expires) FROM stock_move WHERE product = ? AND lot = ? GROUP BY product, lot", product, lot};
    if (!row.next()) return std::nullopt;
    return LotState{row.text(0), left_of(database, product, lot)};
}

}  // namespace kushi
