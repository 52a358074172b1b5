#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/money/receipt.h"
#include "core/result.h"

namespace kushi {

/// One refund of an example, priced.
struct PlayedRefund {
    std::vector<ReturnedLine> lines;
    std::string tender;  ///< empty when the refund names none
    RefundTotals totals;
    std::optional<std::int64_t> cash_rounding;  ///< when it goes out in cash: what is handed out less the amount
};

struct PlayedRefunds {
    ReceiptTotals sale;
    std::vector<PlayedRefund> refunds;
};

/// Prices a sale, then returns parts of it one refund after another.
/// @param tender  what refunds go out in that name no tender of their own; empty: in cash if the sale came in by cash
Outcome<PlayedRefunds> play_refunds(const nlohmann::json& input, const std::string& tender);

/// The `refund` kind.
Outcome<nlohmann::ordered_json> refund_example(const nlohmann::json& input);

}  // namespace kushi
