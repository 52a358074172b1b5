#pragma once

#include <cstdint>
#include <string>

#include "db/database.h"

namespace kushi {

/// How many formal receipts were made out for a sale's number.
std::int64_t formal_receipts_of(const Database& database, const std::string& number);

}  // namespace kushi
