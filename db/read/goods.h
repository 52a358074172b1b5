#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/day/goods.h"
#include "db/database.h"

namespace kushi {

/// What a product costs the salon a piece, and how much of its unit a piece holds: by its code.
struct PieceCost { std::int64_t cost = 0, content_thousandths = 0; };
using PieceCosts = std::map<std::string, PieceCost>;

/// What was sold and used on a business date and what it cost, and what stands on the shelves now.
Goods goods_on(const Database& database, const std::string& business_date, const PieceCosts& costs);

}  // namespace kushi
