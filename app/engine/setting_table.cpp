#include "app/engine/setting_table.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>

#include "app/engine/setting_values.h"
#include "core/catalog/salon_seed.h"
#include "core/day/business_day.h"
#include "core/text/registration_number.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 2> price_mode_words{"inclusive", "exclusive"};
constexpr std::array<std::string_view, 5> rounding_words{"floor", "half_up", "ceil", "half_down", "half_even"};
constexpr std::array<std::string_view, 2> tax_point_words{"redemption", "issue"};
constexpr std::array<std::string_view, 2> language_words{"en", "ja"};
constexpr std::array<std::string_view, 7> own_words{"cash", "card", "qr", "voucher", "ticket", "deposit", "other"};

std::string at(std::string_view list, std::size_t index, std::string_view field)
{
    return std::string{list} + "[" + std::to_string(index) + "]." + std::string{field};
}

Json text_or_null(const std::optional<std::string>& text)
{
    return text ? Json(*text) : Json();
}

// Plain kinds of value.

Json read_words(ObjectReader& in, std::string_view path, SettingContext& /*context*/)
{
    return to_json(in.words(path));
}
Json read_lines(ObjectReader& in, std::string_view path, SettingContext& /*context*/)
{
    return to_json(in.words_or_none(path));
}
Json read_text(ObjectReader& in, std::string_view path, SettingContext& /*context*/)
{
    return in.text_or_none(path);
}
Json read_flag(ObjectReader& in, std::string_view path, SettingContext& /*context*/)
{
    return in.flag(path);
}
Json read_amount(ObjectReader& in, std::string_view path, SettingContext& /*context*/)
{
    return in.amount(path);
}
Json read_percent(ObjectReader& in, std::string_view path, SettingContext& /*context*/)
{
    return in.percent(path).text();
}
Json read_months(ObjectReader& in, std::string_view path, SettingContext& /*context*/)
{
    return in.whole(path, 1, 120);
}
Json read_language(ObjectReader& in, std::string_view path, SettingContext& /*context*/)
{
    return language_words.at(in.one_of(path, language_words));
}

Json read_service(ObjectReader& in, std::string_view path, SettingContext& context)
{
    const auto code = in.text_or_none(path);
    if (code.empty()) return nullptr;
    if (!context.salon.services.contains(code)) in.refuse("unknown_service", path);
    return code;
}

// Tax and the salon's number.

/// The paper a Japanese salon prints is a qualified invoice by this number, so its form is checked; a wrong check digit
/// is a slip more often than not, but the tax office's list is the judge. Elsewhere it is whatever that country's tax
/// office gives.
Json read_registration_number(ObjectReader& in, std::string_view path, SettingContext& context)
{
    constexpr std::size_t longest = 40;
    const auto number = in.text_or_none(path);
    if (number.empty()) return "";
    const bool japan = context.salon.currency.code() == "JPY";
    const bool japanese = has_registration_number_form(number);
    const auto is_plain = [](char c) { return c >= ' ' && c <= '~'; };
    const bool plain = number.size() <= longest && std::ranges::all_of(number, is_plain);
    if (japan ? !japanese : !plain) in.refuse("bad_registration_number", path);
    if (japan && !registration_number_fits(number)) context.warnings.emplace_back("check_digit");
    return number;
}

std::set<std::string> rates_in_use(const Salon& salon)
{
    std::set<std::string> codes;
    for (const auto& [code, service] : salon.services) codes.insert(service.rate);
    for (const auto& [code, product] : salon.products) codes.insert(product.rate);
    for (const auto& [code, ticket] : salon.tickets) codes.insert(ticket.rate);
    for (const auto& [code, voucher] : salon.vouchers) codes.insert(voucher.rate);
    codes.insert(salon.cancel_fee_rate);
    codes.erase("");
    return codes;
}

/// What can be sold today can be sold after the change too: its rate is there, and in force.
Json read_rates(ObjectReader& in, std::string_view path, SettingContext& context)
{
    const auto rows = read_rate_rows(in, path);
    const auto today = parse_date(context.today);
    for (const auto& code : rates_in_use(context.salon)) {
        if (context.salon.rate_on(code, context.today) == nullptr) continue;
        if (today && rate_row_on(rows, code, *today) == nullptr) in.refuse("rate_in_use", path, code);
    }
    auto kept = Json::array();
    for (const auto& row : rows) kept.push_back(to_json(row));
    return kept;
}

Json read_price_mode(ObjectReader& in, std::string_view path, SettingContext& context)
{
    const auto word = price_mode_words.at(in.one_of(path, price_mode_words));
    const bool exclusive = context.salon.tax.price_mode == PriceMode::exclusive;
    if (context.has_sales && exclusive != (word == "exclusive")) in.refuse("has_sales", path);
    return word;
}

Json to_json(const TaxRoundingPeriod& period)
{
    return {{"from", date_text(period.from)}, {"rounding", text_of_tax_rounding(period.rounding)}};
}

Json to_json(const std::vector<TaxRoundingPeriod>& periods)
{
    auto list = Json::array();
    for (const auto& period : periods) list.push_back(to_json(period));
    return list;
}

