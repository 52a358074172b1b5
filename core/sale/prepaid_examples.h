#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/result.h"

namespace kushi {

/// The `ticket` kind: a ticket book from its sale to its last event, one ledger entry each. Refuses what next_use and
/// cancelled refuse, `bad_date` for a use before the sale, `not_expired` for an expiry that has not come, and
/// `ticket_closed` for what comes after an expiry or a cancellation (a use after an expiry is `expired`).
Outcome<nlohmann::ordered_json> ticket_example(const nlohmann::json& input);
/// The `voucher` kind: issue and uses of a multi-purpose voucher, taxed when used, or a single-purpose one, taxed when
/// sold.
Outcome<nlohmann::ordered_json> voucher_example(const nlohmann::json& input);
/// The `deposit` kind.
Outcome<nlohmann::ordered_json> deposit_example(const nlohmann::json& input);

}  // namespace kushi
