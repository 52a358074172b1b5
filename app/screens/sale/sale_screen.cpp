#include "app/screens/sale/sale_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/frame.h"
#include "app/screens/sale/sale_panel.h"
#include "app/screens/till/sale_view.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

class SaleScreen final : public SaleView {
public:
    using SaleView::SaleView;

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        auto* self = const_cast<SaleScreen*>(this);
        const SaleSight sight{sale_, visit_, staff_, host_.locale(), host_.printer(), view, printing_, problem_};
        Frame frame{Station::today, sale_title(sale_), is_loaded_ ? sale_subtitle(sight) : std::string{}, true};
        if (!is_loaded_) {
            auto again = button(tr("Try again"), [self] { self->load(); }, {ButtonKind::tonal, ButtonSize::medium});
            auto body = problem_.empty() ? skeleton(640, 480).told(ControlRole::status, tr("Loading"))
                                         : empty_state(tr("This sale could not be read"), problem_, std::move(again));
            return framed(host_, view, frame, std::move(body));
        }
        if (auto standing = standing_tag(standing_of(sale_))) frame.actions.push_back(*std::move(standing));
        const SaleIntents intents{[self] { self->print(); },
                                  [self] {
                                      self->host_.open({"refund", {{"sale", self->sale_.number}}});
                                  },
                                  [self] { self->open_void(); },
                                  [self](const std::string& number) {
                                      self->host_.open({"sale", {{"sale", number}}});
                                  }};
        return framed(host_, view, frame, sale_panel(intents, sight));
    }

private:
    /// The first paper of a sale that has none yet, else a marked copy.
    void print()
    {
        if (printing_) return;
        printing_ = true;
        problem_.clear();
        host_.changed();
        ask({{"do", "print"}, {"number", sale_.number}}, [this](const Json& answer) {
            printing_ = false;
            if (!is_ok(answer)) {
                problem_ = refusal_words(answer);
                return;
            }
            host_.toast(sale_.papers.empty() ? tr("The receipt is on its way to the printer")
                                             : tr("A copy is on its way to the printer"));
            load();
        });
    }

    bool printing_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_sale_screen(Host& host, const Place& place)
{
    return std::make_unique<SaleScreen>(host, place);
}

}  // namespace kushi
