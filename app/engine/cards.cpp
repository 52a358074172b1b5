#include "app/engine/cards.h"

#include <algorithm>

#include "app/engine/cart.h"
#include "app/engine/step_clock.h"
#include "core/care/advice.h"
#include "db/read/day.h"

namespace kushi {
namespace {

template <class Value>
const Value* find_in(const ByVisit<Value>& all, const VisitRecord& visit)
{
    const auto found = all.find(visit.id);
    return found == all.end() ? nullptr : &found->second;
}

OrderedJson text_or_null(const std::string& text)
{
    return text.empty() ? OrderedJson() : OrderedJson(text);
}

/// Whole minutes from an instant that was told to now, never below none; null where none was told.
OrderedJson minutes_since(const std::string& at, Instant now)
{
    const auto since = parse_instant(at);
    if (!since) return nullptr;
    return std::max<std::int64_t>(std::chrono::floor<std::chrono::minutes>(now - *since).count(), 0);
}

/// A draft's JSON text; an object without fields where there is none.
Json draft_in(const std::string* text)
{
    return text == nullptr ? Json::object() : Json::parse(*text);
}

/// The step under way: the one whose clock runs or stands, else the first that nobody has ended.
const StepRecord* current_step(const RitualRecord& ritual, const Json& clocks, Instant now)
{
    const StepRecord* first = nullptr;
    for (const auto& step : ritual.steps) {
        if (step.state != "planned") continue;
        if (read_clock(clocks, step.id, now).state != "planned") return &step;
        if (first == nullptr) first = &step;
    }
    return first;
}

}  // namespace

Cards::Cards(const ViewSource& source, const std::vector<VisitRecord>& visits, Instant now) : source_{source}, now_{now}
{
    const auto& database = source.database;
    const VisitSet set{visits};
    lines_ = lines_of_visits(database, set);
    carts_ = drafts_of_visits(database, "cart", set);
    clocks_ = drafts_of_visits(database, "ritual", set);
    names_ = client_names_of_visits(database, source.vault, set);
    times_ = chair_times(database, set);
    sales_ = live_sales_of_visits(database, set);
    allergies_ = allergies_of_visits(database, source.vault, set);
    known_ = visits_of_known_clients(database, set);
    walk_ins_ = walk_in_numbers(database, set);
    consulted_ = consulted_visits(database, source.vault, set);
    // A ritual's clock is kept while it runs: the others have no progress to show.
    std::vector<VisitRecord> running;
    std::copy_if(visits.begin(), visits.end(), std::back_inserter(running),
                 [&](const VisitRecord& visit) { return clocks_.contains(visit.id); });
    rituals_ = rituals_of_visits(database, VisitSet{running});
}

OrderedJson Cards::card(const VisitRecord& visit, const CardSight& sight) const
{
    static const std::vector<VisitLineRecord> no_lines;
    const auto* lines = find_in(lines_, visit);
    const auto* sale = find_in(sales_, visit);
    auto card = visit_row_json(source_, visit, lines == nullptr ? no_lines : *lines,
                               sale == nullptr ? std::optional<std::string>{} : std::optional{sale->id});
    put_client(card, visit, sight);
    put_flags(card, visit, sight);
    put_words(card, visit);
    card["due"] = due(visit);
    card["held"] = !visit.closed() && cart_in(draft_in(find_in(carts_, visit)), Json::object()).held;
    put_times(card, visit);
    card["progress"] = progress(visit);
    card["paid"] = paid(visit);
    return card;
}

std::int64_t Cards::sold_total() const
{
    std::int64_t sum = 0;
    for (const auto& [visit, sale] : sales_) sum += sale.total;
    return sum;
}

void Cards::put_client(OrderedJson& card, const VisitRecord& visit, const CardSight& sight) const
{
    const auto* name = find_in(names_, visit);
    const auto* walk_in = find_in(walk_ins_, visit);
    card["client_name"] = sight.name && name != nullptr ? text_or_null(*name) : OrderedJson();
    card["walk_in_number"] = walk_in != nullptr ? OrderedJson(*walk_in) : OrderedJson();
    card["client_is_new"] = visit.client.empty() ? OrderedJson() : OrderedJson(!known_.contains(visit.id));
}

/// The history of earlier visits moves the next visit's date, never a flag: it is not opened for a card.
void Cards::put_flags(OrderedJson& card, const VisitRecord& visit, const CardSight& sight) const
{
    card["alerts"] = nullptr;
    card["flags"] = nullptr;
    if (!sight.flags) return;
    const auto* allergies = find_in(allergies_, visit);
    card["alerts"] = allergies == nullptr ? OrderedJson::array() : OrderedJson(*allergies);
    card["flags"] = OrderedJson::array();
    const auto* consulted = find_in(consulted_, visit);
    if (consulted == nullptr || consulted->consultation.empty()) return;
    const auto consultation = consultation_from_json(Json::parse(consulted->consultation));
    if (!consultation) return;
    const auto map =
        consulted->map.empty() ? ScalpMap{} : scalp_map_from_json(Json::parse(consulted->map)).value_or(ScalpMap{});
    for (const auto& flag : advise(*consultation, map, {}, {}, source_.salon.house_safety).flags) {
        card["flags"].push_back({{"id", flag.id}, {"action", word_of(flag.action)}});
    }
}

void Cards::put_words(OrderedJson& card, const VisitRecord& visit) const
{
    const auto& salon = source_.salon;
    const auto service = salon.services.find(visit.service);
    const auto* therapist = salon.person(visit.therapist);
    const auto* room = salon.room(visit.room);
    const auto minutes = minutes_of(salon, visit);
    card["service_name"] = service == salon.services.end()
                               ? OrderedJson()
                               : OrderedJson(service->second.name.for_language(source_.language));
    card["minutes"] = minutes > 0 ? OrderedJson(minutes) : OrderedJson();
    card["therapist_name"] = visit.therapist.empty() || therapist == nullptr
                                 ? OrderedJson()
                                 : OrderedJson(therapist->name.for_language(source_.language));
    card["room_name"] = room == nullptr ? OrderedJson() : OrderedJson(room->name.for_language(source_.language));
}

void Cards::put_times(OrderedJson& card, const VisitRecord& visit) const
{
    const auto* times = find_in(times_, visit);
    card["started_at"] = times == nullptr ? OrderedJson() : text_or_null(times->in_chair_at);
    card["finished_at"] = times == nullptr ? OrderedJson() : text_or_null(times->ready_at);
    card["waiting_minutes"] = visit.status == "arrived" ? minutes_since(visit.arrived_at, now_) : OrderedJson();
    const auto start = parse_instant(visit.start);
    const bool late = visit.status == "expected" && start && *start < now_;
    card["late_minutes"] = late ? minutes_since(visit.start, now_) : OrderedJson();
}

OrderedJson Cards::due(const VisitRecord& visit) const
{
    const auto* lines = find_in(lines_, visit);
    if (visit.closed() || lines == nullptr) return nullptr;
    const auto cart = cart_in(draft_in(find_in(carts_, visit)), Json::object());
    const auto today = date_text(business_day(now_, source_.salon.day_rule));
    const auto bill = price_lines(source_.salon, visit, *lines, cart, today);
    return bill ? OrderedJson(bill->totals.due) : OrderedJson();
}

OrderedJson Cards::progress(const VisitRecord& visit) const
{
    const auto* ritual = find_in(rituals_, visit);
    if (ritual == nullptr || ritual->steps.empty()) return nullptr;
    const auto clocks = draft_in(find_in(clocks_, visit));
    const auto* step = current_step(*ritual, clocks, now_);
    if (step == nullptr) step = &ritual->steps.back();  // all are ended: the comb is full until it is finished
    const bool ended = step->state != "planned";
    const auto clock = read_clock(clocks, step->id, now_);
    const auto planned_s = step->planned_s + clock.extended_s;
    const auto elapsed_s = ended ? step->actual_s : clock.elapsed_s;
    const auto share = ended || planned_s <= 0 ? 1'000 : std::min<std::int64_t>(elapsed_s * 1'000 / planned_s, 1'000);
    return {{"step", step - ritual->steps.data() + 1},
            {"of", ritual->steps.size()},
            {"name", text_or_null(source_.language == "ja" ? step->name_ja : step->name_en)},
            {"kind", step->kind},
            {"state", ended ? step->state : clock.state},
            {"share", share},
            {"elapsed_s", elapsed_s},
            {"planned_s", planned_s},
            {"paused", !ended && clock.state == "paused"},
            {"ritual", ritual->ritual},
            {"started_at", ritual->started_at}};
}

OrderedJson Cards::paid(const VisitRecord& visit) const
{
    const auto* sale = find_in(sales_, visit);
    if (sale == nullptr) return nullptr;
    return {{"number", sale->number}, {"total", sale->total}, {"at", sale->at}, {"tenders", sale->tenders}};
}

OrderedJson board_json(const ViewSource& source, const std::string& business_date, Instant now, const SightOf& sight_of)
{
    const auto visits = visits_on(source.database, business_date);
    const Cards cards{source, visits, now};
    const bool open = day_is_open(source.database, business_date) && !day_is_closed(source.database, business_date);
    OrderedJson board{{"business_date", business_date}, {"now", instant_text(now)}, {"day_open", open}};
    board["visits"] = std::count_if(visits.begin(), visits.end(), [](const VisitRecord& visit) {
        return visit.status != "cancelled" && visit.status != "no_show";
    });
    board["done_total"] = cards.sold_total();
    for (const char* column : {"expected", "in_chair", "ready_to_pay", "done"}) board[column] = OrderedJson::array();
    auto still_expected = OrderedJson::array();
    for (const auto& visit : visits) {
        if (visit.status == "cancelled" || visit.status == "no_show") continue;
        auto card = cards.card(visit, sight_of(visit));
        if (visit.status == "arrived")
            board["expected"].push_back(std::move(card));
        else if (visit.status == "expected")
            still_expected.push_back(std::move(card));
        else if (visit.status == "in_chair")
            board["in_chair"].push_back(std::move(card));
        else if (visit.status == "ready_to_pay")
            board["ready_to_pay"].push_back(std::move(card));
        else if (visit.status == "paid")
            board["done"].push_back(std::move(card));
    }
    for (auto& card : still_expected) board["expected"].push_back(std::move(card));
    return board;
}

}  // namespace kushi
