#include "app/screens/checkout/checkout_panel.h"
#include "app/screens/till/till_parts.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/keypad.h"
#include "app/widgets/label.h"
#include "app/widgets/sheet.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

Node pad(const std::string& group, const CheckoutIntents& intents, bool busy)
{
    KeypadLook look;
    look.group = group;
    look.on_digits = intents.type;
    look.on_delete = [act = intents.type] { act({}); };
    look.left_key = "00";
    look.delete_name = tr("Delete");
    look.key_height = 60;
    look.gap = 8;
    look.busy = busy;
    look.seven_on_top = true;
    return keypad(look);
}

std::vector<Node> buttons(Node first, Node second)
{
    std::vector<Node> both;
    put(both, std::move(first));
    put(both, std::move(second));
    return both;
}

Sheet line_sheet(const CheckoutState& state, const TillLine& line, const CheckoutIntents& intents, const Locale& locale)
{
    StepperLook quantity;
    quantity.name = tr("Quantity");
    quantity.value = line.quantity.text();
    quantity.less = tr("One less");
    quantity.more = tr("One more");
    quantity.on_less = [act = intents.less, id = line.id] { act(id); };
    quantity.on_more = [act = intents.more, id = line.id] { act(id); };
    if (line.quantity <= Quantity::whole(1)) quantity.no_less = tr("There is one. Remove takes it off the bill");
    quantity.value_width = 48;
    auto steps = stepper(quantity).wide(160);
    for (auto& part : steps.children) part.busy = state.busy == "line:" + line.id;
    auto body = column(16);
    std::vector<Node> foot;
    if (state.line.price_open) {
        put(body.children, amount_box(tr("Price each"), amount_words(state.line.price, locale), 72));
        put(body.children, pad(tr("Price each"), intents, state.sheet_busy));
        put(body.children, reason_chips({tr("Price promised"), tr("Damaged box"), tr("Staff price"), tr("Other")},
                                        state.line.reason, intents.choose_reason));
        put(body.children, problem_banner(state.sheet_problem));
        auto set = button(said(tr("Set price {}"), amount_words(state.line.price, locale)), intents.set_price,
                          {ButtonKind::primary})
                       .waiting(state.sheet_busy)
                       .growing();
        if (state.line.reason.empty()) set.disabled = tr("Choose a reason first");
        put(foot, std::move(set));
    } else {
        put(body.children, row(12, text(tr("Quantity"), type::label).growing(), std::move(steps)));
        put(body.children, rule());
        put(body.children,
            row(12, text(tr("Price each"), type::label).growing(), money(amount_words(line.unit_price, locale)),
                button(tr("Change price"), intents.open_price, {ButtonKind::outline, ButtonSize::medium})));
        put(body.children, problem_banner(state.sheet_problem));
        foot = buttons(button(tr("Remove from bill"), [act = intents.remove, id = line.id] { act(id); },
                              {ButtonKind::outline, ButtonSize::normal, Icon::trash_2}),
                       button(tr("Done"), intents.close, {ButtonKind::primary}).growing());
    }
    Sheet sheet;
    sheet.name = line.name;
    sheet.on_cancel = intents.close;
    sheet.content =
        sheet_body(line_words(line), therapist_words(state, line), intents.close, std::move(body), std::move(foot));
    return sheet;
}

Sheet discount_sheet(const CheckoutState& state, const CheckoutIntents& intents, const Locale& locale)
{
    const auto& form = state.discounting;
    const auto value = form.by_percent ? std::to_string(form.percent) + '%' : amount_words(form.amount, locale);
    const auto way = [&](bool by_percent) { return [act = intents.choose_way, by_percent] { act(by_percent); }; };
    auto body = column(12,
                       segmented(tr("How to take it off"), {{tr("Percent"), way(true)}, {tr("Amount"), way(false)}},
                                 form.by_percent ? 0 : 1, 48),
                       amount_box(tr("Discount"), value, 64));
    if (form.by_percent && !form.typing) {
        auto presets = wrap(8);
        for (const std::int64_t percent : {5, 10, 15, 20, 30}) {
            put(presets.children,
                chip(std::to_string(percent) + '%', form.percent == percent, [act = intents.choose_percent, percent] {
                    act(percent);
                }).grouped("presets"));
        }
        put(presets.children, chip(tr("Other percentage"), false, intents.type_percent).grouped("presets"));
        put(body.children, std::move(presets));
    } else {
        put(body.children, pad(tr("Discount"), intents, state.sheet_busy));
    }
    put(body.children, reason_chips({tr("Rebooked today"), tr("Birthday"), tr("Regular client"), tr("Our mistake")},
                                    form.reason, intents.choose_reason));
    put(body.children, problem_banner(state.sheet_problem));
    auto give = button(said(tr("Take off {}"), value), intents.give_discount, {ButtonKind::primary})
                    .waiting(state.sheet_busy)
                    .growing();
    if (!form.is_filled())
        give.disabled = (form.by_percent ? form.percent : form.amount) == 0 ? tr("Say how much first")
                                                                            : tr("Choose a reason first");
    std::vector<Node> foot;
    if (state.bill.discount > 0)
        put(foot,
            button(tr("Remove discount"), intents.drop_discount, {ButtonKind::outline}).waiting(state.sheet_busy));
    put(foot, std::move(give));
    Sheet sheet;
    sheet.name = tr("Discount");
    sheet.on_cancel = intents.close;
    sheet.content = sheet_body(sheet.name, tr("Shared over all lines. A large one asks a manager"), intents.close,
                               std::move(body), std::move(foot));
    return sheet;
}

