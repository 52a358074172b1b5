#include "app/screens/payment/payment_panel.h"

#include <fmt/format.h>

#include "app/screens/till/till_parts.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/keypad.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

Node part_row(const TillTender& part, std::size_t place, const PaymentState& state, const PaymentIntents& intents,
              const Locale& locale)
{
    const auto amount = amount_words(part.amount, locale);
    auto names = column(0, text(tender_words(part), type::strong));
    if (!part.reference.empty())
        put(names.children, text(said(tr("Slip {}"), part.reference), type::caption, Token::ink2));
    auto remove = icon_button(
                      Icon::cross, said(tr("Take back {0} {1}"), tender_words(part), amount),
                      [act = intents.drop_part, place] { act(place); }, false)
                      .waiting(state.busy);
    auto line = row(12, icon(tender_icon(part.type), 24, Token::ink), names.growing().shrinking(), money(amount),
                    std::move(remove));
    line.padding = Insets{16, 0, 4, 0};
    line.drawing = ground(Token::sunken, 16);
    return line.keyed(fmt::format("part {}", place)).at_least(0, 64);
}

Node due_card(const PaymentState& state, const PaymentIntents& intents, const Locale& locale, const Viewport& view)
{
    const auto& bill = state.bill;
    const auto label =
        bill.tip > 0 ? said(tr("Amount due, tip of {} included"), amount_words(bill.tip, locale)) : tr("Amount due");
    const bool tight = view.keyboard > 0;
    auto list = column(0);
    if (!tight) {
        put(list.children, text(label, type::body, Token::ink2));
        put(list.children, money(amount_words(bill.due, locale), type::money_m, Token::ink, Align::start));
        put(list.children, room(16));
    }
    if (!state.parts.empty() && !tight) {
        put(list.children, text(tr("Paid so far"), type::caption.weighing(600), Token::ink2));
        put(list.children, room(8));
        auto parts = column(8);
        for (std::size_t i = 0; i < state.parts.size(); ++i)
            put(parts.children, part_row(state.parts[i], i, state, intents, locale));
        // Many parts scroll; a few take what they need.
        if (state.parts.size() > 2)
            put(list.children, scroll("parts", 0, std::move(parts)));
        else
            put(list.children, std::move(parts));
        put(list.children, room(16));
    }
    if (!tight) put(list.children, rule());
    if (!tight) put(list.children, room(14));
    // The amount is told with its label.
    put(list.children, text(tr("Left to pay"), type::body, Token::ink2).told(ControlRole::none, {}));
    auto left = money(amount_words(state.left(), locale), view.compact() ? type::money_l : type::money_xl, Token::ink,
                      Align::start);
    left.access = {ControlRole::status, tr("Left to pay"), amount_words(state.left(), locale), {}, false};
    put(list.children, std::move(left));
    if (state.parts.size() <= 2 || tight) put(list.children, space());
    if (state.change() > 0 && !tight)
        put(list.children, change_panel(state.change(), state.denominations, locale, view.compact()));
    return card(std::move(list), view.compact() ? Insets{16, 20, 16, 16} : Insets{24}).wide(view.compact() ? 312 : 392);
}

Node quick_key(const std::string& label, const std::string& name, bool chosen, bool busy, std::function<void()> act)
{
    Node node;
    node.drawing = painting(
        fmt::format("quick/{}/{}", chosen, label), {0, 64}, [=](Canvas& canvas, const Rect& rect, const Look& look) {
            canvas.fill(rect, chosen || look.pressed ? Token::primary_soft : Token::surface, 18);
            canvas.frame(rect, chosen || look.pressed ? Token::primary : Token::line, 18, chosen ? 2 : 1);
            draw_focus(canvas, rect, look, 18);
            canvas.text(rect.inset(4, 0), label, {19, 26, 600, true}, chosen ? Token::on_primary_soft : Token::ink,
                        Align::center);
        });
    node.access = {ControlRole::button, name, {}, {}, chosen};
    return node.keyed("quick " + label).growing().grouped("quick cash").waiting(busy).tapped(std::move(act));
}

KeypadLook pad_of(const PaymentState& state, const PaymentIntents& intents, const std::string& group, int key_height)
{
    KeypadLook look;
    look.group = group;
    look.on_digits = intents.type;
    look.on_delete = [act = intents.type] { act({}); };
    look.left_key = "00";
    look.delete_name = tr("Delete");
    look.key_height = key_height;
    look.busy = state.busy;
    look.seven_on_top = true;
    return look;
}

/// The button that takes the next part: it says what it does.
Node take_button(const PaymentState& state, const PaymentIntents& intents, const Locale& locale)
{
    const ButtonLook look{ButtonKind::primary, ButtonSize::large, Icon::check};
    if (state.is_paid()) return button(tr("Finish the sale"), intents.finish, look).waiting(state.busy);
    const bool part = state.next_amount() > 0 && state.left_after() > 0;
    auto label = state.way == PayWay::cash   ? tr("Take cash")
                 : state.way == PayWay::card ? tr("Take card")
                                             : tr("Take QR pay");
    if (part)
        label = said(tr("Take {0}, {1} left"), amount_words(state.next_amount(), locale),
                     amount_words(state.left_after(), locale));
    auto node = button(std::move(label), intents.take, look).keyed("take").waiting(state.busy);
    if (state.next_amount() == 0)
        node.disabled =
            state.way == PayWay::cash ? tr("Type what was handed over, or tap Exact") : tr("Type how much goes on it");
    else if (state.way != PayWay::cash && state.next_amount() > state.left())
        node.disabled = tr("Only cash may be more than what is left");
    return node;
}

