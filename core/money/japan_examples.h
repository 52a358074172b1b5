#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/result.h"

namespace kushi {

/// The `stamp` kind: the stamp duty on one receipt. A tender other than `cash` is none of the duty's money.
Outcome<nlohmann::ordered_json> stamp_example(const nlohmann::json& input);
/// The `regno` kind: the form and the check digit of an invoice issuer's number, which any text may be asked for.
Outcome<nlohmann::ordered_json> regno_example(const nlohmann::json& input);

}  // namespace kushi
