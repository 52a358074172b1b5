#include <fmt/format.h>

#include "app/engine/care_advice.h"
#include "app/engine/command.h"
#include "app/engine/commands/forms.h"
#include "app/engine/commands/visits.h"
#include "app/engine/ritual_plan.h"
#include "app/engine/step_clock.h"
#include "db/drafts.h"
#include "db/read/stock.h"

namespace kushi {
namespace {

constexpr std::int64_t longest_step_s = 4 * 3600;
constexpr std::int64_t usual_extension_s = 60;

CareSource source_of(const Command& command) { return {command.database, command.vault, command.salon}; }

/// The visit whose record the actor may write. Paying ends no treatment: who paid ahead is treated to the end; but a paid
/// visit begins none. A finished treatment is written in again only by who may reopen it.
Outcome<VisitRecord> chair_visit(Command& command)
{
    auto visit = command.visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!visit) return visit;
    const auto treatment = treatment_of(command.database, visit->id);
    if (visit->status == "paid" && !treatment) return refused("already_paid", "visit");
    if (visit->closed() && visit->status != "paid") return refused("visit_closed", "visit", visit->status);
    KUSHI_TRY(command.may(Act::write_health, {&*visit, {}, false}));
    if (treatment && treatment->finished) KUSHI_TRY(command.may(Act::reopen_record, {&*visit, {}, false}));
    claim_visit(command, *visit);
    return visit;
}

/// No hands on a head before consent, safety and every red flag are settled.
Outcome<ChairPermission> may_begin(const Command& command, const VisitRecord& visit)
{
    if (!agreed(source_of(command), visit, command.now).treatment) return refused("consent", "visit");
    const auto consultation = consultation_of(source_of(command), visit.id);
    if (!consultation || !safety_answered(*consultation)) return refused("safety", "visit");
    return permitted(*advice_of(source_of(command), visit), decision_of(source_of(command), visit.id));
}

/// The ritual that is named, else the accepted plan's, else the service's own.
Outcome<const Ritual*> ritual_to_start(const Command& command, const VisitRecord& visit, const std::string& named)
{
    const auto code = named.empty() ? planned_ritual(command.database, command.vault, command.salon, visit) : named;
    if (code.empty()) return refused("no_ritual", "ritual");
    const auto ritual = command.salon.rituals.find(code);
    if (ritual == command.salon.rituals.end()) return refused("unknown_ritual", "ritual");
    return &ritual->second;
}

OrderedJson step_answer(const Json& step, const std::string& language)
{
    return {{"step", step["step"]}, {"kind", step["kind"]}, {"name", step["name"].value(language == "ja" ? "ja" : "en", "")},
            {"planned_s", step["planned_s"]}};
}

Answer start_ritual(Command& command)
{
    const auto named = command.fields.optional_text("ritual").value_or("");
    const auto visit = chair_visit(command);
    if (!visit) return unexpected{visit.error()};
    if (treatment_of(command.database, visit->id)) return refused("ritual_started", "visit");
    if (visit->status == "ready_to_pay") return refused("already_at_desk", "visit");  // handed over without one
    const auto permission = may_begin(command, *visit);
    if (!permission) return unexpected{permission.error()};
    const auto ritual = ritual_to_start(command, *visit, named);
    if (!ritual) return unexpected{ritual.error()};
    if (*permission == ChairPermission::gentle_massage_only && (*ritual)->care != ServiceKind::head_massage) {
        return refused("gentle_massage_only", "ritual");
    }
    auto steps = Json::array();
    auto answers = OrderedJson::array();
    for (const auto& step : (*ritual)->steps) {
        steps.push_back({{"step", command.new_id()}, {"position", fmt::format("{:04}", steps.size() * 10)},
                         {"kind", text_of(step.kind)}, {"name", to_json(step.name)}, {"planned_s", step.planned_s}});
        answers.push_back(step_answer(steps.back(), command.language));
    }
    const auto treatment = command.new_id();
    command.record("treatment.started", {{"treatment", treatment}, {"visit", visit->id}, {"ritual", (*ritual)->code}, {"steps", steps}});
    save_draft(command.database, "ritual", visit->id, {{"last_end", instant_text(command.now)}}, command.now);
    return OrderedJson{{"treatment", treatment}, {"ritual", (*ritual)->code}, {"steps", answers}};
}

/// One step's clock while it runs, kept in the visit's draft: a restart in mid step comes back to it.
struct StepClock {
    const Json& draft;
    Json& own;
    std::string step;

