#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace kushi::cli {

/// A report's figures as rows of `section,name,value` (RFC 4180), all that its JSON has: amounts in the smallest unit, and
/// for entries of lists the value of their first field as part of the name. A text that a spreadsheet would take for a
/// formula (it begins with = + - @, tab or return, and is no number) has an apostrophe in front.
std::string report_csv(const nlohmann::ordered_json& report);

}  // namespace kushi::cli