Sheet tip_sheet(const CheckoutState& state, const CheckoutIntents& intents, const Locale& locale)
{
    const auto& form = state.tipping;
    auto presets = row(12);
    for (const auto amount : tip_presets(locale.currency)) {
        put(presets.children, button(amount_words(amount, locale), [act = intents.choose_tip, amount] { act(amount); },
                                     {ButtonKind::tonal, ButtonSize::large})
                                  .growing()
                                  .grouped("tips")
                                  .waiting(state.sheet_busy));
    }
    auto people = wrap(8);
    for (const auto& [id, name] : state.therapists) {
        put(people.children,
            chip(given_name(name), form.staff == id, [act = intents.choose_tip_staff, id = id] { act(id); })
                .keyed(id)
                .grouped("tip for"));
    }
    auto body = column(20, std::move(presets));
    if (!state.therapists.empty())
        put(body.children, column(8, text(tr("Tip for"), type::caption.weighing(600), Token::ink2), std::move(people)));
    std::vector<Node> foot;
    if (form.typing) {
        put(body.children, amount_box(tr("Tip"), amount_words(form.amount, locale), 64));
        put(body.children, pad(tr("Tip"), intents, state.sheet_busy));
        auto add =
            button(said(tr("Add tip {}"), amount_words(form.amount, locale)), intents.add_tip, {ButtonKind::primary})
                .waiting(state.sheet_busy)
                .growing();
        if (form.amount == 0) add.disabled = tr("Say how much first");
        put(foot, std::move(add));
    } else {
        if (state.bill.tip > 0)
            put(foot, button(tr("No tip"), [act = intents.choose_tip] { act(0); }, {ButtonKind::outline})
                          .growing()
                          .waiting(state.sheet_busy));
        put(foot, button(tr("Other amount"), intents.type_tip, {ButtonKind::outline}).growing());
    }
    put(body.children, problem_banner(state.sheet_problem));
    Sheet sheet;
    sheet.name = tr("Tip");
    sheet.on_cancel = intents.close;
    sheet.content = sheet_body(sheet.name, tr("On its own line, outside the total"), intents.close, std::move(body),
                               std::move(foot));
    return sheet;
}

Sheet blocked_sheet(const CheckoutState& state, const CheckoutIntents& intents)
{
    const auto* item = state.item(state.blocking.item);
    const auto name = item == nullptr ? std::string{} : item->name;
    std::string alerts;
    for (const auto& alert : state.visit.alerts) alerts += (alerts.empty() ? "" : tr(", ")) + alert;
    auto body = column(
        20,
        alerts.empty()
            ? std::nullopt
            : std::optional{banner(said(tr("Allergies on the card: {}"), alerts), Tone::danger, Icon::triangle_alert)},
        paragraph(tr("It holds something that this client does not bear. It is sold only by a manager's leave and with "
                     "a reason."),
                  type::body, Token::ink2),
        reason_chips({tr("For somebody else"), tr("The client knows and wishes it"), tr("The alert is out of date")},
                     state.blocking.reason, intents.choose_reason),
        problem_banner(state.sheet_problem));
    auto sell =
        button(tr("Sell anyway"), intents.sell_blocked, {ButtonKind::danger}).waiting(state.sheet_busy).growing();
    if (state.blocking.reason.empty()) sell.disabled = tr("Choose a reason first");
    Sheet sheet;
    sheet.name = said(tr("{} is blocked"), name);
    sheet.on_cancel = intents.close;
    sheet.content =
        sheet_body(sheet.name, {}, intents.close, std::move(body),
                   buttons(button(tr("Do not sell"), intents.close, {ButtonKind::outline}), std::move(sell)));
    return sheet;
}

Sheet out_of_stock_sheet(const CheckoutState& state, const CheckoutIntents& intents)
{
    const auto* item = state.item(state.blocking.item);
    Sheet sheet;
    sheet.side = Sheet::Side::middle;
    sheet.name = said(tr("{}: 0 left"), item == nullptr ? std::string{} : item->name);
    sheet.on_cancel = intents.close;
    auto both = row(12, button(tr("Do not sell"), intents.close, {ButtonKind::outline}).growing(),
                    primary_button(tr("Sell it"), intents.sell_out_of_stock).growing());
    sheet.content = dialog_content(
        sheet.name,
        tr("The stock says that there is none. If one is in your hand, sell it: the count is set right later."),
        std::move(both));
    return sheet;
}

}  // namespace

std::optional<Sheet> checkout_sheet(const CheckoutState& state, const CheckoutIntents& intents, const Locale& locale)
{
    using Face = CheckoutState::Face;
    switch (state.face) {
        case Face::line: {
            const auto* line = state.bill.line(state.line.line);
            return line == nullptr ? std::nullopt : std::optional{line_sheet(state, *line, intents, locale)};
        }
        case Face::discount:
            return discount_sheet(state, intents, locale);
        case Face::tip:
            return tip_sheet(state, intents, locale);
        case Face::blocked:
            return blocked_sheet(state, intents);
        case Face::out_of_stock:
            return out_of_stock_sheet(state, intents);
        case Face::none:
            break;
    }
    return std::nullopt;
}

}  // namespace kushi
