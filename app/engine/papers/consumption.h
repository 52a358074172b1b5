#pragma once

#include "app/engine/papers/receipt.h"

namespace kushi {

/// Whether the sale used a ticket, so that there is something to tell.
bool uses_a_ticket(const PaperOptions& options);

/// The consumption receipt (消化レシート): of each ticket that the sale used, how much of it, what is left, and until
/// when. Kind "consumption".
printing::Document consumption_document(const Sale& sale, const SalonFacts& salon, const PaperOptions& options);

}  // namespace kushi
