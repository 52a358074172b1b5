#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/care/catalogue.h"
#include "core/care/consultation.h"
#include "core/care/scalp_map.h"

namespace kushi {

/// What is advised for one visit, by the rule table of the care paper (H1 to R4) and nothing else. Kushi gives care
/// advice: it never diagnoses and never promises hair growth or a cure.
enum class Plan { head_spa, head_massage, both, stop, gentle_massage_only };
enum class FlagAction { stop, advise, ask };
enum class Cleanse { double_cleanse, clarifying, moisturising, gentle, normal };
enum class Exfoliation { none, light, normal };
enum class Steam { off, low, normal };

template <>
struct Words<Plan> {
    static constexpr auto list = word_array({"head_spa", "head_massage", "both", "stop", "gentle_massage_only"});
};
template <>
struct Words<FlagAction> {
    static constexpr auto list = word_array({"stop", "advise", "ask"});
};
template <>
struct Words<Cleanse> {
    static constexpr auto list = word_array({"double", "clarifying", "moisturising", "gentle", "normal"});
};
template <>
struct Words<Exfoliation> {
    static constexpr auto list = word_array({"none", "light", "normal"});
};
template <>
struct Words<Steam> {
    static constexpr auto list = word_array({"off", "low", "normal"});
};

/// A rule that fired. `because` holds the answers by path ("concerns.itch", "zones.crown.oily=3", "life.styling=often",
/// "tension.jaw", "safety.allergies=almond"); only S0 and I3 have none. `against` holds the ids of the rules that won
/// where this one wanted something else of the plan, the cleanse, the exfoliation, the steam or the interval.
struct FiredRule {
    std::string id;
    std::vector<std::string> because;
    std::vector<std::string> against;
};

struct Flag {
    std::string id;  ///< R1 to R4
    FlagAction action;
};

struct WeekWindow {
    int min_weeks = 2;
    int max_weeks = 4;
    std::optional<int> suggested_weeks;  ///< by I5, inside the window
};

struct Advice {
    Plan plan = Plan::head_spa;
    std::vector<FiredRule> rules;  ///< in the order of the care paper
    std::vector<Flag> flags;
    Cleanse cleanse = Cleanse::normal;
    Exfoliation exfoliation = Exfoliation::light;
    Steam steam = Steam::normal;
    std::vector<std::string> leave_out;  ///< tags (`heavy_oil`), product ids; allergies as written without a catalogue
    WeekWindow interval;                 ///< of the head spa
    std::optional<WeekWindow> massage_interval;
    std::vector<std::string> services, rituals;  ///< codes in order of fit, without what the plan does not allow
    [[nodiscard]] const FiredRule* rule(std::string_view id) const;
    [[nodiscard]] const Flag* flag(std::string_view id) const;
};

/// The client's own outcomes, oldest first; what the consultation itself says since the last visit is newer than all.
struct History {
    std::vector<SinceLast> follow_ups;
};

/// What a yes to a safety question means in this house. One that is not listed means `ask`. The three of R1 (broken
/// skin, infection, lice or ringworm) always stop, whatever is listed.
enum class HouseAction { note, ask, stop };
using HouseSafety = std::map<std::string, HouseAction, std::less<>>;

/// Pure. Without products in the catalogue (no salon) the allergies go into leave_out as they were written.
Advice advise(const Consultation& consultation, const ScalpMap& map, const History& history = {},
              const CareCatalogue& catalogue = {}, const HouseSafety& house = {});

/// Reads {`follow_ups`: [{`days_until_oily`, `itch`, ...}]}, or one such follow-up given flat. Other fields are left
/// alone: a history is written by programs and grows.
Outcome<History> history_from_json(const nlohmann::json& object);

/// The answer of `advise`. The sentences of `text` are for people and so are given by the caller.
nlohmann::ordered_json to_json(const Advice& advice, const std::vector<std::string>& text);
/// The advice as it was stored by to_json, so that what was shown decides later, not what today's catalogue would give.
/// @throws std::invalid_argument, nlohmann::json::exception for what to_json never writes
Advice advice_from_json(const nlohmann::json& stored);

}  // namespace kushi
