#include "app/screens/settings/settings_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "app/screens/screen.h"
#include "core/money/currency.h"
#include "core/money/decimal.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

const std::set<std::string, std::less<>> amount_paths{"refund.limit", "drawer.float", "drawer.over_short_limit",
                                                      "prepaid.cancel_cap_before", "prepaid.cancel_cap_after"};
const std::set<std::string, std::less<>> flag_paths{"receipt.stamp_box", "tips.on"};
const std::set<std::string, std::less<>> words_paths{"salon.name", "salon.address", "receipt.head", "receipt.foot"};
const std::set<std::string, std::less<>> code_paths{"nomination.item", "no_show.item"};

Currency currency_of(const SettingsState& state)
{
    return Currency::find(state.currency).value_or(Currency{});
}

std::string amount_as_typed(const SettingsState& state, std::int64_t minor_units)
{
    return plain_text(Money{minor_units, currency_of(state)});
}

TwoWords words_of(const Json& row, const char* name)
{
    const auto words = row.value(name, Json::object());
    return {text_of(words, "en"), text_of(words, "ja")};
}

std::string percent_of(const std::string& fraction)
{
    const auto rate = Rate::parse(fraction);
    return rate ? Percent{rate->millionths}.text() : std::string{};
}

void read_value(SettingsState& state, const std::string& path, const Json& value)
{
    auto& values = state.values;
    if (words_paths.contains(path)) {
        values[path + ".en"] = text_of(value, "en");
        values[path + ".ja"] = text_of(value, "ja");
    } else if (amount_paths.contains(path))
        values[path] = amount_as_typed(state, value.get<std::int64_t>());
    else if (flag_paths.contains(path))
        values[path] = value.get<bool>() ? "true" : "false";
    else if (path == "cash.rounding")
        values[path] = value.is_null() ? "" : std::to_string(number_of(value, "step"));
    else if (value.is_string())
        values[path] = value.get<std::string>();
    else if (value.is_null())
        values[path] = "";
}

void read_lists(SettingsState& state, const std::string& path, const Json& value)
{
    if (path == "tax.rates") {
        state.rates.clear();
        for (const auto& row : value) {
            state.rates.push_back({text_of(row, "code"), words_of(row, "name"), percent_of(text_of(row, "rate")),
                                   text_of(row, "from"), flag_of(row, "reduced")});
        }
    }
    if (path == "tax.rules") {
        state.roundings.clear();
        for (const auto& row : value) state.roundings.push_back({text_of(row, "from"), text_of(row, "rounding")});
    }
    if (path == "tenders") {
        state.tenders.clear();
        for (const auto& row : value)
            state.tenders.push_back({text_of(row, "code"), words_of(row, "label"), flag_of(row, "change")});
    }
    if (path == "accounts.codes") {
        state.accounts.clear();
        for (const auto& [name, code] : value.items()) state.accounts.push_back({name, code.get<std::string>()});
    }
    if (path != "commission.rules") return;
    state.commissions.clear();
    for (const auto& row : value) {
        SettingsState::Commission rule{text_of(row, "staff"),
                                       text_of(row, "service_percent"),
                                       text_of(row, "retail_percent"),
                                       amount_as_typed(state, number_of(row, "fixed_minor_units")),
                                       {}};
        for (const auto& tier : row.value("tiers", Json::array())) {
            rule.tiers.push_back(
                {amount_as_typed(state, number_of(tier, "from_minor_units")), text_of(tier, "percent")});
        }
        state.commissions.push_back(std::move(rule));
    }
}

void read_catalogue(SettingsState& state, const Json& answer)
{
    state.tickets.clear();
    for (const auto& row : answer.value("tickets", Json::array())) {
        SettingsState::Ticket ticket{text_of(row, "code"),
                                     words_of(row, "name"),
                                     amount_as_typed(state, number_of(row, "price")),
                                     number_of(row, "price"),
                                     number_of(row, "sessions"),
                                     number_of(row, "valid_months"),
                                     text_of(row, "rate"),
                                     {},
                                     {}};
        for (const auto& service : row.value("services", Json::array()))
            ticket.services.push_back(service.get<std::string>());
        for (const auto& warning : row.value("warnings", Json::array()))
            ticket.warnings.push_back(warning.get<std::string>());
        state.tickets.push_back(std::move(ticket));
    }
    state.services.clear();
    for (const auto& row : answer.value("services", Json::array())) {
        state.services.push_back(
            {text_of(row, "code"), words_of(row, "name"), text_of(row, "rate"), number_of(row, "minutes") == 0});
    }
}

Json set_of(const std::string& path, Json value)
{
    return {{"do", "set"}, {"path", path}, {"value", std::move(value)}};
}

Outcome<std::int64_t> amount_typed(const SettingsState& state, const std::string& text, const std::string& field)
{
    if (text.empty()) return 0;
    const auto money = parse_money(text, currency_of(state));
    if (!money || money->minor_units < 0) return refused("bad_amount", field);
    return money->minor_units;
}

