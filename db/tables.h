#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/journal/event.h"
#include "db/database.h"

namespace kushi {

/// A table's rows in the order of their primary key, value by value, as one hash.
Hash table_hash(const Database& database, std::string_view table);
/// All tables that are made from the events, as one hash in hex: equal for two databases whose tables are equal.
std::string state_hash(const Database& database);

/// Where a table is not what the events make of it. Names the place and never a value, which may be a person's.
struct TableDifference {
    enum class Kind { changed, missing, inserted };
    Kind kind = Kind::changed;
    std::string table;
    std::string key;     ///< the primary key, its parts joined by '/'
    std::string column;  ///< the first that differs; empty unless changed
};

/// Walks both tables row by row. @returns the first difference by primary key, nothing when they are equal
std::optional<TableDifference> first_difference(const Database& found, const Database& expected, std::string_view table);

}  // namespace kushi
