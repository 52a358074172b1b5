#include "app/screens/lock/lock_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/lock/lock_panel.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using namespace std::chrono_literals;

class LockScreen final : public Screen {
public:
    using Screen::Screen;

    void enter() override
    {
        ask({{"do", "lock_screen"}}, [this](const Json& answer) { load(answer); });
    }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        auto* self = const_cast<LockScreen*>(this);
        const LockIntents intents{
            [self](const std::string& id) { self->set(person_chosen(self->state_, id)); },
            [self](char digit) { self->type(digit); },
            [self] { self->set(digit_deleted(self->state_)); },
            [self] { self->set(digits_cleared(self->state_)); },
            [self](const std::string& language) { self->host_.speak_language(language); },
        };
        return lock_panel(state_, intents, host_.locale(), host_.now(), view);
    }

    [[nodiscard]] std::optional<std::chrono::milliseconds> tick_every() const override { return 1'000ms; }
    [[nodiscard]] bool is_kept_as_place() const override { return false; }
    void escape() override {}

    bool key(const KeyPress& press) override
    {
        if (press.key == Key::backspace) set(digit_deleted(state_));
        else if (press.character >= U'0' && press.character <= U'9') type(static_cast<char>(press.character));
        else return false;
        return true;
    }

private:
    void set(LockState state)
    {
        state_ = std::move(state);
        host_.changed();
    }

    void load(const Json& answer)
    {
        state_.loaded = true;
        state_.salon = text_of(answer, "salon");
        state_.business_day = text_of(answer, "business_day");
        state_.people.clear();
        for (const auto& row : answer.value("staff", Json::array())) {
            LockState::Person person{text_of(row, "id"), text_of(row, "name"), {}, text_of(row, "practice_pin"), flag_of(row, "locked"),
                                     parse_instant(text_of(row, "locked_until"))};
            for (const auto& role : row.value("roles", Json::array())) person.roles.push_back(role.get<std::string>());
            state_.people.push_back(std::move(person));
        }
    }

    void type(char digit)
    {
        set(digit_typed(state_, digit));
        if (!state_.complete()) return;
        state_.busy = true;
        ask({{"do", "sign_in"}, {"staff", state_.chosen}, {"pin", state_.digits}}, [this](const Json& answer) {
            if (!is_ok(answer)) return set(refused_with(state_, words_of_refusal(answer)));
            host_.sign_in(answer["staff"]);
        });
    }

    std::string words_of_refusal(const Json& answer) const
    {
        if (refusal_code(answer) == "wrong_pin") return tr_in("pin", "Try again");
        const auto until = clock_text(text_of(answer["error"], "detail"), host_.locale().zone);
        return until.empty() ? refusal_words(answer) : said(tr("Too many wrong PINs. Wait until {}, or ask a manager"), until);
    }

    LockState state_;
};

}  // namespace

std::unique_ptr<Screen> make_lock_screen(Host& host, const Place& place) { return std::make_unique<LockScreen>(host, place); }

}  // namespace kushi