/// A retailer in the United Kingdom may not round tax down.
/// Source: HMRC VATREC12020, gov.uk/hmrc-internal-manuals/vat-trader-records/vatrec12020
bool is_allowed(const Salon& salon, Rounding rounding)
{
    return salon.currency.code() != "GBP" || rounding != Rounding::floor;
}

/// The days before today are as they were: their receipts are printed.
Json read_rounding_table(ObjectReader& in, std::string_view path, SettingContext& context)
{
    const auto periods = read_rounding_periods(in, path);
    const auto passed = [&](const TaxRoundingPeriod& period) { return date_text(period.from) < context.today; };
    std::vector<TaxRoundingPeriod> before, kept;
    std::ranges::copy_if(context.salon.tax_periods, std::back_inserter(before), passed);
    std::ranges::copy_if(periods, std::back_inserter(kept), passed);
    if (before != kept) in.refuse("date_passed", path);
    for (const auto& period : periods) {
        if (!passed(period) && !is_allowed(context.salon, period.rounding)) in.refuse("rounding_not_allowed", path);
    }
    return to_json(periods);
}

/// One more period, or another rounding for one that has not begun.
Json read_rounding_from(ObjectReader& in, std::string_view path, SettingContext& context)
{
    auto object = in.object(path);
    const auto from = object.date("from");
    const auto rounding = static_cast<Rounding>(object.one_of("rounding", Words{rounding_words}.first(3)));
    object.finish();
    if (date_text(from) < context.today) object.refuse("date_passed", "from");
    if (!is_allowed(context.salon, rounding)) object.refuse("rounding_not_allowed", "rounding");
    auto periods = context.salon.tax_periods;
    std::erase_if(periods, [&](const TaxRoundingPeriod& period) { return period.from == from; });
    periods.push_back({from, rounding});
    std::ranges::sort(periods, {}, &TaxRoundingPeriod::from);
    return to_json(periods);
}

Json read_cash_rounding(ObjectReader& in, std::string_view path, SettingContext& /*context*/)
{
    constexpr std::int64_t largest_step = 1'000;
    if (!in.has(path)) return nullptr;
    auto object = in.object(path);
    const auto step = object.whole("step", 1, largest_step);
    const auto mode = rounding_words.at(object.one_of("mode", rounding_words));
    object.finish();
    return {{"step", step}, {"mode", mode}};
}

Json read_rate_code(ObjectReader& in, std::string_view path, SettingContext& context)
{
    const auto code = in.code(path);
    if (context.salon.rate_on(code, context.today) == nullptr) in.refuse("unknown_rate", path);
    return code;
}

Json read_tax_point(ObjectReader& in, std::string_view path, SettingContext& /*context*/)
{
    return tax_point_words.at(in.one_of(path, tax_point_words));
}

// Lists.

Json to_json(const OwnTender& tender)
{
    return {{"code", tender.code}, {"label", to_json(tender.label)}, {"change", tender.change}};
}

Json read_tenders(ObjectReader& in, std::string_view path, SettingContext& /*context*/)
{
    auto kept = Json::array();
    for (const auto& tender : read_own_tenders(in, path)) {
        if (std::ranges::find(own_words, tender.code) != own_words.end()) {
            in.refuse("duplicate_code", at(path, kept.size(), "code"), tender.code);
        }
        kept.push_back(to_json(tender));
    }
    return kept;
}

Json to_json(const CommissionRule& rule)
{
    Json tiers = Json::array();
    for (const auto& tier : rule.tiers) {
        tiers.push_back({{"from_minor_units", tier.from_minor_units}, {"percent", tier.percent.text()}});
    }
    return {{"staff", rule.staff},
            {"service_percent", rule.service_percent.text()},
            {"retail_percent", rule.retail_percent.text()},
            {"fixed_minor_units", rule.fixed_minor_units},
            {"tiers", tiers}};
}

Json read_commissions(ObjectReader& in, std::string_view path, SettingContext& context)
{
    auto kept = Json::array();
    for (const auto& rule : read_commission_rules(in, path)) {
        if (!rule.staff.empty() && context.salon.person(rule.staff) == nullptr) {
            in.refuse("unknown_staff", at(path, kept.size(), "staff"));
        }
        kept.push_back(to_json(rule));
    }
    return kept;
}

Json read_accounts(ObjectReader& in, std::string_view path, SettingContext& /*context*/)
{
    return read_account_codes(in, path);
}

const char* cash_mode(Rounding mode)
{
    return rounding_words.at(static_cast<std::size_t>(mode)).data();
}

