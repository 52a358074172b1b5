#include "app/engine/commands/forms.h"

#include <algorithm>
#include <array>

#include "app/engine/care_advice.h"
#include "app/engine/commands/free_values.h"
#include "db/drafts.h"

namespace kushi {
namespace {

constexpr std::size_t most_form_letters = 40;
constexpr std::size_t most_form_bytes = 200'000;

/// Forms of a visit that hold no answer about the client's health. What is not listed does: a new form is careful
/// first.
constexpr std::array desk_forms{"booking", "checkout", "discount", "payment"};

/// Where a form is kept: with a visit, or with the person who is at this terminal.
struct FormPlace {
    std::string kind, id;
    std::string form;
    std::optional<VisitRecord> visit;
};

std::string kind_of(const std::string& form)
{
    return "form:" + form;
}

bool is_form(const std::string& form)
{
    return !form.empty() && form.size() <= most_form_letters &&
           std::all_of(form.begin(), form.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

/// Forms are kept while there is something to do on the visit: also after it was paid ahead, while the ritual runs.
Outcome<VisitRecord> visit_under_way(Command& command)
{
    auto visit = command.visit();
    if (!visit || !visit->closed()) return visit;
    if (visit->status == "paid" && !draft(command.database, "ritual", visit->id).empty()) return visit;
    return command.open_visit();
}

Outcome<void> may_handle(const Command& command, const FormPlace& place)
{
    if (!place.visit) return command.may(Act::board_and_booking);
    const bool desk = std::find(desk_forms.begin(), desk_forms.end(), place.form) != desk_forms.end();
    return command.may(desk ? Act::board_and_booking : Act::write_health, {&*place.visit, {}, false});
}

/// Nothing of health is stored before the client has agreed to it, half a form neither; the consent itself comes
/// before.
Outcome<void> may_be_stored(const Command& command, const FormPlace& place)
{
    const bool desk = std::find(desk_forms.begin(), desk_forms.end(), place.form) != desk_forms.end();
    if (!place.visit || desk || place.form == "consent") return {};
    const CareSource source{command.database, command.vault, command.salon};
    if (!agreed(source, *place.visit, command.now).health_data) return refused("consent", "visit");
    return {};
}

Outcome<FormPlace> form_place(Command& command)
{
    FormPlace place;
    place.form = command.fields.text("form");
    if (!is_form(place.form)) command.fields.refuse("bad_request", "form");
    const bool terminal = command.fields.flag("terminal", false);
    if (terminal == command.fields.has("visit")) command.fields.refuse("bad_request", "visit", "visit or terminal");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    place.kind = kind_of(place.form);
    place.id = command.actor.id;
    if (!terminal) {
        auto visit = visit_under_way(command);
        if (!visit) return unexpected{visit.error()};
        place.id = visit->id;
        place.visit = *std::move(visit);
    }
    KUSHI_TRY(may_handle(command, place));
    return place;
}

/// A half-filled form, sealed: a restart in the middle of it loses nothing.
Answer keep(Command& command)
{
    const auto& content = command.fields.any("content");
    if (!content.is_null() && !content.is_object()) command.fields.refuse("bad_request", "content");
    if (content.dump().size() > most_form_bytes) command.fields.refuse("too_long", "content");
    refuse_card_numbers(command, content, "content");
    const auto place = form_place(command);
    if (!place) return unexpected{place.error()};
    if (content.is_null()) {
        drop_draft(command.database, place->kind.c_str(), place->id);
        return nothing_more();
    }
    KUSHI_TRY(may_be_stored(command, *place));
    save_draft(command.database, place->kind.c_str(), place->id, Json::object(), command.now);
    seal_into_draft(command.database, command.vault, place->kind.c_str(), place->id, content);
    return nothing_more();
}

Answer kept(Command& command)
{
    const auto place = form_place(command);
    if (!place) return unexpected{place.error()};
    const auto at = draft_saved_at(command.database, place->kind.c_str(), place->id);
    if (!at) return OrderedJson{{"content", nullptr}, {"kept_at", nullptr}};
    return OrderedJson{{"content", sealed_draft(command.database, command.vault, place->kind.c_str(), place->id)},
                       {"kept_at", instant_text(*at)}};
}

}  // namespace

void drop_form(const Command& command, const char* form, const std::string& visit)
{
    drop_draft(command.database, kind_of(form).c_str(), visit);
}

void drop_all_drafts(const Command& command, const std::string& visit)
{
    drop_drafts_of(command.database, visit);
}

std::vector<CommandEntry> form_commands()
{
    return {{"keep", keep}, {"kept", kept}};
}

}  // namespace kushi
