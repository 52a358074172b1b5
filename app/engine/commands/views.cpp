#include "app/engine/views.h"

#include "app/engine/cards.h"
#include "app/engine/command.h"
#include "app/engine/commands/refund.h"
#include "app/engine/free_times.h"
#include "core/sale/sale_json.h"
#include "db/read/people.h"
#include "db/read/sales.h"

namespace kushi {
namespace {

ViewSource source_of(const Command& command) { return {command.database, command.vault, command.salon, command.language}; }

/// Looking at somebody's health data is itself a fact.
void note_view(Command& command, const std::string& subject, const std::optional<std::string>& reason)
{
    command.record("record.viewed", {{"subject", subject}}, reason ? Json{{"reason", *reason}} : Json{});
}

Answer show_visit(Command& command, const std::string& id, const std::optional<std::string>& reason)
{
    const auto visit = visit_by_id(command.database, id);
    if (!visit) return refused("unknown_visit", "id");
    KUSHI_TRY(command.may(Act::board_and_booking));
    const bool health = command.may(Act::read_health, {&*visit, {}, reason.has_value()}).has_value();
    const bool flags = command.may(Act::read_flags, {&*visit, {}, false}).has_value();
    if (health) note_view(command, visit->id, reason);
    const bool name = command.may(Act::client_contact, {&*visit, {}, false}).has_value();
    return OrderedJson{{"visit", visit_json(source_of(command), *visit, {health, flags, name}, command.now)}};
}

Answer show_client(Command& command, const std::string& id, const std::optional<std::string>& reason)
{
    if (!client_exists(command.database, id)) return refused("unknown_client", "id");
    KUSHI_TRY(command.may(Act::client_contact, {nullptr, id, reason.has_value()}));
    const bool health = command.may(Act::read_health, {nullptr, id, reason.has_value()}).has_value();
    const bool sales = command.may(Act::sell).has_value();
    if (health) note_view(command, id, reason);
    return OrderedJson{{"client", *client_json(source_of(command), id, {health, true, true, sales}, command.now)}};
}

Answer show_sale(Command& command, const std::string& id)
{
    auto sale = sale_by_id(command.database, command.vault, id);
    if (!sale) sale = sale_by_number(command.database, command.vault, id);
    if (!sale) return refused("unknown_sale", "id");
    auto json = to_json(*sale, command.language);
    const auto voidable = can_be_voided(command, *sale);
    json["can_void"] = {{"ok", voidable.has_value()}, {"code", voidable ? OrderedJson() : OrderedJson(voidable.error().code)}};
    json["refundable"] = refundable_json(command, *sale);
    json["history"] = OrderedJson::array();
    for (const auto& fact : history_of_sale(command.database, sale->id)) {
        json["history"].push_back({{"what", fact.what}, {"number", fact.number}, {"at", fact.at}, {"staff", fact.staff}});
    }
    json["jobs"] = jobs_json(command.database, sale->number);
    return OrderedJson{{"sale", std::move(json)}};
}

Answer show(Command& command)
{
    const auto what = command.fields.word("what", {"client", "visit", "sale", "staff", "item"});
    const auto id = command.fields.text("id");
    const auto reason = command.fields.optional_free_text("reason");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (what == "visit") return show_visit(command, id, reason);
    if (what == "client") return show_client(command, id, reason);
    if (what == "sale") return show_sale(command, id);
    if (what == "staff") {
        const auto* person = command.salon.person(id);
        if (person == nullptr) return refused("unknown_staff", "id");
        return OrderedJson{{"staff", staff_json(*person, command.language)}};
    }
    auto item = item_json(source_of(command), id, command.day);
    if (!item) return refused("unknown_item", "id");
    return OrderedJson{{"item", *std::move(item)}};
}

Answer board(Command& command)
{
    const auto date = command.fields.optional_text("date").value_or(command.day);
    if (!parse_date(date)) command.fields.refuse("bad_date", "date");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    const auto sight_of = [&](const VisitRecord& visit) {
        const Command::About about{&visit, {}, false};
        return CardSight{command.may(Act::client_contact, about).has_value(), command.may(Act::read_flags, about).has_value()};
    };
    return OrderedJson{{"board", board_json(source_of(command), date, command.now, sight_of)}};
}

/// Whom and where to put somebody who comes in without a booking.
Answer walk_in(Command& command)
{
    const auto service = command.fields.optional_text("service").value_or("");
    if (!service.empty() && !command.salon.services.contains(service)) command.fields.refuse("unknown_service", "service");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    KUSHI_TRY(command.may(Act::board_and_booking));
    return free_times_json(source_of(command), command.day, service, command.now);
}

Answer list(Command& command)
{
    ListRequest request;
    request.what = command.fields.word("what", {"clients", "visits", "sales", "items", "staff", "lots", "rooms"});
    request.business_date = command.fields.optional_text("date").value_or("");
    request.find = command.fields.optional_text("find").value_or("");
    if (!request.business_date.empty() && !parse_date(request.business_date)) command.fields.refuse("bad_date", "date");
    if (const auto problem = command.fields.problem()) return unexpected{*problem};
    if (request.what == "clients" || request.what == "lots") {
        if (command.actor.id.empty()) return refused("who", "as");
    }
    auto rows = OrderedJson::array();
    // A list of everybody is for who books and sells; a therapist's holds today's and own clients.
    const bool everybody = request.what != "clients" || command.may(Act::client_contact).has_value();
    // Who had a lot is health data of many: for a recall, which is the manager's.
    const bool recalls = request.what != "lots" || command.may(Act::read_reports_all).has_value();
    list_rows(source_of(command), request, command.day, [&](OrderedJson row) {
        if (!recalls) row["clients"] = row["visits"] = nullptr;
        if (everybody || command.knows(row["id"].get<std::string>())) rows.push_back(row);
    });
    return OrderedJson{{"rows", std::move(rows)}};
}

}  // namespace

std::vector<CommandEntry> view_commands()
{
    return {{"board", board, true}, {"list", list, true}, {"show", show}, {"walk_in", walk_in}};
}

}  // namespace kushi
