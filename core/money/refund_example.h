#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/result.h"

namespace kushi {

/// The `refund` kind: prices a sale, then returns parts of it one refund after another.
Outcome<nlohmann::ordered_json> refund_example(const nlohmann::json& input);

}  // namespace kushi
