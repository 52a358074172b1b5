#include "app/screens/receipt/receipt_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/frame.h"
#include "app/screens/receipt/receipt_panel.h"
#include "app/screens/till/sale_view.h"
#include "app/screens/till/till_parts.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

/// Twice as fine as it is shown at its widest.
constexpr int picture_width = 576;

class ReceiptScreen final : public SaleView {
public:
    using SaleView::SaleView;

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        auto* self = const_cast<ReceiptScreen*>(this);
        Frame frame{Station::checkout, tr("Paid"), subtitle()};
        if (!is_loaded_) {
            auto again = button(tr("Try again"), [self] { self->load(); }, {ButtonKind::tonal, ButtonSize::medium});
            auto body = problem_.empty() ? skeleton(468, 600).told(ControlRole::status, tr("Loading"))
                                         : empty_state(tr("This sale could not be read"), problem_, std::move(again));
            return framed(host_, view, frame, std::move(body));
        }
        const ReceiptIntents intents{[self](bool paper) {
                                         self->state_.wants_paper = paper;
                                         self->host_.changed();
                                     },
                                     [self] { self->finish(); }, [self] { self->open_void(); }};
        return framed(host_, view, frame,
                      receipt_panel(state_, intents,
                                    {sale_, visit_, host_.locale(), host_.printer(), picture_, picture_came_, view}));
    }

    /// There is nothing behind a paid bill: it is finished, not left.
    void escape() override
    {
        if (!sheets({}).empty()) SaleView::escape();
    }

protected:
    void loaded() override
    {
        if (!asked_before_) state_.wants_paper = sale_.papers.empty();
        asked_before_ = true;
        host_.ask_picture(sale_.number, picture_width,
                          while_alive(std::function<void(std::shared_ptr<const Picture>)>{
                              [this](std::shared_ptr<const Picture> picture) {
                                  picture_ = std::move(picture);
                                  picture_came_ = true;
                                  host_.changed();
                              }}));
        ask({{"do", "lock_screen"}}, [this](const Json& answer) {
            state_.denominations.clear();
            const auto values = answer.value("denominations", Json::array());
            for (const auto& value : values) state_.denominations.push_back(value.get<std::int64_t>());
        });
    }

private:
    [[nodiscard]] std::string subtitle() const
    {
        if (!is_loaded_) return {};
        return said(tr("Sale {0} · {1} · {2}"), sale_.number, visit_words(visit_, host_.locale()),
                    clock_text(sale_.at, host_.locale().zone));
    }

    void finish()
    {
        if (state_.busy) return;
        if (finish_of(state_, chance_of(host_.printer())) == ReceiptFinish::finish) return host_.home({"today"});
        state_.busy = true;
        state_.problem.clear();
        host_.changed();
        ask({{"do", "print"}, {"number", sale_.number}}, [this](const Json& answer) {
            state_.busy = false;
            if (!is_ok(answer))
                state_.problem = refusal_words(answer);
            else
                host_.home({"today"});
        });
    }

    ReceiptState state_;
    std::shared_ptr<const Picture> picture_;
    bool asked_before_ = false;
    bool picture_came_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_receipt_screen(Host& host, const Place& place)
{
    return std::make_unique<ReceiptScreen>(host, place);
}

}  // namespace kushi
