#include "app/screens/chair/chair_visit.h"

#include <nlohmann/json.hpp>

#include "app/screens/screen.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

const Json& part_of(const Json& object, const char* name)
{
    static const Json nothing;
    const auto found = object.find(name);
    return found == object.end() ? nothing : *found;
}

std::optional<Consultation> consultation_of(const Json& stored)
{
    if (!stored.is_object()) return std::nullopt;
    auto consultation = consultation_from_json(stored);
    return consultation ? std::optional{*std::move(consultation)} : std::nullopt;
}

std::optional<ScalpMap> map_of(const Json& stored)
{
    if (!stored.is_object()) return std::nullopt;
    auto map = scalp_map_from_json(stored);
    return map ? std::optional{*std::move(map)} : std::nullopt;
}

std::optional<Instant> until(const Json& consents, const char* part)
{
    const auto& agreed = part_of(consents, part);
    return agreed.is_object() ? parse_instant(text_of(agreed, "valid_until")) : std::nullopt;
}

}  // namespace

Json to_json(const ConsultDraft& draft)
{
    return {{"consultation", to_json(draft.consultation)}, {"heard", draft.heard}, {"filled", draft.filled}};
}

std::optional<ConsultDraft> consult_draft_from(const Json& content)
{
    if (!content.is_object()) return std::nullopt;
    auto consultation = consultation_of(part_of(content, "consultation"));
    if (!consultation) return std::nullopt;
    ConsultDraft draft{*std::move(consultation), {}, flag_of(content, "filled")};
    for (const auto& [question, answer] : part_of(content, "heard").items()) {
        if (answer.is_boolean()) draft.heard[question] = answer.get<bool>();
    }
    return draft;
}

Json to_json(const MapDraft& draft)
{
    return {{"zones", to_json(draft.map)}, {"asked", draft.asked}};
}

std::optional<MapDraft> map_draft_from(const Json& content)
{
    if (!content.is_object()) return std::nullopt;
    auto map = map_of(part_of(content, "zones"));
    if (!map) return std::nullopt;
    MapDraft draft{*std::move(map), {}};
    for (const auto& asked : part_of(content, "asked")) {
        if (asked.is_string()) draft.asked.insert(asked.get<std::string>());
    }
    return draft;
}

ConsultDraft ChairVisit::consult() const
{
    if (consult_draft) return *consult_draft;
    return {consultation.value_or(Consultation{}), {}, false};
}

MapDraft ChairVisit::mapped() const
{
    if (map_draft) return *map_draft;
    return {map.value_or(ScalpMap{}), {}};
}

ChairVisit chair_visit(const Json& row)
{
    ChairVisit visit;
    visit.id = text_of(row, "id");
    visit.status = text_of(row, "status");
    visit.business_date = text_of(row, "business_date");
    visit.client = text_of(row, "client");
    visit.client_name = text_of(row, "client_name");
    visit.service = text_of(row, "service");
    visit.service_name = text_of(row, "service_name");
    visit.minutes = number_of(row, "minutes");
    visit.walk_in_number = number_of(row, "walk_in_number");
    visit.due = number_of(row, "due");
    visit.seen = part_of(row, "notes").is_array();
    visit.started = part_of(row, "steps").is_array() && !part_of(row, "steps").empty();
    for (const auto& alert : part_of(row, "alerts")) visit.alerts.push_back(alert.get<std::string>());
    const auto& consents = part_of(row, "consents");
    visit.treatment_until = until(consents, "treatment");
    visit.health_until = until(consents, "health_data");
    if (const auto& consulted = part_of(row, "consulted"); consulted.is_object()) {
        visit.consulted_at = parse_instant(text_of(consulted, "at"));
        visit.consulted_by = text_of(consulted, "staff_name");
    }
    visit.consultation = consultation_of(part_of(row, "consultation"));
    visit.map = map_of(part_of(row, "zones"));
    add_advice(visit, part_of(row, "recommendation"));
    visit.decision = parse_word<RedFlagDecision>(text_of(row, "decision"));
    if (const auto& referral = part_of(row, "referral"); referral.is_object())
        visit.decision_reason = text_of(referral, "reason");
    return visit;
}

void add_client(ChairVisit& visit, const Json& client)
{
    visit.birthday = text_of(client, "birthday");
    std::int64_t number = 0;
    for (const auto& row : part_of(client, "visits")) {
        const auto status = text_of(row, "status");
        if (text_of(row, "id") == visit.id) {
            visit.visit_number = number + 1;
            break;
        }
        if (status == "expected" || status == "cancelled" || status == "no_show") continue;
        ++number;
        if (auto consultation = consultation_of(part_of(row, "consultation"))) {
            visit.last_date = text_of(row, "business_date");
            if (consultation->since_last != SinceLast{}) {
                visit.since = consultation->since_last;
                visit.since_date = visit.last_date;
            }
            visit.last_consultation = std::move(consultation);
        }
        if (auto map = map_of(part_of(row, "zones"))) {
            visit.last_map_date = text_of(row, "business_date");
            visit.last_map = std::move(map);
        }
    }
}

void add_advice(ChairVisit& visit, const Json& recommendation)
{
    visit.advice = recommendation.is_object() ? std::optional{advice_from_json(recommendation)} : std::nullopt;
}

std::optional<int> age_on(const std::string& birthday, const std::string& day)
{
    const auto born = parse_date(birthday), now = parse_date(day);
    if (!born || !now || *now < *born) return std::nullopt;
    const int years = static_cast<int>(now->year()) - static_cast<int>(born->year());
    const bool before = now->month() < born->month() || (now->month() == born->month() && now->day() < born->day());
    return years - (before ? 1 : 0);
}

}  // namespace kushi