    StepClock(Json& draft_, const std::string& step_) : draft{draft_}, own{draft_["steps"][step_]}, step{step_}
    {
        if (own.is_null()) own = Json::object();
    }
    [[nodiscard]] bool running() const { return own.value("state", "") == "running"; }
    [[nodiscard]] bool paused() const { return own.value("state", "") == "paused"; }
    [[nodiscard]] Instant instant(const char* name, Instant otherwise) const
    {
        return parse_instant(own.value(name, "")).value_or(otherwise);
    }
    void start(Instant now)
    {
        own["state"] = "running";
        own["started_at"] = instant_text(now);
    }
    void pause(Instant now)
    {
        own["state"] = "paused";
        own["paused_at"] = instant_text(now);
    }
    void resume(Instant now)
    {
        const auto pause = std::chrono::floor<std::chrono::seconds>(now - instant("paused_at", now)).count();
        own["paused_s"] = own.value("paused_s", std::int64_t{0}) + pause;
        own["state"] = "running";
    }
    [[nodiscard]] std::int64_t elapsed_s(Instant now) const { return read_clock(draft, step, now).elapsed_s; }
};

struct StepRequest {
    std::string action;
    std::string reason;
    std::int64_t seconds = usual_extension_s;
    Json settings = Json::object();
};

StepRequest read_step_request(Command& command)
{
    StepRequest request;
    request.action = command.fields.word("action", {"start", "finish", "skip", "pause", "resume", "extend"});
    request.reason = command.fields.optional_free_text("reason").value_or("");
    request.seconds = command.fields.optional_whole("seconds", 1, longest_step_s).value_or(usual_extension_s);
    if (request.action == "skip" && request.reason.empty()) command.fields.refuse("needs_reason", "reason");
    const auto put = [&](const char* name, const std::vector<std::string>& words) {
        if (const auto word = command.fields.optional_word(name, words)) request.settings[name] = *word;
    };
    put("steam", {"off", "low", "normal"});
    put("pressure", {"light", "medium", "firm"});
    put("position", {"seated", "lying"});
    if (const auto oil = command.fields.optional_text("oil")) {
        if (*oil != "dry" && !command.salon.products.contains(*oil)) command.fields.refuse("unknown_product", "oil");
        request.settings["oil"] = *oil;
    }
    return request;
}

void end_step(Command& command, const VisitRecord& visit, const StepRecord& step, Json& draft, const StepRequest& request)
{
    const bool skipped = request.action == "skip";
    StepClock clock{draft, step.id};
    const auto actual_s = skipped ? 0 : clock.elapsed_s(command.now);
    command.record("step.ended",
                   {{"step", step.id}, {"visit", visit.id}, {"state", skipped ? "skipped" : "done"}, {"actual_s", actual_s},
                    {"settings", clock.own.value("settings", Json::object())}},
                   request.reason.empty() ? Json{} : Json{{"reason", request.reason}});
    draft["steps"].erase(step.id);
    draft["last_end"] = instant_text(command.now);
}

Outcome<void> move_clock(StepClock& clock, const StepRequest& request, Instant now)
{
    if (request.action == "start") {
        if (clock.running() || clock.paused()) return refused("step_running", "step");
        clock.start(now);
    } else if (request.action == "pause") {
        if (!clock.running()) return refused("step_not_running", "step");
        clock.pause(now);
    } else if (request.action == "resume") {
        if (!clock.paused()) return refused("step_not_paused", "step");
        clock.resume(now);
    } else if (request.action == "extend") {
        clock.own["extended_s"] = clock.own.value("extended_s", std::int64_t{0}) + request.seconds;
    }
    return {};
}

Answer step(Command& command)
{
    const auto id = command.fields.text("step");
    const auto request = read_step_request(command);
    const auto visit = chair_visit(command);
    if (!visit) return unexpected{visit.error()};
    const auto treatment = treatment_of(command.database, visit->id);
    if (!treatment) return refused("no_treatment", "visit");
    const auto steps = steps_of(command.database, command.vault, treatment->id);
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const StepRecord& one) { return one.id == id; });
    if (found == steps.end()) return refused("unknown_step", "step");
    if (found->state != "planned") return refused("step_ended", "step", found->state);
    auto content = draft(command.database, "ritual", visit->id);
    {
        StepClock clock{content, id};
        if (!request.settings.empty()) clock.own["settings"].update(request.settings);
        KUSHI_TRY(move_clock(clock, request, command.now));
    }
    if (request.action == "finish" || request.action == "skip") end_step(command, *visit, *found, content, request);
    save_draft(command.database, "ritual", visit->id, content, command.now);
    return nothing_more();
}

Answer add_step(Command& command)
{
    const auto kind = command.fields.text("kind");
    if (!kind.empty() && !step_kind(kind)) command.fields.refuse("unknown_word", "kind");
    const auto name = command.fields.optional_name("name");
    if (!name) command.fields.refuse("bad_request", "name");
    const auto after = command.fields.optional_text("after");
    const auto planned_s = command.fields.optional_whole("seconds", 1, longest_step_s).value_or(300);
    const auto visit = chair_visit(command);
    if (!visit) return unexpected{visit.error()};
    const auto treatment = treatment_of(command.database, visit->id);
    if (!treatment) return refused("no_treatment", "visit");
    const auto steps = steps_of(command.database, command.vault, treatment->id);
    std::string neighbour = steps.empty() ? "0000" : steps.back().position;
    if (after) {
        const auto found = std::find_if(steps.begin(), steps.end(), [&](const StepRecord& one) { return one.id == *after; });
        if (found == steps.end()) return refused("unknown_step", "after");
        neighbour = found->position;
    }
    const auto id = command.new_id();
    command.record("step.added",
                   {{"treatment", treatment->id}, {"visit", visit->id},
                    {"added", {{"step", id}, {"position", fmt::format("{}.{:06}", neighbour, command.journal().seq() + 1)},
                               {"kind", kind}, {"name", Json::object()}, {"planned_s", planned_s}}}},
                   {{"name", *name}});
    return OrderedJson{{"step", id}};
}

