#pragma once

#include <optional>
#include <string>

#include "app/engine/command.h"
#include "app/engine/papers/sale_papers.h"
#include "core/sale/sale.h"

namespace kushi {

/// Queues the first paper of a document on the receipt printer, inside the command's transaction. `print` says whether
/// one is wanted; without it, there is one when there is a printer. Without a printer there is never a job.
void queue_sale_paper(Command& command, const Sale& sale, std::optional<bool> print);
/// Queues any other paper. @returns the job's id; nothing without a printer
std::optional<std::int64_t> queue_paper(Command& command, const std::string& kind, const std::string& number,
                                        const printing::Document& document);

/// Queues a further paper of a sale, of a kind of its own: unmarked the first time, then as a copy that says so. Wants a
/// printer (`no_printer`). @returns the job's id
Outcome<std::int64_t> queue_further_paper(Command& command, const Sale& sale, const printing::Document& document, int copy);
/// Which copy the next paper of a kind is: 0 while none was queued.
int copy_to_come(const Command& command, const std::string& number, const std::string& kind);

/// How long a paper of a kind may wait for its printer before it is EXPIRED: what the guest waits for 10 minutes, slips
/// and reports 30.
Instant not_after(const std::string& kind, Instant now);

/// Receipts 1 before slips 2 before reports 3.
int paper_priority(const std::string& kind);

}  // namespace kushi
