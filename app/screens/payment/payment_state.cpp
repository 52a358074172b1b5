#include "app/screens/payment/payment_state.h"

#include <algorithm>

namespace kushi {
namespace {

constexpr std::int64_t most_amount = 9'999'999;

bool is_power_of_ten(std::int64_t number)
{
    while (number % 10 == 0) number /= 10;
    return number == 1;
}

std::int64_t rounded_up(std::int64_t amount, std::int64_t step)
{
    return (amount + step - 1) / step * step;
}

/// The notes and coins that people round to.
std::vector<std::int64_t> round_steps(const std::vector<std::int64_t>& denominations)
{
    std::vector<std::int64_t> steps;
    for (const auto value : denominations) {
        const bool half = value >= 5'000 && value % 5 == 0 && is_power_of_ten(value / 5);
        if (value >= 100 && (is_power_of_ten(value) || half)) steps.push_back(value);
    }
    if (steps.empty()) steps = {100, 1'000, 10'000};
    std::sort(steps.begin(), steps.end());
    return steps;
}

}  // namespace

std::int64_t PaymentState::paid() const
{
    std::int64_t sum = 0;
    for (const auto& part : parts) sum += part.amount;
    return sum;
}

std::int64_t PaymentState::left() const
{
    return std::max<std::int64_t>(bill.due - paid(), 0);
}

std::int64_t PaymentState::change() const
{
    if (left() == 0) return std::max<std::int64_t>(paid() - bill.due, 0);
    return way == PayWay::cash ? std::max<std::int64_t>(typed - left(), 0) : 0;
}

std::int64_t PaymentState::next_amount() const
{
    return way == PayWay::cash || typing ? typed : left();
}

std::int64_t PaymentState::left_after() const
{
    return std::max<std::int64_t>(left() - next_amount(), 0);
}

TillTender PaymentState::next_part() const
{
    const char* type = way == PayWay::cash ? "cash" : way == PayWay::card ? "card" : "qr";
    return {type, {}, way == PayWay::cash ? std::string{} : slip, next_amount()};
}

PaymentState way_chosen(PaymentState state, PayWay way)
{
    if (state.busy || state.way == way) return state;
    state.way = way;
    state.typed = 0;
    state.typing = false;
    state.slip.clear();
    state.slip_problem.clear();
    state.problem.clear();
    return state;
}

PaymentState digits_typed(PaymentState state, const std::string& digits)
{
    if (state.busy) return state;
    state.problem.clear();
    if (digits.empty()) {
        state.typed /= 10;
        return state;
    }
    for (const char digit : digits) {
        const auto next = state.typed * 10 + (digit - '0');
        if (digit < '0' || digit > '9' || next > most_amount) return state;
        state.typed = next;
    }
    return state;
}

PaymentState quick_chosen(PaymentState state, std::int64_t amount)
{
    if (!state.busy) state.typed = amount;
    return state;
}

PaymentState slip_typed(PaymentState state, std::string slip)
{
    state.slip = std::move(slip);
    state.slip_problem.clear();
    return state;
}

PaymentState part_taken(PaymentState state, std::vector<TillTender> parts)
{
    state.parts = std::move(parts);
    state.typed = 0;
    state.typing = false;
    state.slip.clear();
    state.slip_problem.clear();
    state.problem.clear();
    return state;
}

std::vector<TillTender> parts_without(const PaymentState& state, std::size_t part)
{
    auto parts = state.parts;
    if (part < parts.size()) parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(part));
    return parts;
}

std::vector<std::int64_t> quick_amounts(std::int64_t left, const std::vector<std::int64_t>& denominations)
{
    if (left <= 0) return {};
    const auto steps = round_steps(denominations);
    std::vector<std::int64_t> amounts;
    const auto add = [&](std::int64_t amount) {
        if (amount > left && std::find(amounts.begin(), amounts.end(), amount) == amounts.end())
            amounts.push_back(amount);
    };
    for (const auto step : steps) add(rounded_up(left, step));
    std::sort(amounts.begin(), amounts.end());
    if (amounts.size() > 3) amounts.resize(3);
    // A note and the odd coins, so that the change is notes alone.
    if (!amounts.empty() && left % 1'000 != 0) add(amounts.back() + left % 1'000);
    std::sort(amounts.begin(), amounts.end());
    return amounts;
}

}  // namespace kushi
