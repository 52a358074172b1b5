#include "app/screens/products/products_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/newest_kept.h"
#include "app/screens/frame.h"
#include "app/screens/products/add_product.h"
#include "app/screens/products/products_panel.h"
#include "app/screens/ritual/ritual_panel.h"
#include "app/widgets/amount_pad.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/sheet.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

/// What the treatment used: amounts and lots are set right, then recorded one by one, and the visit goes to the desk.
class ProductsScreen final : public Screen {
public:
    ProductsScreen(Host& host, Place place)
        : Screen{host, std::move(place)},
          add_{host, [this](Json request, Reply reply) { ask(std::move(request), std::move(reply)); },
               [this] { load(); }}
    {}

    void enter() override { load(); }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        auto* self = const_cast<ProductsScreen*>(this);
        Frame frame;
        frame.station = Station::today;
        frame.has_back = true;
        frame.title = tr("Products used");
        if (!state_.loaded)
            return framed(
                host_, view, frame,
                problem_.empty() ? Node{} : empty_state(problem_, tr("Nothing is lost. Go back and try again.")));
        frame.subtitle =
            person_words(state_, false) + (state_.service.empty() ? std::string{} : " · " + state_.service);
        if (!state_.seen)
            return framed(
                host_, view, frame,
                empty_state(tr("This record is not yours to see"), tr("The therapist of this visit writes it.")));
        if (state_.status == "ready_to_pay" || state_.status == "paid") {
            return framed(host_, view, frame,
                          empty_state(tr("The products are confirmed"), tr("The visit is at the desk."),
                                      primary_button(tr("Today"), [self] { self->host_.home({"today"}); })));
        }
        frame.actions.push_back(button(tr("Add"), [self] { self->add_.open(self->state_.visit, {}, self->products_); },
                                       {ButtonKind::tonal, ButtonSize::medium, Icon::plus}));
        return framed(host_, view, frame, products_panel(state_, shown_, intents(), view));
    }

    [[nodiscard]] std::vector<Sheet> sheets(const Viewport& view) const override
    {
        if (add_.is_open()) return {add_.sheet(view)};
        if (asking_) return {far_over_sheet()};
        return {};
    }

