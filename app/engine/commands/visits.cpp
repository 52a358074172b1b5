#include "app/engine/commands/visits.h"

#include "app/engine/commands/forms.h"
#include "db/read/people.h"

namespace kushi {
namespace {

/// What a booking or a check-in may say of a visit, checked against the salon.
struct VisitFields {
    Json pub = Json::object();
    std::string service;
    bool seat = false;  ///< into the chair at once
};

void read_room(Command& command, VisitFields& fields)
{
    const auto room = command.fields.optional_text("room");
    if (!room) return;
    if (command.salon.room(*room) == nullptr) command.fields.refuse("unknown_room", "room");
    fields.pub["room"] = *room;
}

void read_therapist(Command& command, VisitFields& fields)
{
    const auto therapist = command.fields.optional_text("therapist");
    if (!therapist) return;
    const auto* person = command.salon.person(*therapist);
    if (person == nullptr || !person->active) return command.fields.refuse("unknown_staff", "therapist");
    if (!person->roles.has(Role::therapist)) return command.fields.refuse("not_a_therapist", "therapist");
    fields.pub["therapist"] = person->id;
}

void read_service(Command& command, VisitFields& fields)
{
    const auto service = command.fields.optional_text("service");
    if (!service) return;
    if (!command.salon.services.contains(*service)) command.fields.refuse("unknown_service", "service");
    fields.service = *service;
    fields.pub["service"] = *service;
}

void read_client(Command& command, VisitFields& fields)
{
    const auto client = command.fields.optional_text("client");
    if (!client) return;
    if (!client_exists(command.database, *client)) command.fields.refuse("unknown_client", "client");
    fields.pub["client"] = *client;
}

VisitFields read_visit_fields(Command& command)
{
    VisitFields fields;
    read_client(command, fields);
    read_service(command, fields);
    read_therapist(command, fields);
    read_room(command, fields);
    if (const auto nominated = command.fields.optional_flag("nominated")) fields.pub["nominated"] = *nominated;
    return fields;
}

void put_start(Command& command, Json& pub, Instant start, const std::string& service)
{
    pub["start"] = instant_text(start);
    pub["day"] = date_text(business_day(start, command.salon.day_rule));
    const auto known = command.salon.services.find(service);
    if (known != command.salon.services.end()) pub["minutes"] = known->second.minutes;
}

Answer book(Command& command)
{
    auto fields = read_visit_fields(command);
    const auto start = command.fields.instant("start");
    if (!fields.pub.contains("client")) command.fields.refuse("bad_request", "client");
    if (!fields.pub.contains("service")) command.fields.refuse("bad_request", "service");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::board_and_booking));
    const auto visit = command.new_id();
    fields.pub["visit"] = visit;
    put_start(command, fields.pub, start, fields.service);
    command.record("visit.booked", fields.pub);
    return OrderedJson{{"visit", visit}};
}

void arrive(Command& command, const std::string& visit, VisitFields& fields, const std::string& service)
{
    fields.pub["visit"] = visit;
    command.record("visit.arrived", fields.pub);
    if (!service.empty()) add_service_line(command, visit, service);
    if (fields.seat) command.record("visit.seated", {{"visit", visit}});
}

/// The booked visit arrives; what the request says anew replaces what was booked.
Answer check_in_booked(Command& command, VisitFields& fields)
{
    const auto visit = command.open_visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!visit) return unexpected{visit.error()};
    if (visit->status != "expected") return refused("already_arrived", "visit");
    KUSHI_TRY(command.may(Act::board_and_booking));
    arrive(command, visit->id, fields, fields.service.empty() ? visit->service : fields.service);
    return OrderedJson{{"visit", visit->id}};
}

Answer check_in(Command& command)
{
    auto fields = read_visit_fields(command);
    fields.seat = command.fields.flag("seat", false);
    if (command.fields.has("visit")) return check_in_booked(command, fields);
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::board_and_booking));
    const auto visit = command.new_id();
    arrive(command, visit, fields, fields.service);
    return OrderedJson{{"visit", visit}};
}

/// Into the chair without a consultation; who was expected has arrived by it.
Answer seat(Command& command)
{
    VisitFields fields;
    read_therapist(command, fields);
    read_room(command, fields);
    const auto visit = command.open_visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!visit) return unexpected{visit.error()};
    KUSHI_TRY(command.may(Act::board_and_booking));
    if (visit->status == "in_chair") return refused("already_in_chair", "visit");
    if (visit->status == "ready_to_pay") return refused("already_at_desk", "visit");
    if (visit->status == "expected") {
        VisitFields as_booked;
        arrive(command, visit->id, as_booked, visit->service);
    }
    fields.pub["visit"] = visit->id;
    command.record("visit.seated", fields.pub);
    return nothing_more();
}

/// To the desk without a treatment: retail only, or a visit that stopped before its ritual.
Answer hand_to_desk(Command& command)
{
    const auto visit = command.open_visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!visit) return unexpected{visit.error()};
    KUSHI_TRY(command.may(Act::board_and_booking));
    if (visit->status == "expected") return refused("not_arrived", "visit");
    if (treatment_of(command.database, visit->id)) return refused("ritual_started", "visit");
    if (visit->status == "ready_to_pay") return refused("already_at_desk", "visit");
    command.record("visit.handed_over", {{"visit", visit->id}});
    return nothing_more();
}

