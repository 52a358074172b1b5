#include "app/screens/today/today_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/screens/screen.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

VisitStage stage_of(const std::string& status)
{
    if (status == "arrived") return VisitStage::arrived;
    if (status == "in_chair") return VisitStage::in_chair;
    if (status == "ready_to_pay") return VisitStage::ready;
    return status == "paid" ? VisitStage::done : VisitStage::expected;
}

std::vector<std::string> texts_of(const Json& row, const char* name)
{
    std::vector<std::string> texts;
    const auto found = row.find(name);
    if (found == row.end() || !found->is_array()) return texts;
    for (const auto& one : *found) {
        if (one.is_string()) texts.push_back(one.get<std::string>());
    }
    return texts;
}

const Json* object_in(const Json& row, const char* name)
{
    const auto found = row.find(name);
    return found != row.end() && found->is_object() ? &*found : nullptr;
}

bool has_stop(const Json& card)
{
    const auto flags = card.find("flags");
    return flags != card.end() && flags->is_array() && std::any_of(flags->begin(), flags->end(), [](const Json& flag) {
               return text_of(flag, "action") == "stop";
           });
}

std::vector<TodayCard> cards_of(const Json& board, const char* column)
{
    std::vector<TodayCard> cards;
    const auto found = board.find(column);
    if (found == board.end()) return cards;
    cards.reserve(found->size());
    for (const auto& row : *found) cards.push_back(card_of(row));
    return cards;
}

}  // namespace

TodayCard card_of(const Json& row)
{
    TodayCard card;
    card.id = text_of(row, "id");
    card.stage = stage_of(text_of(row, "status"));
    card.client = text_of(row, "client");
    card.client_name = text_of(row, "client_name");
    card.walk_in = static_cast<int>(number_of(row, "walk_in_number"));
    card.is_new = flag_of(row, "client_is_new");
    card.nominated = flag_of(row, "nominated");
    card.start = parse_instant(text_of(row, "start"));
    card.booked = card.start.has_value();
    card.alerts = texts_of(row, "alerts");
    card.stopped = has_stop(row);
    card.service_name = text_of(row, "service_name");
    card.minutes = static_cast<int>(number_of(row, "minutes"));
    card.therapist = text_of(row, "therapist");
    card.therapist_name = text_of(row, "therapist_name");
    card.room = text_of(row, "room");
    card.room_name = text_of(row, "room_name");
    card.arrived_at = parse_instant(text_of(row, "arrived_at"));
    card.started_at = parse_instant(text_of(row, "started_at"));
    card.finished_at = parse_instant(text_of(row, "finished_at"));
    if (const auto due = row.find("due"); due != row.end() && due->is_number_integer())
        card.due = due->get<std::int64_t>();
    if (const auto lines = row.find("lines"); lines != row.end() && lines->is_array() && !lines->empty()) {
        const auto service = text_of(row, "service");
        const bool has_service = std::any_of(lines->begin(), lines->end(),
                                             [&](const Json& line) { return text_of(line, "item") == service; });
        card.more_lines = static_cast<int>(lines->size()) - (has_service || card.service_name.empty() ? 1 : 0);
        if (card.service_name.empty()) card.service_name = text_of(lines->front(), "name");
    }
    if (const auto* progress = object_in(row, "progress")) {
        card.progress = {static_cast<int>(number_of(*progress, "step")),
                         static_cast<int>(number_of(*progress, "of")),
                         text_of(*progress, "name"),
                         text_of(*progress, "kind"),
                         static_cast<double>(number_of(*progress, "share")) / 1'000,
                         flag_of(*progress, "paused")};
    }
    if (const auto* paid = object_in(row, "paid")) {
        card.paid = {text_of(*paid, "number"), number_of(*paid, "total"), parse_instant(text_of(*paid, "at")),
                     texts_of(*paid, "tenders")};
    }
    return card;
}

TodayState board_of(const Json& board)
{
    TodayState state;
    state.date = text_of(board, "business_date");
    state.day_open = flag_of(board, "day_open");
    state.visits = static_cast<int>(number_of(board, "visits"));
    state.done_total = number_of(board, "done_total");
    state.expected = cards_of(board, "expected");
    state.in_chair = cards_of(board, "in_chair");
    state.ready = cards_of(board, "ready_to_pay");
    state.done = cards_of(board, "done");
    return state;
}

}  // namespace kushi
