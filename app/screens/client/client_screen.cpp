#include "app/screens/client/client_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/client/client_json.h"
#include "app/screens/client/client_panel.h"
#include "app/screens/frame.h"
#include "app/screens/today/checked_in.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

class ClientScreen final : public Screen {
public:
    using Screen::Screen;

    void enter() override
    {
        const auto names = [this](const Json& answer) {
            for (const auto& row : answer.value("rows", Json::array()))
                names_[text_of(row, "id")] = text_of(row, "name");
        };
        ask({{"do", "list"}, {"what", "items"}}, names);
        ask({{"do", "list"}, {"what", "staff"}}, names);
        load();
    }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        const auto sight = this->sight(view);
        Frame frame{Station::clients, {}};
        frame.has_back = true;
        frame.head = client_head(state_, sight);
        return framed(host_, view, frame, client_panel(state_, intents(), sight));
    }

    [[nodiscard]] std::vector<Sheet> sheets(const Viewport& /*view*/) const override
    {
        std::vector<Sheet> sheets;
        if (auto sheet = client_sheet(state_, intents())) sheets.push_back(std::move(*sheet));
        return sheets;
    }

    void escape() override
    {
        if (!state_.asks_reason) return host_.back();
        state_.asks_reason = false;
        host_.changed();
    }

private:
    [[nodiscard]] ClientSight sight(const Viewport& view) const { return {host_.person(), host_.locale(), view}; }

    /// Health that was opened with a reason stays open while this card is looked at: each look is recorded with it.
    void load()
    {
        Json request{{"do", "show"}, {"what", "client"}, {"id", place_.of("client")}};
        if (!reason_.empty()) request["reason"] = reason_;
        ask(std::move(request), [this](const Json& answer) {
            state_.busy = false;
            if (!is_ok(answer)) {
                if (state_.asks_reason)
                    state_.reason_problem = refusal_words(answer);
                else
                    state_.problem = refusal_words(answer);
                reason_.clear();
                return;
            }
            auto fresh = client_of(answer["client"], names_);
            fresh.sees_health =
                fresh.sees_health || (fresh.visits.empty() && host_.person().roles.has(Role::therapist));
            state_ = client_renewed(std::move(state_), std::move(fresh));
        });
    }

    [[nodiscard]] ClientIntents intents() const
    {
        auto* self = const_cast<ClientScreen*>(this);
        const auto change = [self](auto act) {
            act(self->state_);
            self->host_.changed();
        };
        ClientIntents intents;
        intents.show_phone = [change] { change([](ClientState& state) { state.phone_shows = !state.phone_shows; }); };
        intents.span = [change](ClientState::Span span) { change([span](ClientState& state) { state.span = span; }); };
        intents.as_table = [change](bool table) { change([table](ClientState& state) { state.as_table = table; }); };
        intents.mark = [change](const std::string& condition, const std::string& date) {
            change([&](ClientState& state) {
                state.condition = condition;
                state.map_date = date;
            });
        };
        intents.ask_reason = [change] {
            change([](ClientState& state) {
                state.asks_reason = true;
                state.reason_problem.clear();
            });
        };
        intents.close = [change] { change([](ClientState& state) { state.asks_reason = false; }); };
        intents.open_health = [self](const std::string& reason) {
            self->reason_ = reason;
            self->state_.busy = true;
            self->host_.changed();
            self->load();
        };
        intents.open_sale = [self](const std::string& number) { self->host_.open({"sale", {{"sale", number}}}); };
        intents.start = [self] { self->start(); };
        intents.resume = [self] { self->go("ritual"); };
        intents.pay = [self] { self->go("checkout"); };
        intents.check_in = [self] { self->check_in(); };
        intents.try_again = [self] { self->load(); };
        return intents;
    }

    [[nodiscard]] std::string visit_of_today() const
    {
        const auto* visit = state_.today(host_.locale().business_day);
        return visit == nullptr ? std::string{} : visit->id;
    }

    void go(const char* screen)
    {
        const auto visit = visit_of_today();
        if (!visit.empty()) host_.open({screen, {{"visit", visit}}});
    }

    [[nodiscard]] bool begin()
    {
        if (state_.busy) return false;
        state_.busy = true;
        host_.changed();
        return true;
    }

    void check_in()
    {
        const auto visit = visit_of_today();
        if (visit.empty() || !begin()) return;
        ask({{"do", "check_in"}, {"visit", visit}}, [this, visit](const Json& answer) {
            state_.busy = false;
            if (!is_ok(answer)) return host_.toast(refusal_words(answer));
            show_checked_in(host_, visit, client_name_text(state_.name, host_.locale().language));
        });
    }

    /// Into a free room's chair, then to what comes first there.
    void start()
    {
        const auto* visit = state_.today(host_.locale().business_day);
        if (visit == nullptr) return;
        const char* next = state_.consented ? "safety" : "consent";
        if (visit->status == "in_chair") return go(next);
        if (!begin()) return;
        ask({{"do", "show"}, {"what", "visit"}, {"id", visit->id}}, [this, next](const Json& shown) {
            if (!is_ok(shown)) return refuse(shown);
            ask({{"do", "walk_in"}}, [this, next, row = shown["visit"]](const Json& free) { seat(row, free, next); });
        });
    }

    void seat(const Json& visit, const Json& free, const char* next)
    {
        Json request{{"do", "seat"}, {"visit", text_of(visit, "id")}};
        if (text_of(visit, "therapist").empty() && host_.person().roles.has(Role::therapist))
            request["therapist"] = host_.person().id;
        if (text_of(visit, "room").empty()) {
            for (const auto& room : free.value("rooms", Json::array())) {
                if (flag_of(room, "free") && !request.contains("room")) request["room"] = text_of(room, "code");
            }
        }
        ask(std::move(request), [this, next](const Json& answer) {
            if (!is_ok(answer) && refusal_code(answer) != "already_in_chair") return refuse(answer);
            state_.busy = false;
            go(next);
        });
    }

    void refuse(const Json& answer)
    {
        state_.busy = false;
        host_.toast(refusal_words(answer));
        load();
    }

    ClientState state_;
    std::map<std::string, std::string> names_;
    std::string reason_;
};

}  // namespace

std::unique_ptr<Screen> make_client_screen(Host& host, const Place& place)
{
    return std::make_unique<ClientScreen>(host, place);
}

}  // namespace kushi
