#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/care/advice.h"
#include "core/catalog/catalog.h"
#include "core/day/business_day.h"
#include "core/money/currency.h"
#include "core/money/receipt.h"
#include "core/people/roles.h"
#include "db/database.h"

namespace kushi {

class Vault;

/// One of the staff, opened.
struct Person {
    std::string id;
    std::string code;  ///< short name for scripts
    LocalText name;
    RoleSet roles;
    bool active = true;
    std::string pin_hash;
    std::string practice_pin;  ///< of a salon for practice only, whose lock screen shows it
};

/// What can be sold: a service or a product, seen as a line of a bill.
struct SaleItem {
    std::string code;
    std::string kind;  ///< service or product
    LocalText name;
    std::int64_t price = 0;
    std::string rate;  ///< code of its tax rate
};

/// Settings, catalogue and staff as the tables hold them, kept in memory by the engine and read again when one of them
/// changes. A value: nothing here touches the database after load.
struct Salon {
    LocalText name, address;
    std::string phone;
    std::string registration_number;  ///< T and 13 digits; empty where there is none
    std::string preset;
    Currency currency;
    DayRule day_rule;
    std::string language;  ///< of its papers
    TaxRules tax;
    std::optional<CashRounding> cash_rounding;
    Percent discount_limit = Percent::whole(10);   ///< the desk's own; more asks a manager
    std::int64_t refund_limit = 10'000;            ///< a manager's own; more wants a reason
    int consent_months = 12;
    bool therapists_sell = false;
    HouseSafety house_safety;
    std::vector<RateRow> rates;
    std::vector<Room> rooms;
    std::map<std::string, Service, std::less<>> services;
    std::map<std::string, Product, std::less<>> products;
    std::map<std::string, Ritual, std::less<>> rituals;
    std::vector<Person> staff;
    CareCatalogue care;

    [[nodiscard]] const Person* person(std::string_view id_or_code) const;
    [[nodiscard]] std::optional<SaleItem> item(std::string_view code) const;
    [[nodiscard]] const RateRow* rate_on(std::string_view code, std::string_view business_date) const;
    [[nodiscard]] const Room* room(std::string_view code) const;
};

/// @throws DatabaseProblem damaged when a stored setting or item is none that this program writes
Salon load_salon(const Database& database, const Vault& vault);

}  // namespace kushi
