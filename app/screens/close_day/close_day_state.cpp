#include "app/screens/close_day/close_day_state.h"

#include <algorithm>

namespace kushi {
namespace {

constexpr std::int64_t most_pieces = 99'999;

}  // namespace

std::int64_t CloseDayState::sum() const
{
    return sum_of(true) + sum_of(false);
}

std::int64_t CloseDayState::sum_of(bool notes) const
{
    std::int64_t total = 0;
    for (const auto& [denomination, number] : pieces) {
        if (is_note(denomination) == notes) total += denomination * number;
    }
    return total;
}

std::int64_t CloseDayState::pieces_of(bool notes) const
{
    std::int64_t total = 0;
    for (const auto& [denomination, number] : pieces) {
        if (is_note(denomination) == notes) total += number;
    }
    return total;
}

CloseDayState count_set(CloseDayState state, std::int64_t denomination, std::int64_t number)
{
    if (state.busy) return state;
    number = std::clamp<std::int64_t>(number, 0, most_pieces);
    if (number == 0)
        state.pieces.erase(denomination);
    else
        state.pieces[denomination] = number;
    state.problem.clear();
    return state;
}

CloseDayState figure_chosen(CloseDayState state, std::int64_t denomination)
{
    state.chosen = denomination;
    state.typing = false;
    return state;
}

CloseDayState digits_typed(CloseDayState state, const std::string& digits)
{
    if (!state.chosen) return state;
    const auto found = state.pieces.find(*state.chosen);
    std::int64_t number = state.typing && found != state.pieces.end() ? found->second : 0;
    for (const char digit : digits) {
        if (number * 10 + (digit - '0') <= most_pieces) number = number * 10 + (digit - '0');
    }
    const auto denomination = *state.chosen;
    state = count_set(std::move(state), denomination, number);
    state.typing = true;
    return state;
}

CloseDayState digit_erased(CloseDayState state)
{
    if (!state.chosen) return state;
    const auto denomination = *state.chosen;
    const auto found = state.pieces.find(denomination);
    state = count_set(std::move(state), denomination, found == state.pieces.end() ? 0 : found->second / 10);
    state.typing = true;
    return state;
}

CloseDayState next_figure(CloseDayState state)
{
    if (!state.chosen) return state;
    const auto here = std::find(state.denominations.begin(), state.denominations.end(), *state.chosen);
    if (here == state.denominations.end() || here + 1 == state.denominations.end()) {
        state.chosen.reset();
        return state;
    }
    return figure_chosen(std::move(state), *(here + 1));
}

CloseDayState figures_cleared(CloseDayState state)
{
    if (state.busy) return state;
    state.pieces.clear();
    state.chosen.reset();
    return state;
}

std::int64_t least_note_of(const std::string& currency)
{
    if (currency == "JPY") return 1'000;
    return currency == "USD" ? 100 : 500;
}

}  // namespace kushi
