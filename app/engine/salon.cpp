#include "app/engine/salon.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "db/read/catalogue.h"
#include "db/read/people.h"
#include "db/vault/vault.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

template <class T>
T sound(Outcome<T> outcome, const char* what)
{
    if (!outcome) {
        throw DatabaseProblem{DatabaseProblem::Kind::damaged, std::string{"a stored "} + what + " is not one: " + outcome.error().code};
    }
    return *std::move(outcome);
}

LocalText local_text(const Json& json) { return {json.value("en", ""), json.value("ja", "")}; }

Rounding tax_rounding(const std::string& word)
{
    if (word == "half_up") return Rounding::half_up;
    if (word == "ceil") return Rounding::ceil;
    return Rounding::floor;
}

/// {"step", "mode"} where a country has no small coins (R10); nothing where it has.
std::optional<CashRounding> cash_rounding(const Json& setting)
{
    if (!setting.is_object()) return std::nullopt;
    const auto mode = setting.value("mode", "half_up");
    CashRounding rounding{setting.value("step", std::int64_t{1}), tax_rounding(mode)};
    if (mode == "half_down") rounding.mode = Rounding::half_down;
    if (mode == "half_even") rounding.mode = Rounding::half_even;
    return rounding;
}

void read_settings(const Json& settings, Salon& salon)
{
    const auto text = [&](const char* path, const char* otherwise = "") { return settings.value(path, std::string{otherwise}); };
    salon.name = local_text(settings.value("salon.name", Json::object()));
    salon.address = local_text(settings.value("salon.address", Json::object()));
    salon.phone = text("salon.phone");
    salon.registration_number = text("salon.registration_number");
    salon.preset = text("salon.preset");
    salon.language = text("salon.language", "en");
    salon.currency = Currency::find(text("salon.currency", "JPY")).value_or(Currency{});
    salon.day_rule = sound(make_day_rule(text("salon.zone", "Asia/Tokyo"), text("salon.cutoff", "05:00")), "time zone");
    salon.tax.price_mode = text("tax.price_mode") == "exclusive" ? PriceMode::exclusive : PriceMode::inclusive;
    salon.tax.tax_rounding = tax_rounding(text("tax.rounding"));
    salon.tax.tax_point = text("tax.point") == "per_line" ? TaxPoint::per_line : TaxPoint::per_rate;
    salon.cash_rounding = cash_rounding(settings.value("cash.rounding", Json{}));
    salon.discount_limit = sound(Percent::parse(text("discount.limit_percent", "10")), "discount limit");
    salon.refund_limit = settings.value("refund.limit", std::int64_t{10'000});
    salon.consent_months = settings.value("consent.months", 12);
    salon.therapists_sell = settings.value("sell.therapists", false);
    for (const auto& row : settings.value("tax.rates", Json::array())) {
        salon.rates.push_back(sound(rate_row_from_json(row), "tax rate"));
    }
    for (const auto& room : settings.value("salon.rooms", Json::array())) {
        salon.rooms.push_back(sound(room_from_json(room), "room"));
    }
}

/// An item's own JSON: its kind is the table's, not the value's.
Json without_kind(Json content)
{
    content.erase("kind");
    return content;
}

std::vector<std::string> recipe_products(const Ritual& ritual)
{
    std::vector<std::string> products;
    for (const auto& step : ritual.steps) {
        for (const auto& line : step.recipe) products.push_back(line.product);
    }
    return products;
}

CareKind care_kind(ServiceKind kind)
{
    switch (kind) {
        case ServiceKind::head_spa: return CareKind::head_spa;
        case ServiceKind::head_massage: return CareKind::head_massage;
        case ServiceKind::addon: return CareKind::addon;
    }
    return CareKind::addon;
}

CareCatalogue care_catalogue(const Salon& salon)
{
    CareCatalogue care;
    for (const auto& [code, product] : salon.products) {
        care.products.push_back({code, product.name.en, product.ingredients, product.tags});
        care.products.back().ingredients.push_back(product.name.ja);
    }
    for (const auto& [code, ritual] : salon.rituals) {
        care.rituals.push_back({code, care_kind(ritual.care), ritual.tags, recipe_products(ritual)});
    }
    for (const auto& [code, service] : salon.services) {
        CareOffer offer{code, care_kind(service.care), service.tags, {}};
        if (service.ritual && salon.rituals.contains(*service.ritual)) {
            offer.products = recipe_products(salon.rituals.at(*service.ritual));
        }
        care.services.push_back(std::move(offer));
    }
    return care;
}

}  // namespace

const Person* Salon::person(std::string_view id_or_code) const
{
    for (const auto& one : staff) {
        if (one.id == id_or_code || one.code == id_or_code) return &one;
    }
    return nullptr;
}

std::optional<SaleItem> Salon::item(std::string_view code) const
{
    if (const auto service = services.find(code); service != services.end()) {
        return SaleItem{service->second.code, "service", service->second.name, service->second.price, service->second.rate};
    }
    if (const auto product = products.find(code); product != products.end()) {
        return SaleItem{product->second.code, "product", product->second.name, product->second.price, product->second.rate};
    }
    return std::nullopt;
}

const RateRow* Salon::rate_on(std::string_view code, std::string_view business_date) const
{
    const auto date = parse_date(business_date);
    return date ? rate_row_on(rates, code, *date) : nullptr;
}

const Room* Salon::room(std::string_view code) const
{
    for (const auto& one : rooms) {
        if (one.code == code) return &one;
    }
    return nullptr;
}

Salon load_salon(const Database& database, const Vault& vault)
{
    Salon salon;
    read_settings(all_settings(database), salon);
    each_item(database, [&](const std::string& code, const std::string& kind, const Json& content) {
        if (kind == "service") salon.services.emplace(code, sound(service_from_json(without_kind(content)), "service"));
        if (kind == "product") salon.products.emplace(code, sound(product_from_json(without_kind(content)), "product"));
        if (kind == "ritual") salon.rituals.emplace(code, sound(ritual_from_json(without_kind(content)), "ritual"));
    });
    for (auto& record : all_staff(database, vault)) {
        salon.staff.push_back({record.id, record.code, {record.name_en, record.name_ja},
                               RoleSet::parse(record.roles).value_or(RoleSet{}), record.active, record.pin_hash, record.practice_pin});
    }
    salon.care = care_catalogue(salon);
    return salon;
}

}  // namespace kushi
