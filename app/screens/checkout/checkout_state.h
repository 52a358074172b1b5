#pragma once

#include <map>

#include "app/screens/till/till_bill.h"

namespace kushi {

enum class TileTab { services, addons, retail };

/// Something that can be put on a bill by a tap.
struct TileItem {
    std::string code, name, name_en, name_ja;
    TileTab tab = TileTab::retail;
    std::string category;
    std::string rate;  ///< in percent
    std::int64_t price = 0;
    std::int64_t minutes = 0;
    bool counted = false;          ///< a thing that lies on a shelf
    std::int64_t stock_units = 0;  ///< thousandths of what is on the shelf; below nothing after a miscount
    [[nodiscard]] bool is_out() const { return counted && stock_units <= 0; }
};

struct CheckoutState {
    /// What lies over the page.
    enum class Face { none, line, discount, tip, blocked, out_of_stock };
    struct Discount {
        std::string percent;
        std::int64_t amount = 0;
        std::string reason;
    };
    struct LineForm {
        std::string line;
        bool price_open = false;
        std::int64_t price = 0;
        std::string reason;
    };
    struct DiscountForm {
        bool by_percent = true;
        bool typing = false;  ///< a percentage that is none of the usual ones
        std::int64_t percent = 0, amount = 0;
        std::string reason;
        [[nodiscard]] bool is_filled() const { return (by_percent ? percent : amount) > 0 && !reason.empty(); }
    };
    struct TipForm {
        std::int64_t amount = 0;
        bool typing = false;
        std::string staff;  ///< empty: shared
    };
    struct BlockForm {
        std::string item, reason;
    };

    TillVisit visit;
    TillBill bill;
    std::optional<Discount> discount;
    std::string tip_staff;
    std::vector<TileItem> items;
    std::map<std::string, std::string> staff;                     ///< names by id
    std::vector<std::pair<std::string, std::string>> therapists;  ///< who may get a tip
    TileTab tab = TileTab::retail;
    bool tab_is_chosen = false;
    bool searching = false;
    std::string search;
    bool loaded = false, priced = false;
    std::string problem;
    std::string busy;  ///< what waits: "item:code", "line:id", "hold"

    Face face = Face::none;
    bool sheet_busy = false;
    std::string sheet_problem;
    LineForm line;
    DiscountForm discounting;
    TipForm tipping;
    BlockForm blocking;

    [[nodiscard]] const TileItem* item(const std::string& code) const;
    [[nodiscard]] std::int64_t minutes_of(const std::string& code) const;
    /// The rate of most things: only another one is worth a word on a tile.
    [[nodiscard]] std::string usual_rate() const;
    /// Those of the tab, or of a search those that it finds on every tab.
    [[nodiscard]] std::vector<const TileItem*> tiles() const;
    /// Whether its line has a price of its own.
    [[nodiscard]] bool has_own_price(const TillLine& sold) const;
};

/// Retail by its kind, then by name; services by their price.
CheckoutState tiles_sorted(CheckoutState state);
CheckoutState tab_chosen(CheckoutState state, TileTab tab);
/// Services first for an empty bill, retail once a treatment is on it; what was chosen stays.
CheckoutState bill_renewed(CheckoutState state, TillBill bill);
CheckoutState search_opened(CheckoutState state);
CheckoutState search_closed(CheckoutState state);
CheckoutState face_shown(CheckoutState state, CheckoutState::Face face);
CheckoutState line_opened(CheckoutState state, const std::string& line);
CheckoutState discount_opened(CheckoutState state);
CheckoutState tip_opened(CheckoutState state);
CheckoutState blocked_opened(CheckoutState state, const std::string& item);
CheckoutState face_closed(CheckoutState state);
/// A digit on the pad of the sheet that is open; "" takes the last one away. A percentage goes to 100.
CheckoutState sheet_typed(CheckoutState state, const std::string& digits);

/// Tips that are usual, from what a meal out costs in that currency.
std::vector<std::int64_t> tip_presets(const std::string& currency);

}  // namespace kushi
