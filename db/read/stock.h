#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "db/database.h"

namespace kushi {

/// What is left on a shelf, in thousandths of the product's unit: the latest count and the moves after it; may be
/// negative. With no lot named, over all lots.
std::int64_t on_hand_thousandths(const Database& database, const std::string& product);

struct LotRecord {
    std::string product, lot, expires;
    std::int64_t left_thousandths = 0;
    std::vector<std::string> clients;  ///< ids of all it was used on
    std::vector<std::string> visits;
};
/// With who had it: for a recall.
std::vector<LotRecord> all_lots(const Database& database);
/// The lot to take first: not expired on `date`, the earliest expiry that has something left; nothing if there is none.
std::optional<std::string> lot_to_use(const Database& database, const std::string& product, const std::string& date);
/// What a sale took off the shelves: negative thousandths, each with its lot.
struct ShelfMove {
    std::string product, lot;
    std::int64_t thousandths = 0;
};
std::vector<ShelfMove> moves_of_sale(const Database& database, const std::string& sale);
struct LotState {
    std::string expires;
    std::int64_t left_thousandths = 0;
};
std::optional<LotState> lot_state(const Database& database, const std::string& product, const std::string& lot);

}  // namespace kushi
