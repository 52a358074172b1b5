#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace kushi {

/// The parts of the settings, in the order of their list.
enum class SettingsGroup { salon, tax, receipt, limits, payments, tickets, commission, accounts };
inline constexpr std::size_t settings_group_count = 8;

/// Words in both languages of the papers.
struct TwoWords {
    std::string en, ja;
    [[nodiscard]] const std::string& in(std::string_view language) const { return language == "ja" ? ja : en; }
};

/// A form over the page: what adds a row to one of the lists, or changes one. Values by their field, as they are typed.
struct SettingsForm {
    std::string kind;  ///< rate, rounding, tender, ticket, commission, account
    std::string of;    ///< code of the row that is changed; empty for a new one
    std::map<std::string, std::string> values;
    std::string problem;
    bool busy = false;
    [[nodiscard]] std::string value(const std::string& field) const
    {
        const auto found = values.find(field);
        return found == values.end() ? std::string{} : found->second;
    }
    [[nodiscard]] bool is_on(const std::string& field) const { return value(field) == "true"; }
};

/// The settings as the engine answered them, and what was typed since. A simple value goes by its path, one in two
/// languages by its path with ".en" and ".ja" behind; amounts are written as people type them.
struct SettingsState {
    struct Rate {
        std::string code;
        TwoWords name;
        std::string percent, from;
        bool reduced = false;
    };
    struct Rounding {
        std::string from, rounding;
    };
    struct Tender {
        std::string code;
        TwoWords label;
        bool change = false;
    };
    struct Ticket {
        std::string code;
        TwoWords name;
        std::string price;  ///< as it is typed
        std::int64_t price_minor_units = 0, sessions = 0, valid_months = 0;
        std::string rate;
        std::vector<std::string> services, warnings;
    };
    struct Tier {
        std::string from, percent;
    };
    struct Commission {
        std::string staff, service_percent, retail_percent, fixed;
        std::vector<Tier> tiers;
    };
    struct Account {
        std::string name, code;
    };
    struct Service {
        std::string code;
        TwoWords name;
        std::string rate;
        bool fee = false;  ///< takes no time
    };
    struct Person {
        std::string id, code, name;
    };

    bool loaded = false;
    SettingsGroup group = SettingsGroup::tax;
    std::map<std::string, std::string> values, drafts;
    std::map<std::string, std::string> errors;  ///< a sentence by the key that is wrong
    std::set<std::string> owners;               ///< paths that this person may only read
    std::vector<Rate> rates;
    std::vector<Rounding> roundings;
    std::vector<Tender> tenders;
    std::vector<Ticket> tickets;
    std::vector<Commission> commissions;
    std::vector<Account> accounts;
    std::vector<Service> services;
    std::vector<Person> people;
    std::string currency, today;
    std::optional<SettingsForm> form;
    std::string problem;
    bool saving = false;

    [[nodiscard]] std::string value(const std::string& key) const;  ///< as typed, else as it is
    [[nodiscard]] std::string error(const std::string& key) const;
    [[nodiscard]] bool is_on(const std::string& key) const { return value(key) == "true"; }
    [[nodiscard]] bool may(const std::string& path) const { return !owners.contains(path); }
    /// Keys of a group whose typed value is another than the kept one.
    [[nodiscard]] std::vector<std::string> changed(SettingsGroup group) const;
    [[nodiscard]] const Rate* rate_now(const std::string& code) const;  ///< the row in force today
};

/// The keys of a group's simple values.
std::vector<std::string> keys_of(SettingsGroup group);
/// The setting that a key belongs to: without ".en" and ".ja".
std::string path_of(const std::string& key);
SettingsState typed(SettingsState state, const std::string& key, const std::string& text);
/// What was typed in a group is as it was before.
SettingsState undone(SettingsState state, SettingsGroup group);

/// What a registration number is, as it is typed.
enum class RegistrationNumber { none, fits, wrong_digit, unfinished };
RegistrationNumber registration_number_state(std::string_view text);

/// A new row's form, or that of the row that is there.
SettingsForm rate_form(const SettingsState& state, const std::string& code);
SettingsForm rounding_form(const SettingsState& state);
SettingsForm tender_form(const SettingsState& state, const std::string& code);
SettingsForm ticket_form(const SettingsState& state, const std::string& code);
SettingsForm commission_form(const SettingsState& state, const std::string& staff, bool is_new);
SettingsForm account_form(const SettingsState& state, const std::string& name);
/// A choice in a form; of the services and other sets, one more or one less of it.
SettingsForm chosen(SettingsForm form, const std::string& field, const std::string& choice);
bool has_choice(const SettingsForm& form, const std::string& field, std::string_view choice);
std::vector<std::string> choices(const SettingsForm& form, const std::string& field);

/// "Gift card, Ginza" as a code: "gift-card-ginza"; empty where no letter is left.
std::string code_from(std::string_view words);
/// "10" per cent as a rate: "0.10"; "8.875" as "0.08875". Nothing for what is no percent.
std::optional<std::string> fraction_from_percent(std::string_view percent);

}  // namespace kushi
