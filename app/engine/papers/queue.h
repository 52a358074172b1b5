#pragma once

#include <optional>
#include <string>

#include "app/engine/command.h"
#include "app/engine/papers/parts.h"
#include "core/sale/sale.h"

namespace kushi {

/// The salon as papers in `language` name it.
SalonFacts salon_facts(const Salon& salon, bool training, const std::string& language);
/// A stored sale's paper in `language`, as it is printed the first time.
printing::Document paper_of(const Salon& salon, bool training, const Sale& sale, const std::string& language);

/// As it was frozen when it was first printed; in another language, or never printed, from the stored sale.
printing::Document paper_as_printed(const Database& database, const Vault& vault, const Salon& salon, bool training, const Sale& sale,
                                    const std::string& language);

/// Queues the first paper of a document on the receipt printer, inside the command's transaction. `print` says whether
/// one is wanted; without it, there is one when there is a printer. Without a printer there is never a job.
void queue_sale_paper(Command& command, const Sale& sale, std::optional<bool> print);
/// Queues any other paper. @returns the job's id; nothing without a printer
std::optional<std::int64_t> queue_paper(Command& command, const std::string& kind, const std::string& number,
                                        const printing::Document& document);

/// How long a paper of a kind may wait for its printer before it is EXPIRED: receipts 10 minutes, slips and reports 30.
Instant not_after(const std::string& kind, Instant now);

/// Receipts 1 before reports 3.
int paper_priority(const std::string& kind);

}  // namespace kushi
