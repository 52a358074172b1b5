#include <algorithm>

#include <set>

#include "app/engine/care_advice.h"
#include "app/engine/command.h"
#include "app/engine/commands/forms.h"
#include "app/engine/commands/free_values.h"
#include "app/engine/commands/visits.h"
#include "app/words/advice.h"
#include "db/read/people.h"

namespace kushi {
namespace {

constexpr std::size_t most_stroke_bytes = 200'000;

CareSource source_of(const Command& command) { return {command.database, command.vault, command.salon}; }

/// The visit, open and one that the actor may write health data on; nobody's visit becomes the writer's.
Outcome<VisitRecord> writable_visit(Command& command)
{
    auto visit = command.open_visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!visit) return visit;
    KUSHI_TRY(command.may(Act::write_health, {&*visit, {}, false}));
    claim_visit(command, *visit);
    return visit;
}

/// Lines of points as the pen left them: lists and numbers, nothing that could be text.
bool is_drawn(const Json& strokes)
{
    if (!strokes.is_structured()) return strokes.is_number();
    return !strokes.empty() && std::all_of(strokes.begin(), strokes.end(), is_drawn);
}

std::vector<std::string> consent_parts(Command& command)
{
    std::vector<std::string> parts;
    const auto& listed = command.fields.any("parts");
    if (!listed.is_array() || listed.empty()) command.fields.refuse("bad_request", "parts");
    for (const auto& part : listed) {
        const auto word = part.is_string() ? part.get<std::string>() : std::string{};
        if (word != "treatment" && word != "health_data" && word != "photos") command.fields.refuse("unknown_word", "parts");
        parts.push_back(word);
    }
    return parts;
}

Answer consent(Command& command)
{
    const auto parts = consent_parts(command);
    const auto version = command.fields.optional_name("version").value_or("1");
    const auto language = command.fields.optional_word("language", {"en", "ja"}).value_or(command.salon.language);
    const auto& strokes = command.fields.any("strokes");
    const bool on_paper = command.fields.flag("on_paper", false);
    if (!strokes.is_null() &&
        (!strokes.is_array() || !is_drawn(strokes) || strokes.dump().size() > most_stroke_bytes)) {
        command.fields.refuse("bad_request", "strokes");
    }
    if (strokes.is_null() && !on_paper) command.fields.refuse("needs_signature", "strokes");
    const auto visit = writable_visit(command);
    if (!visit) return unexpected{visit.error()};
    command.record("client.consented",
                   {{"consent", command.new_id()}, {"visit", visit->id}, {"client", visit->client}, {"parts", parts},
                    {"version", version}, {"language", language}, {"on_paper", on_paper}},
                   strokes.is_null() ? Json{} : Json{{"strokes", strokes}});
    drop_form(command, "consent", visit->id);
    return nothing_more();
}

OrderedJson recommendation(const Command& command, const Advice& advice)
{
    return to_json(advice, advice_text(advice, command.language));
}

/// An allergy that is told at the chair is the client's from then on: the desk and the next therapist see it.
void keep_allergies(Command& command, const VisitRecord& visit, const Consultation& consultation)
{
    const auto client = client_by_id(command.database, command.vault, visit.client);
    if (!client || !consultation.safety.allergies) return;
    std::set<std::string> known;
    for (const auto& allergy : client->allergies) known.insert(allergy.text);
    for (const auto& text : *consultation.safety.allergies) {
        if (!known.insert(text).second) continue;
        command.record("allergy.added", {{"client", client->id}, {"allergy", command.new_id()}}, {{"text", text}});
    }
}

Answer consult(Command& command)
{
    const auto consultation = consultation_from_json(command.fields.any("consultation"));
    if (!command.fields.has("consultation")) command.fields.refuse("bad_request", "consultation");
    if (!consultation) command.fields.refuse(consultation.error().code, consultation.error().field, consultation.error().detail);
    refuse_card_numbers(command, command.fields.any("consultation"), "consultation");
    const auto visit = writable_visit(command);
    if (!visit) return unexpected{visit.error()};
    if (!agreed(source_of(command), *visit, command.now).health_data) return refused("consent", "visit");
    command.record("consultation.given", {{"consultation", command.new_id()}, {"visit", visit->id}},
                   {{"consultation", to_json(*consultation)}});
    drop_form(command, "consult", visit->id);
    keep_allergies(command, *visit, *consultation);
    const auto advice = advice_of(source_of(command), *visit);
    return OrderedJson{{"recommendation", advice ? recommendation(command, *advice) : OrderedJson{}}};
}

Answer scalp_map(Command& command)
{
    const auto moment = command.fields.word("moment", {"before", "after"});
    const auto map = scalp_map_from_json(command.fields.any("zones"));
    if (!command.fields.has("zones")) command.fields.refuse("bad_request", "zones");
    if (!map) command.fields.refuse(map.error().code, map.error().field, map.error().detail);
    refuse_card_numbers(command, command.fields.any("zones"), "zones");
    const auto visit = writable_visit(command);
    if (!visit) return unexpected{visit.error()};
    if (!agreed(source_of(command), *visit, command.now).health_data) return refused("consent", "visit");
    command.record("scalp.mapped", {{"map", command.new_id()}, {"visit", visit->id}, {"moment", moment}},
                   {{"zones", to_json(*map)}});
    drop_form(command, moment == "before" ? "scalp_map" : "scalp_map_after", visit->id);
    const auto advice = advice_of(source_of(command), *visit);
    return OrderedJson{{"recommendation", advice ? recommendation(command, *advice) : OrderedJson{}}};
}

/// Whether the service is of the kind that was advised.
bool follows(const Advice& advice, ServiceKind care)
{
    switch (advice.plan) {
        case Plan::head_spa: return care == ServiceKind::head_spa;
        case Plan::head_massage:
        case Plan::gentle_massage_only: return care == ServiceKind::head_massage;
        case Plan::both: return care != ServiceKind::addon;
        case Plan::stop: return false;
    }
    return false;
}

/// The line that check-in or an earlier plan put on the bill gives way to the new service.
void replace_service_line(Command& command, const std::string& visit, const std::string& service)
{
    for (const auto& line : lines_of_visit(command.database, visit)) {
        if (line.role != "service") continue;
        if (line.item == service) return;
        command.record("line.removed", {{"visit", visit}, {"line", line.line}});
    }
    add_service_line(command, visit, service);
}

Answer accept_plan(Command& command)
{
    const auto service = command.fields.text("service");
    const auto ritual = command.fields.optional_text("ritual").value_or("");
    const auto reason = command.fields.optional_free_text("override_reason");
    if (!service.empty() && !command.salon.services.contains(service)) command.fields.refuse("unknown_service", "service");
    if (!ritual.empty() && !command.salon.rituals.contains(ritual)) command.fields.refuse("unknown_ritual", "ritual");
    const auto visit = writable_visit(command);
    if (!visit) return unexpected{visit.error()};
    if (treatment_of(command.database, visit->id)) return refused("ritual_started", "visit");
    if (const auto advice = advice_of(source_of(command), *visit)) {
        if (advice->plan == Plan::stop) return refused("red_flag", "visit");
        if (!follows(*advice, command.salon.services.at(service).care) && !reason) return refused("needs_reason", "override_reason");
    }
    command.record("plan.accepted", {{"visit", visit->id}, {"service", service}, {"ritual", ritual}},
                   reason ? Json{{"override_reason", *reason}} : Json{});
    replace_service_line(command, visit->id, service);
    drop_form(command, "accept_plan", visit->id);
    return nothing_more();
}

Answer refer(Command& command)
{
    const auto decision = command.fields.word("decision", {"adapt", "postpone", "refer"});
    const auto reason = command.fields.free_text("reason");
    const auto visit = writable_visit(command);
    if (!visit) return unexpected{visit.error()};
    const auto advice = advice_of(source_of(command), *visit);
    if (decision == "adapt" && advice) {
        if (!may_adapt(*advice)) return refused("adapt_not_allowed", "decision");
        if (adapting_needs_manager(*advice)) KUSHI_TRY(command.may(Act::override_red_flag));
    }
    command.record("referral.decided", {{"referral", command.new_id()}, {"visit", visit->id}, {"decision", decision}},
                   {{"reason", reason}});
    drop_form(command, "refer", visit->id);
    if (decision != "adapt") drop_all_drafts(command, visit->id);
    return nothing_more();
}

Answer note(Command& command)
{
    const auto text = command.fields.free_text("text");
    auto visit = command.visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!visit) return unexpected{visit.error()};
    if (visit->status == "cancelled" || visit->status == "no_show") return refused("visit_closed", "visit", visit->status);
    KUSHI_TRY(command.may(Act::write_health, {&*visit, {}, false}));
    if (visit->status == "paid") KUSHI_TRY(command.may(Act::reopen_record, {&*visit, {}, false}));
    claim_visit(command, *visit);
    command.record("note.written", {{"note", command.new_id()}, {"visit", visit->id}}, {{"text", text}});
    drop_form(command, "note", visit->id);
    return nothing_more();
}

}  // namespace

std::vector<CommandEntry> care_commands()
{
    return {{"accept_plan", accept_plan}, {"consent", consent}, {"consult", consult},
            {"note", note},               {"refer", refer},     {"scalp_map", scalp_map}};
}

}  // namespace kushi
