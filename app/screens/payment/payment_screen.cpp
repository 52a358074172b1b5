#include "app/screens/payment/payment_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/frame.h"
#include "app/screens/payment/payment_panel.h"
#include "app/screens/till/fresh_key.h"
#include "app/screens/till/till_json.h"
#include "app/screens/till/till_parts.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

class PaymentScreen final : public Screen {
public:
    using Screen::Screen;

    void enter() override
    {
        ask({{"do", "lock_screen"}}, [this](const Json& answer) {
            state_.denominations.clear();
            const auto values = answer.value("denominations", Json::array());
            for (const auto& value : values) state_.denominations.push_back(value.get<std::int64_t>());
        });
        ask({{"do", "show"}, {"what", "visit"}, {"id", visit()}}, [this](const Json& answer) {
            if (!is_ok(answer)) return fail(answer);
            state_.visit = visit_of(answer["visit"]);
            if (!state_.visit.sale.empty()) return show_receipt(state_.visit.sale);
            load_bill();
        });
    }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        Frame frame{Station::checkout, tr("Payment"), payment_subtitle(state_, host_.locale()), true};
        return framed(host_, view, frame, payment_panel(state_, intents(), host_.locale(), view));
    }

    bool key(const KeyPress& press) override
    {
        if (!state_.loaded || state_.is_paid() || (state_.way != PayWay::cash && !state_.typing)) return false;
        if (press.key == Key::backspace)
            set(digits_typed(state_, {}));
        else if (press.character >= U'0' && press.character <= U'9')
            set(digits_typed(state_, std::string(1, static_cast<char>(press.character))));
        else
            return false;
        return true;
    }

private:
    [[nodiscard]] std::string visit() const { return place_.of("visit"); }

    void set(PaymentState state)
    {
        state_ = std::move(state);
        host_.changed();
    }

    void fail(const Json& answer)
    {
        state_.busy = false;
        state_.problem = refusal_words(answer);
    }

    void show_receipt(const std::string& sale) { host_.replace({"receipt", {{"sale", sale}}}); }

    void load_bill()
    {
        ask({{"do", "quote"}, {"visit", visit()}}, [this](const Json& answer) {
            if (!is_ok(answer)) return fail(answer);
            state_.bill = bill_of(answer);
            load_kept();
        });
    }

    /// The parts that were taken before the terminal was shut, and the key that makes them one sale however often it is
    /// asked for.
    void load_kept()
    {
        ask({{"do", "kept"}, {"visit", visit()}, {"form", "payment"}}, [this](const Json& answer) {
            const auto content = answer.value("content", Json{});
            state_.loaded = true;
            if (content.is_object() && !text_of(content, "key").empty()) {
                state_.key = text_of(content, "key");
                state_.parts = tenders_of(content.value("parts", Json::array()));
                return;
            }
            state_.key = fresh_key(host_.now());
            state_.parts.clear();
            keep(state_.parts, {});
        });
    }

    /// What was taken is kept before anything is done with it.
    void keep(const std::vector<TillTender>& parts, std::function<void()> then)
    {
        ask({{"do", "keep"},
             {"visit", visit()},
             {"form", "payment"},
             {"content", {{"key", state_.key}, {"parts", to_json(parts)}}}},
            [this, then = std::move(then)](const Json& answer) {
                if (!is_ok(answer)) {
                    // A card's number where a slip's belongs is refused here.
                    (state_.way == PayWay::cash ? state_.problem : state_.slip_problem) = refusal_words(answer);
                    state_.busy = false;
                    return;
                }
                if (then) then();
            });
    }

    void take(const TillTender& part)
    {
        if (state_.busy || part.amount <= 0) return;
        if (part.type == "card" && part.reference.empty()) {
            state_.slip_problem = tr("A card needs the number of its slip");
            host_.changed();
            return;
        }
        state_.busy = true;
        host_.changed();
        auto parts = state_.parts;
        parts.push_back(part);
        keep(parts, [this, parts] {
            state_ = part_taken(std::move(state_), parts);
            if (state_.is_paid()) return pay();
            state_.busy = false;
        });
    }

    void drop(std::size_t place)
    {
        if (state_.busy) return;
        state_.busy = true;
        host_.changed();
        const auto parts = parts_without(state_, place);
        keep(parts, [this, parts] {
            state_ = part_taken(std::move(state_), parts);
            state_.busy = false;
        });
    }

    void finish()
    {
        if (state_.busy) return;
        state_.busy = true;
        host_.changed();
        pay();
    }

    /// One request with the kept key: asked twice, it is still one sale. The paper is asked for on the next page.
    void pay()
    {
        const Json request{{"do", "checkout"},
                           {"visit", visit()},
                           {"key", state_.key},
                           {"tenders", to_json(state_.parts)},
                           {"print", false}};
        const auto done = [this](const Json& answer) {
            state_.busy = false;
            if (!is_ok(answer)) return fail(answer);
            show_receipt(text_of(answer, "sale"));
        };
        ask(request, [this, request, done](const Json& answer) {
            if (refusal_code(answer) != "needs_approval") return done(answer);
            state_.busy = false;  // the PIN may never come
            host_.with_approval(tr("Discount over the limit"), request,
                                while_alive(std::function<void(const Json&)>{done}));
        });
    }

    [[nodiscard]] PaymentIntents intents() const
    {
        auto* self = const_cast<PaymentScreen*>(this);
        PaymentIntents intents;
        intents.choose_way = [self](PayWay way) { self->set(way_chosen(self->state_, way)); };
        intents.type = [self](const std::string& digits) { self->set(digits_typed(self->state_, digits)); };
        intents.type_slip = [self](const std::string& slip) { self->set(slip_typed(self->state_, slip)); };
        intents.quick = [self](std::int64_t amount) { self->set(quick_chosen(self->state_, amount)); };
        intents.drop_part = [self](std::size_t place) { self->drop(place); };
        intents.exact = [self] { self->take({"cash", {}, {}, self->state_.left()}); };
        intents.take = [self] { self->take(self->state_.next_part()); };
        intents.finish = [self] { self->finish(); };
        intents.type_amount = [self] {
            self->state_.typing = true;
            self->state_.typed = 0;
            self->host_.changed();
        };
        intents.try_again = [self] { self->enter(); };
        return intents;
    }

    PaymentState state_;
};

}  // namespace

std::unique_ptr<Screen> make_payment_screen(Host& host, const Place& place)
{
    return std::make_unique<PaymentScreen>(host, place);
}

}  // namespace kushi