Node cash_side(const PaymentState& state, const PaymentIntents& intents, const Locale& locale, const Viewport& view)
{
    const int inner = view.size.height - 88 - view.margin() - 56 - 72 - 2 * 16 - (state.problem.empty() ? 0 : 64);
    const int key_height = std::max(56, (inner - 84 - 10 - 30) / 4);
    auto pad = column(10, amount_box(tr("Cash received"), amount_words(state.typed, locale)),
                      keypad(pad_of(state, intents, tr("Cash received"), key_height)));
    const auto left = amount_words(state.left(), locale);
    auto quick =
        column(10, text(tr("Quick cash"), type::caption.weighing(600), Token::ink2),
               quick_key(said(tr("Exact {}"), left), said(tr("Exact {}"), left), false, state.busy, intents.exact));
    for (const auto amount : quick_amounts(state.left(), state.denominations)) {
        const auto words = amount_words(amount, locale);
        put(quick.children, quick_key(words, said(tr("Received {}"), words), state.typed == amount, state.busy,
                                      [act = intents.quick, amount] { act(amount); }));
    }
    return row(view.gap(), pad.growing(), quick.wide(view.compact() ? 184 : 232)).crossed(Across::stretch).growing();
}

Node slip_side(const PaymentState& state, const PaymentIntents& intents, const Locale& locale, const Viewport& view)
{
    const bool card_way = state.way == PayWay::card;
    auto list = column(16);
    if (view.keyboard == 0) {
        auto box =
            amount_box(card_way ? tr("On the card") : tr("By QR pay"), amount_words(state.next_amount(), locale));
        auto amount = row(12, box.growing());
        if (!state.typing) put(amount.children, button(tr("Other amount"), intents.type_amount, {ButtonKind::outline}));
        put(list.children, std::move(amount));
    }
    Entry entry;
    entry.kind = Entry::Kind::phone;
    entry.text = state.slip;
    entry.placeholder = card_way ? tr("As printed on the slip") : tr("Where there is one");
    entry.most_characters = 64;
    entry.on_change = intents.type_slip;
    entry.on_enter = intents.take;
    FieldLook look;
    look.name = tr("Number of the slip");
    look.error = state.slip_problem;
    auto slip = field(look, std::move(entry));
    put(list.children, std::move(slip));
    if (view.keyboard > 0) return list.growing();
    if (state.typing)
        put(list.children, keypad(pad_of(state, intents, tr("Amount"), 64)).keyed("part pad"));
    else
        put(list.children, banner(card_way ? tr("Take the card on its machine first. Kushi does not reach it: the "
                                                "number of its slip is typed here.")
                                           : tr("Let the client scan and pay first. Kushi does not reach the QR "
                                                "service: its number is typed here."),
                                  Tone::info, Icon::info));
    return list.growing();
}

/// All of it is there, but the sale is not made yet: the day is closed, say.
Node paid_side(const PaymentState& state)
{
    return empty_state(state.bill.due == 0 ? tr("Nothing to pay") : tr("All of it is there"),
                       state.bill.due == 0 ? tr("The bill comes to nothing. Finish it as it is.")
                                           : tr("Nothing more is to be taken. Finish the sale."))
        .growing();
}

Node way_side(const PaymentState& state, const PaymentIntents& intents, const Locale& locale, const Viewport& view)
{
    const auto to = [&](PayWay way) { return [act = intents.choose_way, way] { act(way); }; };
    auto list = column(16);
    if (view.keyboard == 0) {
        if (!state.is_paid())
            put(list.children, segmented(tr("How it is paid"),
                                         {{tr("Cash"), to(PayWay::cash), Icon::banknote},
                                          {tr("Card"), to(PayWay::card), Icon::credit_card},
                                          {tr("QR pay"), to(PayWay::qr), Icon::qr_code}},
                                         static_cast<int>(state.way)));
        put(list.children, problem_banner(state.problem));
    }
    if (state.is_paid())
        put(list.children, paid_side(state));
    else
        put(list.children, state.way == PayWay::cash ? cash_side(state, intents, locale, view)
                                                     : slip_side(state, intents, locale, view));
    put(list.children, take_button(state, intents, locale));
    return list.growing();
}

}  // namespace

std::string payment_subtitle(const PaymentState& state, const Locale& locale)
{
    if (!state.loaded || state.visit.id.empty()) return {};
    const auto count = static_cast<long>(state.bill.lines.size());
    return said(tr("{0} · {1}"), visit_words(state.visit, locale), said(tr_count("{} item", "{} items", count), count));
}

Node payment_panel(const PaymentState& state, const PaymentIntents& intents, const Locale& locale, const Viewport& view)
{
    if (!state.loaded && !state.problem.empty()) {
        return empty_state(tr("This bill could not be read"), state.problem,
                           button(tr("Try again"), intents.try_again, {ButtonKind::tonal, ButtonSize::medium}));
    }
    if (!state.loaded)
        return row(view.gap(), skeleton(392, 400), skeleton(480, 400)).told(ControlRole::status, tr("Loading"));
    return row(view.gap(), due_card(state, intents, locale, view), way_side(state, intents, locale, view))
        .crossed(Across::stretch);
}

}  // namespace kushi