private:
    void load()
    {
        ask({{"do", "list"}, {"what", "items"}}, [this](const Json& answer) { products_ = read_products(answer); });
        ask({{"do", "list"}, {"what", "lots"}}, [this](const Json& answer) { lots_ = answer; });
        ask({{"do", "show"}, {"what", "visit"}, {"id", place_.of("visit")}}, [this](const Json& answer) {
            if (!is_ok(answer)) {
                problem_ = refusal_words(answer);
                return;
            }
            auto read = with_names(read_treatment(answer["visit"], host_.now()), products_);
            ask({{"do", "kept"}, {"visit", read.visit}, {"form", amounts_form}}, [this, read](const Json& kept) {
                state_ = with_kept(read, read_kept(kept.value("content", Json{})));
                choose(std::min(shown_.chosen, state_.uses.empty() ? 0 : state_.uses.size() - 1));
            });
        });
    }

    void choose(std::size_t use)
    {
        shown_.chosen = use;
        shown_.typed.clear();
        shown_.lots.clear();
        if (use < state_.uses.size()) {
            for (auto& lot : read_lots(lots_, state_.uses[use].product, host_.locale().business_day)) {
                if (lot.left_tenths > 0 || lot.lot == state_.uses[use].lot) shown_.lots.push_back(std::move(lot));
            }
        }
        host_.changed();
    }

    void amount_typed(const std::string& text)
    {
        shown_.typed = text;
        set_amount(amount_set(state_, shown_.chosen, tenths_of(text)));
    }

    void set_amount(RitualState state)
    {
        state_ = std::move(state);
        asked_once_ = false;
        keep();
    }

    void keep()
    {
        host_.changed();
        if (!kept_.begins()) return;
        ask({{"do", "keep"}, {"visit", state_.visit}, {"form", amounts_form}, {"content", to_json(kept_of(state_))}},
            [this](const Json& answer) {
                const bool newer = kept_.ends();
                if (!is_ok(answer)) state_.problem = refusal_words(answer);
                if (newer) keep();
            });
    }

    [[nodiscard]] ProductsIntents intents() const
    {
        auto* self = const_cast<ProductsScreen*>(this);
        ProductsIntents intents;
        intents.choose = [self](std::size_t use) { self->choose(use); };
        intents.change_amount = [self](std::size_t use, int by) {
            if (self->shown_.chosen != use) self->choose(use);
            self->shown_.typed.clear();
            self->set_amount(amount_stepped(self->state_, use, by));
        };
        intents.digit = [self](const std::string& digit) {
            self->amount_typed(with_decimal_digit(self->shown_.typed, digit));
        };
        intents.preset = [self](const std::string& preset) { self->amount_typed(preset); };
        intents.erase = [self] {
            const auto& use = self->state_.uses[self->shown_.chosen];
            self->amount_typed(
                without_last_digit(self->shown_.typed.empty() ? decimal_of(use.tenths) : self->shown_.typed));
        };
        intents.lot = [self](const LotChoice& lot) {
            self->state_ = lot_set(self->state_, self->shown_.chosen, lot.lot, lot.expires, lot.left_tenths);
            self->keep();
        };
        intents.confirm = [self] { self->confirm(); };
        return intents;
    }

    void confirm()
    {
        if (shown_.busy) return;
        if (!asked_once_ && !state_.far_over_usual().empty()) {
            asking_ = true;
            return host_.changed();
        }
        shown_.busy = true;
        state_.problem.clear();
        record_from(0);
    }

    /// One use after the other; what is refused stops, and what was recorded before it stays recorded.
    void record_from(std::size_t use)
    {
        while (use < state_.uses.size() && (state_.uses[use].recorded || state_.uses[use].tenths == 0)) ++use;
        if (use == state_.uses.size()) return finish();
        const auto& one = state_.uses[use];
        Json request{{"do", "use_product"},
                     {"visit", state_.visit},
                     {"product", one.product},
                     {"amount", decimal_of(one.tenths)},
                     {"unit", one.unit}};
        if (!one.step.empty()) request["step"] = one.step;
        if (!one.lot.empty()) request["lot"] = one.lot;
        ask(std::move(request), [this, use](const Json& answer) {
            if (is_ok(answer)) {
                state_.uses[use].recorded = true;
                return record_from(use + 1);
            }
            shown_.busy = false;
            state_.uses[use].problem = refusal_words(answer);
            state_.problem =
                said(tr("{} could not be recorded. Set it right, then confirm again."), state_.uses[use].name);
            choose(use);
        });
    }

    void finish()
    {
        ask({{"do", "finish_treatment"}, {"visit", state_.visit}}, [this](const Json& answer) {
            shown_.busy = false;
            if (!is_ok(answer)) {
                state_.problem = refusal_words(answer);
                return;
            }
            const auto who = person_words(state_, false);
            host_.home({"today"});
            host_.toast(said(tr("{} is ready to pay"), who));
        });
    }

    [[nodiscard]] Sheet far_over_sheet() const
    {
        auto* self = const_cast<ProductsScreen*>(this);
        std::string names;
        for (const auto use : state_.far_over_usual()) {
            const auto& one = state_.uses[use];
            names += (names.empty() ? "" : tr(", ")) + said(tr("{} {}, usual {}"), one.name,
                                                            amount_words(one.tenths, one.unit),
                                                            amount_words(one.usual_tenths, one.unit));
        }
        Sheet sheet;
        sheet.side = Sheet::Side::middle;
        sheet.width = 480;
        sheet.name = tr("More than twice the usual");
        sheet.on_cancel = [self] {
            self->asking_ = false;
            self->choose(self->state_.far_over_usual().empty() ? self->shown_.chosen
                                                               : self->state_.far_over_usual().front());
        };
        sheet.content =
            dialog_content(sheet.name, names,
                           row(12, button(tr("Check again"), sheet.on_cancel, {ButtonKind::outline}).growing(),
                               primary_button(tr("It is right"), [self] {
                                   self->asking_ = false;
                                   self->asked_once_ = true;
                                   self->confirm();
                               }).growing()));
        return sheet;
    }

    RitualState state_;
    ProductsView shown_;
    std::string problem_;
    std::vector<ProductChoice> products_;
    Json lots_ = Json::object();
    AddProduct add_;
    NewestKept kept_;
    bool asking_ = false, asked_once_ = false;
};

}  // namespace

std::unique_ptr<Screen> make_products_screen(Host& host, const Place& place)
{
    return std::make_unique<ProductsScreen>(host, place);
}

}  // namespace kushi
