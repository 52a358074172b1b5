#pragma once

#include "app/engine/papers/receipt.h"

namespace kushi {

/// What was bought, without a price: for whoever gets it as a gift and may want to exchange it. Kind "gift".
printing::Document gift_document(const Sale& sale, const SalonFacts& salon, const PaperOptions& options);

}  // namespace kushi