// clang-format off
constexpr auto table = std::to_array<SettingEntry>({
    {"salon.name", Act::change_receipt_text, [](const Salon& salon, std::string_view) { return to_json(salon.name); }, read_words},
    {"salon.address", Act::change_receipt_text, [](const Salon& salon, std::string_view) { return to_json(salon.address); }, read_words},
    {"salon.phone", Act::change_receipt_text, [](const Salon& salon, std::string_view) { return Json(salon.phone); }, read_text},
    {"salon.language", Act::change_receipt_text, [](const Salon& salon, std::string_view) { return Json(salon.language); }, read_language},
    {"salon.registration_number", Act::change_tax, [](const Salon& salon, std::string_view) { return Json(salon.registration_number); },
     read_registration_number},
    {"tax.rates", Act::change_tax, [](const Salon& salon, std::string_view) {
         auto rows = Json::array();
         for (const auto& row : salon.rates) rows.push_back(to_json(row));
         return rows;
     }, read_rates},
    {"tax.price_mode", Act::change_tax, [](const Salon& salon, std::string_view) {
         return Json(price_mode_words.at(static_cast<std::size_t>(salon.tax.price_mode)));
     }, read_price_mode},
    {"tax.rounding", Act::change_tax, [](const Salon& salon, std::string_view today) {
         return Json(text_of_tax_rounding(salon.tax_on(today).tax_rounding));
     }, read_rounding_from, "tax.rules"},
    {"tax.rules", Act::change_tax, [](const Salon& salon, std::string_view) { return to_json(salon.tax_periods); }, read_rounding_table},
    {"cash.rounding", Act::change_tax, [](const Salon& salon, std::string_view) {
         if (!salon.cash_rounding) return Json();
         return Json{{"step", salon.cash_rounding->step}, {"mode", cash_mode(salon.cash_rounding->mode)}};
     }, read_cash_rounding},
    {"prepaid.tax_point", Act::change_tax, [](const Salon& salon, std::string_view) {
         return Json(tax_point_words.at(salon.prepaid_taxed_at_issue ? 1 : 0));
     }, read_tax_point},
    {"prepaid.cancel_fee_rate", Act::change_tax, [](const Salon& salon, std::string_view) { return Json(salon.cancel_fee_rate); },
     read_rate_code},
    {"prepaid.cancel_cap_before", Act::change_catalogue, [](const Salon& salon, std::string_view) { return Json(salon.cancel_cap_before); },
     read_amount},
    {"prepaid.cancel_cap_after", Act::change_catalogue, [](const Salon& salon, std::string_view) { return Json(salon.cancel_cap_after); },
     read_amount},
    {"prepaid.cancel_cap_after_percent", Act::change_catalogue, [](const Salon& salon, std::string_view) {
         return Json(salon.cancel_cap_after_percent.text());
     }, read_percent},
    {"receipt.head", Act::change_receipt_text, [](const Salon& salon, std::string_view) { return to_json(salon.receipt_head); }, read_lines},
    {"receipt.foot", Act::change_receipt_text, [](const Salon& salon, std::string_view) { return to_json(salon.receipt_foot); }, read_lines},
    {"receipt.stamp_box", Act::change_receipt_text, [](const Salon& salon, std::string_view) { return Json(salon.receipt_stamp_box); },
     read_flag},
    {"discount.limit_percent", Act::change_catalogue, [](const Salon& salon, std::string_view) { return Json(salon.discount_limit.text()); },
     read_percent},
    {"refund.limit", Act::change_catalogue, [](const Salon& salon, std::string_view) { return Json(salon.refund_limit); }, read_amount},
    {"tips.on", Act::change_catalogue, [](const Salon& salon, std::string_view) { return Json(salon.tips_on); }, read_flag},
    {"tenders", Act::change_catalogue, [](const Salon& salon, std::string_view) {
         auto list = Json::array();
         for (const auto& tender : salon.own_tenders) list.push_back(to_json(tender));
         return list;
     }, read_tenders},
    {"nomination.item", Act::change_catalogue, [](const Salon& salon, std::string_view) { return text_or_null(salon.nomination_item); },
     read_service},
    {"no_show.item", Act::change_catalogue, [](const Salon& salon, std::string_view) { return text_or_null(salon.no_show_item); },
     read_service},
    {"drawer.float", Act::change_catalogue, [](const Salon& salon, std::string_view) { return Json(salon.drawer_float); }, read_amount},
    {"drawer.over_short_limit", Act::change_catalogue, [](const Salon& salon, std::string_view) { return Json(salon.over_short_limit); },
     read_amount},
    {"commission.rules", Act::change_catalogue, [](const Salon& salon, std::string_view) {
         auto list = Json::array();
         for (const auto& rule : salon.commission_rules) list.push_back(to_json(rule));
         return list;
     }, read_commissions},
    {"accounts.codes", Act::change_catalogue, [](const Salon& salon, std::string_view) { return Json(salon.account_codes); }, read_accounts},
    {"consent.months", Act::change_catalogue, [](const Salon& salon, std::string_view) { return Json(salon.consent_months); }, read_months},
    {"sell.therapists", Act::change_catalogue, [](const Salon& salon, std::string_view) { return Json(salon.therapists_sell); }, read_flag},
});
// clang-format on

}  // namespace

std::span<const SettingEntry> setting_table()
{
    return table;
}

const SettingEntry* setting_entry(std::string_view path)
{
    const auto found = std::ranges::find(table, path, &SettingEntry::path);
    return found == table.end() ? nullptr : &*found;
}

}  // namespace kushi
