#include "app/screens/walk_in/walk_in_sheet.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/screens/screen.h"
#include "app/screens/walk_in/walk_in_panel.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using Way = WalkInState::Way;

/// What takes time at a chair, whole treatments before what is added to them.
std::vector<WalkInState::Service> services_of(const Json& answer)
{
    std::vector<WalkInState::Service> whole, added;
    for (const auto& row : answer.value("rows", Json::array())) {
        const auto minutes = static_cast<int>(number_of(row, "minutes"));
        if (text_of(row, "kind") != "service" || minutes == 0) continue;
        auto& list = text_of(row, "ritual").empty() ? added : whole;
        list.push_back({text_of(row, "id"), text_of(row, "name"), minutes, number_of(row, "price")});
    }
    whole.insert(whole.end(), added.begin(), added.end());
    return whole;
}

std::vector<WalkInState::Therapist> therapists_of(const Json& answer)
{
    std::vector<WalkInState::Therapist> therapists;
    for (const auto& row : answer.value("therapists", Json::array())) {
        WalkInState::Therapist one{
            text_of(row, "staff"), text_of(row, "name"),       parse_instant(text_of(row, "free_at")), {},
            text_of(row, "room"),  !row["busy_with"].is_null()};
        if (row["free_minutes"].is_number_integer())
            one.free_minutes = static_cast<int>(row["free_minutes"].get<std::int64_t>());
        therapists.push_back(std::move(one));
    }
    return therapists;
}

std::vector<WalkInState::Room> rooms_of(const Json& answer)
{
    std::vector<WalkInState::Room> rooms;
    for (const auto& row : answer.value("rooms", Json::array())) {
        rooms.push_back(
            {text_of(row, "code"), text_of(row, "name"), flag_of(row, "free"), parse_instant(text_of(row, "free_at"))});
    }
    return rooms;
}

}  // namespace

WalkInSheet::WalkInSheet(Host& host, Ask ask, std::function<void(const std::string& words)> done)
    : host_{host}, ask_{std::move(ask)}, done_{std::move(done)}
{}

void WalkInSheet::begin(const Json& kept)
{
    if (kept.is_object()) {
        state_.service = text_of(kept, "service");
        state_.therapist = text_of(kept, "therapist");
        state_.by_hand = !state_.therapist.empty();
        state_.nominated = flag_of(kept, "nominated");
        state_.client = text_of(kept, "client");
        name_client();
    }
    ask_({{"do", "list"}, {"what", "items"}}, [this](const Json& answer) {
        state_.services = services_of(answer);
        if (state_.chosen_service() == nullptr) state_.service.clear();
        // One that was chosen before is in view.
        std::stable_partition(state_.services.begin(), state_.services.end(),
                              [this](const WalkInState::Service& one) { return one.code == state_.service; });
    });
    look_again();
}

void WalkInSheet::look_again()
{
    Json request{{"do", "walk_in"}};
    if (!state_.service.empty()) request["service"] = state_.service;
    ask_(std::move(request), [this](const Json& answer) {
        if (is_ok(answer))
            state_ = free_times_known(std::move(state_), therapists_of(answer), rooms_of(answer));
        else
            state_.problem = refusal_words(answer);
    });
}

void WalkInSheet::name_client()
{
    if (state_.client.empty()) return;
    ask_({{"do", "show"}, {"what", "client"}, {"id", state_.client}}, [this](const Json& answer) {
        if (is_ok(answer))
            state_.client_name = text_of(answer["client"], "name");
        else
            state_.client.clear();
    });
}

Sheet WalkInSheet::sheet(const Viewport& view) const
{
    auto* self = const_cast<WalkInSheet*>(this);
    WalkInIntents intents;
    intents.service = [self](const std::string& code) {
        self->set(service_chosen(self->state_, code));
        self->look_again();
    };
    intents.therapist = [self](const std::string& id) { self->set(therapist_chosen(self->state_, id)); };
    intents.nominated = [self] {
        self->state_.nominated = !self->state_.nominated;
        self->set(self->state_);
    };
    intents.no_name = [self] {
        self->state_.client.clear();
        self->state_.client_name.clear();
        self->set(self->state_);
    };
    intents.find_client = [self] { self->find("search"); };
    intents.new_client = [self] { self->find("new"); };
    intents.seat = [self] { self->take_in(Way::seat); };
    intents.wait = [self] { self->take_in(Way::wait); };
    intents.close = [self] { self->give_up(); };
    Sheet sheet;
    sheet.name = tr("Walk-in");
    sheet.content = walk_in_panel(state_, intents, host_.locale(), host_.now(), view);
    sheet.on_cancel = intents.close;
    return sheet;
}

void WalkInSheet::give_up()
{
    if (state_.busy != Way::none) return;
    host_.ask({{"do", "keep"}, {"terminal", true}, {"form", "walk_in"}, {"content", nullptr}}, {});
    done_({});
}

void WalkInSheet::set(WalkInState state)
{
    state_ = std::move(state);
    keep();
    host_.changed();
}

void WalkInSheet::keep()
{
    Json content{{"service", state_.service}, {"nominated", state_.nominated}, {"client", state_.client}};
    if (state_.by_hand) content["therapist"] = state_.therapist;
    ask_({{"do", "keep"}, {"terminal", true}, {"form", "walk_in"}, {"content", content}}, {});
}

void WalkInSheet::find(const char* face)
{
    keep();
    host_.open({"clients", {{"for", "walk_in"}, {"face", face}}});
}

void WalkInSheet::take_in(Way way)
{
    if (state_.busy != Way::none) return;
    Json request{{"do", "check_in"},
                 {"service", state_.service},
                 {"therapist", state_.therapist},
                 {"nominated", state_.nominated}};
    if (!state_.client.empty()) request["client"] = state_.client;
    if (way == Way::seat) {
        request["seat"] = true;
        if (const auto* room = state_.free_room()) request["room"] = room->code;
    }
    state_.busy = way;
    state_.problem.clear();
    host_.changed();
    ask_(std::move(request), [this, way](const Json& answer) {
        state_.busy = Way::none;
        if (!is_ok(answer)) {
            state_.problem = refusal_words(answer);
            return;
        }
        host_.ask({{"do", "keep"}, {"terminal", true}, {"form", "walk_in"}, {"content", nullptr}}, {});
        const auto who =
            state_.client_name.empty() ? tr("Walk-in") : client_name_text(state_.client_name, host_.locale().language);
        done_(said(way == Way::seat ? tr("{} is in the chair") : tr("{} waits"), who));
    });
}

}  // namespace kushi
