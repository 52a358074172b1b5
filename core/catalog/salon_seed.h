#pragma once

#include <chrono>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/catalog.h"
#include "core/money/currency.h"
#include "core/money/receipt.h"

namespace kushi {

struct StaffSeed {
    std::string code;
    LocalText name;
    std::string reading;             ///< hiragana where the name is Japanese; sorts and searches
    std::vector<std::string> roles;  ///< front_desk, therapist, manager, owner: a set, at least one
};

/// What stands on the shelf on the first day.
struct OpeningLot {
    std::string product;
    std::string lot;
    std::optional<std::chrono::year_month_day> expires;  ///< nothing for a comb
    Quantity quantity;                                   ///< in the product's unit: 3000 for twelve bottles of 250 ml
};

/// Everything a new salon starts with.
struct SalonSeed {
    std::string preset;
    LocalText name;
    LocalText address;
    std::string phone;
    std::optional<std::string> registration_number;  ///< T and 13 digits, Japan only
    Currency currency;
    std::string zone;      ///< IANA; known to this machine
    std::string cutoff;    ///< "HH:MM", local
    std::string language;  ///< "ja" or "en": what its papers speak
    TaxRules tax;
    std::vector<RateRow> rates;
    std::vector<Room> rooms;
    std::vector<StaffSeed> staff;
    std::vector<Product> products;
    std::vector<OpeningLot> opening_stock;
    std::vector<Ritual> rituals;
    std::vector<Service> services;
    std::vector<Ticket> tickets;
    std::vector<VoucherKind> vouchers;
};

/// Reads a preset whole or not at all. Refuses what the values of catalog.h refuse, and `bad_zone`, `bad_cutoff`,
/// `unknown_currency`, `bad_registration_number`, `duplicate_code` (one code for two things, of whatever kind; one rate
/// twice from one day; one lot of a product twice), `unknown_rate`, `unknown_product`, `unknown_ritual`,
/// `unknown_service` (of a ticket), `unit_mismatch` (a recipe in another unit than its product's), `care_mismatch` (a
/// service with a ritual of the other kind), `no_owner`, `one_first_service` (S0 needs exactly one usual start, and it
/// is a head spa).
Outcome<SalonSeed> salon_seed_from_json(const nlohmann::json& json);

}  // namespace kushi
