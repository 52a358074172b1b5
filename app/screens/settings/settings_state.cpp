#include "app/screens/settings/settings_state.h"

#include <algorithm>
#include <utility>

#include "core/money/decimal.h"
#include "core/text/registration_number.h"

namespace kushi {
namespace {

constexpr std::string_view set_fields[] = {"services"};

const SettingsState::Ticket* ticket_of(const SettingsState& state, const std::string& code)
{
    const auto found = std::ranges::find(state.tickets, code, &SettingsState::Ticket::code);
    return found == state.tickets.end() ? nullptr : &*found;
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "" : " ") + part;
    return all;
}

}  // namespace

std::string SettingsState::value(const std::string& key) const
{
    if (const auto draft = drafts.find(key); draft != drafts.end()) return draft->second;
    const auto kept = values.find(key);
    return kept == values.end() ? std::string{} : kept->second;
}

std::string SettingsState::error(const std::string& key) const
{
    const auto found = errors.find(key);
    return found == errors.end() ? std::string{} : found->second;
}

std::vector<std::string> SettingsState::changed(SettingsGroup of) const
{
    std::vector<std::string> keys;
    for (const auto& key : keys_of(of)) {
        const auto draft = drafts.find(key);
        const auto kept = values.find(key);
        if (draft != drafts.end() && (kept == values.end() || draft->second != kept->second)) keys.push_back(key);
    }
    return keys;
}

const SettingsState::Rate* SettingsState::rate_now(const std::string& code) const
{
    const Rate* now = nullptr;
    for (const auto& rate : rates) {
        if (rate.code == code && rate.from <= today && (now == nullptr || rate.from > now->from)) now = &rate;
    }
    return now;
}

std::vector<std::string> keys_of(SettingsGroup group)
{
    switch (group) {
        case SettingsGroup::salon:
            return {"salon.name.en", "salon.name.ja", "salon.address.en", "salon.address.ja", "salon.phone"};
        case SettingsGroup::tax:
            return {"salon.registration_number", "cash.rounding"};
        case SettingsGroup::receipt:
            return {"receipt.head.en", "receipt.head.ja",   "receipt.foot.en",
                    "receipt.foot.ja", "receipt.stamp_box", "salon.language"};
        case SettingsGroup::limits:
            return {"discount.limit_percent", "refund.limit", "drawer.float", "drawer.over_short_limit", "tips.on"};
        case SettingsGroup::payments:
            return {"nomination.item", "no_show.item"};
        case SettingsGroup::tickets:
            return {"prepaid.cancel_cap_before", "prepaid.cancel_cap_after", "prepaid.cancel_cap_after_percent"};
        case SettingsGroup::commission:
        case SettingsGroup::accounts:
            break;
    }
    return {};
}

std::string path_of(const std::string& key)
{
    const bool two = key.ends_with(".en") || key.ends_with(".ja");
    return two ? key.substr(0, key.size() - 3) : key;
}

SettingsState typed(SettingsState state, const std::string& key, const std::string& text)
{
    state.drafts[key] = text;
    state.errors.erase(key);
    state.problem.clear();
    return state;
}

SettingsState undone(SettingsState state, SettingsGroup group)
{
    for (const auto& key : keys_of(group)) {
        state.drafts.erase(key);
        state.errors.erase(key);
    }
    state.problem.clear();
    return state;
}

RegistrationNumber registration_number_state(std::string_view text)
{
    if (text.empty()) return RegistrationNumber::none;
    if (!has_registration_number_form(text)) return RegistrationNumber::unfinished;
    return registration_number_fits(text) ? RegistrationNumber::fits : RegistrationNumber::wrong_digit;
}

SettingsForm rate_form(const SettingsState& state, const std::string& code)
{
    SettingsForm form{"rate", {}, {{"code", code}, {"from", state.today}}, {}, false};
    if (const auto* rate = state.rate_now(code); rate != nullptr) {
        form.values["name.en"] = rate->name.en;
        form.values["name.ja"] = rate->name.ja;
        form.values["percent"] = rate->percent;
        form.values["reduced"] = rate->reduced ? "true" : "";
    }
    return form;
}

