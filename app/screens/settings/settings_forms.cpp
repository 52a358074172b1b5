#include <array>

#include "app/screens/settings/settings_parts.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

/// The fields of one form.
class FormFields {
public:
    FormFields(const SettingsForm& form, const SettingsIntents& intents) : form_{form}, intents_{intents} {}

    [[nodiscard]] Node typed(const std::string& name, const std::string& words, Entry::Kind kind = Entry::Kind::text,
                             const std::string& placeholder = {}) const
    {
        Entry entry;
        entry.kind = kind;
        entry.text = form_.value(name);
        entry.placeholder = placeholder;
        entry.most_characters = 120;
        entry.on_change = [act = intents_.typed_in_form, name](const std::string& text) { act(name, text); };
        FieldLook look;
        look.name = words;
        look.placeholder = placeholder;
        return field(look, std::move(entry)).keyed(name);
    }
    [[nodiscard]] Node amount(const std::string& name, const std::string& words) const
    {
        return typed(name, words, Entry::Kind::amount);
    }
    [[nodiscard]] Node pair(Node left, Node right) const
    {
        return row(12, std::move(left).growing().shrinking(), std::move(right).growing().shrinking())
            .crossed(Across::start);
    }
    [[nodiscard]] Node switched(const std::string& name, const std::string& words, const std::string& line) const
    {
        const bool on = form_.is_on(name);
        return row(12,
                   column(0, text(words, type::strong), text(line, type::caption, Token::ink2)).growing().shrinking(),
                   toggle(words, on, [act = intents_.typed_in_form, name, on] { act(name, on ? "" : "true"); }))
            .at_least(0, 56);
    }
    void choice(Node& list, const std::string& name, const std::string& words, const std::string& value) const
    {
        const bool on = name == "services" ? has_choice(form_, name, value) : form_.value(name) == value;
        put(list.children,
            chip(words, on, [act = intents_.chosen_in_form, name, value] { act(name, value); }).grouped(name));
    }
    [[nodiscard]] Node chips(const std::string& words, Node list) const
    {
        return column(6, text(words, type::small.weighing(600), Token::ink2), std::move(list));
    }

private:
    const SettingsForm& form_;
    const SettingsIntents& intents_;
};

void rate_fields(Node& list, const SettingsState& state, const SettingsForm& form, const FormFields& fields,
                 const Locale& locale)
{
    auto codes = wrap(8);
    std::set<std::string> seen;
    for (const auto& rate : state.rates) {
        if (seen.insert(rate.code).second) fields.choice(codes, "code", rate.name.in(locale.language), rate.code);
    }
    fields.choice(codes, "code", tr("Another rate"), "");
    put(list.children, fields.chips(tr("Which rate"), std::move(codes)));
    put(list.children, fields.pair(fields.amount("percent", tr("Percent")),
                                   fields.typed("from", tr("From the day"), Entry::Kind::text, "2027-04-01")));
    put(list.children,
        fields.pair(fields.typed("name.en", tr("Name in English")), fields.typed("name.ja", tr("Name in Japanese"))));
    put(list.children,
        fields.switched("reduced", tr("Reduced rate"),
                        form.is_on("reduced") ? tr("Its lines bear the mark ※") : tr("Its lines bear no mark")));
}

void rounding_fields(Node& list, const SettingsForm& form, const FormFields& fields, const SettingsIntents& intents)
{
    const std::array<std::pair<const char*, std::string>, 3> ways{
        {{"floor", tr("Down")}, {"half_up", tr("Half up")}, {"ceil", tr("Up")}}};
    std::vector<Option> options;
    int chosen = -1;
    for (const auto& [code, words] : ways) {
        if (form.value("rounding") == code) chosen = static_cast<int>(options.size());
        options.push_back({words, [act = intents.typed_in_form, code = std::string{code}] { act("rounding", code); }});
    }
    put(list.children, segmented(tr("Tax is rounded"), options, chosen));
    put(list.children, fields.typed("from", tr("From the day"), Entry::Kind::text, "2027-04-01"));
}

