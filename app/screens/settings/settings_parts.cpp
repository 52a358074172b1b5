#include "app/screens/settings/settings_parts.h"

#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"

namespace kushi {

Node SettingsParts::label(const std::string& words) const
{
    return text(words, type::small.weighing(600), Token::ink2);
}

Node SettingsParts::shown(const std::string& words, const std::string& value) const
{
    auto line = column(6, label(words), text(value.empty() ? tr("None") : value, type::strong).high(40));
    line.access.name = words;
    line.access.value = value;
    return line;
}

Node SettingsParts::typed(const std::string& key, const std::string& words, Entry::Kind kind) const
{
    if (!state.may(path_of(key))) return shown(words, state.value(key));
    Entry entry;
    entry.kind = kind;
    entry.text = state.value(key);
    entry.most_characters = 160;
    entry.on_change = [act = intents.typed, key](const std::string& text) { act(key, text); };
    FieldLook look;
    look.name = words;
    look.error = state.error(key);
    return field(look, std::move(entry)).keyed(key);
}

Node SettingsParts::switched(const std::string& key, const std::string& words, const std::string& line) const
{
    const bool on = state.is_on(key);
    return row(12, column(0, text(words, type::strong), text(line, type::caption, Token::ink2)).growing().shrinking(),
               toggle(words, on, [act = intents.typed, key, on] { act(key, on ? "false" : "true"); }))
        .at_least(0, 56);
}

Node SettingsParts::fee(const std::string& key, const std::string& words) const
{
    auto list = wrap(8);
    const auto now = state.value(key);
    const auto one = [&](const std::string& name, const std::string& code) {
        auto node = chip(name, now == code, [act = intents.typed, key, code] { act(key, code); });
        node.access.name = words + ": " + name;
        put(list.children, std::move(node).grouped(key));
    };
    one(tr("No fee"), "");
    for (const auto& service : state.services) {
        if (service.fee) one(service.name.in(locale.language), service.code);
    }
    return column(6, label(words), std::move(list));
}

Node SettingsParts::two(Node left, Node right) const
{
    return row(20, std::move(left).growing().shrinking(), std::move(right).growing().shrinking())
        .crossed(Across::start);
}

Node SettingsParts::three(Node left, Node middle, Node right) const
{
    return row(16, std::move(left).growing().shrinking(), std::move(middle).growing().shrinking(),
               std::move(right).growing().shrinking())
        .crossed(Across::start);
}

std::optional<Node> SettingsParts::owner_note(std::initializer_list<const char*> paths) const
{
    const bool all = std::ranges::all_of(paths, [&](const char* path) { return state.may(path); });
    if (all) return std::nullopt;
    return banner(tr("Only an owner changes tax and the registration number. You can read them."), Tone::info,
                  Icon::lock);
}

std::string SettingsParts::person(const std::string& staff) const
{
    if (staff.empty()) return tr("Everybody else");
    for (const auto& one : state.people) {
        if (one.id == staff || one.code == staff) return one.name;
    }
    return staff;
}

}  // namespace kushi
