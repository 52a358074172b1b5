#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/engine/command.h"
#include "core/sale/sale.h"

namespace kushi {

struct CartDiscount {
    std::optional<Percent> percent;
    std::int64_t amount = 0;
    std::string approved_by;  ///< id of the manager who let more than the desk's limit pass
    std::string reason;       ///< kept sealed
};

/// What a visit's bill has beside its lines, kept as a draft at every tap until it is paid.
struct Cart {
    std::map<std::string, CartDiscount> lines;  ///< by line id
    std::optional<CartDiscount> bill;
    std::optional<std::int64_t> tip;
    std::string tip_staff;  ///< empty: shared
    bool held = false;
};
Cart cart_in(const Json& content, const Json& reasons);
Cart load_cart(const Database& database, const Vault& vault, const std::string& visit);
void save_cart(const Command& command, const std::string& visit, const Cart& cart);

/// A visit's bill, priced. The only place that makes one: quote, checkout and board ask here.
struct Bill {
    std::vector<SaleLine> lines;
    ReceiptInput input;
    ReceiptTotals totals;
};
/// Refuses what price_receipt refuses, and `unknown_item`, `unknown_rate` for a catalogue that changed under the cart.
Outcome<Bill> price_lines(const Salon& salon, const VisitRecord& visit, const std::vector<VisitLineRecord>& lines, const Cart& cart,
                          const std::string& business_date, const std::vector<SaleTender>* tenders = nullptr);
/// ... of the lines that the visit has now.
Outcome<Bill> price_visit(const Database& database, const Salon& salon, const VisitRecord& visit, const Cart& cart,
                          const std::string& business_date, const std::vector<SaleTender>* tenders = nullptr);

/// Whether the discounts of a bill stay within what the desk may give alone: each line's own, and all of them together.
bool within_desk_limit(const Bill& bill, const Salon& salon);

/// The lines and totals as the command line says them.
OrderedJson lines_json(const std::vector<SaleLine>& lines, const std::string& language);

}  // namespace kushi
