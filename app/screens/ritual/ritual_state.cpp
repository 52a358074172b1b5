#include "app/screens/ritual/ritual_state.h"

#include <algorithm>

namespace kushi {
namespace {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::int64_t most_tenths = 99'999;

}  // namespace

int RitualState::current() const
{
    int first = -1;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].state == "running" || steps[i].state == "paused") return static_cast<int>(i);
        if (first < 0 && !steps[i].ended()) first = static_cast<int>(i);
    }
    return first;
}

const RitualState::Step* RitualState::step() const
{
    const int index = current();
    return index < 0 ? nullptr : &steps[static_cast<std::size_t>(index)];
}

int RitualState::next() const
{
    const int now = current();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (static_cast<int>(i) != now && !steps[i].ended()) return static_cast<int>(i);
    }
    return -1;
}

int RitualState::ended_count() const
{
    return static_cast<int>(std::count_if(steps.begin(), steps.end(), [](const Step& one) { return one.ended(); }));
}

bool RitualState::running() const
{
    return step() != nullptr && step()->state == "running";
}

milliseconds RitualState::elapsed(Instant now) const
{
    const auto since = running() ? std::max(now - read_at, Instant::duration{0}) : Instant::duration{0};
    return seconds{elapsed_s} + since;
}

milliseconds RitualState::left(Instant now) const
{
    return step() == nullptr ? milliseconds{0} : seconds{step()->planned_s} - elapsed(now);
}

double RitualState::share(Instant now) const
{
    if (step() == nullptr || step()->planned_s <= 0) return 0;
    return std::clamp(static_cast<double>(elapsed(now).count()) / 1000.0 / static_cast<double>(step()->planned_s), 0.0,
                      1.0);
}

Instant RitualState::ends_about(Instant now) const
{
    auto rest = std::max(left(now), 0ms);
    const int here = current();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (static_cast<int>(i) != here && !steps[i].ended()) rest += seconds{steps[i].planned_s};
    }
    return now + rest;
}

int RitualState::position_of(const std::string& step_id) const
{
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].id == step_id) return static_cast<int>(i) + 1;
    }
    return 0;
}

std::string RitualState::steam_of(const Step& one) const
{
    return one.steam.empty() ? advised_steam : one.steam;
}
std::string RitualState::pressure_of(const Step& one) const
{
    return one.pressure.empty() ? liked_pressure : one.pressure;
}

int RitualState::used_count() const
{
    return static_cast<int>(std::count_if(uses.begin(), uses.end(), [](const Use& use) { return use.tenths > 0; }));
}

std::optional<std::int64_t> RitualState::left_after(std::size_t use) const
{
    const auto& one = uses[use];
    if (!one.left_tenths) return std::nullopt;
    auto left = *one.left_tenths;
    for (std::size_t i = 0; i <= use; ++i) {
        if (!uses[i].recorded && uses[i].product == one.product && uses[i].lot == one.lot) left -= uses[i].tenths;
    }
    return left;
}

std::vector<std::size_t> RitualState::far_over_usual() const
{
    std::vector<std::size_t> far;
    for (std::size_t i = 0; i < uses.size(); ++i) {
        if (!uses[i].recorded && uses[i].usual_tenths > 0 && uses[i].tenths > 2 * uses[i].usual_tenths)
            far.push_back(i);
    }
    return far;
}

RitualState paused(RitualState state, Instant now)
{
    if (!state.running()) return state;
    state.elapsed_s = std::chrono::floor<seconds>(state.elapsed(now)).count();
    state.steps[static_cast<std::size_t>(state.current())].state = "paused";
    state.read_at = now;
    return state;
}

RitualState resumed(RitualState state, Instant now)
{
    if (state.step() == nullptr || state.step()->state != "paused") return state;
    state.steps[static_cast<std::size_t>(state.current())].state = "running";
    state.read_at = now;
    return state;
}

RitualState extended(RitualState state, std::int64_t more_s)
{
    if (state.step() != nullptr) state.steps[static_cast<std::size_t>(state.current())].planned_s += more_s;
    return state;
}

