#include "app/screens/today/today_state.h"

#include <algorithm>

namespace kushi {
namespace {

bool is_own(const TodayCard& card, const Worker& worker)
{
    return card.therapist.empty() || card.therapist == worker.id;
}

int minutes_between(Instant from, Instant to)
{
    return static_cast<int>(std::max<std::int64_t>(std::chrono::floor<std::chrono::minutes>(to - from).count(), 0));
}

}  // namespace

CardAct act_of(const TodayCard& card, const Worker& worker)
{
    switch (card.stage) {
        case VisitStage::expected:
            return CardAct::check_in;
        case VisitStage::arrived:
            return worker.at_chair && is_own(card, worker) ? CardAct::start : CardAct::none;
        case VisitStage::in_chair:
            if (!worker.at_chair || !is_own(card, worker)) return CardAct::none;
            return card.progress ? CardAct::resume : CardAct::start;
        case VisitStage::ready:
            return worker.sells ? CardAct::pay : CardAct::none;
        case VisitStage::done:
            break;
    }
    return CardAct::none;
}

std::vector<MenuAct> menu_of(const TodayCard& card, const Worker& worker)
{
    std::vector<MenuAct> acts;
    const auto add = [&](MenuAct act, bool may = true) {
        if (may) acts.push_back(act);
    };
    const bool expected = card.stage == VisitStage::expected, arrived = card.stage == VisitStage::arrived;
    add(MenuAct::check_in, expected);
    add(MenuAct::start, worker.treats && (arrived || (card.stage == VisitStage::in_chair && !card.progress)));
    add(MenuAct::resume, worker.treats && card.stage == VisitStage::in_chair && card.progress);
    add(MenuAct::pay, worker.sells && card.stage == VisitStage::ready);
    add(MenuAct::seat, expected || arrived);
    add(MenuAct::hand_over, arrived || (card.stage == VisitStage::in_chair && !card.progress));
    add(MenuAct::move, expected || arrived || card.stage == VisitStage::in_chair);
    add(MenuAct::client, !card.client.empty());
    add(MenuAct::undo_check_in, arrived && card.booked);
    add(MenuAct::no_show, expected);
    add(MenuAct::cancel, card.stage != VisitStage::done && !card.progress);
    return acts;
}

std::optional<int> waiting_minutes(const TodayCard& card, Instant now)
{
    if (card.stage != VisitStage::arrived || !card.arrived_at) return std::nullopt;
    return minutes_between(*card.arrived_at, now);
}

std::optional<int> late_minutes(const TodayCard& card, Instant now)
{
    if (card.stage != VisitStage::expected || !card.start) return std::nullopt;
    const int late = minutes_between(*card.start, now);
    return late >= late_after_minutes ? std::optional{late} : std::nullopt;
}

int minutes_in_chair(const TodayCard& card, Instant now)
{
    return card.started_at ? minutes_between(*card.started_at, now) : 0;
}

const TodayCard* TodayState::card(const std::string& visit) const
{
    for (const auto* column : {&expected, &in_chair, &ready, &done}) {
        for (const auto& one : *column) {
            if (one.id == visit) return &one;
        }
    }
    return nullptr;
}

std::string TodayState::first_to_act(const std::vector<TodayCard>& column, const Worker& worker) const
{
    const auto found = std::find_if(column.begin(), column.end(),
                                    [&](const TodayCard& one) { return act_of(one, worker) != CardAct::none; });
    return found == column.end() ? std::string{} : found->id;
}

std::optional<TodayState::RoomWord> TodayState::room_for(const TodayCard& card) const
{
    const auto taken = [&](const std::string& code) {
        return std::any_of(in_chair.begin(), in_chair.end(), [&](const TodayCard& one) { return one.room == code; });
    };
    if (!card.room.empty()) return RoomWord{card.room, card.room_name, !taken(card.room)};
    for (const auto& room : rooms) {
        if (!taken(room.code)) return RoomWord{room.code, room.name, true};
    }
    return std::nullopt;
}

int hidden_below(const std::vector<int>& edges, int foot)
{
    return static_cast<int>(std::count_if(edges.begin(), edges.end(), [foot](int edge) { return edge > foot; }));
}

TodayState face_shown(TodayState state, TodayState::Face face, const std::string& visit)
{
    state.face = face;
    state.chosen = visit;
    state.reason.clear();
    state.sheet_problem.clear();
    state.sheet_busy = false;
    state.opening_float = 0;
    state.move = {};
    if (const auto* card = state.card(visit)) {
        state.move = {card->room, card->therapist, card->stage == VisitStage::expected ? card->start : std::nullopt};
    }
    return state;
}

TodayState face_closed(TodayState state)
{
    return face_shown(std::move(state), TodayState::Face::none);
}

TodayState board_renewed(TodayState state, TodayState fresh)
{
    state.loaded = true;
    state.problem.clear();
    state.date = std::move(fresh.date);
    state.day_open = fresh.day_open;
    state.visits = fresh.visits;
    state.done_total = fresh.done_total;
    state.expected = std::move(fresh.expected);
    state.in_chair = std::move(fresh.in_chair);
    state.ready = std::move(fresh.ready);
    state.done = std::move(fresh.done);
    if (!state.chosen.empty() && state.card(state.chosen) == nullptr) return face_closed(std::move(state));
    return state;
}

TodayState start_moved(TodayState state, int by_minutes)
{
    if (state.move.start) *state.move.start += std::chrono::minutes{by_minutes};
    return state;
}

bool moves_anything(const TodayState& state)
{
    const auto* card = state.card(state.chosen);
    if (card == nullptr) return false;
    const auto start = card->stage == VisitStage::expected ? card->start : std::nullopt;
    return state.move != MoveForm{card->room, card->therapist, start};
}

}  // namespace kushi
