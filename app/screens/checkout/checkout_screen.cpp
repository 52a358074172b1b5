#include "app/screens/checkout/checkout_screen.h"

#include <nlohmann/json.hpp>

#include "app/screens/checkout/checkout_panel.h"
#include "app/screens/frame.h"
#include "app/screens/till/till_json.h"
#include "app/screens/till/till_parts.h"
#include "app/widgets/button.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

using Json = nlohmann::json;
using Face = CheckoutState::Face;

TileItem tile_of(const Json& row)
{
    TileItem item;
    item.code = text_of(row, "id");
    item.name = text_of(row, "name");
    item.name_en = text_of(row, "name_en");
    item.name_ja = text_of(row, "name_ja");
    item.tab = text_of(row, "kind") == "product" ? TileTab::retail
               : text_of(row, "care") == "addon" ? TileTab::addons
                                                 : TileTab::services;
    item.category = text_of(row, "category");
    if (const auto rate = Rate::parse(text_of(row, "rate"))) item.rate = Percent{rate->millionths}.text();
    item.price = number_of(row, "price");
    item.minutes = number_of(row, "minutes");
    item.counted = row.contains("stock");
    const auto stock = text_of(row, "stock");
    const bool below = !stock.empty() && stock.front() == '-';
    if (const auto left = Quantity::parse(below ? stock.substr(1) : stock))
        item.stock_units = below ? -left->units : left->units;
    return item;
}

class CheckoutScreen final : public Screen {
public:
    using Screen::Screen;

    void enter() override
    {
        load_visit();
        load_bill();
        load_items();
        ask({{"do", "list"}, {"what", "staff"}}, [this](const Json& answer) { read_staff(answer); });
    }
    void refresh() override
    {
        if (!busy()) load_bill();
    }

    [[nodiscard]] Node build(const Viewport& view) const override
    {
        Frame frame{Station::checkout, tr("Checkout"), subtitle(), true};
        frame.actions.push_back(
            button(tr("Hold"), [self = me()] { self->hold(); }, {ButtonKind::outline, ButtonSize::medium, Icon::layers})
                .waiting(state_.busy == "hold")
                .off_because(state_.bill.lines.empty() ? tr("There is nothing to hold yet") : std::string{})
                .shrinking(false));
        return framed(host_, view, frame, checkout_panel(state_, intents(), host_.locale(), view));
    }

    [[nodiscard]] std::vector<Sheet> sheets(const Viewport& /*view*/) const override
    {
        std::vector<Sheet> sheets;
        if (auto sheet = checkout_sheet(state_, intents(), host_.locale())) sheets.push_back(*std::move(sheet));
        return sheets;
    }

    bool key(const KeyPress& press) override
    {
        if (state_.face == Face::none) return false;
        if (press.key == Key::backspace)
            type({});
        else if (press.character >= U'0' && press.character <= U'9')
            type(std::string(1, static_cast<char>(press.character)));
        else
            return false;
        return true;
    }

    void escape() override
    {
        if (state_.face != Face::none) return set(face_closed(state_));
        if (state_.searching) return set(search_closed(state_));
        host_.back();
    }

private:
    [[nodiscard]] CheckoutScreen* me() const { return const_cast<CheckoutScreen*>(this); }
    [[nodiscard]] std::string visit() const { return place_.of("visit"); }

    void set(CheckoutState state)
    {
        state_ = std::move(state);
        host_.changed();
    }

    [[nodiscard]] std::string subtitle() const
    {
        return state_.visit.id.empty() ? std::string{}
                                       : said(tr("{} · not yet paid"), visit_words(state_.visit, host_.locale()));
    }

    void load_visit()
    {
        ask({{"do", "show"}, {"what", "visit"}, {"id", visit()}}, [this](const Json& answer) {
            if (!is_ok(answer)) {
                state_.problem = refusal_words(answer);
                return;
            }
            state_.visit = visit_of(answer["visit"]);
            // Somebody paid it meanwhile: what is left of it is its sale.
            if (!state_.visit.sale.empty()) host_.replace({"sale", {{"sale", state_.visit.sale}}});
        });
    }