Outcome<std::string> percent_typed(const std::string& text, const std::string& field)
{
    const auto percent = Percent::parse(text.empty() ? "0" : text);
    if (!percent) return refused("bad_percent", field);
    return percent->text();
}

Outcome<std::int64_t> whole_typed(const std::string& text, const std::string& field)
{
    constexpr std::size_t longest = 4;
    const bool digits =
        !text.empty() && text.size() <= longest && text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits) return refused("bad_number", field);
    return std::stoll(text);
}

Json words_typed(const SettingsForm& form, const std::string& field)
{
    // Where one language was not typed the other stands for it: a paper never has an empty name.
    const auto en = form.value(field + ".en"), ja = form.value(field + ".ja");
    return {{"en", en.empty() ? ja : en}, {"ja", ja.empty() ? en : ja}};
}

Json row_of(const SettingsState::Rate& rate)
{
    return {{"code", rate.code},
            {"rate", fraction_from_percent(rate.percent).value_or("0")},
            {"reduced", rate.reduced},
            {"name", {{"en", rate.name.en}, {"ja", rate.name.ja}}},
            {"from", rate.from}};
}

Json row_of(const SettingsState::Tender& tender)
{
    return {{"code", tender.code},
            {"label", {{"en", tender.label.en}, {"ja", tender.label.ja}}},
            {"change", tender.change}};
}

Json row_of(const SettingsState& state, const SettingsState::Commission& rule)
{
    auto tiers = Json::array();
    for (const auto& tier : rule.tiers) {
        tiers.push_back(
            {{"from_minor_units", amount_typed(state, tier.from, {}).value_or(0)}, {"percent", tier.percent}});
    }
    return {{"staff", rule.staff},
            {"service_percent", rule.service_percent},
            {"retail_percent", rule.retail_percent},
            {"fixed_minor_units", amount_typed(state, rule.fixed, {}).value_or(0)},
            {"tiers", tiers}};
}

Outcome<Json> rate_request(const SettingsState& state, const SettingsForm& form)
{
    const auto fraction = fraction_from_percent(form.value("percent"));
    if (!fraction) return refused("bad_percent", "percent");
    auto code = form.value("code");
    if (code.empty()) code = code_from(form.value("name.en"));
    const auto from = form.value("from");
    auto rows = Json::array();
    for (const auto& rate : state.rates) {
        if (rate.code != code || rate.from != from) rows.push_back(row_of(rate));
    }
    rows.push_back({{"code", code},
                    {"rate", *fraction},
                    {"reduced", form.is_on("reduced")},
                    {"name", words_typed(form, "name")},
                    {"from", from}});
    return set_of("tax.rates", rows);
}

Outcome<Json> tender_request(const SettingsState& state, const SettingsForm& form)
{
    const Json row{{"code", form.of.empty() ? code_from(form.value("label.en")) : form.of},
                   {"label", words_typed(form, "label")},
                   {"change", form.is_on("change")}};
    auto rows = Json::array();
    for (const auto& tender : state.tenders) rows.push_back(tender.code == form.of ? row : row_of(tender));
    if (form.of.empty()) rows.push_back(row);
    return set_of("tenders", rows);
}

Outcome<Json> ticket_request(const SettingsState& state, const SettingsForm& form)
{
    const auto price = amount_typed(state, form.value("price"), "price");
    if (!price) return unexpected{price.error()};
    const auto sessions = whole_typed(form.value("sessions"), "sessions");
    if (!sessions) return unexpected{sessions.error()};
    const auto months = whole_typed(form.value("valid_months"), "valid_months");
    if (!months) return unexpected{months.error()};
    const auto services = choices(form, "services");
    const auto old = std::ranges::find(state.tickets, form.of, &SettingsState::Ticket::code);
    std::string rate = old == state.tickets.end() ? std::string{} : old->rate;
    for (const auto& service : state.services) {
        if (rate.empty() && !services.empty() && service.code == services.front()) rate = service.rate;
    }
    const auto code = form.of.empty() ? "ticket-" + code_from(form.value("name.en")) : form.of;
    return set_of("item." + code, {{"kind", "ticket"},
                                   {"name", words_typed(form, "name")},
                                   {"price", *price},
                                   {"rate", rate},
                                   {"sessions", *sessions},
                                   {"services", services},
                                   {"valid_months", *months}});
}

