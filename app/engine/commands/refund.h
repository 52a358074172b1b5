#pragma once

#include "app/engine/command.h"
#include "core/sale/sale.h"

namespace kushi {

/// Whether a void would take this document back now, whoever asks: refuses `not_a_sale`, `already_voided`,
/// `already_refunded`, `day_closed`.
Outcome<void> can_be_voided(const Command& command, const Sale& sale);

/// What of each line has not come back yet; nothing for a document that is no sale, or that a void took back.
OrderedJson refundable_json(const Command& command, const Sale& sale);

}  // namespace kushi