/// ml and g have one decimal at the chair, pieces none.
Outcome<void> check_amount(const Product& product, Quantity amount, const std::string& unit)
{
    if (unit != text_of(product.unit)) return refused("unit_mismatch", "unit", std::string{text_of(product.unit)});
    const std::int64_t smallest = product.unit == Unit::piece ? Quantity::one : Quantity::one / 10;
    if (amount.units % smallest != 0) return refused("too_many_decimals", "amount");
    return {};
}

/// The lot that is named and may be used, else the one that expires first; empty where the shelf has none.
Outcome<std::string> lot_for(const Command& command, const std::string& product, const std::optional<std::string>& named)
{
    if (!named) return lot_to_use(command.database, product, command.day).value_or("");
    const auto state = lot_state(command.database, product, *named);
    if (!state) return refused("unknown_lot", "lot");
    if (!state->expires.empty() && state->expires < command.day) return refused("expired_lot", "lot", state->expires);
    return *named;
}

/// The salon's cost of an amount, rounded down: cost of a piece by the share of its content.
std::int64_t cost_of(const Product& product, Quantity amount)
{
    if (product.content.units <= 0) return 0;
    return static_cast<std::int64_t>(static_cast<__int128>(product.cost) * amount.units / product.content.units);
}

Outcome<void> may_use(const Command& command, const VisitRecord& visit, const std::string& product, bool has_reason)
{
    const auto advice = advice_of(source_of(command), visit);
    if (advice && advice->plan == Plan::gentle_massage_only) return refused("gentle_massage_only", "product");
    if (!is_blocked(source_of(command), visit, product)) return {};
    if (!command.may(Act::override_block, {&visit, {}, has_reason})) return refused("blocked_product", "product");
    return has_reason ? Outcome<void>{} : refused("needs_reason", "reason");
}

Answer use_product(Command& command)
{
    const auto code = command.fields.text("product");
    const auto amount = command.fields.quantity("amount");
    const auto unit = command.fields.text("unit");
    const auto lot = command.fields.optional_text("lot");
    const auto step_id = command.fields.optional_text("step");
    const auto reason = command.fields.optional_free_text("reason");
    const auto visit = chair_visit(command);
    if (!visit) return unexpected{visit.error()};
    const auto product = command.salon.products.find(code);
    if (product == command.salon.products.end()) return refused("unknown_product", "product");
    KUSHI_TRY(check_amount(product->second, amount, unit));
    KUSHI_TRY(may_use(command, *visit, code, reason.has_value()));
    if (step_id) {
        const auto treatment = treatment_of(command.database, visit->id);
        const auto steps = treatment ? steps_of(command.database, command.vault, treatment->id) : std::vector<StepRecord>{};
        if (std::none_of(steps.begin(), steps.end(), [&](const StepRecord& one) { return one.id == *step_id; })) {
            return refused("unknown_step", "step");
        }
    }
    const auto used_lot = lot_for(command, code, lot);
    if (!used_lot) return unexpected{used_lot.error()};
    const auto use = command.new_id();
    const Json pub{{"use", use}, {"visit", visit->id}, {"product", code}, {"amount", amount.text()}, {"unit", unit},
             {"lot", *used_lot}, {"step", step_id.value_or("")}, {"cost", cost_of(product->second, amount)}};
    command.record("product.used", pub, reason ? Json{{"reason", *reason}} : Json{});
    OrderedJson answer{{"use", use}};
    if (!used_lot->empty()) answer["lot"] = *used_lot;
    return answer;
}

/// Ends the step that still runs and hands the visit to the desk.
Answer finish_treatment(Command& command)
{
    const auto visit = chair_visit(command);
    if (!visit) return unexpected{visit.error()};
    const auto treatment = treatment_of(command.database, visit->id);
    if (!treatment) return refused("no_treatment", "visit");
    if (treatment->finished) return refused("treatment_finished", "visit");
    auto content = draft(command.database, "ritual", visit->id);
    for (const auto& one : steps_of(command.database, command.vault, treatment->id)) {
        const bool begun = content.contains("steps") && content["steps"].contains(one.id) &&
                           content["steps"][one.id].contains("started_at");
        if (one.state == "planned" && begun) end_step(command, *visit, one, content, {"finish", {}, 0, {}});
    }
    command.record("treatment.finished", {{"treatment", treatment->id}, {"visit", visit->id}});
    drop_draft(command.database, "ritual", visit->id);
    if (visit->status == "paid") drop_all_drafts(command, visit->id);
    return nothing_more();
}

}  // namespace

std::vector<CommandEntry> treatment_commands()
{
    return {{"add_step", add_step},
            {"finish_treatment", finish_treatment},
            {"start_ritual", start_ritual},
            {"step", step},
            {"use_product", use_product}};
}

}  // namespace kushi
