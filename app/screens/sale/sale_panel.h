#pragma once

#include <map>

#include "app/screens/host.h"
#include "app/screens/till/till_bill.h"

namespace kushi {

/// Where a sale stands: as it was, or what became of it.
enum class SaleStanding { whole, partly_refunded, refunded, voided, document };
SaleStanding standing_of(const TillSale& sale);

struct SaleIntents {
    std::function<void()> reprint, refund, open_void;
    std::function<void(const std::string& number)> open;
};
struct SaleSight {
    const TillSale& sale;
    const TillVisit& visit;
    const std::map<std::string, std::string>& staff;
    const Locale& locale;
    const PrinterState& printer;
    const Viewport& view;
    bool busy = false;
    const std::string& problem;
};
Node sale_panel(const SaleIntents& intents, const SaleSight& sight);
/// "Sale A-000123", "Refund A-000125"
std::string sale_title(const TillSale& sale);
/// "Naoko Kimura · today 10:31 · Mei"
std::string sale_subtitle(const SaleSight& sight);
std::optional<Node> standing_tag(SaleStanding standing);

}  // namespace kushi
