#include "app/screens/products/add_product.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/screens/ritual/ritual_panel.h"
#include "app/screens/screen.h"
#include "app/widgets/amount_pad.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"
#include "core/text/search.h"

namespace kushi {
namespace {

using Json = nlohmann::json;

/// Why a manager lets a blocked product be used.
std::vector<std::string> reasons()
{
    return {tr("Patch test was clear"), tr("The client asked for it"), tr("Another ingredient was meant")};
}

}  // namespace

void AddProduct::open(const std::string& visit, const std::string& step, std::vector<ProductChoice> products)
{
    close();
    open_ = true;
    visit_ = visit;
    step_ = step;
    products_ = std::move(products);
    host_.changed();
}

void AddProduct::close()
{
    open_ = busy_ = blocked_ = false;
    find_.clear();
    problem_.clear();
    reason_.clear();
    lot_.clear();
    typed_.clear();
    lots_.clear();
    chosen_.reset();
    host_.changed();
}

void AddProduct::choose(const ProductChoice& product)
{
    chosen_ = product;
    host_.changed();
    ask_({{"do", "list"}, {"what", "lots"}, {"find", product.code}}, [this](const Json& answer) {
        if (chosen_) lots_ = read_lots(answer, chosen_->code, host_.locale().business_day);
    });
}

Json AddProduct::request() const
{
    Json request{{"do", "use_product"},
                 {"visit", visit_},
                 {"product", chosen_->code},
                 {"amount", decimal_of(tenths_of(typed_))},
                 {"unit", chosen_->unit}};
    if (!step_.empty()) request["step"] = step_;
    if (!lot_.empty()) request["lot"] = lot_;
    if (!reason_.empty()) request["reason"] = reason_;
    return request;
}

void AddProduct::record(const std::string& reason)
{
    if (busy_ || !chosen_) return;
    reason_ = reason;
    problem_.clear();
    if (blocked_) {
        return host_.with_approval(said(tr("Use {}"), chosen_->name), request(),
                                   [this](const Json& answer) { take(answer); });
    }
    busy_ = true;
    ask_(request(), [this](const Json& answer) { take(answer); });
}

void AddProduct::take(const Json& answer)
{
    busy_ = false;
    const auto code = refusal_code(answer);
    if (!is_ok(answer)) {
        blocked_ = blocked_ || code == "blocked_product" || code == "needs_reason";
        problem_ = refusal_words(answer);
        return host_.changed();
    }
    const auto name = chosen_->name;
    close();
    host_.toast(said(tr("{} recorded"), name));
    recorded_();
}

Node AddProduct::search() const
{
    auto* self = const_cast<AddProduct*>(this);
    Entry entry;
    entry.text = find_;
    entry.placeholder = tr("Name of the product");
    entry.on_change = [self](const std::string& text) {
        self->find_ = text;
        self->host_.changed();
    };
    FieldLook look;
    look.name = tr("Find a product");
    look.icon = Icon::search;
    look.label_shows = false;
    auto rows = scroll("found products", 0);
    const auto wanted = search_key(find_);
    for (const auto& product : products_) {
        if (!find_.empty() && search_key(product.name).find(wanted) == std::string::npos) continue;
        auto words = row(
            12, text(product.name, type::strong).growing(),
            text(said(tr("{} left"), amount_words(product.stock_tenths, product.unit)), type::caption, Token::ink2));
        put(rows.children, tapped_row(std::move(words), rows.children.empty(), product.name, [self, product] {
                               self->choose(product);
                           }).keyed(product.code));
    }
    if (rows.children.empty())
        put(rows.children, empty_state(said(tr("No product for {}"), find_), tr("Try a part of its name.")));
    return column(16, heading(tr("Add a product")), field(look, std::move(entry)), std::move(rows),
                  button(tr("Cancel"), [self] { self->close(); }, {ButtonKind::outline}));
}

Node AddProduct::amount(const Viewport& view) const
{
    auto* self = const_cast<AddProduct*>(this);
    const bool whole = chosen_->unit == "piece";
    AmountPadLook pad;
    pad.label = tr("Used");
    pad.name = chosen_->name;
    pad.value = whole ? typed_.empty() ? std::string{"0"} : typed_
                      : (typed_.empty() ? std::string{"0"} : typed_) + ' ' + chosen_->unit;
    pad.whole = whole;
    if (whole) pad.presets = {"1", "2", "3", "4"};
    pad.chosen_preset = typed_;
    pad.delete_name = tr("Delete");
    pad.key_height = view.compact() ? 48 : 56;
    pad.on_digit = [self](const std::string& digit) {
        self->typed_ = with_decimal_digit(self->typed_, digit);
        self->host_.changed();
    };
    pad.on_preset = [self](const std::string& preset) {
        self->typed_ = preset;
        self->host_.changed();
    };
    pad.on_delete = [self] {
        self->typed_ = without_last_digit(self->typed_);
        self->host_.changed();
    };
    std::optional<Node> lots;
    if (!lots_.empty() && !blocked_) {
        const auto shown =
            lot_.empty() ? std::find_if(lots_.begin(), lots_.end(), [](const LotChoice& one) { return !one.expired; })
                         : lots_.end();
        lots = lot_chips(lots_, shown == lots_.end() ? lot_ : shown->lot, [self](const LotChoice& lot) {
            self->lot_ = lot.lot;
            self->host_.changed();
        });
    }
    std::optional<Node> why;
    if (blocked_) {
        auto chips = wrap(8);
        for (const auto& reason : reasons()) {
            put(chips.children, chip(reason, reason_ == reason, [self, reason] {
                    self->reason_ = reason;
                    self->host_.changed();
                }));
        }
        why = column(8, text(tr("Reason of the manager"), type::small.weighing(600), Token::ink2), std::move(chips));
    }
    const auto label =
        blocked_ ? tr("Ask a manager") : said(tr("Add {}"), amount_words(tenths_of(typed_), chosen_->unit));
    auto act = primary_button(label, [self] { self->record(self->reason_); })
                   .waiting(busy_)
                   .off_because(tenths_of(typed_) <= 0        ? tr("Type the amount first")
                                : blocked_ && reason_.empty() ? tr("Tap a reason first")
                                                              : std::string{});
    return column(12, heading(chosen_->name), std::move(lots),
                  problem_.empty() ? std::nullopt : std::optional{banner(problem_, Tone::danger, Icon::triangle_alert)},
                  std::move(why), amount_pad(pad), space(),
                  row(12,
                      button(tr("Back"),
                             [self] {
                                 self->chosen_.reset();
                                 self->problem_.clear();
                                 self->blocked_ = false;
                                 self->host_.changed();
                             },
                             {ButtonKind::outline}),
                      act.growing()));
}

Sheet AddProduct::sheet(const Viewport& view) const
{
    Sheet sheet;
    sheet.width = 440;
    sheet.name = tr("Add a product");
    sheet.content = chosen_ ? amount(view) : search();
    sheet.on_cancel = [self = const_cast<AddProduct*>(this)] {
        if (!self->busy_) self->close();
    };
    return sheet;
}

Node lot_chips(const std::vector<LotChoice>& lots, const std::string& chosen,
               const std::function<void(const LotChoice&)>& choose)
{
    auto chips = wrap(8);
    for (const auto& lot : lots) {
        const auto label = lot.expires.empty() ? said(tr("Lot {}"), lot.lot)
                                               : said(tr("Lot {}, {}"), lot.lot, expiry_words(lot.expires));
        put(chips.children,
            chip(label, lot.lot == chosen, [choose, lot] { choose(lot); })
                .off_because(lot.expired ? said(tr("Lot {} expired {}"), lot.lot, expiry_words(lot.expires))
                                         : std::string{}));
    }
    return chips;
}

std::string expiry_words(const std::string& date)
{
    if (date.size() < 7) return date;
    const auto year = date.substr(0, 4), month = date.substr(5, 2);
    return spoken() == "ja" ? year + '/' + month : month + '/' + year;
}

}  // namespace kushi