Outcome<Json> commission_request(const SettingsState& state, const SettingsForm& form)
{
    const auto service = percent_typed(form.value("service_percent"), "service_percent");
    if (!service) return unexpected{service.error()};
    const auto retail = percent_typed(form.value("retail_percent"), "retail_percent");
    if (!retail) return unexpected{retail.error()};
    const auto fixed = amount_typed(state, form.value("fixed_minor_units"), "fixed_minor_units");
    if (!fixed) return unexpected{fixed.error()};
    auto tiers = Json::array();
    for (const char* tier : {"tier0", "tier1", "tier2"}) {
        const std::string name{tier};
        if (form.value(name + ".from").empty()) continue;
        const auto from = amount_typed(state, form.value(name + ".from"), name + ".from");
        if (!from) return unexpected{from.error()};
        const auto percent = percent_typed(form.value(name + ".percent"), name + ".percent");
        if (!percent) return unexpected{percent.error()};
        tiers.push_back({{"from_minor_units", *from}, {"percent", *percent}});
    }
    const auto staff = form.value("staff");
    auto rows = Json::array();
    for (const auto& rule : state.commissions) {
        if (form.of.empty() || rule.staff != staff) rows.push_back(row_of(state, rule));
    }
    rows.push_back({{"staff", staff},
                    {"service_percent", *service},
                    {"retail_percent", *retail},
                    {"fixed_minor_units", *fixed},
                    {"tiers", tiers}});
    return set_of("commission.rules", rows);
}

Json accounts_but(const SettingsState& state, const std::string& name)
{
    auto codes = Json::object();
    for (const auto& account : state.accounts) {
        if (account.name != name) codes[account.name] = account.code;
    }
    return codes;
}

}  // namespace

SettingsState settings_read(SettingsState state, const Json& answer)
{
    state.currency = text_of(answer, "currency");
    state.today = text_of(answer, "business_date");
    state.owners.clear();
    for (const auto& row : answer.value("rows", Json::array())) {
        const auto path = text_of(row, "path");
        const auto value = row.value("value", Json{});
        if (!flag_of(row, "may")) state.owners.insert(path);
        read_value(state, path, value);
        read_lists(state, path, value);
    }
    read_catalogue(state, answer);
    state.loaded = true;
    return state;
}

Outcome<Json> setting_request(const SettingsState& state, const std::string& path)
{
    if (words_paths.contains(path))
        return set_of(path, {{"en", state.value(path + ".en")}, {"ja", state.value(path + ".ja")}});
    const auto text = state.value(path);
    if (amount_paths.contains(path)) {
        const auto amount = amount_typed(state, text, path);
        if (!amount) return unexpected{amount.error()};
        return set_of(path, *amount);
    }
    if (path.ends_with("percent")) {
        const auto percent = percent_typed(text, path);
        if (!percent) return unexpected{percent.error()};
        return set_of(path, *percent);
    }
    if (flag_paths.contains(path)) return set_of(path, text == "true");
    if (code_paths.contains(path)) return set_of(path, text.empty() ? Json{} : Json(text));
    if (path == "cash.rounding")
        return set_of(path, text.empty() ? Json{} : Json{{"step", std::stoll(text)}, {"mode", "half_up"}});
    return set_of(path, text);
}

Outcome<Json> form_request(const SettingsState& state, const SettingsForm& form)
{
    if (form.kind == "rate") return rate_request(state, form);
    if (form.kind == "tender") return tender_request(state, form);
    if (form.kind == "ticket") return ticket_request(state, form);
    if (form.kind == "commission") return commission_request(state, form);
    if (form.kind == "rounding")
        return set_of("tax.rounding", {{"from", form.value("from")}, {"rounding", form.value("rounding")}});
    auto codes = accounts_but(state, form.of);
    codes[form.value("name")] = form.value("code");
    return set_of("accounts.codes", codes);
}

Json removal_request(const SettingsState& state, const SettingsForm& form)
{
    auto rows = Json::array();
    if (form.kind == "account") return set_of("accounts.codes", accounts_but(state, form.of));
    if (form.kind == "tender") {
        for (const auto& tender : state.tenders) {
            if (tender.code != form.of) rows.push_back(row_of(tender));
        }
        return set_of("tenders", rows);
    }
    for (const auto& rule : state.commissions) {
        if (rule.staff != form.value("staff")) rows.push_back(row_of(state, rule));
    }
    return set_of("commission.rules", rows);
}

Json unsaved_json(const SettingsState& state)
{
    Json content{{"group", static_cast<int>(state.group)}, {"drafts", state.drafts}, {"form", nullptr}};
    if (state.form)
        content["form"] = {{"kind", state.form->kind}, {"of", state.form->of}, {"values", state.form->values}};
    return content;
}

SettingsState unsaved_read(SettingsState state, const Json& content)
{
    if (!content.is_object()) return state;
    const auto texts = [](const Json& object) {
        std::map<std::string, std::string> all;
        for (const auto& [name, value] : object.items()) {
            if (value.is_string()) all[name] = value.get<std::string>();
        }
        return all;
    };
    state.drafts = texts(content.value("drafts", Json::object()));
    const auto group = number_of(content, "group", static_cast<std::int64_t>(state.group));
    if (group >= 0 && group < static_cast<std::int64_t>(settings_group_count))
        state.group = static_cast<SettingsGroup>(group);
    const auto form = content.value("form", Json{});
    if (form.is_object())
        state.form = SettingsForm{
            text_of(form, "kind"), text_of(form, "of"), texts(form.value("values", Json::object())), {}, false};
    return state;
}

}  // namespace kushi
