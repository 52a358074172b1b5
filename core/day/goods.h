#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/day/report.h"

namespace kushi {

/// What goods cost the salon over a day or a period. Costs are the catalogue's when the report is made, and stay as the Z
/// stored them.
struct Goods {
    struct Sold { std::string product; std::int64_t cost = 0; };
    std::vector<Sold> sold;  ///< by product; what came back to the shelf is taken off, what did not stays a cost
    struct Used { std::string product, unit; std::int64_t thousandths = 0, cost = 0; };
    std::vector<Used> used;  ///< at the chairs, whoever paid for the visit and how, by product and unit
    std::int64_t stock_value = 0;  ///< of all shelves at the end
};

/// What so much of a product cost, half up: `cost` is of one piece that holds `content_thousandths`.
std::int64_t cost_of(std::int64_t thousandths, std::int64_t content_thousandths, std::int64_t cost);

struct Margin {
    std::int64_t revenue_net = 0;   ///< of services and products, net of tax
    std::int64_t product_cost = 0;  ///< of what was used and sold
    std::int64_t margin = 0;
};
Margin margin_of(const DayFigures& figures, const Goods& goods);

}  // namespace kushi
