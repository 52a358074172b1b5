#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/day/goods.h"
#include "core/day/report.h"

namespace kushi {

/// The figures by the names that reports, X and Z have (spec: cli.md, "day report"): the one place that writes them.
/// Commissions are the engine's to add: their rules are settings.
nlohmann::ordered_json to_json(const DayFigures& figures);
/// The inverse, for figures that a Z stored; what an older Z did not store is 0.
DayFigures day_figures_from_json(const nlohmann::ordered_json& json);

/// Puts `by_product`, `product_use`, `margin` and `stock_value` into a report.
void put_goods(nlohmann::ordered_json& report, const DayFigures& figures, const Goods& goods);
Goods goods_from_json(const nlohmann::ordered_json& report);

/// Thousandths as a whole number, or as decimal text where they are not whole.
nlohmann::ordered_json pieces_json(std::int64_t thousandths);

}  // namespace kushi
