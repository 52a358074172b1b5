#pragma once

#include <map>
#include <optional>
#include <string>

#include "app/screens/chair/chair_visit.h"

namespace kushi {

/// The map that is drawn at the chair.
struct ScalpMapState {
    /// What a severe finding asks before it is passed over.
    enum class Question { none, thinning, flakes, pain };

    MapDraft draft;
    std::optional<ScalpMap> before;  ///< of the last visit
    Zone zone = Zone::crown;
    bool picked = false;               ///< somebody chose the zone: the one that is shown first is nobody's choice yet
    std::map<Zone, Condition> raised;  ///< which condition a second tap raises
    bool shows_before = false;
    Question question = Question::none;
    bool noting = false;

    [[nodiscard]] const ScalpMap& map() const { return draft.map; }
    [[nodiscard]] const ScalpMap& shown() const { return shows_before && before ? *before : draft.map; }
    [[nodiscard]] int now(Condition condition) const { return severity(draft.map, zone, condition); }
    [[nodiscard]] std::optional<int> then(Condition condition) const;
    [[nodiscard]] std::string note() const;
    [[nodiscard]] bool looked_at(Zone one) const { return draft.map.zones.contains(one); }
    [[nodiscard]] bool any() const { return !draft.map.zones.empty(); }
    [[nodiscard]] bool whole() const;
};

/// The first tap chooses the zone, a second one raises the condition that was set last in it by one.
ScalpMapState zone_tapped(ScalpMapState state, Zone zone);
/// Level 4 of anything, and any thinning, asks a safety question, once for each zone and condition.
ScalpMapState level_set(ScalpMapState state, Condition condition, int level);
/// Everything that nobody looked at is 0.
ScalpMapState all_clear(ScalpMapState state);
ScalpMapState noted(ScalpMapState state, const std::string& note);
/// The next zone in the order of the head, the first after the last; one without findings counts as looked at.
ScalpMapState next_zone(ScalpMapState state);
ScalpMapState question_passed(ScalpMapState state);

}  // namespace kushi
