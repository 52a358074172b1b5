#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/result.h"

namespace kushi {

/// The `zreport` kind: a day of events, added up as the Z does it, every identity of R15 held. Beside what its sales
/// and refunds refuse: `bad_amount` (below zero), `unknown_sale` and `already_voided` for a void, `underpaid` for a
/// sale without tenders, and `bad_request` for a second float or what comes after the count, since no drawer is counted
/// before its day is over.
/// @throws std::logic_error for a day that does not add up
Outcome<nlohmann::ordered_json> zreport_example(const nlohmann::json& input);

}  // namespace kushi
