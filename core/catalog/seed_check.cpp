#include "core/catalog/seed_check.h"

#include <algorithm>
#include <set>
#include <utility>

namespace kushi {
namespace {

/// Collects the first fault; each check below goes over one kind of thing.
struct Check {
    const SalonSeed& seed;
    FirstFault fault;

    void refuse(std::string code, std::string field, std::string detail = {})
    {
        if (!fault) fault = Refusal{std::move(code), std::move(field), std::move(detail)};
    }

    void codes_are_unique();
    void rows_and_lots_are_unique();
    void rates_exist();
    void recipes_fit();
    void services_fit();
    void tickets_fit();
    void somebody_owns_it();
};

std::string at(std::string_view list, std::size_t index, std::string_view field)
{
    return std::string{list} + "[" + std::to_string(index) + "]." + std::string{field};
}

template <class Values>
void take_codes(Check& check, std::set<std::string_view>& taken, std::string_view list, const Values& values)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!taken.insert(values[i].code).second) check.refuse("duplicate_code", at(list, i, "code"), values[i].code);
    }
}

/// Staff, rooms and items are all named by code in commands, so no two of them may share one.
void Check::codes_are_unique()
{
    std::set<std::string_view> taken;
    for (const RateRow& row : seed.rates) taken.insert(row.code);  // rows of one code are one rate at two times
    take_codes(*this, taken, "rooms", seed.rooms);
    take_codes(*this, taken, "staff", seed.staff);
    take_codes(*this, taken, "products", seed.products);
    take_codes(*this, taken, "rituals", seed.rituals);
    take_codes(*this, taken, "services", seed.services);
    take_codes(*this, taken, "tickets", seed.tickets);
    take_codes(*this, taken, "vouchers", seed.vouchers);
}

void Check::rows_and_lots_are_unique()
{
    std::set<std::pair<std::string_view, std::chrono::sys_days>> rows;
    for (std::size_t i = 0; i < seed.rates.size(); ++i) {
        const auto& row = seed.rates[i];
        if (!rows.insert({row.code, row.from}).second) refuse("duplicate_code", at("rates", i, "from"), row.code);
    }
    std::set<std::pair<std::string_view, std::string_view>> lots;
    for (const auto& lot : seed.opening_stock) {
        if (!lots.insert({lot.product, lot.lot}).second)
            refuse("duplicate_code", "products.lots", lot.product + " " + lot.lot);
    }
}

void Check::rates_exist()
{
    const auto known = [this](const std::string& code) {
        return std::ranges::any_of(seed.rates, [&](const RateRow& row) { return row.code == code; });
    };
    for (std::size_t i = 0; i < seed.products.size(); ++i) {
        if (!known(seed.products[i].rate)) refuse("unknown_rate", at("products", i, "rate"), seed.products[i].rate);
    }
    for (std::size_t i = 0; i < seed.services.size(); ++i) {
        if (!known(seed.services[i].rate)) refuse("unknown_rate", at("services", i, "rate"), seed.services[i].rate);
    }
    for (std::size_t i = 0; i < seed.tickets.size(); ++i) {
        if (!known(seed.tickets[i].rate)) refuse("unknown_rate", at("tickets", i, "rate"), seed.tickets[i].rate);
    }
    for (std::size_t i = 0; i < seed.vouchers.size(); ++i) {
        const auto& rate = seed.vouchers[i].rate;
        if (!rate.empty() && !known(rate)) refuse("unknown_rate", at("vouchers", i, "rate"), rate);
    }
}

void Check::recipes_fit()
{
    for (std::size_t r = 0; r < seed.rituals.size(); ++r) {
        for (std::size_t s = 0; s < seed.rituals[r].steps.size(); ++s) {
            const auto& recipe = seed.rituals[r].steps[s].recipe;
            for (std::size_t l = 0; l < recipe.size(); ++l) {
                const auto path = at("rituals", r, at("steps", s, at("recipe", l, "")));
                const auto product = std::ranges::find(seed.products, recipe[l].product, &Product::code);
                if (product == seed.products.end())
                    refuse("unknown_product", path + "product", recipe[l].product);
                else if (product->unit != recipe[l].unit)
                    refuse("unit_mismatch", path + "unit", recipe[l].product);
            }
        }
    }
}

void Check::services_fit()
{
    for (std::size_t i = 0; i < seed.services.size(); ++i) {
        const Service& service = seed.services[i];
        if (!service.ritual) continue;
        const auto ritual = std::ranges::find(seed.rituals, *service.ritual, &Ritual::code);
        if (ritual == seed.rituals.end())
            refuse("unknown_ritual", at("services", i, "ritual"), *service.ritual);
        else if (ritual->care != service.care)
            refuse("care_mismatch", at("services", i, "ritual"), *service.ritual);
    }
    const auto starts = std::ranges::count_if(seed.services, &Service::first);
    const auto right = [](const Service& service) { return service.first && service.care == ServiceKind::head_spa; };
    if (starts != 1 || std::ranges::none_of(seed.services, right)) refuse("one_first_service", "services");
}

void Check::tickets_fit()
{
    for (std::size_t i = 0; i < seed.tickets.size(); ++i) {
        for (const auto& covered : seed.tickets[i].services) {
            if (std::ranges::find(seed.services, covered, &Service::code) == seed.services.end())
                refuse("unknown_service", at("tickets", i, "services"), covered);
        }
    }
}

void Check::somebody_owns_it()
{
    const auto owns = [](const StaffSeed& person) {
        return std::ranges::find(person.roles, "owner") != person.roles.end();
    };
    if (std::ranges::none_of(seed.staff, owns)) refuse("no_owner", "staff");
}

}  // namespace

FirstFault fault_between_parts(const SalonSeed& seed)
{
    Check check{seed, {}};
    check.codes_are_unique();
    check.rows_and_lots_are_unique();
    check.rates_exist();
    check.recipes_fit();
    check.services_fit();
    check.tickets_fit();
    check.somebody_owns_it();
    return check.fault;
}

}  // namespace kushi
