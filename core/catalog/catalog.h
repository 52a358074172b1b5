#pragma once

#include <chrono>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/money/decimal.h"
#include "core/result.h"

namespace kushi {

/// Words that people read, in both languages of the salon's screens and papers; neither is empty once read from JSON.
struct LocalText {
    std::string en;
    std::string ja;
    /// Japanese for "ja", English for every other language.
    [[nodiscard]] const std::string& for_language(std::string_view language) const
    {
        return language == "ja" ? ja : en;
    }
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

/// What a product is counted in, everywhere: recipe, use, lot, stock.
enum class Unit { millilitre, gram, piece };
std::string_view text_of(Unit unit);  ///< "ml", "g", "piece"

/// Which of the salon's services it is; an add-on goes with either.
enum class ServiceKind { head_spa, head_massage, addon };
std::string_view text_of(ServiceKind care);  ///< "head_spa", "head_massage", "addon"

/// What happens in a step, whatever the salon calls it.
enum class StepKind { consult, check, cleanse, exfoliate, steam, towel, mask, serum, massage, rinse, finish, dry };
std::string_view text_of(StepKind kind);
std::optional<StepKind> step_kind(std::string_view text);

/// One row of the dated table of tax rates. Several rows may share a code, each from its own day on.
struct RateRow {
    std::string code;
    Rate rate;
    bool reduced = false;  ///< its lines carry the mark ※ in Japan
    LocalText name;
    std::chrono::year_month_day from;
    friend bool operator==(const RateRow&, const RateRow&) = default;
};

/// @returns the row of the code that is in force on the day; null when there is none yet, never another rate (R7)
const RateRow* rate_row_on(const std::vector<RateRow>& rows, std::string_view code, std::chrono::year_month_day day);

struct Room {
    std::string code;
    LocalText name;
    friend bool operator==(const Room&, const Room&) = default;
};

struct Product {
    std::string code;
    LocalText name;
    std::string category;    ///< cleanse, care, tools, food: the ground of its tile
    std::int64_t price = 0;  ///< of one piece as sold, smallest unit of the currency
    std::string rate;        ///< code of its tax rate
    Unit unit = Unit::piece;
    Quantity content;                      ///< of one piece, in `unit`: 250 for a bottle of 250 ml, 1 for a comb
    std::int64_t cost = 0;                 ///< of one piece to the salon; for the manager's eyes
    std::vector<std::string> ingredients;  ///< as on the label (INCI); allergies are matched against them
    std::vector<std::string> tags;  ///< heavy_oil, clarifying, moisturising, gentle, light, ...: what advice goes by
    bool retail = false;            ///< stands on the shelf, not only at the chair
    Quantity reorder;               ///< order again at or below this stock, in `unit`
    friend bool operator==(const Product&, const Product&) = default;
};

struct RecipeLine {
    std::string product;
    Quantity amount;  ///< one decimal for ml and g, whole pieces
    Unit unit = Unit::piece;
    friend bool operator==(const RecipeLine&, const RecipeLine&) = default;
};

struct RitualStep {
    StepKind kind = StepKind::check;
    LocalText name;
    std::int64_t planned_s = 0;
    std::vector<RecipeLine> recipe;
    friend bool operator==(const RitualStep&, const RitualStep&) = default;
};

/// A plan of steps that a manager edits; what was done is a Treatment.
struct Ritual {
    std::string code;
    LocalText name;
    ServiceKind care = ServiceKind::head_spa;
    std::vector<std::string>
        tags;  ///< what it is good for, in the words of the advice: double, gentle, oily, itch, ...
    std::vector<RitualStep> steps;
    friend bool operator==(const Ritual&, const Ritual&) = default;
};

struct Service {
    std::string code;
    LocalText name;
    std::int64_t price = 0;    ///< smallest unit of the currency, with or without tax as the salon prices
    std::string rate;          ///< code of its tax rate
    std::int64_t minutes = 0;  ///< 0 for a fee, such as a nomination's
    ServiceKind care = ServiceKind::head_spa;
    std::vector<std::string> tags;      ///< as a ritual's
    std::optional<std::string> ritual;  ///< what `start_ritual` takes when none is named
    bool first = false;                 ///< the house's usual start: what rule S0 recommends
    friend bool operator==(const Service&, const Service&) = default;
};

/// A book of sessions that is paid for before they are had (回数券).
struct Ticket {
    std::string code;
    LocalText name;
    std::int64_t price = 0;  ///< of the whole book
    std::string rate;  ///< code of the tax rate where tax falls at the sale of the book; else the service's own counts
    std::int64_t sessions = 0;
    std::vector<std::string> services;  ///< codes of what a session pays for
    std::int64_t valid_months = 0;      ///< from the day it is sold; 0 for no end
    friend bool operator==(const Ticket&, const Ticket&) = default;
};

/// A voucher as the salon sells them (商品券): what it is worth, and what is paid for it.
struct VoucherKind {
    std::string code;
    LocalText name;
    std::int64_t face = 0;
    std::int64_t price = 0;         ///< at most its face
    bool single_purpose = false;    ///< its tax is known when it is sold, and falls then (directive 2016/1065)
    std::string rate;               ///< code of that tax rate; may be empty for one of many purposes
    std::int64_t valid_months = 0;  ///< from the day it is sold; 0 for no end
    friend bool operator==(const VoucherKind&, const VoucherKind&) = default;
};

nlohmann::json to_json(const LocalText& words);
nlohmann::json to_json(const RateRow& row);
nlohmann::json to_json(const Room& room);
nlohmann::json to_json(const Product& product);
nlohmann::json to_json(const Ritual& ritual);
nlohmann::json to_json(const Service& service);
nlohmann::json to_json(const Ticket& ticket);
nlohmann::json to_json(const VoucherKind& voucher);

/// Strict, and the inverse of to_json. Refused with the path of the field at fault: `bad_request` (missing, unknown or
/// wrongly typed; the detail says which), `bad_text` (empty, over 500 bytes, control characters), `bad_code` (not
/// lower-case kebab), `bad_amount`, `bad_quantity`, `bad_number`, `too_many_decimals`, `out_of_range`, `bad_date`,
/// `unknown_word` (of a closed list). Whether another thing that is named here exists is the caller's question.
Outcome<RateRow> rate_row_from_json(const nlohmann::json& json);
Outcome<Room> room_from_json(const nlohmann::json& json);
Outcome<Product> product_from_json(const nlohmann::json& json);
Outcome<Ritual> ritual_from_json(const nlohmann::json& json);
Outcome<Service> service_from_json(const nlohmann::json& json);
Outcome<Ticket> ticket_from_json(const nlohmann::json& json);
Outcome<VoucherKind> voucher_kind_from_json(const nlohmann::json& json);

}  // namespace kushi
