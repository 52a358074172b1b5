#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/engine/papers/parts.h"
#include "app/engine/papers/prepaid_facts.h"
#include "core/sale/sale.h"

namespace kushi {

/// How one paper of a sale is to be made.
struct PaperOptions {
    std::string language = "en";
    int reprint_count = 0;       ///< 0 for the first paper
    Instant reprinted_at{};      ///< of a copy
    std::string staff_name;      ///< alias of who took the money
    std::string terminal_name;   ///< "Till 1"; the terminal's own name when empty
    std::string therapist_name;  ///< alias; empty when the same or none
    struct Tip {
        std::string staff_name;
        std::int64_t amount = 0;
    };
    std::vector<Tip> tips;                           ///< whose the tip is; a name is empty where it is shared
    std::map<std::string, std::string> staff_names;  ///< by id, of those who share a line
    std::vector<PrepaidFact> prepaid;                ///< what the document did to tickets, vouchers and deposits
    std::int64_t stamp = 0;                          ///< yen of the revenue stamp that the paper needs
    std::optional<Instant> next_visit;
    std::string next_visit_staff;
};

/// The receipt of a sale, or the paper of a refund or a void: what was bought, per rate what it came to and its tax,
/// how it was paid. The total is without the tip and what is prepaid, which have lines of their own. Made from the
/// stored sale only; nothing is priced. A voucher's code stands whole on the paper that sells it. Kinds: "sale",
/// "refund", "void".
printing::Document receipt_document(const Sale& sale, const SalonFacts& salon, const PaperOptions& options);

}  // namespace kushi
