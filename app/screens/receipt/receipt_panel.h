#pragma once

#include "app/screens/host.h"
#include "app/screens/receipt/receipt_state.h"

namespace kushi {

struct ReceiptIntents {
    std::function<void(bool)> want_paper;
    std::function<void()> finish, open_void;
};
struct ReceiptSight {
    const TillSale& sale;
    const TillVisit& visit;
    const Locale& locale;
    const PrinterState& printer;
    std::shared_ptr<const Picture> picture;
    bool picture_came;
    const Viewport& view;
};
Node receipt_panel(const ReceiptState& state, const ReceiptIntents& intents, const ReceiptSight& sight);
PaperChance chance_of(const PrinterState& printer);

}  // namespace kushi