SettingsForm rounding_form(const SettingsState& state)
{
    return {"rounding", {}, {{"from", state.today}, {"rounding", state.value("tax.rounding")}}, {}, false};
}

SettingsForm tender_form(const SettingsState& state, const std::string& code)
{
    SettingsForm form{"tender", code, {}, {}, false};
    const auto tender = std::ranges::find(state.tenders, code, &SettingsState::Tender::code);
    if (tender == state.tenders.end()) return form;
    form.values = {
        {"label.en", tender->label.en}, {"label.ja", tender->label.ja}, {"change", tender->change ? "true" : ""}};
    return form;
}

SettingsForm ticket_form(const SettingsState& state, const std::string& code)
{
    SettingsForm form{"ticket", code, {{"valid_months", "6"}}, {}, false};
    const auto* ticket = ticket_of(state, code);
    if (ticket == nullptr) return form;
    form.values = {{"name.en", ticket->name.en},
                   {"name.ja", ticket->name.ja},
                   {"price", ticket->price},
                   {"sessions", std::to_string(ticket->sessions)},
                   {"valid_months", std::to_string(ticket->valid_months)},
                   {"services", joined(ticket->services)}};
    return form;
}

SettingsForm commission_form(const SettingsState& state, const std::string& staff, bool is_new)
{
    SettingsForm form{"commission", is_new ? "" : "old", {{"staff", staff}}, {}, false};
    for (const auto& rule : state.commissions) {
        if (is_new || rule.staff != staff) continue;
        form.values["service_percent"] = rule.service_percent;
        form.values["retail_percent"] = rule.retail_percent;
        form.values["fixed_minor_units"] = rule.fixed;
        for (std::size_t i = 0; i < rule.tiers.size(); ++i) {
            form.values["tier" + std::to_string(i) + ".from"] = rule.tiers[i].from;
            form.values["tier" + std::to_string(i) + ".percent"] = rule.tiers[i].percent;
        }
    }
    return form;
}

SettingsForm account_form(const SettingsState& state, const std::string& name)
{
    SettingsForm form{"account", name, {{"name", name}}, {}, false};
    const auto account = std::ranges::find(state.accounts, name, &SettingsState::Account::name);
    if (account != state.accounts.end()) form.values["code"] = account->code;
    return form;
}

std::vector<std::string> choices(const SettingsForm& form, const std::string& field)
{
    std::vector<std::string> all;
    std::string one;
    for (const char c : form.value(field) + ' ') {
        if (c != ' ') {
            one += c;
        } else if (!one.empty()) {
            all.push_back(std::exchange(one, {}));
        }
    }
    return all;
}

bool has_choice(const SettingsForm& form, const std::string& field, std::string_view choice)
{
    const auto all = choices(form, field);
    return std::ranges::find(all, choice) != all.end();
}

SettingsForm chosen(SettingsForm form, const std::string& field, const std::string& choice)
{
    if (std::ranges::find(set_fields, field) == std::end(set_fields)) {
        form.values[field] = choice;
    } else {
        auto all = choices(form, field);
        if (std::erase(all, choice) == 0) all.push_back(choice);
        form.values[field] = joined(all);
    }
    form.problem.clear();
    return form;
}

std::string code_from(std::string_view words)
{
    constexpr std::size_t longest = 50;
    std::string code;
    for (const char c : words) {
        const bool capital = c >= 'A' && c <= 'Z';
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (capital || plain)
            code += capital ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!code.empty() && code.back() != '-')
            code += '-';
        if (code.size() == longest) break;
    }
    while (code.ends_with('-')) code.pop_back();
    return code;
}

std::optional<std::string> fraction_from_percent(std::string_view percent)
{
    const auto read = Percent::parse(percent);
    if (!read) return std::nullopt;
    if (read->units == 0) return "0";
    constexpr std::int64_t whole = 1'000'000;  // a percent's ten-thousandth is a rate's millionth
    auto digits = std::to_string(whole + read->units % whole).substr(1);
    while (digits.size() > 2 && digits.back() == '0') digits.pop_back();
    return std::to_string(read->units / whole) + '.' + digits;
}

}  // namespace kushi
