#include "app/screens/today/today_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/frame.h"
#include "app/screens/today/today_cards.h"
#include "app/screens/today/today_json.h"
#include "app/screens/today/today_sheet.h"
#include "app/screens/walk_in/walk_in_sheet.h"
#include "app/widgets/keypad.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using Face = TodayState::Face;
using namespace std::chrono_literals;

class TodayScreen final : public Screen {
public:
    using Screen::Screen;

    void enter() override
    {
        load();
        ask({{"do", "kept"}, {"terminal", true}, {"form", "walk_in"}}, [this](const Json& answer) {
            const auto content = answer.value("content", Json{});
            if (content.is_object()) open_walk_in(content);
        });
        ask({{"do", "list"}, {"what", "rooms"}}, [this](const Json& answer) { state_.rooms = places_of(answer); });
        ask({{"do", "list"}, {"what", "staff"}}, [this](const Json& answer) { state_.therapists = places_of(answer); });
    }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        const auto intents = this->intents();
        Frame frame{Station::today,         tr("Today"), today_subtitle(state_, host_.locale()), false,
                    today_actions(intents), true};
        return framed(host_, view, frame, today_panel(state_, intents, sight(view)));
    }

    [[nodiscard]] std::vector<Sheet> sheets(const Viewport& view) const override
    {
        std::vector<Sheet> sheets;
        if (walk_in_ && state_.face == Face::walk_in) sheets.push_back(walk_in_->sheet(view));
        if (auto sheet = today_sheet(state_, intents(), sight(view))) sheets.push_back(std::move(*sheet));
        return sheets;
    }

    [[nodiscard]] std::optional<std::chrono::milliseconds> tick_every() const override { return 15s; }
    void tick() override
    {
        if (busy()) return;
        load();
        if (walk_in_) walk_in_->look_again();
    }
    void refresh() override { load(); }

    bool key(const KeyPress& press) override
    {
        if (state_.face != Face::open_day || state_.sheet_busy) return false;
        if (press.key == Key::backspace)
            state_.opening_float /= 10;
        else if (press.character >= U'0' && press.character <= U'9')
            state_.opening_float =
                with_digits(state_.opening_float, std::string(1, static_cast<char>(press.character)));
        else
            return false;
        host_.changed();
        return true;
    }

    void escape() override
    {
        if (state_.face == Face::none) return host_.back();
        if (walk_in_) return walk_in_->give_up();
        set(face_closed(state_));
    }

