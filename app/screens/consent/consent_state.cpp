#include "app/screens/consent/consent_state.h"

#include <algorithm>

namespace kushi {

ConsentState::Missing ConsentState::missing() const
{
    if (!treatment || !health_data) return Missing::answers;
    const bool drawn =
        std::any_of(strokes.begin(), strokes.end(), [](const auto& stroke) { return stroke.size() > 1; });
    if (agrees() && !on_paper && !drawn) return Missing::signature;
    return Missing::nothing;
}

std::vector<std::string> ConsentState::parts() const
{
    std::vector<std::string> parts;
    if (treatment.value_or(false)) parts.emplace_back("treatment");
    if (health_data.value_or(false)) parts.insert(parts.end(), {"health_data", "photos"});
    return parts;
}

ConsentState treatment_answered(ConsentState state, bool agrees)
{
    if (!state.busy) state.treatment = agrees;
    return state;
}

ConsentState health_data_answered(ConsentState state, bool agrees)
{
    if (!state.busy) state.health_data = agrees;
    return state;
}

ConsentState read_in(ConsentState state, std::string language)
{
    state.language = std::move(language);
    return state;
}

ConsentState paper_toggled(ConsentState state)
{
    if (state.busy) return state;
    state.on_paper = !state.on_paper;
    if (state.on_paper) state.strokes.clear();
    return state;
}

ConsentState signed_with(ConsentState state, std::vector<std::vector<Point>> strokes)
{
    if (state.busy) return state;
    state.on_paper = false;
    state.strokes = std::move(strokes);
    return state;
}

}  // namespace kushi
