#include "app/screens/refund/refund_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/frame.h"
#include "app/screens/refund/refund_panel.h"
#include "app/screens/sale/sale_panel.h"
#include "app/screens/till/fresh_key.h"
#include "app/screens/till/sale_view.h"
#include "app/screens/till/till_json.h"
#include "app/screens/till/till_parts.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

RefundQuote quote_of(const Json& answer, const TillSale& sale)
{
    RefundQuote quote;
    quote.amount = number_of(answer, "amount");
    quote.needs_approval = flag_of(answer, "needs_approval");
    quote.ways = tenders_of(answer.value("tenders", Json::array()));
    quote.rates = bill_of(answer).rates;
    for (auto& rate : quote.rates) {
        for (const auto& sold : sale.bill.rates)
            rate.reduced = rate.reduced || (sold.reduced && sold.rate == rate.rate);
    }
    return quote;
}

class RefundScreen final : public SaleView {
public:
    using SaleView::SaleView;

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        auto* self = const_cast<RefundScreen*>(this);
        const std::string none;
        const SaleSight whose{sale_, visit_, staff_, host_.locale(), host_.printer(), view, false, none};
        Frame frame{Station::checkout, tr("Refund"),
                    is_loaded_ ? said(tr("{0} · {1}"), sale_title(sale_), sale_subtitle(whose)) : std::string{}, true};
        if (!state_.loaded) {
            auto again = button(tr("Try again"), [self] { self->load(); }, {ButtonKind::tonal, ButtonSize::medium});
            auto body = problem_.empty() ? skeleton(640, 480).told(ControlRole::status, tr("Loading"))
                                         : empty_state(tr("This sale could not be read"), problem_, std::move(again));
            return framed(host_, view, frame, std::move(body));
        }
        return framed(host_, view, frame, refund_panel(state_, intents(), {sale_, staff_, host_.locale(), view}));
    }

protected:
    /// What was chosen before the terminal was shut, if it was of this sale.
    void loaded() override
    {
        if (state_.loaded) {
            state_ = still_refundable(std::move(state_), sale_);
            return quote();
        }
        ask({{"do", "kept"}, {"terminal", true}, {"form", "refund"}}, [this](const Json& answer) {
            const auto content = answer.value("content", Json{});
            if (content.is_object() && text_of(content, "sale") == sale_.id) restore(content);
            if (state_.key.empty()) state_.key = fresh_key(host_.now());
            state_.loaded = true;
            state_ = still_refundable(std::move(state_), sale_);
            quote();
        });
    }

private:
    void restore(const Json& content)
    {
        state_.key = text_of(content, "key");
        state_.reason = text_of(content, "reason");
        state_.way = text_of(content, "way");
        state_.restock = flag_of(content, "restock");
        const auto lines = content.value("lines", Json::array());
        for (const auto& line : lines) {
            if (const auto quantity = Quantity::parse(text_of(line, "quantity")))
                state_.chosen[text_of(line, "line")] = *quantity;
        }
    }

    [[nodiscard]] Json lines() const
    {
        auto list = Json::array();
        for (const auto& [line, quantity] : state_.chosen)
            list.push_back({{"line", line}, {"quantity", quantity.text()}});
        return list;
    }

    void keep()
    {
        ask({{"do", "keep"},
             {"terminal", true},
             {"form", "refund"},
             {"content",
              {{"sale", sale_.id},
               {"key", state_.key},
               {"reason", state_.reason},
               {"way", state_.way},
               {"restock", state_.restock},
               {"lines", lines()}}}},
            {});
    }

    void change(RefundState state, bool is_priced_anew)
    {
        state_ = std::move(state);
        host_.changed();
        keep();
        if (is_priced_anew) quote();
    }

    /// The figures are the engine's. An answer to an older question is of no use.
    void quote()
    {
        const int mine = ++asked_quotes_;
        if (state_.chosen.empty()) {
            state_.quote.reset();
            return;
        }
        Json request{{"do", "quote_refund"}, {"sale", sale_.id}, {"lines", lines()}};
        if (!state_.way.empty()) request["tender"] = state_.way;
        ask(std::move(request), [this, mine](const Json& answer) {
            if (mine != asked_quotes_) return;
            state_.quote.reset();
            if (is_ok(answer))
                state_.quote = quote_of(answer, sale_);
            else
                state_.problem = refusal_words(answer);
        });
    }

    void refund()
    {
        if (state_.busy || !state_.quote) return;
        if (state_.needs_slip() && state_.slip.empty()) {
            state_.slip_problem = tr("A card needs the number of its slip");
            host_.changed();
            return;
        }
        state_.busy = true;
        state_.problem.clear();
        host_.changed();
        Json request{{"do", "refund"},   {"key", state_.key},       {"sale", sale_.id},
                     {"lines", lines()}, {"reason", state_.reason}, {"restock", state_.restock}};
        if (!state_.way.empty()) request["tender"] = state_.way;
        if (state_.needs_slip()) request["reference"] = state_.slip;
        const auto done = [this](const Json& answer) {
            state_.busy = false;
            if (!is_ok(answer)) {
                state_.problem = refusal_words(answer);
                host_.changed();
                return;
            }
            ask({{"do", "keep"}, {"terminal", true}, {"form", "refund"}, {"content", nullptr}}, {});
            host_.toast(said(tr("Refunded {}"), amount_words(number_of(answer, "amount"), host_.locale())));
            host_.back();
        };
        ask(request, [this, request, done](const Json& answer) {
            if (refusal_code(answer) != "needs_approval") return done(answer);
            state_.busy = false;  // the PIN may never come
            host_.with_approval(refund_button_words(state_, host_.locale()), request,
                                while_alive(std::function<void(const Json&)>{done}));
        });
    }

    [[nodiscard]] RefundIntents intents() const
    {
        auto* self = const_cast<RefundScreen*>(this);
        RefundIntents intents;
        intents.toggle = [self](const std::string& line) {
            self->change(line_toggled(self->state_, self->sale_, line), true);
        };
        intents.less = [self](const std::string& line) {
            self->change(line_stepped(self->state_, self->sale_, line, -1), true);
        };
        intents.more = [self](const std::string& line) {
            self->change(line_stepped(self->state_, self->sale_, line, 1), true);
        };
        intents.restock = [self](bool on) {
            auto state = self->state_;
            state.restock = on;
            self->change(std::move(state), false);
        };
        intents.choose_reason = [self](const std::string& reason) {
            self->change(reason_chosen(self->state_, reason, reason == skin_reaction_words()), false);
        };
        intents.choose_way = [self](const std::string& way) {
            auto state = self->state_;
            state.way = way;
            state.slip_problem.clear();
            self->change(std::move(state), true);
        };
        intents.type_slip = [self](const std::string& slip) {
            self->state_.slip = slip;
            self->state_.slip_problem.clear();
            self->host_.changed();
        };
        intents.refund = [self] { self->refund(); };
        return intents;
    }

    RefundState state_;
    int asked_quotes_ = 0;
};

}  // namespace

std::unique_ptr<Screen> make_refund_screen(Host& host, const Place& place)
{
    return std::make_unique<RefundScreen>(host, place);
}

}  // namespace kushi
