#include "core/day/goods.h"

#include "core/money/rounding.h"

namespace kushi {

std::int64_t cost_of(std::int64_t thousandths, std::int64_t content_thousandths, std::int64_t cost)
{
    if (content_thousandths <= 0) return 0;
    return static_cast<std::int64_t>(divided(Wide{thousandths} * cost, content_thousandths, Rounding::half_up));
}

Margin margin_of(const DayFigures& figures, const Goods& goods)
{
    Margin margin;
    for (const auto& row : figures.revenue) {
        if (row.kind == "service" || row.kind == "product") margin.revenue_net += row.net;
    }
    for (const auto& sold : goods.sold) margin.product_cost += sold.cost;
    for (const auto& used : goods.used) margin.product_cost += used.cost;
    margin.margin = margin.revenue_net - margin.product_cost;
    return margin;
}

}  // namespace kushi
