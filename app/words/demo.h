#pragma once

#include <string>
#include <string_view>

namespace kushi {

// clang-format off
/// What `kushi demo` says at its end. `{}` is filled in by the caller, in order.
enum class DemoWord {
    day, visits, documents, totals, papers, proven, not_proven,
    where, receipts, report, data, staff, pin, next, try_board, try_sales, try_receipt, try_report,
};
// clang-format on

/// `language` is "ja" or, for anything else, English.
std::string_view demo_word(DemoWord word, std::string_view language);

}  // namespace kushi