    void load_bill()
    {
        ask({{"do", "quote"}, {"visit", visit()}}, [this](const Json& answer) {
            state_.busy.clear();
            if (!is_ok(answer)) {
                state_.problem = refusal_words(answer);
                return;
            }
            const auto given = answer.value("discount", Json{});
            state_.discount.reset();
            if (given.is_object())
                state_.discount = {text_of(given, "percent"), number_of(given, "amount"), text_of(given, "reason")};
            state_.tip_staff = text_of(answer, "tip_staff");
            state_ = bill_renewed(std::move(state_), bill_of(answer));
            if (flag_of(answer, "held")) ask({{"do", "resume_cart"}, {"visit", visit()}}, {});
        });
    }

    void load_items()
    {
        ask({{"do", "list"}, {"what", "items"}}, [this](const Json& answer) {
            state_.items.clear();
            for (const auto& row : answer.value("rows", Json::array())) {
                const auto kind = text_of(row, "kind");
                if (kind == "service" || (kind == "product" && flag_of(row, "retail")))
                    state_.items.push_back(tile_of(row));
            }
            state_ = tiles_sorted(std::move(state_));
            state_.loaded = true;
        });
    }

    void read_staff(const Json& answer)
    {
        state_.staff.clear();
        state_.therapists.clear();
        for (const auto& row : answer.value("rows", Json::array())) {
            state_.staff[text_of(row, "id")] = text_of(row, "name");
            const auto roles = row.value("roles", Json::array());
            const bool treats = std::find(roles.begin(), roles.end(), "therapist") != roles.end();
            if (treats && flag_of(row, "active"))
                state_.therapists.emplace_back(text_of(row, "id"), text_of(row, "name"));
        }
    }

    /// One thing at a time: what is tapped meanwhile waits for its turn by being tapped again.
    bool begin(const std::string& what)
    {
        if (!state_.busy.empty()) return false;
        state_.busy = what;
        state_.problem.clear();
        host_.changed();
        return true;
    }

    /// The engine's word on a change of the bill, then the bill anew.
    void change(const std::string& what, Json request, std::function<void(const Json&)> then = {})
    {
        if (!begin(what)) return;
        ask(std::move(request), [this, then = std::move(then)](const Json& answer) {
            if (!is_ok(answer)) {
                state_.busy.clear();
                (state_.face == Face::none ? state_.problem : state_.sheet_problem) = refusal_words(answer);
                return;
            }
            if (then) then(answer);
            load_bill();
        });
    }

    void add(const std::string& code, bool opens)
    {
        const auto* item = state_.item(code);
        if (item != nullptr && item->is_out()) {
            state_.blocking = {code, {}};
            return set(face_shown(state_, Face::out_of_stock));
        }
        put_on(code, opens);
    }

    void put_on(const std::string& code, bool opens)
    {
        // One more of what stands there at its list price; else a line of its own.
        for (const auto& line : state_.bill.lines) {
            if (line.item != code || line.kind == "service" || state_.has_own_price(line)) continue;
            return change("item:" + code,
                          {{"do", "set_line"},
                           {"visit", visit()},
                           {"line", line.id},
                           {"quantity", more_by(line.quantity, 1).text()}},
                          [this, opens, id = line.id](const Json&) {
                              if (opens) state_ = line_opened(std::move(state_), id);
                          });
        }
        if (!begin("item:" + code)) return;
        ask({{"do", "add_line"}, {"visit", visit()}, {"item", code}}, [this, code, opens](const Json& answer) {
            const auto refusal = refusal_code(answer);
            if (refusal == "blocked_product" || (refusal == "needs_reason" && host_.person().manages())) {
                state_.busy.clear();
                state_ = blocked_opened(std::move(state_), code);
                return;
            }
            if (!is_ok(answer)) {
                state_.busy.clear();
                state_.problem = refusal_words(answer);
                return;
            }
            if (opens) open_after_ = text_of(answer, "line");
            load_added();
        });
    }

    void load_added()
    {
        load_bill();
        if (open_after_.empty()) return;
        ask({{"do", "quote"}, {"visit", visit()}}, [this](const Json& answer) {
            if (is_ok(answer))
                state_ = line_opened(bill_renewed(std::move(state_), bill_of(answer)), std::exchange(open_after_, {}));
        });
    }

    void step(const std::string& id, int by)
    {
        const auto* line = state_.bill.line(id);
        if (line == nullptr) return;
        change(
            "line:" + id,
            {{"do", "set_line"}, {"visit", visit()}, {"line", id}, {"quantity", more_by(line->quantity, by).text()}});
    }

