#include "app/screens/walk_in/walk_in_state.h"

#include <algorithm>

namespace kushi {

const WalkInState::Service* WalkInState::chosen_service() const
{
    const auto found =
        std::find_if(services.begin(), services.end(), [&](const Service& one) { return one.code == service; });
    return found == services.end() ? nullptr : &*found;
}

const WalkInState::Therapist* WalkInState::chosen_therapist() const
{
    const auto found =
        std::find_if(therapists.begin(), therapists.end(), [&](const Therapist& one) { return one.id == therapist; });
    return found == therapists.end() ? nullptr : &*found;
}

const WalkInState::Room* WalkInState::free_room() const
{
    const auto found = std::find_if(rooms.begin(), rooms.end(), [](const Room& one) { return one.free; });
    return found == rooms.end() ? nullptr : &*found;
}

const WalkInState::Room* WalkInState::next_room() const
{
    const auto soonest = std::min_element(rooms.begin(), rooms.end(), [](const Room& a, const Room& b) {
        return a.free_at.value_or(Instant::max()) < b.free_at.value_or(Instant::max());
    });
    return soonest == rooms.end() ? nullptr : &*soonest;
}

bool WalkInState::can_begin(Instant now) const
{
    const auto* who = chosen_therapist();
    return who != nullptr && is_free(*who, now) && free_room() != nullptr;
}

std::optional<Instant> WalkInState::ends_at(Instant now) const
{
    const auto* what = chosen_service();
    const auto* who = chosen_therapist();
    if (what == nullptr || who == nullptr) return std::nullopt;
    return std::max(now, who->free_at.value_or(now)) + std::chrono::minutes{what->minutes};
}

std::optional<Instant> WalkInState::next_booking() const
{
    const auto* who = chosen_therapist();
    if (who == nullptr || !who->free_at || !who->free_minutes) return std::nullopt;
    // Bookings begin on whole minutes, and the free ones were rounded down.
    return std::chrono::ceil<std::chrono::minutes>(*who->free_at + std::chrono::minutes{*who->free_minutes});
}

bool WalkInState::is_too_long() const
{
    const auto* what = chosen_service();
    const auto* who = chosen_therapist();
    return what != nullptr && who != nullptr && who->free_minutes && what->minutes > *who->free_minutes;
}

WalkInState service_chosen(WalkInState state, const std::string& code)
{
    if (state.busy != WalkInState::Way::none) return state;
    state.service = code;
    state.problem.clear();
    return state;
}

WalkInState therapist_chosen(WalkInState state, const std::string& id)
{
    if (state.busy != WalkInState::Way::none) return state;
    state.therapist = id;
    state.by_hand = true;
    state.problem.clear();
    return state;
}

WalkInState free_times_known(WalkInState state, std::vector<WalkInState::Therapist> therapists,
                             std::vector<WalkInState::Room> rooms)
{
    state.therapists = std::move(therapists);
    state.rooms = std::move(rooms);
    if (!state.by_hand || state.chosen_therapist() == nullptr) {
        state.by_hand = false;
        state.therapist = state.therapists.empty() ? std::string{} : state.therapists.front().id;
    }
    return state;
}

}  // namespace kushi
