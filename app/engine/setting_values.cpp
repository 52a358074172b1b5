#include "app/engine/setting_values.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/catalog/read_items.h"

namespace kushi {
namespace {

constexpr std::array<std::string_view, 3> tax_rounding_words{"floor", "half_up", "ceil"};  // in the order of Rounding

std::string at(std::string_view list, std::size_t index, std::string_view field)
{
    return std::string{list} + "[" + std::to_string(index) + "]." + std::string{field};
}

OwnTender read_own_tender(ObjectReader& in)
{
    OwnTender tender;
    tender.code = in.code("code");
    tender.label = in.words("label");
    tender.change = in.optional_flag("change");
    in.finish();
    return tender;
}

CommissionTier read_tier(ObjectReader& in)
{
    CommissionTier tier;
    tier.from_minor_units = in.amount("from_minor_units");
    tier.percent = in.percent("percent");
    in.finish();
    return tier;
}

CommissionRule read_commission_rule(ObjectReader& in)
{
    CommissionRule rule;
    rule.staff = in.text_or_none("staff");
    rule.service_percent = in.percent("service_percent");
    rule.retail_percent = in.percent("retail_percent");
    rule.fixed_minor_units = in.amount("fixed_minor_units");
    for (auto& tier : in.objects_or_none("tiers")) {
        rule.tiers.push_back(read_tier(tier));
        const auto n = rule.tiers.size();
        if (n > 1 && rule.tiers[n - 2].from_minor_units >= rule.tiers[n - 1].from_minor_units) {
            in.refuse("bad_order", at("tiers", n - 1, "from_minor_units"));
        }
    }
    in.finish();
    return rule;
}

}  // namespace

std::vector<RateRow> read_rate_rows(ObjectReader& in, std::string_view name)
{
    std::vector<RateRow> rows;
    std::set<std::pair<std::string, std::chrono::sys_days>> seen;
    for (auto& object : in.objects(name)) {
        rows.push_back(read_rate_row(object));
        object.finish();
        if (!seen.insert({rows.back().code, rows.back().from}).second) {
            in.refuse("duplicate_code", at(name, rows.size() - 1, "from"), rows.back().code);
        }
    }
    return rows;
}

std::vector<TaxRoundingPeriod> read_rounding_periods(ObjectReader& in, std::string_view name)
{
    std::vector<TaxRoundingPeriod> periods;
    for (auto& object : in.objects_or_none(name)) {
        const auto from = object.date("from");
        periods.push_back({from, static_cast<Rounding>(object.one_of("rounding", tax_rounding_words))});
        object.finish();
        const auto same = std::ranges::count(periods, from, &TaxRoundingPeriod::from);
        if (same > 1) in.refuse("duplicate_code", at(name, periods.size() - 1, "from"));
    }
    std::ranges::sort(periods, {}, &TaxRoundingPeriod::from);
    return periods;
}

std::vector<OwnTender> read_own_tenders(ObjectReader& in, std::string_view name)
{
    std::vector<OwnTender> tenders;
    for (auto& object : in.objects_or_none(name)) {
        tenders.push_back(read_own_tender(object));
        if (std::ranges::count(tenders, tenders.back().code, &OwnTender::code) > 1) {
            in.refuse("duplicate_code", at(name, tenders.size() - 1, "code"), tenders.back().code);
        }
    }
    return tenders;
}

std::vector<CommissionRule> read_commission_rules(ObjectReader& in, std::string_view name)
{
    std::vector<CommissionRule> rules;
    for (auto& object : in.objects_or_none(name)) {
        rules.push_back(read_commission_rule(object));
        if (std::ranges::count(rules, rules.back().staff, &CommissionRule::staff) > 1) {
            in.refuse("duplicate_code", at(name, rules.size() - 1, "staff"), rules.back().staff);
        }
    }
    return rules;
}

std::map<std::string, std::string, std::less<>> read_account_codes(ObjectReader& in, std::string_view name)
{
    std::map<std::string, std::string, std::less<>> codes;
    auto object = in.object(name);
    constexpr std::size_t longest_name = 60;
    const auto is_plain = [](char c) { return c > ' ' && c <= '~'; };
    for (const auto& account : object.names()) {
        // A name that is none of ours is not told back.
        if (account.empty() || account.size() > longest_name || !std::ranges::all_of(account, is_plain)) {
            in.refuse("bad_code", name);
            continue;
        }
        codes.emplace(account, object.text(account));
    }
    return codes;
}

std::string_view text_of_tax_rounding(Rounding rounding)
{
    const auto place = static_cast<std::size_t>(rounding);
    return place < tax_rounding_words.size() ? tax_rounding_words.at(place) : "floor";
}

}  // namespace kushi
