#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/engine/papers/parts.h"
#include "core/sale/sale.h"

namespace kushi {

// What the papers of one sale have in common.

/// A line as its guest knows it, with the mark of the reduced rate.
std::string line_name(const PaperWriter& paper, const SaleLine& line);
/// "Card", "Prepaid ticket", or the salon's own name for it.
std::string tender_name(const PaperWriter& paper, const SaleTender& tender);
/// The name with the end of its slip's number, where there is one.
std::string tender_words(const PaperWriter& paper, const SaleTender& tender);
/// A tender's reference or a voucher's code as paper may show it: its last four characters, with * for those before.
std::string masked_reference(std::string_view reference);

/// Per rate what it came to and its tax; in exclusive mode the sum before tax above them.
void write_rates(PaperWriter& paper, const Sale& sale);
/// The sentence for the mark ※, when a line bears it.
void write_reduced_note(PaperWriter& paper, const Sale& sale);
/// "14 Nov 2026 10:31 JST", "Sale A-001042".
void write_time_and_number(PaperWriter& paper, const Sale& sale, const SalonFacts& salon);
/// When the client comes again, and to whom; nothing without it.
void write_next_visit(PaperWriter& paper, const std::optional<Instant>& at, const std::string& staff_name,
                      const std::string& zone);
void write_chain_mark(PaperWriter& paper, const Sale& sale);
/// The place for a revenue stamp of so many yen; nothing for 0.
void write_stamp_box(PaperWriter& paper, std::int64_t stamp);

/// " until 30 Apr 2027"; empty for one without end.
std::string until_words(const PaperWriter& paper, const std::string& last_day);

}  // namespace kushi
