#include "app/screens/scalp_map/scalp_map_state.h"

#include <algorithm>

namespace kushi {
namespace {

/// The condition that a second tap raises where none was set yet: the zone's highest, else the first of all.
Condition highest(const ScalpMap& map, Zone zone)
{
    auto found = Condition::oily;
    int most = 0;
    for (const auto condition : all_of_words<Condition>()) {
        if (const int level = severity(map, zone, condition); level > most) {
            most = level;
            found = condition;
        }
    }
    return found;
}

ScalpMapState::Question question_of(Condition condition, int level)
{
    using Question = ScalpMapState::Question;
    if (condition == Condition::thinning) return level > 0 ? Question::thinning : Question::none;
    if (level < 4) return Question::none;
    return condition == Condition::flakes ? Question::flakes : Question::pain;
}

}  // namespace

std::optional<int> ScalpMapState::then(Condition condition) const
{
    if (!before || !before->zones.contains(zone)) return std::nullopt;
    return severity(*before, zone, condition);
}

std::string ScalpMapState::note() const
{
    const auto found = draft.map.zones.find(zone);
    return found == draft.map.zones.end() ? std::string{} : found->second.note;
}

bool ScalpMapState::whole() const
{
    const auto zones = all_of_words<Zone>();
    return std::all_of(zones.begin(), zones.end(), [this](Zone one) { return looked_at(one); });
}

ScalpMapState zone_tapped(ScalpMapState state, Zone zone)
{
    if (state.zone != zone || state.shows_before || !state.picked) {
        state.zone = zone;
        state.picked = true;
        return state;
    }
    const auto set = state.raised.find(zone);
    const auto condition = set == state.raised.end() ? highest(state.draft.map, zone) : set->second;
    return level_set(std::move(state), condition, std::min(severity(state.draft.map, zone, condition) + 1, 4));
}

ScalpMapState level_set(ScalpMapState state, Condition condition, int level)
{
    state.shows_before = false;
    state.picked = true;
    state.draft.map.zones[state.zone].conditions[condition] = level;
    state.raised[state.zone] = condition;
    const auto question = question_of(condition, level);
    const auto name = std::string{word_of(state.zone)} + '.' + std::string{word_of(condition)};
    if (question != ScalpMapState::Question::none && state.draft.asked.insert(name).second) state.question = question;
    return state;
}

ScalpMapState all_clear(ScalpMapState state)
{
    state.shows_before = false;
    for (const auto zone : all_of_words<Zone>()) {
        for (const auto condition : all_of_words<Condition>())
            state.draft.map.zones[zone].conditions.try_emplace(condition, 0);
    }
    return state;
}

ScalpMapState noted(ScalpMapState state, const std::string& note)
{
    if (note.empty() && !state.looked_at(state.zone)) return state;
    state.draft.map.zones[state.zone].note = note;
    return state;
}

ScalpMapState next_zone(ScalpMapState state)
{
    state.shows_before = false;
    state.draft.map.zones.try_emplace(state.zone);
    const auto zones = all_of_words<Zone>();
    const auto here = static_cast<std::size_t>(state.zone);
    state.zone = zones[(here + 1) % zones.size()];
    state.picked = true;
    return state;
}

ScalpMapState question_passed(ScalpMapState state)
{
    state.question = ScalpMapState::Question::none;
    return state;
}

}  // namespace kushi
