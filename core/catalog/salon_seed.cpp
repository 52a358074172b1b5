#include "core/catalog/salon_seed.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "core/catalog/read_items.h"
#include "core/catalog/seed_check.h"
#include "core/day/business_day.h"
#include "core/text/registration_number.h"

namespace kushi {
namespace {

constexpr std::array<std::string_view, 4> role_words{"front_desk", "therapist", "manager", "owner"};
constexpr std::array<std::string_view, 2> language_words{"en", "ja"};
// Each list in the order of its enum, as far as tax knows its values.
constexpr std::array<std::string_view, 2> price_mode_words{"inclusive", "exclusive"};
constexpr std::array<std::string_view, 3> tax_rounding_words{"floor", "half_up", "ceil"};
constexpr std::array<std::string_view, 2> tax_point_words{"per_rate", "per_line"};

void read_identity(ObjectReader& in, SalonSeed& seed)
{
    seed.preset = in.code("preset");
    seed.name = in.words("name");
    seed.address = in.words("address");
    seed.phone = in.text("phone");
    seed.registration_number = in.optional_text("registration_number");
    if (seed.registration_number && !registration_number_fits(*seed.registration_number)) {
        in.refuse("bad_registration_number", "registration_number");
    }
    seed.language = language_words.at(in.one_of("language", language_words));
}

void read_money_and_day(ObjectReader& in, SalonSeed& seed)
{
    const auto currency = Currency::find(in.text("currency"));
    if (!currency) in.refuse("unknown_currency", "currency");
    seed.currency = currency.value_or(Currency{});
    seed.zone = in.text("zone");
    seed.cutoff = in.text("cutoff");
    const auto rule = make_day_rule(seed.zone, seed.cutoff);
    if (!rule) in.refuse(rule.error().code, rule.error().code == "bad_cutoff" ? "cutoff" : "zone");
    seed.tax.price_mode = static_cast<PriceMode>(in.one_of("price_mode", price_mode_words));
    seed.tax.tax_rounding = static_cast<Rounding>(in.one_of("tax_rounding", tax_rounding_words));
    seed.tax.tax_point = static_cast<TaxPoint>(in.one_of("tax_point", tax_point_words));
}

StaffSeed read_staff(ObjectReader& in)
{
    StaffSeed person;
    person.code = in.code("code");
    person.name = in.words("name");
    person.reading = in.text("reading");
    person.roles = in.texts("roles");
    if (person.roles.empty()) in.refuse("bad_request", "roles", "empty");
    std::set<std::string_view> seen;
    for (const auto& role : person.roles) {
        if (std::ranges::find(role_words, role) == role_words.end()) in.refuse("unknown_word", "roles", role);
        if (!seen.insert(role).second) in.refuse("duplicate_code", "roles", role);
    }
    return person;
}

OpeningLot read_lot(ObjectReader& in, const Product& product)
{
    OpeningLot lot;
    lot.product = product.code;
    lot.lot = in.text("lot");
    lot.expires = in.optional_date("expires");
    lot.quantity = in.quantity("quantity", product.unit);
    in.finish();
    return lot;
}

void read_products(ObjectReader& in, SalonSeed& seed)
{
    for (ObjectReader& object : in.objects("products")) {
        const Product& product = seed.products.emplace_back(read_product(object));
        for (ObjectReader& lot : object.objects("lots")) seed.opening_stock.push_back(read_lot(lot, product));
        object.finish();
    }
}

template <class Value>
void read_each(std::vector<ObjectReader> objects, Value (*read)(ObjectReader&), std::vector<Value>& into)
{
    for (ObjectReader& object : objects) {
        into.push_back(read(object));
        object.finish();
    }
}

template <class Value>
void read_list(ObjectReader& in, std::string_view name, Value (*read)(ObjectReader&), std::vector<Value>& into)
{
    read_each(in.objects(name), read, into);
}

/// What a salon need not sell.
template <class Value>
void read_list_or_none(ObjectReader& in, std::string_view name, Value (*read)(ObjectReader&), std::vector<Value>& into)
{
    read_each(in.objects_or_none(name), read, into);
}

}  // namespace

Outcome<SalonSeed> salon_seed_from_json(const nlohmann::json& json)
{
    FirstFault fault;
    ObjectReader in{json, "", fault};
    SalonSeed seed;
    read_identity(in, seed);
    read_money_and_day(in, seed);
    read_list(in, "rates", read_rate_row, seed.rates);
    read_list(in, "rooms", read_room, seed.rooms);
    read_list(in, "staff", read_staff, seed.staff);
    read_products(in, seed);
    read_list(in, "rituals", read_ritual, seed.rituals);
    read_list(in, "services", read_service, seed.services);
    read_list_or_none(in, "tickets", read_ticket, seed.tickets);
    read_list_or_none(in, "vouchers", read_voucher_kind, seed.vouchers);
    in.finish();
    if (!fault) fault = fault_between_parts(seed);
    if (fault) return unexpected{*fault};
    return seed;
}

}  // namespace kushi
