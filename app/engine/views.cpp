#include "app/engine/views.h"

#include "app/engine/cards.h"
#include "app/engine/care_advice.h"
#include "app/engine/ritual_plan.h"
#include "app/engine/step_clock.h"
#include "app/words/advice.h"
#include "core/sale/sale_json.h"
#include "core/text/search.h"
#include "db/drafts.h"
#include "db/read/people.h"
#include "db/read/sales.h"
#include "db/read/stock.h"
#include "db/spool.h"

namespace kushi {
namespace {

CareSource care_source(const ViewSource& source) { return {source.database, source.vault, source.salon}; }

OrderedJson text_or_null(const std::string& text) { return text.empty() ? OrderedJson() : OrderedJson(text); }

/// The clock of a step that nobody has ended yet, for a screen that comes back to it.
void put_clock(OrderedJson& row, const ClockReading& clock)
{
    row["state"] = clock.state;
    if (clock.state == "planned") return;
    row["clock"] = {{"state", clock.state}, {"started_at", text_or_null(clock.started_at)}, {"elapsed_s", clock.elapsed_s}};
}

OrderedJson steps_json(const ViewSource& source, const VisitRecord& visit, Instant now)
{
    auto json = OrderedJson::array();
    const auto treatment = treatment_of(source.database, visit.id);
    if (!treatment) return json;
    const auto clocks = draft(source.database, "ritual", visit.id);
    for (const auto& step : steps_of(source.database, source.vault, treatment->id)) {
        const auto clock = read_clock(clocks, step.id, now);
        const auto& words = source.language == "ja" ? step.name_ja : step.name_en;
        json.push_back({{"step", step.id},
                        {"kind", step.kind},
                        {"name", step.typed_name.empty() ? words : step.typed_name},
                        {"state", step.state},
                        {"planned_s", step.planned_s + clock.extended_s},
                        {"actual_s", step.state == "done" ? OrderedJson(step.actual_s) : OrderedJson()},
                        {"clock", nullptr},
                        {"settings", step.state == "planned" ? OrderedJson(clock.settings) : OrderedJson()}});
        if (step.state == "planned") put_clock(json.back(), clock);
    }
    return json;
}

OrderedJson products_json(const ViewSource& source, const VisitRecord& visit)
{
    auto json = OrderedJson::array();
    for (const auto& use : product_uses_of(source.database, visit.id)) {
        json.push_back({{"product", use.product}, {"amount", use.amount}, {"unit", use.unit}, {"lot", text_or_null(use.lot)},
                        {"step", text_or_null(use.step)}, {"use", use.id}, {"staff", use.staff}, {"at", use.at}});
    }
    return json;
}

OrderedJson notes_json(const ViewSource& source, const VisitRecord& visit)
{
    auto json = OrderedJson::array();
    for (const auto& note : notes_of(source.database, source.vault, visit.id)) {
        json.push_back({{"at", note.at}, {"staff", note.staff}, {"text", note.text}});
    }
    return json;
}

OrderedJson bill_lines_json(const ViewSource& source, const std::vector<VisitLineRecord>& lines)
{
    auto json = OrderedJson::array();
    for (const auto& line : lines) {
        const auto item = source.salon.item(line.item);
        json.push_back({{"line", line.line},
                        {"item", line.item},
                        {"name", item ? item->name.for_language(source.language) : line.item},
                        {"quantity", line.quantity},
                        {"unit_price", line.price ? *line.price : item ? item->price : 0}});
    }
    return json;
}

OrderedJson referral_json(const ViewSource& source, const VisitRecord& visit)
{
    const auto referral = newest_referral(source.database, source.vault, visit.id);
    if (!referral) return nullptr;
    return {{"decision", referral->decision}, {"reason", referral->reason}, {"at", referral->at}, {"staff", referral->staff},
            {"approved_by", text_or_null(referral->approved_by)}};
}

OrderedJson recommendation_json(const ViewSource& source, const VisitRecord& visit)
{
    const auto advice = advice_of(care_source(source), visit);
    return advice ? to_json(*advice, advice_text(*advice, source.language)) : OrderedJson();
}

OrderedJson plan_json(const ViewSource& source, const VisitRecord& visit)
{
    const auto plan = accepted_plan(source.database, source.vault, visit.id);
    if (!plan) return nullptr;
    return {{"service", plan->service}, {"ritual", text_or_null(plan->ritual)}, {"override_reason", text_or_null(plan->override_reason)}};
}

/// What was recorded at the chair; every field is there and null for who may not see it.
void put_health(OrderedJson& json, const ViewSource& source, const VisitRecord& visit, bool seen, Instant now)
{
    for (const char* name : {"consultation", "zones", "zones_after", "recommendation", "plan", "referral", "steps", "products", "notes"}) {
        json[name] = nullptr;
    }
    if (!seen) return;
    json["consultation"] = newest_consultation(source.database, source.vault, visit.id);
    json["zones"] = newest_scalp_map(source.database, source.vault, visit.id, "before");
    json["zones_after"] = newest_scalp_map(source.database, source.vault, visit.id, "after");
    json["recommendation"] = recommendation_json(source, visit);
    json["plan"] = plan_json(source, visit);
    json["referral"] = referral_json(source, visit);
    json["steps"] = steps_json(source, visit, now);
    json["products"] = products_json(source, visit);
    json["notes"] = notes_json(source, visit);
}

OrderedJson consents_json(const ViewSource& source, const std::string& client, const std::string& visit, Instant now)
{
    const auto until = agreed_until(care_source(source), client, visit, now);
    const auto part = [](const std::optional<Instant>& end) {
        return end ? OrderedJson{{"valid_until", instant_text(*end)}} : OrderedJson();
    };
    return {{"treatment", part(until.treatment)}, {"health_data", part(until.health_data)}, {"photos", part(until.photos)}};
}

/// What the chair's screens ask of a visit beside its records: what the client agreed to, who asked last and when, and
/// whether a decision at a red flag still holds.
void put_chair(OrderedJson& json, const ViewSource& source, const VisitRecord& visit, bool seen, Instant now)
{
    json["consents"] = consents_json(source, visit.client, visit.id, now);
    json["consulted"] = nullptr;
    json["decision"] = nullptr;
    if (!seen) return;
    if (const auto consulted = newest_consulted(source.database, visit.id)) {
        const auto* person = source.salon.person(consulted->staff);
        json["consulted"] = {{"at", consulted->at}, {"staff", consulted->staff},
                             {"staff_name", person == nullptr ? OrderedJson() : OrderedJson(person->name.for_language(source.language))}};
    }
    if (const auto decision = decision_of(care_source(source), visit.id)) json["decision"] = word_of(*decision);
}

OrderedJson alerts_json(const ClientRecord& client)
{
    auto alerts = OrderedJson::array();
    for (const auto& allergy : client.allergies) alerts.push_back(allergy.text);
    return alerts;
}

OrderedJson client_row_json(const ClientRecord& client)
{
    return {{"id", client.id}, {"name", client.name}, {"reading", text_or_null(client.reading)},
            {"phone", text_or_null(client.phone)}, {"alerts", alerts_json(client)}};
}

std::string decimal_text(std::int64_t thousandths)
{
    return (thousandths < 0 ? "-" : "") + Quantity{thousandths < 0 ? -thousandths : thousandths}.text();
}

void list_clients(const ViewSource& source, const ListRequest& request, const TakeRow& take)
{
    const SearchQuery query{request.find};
    each_client(source.database, source.vault, [&](const ClientRecord& client) {
        if (client.erased) return;
        if (!request.find.empty() && !query.finds(search_entry(client.name, client.reading, client.phone))) return;
        take(client_row_json(client));
    });
}

bool mentions(const OrderedJson& row, const std::string& find)
{
    if (find.empty()) return true;
    const auto wanted = search_key(find);
    return search_key(row.dump()).find(wanted) != std::string::npos;
}

void list_items(const ViewSource& source, const ListRequest& request, const std::string& today, const TakeRow& take)
{
    std::vector<std::string> codes;
    for (const auto& [code, service] : source.salon.services) codes.push_back(code);
    for (const auto& [code, ritual] : source.salon.rituals) codes.push_back(code);
    for (const auto& [code, product] : source.salon.products) codes.push_back(code);
    for (const auto& [code, ticket] : source.salon.tickets) codes.push_back(code);
    for (const auto& [code, voucher] : source.salon.vouchers) codes.push_back(code);
    for (const auto& code : codes) {
        const auto row = item_json(source, code, request.business_date.empty() ? today : request.business_date);
        if (row && mentions(*row, request.find)) take(*row);
    }
}

void list_lots(const ViewSource& source, const ListRequest& request, const TakeRow& take)
{
    for (const auto& lot : all_lots(source.database)) {
        const OrderedJson row{{"product", lot.product}, {"lot", lot.lot}, {"expires", text_or_null(lot.expires)},
                              {"left", decimal_text(lot.left_thousandths)}, {"clients", lot.clients}, {"visits", lot.visits}};
        if (mentions({{"product", lot.product}, {"lot", lot.lot}}, request.find)) take(row);
    }
}

void list_sales(const ViewSource& source, const ListRequest& request, const TakeRow& take)
{
    for (const auto& id : sale_ids(source.database, request.business_date)) {
        const auto sale = sale_by_id(source.database, source.vault, id);
        if (!sale) continue;
        const auto row = to_json(*sale, source.language);
        if (mentions(row, request.find)) take(row);
    }
}

void list_visits(const ViewSource& source, const ListRequest& request, const TakeRow& take)
{
    const auto visits = request.business_date.empty() ? all_visits(source.database) : visits_on(source.database, request.business_date);
    for (const auto& visit : visits) {
        const auto row = visit_row_json(source, visit);
        if (mentions(row, request.find)) take(row);
    }
}

void list_rooms(const ViewSource& source, const ListRequest& request, const TakeRow& take)
{
    for (const auto& room : source.salon.rooms) {
        const OrderedJson row{{"id", room.code}, {"code", room.code}, {"name", room.name.for_language(source.language)}};
        if (mentions(row, request.find)) take(row);
    }
}

void list_staff(const ViewSource& source, const ListRequest& request, const TakeRow& take)
{
    for (const auto& person : source.salon.staff) {
        const auto row = staff_json(person, source.language);
        if (mentions(row, request.find)) take(row);
    }
}

}  // namespace

OrderedJson visit_row_json(const ViewSource& source, const VisitRecord& visit)
{
    return visit_row_json(source, visit, lines_of_visit(source.database, visit.id), live_sale_of_visit(source.database, visit.id));
}

std::int64_t minutes_of(const Salon& salon, const VisitRecord& visit)
{
    if (visit.minutes > 0) return visit.minutes;
    const auto service = salon.services.find(visit.service);
    return service == salon.services.end() ? 0 : service->second.minutes;
}

OrderedJson visit_row_json(const ViewSource& source, const VisitRecord& visit, const std::vector<VisitLineRecord>& lines,
                           const std::optional<std::string>& sale)
{
    return {{"id", visit.id},
            {"status", visit.status},
            {"business_date", visit.business_date},
            {"start", text_or_null(visit.start)},
            {"arrived_at", text_or_null(visit.arrived_at)},
            {"room", text_or_null(visit.room)},
            {"nominated", visit.nominated},
            {"client", text_or_null(visit.client)},
            {"service", text_or_null(visit.service)},
            {"therapist", text_or_null(visit.therapist)},
            {"rebooked_from", text_or_null(visit.rebooked_from)},
            {"lines", bill_lines_json(source, lines)},
            {"sale", sale ? OrderedJson(*sale) : OrderedJson()}};
}

OrderedJson visit_json(const ViewSource& source, const VisitRecord& visit, const Sight& sight, Instant now)
{
    auto json = Cards{source, {visit}, now}.card(visit, {sight.name, sight.flags});
    put_health(json, source, visit, sight.health, now);
    put_chair(json, source, visit, sight.health, now);
    json["prefill"] = sight.health ? prefill_json(source, visit, date_text(business_day(now, source.salon.day_rule))) : OrderedJson();
    return json;
}

namespace {

bool took_place(const VisitRecord& visit)
{
    return visit.status != "expected" && visit.status != "cancelled" && visit.status != "no_show";
}

/// How often and when the client was here, the cancelled and the still expected visits left out.
void put_attendance(OrderedJson& json, const std::vector<VisitRecord>& visits)
{
    std::vector<std::string> dates;
    for (const auto& visit : visits) {
        if (took_place(visit)) dates.push_back(visit.business_date);
    }
    json["visit_count"] = dates.size();
    json["first_visit"] = dates.empty() ? OrderedJson() : OrderedJson(dates.front());
    json["last_visit"] = dates.empty() ? OrderedJson() : OrderedJson(dates.back());
}

/// The newest map from before a treatment, and what the client last said of how it went on; `visits` oldest first.
void put_last_findings(OrderedJson& json, const ViewSource& source, const std::vector<VisitRecord>& visits)
{
    json["last_map"] = nullptr;
    json["since_last"] = nullptr;
    for (auto visit = visits.rbegin(); visit != visits.rend(); ++visit) {
        if (json["last_map"].is_null()) {
            const auto zones = newest_scalp_map(source.database, source.vault, visit->id, "before");
            if (!zones.is_null()) json["last_map"] = {{"date", visit->business_date}, {"visit", visit->id}, {"zones", zones}};
        }
        if (json["since_last"].is_null()) {
            const auto given = newest_consultation(source.database, source.vault, visit->id);
            const auto told = given.is_object() ? given.value("since_last", Json::object()) : Json::object();
            if (!told.empty()) json["since_last"] = {{"date", visit->business_date}, {"visit", visit->id}, {"answers", told}};
        }
        if (!json["last_map"].is_null() && !json["since_last"].is_null()) return;
    }
}

OrderedJson client_sales_json(const ViewSource& source, const std::string& client)
{
    auto rows = OrderedJson::array();
    for (const auto& sale : sales_of_client(source.database, client)) {
        rows.push_back({{"id", sale.id}, {"number", sale.number}, {"kind", sale.kind}, {"date", sale.business_date}, {"total", sale.total}});
    }
    return rows;
}

}  // namespace

std::optional<OrderedJson> client_json(const ViewSource& source, const std::string& id, const Sight& sight, Instant now)
{
    const auto client = client_by_id(source.database, source.vault, id);
    if (!client) return std::nullopt;
    auto json = client_row_json(*client);
    json["email"] = text_or_null(client->email);
    json["birthday"] = text_or_null(client->birthday);
    json["language"] = text_or_null(client->language);
    json["erased"] = client->erased;
    json["notes"] = sight.health ? text_or_null(client->notes) : OrderedJson();
    const auto visits = visits_of_client(source.database, id);
    put_attendance(json, visits);
    json["consents"] = consents_json(source, id, {}, now);
    put_last_findings(json, source, sight.health ? visits : std::vector<VisitRecord>{});
    json["sales"] = sight.sales ? client_sales_json(source, id) : OrderedJson();
    json["visits"] = OrderedJson::array();
    for (const auto& visit : visits) {
        auto row = visit_row_json(source, visit);
        put_health(row, source, visit, sight.health, now);
        json["visits"].push_back(std::move(row));
    }
    return json;
}

std::optional<OrderedJson> item_json(const ViewSource& source, const std::string& code, const std::string& business_date)
{
    const auto& salon = source.salon;
    if (const auto ritual = salon.rituals.find(code); ritual != salon.rituals.end()) {
        std::int64_t planned_s = 0;
        for (const auto& step : ritual->second.steps) planned_s += step.planned_s;
        return OrderedJson{{"id", code}, {"kind", "ritual"}, {"name", ritual->second.name.for_language(source.language)},
                           {"price", 0}, {"rate", "0"}, {"minutes", planned_s / 60}, {"care", text_of(ritual->second.care)},
                           {"steps", to_json(ritual->second)["steps"]}};
    }
    const auto item = salon.item(code);
    if (!item) return std::nullopt;
    const auto* rate = salon.rate_on(item->rate, business_date);
    OrderedJson json{{"id", code}, {"kind", item->kind}, {"name", item->name.for_language(source.language)},
                     {"name_en", item->name.en}, {"name_ja", item->name.ja}, {"price", item->price},
                     {"rate", rate == nullptr ? OrderedJson() : OrderedJson(rate->rate.text)}};
    if (const auto service = salon.services.find(code); service != salon.services.end()) {
        json["minutes"] = service->second.minutes;
        json["care"] = text_of(service->second.care);
        json["ritual"] = service->second.ritual ? OrderedJson(*service->second.ritual) : OrderedJson();
    }
    if (const auto product = salon.products.find(code); product != salon.products.end()) {
        json["unit"] = text_of(product->second.unit);
        json["stock"] = decimal_text(on_hand_thousandths(source.database, code));
        json["content"] = product->second.content.text();
        json["category"] = product->second.category;
        json["ingredients"] = product->second.ingredients;
        json["tags"] = product->second.tags;
        json["retail"] = product->second.retail;
    }
    if (const auto ticket = salon.tickets.find(code); ticket != salon.tickets.end()) {
        json["sessions"] = ticket->second.sessions;
        json["services"] = ticket->second.services;
        json["valid_months"] = ticket->second.valid_months;
    }
    if (const auto voucher = salon.vouchers.find(code); voucher != salon.vouchers.end()) {
        if (voucher->second.rate.empty())
            json["rate"] = "0";  // its tax falls when it is used, at the rate of what it pays for
        json["face"] = voucher->second.face;
        json["purpose"] = voucher->second.single_purpose ? "single" : "multi";
        json["valid_months"] = voucher->second.valid_months;
    }
    return json;
}

OrderedJson staff_json(const Person& person, const std::string& language)
{
    return {{"id", person.id}, {"code", person.code}, {"name", person.name.for_language(language)},
            {"roles", person.roles.texts()}, {"active", person.active}};
}

bool list_rows(const ViewSource& source, const ListRequest& request, const std::string& today, const TakeRow& take)
{
    if (request.what == "clients") list_clients(source, request, take);
    else if (request.what == "visits") list_visits(source, request, take);
    else if (request.what == "sales") list_sales(source, request, take);
    else if (request.what == "items") list_items(source, request, today, take);
    else if (request.what == "staff") list_staff(source, request, take);
    else if (request.what == "lots") list_lots(source, request, take);
    else if (request.what == "rooms") list_rooms(source, request, take);
    else return false;
    return true;
}

OrderedJson jobs_json(const Database& database, const std::string& number)
{
    auto jobs = OrderedJson::array();
    for (const auto& job : all_jobs(database)) {
        if (!number.empty() && job.number != number) continue;
        jobs.push_back({{"id", std::to_string(job.id)}, {"kind", job.kind}, {"number", text_or_null(job.number)},
                        {"state", job.state}, {"reason", text_or_null(job.reason)}, {"printer", std::to_string(job.printer)},
                        {"attempt", job.attempt}, {"copy", job.copy}, {"created_at", instant_text(job.created_at)},
                        {"not_after", instant_text(job.not_after)}, {"fallbacks", job.fallbacks}});
    }
    return jobs;
}

}  // namespace kushi
