#pragma once

#include <cstdint>

#include "core/result.h"

namespace kushi {

/// What Japan's stamp duty asks of one receipt. Amounts in yen.
struct StampDuty {
    std::int64_t judged_amount = 0;  ///< what the table is read with; 0 when the receipt is outside the duty
    std::int64_t stamp = 0;          ///< the stamp to be put on it
    bool print_box = false;          ///< whether the receipt has a place for one
};

struct ReceiptForStamp {
    std::int64_t amount = 0;  ///< taken, tax included
    std::int64_t tax = 0;     ///< the tax inside it
    bool tax_stated = false;  ///< whether the paper says the tax in yen, which takes it out of what is judged
    bool in_cash = true;      ///< what a card or a code pays is no receipt of money, if the paper says so
    bool on_paper = true;     ///< an electronic receipt is no document of the duty
};

/// The duty on a receipt of sales proceeds (document no. 17-1). Refuses `bad_amount` (below zero, or a tax over the
/// amount) and `out_of_range`.
/// Source: 国税庁 タックスアンサー No.7141 (table), No.6925 (consumption tax stated apart), No.7105 (receipts)
Outcome<StampDuty> stamp_duty(const ReceiptForStamp& receipt);

}  // namespace kushi
