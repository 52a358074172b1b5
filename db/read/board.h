#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/read/visits.h"

namespace kushi {

/// Many visits, to be asked about at once: one statement a table, whatever their number. Every answer is by visit,
/// without the visits that have none.
class VisitSet {
public:
    explicit VisitSet(const std::vector<VisitRecord>& visits);
    [[nodiscard]] const std::string& ids() const { return ids_; }  ///< a JSON list, for json_each

private:
    std::string ids_;
};

template <class Value>
using ByVisit = std::map<std::string, Value>;

/// As lines_of_visit.
ByVisit<std::vector<VisitLineRecord>> lines_of_visits(const Database& database, const VisitSet& visits);

/// When a visit first came into the chair and when it was first ready to pay; empty where it was not.
struct ChairTimes {
    std::string in_chair_at, ready_at;
};
ByVisit<ChairTimes> chair_times(const Database& database, const VisitSet& visits);

struct LiveSaleRecord {
    std::string id, number, at;
    std::int64_t total = 0;            ///< without the tip
    std::vector<std::string> tenders;  ///< types in order, each once
};
/// As live_sale_of_visit.
ByVisit<LiveSaleRecord> live_sales_of_visits(const Database& database, const VisitSet& visits);

/// A treatment that was begun, without what was typed in by hand: names are the ritual's own, empty for an added step.
struct RitualRecord {
    std::string treatment, ritual, started_at;
    std::vector<StepRecord> steps;
};
ByVisit<RitualRecord> rituals_of_visits(const Database& database, const VisitSet& visits);

ByVisit<std::string> client_names_of_visits(const Database& database, const Vault& vault, const VisitSet& visits);
ByVisit<std::vector<std::string>> allergies_of_visits(const Database& database, const Vault& vault,
                                                      const VisitSet& visits);
/// Visits whose client was here on an earlier business date.
std::set<std::string> visits_of_known_clients(const Database& database, const VisitSet& visits);
/// Visits without a client are counted over each of their days, the first as 1, those that came to nothing too: a
/// number that was called out stays.
ByVisit<int> walk_in_numbers(const Database& database, const VisitSet& visits);

struct ConsultedRecord {
    std::string consultation;  ///< JSON; empty where it was erased
    std::string map;           ///< JSON; empty where there is none
};
/// Visits with a consultation: the newest, and the newest map from before the treatment, both opened.
ByVisit<ConsultedRecord> consulted_visits(const Database& database, const Vault& vault, const VisitSet& visits);

/// Drafts of a kind, as JSON text, without what is sealed beside them.
ByVisit<std::string> drafts_of_visits(const Database& database, const char* kind, const VisitSet& visits);

}  // namespace kushi
