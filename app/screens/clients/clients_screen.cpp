#include "app/screens/clients/clients_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/clients/clients_panel.h"
#include "app/screens/frame.h"
#include "app/screens/today/checked_in.h"
#include "app/widgets/button.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using Face = ClientsState::Face;
using namespace std::chrono_literals;

FoundClient client_of(const Json& row)
{
    FoundClient client{text_of(row, "id"), text_of(row, "name"), text_of(row, "reading"), text_of(row, "phone"), {}};
    for (const auto& alert : row.value("alerts", Json::array())) client.alerts.push_back(alert.get<std::string>());
    return client;
}

std::vector<FoundClient> clients_of(const Json& answer)
{
    std::vector<FoundClient> clients;
    for (const auto& row : answer.value("rows", Json::array())) clients.push_back(client_of(row));
    return clients;
}

std::map<std::string, VisitToday> today_of(const Json& board)
{
    std::map<std::string, VisitToday> today;
    for (const char* column : {"expected", "in_chair", "ready_to_pay"}) {
        for (const auto& card : board.value(column, Json::array())) {
            const auto client = text_of(card, "client");
            if (!client.empty())
                today.try_emplace(client, VisitToday{text_of(card, "id"), parse_instant(text_of(card, "start")),
                                                     text_of(card, "status") == "expected"});
        }
    }
    return today;
}

class ClientsScreen final : public Screen {
public:
    ClientsScreen(Host& host, Place place) : Screen{host, std::move(place)}
    {
        if (this->place().of("face") == "new") state_.face = Face::form;
    }

    void enter() override
    {
        fresh_ = true;
        ask({{"do", "board"}}, [this](const Json& answer) {
            fresh_ = false;
            if (is_ok(answer)) state_.today = today_of(answer["board"]);
        });
        if (!state_.form.empty()) return;
        ask({{"do", "kept"}, {"terminal", true}, {"form", "client"}}, [this](const Json& answer) {
            const auto content = answer.value("content", Json{});
            if (!content.is_object() || !state_.form.empty()) return;
            for (const char* field : {"name", "reading", "phone", "allergies"})
                state_.form = field_changed(std::move(state_.form), field, text_of(content, field));
            if (!state_.form.empty()) state_.face = Face::form;
        });
    }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        const auto intents = this->intents();
        const ClientsSight sight{host_.locale(), view, chooses(), fresh_};
        Frame frame{Station::clients, tr("Clients")};
        frame.has_back = chooses() || state_.face == Face::form;
        frame.on_back = [self = const_cast<ClientsScreen*>(this)] { self->escape(); };
        if (state_.face == Face::form) {
            frame.title = tr("New client");
            auto save =
                button(tr("Save"), intents.save, {ButtonKind::primary, ButtonSize::medium}).waiting(state_.form.busy);
            if (state_.form.name.empty()) save.disabled = tr("Type the name first");
            save.shrinks = false;
            frame.actions.push_back(std::move(save));
            return framed(host_, view, frame, client_form(state_, intents, sight));
        }
        frame.head = clients_search(state_, intents, sight);
        auto add =
            button(tr("New client"), intents.new_client, {ButtonKind::tonal, ButtonSize::normal, Icon::user_plus});
        add.shrinks = false;
        frame.actions.push_back(std::move(add));
        return framed(host_, view, frame, clients_results(state_, intents, sight));
    }

    [[nodiscard]] std::optional<std::chrono::milliseconds> tick_every() const override
    {
        if (state_.typed_at || keep_due_) return 50ms;
        return std::nullopt;
    }
    void tick() override
    {
        if (state_.is_due(host_.now())) search();
        if (keep_due_ && host_.now() - *keep_due_ >= ClientsState::pause) keep_form();
    }

    void escape() override
    {
        if (state_.face != Face::form || place_.of("face") == "new") return host_.back();
        state_.face = Face::search;
        fresh_ = false;
        state_.form = {};
        forget_form();
        host_.changed();
    }

