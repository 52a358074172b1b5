#include "app/screens/carts/carts_panel.h"

#include <algorithm>

#include "app/screens/frame.h"
#include "app/screens/till/till_parts.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/label.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

std::string second_line(const OpenCart& cart, const Locale& locale)
{
    const auto& visit = cart.visit;
    std::string words = visit.service_name;
    const auto add = [&](const std::string& more) { words += (words.empty() || more.empty() ? "" : " · ") + more; };
    if (!visit.therapist_name.empty()) add(said(tr("With {}"), given_name(visit.therapist_name)));
    if (const auto since = clock_text(cart.since, locale.zone); !since.empty()) add(said(tr("Ready since {}"), since));
    if (visit.status == "in_chair") add(tr("In chair"));
    return words.empty() ? tr("Nothing on it yet") : words;
}

Node cart_row(const OpenCart& cart, bool first, bool is_next, const CartsState& state, const CartsIntents& intents,
              const Locale& locale)
{
    const auto name = visit_words(cart.visit, locale);
    const auto& id = cart.visit.id;
    const auto label = cart.held ? tr("Resume") : cart.due ? tr("Pay") : tr("Open");
    auto act = button(label, [id, go = cart.held ? intents.resume : intents.open] { go(id); },
                      {is_next ? ButtonKind::primary : ButtonKind::tonal, ButtonSize::medium})
                   .waiting(state.busy == id);
    act.access.name = label + ' ' + name;
    act.shrinks = false;
    act.least_width = 112;
    auto names = column(2, text(name, type::label), text(second_line(cart, locale), type::caption, Token::ink2));
    std::optional<Node> remove;
    if (cart.is_empty_sale()) {
        remove = icon_button(
                     Icon::trash_2, said(tr("Remove {}"), name), [go = intents.remove, id] { go(id); }, false)
                     .waiting(state.busy == id);
    }
    auto line = row(16,
                    client_avatar(cart.visit.client.empty() ? id : cart.visit.client,
                                  cart.visit.name.empty() ? "–" : cart.visit.name, 44),
                    names.growing().shrinking(), std::move(remove),
                    cart.due ? std::optional{money(amount_words(*cart.due, locale), type::heading)} : std::nullopt,
                    std::move(act));
    return list_row(std::move(line), first).keyed(id).at_least(0, 80);
}

Node section(const std::string& title, const std::vector<OpenCart>& carts, const std::string& next,
             const CartsState& state, const CartsIntents& intents, const Locale& locale)
{
    auto list = column(0);
    for (std::size_t i = 0; i < carts.size(); ++i)
        put(list.children, cart_row(carts[i], i == 0, carts[i].visit.id == next, state, intents, locale));
    return column(8, row(8, heading(title, type::label), count_badge(static_cast<int>(carts.size()))).high(32),
                  card(std::move(list), Insets{24, 4}));
}

}  // namespace

std::string carts_subtitle(const CartsState& state)
{
    if (!state.loaded) return {};
    return said(tr("{0} ready to pay · {1} held"), state.ready.size(), state.held.size());
}

Node carts_panel(const CartsState& state, const CartsIntents& intents, const Locale& locale, const Viewport& /*view*/)
{
    if (!state.loaded && !state.problem.empty()) {
        return empty_state(tr("The open sales could not be read"), state.problem,
                           button(tr("Try again"), intents.try_again, {ButtonKind::tonal, ButtonSize::medium}));
    }
    if (!state.loaded)
        return column(12, skeleton(240, 32), skeleton(720, 80), skeleton(720, 80))
            .told(ControlRole::status, tr("Loading"));
    if (state.empty()) {
        auto start = button(tr("New sale"), intents.start, {ButtonKind::primary, ButtonSize::medium, Icon::plus})
                         .waiting(state.busy == "new");
        return column(
            12, problem_banner(state.problem),
            empty_state(tr("Nobody is waiting to pay"),
                        tr("Who has finished comes here. A sale without a visit starts here."), std::move(start))
                .growing());
    }
    const auto next =
        std::find_if(state.ready.begin(), state.ready.end(), [](const OpenCart& cart) { return cart.due.has_value(); });
    const auto next_id = next == state.ready.end() ? std::string{} : next->visit.id;
    auto list = scroll("carts", 20, problem_banner(state.problem));
    if (!state.ready.empty())
        put(list.children, section(tr("Ready to pay"), state.ready, next_id, state, intents, locale));
    if (!state.held.empty()) put(list.children, section(tr("Held"), state.held, next_id, state, intents, locale));
    return list;
}

}  // namespace kushi
