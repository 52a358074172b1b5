#include "app/engine/salon.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/engine/setting_values.h"
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

/// Reads one setting by the reader that `set` has for it; nothing where it was never set.
template <class Value>
std::optional<Value> stored(const Json& settings, const char* path, Value (*read)(ObjectReader&, std::string_view))
{
    if (!settings.contains(path)) return std::nullopt;
    FirstFault fault;
    ObjectReader in{settings, "", fault};
    auto value = read(in, path);
    if (fault) {
        throw DatabaseProblem{DatabaseProblem::Kind::damaged,
                              "a stored setting is none: " + fault->field + " " + fault->code};
    }
    return value;
}

LocalText read_words(ObjectReader& in, std::string_view name)
{
    return in.words_or_none(name);
}

std::optional<std::string> code_or_none(const Json& settings, const char* path, std::optional<std::string> otherwise)
{
    if (!settings.contains(path)) return otherwise;
    return settings[path].is_string() && settings[path] != "" ? std::optional{settings[path].get<std::string>()}
                                                              : std::nullopt;
}

bool has_rate(const Salon& salon, std::string_view code)
{
    return std::ranges::find(salon.rates, code, &RateRow::code) != salon.rates.end();
}

/// A cancelled ticket's fee is damages, outside the scope of tax in Japan, so it has a rate of its own where there is
/// one.
std::string usual_fee_rate(const Salon& salon)
{
    for (const char* code : {"outside", "standard"}) {
        if (has_rate(salon, code)) return code;
    }
    return salon.rates.empty() ? std::string{} : salon.rates.front().code;
}

/// The fee's caps are those of the Specified Commercial Transactions Act (art. 49) in Japan; elsewhere a ticket comes
/// back whole until the salon says otherwise.
void read_prepaid_settings(const Json& settings, Salon& salon)
{
    const bool japan = salon.currency.code() == "JPY";
    salon.prepaid_taxed_at_issue = settings.value("prepaid.tax_point", "redemption") == "issue";
    salon.cancel_cap_before = settings.value("prepaid.cancel_cap_before", std::int64_t{japan ? 20'000 : 0});
    salon.cancel_cap_after = settings.value("prepaid.cancel_cap_after", std::int64_t{japan ? 20'000 : 0});
    salon.cancel_cap_after_percent = sound(
        Percent::parse(settings.value("prepaid.cancel_cap_after_percent", japan ? "10" : "0")), "cancellation fee");
    salon.cancel_fee_rate = settings.value("prepaid.cancel_fee_rate", usual_fee_rate(salon));
}

void read_till_settings(const Json& settings, Salon& salon)
{
    salon.own_tenders = stored(settings, "tenders", read_own_tenders).value_or(std::vector<OwnTender>{});
    salon.nomination_item = code_or_none(settings, "nomination.item", std::nullopt);
    salon.over_short_limit = settings.value("drawer.over_short_limit", std::int64_t{500});
    salon.drawer_float = settings.value("drawer.float", std::int64_t{0});
    if (auto codes = stored(settings, "accounts.codes", read_account_codes)) salon.account_codes = *std::move(codes);
    if (auto rules = stored(settings, "commission.rules", read_commission_rules))
        salon.commission_rules = *std::move(rules);
    salon.receipt_head = stored(settings, "receipt.head", read_words).value_or(LocalText{});
    salon.receipt_foot = stored(settings, "receipt.foot", read_words).value_or(LocalText{});
    salon.receipt_stamp_box = settings.value("receipt.stamp_box", salon.currency.code() == "JPY");
    salon.tips_on = settings.value("tips.on", true);
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
    salon.tax_periods = stored(settings, "tax.rules", read_rounding_periods).value_or(std::vector<TaxRoundingPeriod>{});
    salon.rates = stored(settings, "tax.rates", read_rate_rows).value_or(std::vector<RateRow>{});
    for (const auto& room : settings.value("salon.rooms", Json::array())) {
        salon.rooms.push_back(sound(room_from_json(room), "room"));
    }
    read_prepaid_settings(settings, salon);
    read_till_settings(settings, salon);
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
    if (const auto ticket = tickets.find(code); ticket != tickets.end()) {
        return SaleItem{ticket->second.code, "ticket", ticket->second.name, ticket->second.price, ticket->second.rate};
    }
    if (const auto voucher = vouchers.find(code); voucher != vouchers.end()) {
        return SaleItem{voucher->second.code, "voucher", voucher->second.name, voucher->second.price,
                        voucher->second.rate};
    }
    return std::nullopt;
}

TaxRules Salon::tax_on(std::string_view business_date) const
{
    auto rules = tax;
    const auto date = parse_date(business_date);
    if (!date) return rules;
    for (const auto& period : tax_periods) {
        if (period.from <= *date) rules.tax_rounding = period.rounding;
    }
    return rules;
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
    const auto settings = all_settings(database);
    read_settings(settings, salon);
    each_item(database, [&](const std::string& code, const std::string& kind, const Json& content) {
        if (kind == "service") salon.services.emplace(code, sound(service_from_json(without_kind(content)), "service"));
        if (kind == "product") salon.products.emplace(code, sound(product_from_json(without_kind(content)), "product"));
        if (kind == "ticket") salon.tickets.emplace(code, sound(ticket_from_json(without_kind(content)), "ticket"));
        if (kind == "voucher")
            salon.vouchers.emplace(code, sound(voucher_kind_from_json(without_kind(content)), "voucher"));
        if (kind == "ritual") salon.rituals.emplace(code, sound(ritual_from_json(without_kind(content)), "ritual"));
    });
    const auto usual_no_show =
        salon.services.contains("no-show-fee") ? std::optional<std::string>{"no-show-fee"} : std::nullopt;
    salon.no_show_item = code_or_none(settings, "no_show.item", usual_no_show);
    for (auto& record : all_staff(database, vault)) {
        salon.staff.push_back({record.id, record.code, {record.name_en, record.name_ja},
                               RoleSet::parse(record.roles).value_or(RoleSet{}), record.active, record.pin_hash, record.practice_pin});
    }
    salon.care = care_catalogue(salon);
    return salon;
}

}  // namespace kushi
