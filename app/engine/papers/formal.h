#pragma once

#include "app/engine/papers/receipt.h"

namespace kushi {

/// What a formal receipt (領収書) says beside its sale.
struct FormalFacts {
    std::string name;            ///< whom it is for
    std::string purpose;         ///< empty: the treatment
    std::string issued_on;       ///< local date
    bool after_receipt = false;  ///< the sale's receipt is on paper already, so that this is no second original
};

/// What was taken on this day for what was sold or prepaid. Not the tip, which is the staff's; not what a ticket,
/// voucher or deposit paid, which was receipted when it was sold.
std::int64_t received_amount(const Sale& sale);

/// The formal receipt of a sale: to whom, how much, for what, per rate what it came to and its tax, how it was paid,
/// and the place of the revenue stamp. Kind "formal".
printing::Document formal_document(const Sale& sale, const SalonFacts& salon, const PaperOptions& options,
                                   const FormalFacts& facts);

}  // namespace kushi
