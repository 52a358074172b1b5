#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace kushi::cli {

/// Rows as CSV (RFC 4180) with a line of their names first: of each row the named fields, in that order. A text that a
/// spreadsheet would take for a formula (it begins with = + - @, tab or return) has an apostrophe in front.
std::string table_csv(const std::vector<std::string>& names, const nlohmann::ordered_json& rows);

}  // namespace kushi::cli
