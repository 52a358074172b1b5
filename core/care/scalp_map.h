#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/care/words.h"
#include "core/result.h"

namespace kushi {

enum class Zone { frontal, crown, parietal_left, parietal_right, temporal_left, temporal_right, occipital, nape };
enum class Condition { oily, buildup, flakes, dry, redness, tender, thinning };

template <>
struct Words<Zone> {
    static constexpr auto list = word_array({"frontal", "crown", "parietal_left", "parietal_right", "temporal_left",
                                             "temporal_right", "occipital", "nape"});
};
template <>
struct Words<Condition> {
    static constexpr auto list = word_array({"oily", "buildup", "flakes", "dry", "redness", "tender", "thinning"});
};

/// What was seen in one zone. A condition that was looked at and not found has severity 0.
struct ZoneFinding {
    std::map<Condition, int> conditions;  ///< 0 none, 1 slight, 2 mild, 3 marked, 4 severe
    std::string note;                     ///< up to 2,000 characters
    friend bool operator==(const ZoneFinding&, const ZoneFinding&) = default;
};

struct ScalpMap {
    std::map<Zone, ZoneFinding> zones;  ///< only those looked at
    friend bool operator==(const ScalpMap&, const ScalpMap&) = default;
};

/// The highest of the zone's conditions, 0 without any.
int severity(const ZoneFinding& finding);
/// 0 if the zone was not looked at or the condition not found.
int severity(const ScalpMap& map, Zone zone, Condition condition);

/// Reads {`crown`: {`conditions`: {`oily`: 3}, `note`?}}. The refusal's field is the path
/// ("zones.crown.conditions.oily"): `unknown_word` for a zone or condition that is not listed, else as
/// consultation_from_json.
Outcome<ScalpMap> scalp_map_from_json(const nlohmann::json& zones);
nlohmann::json to_json(const ScalpMap& map);

}  // namespace kushi
