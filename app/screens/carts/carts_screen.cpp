#include "app/screens/carts/carts_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/carts/carts_panel.h"
#include "app/screens/frame.h"
#include "app/screens/till/till_json.h"
#include "app/widgets/button.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

class CartsScreen final : public Screen {
public:
    using Screen::Screen;

    void enter() override { load(); }
    void refresh() override { load(); }
    [[nodiscard]] std::optional<std::chrono::milliseconds> tick_every() const override { return 15s; }
    void tick() override
    {
        if (!busy()) load();
    }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        const auto intents = this->intents();
        Frame frame{Station::checkout, tr("Checkout"), carts_subtitle(state_)};
        if (state_.loaded && !state_.empty()) {
            frame.actions.push_back(
                button(tr("New sale"), intents.start, {ButtonKind::outline, ButtonSize::medium, Icon::plus})
                    .waiting(state_.busy == "new")
                    .shrinking(false));
        }
        return framed(host_, view, frame, carts_panel(state_, intents, host_.locale(), view));
    }

private:
    [[nodiscard]] CartsIntents intents() const
    {
        auto* self = const_cast<CartsScreen*>(this);
        return {[self](const std::string& visit) { self->open(visit); },
                [self](const std::string& visit) {
                    self->act(visit, {{"do", "resume_cart"}, {"visit", visit}}, [self, visit] { self->open(visit); });
                },
                [self](const std::string& visit) {
                    self->act(visit, {{"do", "cancel_visit"}, {"visit", visit}}, [self] { self->load(); });
                },
                [self] { self->start(); }, [self] { self->load(); }};
    }

    void open(const std::string& visit) { host_.open({"checkout", {{"visit", visit}}}); }

    void load()
    {
        ask({{"do", "board"}}, [this](const Json& answer) {
            if (!is_ok(answer)) {
                state_.problem = refusal_words(answer);
                return;
            }
            std::vector<OpenCart> carts;
            for (const char* column : {"expected", "in_chair", "ready_to_pay"}) {
                const auto cards = answer["board"].value(column, Json::array());
                for (const auto& row : cards) {
                    OpenCart cart{visit_of(row), std::nullopt, text_of(row, "finished_at"), flag_of(row, "held")};
                    if (row.value("due", Json{}).is_number_integer()) cart.due = number_of(row, "due");
                    carts.push_back(std::move(cart));
                }
            }
            state_ = carts_renewed(std::move(state_), std::move(carts));
        });
    }

    void act(const std::string& busy, Json request, std::function<void()> then)
    {
        if (!state_.busy.empty()) return;
        state_.busy = busy;
        ask(std::move(request), [this, then = std::move(then)](const Json& answer) {
            state_.busy.clear();
            if (!is_ok(answer))
                state_.problem = refusal_words(answer);
            else
                then();
        });
        host_.changed();
    }

    /// Somebody who only buys: a visit that goes straight to the desk.
    void start()
    {
        if (!state_.busy.empty()) return;
        state_.busy = "new";
        host_.changed();
        ask({{"do", "check_in"}}, [this](const Json& answer) {
            const auto visit = text_of(answer, "visit");
            if (!is_ok(answer)) return failed(answer);
            ask({{"do", "hand_to_desk"}, {"visit", visit}}, [this, visit](const Json& handed) {
                if (!is_ok(handed)) return failed(handed);
                state_.busy.clear();
                open(visit);
            });
        });
    }

    void failed(const Json& answer)
    {
        state_.busy.clear();
        state_.problem = refusal_words(answer);
    }

    CartsState state_;
};

}  // namespace

std::unique_ptr<Screen> make_carts_screen(Host& host, const Place& place)
{
    return std::make_unique<CartsScreen>(host, place);
}

}  // namespace kushi
