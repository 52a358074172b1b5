#pragma once

#include <string>
#include <vector>

#include "db/database.h"

namespace kushi {

class Vault;

/// Whether the papers that the day's documents froze when they were made say the totals that are stored: one sentence for
/// each that does not. A document without a paper, or whose paper was erased, has nothing to say.
std::vector<std::string> failing_receipts(const Database& database, const Vault& vault, const std::string& business_date);

}  // namespace kushi