void ticket_fields(Node& list, const SettingsState& state, const FormFields& fields, const Locale& locale)
{
    put(list.children,
        fields.pair(fields.typed("name.en", tr("Name in English")), fields.typed("name.ja", tr("Name in Japanese"))));
    put(list.children, row(12, fields.amount("price", tr("Price of the book")).growing().shrinking(),
                           fields.amount("sessions", tr("Sessions")).growing().shrinking(),
                           fields.amount("valid_months", tr("Months, 0 for no end")).growing().shrinking())
                           .crossed(Across::start));
    auto services = wrap(8);
    for (const auto& service : state.services) {
        if (!service.fee) fields.choice(services, "services", service.name.in(locale.language), service.code);
    }
    put(list.children, fields.chips(tr("Pays for"), std::move(services)));
}

void commission_fields(Node& list, const SettingsState& state, const SettingsForm& form, const FormFields& fields)
{
    if (form.of.empty()) {
        auto people = wrap(8);
        fields.choice(people, "staff", tr("Everybody else"), "");
        for (const auto& person : state.people) fields.choice(people, "staff", person.name, person.code);
        put(list.children, fields.chips(tr("Whose"), std::move(people)));
    }
    put(list.children, row(12, fields.amount("service_percent", tr("% of services")).growing().shrinking(),
                           fields.amount("retail_percent", tr("% of products")).growing().shrinking(),
                           fields.amount("fixed_minor_units", tr("For each service")).growing().shrinking())
                           .crossed(Across::start));
    for (const char* tier : {"tier0", "tier1", "tier2"}) {
        const std::string name{tier};
        const auto number = std::to_string(name.back() - '0' + 1);
        put(list.children, fields.pair(fields.amount(name + ".from", said(tr("Step {}: a month's work from"), number)),
                                       fields.amount(name + ".percent", said(tr("Step {}: % of services"), number))));
    }
}

}  // namespace

std::string settings_form_title(const SettingsForm& form)
{
    if (form.kind == "rate") return tr("Rate from a later day");
    if (form.kind == "rounding") return tr("Another rounding from a day");
    if (form.kind == "tender") return form.of.empty() ? tr("Add a way to pay") : tr("Way to pay");
    if (form.kind == "ticket") return form.of.empty() ? tr("Add a ticket book") : tr("Ticket book");
    if (form.kind == "commission") return tr("Commission");
    return tr("Account code");
}

Node settings_form(const SettingsState& state, const SettingsForm& form, const SettingsIntents& intents,
                   const Locale& locale)
{
    const FormFields fields{form, intents};
    auto list = scroll("settings form " + form.kind, 16);
    if (form.kind == "rate") rate_fields(list, state, form, fields, locale);
    if (form.kind == "rounding") rounding_fields(list, form, fields, intents);
    if (form.kind == "ticket") ticket_fields(list, state, fields, locale);
    if (form.kind == "commission") commission_fields(list, state, form, fields);
    if (form.kind == "tender") {
        put(list.children, fields.pair(fields.typed("label.en", tr("Name in English")),
                                       fields.typed("label.ja", tr("Name in Japanese"))));
        put(list.children, fields.switched("change", tr("Gives change"), tr("More than is due may be taken")));
    }
    if (form.kind == "account") {
        put(list.children, fields.typed("name", tr("What it is for"), Entry::Kind::text, "sales"));
        put(list.children, fields.typed("code", tr("Number in the accounts")));
    }
    const bool removable = !form.of.empty() && form.kind != "ticket";
    auto buttons = row(12, button(tr("Cancel"), intents.close_form, {ButtonKind::outline}));
    if (removable)
        put(buttons.children, button(tr("Remove"), intents.remove_form, {ButtonKind::danger}).waiting(form.busy));
    put(buttons.children, primary_button(tr("Save"), intents.save_form).waiting(form.busy).growing());
    return column(
        16, heading(settings_form_title(form)), std::move(list),
        form.problem.empty() ? std::nullopt : std::optional{banner(form.problem, Tone::danger, Icon::triangle_alert)},
        std::move(buttons));
}

}  // namespace kushi