    void remove(const std::string& id)
    {
        const auto* found = state_.bill.line(id);
        if (found == nullptr) return;
        change("line:" + id, {{"do", "remove_line"}, {"visit", visit()}, {"line", id}},
               [this, line = *found](const Json&) {
                   state_ = face_closed(std::move(state_));
                   host_.toast(said(tr("{} removed"), line.name), tr("Undo"),
                               while_alive(std::function<void()>{[this, line] { bring_back(line); }}));
               });
    }

    void bring_back(const TillLine& line)
    {
        Json request{{"do", "add_line"}, {"visit", visit()}, {"item", line.item}, {"quantity", line.quantity.text()}};
        if (state_.has_own_price(line)) {
            request["price"] = line.unit_price;
            request["reason"] = tr("Removed by mistake");
        }
        if (!begin("line:" + line.id)) return;
        ask_or_approve(said(tr("Bring back {}"), line.name), std::move(request), [this](const Json& answer) {
            if (!is_ok(answer)) state_.problem = refusal_words(answer);
            load_bill();
        });
    }

    /// What a sheet asks for; it closes once that is done.
    void from_sheet(const std::string& what, Json request)
    {
        if (state_.sheet_busy) return;
        state_.sheet_busy = true;
        state_.sheet_problem.clear();
        host_.changed();
        const auto done = [this](const Json& answer) {
            state_.sheet_busy = false;
            if (!is_ok(answer)) {
                state_.sheet_problem = refusal_words(answer);
                host_.changed();
                return;
            }
            state_ = face_closed(std::move(state_));
            load_bill();
        };
        // A manager's PIN may never come: the sheet is free again when the first answer is there.
        auto again = request;
        ask(std::move(request), [this, what, again = std::move(again), done](const Json& answer) {
            const auto code = refusal_code(answer);
            if (code != "needs_approval" && code != "blocked_product") return done(answer);
            state_.sheet_busy = false;
            host_.with_approval(what, again, while_alive(std::function<void(const Json&)>{done}));
        });
    }

    void set_price()
    {
        const auto* line = state_.bill.line(state_.line.line);
        if (line == nullptr) return;
        from_sheet(said(tr("{0} for {1}"), amount_words(state_.line.price, host_.locale()), line->name),
                   {{"do", "set_line"},
                    {"visit", visit()},
                    {"line", line->id},
                    {"price", state_.line.price},
                    {"reason", state_.line.reason}});
    }

    void give_discount()
    {
        const auto& form = state_.discounting;
        Json request{{"do", "discount"}, {"visit", visit()}, {"reason", form.reason}};
        if (form.by_percent)
            request["percent"] = std::to_string(form.percent);
        else
            request["amount"] = form.amount;
        const auto words =
            form.by_percent ? std::to_string(form.percent) + '%' : amount_words(form.amount, host_.locale());
        from_sheet(said(tr("Discount {}"), words), std::move(request));
        ask({{"do", "keep"}, {"visit", visit()}, {"form", "discount"}, {"content", nullptr}}, {});
    }

    void tip(std::int64_t amount)
    {
        Json request{{"do", "tip"}, {"visit", visit()}, {"amount", amount}};
        if (!state_.tipping.staff.empty()) request["staff"] = state_.tipping.staff;
        from_sheet(tr("Tip"), std::move(request));
    }

    void open_discount()
    {
        set(discount_opened(state_));
        ask({{"do", "kept"}, {"visit", visit()}, {"form", "discount"}}, [this](const Json& answer) {
            const auto content = answer.value("content", Json{});
            if (!content.is_object() || state_.face != Face::discount) return;
            state_.discounting = {flag_of(content, "by_percent"), false, number_of(content, "percent"),
                                  number_of(content, "amount"), text_of(content, "reason")};
        });
    }

    void keep_discount()
    {
        const auto& form = state_.discounting;
        ask({{"do", "keep"},
             {"visit", visit()},
             {"form", "discount"},
             {"content",
              {{"by_percent", form.by_percent},
               {"percent", form.percent},
               {"amount", form.amount},
               {"reason", form.reason}}}},
            {});
    }

    void type(const std::string& digits)
    {
        set(sheet_typed(state_, digits));
        if (state_.face == Face::discount) keep_discount();
    }

    void choose_reason(const std::string& reason)
    {
        if (state_.face == Face::line) state_.line.reason = reason;
        if (state_.face == Face::blocked) state_.blocking.reason = reason;
        if (state_.face == Face::discount) {
            state_.discounting.reason = reason;
            keep_discount();
        }
        host_.changed();
    }

