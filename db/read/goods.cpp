#include "db/read/goods.h"

#include <algorithm>
#include <map>

#include "core/money/decimal.h"
#include "db/read/stock.h"

namespace kushi {
namespace {

std::int64_t cost_in(const PieceCosts& costs, const std::string& product, std::int64_t thousandths)
{
    const auto found = costs.find(product);
    return found == costs.end() ? 0 : cost_of(thousandths, found->second.content_thousandths, found->second.cost);
}

/// What the documents of the day took off the shelves, less what they put back.
std::vector<Goods::Sold> sold_on(const Database& database, const std::string& business_date, const PieceCosts& costs)
{
    std::vector<Goods::Sold> sold;
    Query row{database,
              "SELECT m.product, -SUM(m.thousandths) FROM sale s JOIN stock_move m ON m.terminal = s.terminal AND m.seq = s.seq "
              "WHERE s.business_date = ? AND s.terminal = (SELECT terminal FROM terminal) GROUP BY m.product ORDER BY m.product",
              business_date};
    while (row.next()) sold.push_back({row.text(0), cost_in(costs, row.text(0), row.integer(1))});
    return sold;
}

std::vector<Goods::Used> used_on(const Database& database, const std::string& business_date)
{
    std::map<std::pair<std::string, std::string>, Goods::Used> sums;
    Query row{database, "SELECT product, unit, amount, cost FROM product_use WHERE business_date = ?", business_date};
    while (row.next()) {
        auto& sum = sums.try_emplace({row.text(0), row.text(1)}, Goods::Used{row.text(0), row.text(1)}).first->second;
        if (const auto amount = Quantity::parse(row.text(2))) sum.thousandths += amount->units;
        sum.cost += row.integer(3);
    }
    std::vector<Goods::Used> used;
    for (const auto& [key, sum] : sums) used.push_back(sum);
    return used;
}

}  // namespace

Goods goods_on(const Database& database, const std::string& business_date, const PieceCosts& costs)
{
    Goods goods{sold_on(database, business_date, costs), used_on(database, business_date), 0};
    for (const auto& [product, piece] : costs) {
        // Below nothing is what nobody received or counted; a shelf holds no less than nothing.
        const auto on_hand = std::max<std::int64_t>(on_hand_thousandths(database, product), 0);
        goods.stock_value += cost_of(on_hand, piece.content_thousandths, piece.cost);
    }
    return goods;
}

}  // namespace kushi
