#include "app/screens/today/today_sheet.h"

#include "app/screens/today/today_cards.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/keypad.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

struct MenuWords {
    std::string words;
    Icon sign;
    Token ink = Token::ink;
};

MenuWords menu_words(MenuAct act, const TodayCard& card, const Locale& locale)
{
    switch (act) {
        case MenuAct::check_in:
            return {tr("Check in"), Icon::user_check};
        case MenuAct::seat:
            return {tr("Seat now"), Icon::armchair};
        case MenuAct::start:
            return {tr("Start consultation"), Icon::clipboard_list};
        case MenuAct::resume:
            return {tr("Resume"), Icon::play};
        case MenuAct::pay: {
            const auto amount =
                card.due ? ' ' + money_text(*card.due, locale.currency, locale.language) : std::string{};
            return {tr("Pay") + amount, Icon::wallet};
        }
        case MenuAct::hand_over:
            return {tr("Hand to desk"), Icon::arrow_right};
        case MenuAct::undo_check_in:
            return {tr("Undo check in"), Icon::undo_2};
        case MenuAct::move:
            return {tr("Move"), Icon::arrow_left_right};
        case MenuAct::client:
            return {tr("Client card"), Icon::user};
        case MenuAct::no_show:
            return {tr("No-show"), Icon::ban, Token::danger};
        case MenuAct::cancel:
            return {tr("Cancel visit"), Icon::cross, Token::danger};
    }
    return {};
}

Node sheet_head(const std::string& title, const std::string& line, const TodayIntents& intents)
{
    auto titles = column(0, heading(title, type::title));
    if (!line.empty()) put(titles.children, text(line, type::caption, Token::ink2));
    return row(12, titles.growing().shrinking(), icon_button(Icon::cross, tr("Close"), intents.close, false))
        .at_least(0, 48);
}

std::optional<Node> problem_of(const TodayState& state)
{
    if (state.sheet_problem.empty()) return std::nullopt;
    return banner(state.sheet_problem, Tone::danger, Icon::triangle_alert);
}

/// "10:30 · Deep Cleanse Spa, 75 min · Aoi"
std::string facts_of(const TodayCard& card, const Locale& locale)
{
    std::string facts;
    const auto add = [&](const std::string& words) {
        if (!words.empty()) facts += (facts.empty() ? "" : " · ") + words;
    };
    if (card.start) add(clock_text(*card.start, locale.zone));
    add(service_text(card));
    if (!card.therapist_name.empty()) add(given_name(card.therapist_name));
    add(card.room_name);
    return facts;
}

Node menu_row(MenuAct act, const TodayCard& card, const TodayState& state, const TodayIntents& intents,
              const Locale& locale, bool first)
{
    const auto words = menu_words(act, card, locale);
    const bool opens =
        act == MenuAct::move || act == MenuAct::client || act == MenuAct::cancel || act == MenuAct::no_show;
    auto content = row(14, icon(words.sign, 24, words.ink == Token::ink ? Token::ink2 : words.ink),
                       text(words.words, type::label, words.ink), space(),
                       opens ? std::optional{icon(Icon::chevron_right, 20, Token::ink3)} : std::nullopt);
    auto node =
        tapped_row(std::move(content), first, words.words, [intents, act, id = card.id] { intents.choose(act, id); });
    return node.grouped("menu").waiting(state.busy.contains(card.id));
}

Node menu(const TodayCard& card, const TodayState& state, const TodayIntents& intents, const TodaySight& sight)
{
    auto body = column(12, sheet_head(visitor_text(card, sight.locale), facts_of(card, sight.locale), intents));
    auto tags = wrap(8);
    put(tags.children, visit_tags(card, sight.now));
    if (!tags.children.empty()) put(body.children, std::move(tags));
    put(body.children, problem_of(state));
    auto rows = scroll("menu", 0);
    const auto acts = menu_of(card, sight.worker);
    for (std::size_t i = 0; i < acts.size(); ++i)
        put(rows.children, menu_row(acts[i], card, state, intents, sight.locale, i == 0));
    put(body.children, std::move(rows));
    return body;
}

Node chips(const std::string& label, const std::vector<TodayState::Place>& places, const std::string& chosen,
           const std::function<void(const std::string&)>& act)
{
    auto list = wrap(8);
    for (const auto& place : places)
        put(list.children,
            chip(place.name, place.code == chosen, [act, code = place.code] { act(code); }).grouped(label));
    return column(8, text(label, type::caption.weighing(600), Token::ink2),
                  std::move(list).told(ControlRole::panel, label));
}