private:
    void set(TodayState state)
    {
        state_ = std::move(state);
        host_.changed();
    }

    [[nodiscard]] Worker worker() const
    {
        const auto& who = host_.person();
        return {who.id, who.sells(), who.treats(), who.roles.has(Role::therapist)};
    }
    [[nodiscard]] TodaySight sight(const Viewport& view) const { return {worker(), host_.locale(), host_.now(), view}; }

    /// Rooms, or the active ones who may work at a chair.
    static std::vector<TodayState::Place> places_of(const Json& answer)
    {
        std::vector<TodayState::Place> places;
        for (const auto& row : answer.value("rows", Json::array())) {
            const auto roles = row.value("roles", Json::array());
            const bool treats = roles.empty() || std::find(roles.begin(), roles.end(), "therapist") != roles.end();
            if (treats && (!row.contains("active") || flag_of(row, "active")))
                places.push_back({text_of(row, "id"), text_of(row, "name")});
        }
        return places;
    }

    void load()
    {
        ask({{"do", "board"}}, [this](const Json& answer) {
            state_.busy.clear();
            if (!is_ok(answer))
                state_.problem = refusal_words(answer);
            else
                state_ = board_renewed(std::move(state_), board_of(answer["board"]));
        });
    }

    [[nodiscard]] TodayIntents intents() const
    {
        auto* self = const_cast<TodayScreen*>(this);
        TodayIntents intents;
        intents.act = [self](CardAct act, const std::string& visit) { self->act(act, visit); };
        intents.choose = [self](MenuAct act, const std::string& visit) { self->choose(act, visit); };
        intents.open_menu = [self](const std::string& visit) {
            self->set(face_shown(self->state_, Face::menu, visit));
        };
        intents.open_sale = [self](const std::string& number) { self->host_.open({"sale", {{"sale", number}}}); };
        intents.scrolled = [self](const std::string& column, int offset) {
            self->state_.scrolled[column] = offset;
            self->host_.changed();
        };
        intents.walk_in = [self] { self->open_walk_in(nullptr); };
        intents.find_client = [self] { self->host_.open({"clients"}); };
        intents.show_done = [self] { self->set(face_shown(self->state_, Face::done_list)); };
        intents.show_open_day = [self] { self->set(face_shown(self->state_, Face::open_day)); };
        intents.try_again = [self] { self->load(); };
        intents.close = [self] { self->set(face_closed(self->state_)); };
        intents.confirm = [self] { self->confirm(); };
        intents.move_room = [self](const std::string& code) {
            self->change([&](TodayState& state) { state.move.room = code; });
        };
        intents.move_therapist = [self](const std::string& code) {
            self->change([&](TodayState& state) { state.move.therapist = code; });
        };
        intents.move_start = [self](int minutes) { self->set(start_moved(self->state_, minutes)); };
        intents.reason = [self](const std::string& words) {
            self->change([&](TodayState& state) { state.reason = words; });
        };
        intents.float_digits = [self](const std::string& digits) {
            self->change([&](TodayState& state) { state.opening_float = with_digits(state.opening_float, digits); });
        };
        intents.float_erase = [self] { self->change([&](TodayState& state) { state.opening_float /= 10; }); };
        return intents;
    }

    template <class Change>
    void change(Change change)
    {
        change(state_);
        state_.sheet_problem.clear();
        host_.changed();
    }

    /// The sheet answers only while it is there: its acts are asked for through this screen, and forgotten with it.
    void open_walk_in(const Json& kept)
    {
        walk_in_alive_ = std::make_shared<bool>(true);
        left_walk_in_ = std::move(walk_in_);
        const auto asks = [this](Json request, Reply reply) {
            ask(std::move(request),
                [alive = std::weak_ptr<bool>{walk_in_alive_}, reply = std::move(reply)](const Json& answer) {
                    if (reply && !alive.expired()) reply(answer);
                });
        };
        walk_in_ =
            std::make_unique<WalkInSheet>(host_, asks, [this](const std::string& words) { close_walk_in(words); });
        set(face_shown(state_, Face::walk_in));
        walk_in_->begin(kept);
    }

    /// From within one of the sheet's own acts: it goes when the act has returned, with the next page.
    void close_walk_in(const std::string& words)
    {
        walk_in_alive_.reset();
        left_walk_in_ = std::move(walk_in_);
        set(face_closed(state_));
        if (words.empty()) return;
        host_.toast(words);
        load();
    }

    void act(CardAct act, const std::string& visit)
    {
        switch (act) {
            case CardAct::check_in:
                return check_in(visit);
            case CardAct::start:
                return start(visit);
            case CardAct::resume:
                return host_.open({"ritual", {{"visit", visit}}});
            case CardAct::pay:
                return host_.open({"checkout", {{"visit", visit}}});
            case CardAct::none:
                break;
        }
    }

    void choose(MenuAct act, const std::string& visit)
    {
        const auto* card = state_.card(visit);
        if (card == nullptr) return;
        const auto client = card->client;
        switch (act) {
            case MenuAct::check_in:
                return check_in(visit);
            case MenuAct::seat:
                return perform(visit, seat_request(*card),
                               said(tr("{} is in the chair"), visitor_text(*card, host_.locale())));
            case MenuAct::start:
                return start(visit);
            case MenuAct::hand_over:
                return perform(visit, {{"do", "hand_to_desk"}, {"visit", visit}},
                               said(tr("{} is ready to pay"), visitor_text(*card, host_.locale())));
            case MenuAct::undo_check_in:
                return undo_check_in(visit);
            case MenuAct::move:
                return set(face_shown(state_, Face::move, visit));
            case MenuAct::no_show:
                return set(face_shown(state_, Face::no_show, visit));
            case MenuAct::cancel:
                return set(face_shown(state_, Face::cancel, visit));
            case MenuAct::resume:
                return leave_for({"ritual", {{"visit", visit}}});
            case MenuAct::pay:
                return leave_for({"checkout", {{"visit", visit}}});
            case MenuAct::client:
                return leave_for({"client", {{"client", client}}});
        }
    }

    void leave_for(const Place& place)
    {
        set(face_closed(state_));
        host_.open(place);
    }

    /// One act on one visit: its controls wait until the board is read anew, so that ten taps are one.
    void perform(const std::string& visit, Json request, std::string done, std::function<void()> undo = {})
    {
        if (!state_.busy.insert(visit).second) return;
        host_.changed();
        ask(std::move(request), [this, visit, done = std::move(done), undo = std::move(undo)](const Json& answer) {
            if (!is_ok(answer)) {
                state_.busy.erase(visit);
                say(refusal_words(answer));
                return load();
            }
            if (state_.face != Face::none && state_.chosen == visit) state_ = face_closed(std::move(state_));
            if (undo)
                host_.toast(done, tr("Undo"), while_alive(undo));
            else
                host_.toast(done);
            load();
        });
    }

    /// A refusal: in the sheet where one is open, else in passing.
    void say(const std::string& words)
    {
        if (state_.face == Face::none) return host_.toast(words);
        state_.sheet_busy = false;
        state_.sheet_problem = words;
    }

    void check_in(const std::string& visit)
    {
        const auto* card = state_.card(visit);
        if (card == nullptr) return;
        perform(visit, {{"do", "check_in"}, {"visit", visit}},
                said(tr("{} is checked in"), visitor_text(*card, host_.locale())),
                [this, visit] { undo_check_in(visit); });
    }

    void undo_check_in(const std::string& visit)
    {
        const auto* card = state_.card(visit);
        const auto who = card == nullptr ? std::string{} : visitor_text(*card, host_.locale());
        perform(visit, {{"do", "undo_check_in"}, {"visit", visit}}, said(tr("{} is expected again"), who));
    }

    [[nodiscard]] Json seat_request(const TodayCard& card) const
    {
        Json request{{"do", "seat"}, {"visit", card.id}};
        const auto room = state_.room_for(card);
        if (card.room.empty() && room) request["room"] = room->code;
        if (card.therapist.empty() && worker().at_chair) request["therapist"] = worker().id;
        return request;
    }

    /// Into the chair, then to what comes first there: consent where it is missing, else the safety check.
    void start(const std::string& visit)
    {
        const auto* card = state_.card(visit);
        if (card == nullptr || state_.busy.contains(visit)) return;
        if (card->stage == VisitStage::in_chair) return ask_consent(visit);
        state_.busy.insert(visit);
        host_.changed();
        ask(seat_request(*card), [this, visit](const Json& answer) {
            state_.busy.erase(visit);
            if (is_ok(answer) || refusal_code(answer) == "already_in_chair") return ask_consent(visit);
            say(refusal_words(answer));
            load();
        });
    }

    void ask_consent(const std::string& visit)
    {
        const auto* card = state_.card(visit);
        if (card == nullptr || card->client.empty()) return leave_for({"consent", {{"visit", visit}}});
        state_.busy.insert(visit);
        ask({{"do", "show"}, {"what", "client"}, {"id", card->client}}, [this, visit](const Json& answer) {
            state_.busy.erase(visit);
            if (!is_ok(answer)) return say(refusal_words(answer));
            const auto consents = answer["client"].value("consents", Json::object());
            const bool agreed = consents.contains("treatment") && !consents["treatment"].is_null() &&
                                !consents["health_data"].is_null();
            leave_for({agreed ? "safety" : "consent", {{"visit", visit}}});
        });
    }

    void confirm()
    {
        if (state_.sheet_busy) return;
        if (state_.face == Face::open_day) return open_day();
        const auto* card = state_.card(state_.chosen);
        if (card == nullptr) return;
        const auto who = visitor_text(*card, host_.locale());
        Json request{{"visit", card->id}};
        std::string done;
        if (state_.face == Face::move) {
            request["do"] = "move_visit";
            if (state_.move.room != card->room) request["room"] = state_.move.room;
            if (state_.move.therapist != card->therapist) request["therapist"] = state_.move.therapist;
            if (state_.move.start && state_.move.start != card->start)
                request["start"] = instant_text(*state_.move.start);
            done = said(tr("{} is moved"), who);
        } else if (state_.face == Face::no_show) {
            request["do"] = "no_show";
            done = said(tr("{} is noted as a no-show"), who);
        } else {
            request["do"] = "cancel_visit";
            request["reason"] = state_.reason;
            done = said(tr("{} is cancelled"), who);
        }
        state_.sheet_busy = true;
        perform(card->id, std::move(request), std::move(done));
    }

    void open_day()
    {
        state_.sheet_busy = true;
        ask({{"do", "open_day"}, {"float", state_.opening_float}}, [this](const Json& answer) {
            if (!is_ok(answer)) return say(refusal_words(answer));
            state_ = face_closed(std::move(state_));
            host_.toast(tr("The day is open"));
            load();
        });
    }

    TodayState state_;
    std::unique_ptr<WalkInSheet> walk_in_, left_walk_in_;
    std::shared_ptr<bool> walk_in_alive_;
};

}  // namespace

std::unique_ptr<Screen> make_today_screen(Host& host, const Place& place)
{
    return std::make_unique<TodayScreen>(host, place);
}

}  // namespace kushi
