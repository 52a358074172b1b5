#pragma once

#include <cstdint>
#include <vector>

#include "core/day/report.h"

namespace kushi {

/// What one line stands for without its tax.
struct LineNet {
    std::int64_t revenue = 0;  ///< of the document's printed net: what is booked
    /// What the work was worth: the same, but for what was paid with a voucher that was taxed when it was sold. Its money
    /// is no revenue of this document; whoever did the work did it all the same.
    std::int64_t work = 0;
};

struct DocumentNet {
    std::vector<LineNet> lines;  ///< parallel to the document's
    struct Charge { Rate rate; std::int64_t net = 0; };
    std::vector<Charge> charges;  ///< net of a rate that no line stands for: a service charge
};

/// Splits the net that a document prints for each rate over the lines of that rate, by largest remainder: tax is rounded
/// once a rate and never a line, so a line has no net of its own. Lines and charges of a rate sum to its net exactly.
DocumentNet net_of_lines(const DayDocument& document);

/// `total` over weights of which one is above 0, by largest remainder; a total may be over their sum, or below 0.
std::vector<std::int64_t> allocate_freely(std::int64_t total, const std::vector<std::int64_t>& weights);

}  // namespace kushi
