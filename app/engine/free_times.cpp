#include "app/engine/free_times.h"

#include <algorithm>

#include "app/engine/step_clock.h"
#include "db/read/board.h"

namespace kushi {
namespace {

using std::chrono::floor;
using std::chrono::minutes;
using std::chrono::seconds;

/// What a therapist or a room is taken by, and until when as far as can be told.
struct Taken {
    Instant until{};
    std::string visit;  ///< in the chair now; empty where nobody is
};

/// The day as far as it decides who is free: one statement a table, like the board.
class DayAhead {
public:
    DayAhead(const ViewSource& source, const std::string& business_date, Instant now) : source_{source}, now_{now}
    {
        visits_ = visits_on(source.database, business_date);
        std::erase_if(visits_,
                      [](const VisitRecord& visit) { return visit.closed() || visit.status == "ready_to_pay"; });
        const VisitSet set{visits_};
        times_ = chair_times(source.database, set);
        clocks_ = drafts_of_visits(source.database, "ritual", set);
        rituals_ = rituals_of_visits(source.database, set);
    }

    [[nodiscard]] Taken therapist(const std::string& staff) const
    {
        return taken([&](const VisitRecord& visit) { return visit.therapist == staff; });
    }
    /// Clients who sit and who wait for this very room.
    [[nodiscard]] Taken room(const std::string& code) const
    {
        return taken([&](const VisitRecord& visit) { return visit.room == code; });
    }
    /// The first booking of a therapist that is still expected; one that is late may come at any moment.
    [[nodiscard]] std::optional<Instant> next_booking(const std::string& staff) const
    {
        std::optional<Instant> next;
        for (const auto& visit : visits_) {
            const auto start = parse_instant(visit.start);
            if (visit.status != "expected" || visit.therapist != staff || !start) continue;
            if (!next || *start < *next) next = *start;
        }
        return next;
    }

private:
    template <class Fits>
    [[nodiscard]] Taken taken(Fits fits) const
    {
        Taken taken{now_, {}};
        for (const auto& visit : visits_) {
            if (visit.status != "in_chair" || !fits(visit)) continue;
            taken.until = std::max(taken.until, chair_is_left_at(visit));
            taken.visit = visit.id;
        }
        // Who waits already comes first.
        for (const auto& visit : visits_) {
            if (visit.status == "arrived" && fits(visit)) taken.until += minutes{minutes_of(source_.salon, visit)};
        }
        return taken;
    }

    /// A ritual under way says it itself: what is left of the step and the steps after it. Else the service's minutes
    /// from when the client sat down.
    [[nodiscard]] Instant chair_is_left_at(const VisitRecord& visit) const
    {
        const auto ritual = rituals_.find(visit.id);
        const auto clocks = clocks_.find(visit.id);
        if (ritual != rituals_.end() && clocks != clocks_.end())
            return now_ + left_of(ritual->second, Json::parse(clocks->second));
        const auto times = times_.find(visit.id);
        const auto since = times == times_.end() ? std::nullopt : parse_instant(times->second.in_chair_at);
        return std::max(now_, since.value_or(now_) + minutes{minutes_of(source_.salon, visit)});
    }

    [[nodiscard]] seconds left_of(const RitualRecord& ritual, const Json& clocks) const
    {
        std::int64_t left_s = 0;
        bool first = true;
        for (const auto& step : ritual.steps) {
            if (step.state != "planned") continue;
            const auto clock = read_clock(clocks, step.id, now_);
            const bool under_way = clock.state != "planned" || first;
            left_s += std::max<std::int64_t>(step.planned_s + clock.extended_s - (under_way ? clock.elapsed_s : 0), 0);
            first = false;
        }
        return seconds{left_s};
    }

    const ViewSource& source_;
    Instant now_;
    std::vector<VisitRecord> visits_;
    ByVisit<ChairTimes> times_;
    ByVisit<std::string> clocks_;
    ByVisit<RitualRecord> rituals_;
};

struct FreeTherapist {
    const Person* person;
    Taken taken;
    std::optional<std::int64_t> free_minutes;  ///< nothing: no booking after
};

std::vector<FreeTherapist> therapists_by_next_free(const Salon& salon, const DayAhead& day)
{
    std::vector<FreeTherapist> all;
    for (const auto& person : salon.staff) {
        if (!person.active || !person.roles.has(Role::therapist)) continue;
        FreeTherapist one{&person, day.therapist(person.id), std::nullopt};
        if (const auto next = day.next_booking(person.id)) {
            one.free_minutes = std::max<std::int64_t>(floor<minutes>(*next - one.taken.until).count(), 0);
        }
        all.push_back(std::move(one));
    }
    const auto length = [](const FreeTherapist& one) { return one.free_minutes.value_or(INT64_MAX); };
    std::stable_sort(all.begin(), all.end(), [&](const FreeTherapist& a, const FreeTherapist& b) {
        return a.taken.until != b.taken.until ? a.taken.until < b.taken.until : length(a) > length(b);
    });
    return all;
}

/// The room that is free first, in the salon's own order where several are.
OrderedJson room_to_take(const Salon& salon, const DayAhead& day)
{
    const auto soonest = std::min_element(salon.rooms.begin(), salon.rooms.end(), [&](const Room& a, const Room& b) {
        return day.room(a.code).until < day.room(b.code).until;
    });
    return soonest == salon.rooms.end() ? OrderedJson() : OrderedJson(soonest->code);
}

OrderedJson busy_with(const Taken& taken)
{
    if (taken.visit.empty()) return nullptr;
    return {{"visit", taken.visit}, {"until", instant_text(taken.until)}};
}

}  // namespace

OrderedJson free_times_json(const ViewSource& source, const std::string& business_date, const std::string& service,
                            Instant now)
{
    const auto& salon = source.salon;
    const DayAhead day{source, business_date, now};
    const auto known = salon.services.find(service);
    const bool asked = known != salon.services.end();
    const std::int64_t wanted = asked ? known->second.minutes : 0;
    const auto room = room_to_take(salon, day);
    OrderedJson json{{"minutes", asked ? OrderedJson(wanted) : OrderedJson()}};
    json["therapists"] = OrderedJson::array();
    for (const auto& one : therapists_by_next_free(salon, day)) {
        const bool fits = wanted <= one.free_minutes.value_or(INT64_MAX);
        json["therapists"].push_back(
            {{"staff", one.person->id},
             {"code", one.person->code},
             {"name", one.person->name.for_language(source.language)},
             {"free_at", instant_text(one.taken.until)},
             {"free_minutes", one.free_minutes ? OrderedJson(*one.free_minutes) : OrderedJson()},
             {"fits", asked ? OrderedJson(fits) : OrderedJson()},
             {"room", room},
             {"busy_with", busy_with(one.taken)}});
    }
    json["rooms"] = OrderedJson::array();
    for (const auto& one : salon.rooms) {
        const auto taken = day.room(one.code);
        json["rooms"].push_back({{"code", one.code},
                                 {"name", one.name.for_language(source.language)},
                                 {"free", taken.until <= now},
                                 {"free_at", instant_text(taken.until)}});
    }
    return json;
}

}  // namespace kushi
