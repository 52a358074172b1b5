#include "app/screens/clients/clients_panel.h"

#include <fmt/format.h>

#include "app/screens/frame.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/text.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

/// A reading, with what was typed marked in it.
Node reading_line(const std::string& reading, const std::string& typed)
{
    const auto at = typed.empty() ? std::string::npos : reading.find(typed);
    auto line = text(reading, type::caption, Token::ink2);
    if (at == std::string::npos) return line;
    const int left = measure_text(reading.substr(0, at), type::caption).width;
    const int width = measure_text(reading.substr(at, typed.size()), type::caption).width;
    auto words = line.drawing;
    line.drawing =
        painting(fmt::format("marked/{}/{}/{}", left, width, reading), words->wanted(0),
                 [=](Canvas& canvas, const Rect& rect, const Look& look) {
                     const int shown = std::min(width + 2, rect.width - left + 1);
                     if (shown > 0)
                         canvas.fill({rect.x + left - 1, rect.y, shown, rect.height}, Token::boxwood_soft, 4);
                     words->render(canvas, rect, look);
                 });
    return line;
}

Node result_row(const FoundClient& client, const ClientsState& state, const ClientsIntents& intents,
                const ClientsSight& sight, bool first, bool& has_primary)
{
    const auto name = client_name_text(client.name, sight.locale.language);
    auto who = column(2, text(name, type::strong),
                      client.reading.empty() ? std::nullopt : std::optional{reading_line(client.reading, state.typed)});
    auto line =
        row(16, client_avatar(client.id, client.name), who.wide(sight.view.compact() ? 240 : 340),
            text(masked_phone(client.phone), type::body.figures(), Token::ink2).wide(sight.view.compact() ? 132 : 160));
    auto alert = row(0).growing().placed(Along::end);
    if (!client.alerts.empty()) put(alert.children, tag(client.alerts.front(), Tone::warn, Icon::triangle_alert));
    put(line.children, std::move(alert));
    const auto visit = state.today.find(client.id);
    std::optional<Node> act;
    if (!sight.chooses && visit != state.today.end()) {
        const auto& today = visit->second;
        put(line.children,
            tag(today.start ? said(tr("Today {}"), clock_text(*today.start, sight.locale.zone)) : tr("Here today"),
                Tone::primary));
        if (today.expected) {
            act = button(tr("Check in"), [intents, id = today.visit, name] { intents.check_in(id, name); },
                         {has_primary ? ButtonKind::tonal : ButtonKind::primary, ButtonSize::medium});
            act->busy = state.busy == today.visit;
            has_primary = true;
        }
    }
    if (!act)
        act = button(sight.chooses ? tr("Choose") : tr("Open"), [intents, id = client.id] { intents.open(id); },
                     {ButtonKind::tonal, ButtonSize::medium});
    act->access.name = said(tr_in("an act and whose", "{0} {1}"), act->access.name, name);
    act->shrinks = false;
    put(line.children, act->at_least(112, 0));
    auto node = tapped_row(std::move(line), first, name, [intents, id = client.id] { intents.open(id); });
    return node.keyed(client.id).at_least(0, 84);
}

Entry entry_of(Entry::Kind kind, const std::string& value, std::function<void(const std::string&)> act)
{
    Entry entry;
    entry.kind = kind;
    entry.text = value;
    entry.most_characters = 120;
    entry.on_change = std::move(act);
    return entry;
}

Node form_field(const ClientsState& state, const ClientsIntents& intents, const char* name, const std::string& label,
                Entry::Kind kind, const std::string& hint, bool fresh = false)
{
    auto form = state.form;
    auto entry =
        entry_of(kind, *field_of(form, name), [intents, name](const std::string& text) { intents.fill(name, text); });
    entry.on_enter = intents.save;
    entry.wants_focus = fresh;
    const auto error = state.form.errors.find(name);
    return field({label, hint, error == state.form.errors.end() ? std::string{} : error->second}, std::move(entry))
        .growing();
}