RitualState step_ended(RitualState state, Instant now, bool skipped)
{
    if (state.step() == nullptr) return state;
    const auto took_s = std::chrono::floor<seconds>(state.elapsed(now)).count();
    auto& step = state.steps[static_cast<std::size_t>(state.current())];
    step.state = skipped ? "skipped" : "done";
    step.actual_s = skipped ? 0 : took_s;
    state.elapsed_s = 0;
    state.read_at = now;
    return state;
}

RitualState step_started(RitualState state, Instant now)
{
    if (state.step() == nullptr || state.step()->state != "planned") return state;
    state.steps[static_cast<std::size_t>(state.current())].state = "running";
    state.elapsed_s = 0;
    state.read_at = now;
    return state;
}

RitualState steam_set(RitualState state, const std::string& steam)
{
    if (state.step() != nullptr) state.steps[static_cast<std::size_t>(state.current())].steam = steam;
    return state;
}

RitualState pressure_set(RitualState state, const std::string& pressure)
{
    if (state.step() != nullptr) state.steps[static_cast<std::size_t>(state.current())].pressure = pressure;
    return state;
}

RitualState amount_stepped(RitualState state, std::size_t use, int by)
{
    return use < state.uses.size() ? amount_set(state, use, state.uses[use].tenths + 10 * by) : state;
}

RitualState amount_set(RitualState state, std::size_t use, std::int64_t tenths)
{
    if (use >= state.uses.size() || state.uses[use].recorded) return state;
    state.uses[use].tenths = std::clamp<std::int64_t>(tenths, 0, most_tenths);
    state.uses[use].problem.clear();
    return state;
}

RitualState lot_set(RitualState state, std::size_t use, const std::string& lot, const std::string& expires,
                    std::optional<std::int64_t> left_tenths)
{
    if (use >= state.uses.size() || state.uses[use].recorded) return state;
    auto& one = state.uses[use];
    one.lot = lot;
    one.expires = expires;
    one.left_tenths = left_tenths;
    one.lot_chosen = true;
    one.problem.clear();
    return state;
}

std::int64_t tenths_of(const std::string& decimal)
{
    std::int64_t whole = 0;
    bool minus = false, after_point = false;
    std::int64_t tenth = 0;
    for (const char c : decimal) {
        if (c == '-')
            minus = true;
        else if (c == '.' && !after_point)
            after_point = true;
        else if (c < '0' || c > '9')
            return 0;
        else if (!after_point)
            whole = std::min<std::int64_t>(whole * 10 + (c - '0'), 1'000'000'000);
        else {
            tenth = c - '0';
            break;
        }
    }
    const auto sum = whole * 10 + tenth;
    return minus ? -sum : sum;
}

std::string decimal_of(std::int64_t tenths)
{
    const auto size = tenths < 0 ? -tenths : tenths;
    auto text = std::to_string(size / 10);
    if (size % 10 != 0) text.append(1, '.').append(std::to_string(size % 10));
    return tenths < 0 ? '-' + text : text;
}

KeptAmounts kept_of(const RitualState& state)
{
    KeptAmounts kept;
    for (const auto& use : state.uses) {
        if (use.recorded) continue;
        if (use.tenths != use.usual_tenths) kept.tenths[use.key()] = use.tenths;
        if (use.lot_chosen) kept.lots[use.key()] = use.lot;
    }
    for (const auto& step : state.steps) {
        if (!step.ended() && (!step.steam.empty() || !step.pressure.empty()))
            kept.settings[step.id] = {step.steam, step.pressure};
    }
    return kept;
}

RitualState with_kept(RitualState state, const KeptAmounts& kept)
{
    for (auto& use : state.uses) {
        if (use.recorded) continue;
        if (const auto found = kept.tenths.find(use.key()); found != kept.tenths.end()) use.tenths = found->second;
        const auto lot = kept.lots.find(use.key());
        if (lot == kept.lots.end() || lot->second == use.lot) continue;
        use.lot = lot->second;
        use.expires.clear();
        use.left_tenths.reset();
        use.lot_chosen = true;
    }
    for (auto& step : state.steps) {
        const auto found = kept.settings.find(step.id);
        if (step.ended() || found == kept.settings.end()) continue;
        if (step.steam.empty()) step.steam = found->second.first;
        if (step.pressure.empty()) step.pressure = found->second.second;
    }
    return state;
}

}  // namespace kushi
