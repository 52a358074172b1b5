#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "core/sale/sale.h"

namespace kushi {

/// The sale as the command line says it and as the journal keeps it (spec: cli.md, "Fields"). `name` is in the asked
/// language; both languages stand beside it.
nlohmann::ordered_json to_json(const Sale& sale, std::string_view language);
nlohmann::ordered_json to_json(const SaleLine& line, std::string_view language);

}  // namespace kushi