bool touched_at_chair(const Command& command, const VisitRecord& visit)
{
    return visit.status != "arrived" || !consents(command.database, {}, visit.id).empty() ||
           !notes_of(command.database, command.vault, visit.id).empty() ||
           !product_uses_of(command.database, visit.id).empty() ||
           accepted_plan(command.database, command.vault, visit.id) ||
           newest_referral(command.database, command.vault, visit.id);
}

/// A check-in by mistake, taken back on the same day: the booking is expected again, and the line that the check-in put
/// on the bill goes with it.
Answer undo_check_in(Command& command)
{
    const auto visit = command.open_visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!visit) return unexpected{visit.error()};
    KUSHI_TRY(command.may(Act::board_and_booking));
    if (visit->status == "expected") return refused("not_arrived", "visit");
    if (visit->start.empty()) return refused("not_booked", "visit");
    if (touched_at_chair(command, *visit)) return refused("recorded_at_chair", "visit");
    if (visit->business_date != command.day) return refused("not_today", "visit", visit->business_date);
    command.record("visit.arrival_undone", {{"visit", visit->id}});
    for (const auto& line : lines_of_visit(command.database, visit->id)) {
        if (line.role == "service") command.record("line.removed", {{"visit", visit->id}, {"line", line.line}});
    }
    return nothing_more();
}

Answer end_visit(Command& command, const char* type)
{
    const auto reason = command.fields.optional_free_text("reason");
    const auto visit = command.open_visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!visit) return unexpected{visit.error()};
    KUSHI_TRY(command.may(Act::board_and_booking));
    if (std::string_view{type} == "visit.no_show" && visit->status != "expected") return refused("already_arrived", "visit");
    command.record(type, {{"visit", visit->id}}, reason ? Json{{"reason", *reason}} : Json{});
    drop_all_drafts(command, visit->id);
    return nothing_more();
}

Answer no_show(Command& command) { return end_visit(command, "visit.no_show"); }
Answer cancel_visit(Command& command) { return end_visit(command, "visit.cancelled"); }

Answer move_visit(Command& command)
{
    VisitFields fields;
    read_therapist(command, fields);
    read_room(command, fields);
    const auto start = command.fields.optional_instant("start");
    const auto reason = command.fields.optional_free_text("reason");
    const auto visit = command.open_visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!visit) return unexpected{visit.error()};
    KUSHI_TRY(command.may(Act::board_and_booking));
    if (start && visit->status != "expected") return refused("already_arrived", "start");
    fields.pub["visit"] = visit->id;
    if (start) put_start(command, fields.pub, *start, visit->service);
    command.record("visit.moved", fields.pub, reason ? Json{{"reason", *reason}} : Json{});
    return nothing_more();
}

/// The next visit of the same client with the same service: the therapist stays unless another is named.
Answer rebook(Command& command)
{
    VisitFields fields;
    read_therapist(command, fields);
    read_room(command, fields);
    const auto start = command.fields.instant("start");
    const auto visit = command.visit();
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (!visit) return unexpected{visit.error()};
    KUSHI_TRY(command.may(Act::board_and_booking));
    if (visit->client.empty()) return refused("needs_client", "visit");
    if (start <= command.now) return refused("in_the_past", "start");
    const auto next = command.new_id();
    auto pub = fields.pub;
    pub["visit"] = next;
    pub["client"] = visit->client;
    pub["rebooked_from"] = visit->id;
    if (!visit->service.empty()) pub["service"] = visit->service;
    if (!pub.contains("therapist") && !visit->therapist.empty()) pub["therapist"] = visit->therapist;
    put_start(command, pub, start, visit->service);
    command.record("visit.booked", pub);
    return OrderedJson{{"visit", next}};
}

}  // namespace

void add_service_line(Command& command, const std::string& visit, const std::string& service)
{
    command.record("line.added", {{"visit", visit}, {"line", command.new_id()}, {"item", service}, {"quantity", "1"},
                                  {"role", "service"}});
}

void claim_visit(Command& command, VisitRecord& visit)
{
    if (!visit.therapist.empty()) return;
    const auto& roles = command.actor.roles;
    if (!roles.has(Role::therapist) && !roles.has(Role::manager) && !roles.has(Role::owner)) return;
    command.record("visit.assigned", {{"visit", visit.id}, {"therapist", command.actor.id}});
    visit.therapist = command.actor.id;
}

std::vector<CommandEntry> visit_commands()
{
    return {{"book", book},
            {"cancel_visit", cancel_visit},
            {"check_in", check_in},
            {"hand_to_desk", hand_to_desk},
            {"move_visit", move_visit},
            {"no_show", no_show},
            {"rebook", rebook},
            {"seat", seat},
            {"undo_check_in", undo_check_in}};
}

}  // namespace kushi