Node same_phone(const ClientsState& state, const ClientsIntents& intents, const ClientsSight& sight)
{
    auto list = column(0, row(12, icon(Icon::users, 24, Token::on_warn),
                              heading(tr("Already a client?"), type::label, Token::on_warn)));
    for (const auto& client : state.form.same_phone) {
        const auto name = client_name_text(client.name, sight.locale.language);
        auto open = button(sight.chooses ? tr("Choose") : tr("Open"), [intents, id = client.id] { intents.open(id); },
                           {ButtonKind::tonal, ButtonSize::medium});
        open.access.name = said(tr_in("an act and whose", "{0} {1}"), open.access.name, name);
        auto line = row(
            12, client_avatar(client.id, client.name),
            column(0, text(name, type::strong), text(masked_phone(client.phone), type::caption.figures(), Token::ink2))
                .growing(),
            std::move(open));
        put(list.children, list_row(std::move(line), true));
    }
    auto anyway = button(tr("Add as another person"), intents.save_anyway, {ButtonKind::outline, ButtonSize::medium})
                      .waiting(state.form.busy);
    put(list.children, room(8));
    put(list.children, anyway.self(Across::start));
    return card(std::move(list), Insets{20}, Token::warn_soft);
}

}  // namespace

Node clients_search(const ClientsState& state, const ClientsIntents& intents, const ClientsSight& sight)
{
    FieldLook look;
    look.name = tr("Find client");
    look.placeholder = tr("Name, reading or phone");
    look.icon = Icon::search;
    look.label_shows = false;
    auto entry =
        entry_of(sight.locale.language == "ja" ? Entry::Kind::reading : Entry::Kind::text, state.typed, intents.type);
    entry.on_enter = intents.search_now;
    entry.wants_focus = sight.fresh;
    auto search = row(8, field(look, std::move(entry)).growing());
    if (!state.typed.empty()) put(search.children, icon_button(Icon::cross, tr("Clear"), intents.clear, false));
    return search;
}

Node clients_results(const ClientsState& state, const ClientsIntents& intents, const ClientsSight& sight)
{
    if (!state.problem.empty()) {
        return empty_state(tr("The search did not work"), state.problem,
                           button(tr("Try again"), intents.search_now, {ButtonKind::tonal, ButtonSize::medium}));
    }
    if (state.answered.empty())
        return empty_state(tr("Whom are you looking for?"),
                           tr("Begin with the name, the reading or the last four digits of the phone"));
    if (state.rows.empty()) {
        return empty_state(
            said(tr("No match for {}"), state.answered), tr("Somebody new?"),
            button(tr("Add as new"), intents.new_client, {ButtonKind::primary, ButtonSize::medium, Icon::user_plus}));
    }
    auto list = scroll("found " + state.answered, 0);
    bool has_primary = false;
    for (std::size_t i = 0; i < state.rows.size(); ++i)
        put(list.children, result_row(state.rows[i], state, intents, sight, i == 0, has_primary));
    if (state.found > state.rows.size()) {
        put(list.children, list_row(text(said(tr("{} more. Type more letters."), state.found - state.rows.size()),
                                         type::caption, Token::ink3),
                                    false));
    }
    return card(std::move(list), Insets{20, 4});
}

Node client_form(const ClientsState& state, const ClientsIntents& intents, const ClientsSight& sight)
{
    const auto line = [](Node left, Node right) {
        return row(16, std::move(left), std::move(right)).crossed(Across::start);
    };
    auto fields =
        column(16,
               line(form_field(state, intents, "name", tr("Name"), Entry::Kind::text, {}, sight.fresh),
                    form_field(state, intents, "reading", tr("Reading"), Entry::Kind::reading, "さとう みさき")),
               line(form_field(state, intents, "phone", tr("Phone"), Entry::Kind::phone, {}),
                    form_field(state, intents, "allergies", tr("Allergies"), Entry::Kind::text, tr("Nuts, lavender"))));
    auto page = scroll("form", 16);
    if (!state.form.problem.empty()) put(page.children, banner(state.form.problem, Tone::danger, Icon::triangle_alert));
    if (!state.form.same_phone.empty()) put(page.children, same_phone(state, intents, sight));
    put(page.children, card(std::move(fields)));
    put(page.children, banner(tr("Tell the client: we keep the name and the phone for bookings and receipts, and "
                                 "delete them when asked. Health is asked for at the chair, with consent of its own."),
                              Tone::info, Icon::shield_check));
    return page;
}

}  // namespace kushi
