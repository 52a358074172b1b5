#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/care/advice.h"
#include "core/care/permission.h"
#include "core/day/business_day.h"

namespace kushi {

/// What is on the way between two consultations: the answers, and the questions of the safety list that core's list
/// does not hold ("hair_loss", "scalp_pain", ...) with the answer that was heard. Kept at every tap.
struct ConsultDraft {
    Consultation consultation;
    std::map<std::string, bool> heard;
    bool filled = false;  ///< "All no" filled some, and nobody has said yet that they were asked aloud
    friend bool operator==(const ConsultDraft&, const ConsultDraft&) = default;
};
nlohmann::json to_json(const ConsultDraft& draft);
std::optional<ConsultDraft> consult_draft_from(const nlohmann::json& content);

/// A scalp map that is being drawn, and which questions it has asked already.
struct MapDraft {
    ScalpMap map;
    std::set<std::string> asked;
    friend bool operator==(const MapDraft&, const MapDraft&) = default;
};
nlohmann::json to_json(const MapDraft& draft);
std::optional<MapDraft> map_draft_from(const nlohmann::json& content);

/// The visit at the chair, as all its screens need it.
struct ChairVisit {
    std::string id, status, business_date;
    std::string client, client_name, birthday;
    std::string service, service_name;
    std::int64_t minutes = 0, walk_in_number = 0, visit_number = 0, due = 0;
    bool seen = false;  ///< whoever looks may see what concerns health
    bool started = false;
    std::vector<std::string> alerts;

    std::optional<Instant> treatment_until, health_until;  ///< what was agreed to, and until when
    std::optional<Instant> consulted_at;
    std::string consulted_by;
    std::optional<Consultation> consultation;
    std::optional<ScalpMap> map;
    std::optional<Advice> advice;
    std::optional<RedFlagDecision> decision;  ///< while it holds
    std::string decision_reason;

    // Of the client's visits before this one.
    std::string last_date;
    std::optional<Consultation> last_consultation;
    std::string last_map_date;
    std::optional<ScalpMap> last_map;
    std::string since_date;
    std::optional<SinceLast> since;

    std::optional<ConsultDraft> consult_draft;
    std::optional<MapDraft> map_draft;

    [[nodiscard]] bool health() const { return health_until.has_value(); }
    [[nodiscard]] bool safe_to_touch() const { return consultation && safety_answered(*consultation); }
    /// What the consultation says with what is not recorded yet.
    [[nodiscard]] ConsultDraft consult() const;
    [[nodiscard]] MapDraft mapped() const;
};

/// From the answers of `show visit` and `show client`.
ChairVisit chair_visit(const nlohmann::json& visit);
void add_client(ChairVisit& visit, const nlohmann::json& client);
void add_advice(ChairVisit& visit, const nlohmann::json& recommendation);

/// Whole years on a day, both "YYYY-MM-DD"; nothing where one is no date.
std::optional<int> age_on(const std::string& birthday, const std::string& day);

}  // namespace kushi
