#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace kushi::cli {

/// How the words of `kushi report` are shown in its usage.
inline constexpr const char* report_words = "day [DATE] | week [DATE] | month [YYYY-MM] | year [YYYY] | range FROM TO | z NUMBER | own [DATE|YYYY-MM]";

/// {"do":"report"} for the words of `kushi report`; nothing for other words.
std::optional<nlohmann::json> report_request(const std::vector<std::string>& words);

}  // namespace kushi::cli
