#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace kushi::cli {

/// A report's figures as rows of `section,name,value` (RFC 4180): amounts in the smallest unit, lists with the value of
/// their first field as part of the name.
std::string report_csv(const nlohmann::ordered_json& report);

}  // namespace kushi::cli
