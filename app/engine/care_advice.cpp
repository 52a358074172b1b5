#include "app/engine/care_advice.h"

#include <date/date.h>

#include <algorithm>

#include "core/care/allergy.h"
#include "db/read/people.h"

namespace kushi {
namespace {

std::vector<std::string> allergies_of(const CareSource& source, const VisitRecord& visit)
{
    std::vector<std::string> allergies;
    if (const auto client = client_by_id(source.database, source.vault, visit.client)) {
        for (const auto& allergy : client->allergies) allergies.push_back(allergy.text);
    }
    if (const auto consultation = consultation_of(source, visit.id); consultation && consultation->safety.allergies) {
        allergies.insert(allergies.end(), consultation->safety.allergies->begin(), consultation->safety.allergies->end());
    }
    return allergies;
}

/// Whether every answer of a follow-up was given in one of them.
bool all_told(const std::vector<SinceLast>& follow_ups)
{
    const auto told = [&](auto SinceLast::*answer) {
        return std::any_of(follow_ups.begin(), follow_ups.end(), [&](const SinceLast& one) { return (one.*answer).has_value(); });
    };
    return told(&SinceLast::days_until_oily) && told(&SinceLast::itch) && told(&SinceLast::comfort) && told(&SinceLast::roots) &&
           told(&SinceLast::home_care);
}

/// What the client said of earlier visits, oldest first: back to where every answer was given once, since only the newest of
/// each counts. Reading on would open every consultation that a client of many years ever had.
History history_of(const CareSource& source, const VisitRecord& visit)
{
    History history;
    if (visit.client.empty()) return history;
    auto visits = visits_of_client(source.database, visit.client);
    std::reverse(visits.begin(), visits.end());
    for (const auto& earlier : visits) {
        if (earlier.id == visit.id || earlier.business_date > visit.business_date) continue;
        const auto consultation = consultation_of(source, earlier.id);
        if (consultation && consultation->since_last != SinceLast{}) history.follow_ups.push_back(consultation->since_last);
        if (all_told(history.follow_ups)) break;
    }
    std::reverse(history.follow_ups.begin(), history.follow_ups.end());
    return history;
}

/// The last instant at which a consent given at `at` still holds.
std::optional<Instant> holds_until(const std::string& at, int months)
{
    const auto given = parse_instant(at);
    if (!given) return std::nullopt;
    const auto day = date::floor<date::days>(*given);
    auto until = date::year_month_day{day} + date::months{months};
    if (!until.ok()) until = until.year() / until.month() / date::last;
    return date::sys_days{until} + (*given - day);
}

std::optional<Consultation> typed(const nlohmann::json& stored)
{
    if (!stored.is_object()) return std::nullopt;
    auto consultation = consultation_from_json(stored);
    return consultation ? std::optional{*std::move(consultation)} : std::nullopt;
}

/// The red flags of a consultation with the answers that raised them.
std::vector<std::string> raised(const CareSource& source, const std::optional<Consultation>& consultation)
{
    std::vector<std::string> all;
    if (!consultation) return all;
    const auto advice = advise(*consultation, {}, {}, {}, source.salon.house_safety);
    for (const auto& flag : advice.flags) {
        all.emplace_back(word_of(flag.action));
        if (const auto* rule = advice.rule(flag.id)) all.insert(all.end(), rule->because.begin(), rule->because.end());
    }
    return all;
}

}  // namespace

std::optional<Consultation> consultation_of(const CareSource& source, const std::string& visit)
{
    return typed(newest_consultation(source.database, source.vault, visit));
}

std::optional<Advice> advice_of(const CareSource& source, const VisitRecord& visit)
{
    auto consultation = consultation_of(source, visit.id);
    if (!consultation) return std::nullopt;
    if (const auto allergies = allergies_of(source, visit); !allergies.empty()) consultation->safety.allergies = allergies;
    ScalpMap map;
    if (const auto stored = newest_scalp_map(source.database, source.vault, visit.id, "before"); stored.is_object()) {
        map = scalp_map_from_json(stored).value_or(ScalpMap{});
    }
    return advise(*consultation, map, history_of(source, visit), source.salon.care, source.salon.house_safety);
}

std::optional<RedFlagDecision> decision_of(const CareSource& source, const std::string& visit)
{
    const auto referral = newest_referral(source.database, source.vault, visit);
    if (!referral) return std::nullopt;
    if (referral->hlc < newest_consultation_hlc(source.database, visit)) {
        const auto seen = typed(consultation_at(source.database, source.vault, visit, referral->hlc));
        if (raised(source, seen) != raised(source, consultation_of(source, visit))) return std::nullopt;
    }
    return parse_word<RedFlagDecision>(referral->decision);
}

AgreedUntil agreed_until(const CareSource& source, const std::string& client, const std::string& visit, Instant now)
{
    AgreedUntil all;
    for (const auto& consent : consents(source.database, client, visit)) {
        const auto until = holds_until(consent.at, source.salon.consent_months);
        if (!until || *until < now) continue;
        for (const auto& part : consent.parts) {
            auto& own = part == "treatment" ? all.treatment : part == "health_data" ? all.health_data : all.photos;
            own = std::max(own.value_or(*until), *until);
        }
    }
    return all;
}

Agreed agreed(const CareSource& source, const VisitRecord& visit, Instant now)
{
    const auto until = agreed_until(source, visit.client, visit.id, now);
    return {until.treatment.has_value(), until.health_data.has_value(), until.photos.has_value()};
}

bool is_blocked(const CareSource& source, const VisitRecord& visit, const std::string& product)
{
    const auto known = std::find_if(source.salon.care.products.begin(), source.salon.care.products.end(),
                                    [&](const CareProduct& one) { return one.id == product; });
    if (known == source.salon.care.products.end()) return false;
    const auto allergies = allergies_of(source, visit);
    return std::any_of(allergies.begin(), allergies.end(),
                       [&](const std::string& allergy) { return allergy_matches(allergy, *known); });
}

}  // namespace kushi