Node move_form(const TodayCard& card, const TodayState& state, const TodayIntents& intents, const TodaySight& sight)
{
    auto body = column(
        16, sheet_head(said(tr("Move {}"), visitor_text(card, sight.locale)), facts_of(card, sight.locale), intents),
        problem_of(state));
    auto form = scroll("move", 16);
    if (state.move.start) {
        StepperLook look;
        look.name = tr("Start time");
        look.value = clock_text(*state.move.start, sight.locale.zone);
        look.less = tr("15 minutes earlier");
        look.more = tr("15 minutes later");
        look.on_less = [intents] { intents.move_start(-15); };
        look.on_more = [intents] { intents.move_start(15); };
        look.value_width = 160;
        look.height = 56;
        put(form.children, column(8, text(tr("Start time"), type::caption.weighing(600), Token::ink2),
                                  stepper(look).self(Across::start)));
    }
    put(form.children, chips(tr("Therapist"), state.therapists, state.move.therapist, intents.move_therapist));
    put(form.children, chips(tr("Room"), state.rooms, state.move.room, intents.move_room));
    put(body.children, std::move(form));
    auto save = primary_button(tr("Move"), intents.confirm).waiting(state.sheet_busy);
    if (!moves_anything(state)) save.disabled = tr("Choose another time, therapist or room first");
    put(body.children,
        row(12, button(tr("Back"), [intents, id = card.id] { intents.open_menu(id); }, {ButtonKind::outline}),
            save.growing()));
    return body;
}

std::vector<std::string> cancel_reasons()
{
    return {tr("Client called off"), tr("Client is ill"), tr("Booked twice"), tr("Salon cannot"),
            tr("Left before the start")};
}

Node cancel_form(const TodayCard& card, const TodayState& state, const TodayIntents& intents, const TodaySight& sight)
{
    const bool no_show = state.face == TodayState::Face::no_show;
    const auto who = visitor_text(card, sight.locale);
    auto body = column(16,
                       sheet_head(no_show ? said(tr("{} did not come?"), who) : said(tr("Cancel {}?"), who),
                                  facts_of(card, sight.locale), intents),
                       problem_of(state));
    if (no_show) {
        put(body.children, paragraph(tr("The visit leaves the board and is kept as a no-show with the client."),
                                     type::body, Token::ink2));
    } else {
        auto reasons = wrap(8);
        for (const auto& words : cancel_reasons()) {
            put(reasons.children,
                chip(words, state.reason == words, [intents, words] { intents.reason(words); }).grouped("reason"));
        }
        put(body.children, column(8, text(tr("Reason"), type::caption.weighing(600), Token::ink2),
                                  std::move(reasons).told(ControlRole::panel, tr("Reason"))));
    }
    put(body.children, space());
    auto act = button(no_show ? tr("No-show") : tr("Cancel visit"), intents.confirm, {ButtonKind::danger})
                   .waiting(state.sheet_busy);
    if (!no_show && state.reason.empty()) act.disabled = tr("Choose a reason first");
    put(body.children,
        row(12, button(tr("Back"), [intents, id = card.id] { intents.open_menu(id); }, {ButtonKind::outline}),
            act.growing()));
    return body;
}

Node open_day_form(const TodayState& state, const TodayIntents& intents, const TodaySight& sight)
{
    const auto& locale = sight.locale;
    KeypadLook pad;
    pad.group = tr("Float");
    pad.on_digits = intents.float_digits;
    pad.on_delete = intents.float_erase;
    pad.left_key = "00";
    pad.delete_name = tr("Delete");
    pad.busy = state.sheet_busy;
    auto amount = row(12, text(tr("Float in the drawer"), type::body, Token::ink2), space(),
                      money(money_text(state.opening_float, locale.currency, locale.language), type::money_m));
    amount.access = {ControlRole::status,
                     tr("Float in the drawer"),
                     money_text(state.opening_float, locale.currency, locale.language),
                     {},
                     false};
    return column(16, sheet_head(tr("Open the day"), long_day_text(state.date, locale.language), intents),
                  paragraph(tr("Count the cash that lies in the drawer now. Selling begins with it."), type::caption,
                            Token::ink2),
                  problem_of(state), std::move(amount), keypad(pad), space(),
                  primary_button(tr("Open the day"), intents.confirm, ButtonSize::large).waiting(state.sheet_busy));
}

Node done_list(const TodayState& state, const TodayIntents& intents, const TodaySight& sight)
{
    const auto sum =
        sight.worker.sells ? money_text(state.done_total, sight.locale.currency, sight.locale.language) : std::string{};
    auto list = scroll("done", 12);
    for (const auto& card : state.done) put(list.children, paid_card(card, intents, sight));
    if (state.done.empty()) put(list.children, text(tr("Nobody has paid yet today"), type::body, Token::ink3));
    return column(16, sheet_head(tr_in("board", "Done"), sum, intents), std::move(list));
}

}  // namespace

std::optional<Sheet> today_sheet(const TodayState& state, const TodayIntents& intents, const TodaySight& sight)
{
    using Face = TodayState::Face;
    const auto* card = state.card(state.chosen);
    Sheet sheet;
    sheet.on_cancel = intents.close;
    switch (state.face) {
        case Face::none:
        case Face::walk_in:
            return std::nullopt;
        case Face::open_day:
            sheet.name = tr("Open the day");
            sheet.content = open_day_form(state, intents, sight);
            return sheet;
        case Face::done_list:
            sheet.name = tr_in("board", "Done");
            sheet.content = done_list(state, intents, sight);
            return sheet;
        default:
            break;
    }
    if (card == nullptr) return std::nullopt;
    sheet.name = visitor_text(*card, sight.locale);
    if (state.face == Face::menu)
        sheet.content = menu(*card, state, intents, sight);
    else if (state.face == Face::move)
        sheet.content = move_form(*card, state, intents, sight);
    else
        sheet.content = cancel_form(*card, state, intents, sight);
    return sheet;
}

}  // namespace kushi