private:
    [[nodiscard]] bool chooses() const { return place_.of("for") == "walk_in"; }

    [[nodiscard]] ClientsIntents intents() const
    {
        auto* self = const_cast<ClientsScreen*>(this);
        ClientsIntents intents;
        intents.type = [self](const std::string& text) { self->set(typed(self->state_, text, self->host_.now())); };
        intents.search_now = [self] { self->search(); };
        intents.clear = [self] { self->set(typed(self->state_, {}, self->host_.now())); };
        intents.new_client = [self] {
            self->fresh_ = true;
            self->set(form_opened(self->state_));
            // The first page that shows the form gives its first field the keys; the next one leaves them where they
            // are.
            self->ask({{"do", "board"}}, [self](const Json&) { self->fresh_ = false; });
        };
        intents.open = [self](const std::string& client) { self->open(client); };
        intents.check_in = [self](const std::string& visit, const std::string& name) { self->check_in(visit, name); };
        intents.fill = [self](const std::string& field, const std::string& text) {
            self->state_.form = field_changed(std::move(self->state_.form), field, text);
            self->keep_due_ = self->host_.now();
            self->host_.changed();
        };
        intents.save = [self] { self->save(false); };
        intents.save_anyway = [self] { self->save(true); };
        return intents;
    }

    void set(ClientsState state)
    {
        state_ = std::move(state);
        host_.changed();
    }

    void search()
    {
        state_.typed_at.reset();
        state_.problem.clear();
        if (state_.typed.empty()) return;
        ask({{"do", "list"}, {"what", "clients"}, {"find", state_.typed}},
            [this, asked = state_.typed](const Json& answer) {
                if (is_ok(answer))
                    state_ = found(std::move(state_), asked, clients_of(answer));
                else if (asked == state_.typed)
                    state_.problem = refusal_words(answer);
            });
    }

    void open(const std::string& client)
    {
        if (!chooses()) return host_.open({"client", {{"client", client}}});
        // Into the form that waits below, then back to it.
        ask({{"do", "kept"}, {"terminal", true}, {"form", "walk_in"}}, [this, client](const Json& answer) {
            auto content = answer.value("content", Json{});
            if (!content.is_object()) content = Json::object();
            content["client"] = client;
            ask({{"do", "keep"}, {"terminal", true}, {"form", "walk_in"}, {"content", content}},
                [this](const Json& kept) {
                    if (!is_ok(kept)) return host_.toast(refusal_words(kept));
                    host_.back();
                });
        });
    }

    void check_in(const std::string& visit, const std::string& name)
    {
        if (!state_.busy.empty()) return;
        state_.busy = visit;
        host_.changed();
        ask({{"do", "check_in"}, {"visit", visit}}, [this, visit, name](const Json& answer) {
            state_.busy.clear();
            if (!is_ok(answer)) return host_.toast(refusal_words(answer));
            show_checked_in(host_, visit, name);
        });
    }

    void keep_form()
    {
        keep_due_.reset();
        const auto& form = state_.form;
        ask({{"do", "keep"},
             {"terminal", true},
             {"form", "client"},
             {"content", form.empty() ? Json{}
                                      : Json{{"name", form.name},
                                             {"reading", form.reading},
                                             {"phone", form.phone},
                                             {"allergies", form.allergies}}}},
            {});
    }

    void forget_form()
    {
        keep_due_.reset();
        ask({{"do", "keep"}, {"terminal", true}, {"form", "client"}, {"content", nullptr}}, {});
    }

    /// First whether somebody has this number already: two cards of one person are hard to bring together again.
    void save(bool knowing_of_others)
    {
        auto& form = state_.form;
        if (form.busy || form.name.empty()) return;
        form.busy = true;
        form.errors.clear();
        form.problem.clear();
        host_.changed();
        if (knowing_of_others || form.phone.empty()) return add();
        ask({{"do", "list"}, {"what", "clients"}, {"find", form.phone}}, [this](const Json& answer) {
            for (auto& client : clients_of(answer)) {
                if (is_same_phone(client.phone, state_.form.phone)) state_.form.same_phone.push_back(std::move(client));
            }
            if (state_.form.same_phone.empty()) return add();
            state_.form.busy = false;
        });
    }

    void add()
    {
        const auto& form = state_.form;
        Json request{{"do", "add_client"}, {"name", form.name}};
        if (!form.reading.empty()) request["reading"] = form.reading;
        if (!form.phone.empty()) request["phone"] = form.phone;
        if (const auto allergies = allergies_in(form.allergies); !allergies.empty()) request["allergies"] = allergies;
        ask(std::move(request), [this](const Json& answer) {
            state_.form.busy = false;
            if (!is_ok(answer)) return blame(answer);
            const auto client = answer["client"].get<std::string>();
            state_.form = {};
            state_.face = Face::search;
            forget_form();
            host_.toast(tr("Saved"));
            open(client);
        });
    }

    void blame(const Json& answer)
    {
        const auto field = answer["error"].value("field", "");
        if (field_of(state_.form, field) != nullptr)
            state_.form.errors[field] = refusal_words(answer);
        else
            state_.form.problem = refusal_words(answer);
    }

    ClientsState state_;
    bool fresh_ = true;
    std::optional<Instant> keep_due_;
};

}  // namespace

std::unique_ptr<Screen> make_clients_screen(Host& host, const Place& place)
{
    return std::make_unique<ClientsScreen>(host, place);
}

}  // namespace kushi