    void hold()
    {
        if (!begin("hold")) return;
        ask({{"do", "hold"}, {"visit", visit()}}, [this](const Json& answer) {
            state_.busy.clear();
            if (!is_ok(answer)) {
                state_.problem = refusal_words(answer);
                return;
            }
            host_.toast(said(tr("{} is held"), visit_words(state_.visit, host_.locale())));
            host_.home({"carts"});
        });
    }

    [[nodiscard]] CheckoutIntents intents() const
    {
        auto* self = me();
        const auto change = [self](auto act) {
            return [self, act](auto... arguments) {
                act(self->state_, arguments...);
                self->host_.changed();
            };
        };
        CheckoutIntents intents;
        intents.choose_tab = [self](TileTab tab) { self->set(tab_chosen(self->state_, tab)); };
        intents.add = [self](const std::string& code) { self->add(code, false); };
        intents.add_and_open = [self](const std::string& code) { self->add(code, true); };
        intents.open_search = [self] { self->set(search_opened(self->state_)); };
        intents.close_search = [self] { self->set(search_closed(self->state_)); };
        intents.search = change([](CheckoutState& state, const std::string& words) { state.search = words; });
        intents.open_line = [self](const std::string& id) { self->set(line_opened(self->state_, id)); };
        intents.less = [self](const std::string& id) { self->step(id, -1); };
        intents.more = [self](const std::string& id) { self->step(id, 1); };
        intents.remove = [self](const std::string& id) { self->remove(id); };
        intents.open_client = [self] { self->host_.open({"client", {{"client", self->state_.visit.client}}}); };
        intents.open_discount = [self] { self->open_discount(); };
        intents.open_tip = [self] { self->set(tip_opened(self->state_)); };
        intents.pay = [self] { self->host_.open({"payment", {{"visit", self->visit()}}}); };
        intents.try_again = [self] { self->enter(); };
        intents.close = [self] { self->set(face_closed(self->state_)); };
        intents.open_price = change([](CheckoutState& state) {
            state.line.price_open = true;
            state.line.price = 0;
        });
        intents.set_price = [self] { self->set_price(); };
        intents.give_discount = [self] { self->give_discount(); };
        intents.drop_discount = [self] {
            self->from_sheet(
                tr("Discount"),
                {{"do", "discount"}, {"visit", self->visit()}, {"amount", 0}, {"reason", tr("Discount removed")}});
        };
        intents.add_tip = [self] { self->tip(self->state_.tipping.amount); };
        intents.sell_blocked = [self] {
            const auto* item = self->state_.item(self->state_.blocking.item);
            self->from_sheet(said(tr("Sell {}"), item == nullptr ? std::string{} : item->name),
                             {{"do", "add_line"},
                              {"visit", self->visit()},
                              {"item", self->state_.blocking.item},
                              {"reason", self->state_.blocking.reason}});
        };
        intents.sell_out_of_stock = [self] {
            const auto code = self->state_.blocking.item;
            self->state_ = face_closed(std::move(self->state_));
            self->put_on(code, false);
        };
        intents.type = [self](const std::string& digits) { self->type(digits); };
        intents.choose_way = [self](bool by_percent) {
            self->state_.discounting.by_percent = by_percent;
            self->host_.changed();
            self->keep_discount();
        };
        intents.choose_percent = [self](std::int64_t percent) {
            self->state_.discounting.percent = percent;
            self->state_.discounting.typing = false;
            self->host_.changed();
            self->keep_discount();
        };
        intents.choose_tip = [self](std::int64_t amount) { self->tip(amount); };
        intents.choose_reason = [self](const std::string& reason) { self->choose_reason(reason); };
        intents.choose_tip_staff = change([](CheckoutState& state, const std::string& id) {
            state.tipping.staff = state.tipping.staff == id ? std::string{} : id;
        });
        intents.type_percent = change([](CheckoutState& state) {
            state.discounting.typing = true;
            state.discounting.percent = 0;
        });
        intents.type_tip = change([](CheckoutState& state) {
            state.tipping.typing = true;
            state.tipping.amount = 0;
        });
        return intents;
    }

    CheckoutState state_;
    std::string open_after_;
};

}  // namespace

std::unique_ptr<Screen> make_checkout_screen(Host& host, const Place& place)
{
    return std::make_unique<CheckoutScreen>(host, place);
}

}  // namespace kushi
