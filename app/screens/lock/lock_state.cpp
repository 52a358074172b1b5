#include "app/screens/lock/lock_state.h"

#include <algorithm>

namespace kushi {

const LockState::Person* LockState::person() const
{
    const auto found = std::find_if(people.begin(), people.end(), [&](const Person& one) { return one.id == chosen; });
    return found == people.end() ? nullptr : &*found;
}

LockState person_chosen(LockState state, const std::string& id)
{
    if (state.busy) return state;
    state.chosen = id;
    state.digits.clear();
    state.problem.clear();
    return state;
}

LockState digit_typed(LockState state, char digit)
{
    if (state.busy || state.chosen.empty() || state.digits.size() >= LockState::pin_length || digit < '0' || digit > '9') return state;
    state.digits += digit;
    state.problem.clear();
    return state;
}

LockState digit_deleted(LockState state)
{
    if (!state.busy && !state.digits.empty()) state.digits.pop_back();
    return state;
}

LockState digits_cleared(LockState state)
{
    if (!state.busy) state.digits.clear();
    return state;
}

LockState refused_with(LockState state, std::string words)
{
    state.busy = false;
    state.digits.clear();
    state.problem = std::move(words);
    return state;
}

}  // namespace kushi
