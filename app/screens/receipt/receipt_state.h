#pragma once

#include <string>

#include "app/screens/till/till_bill.h"

namespace kushi {

/// How the printer is, as far as it matters for one receipt.
enum class PaperChance { none, later, now };

struct ReceiptState {
    bool wants_paper = true;
    bool busy = false;
    std::string problem;
    std::vector<std::int64_t> denominations;
};

/// What the one button does: print now, leave a paper that prints later, or only finish.
enum class ReceiptFinish { print, print_later, finish };
ReceiptFinish finish_of(const ReceiptState& state, PaperChance chance);

}  // namespace kushi
