#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/care/advice.h"
#include "core/catalog/catalog.h"
#include "core/day/business_day.h"
#include "core/day/commission.h"
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

/// What can be sold, seen as a line of a bill.
struct SaleItem {
    std::string code;
    std::string kind;  ///< service, product, ticket or voucher
    LocalText name;
    std::int64_t price = 0;  ///< what is paid for it: of a ticket the whole book, of a voucher not its face
    std::string rate;        ///< code of its tax rate; empty for a voucher of many purposes
};

/// A way of paying that the salon named itself: points, gift vouchers of others, bank transfer.
struct OwnTender {
    std::string code;
    LocalText label;
    bool change = false;  ///< whether more than is due may be taken, and change given
    friend bool operator==(const OwnTender&, const OwnTender&) = default;
};

/// Tax is rounded so from this business date on.
struct TaxRoundingPeriod {
    std::chrono::year_month_day from;
    Rounding rounding = Rounding::floor;
    friend bool operator==(const TaxRoundingPeriod&, const TaxRoundingPeriod&) = default;
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
    TaxRules tax;          ///< as the salon opened; of a day: tax_on
    std::vector<TaxRoundingPeriod> tax_periods;  ///< the earliest first
    std::optional<CashRounding> cash_rounding;
    Percent discount_limit = Percent::whole(10);   ///< the desk's own; more asks a manager
    std::int64_t refund_limit = 10'000;            ///< a manager's own; more wants a reason
    int consent_months = 12;
    bool therapists_sell = false;
    std::vector<OwnTender> own_tenders;
    std::optional<std::string> nomination_item;  ///< the service that a nominated therapist adds to the bill
    bool prepaid_taxed_at_issue = false;         ///< else at redemption
    // The fee of a ticket that is cancelled: before the first use, and after it the lesser of two.
    std::int64_t cancel_cap_before = 0;
    std::int64_t cancel_cap_after = 0;
    Percent cancel_cap_after_percent;
    std::string cancel_fee_rate;  ///< code of a tax rate
    std::optional<std::string> no_show_item;
    std::int64_t over_short_limit = 500;  ///< more or less than this in the drawer asks for a reason
    std::int64_t drawer_float = 0;        ///< what the drawer should open with
    std::map<std::string, std::string, std::less<>> account_codes;  ///< of the accountant, by the account's name
    std::vector<CommissionRule> commission_rules;
    LocalText receipt_head, receipt_foot;  ///< the salon's own words on its receipts, over several lines
    bool receipt_stamp_box = false;        ///< a box for the revenue stamp where the law wants one (Japan)
    bool tips_on = true;                   ///< whether the till's screen offers a tip
    HouseSafety house_safety;
    std::vector<RateRow> rates;
    std::vector<Room> rooms;
    std::map<std::string, Service, std::less<>> services;
    std::map<std::string, Product, std::less<>> products;
    std::map<std::string, Ritual, std::less<>> rituals;
    std::map<std::string, Ticket, std::less<>> tickets;
    std::map<std::string, VoucherKind, std::less<>> vouchers;
    std::vector<Person> staff;
    CareCatalogue care;

    [[nodiscard]] const Person* person(std::string_view id_or_code) const;
    [[nodiscard]] std::optional<SaleItem> item(std::string_view code) const;
    [[nodiscard]] const RateRow* rate_on(std::string_view code, std::string_view business_date) const;
    /// The rules that tax goes by on a business date.
    [[nodiscard]] TaxRules tax_on(std::string_view business_date) const;
    [[nodiscard]] const Room* room(std::string_view code) const;
};

/// @throws DatabaseProblem damaged when a stored setting or item is none that this program writes
Salon load_salon(const Database& database, const Vault& vault);

}  // namespace kushi
