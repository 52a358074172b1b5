#include "app/screens/checkout/checkout_panel.h"

#include <fmt/format.h>

#include "app/screens/frame.h"
#include "app/screens/till/till_parts.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/field.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

Token ground_of(const TileItem& item)
{
    if (item.category == "cleanse") return Token::primary_soft;
    if (item.category == "care") return Token::boxwood_soft;
    if (item.category == "tools") return Token::tools_soft;
    if (item.category == "food") return Token::info_soft;
    return item.counted ? Token::sunken : Token::primary_soft;
}

/// How many are on the bill, in the corner of a tile.
Node tile_count(const std::string& words)
{
    Node node;
    node.drawing = painting("tile count/" + words, {28, 28}, [words](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.fill(rect, Token::primary, 14);
        canvas.text(rect, words, type::caption.weighing(600), Token::on_primary, Align::center);
    });
    return node.sized(std::max(28, 14 + 10 * static_cast<int>(words.size())), 28);
}

Node tile(const TileItem& item, const CheckoutState& state, const CheckoutIntents& intents, const Locale& locale,
          int height)
{
    const auto count = state.bill.count_of(item.code);
    const auto price = amount_words(item.price, locale);
    std::string mark;
    if (item.rate != state.usual_rate())
        mark = item.rate + '%' + (locale.currency == "JPY" ? " ※" : "");
    else if (item.minutes > 0)
        mark = said(tr("{} min"), item.minutes);
    auto top = row(8, paragraph(item.name, {16, 22, 600}, Token::ink, 2).growing()).crossed(Across::start);
    if (count.units > 0) put(top.children, tile_count(count.text()));
    auto foot = row(8, money(price, type::body, Token::ink, Align::start), space());
    if (item.is_out())
        put(foot.children, text(tr("0 left"), type::caption.weighing(600), Token::on_danger));
    else if (!mark.empty())
        put(foot.children, text(mark, type::caption, Token::ink2));
    auto node = column(0, std::move(top), space(), std::move(foot));
    node.padding = Insets{18, 16, 14, 14};
    node.drawing = painting(fmt::format("tile/{}", static_cast<int>(ground_of(item))), {},
                            [color = ground_of(item)](Canvas& canvas, const Rect& rect, const Look& look) {
                                canvas.fill(rect, color, 20);
                                if (look.pressed || look.busy) canvas.frame(rect, Token::primary, 20, 2);
                                draw_focus(canvas, rect, look, 20);
                            });
    const auto in_sale = count.units > 0 ? said(tr("{0}, {1} on the bill"), price, count.text()) : price;
    node.access = {ControlRole::button, item.name, in_sale, item.is_out() ? tr("0 left") : std::string{}, false};
    return node.keyed("tile " + item.code)
        .high(height)
        .growing()
        .grouped("tiles")
        .waiting(state.busy == "item:" + item.code)
        .held([act = intents.add_and_open, code = item.code] { act(code); })
        .tapped([act = intents.add, code = item.code] { act(code); });
}

Node tile_grid(const CheckoutState& state, const CheckoutIntents& intents, const Locale& locale, const Viewport& view)
{
    const auto tiles = state.tiles();
    if (tiles.empty() && state.loaded) {
        return empty_state(state.searching ? said(tr_in("catalogue", "No match for {}"), state.search) : tr("Nothing to sell here"),
                           state.searching ? tr("Search finds services, add-ons and retail by name")
                                           : tr("The catalogue has none of these"))
            .growing();
    }
    const std::size_t across = view.compact() ? 2 : 3;
    auto grid = scroll("tiles", 12);
    grid.key = fmt::format("tiles {}", static_cast<int>(state.tab));
    grid.padding.right = tiles.size() > 4 * across ? 12 : 0;  // where it scrolls it shows how far
    for (std::size_t i = 0; i < tiles.size(); i += across) {
        auto line = row(12).crossed(Across::stretch);
        for (std::size_t k = i; k < i + across; ++k) {
            put(line.children, k < tiles.size() ? tile(*tiles[k], state, intents, locale, view.compact() ? 120 : 145)
                                                : Node{}.growing());
        }
        put(grid.children, std::move(line));
    }
    return grid;
}

Node tabs(const CheckoutState& state, const CheckoutIntents& intents)
{
    const auto to = [&](TileTab tab) { return [act = intents.choose_tab, tab] { act(tab); }; };
    auto segments = segmented(tr("What to add"),
                              {{tr("Services"), to(TileTab::services)},
                               {tr("Add-ons"), to(TileTab::addons)},
                               {tr("Retail"), to(TileTab::retail)}},
                              static_cast<int>(state.tab));
    return row(12, segments.growing(), icon_button(Icon::search, tr("Search the catalogue"), intents.open_search));
}

Node search_bar(const CheckoutState& state, const CheckoutIntents& intents)
{
    Entry entry;
    entry.text = state.search;
    entry.placeholder = tr("Service, add-on or product");
    entry.most_characters = 60;
    entry.wants_focus = true;
    entry.on_change = intents.search;
    FieldLook look;
    look.name = tr("Search the catalogue");
    look.icon = Icon::search;
    look.label_shows = false;
    return row(12, field(look, std::move(entry)).growing(),
               icon_button(Icon::cross, tr("Close the search"), intents.close_search));
}

std::optional<std::string> line_note(const CheckoutState& state, const TillLine& line, const Locale& locale)
{
    std::string words = therapist_words(state, line);
    const auto add = [&](const std::string& more) { words += (words.empty() ? "" : " · ") + more; };
    if (line.reduced) add(said(tr("Reduced rate {}%"), line.rate));
    if (state.has_own_price(line)) add(said(tr("{} each"), amount_words(line.unit_price, locale)));
    if (line.discount > 0) add(said(tr("{} discount"), taken_off_words(line.discount, locale)));
    return words.empty() ? std::nullopt : std::optional{words};
}

Node line_stepper(const CheckoutState& state, const TillLine& line, const CheckoutIntents& intents)
{
    StepperLook look;
    look.name = said(tr("Quantity of {}"), line.name);
    look.value = line.quantity.text();
    const bool last = line.quantity <= Quantity::whole(1);
    look.less = said(last ? tr("Remove {}") : tr("One less of {}"), line.name);
    look.more = said(tr("One more of {}"), line.name);
    look.on_less = [act = last ? intents.remove : intents.less, id = line.id] { act(id); };
    look.on_more = [act = intents.more, id = line.id] { act(id); };
    look.on_value = [act = intents.open_line, id = line.id] { act(id); };
    look.value_width = 24;
    auto node = stepper(look);
    for (auto& part : node.children) part.busy = state.busy == "line:" + line.id;
    if (last) node.children.front().repeats = false;
    return node;
}

Node line_row(const CheckoutState& state, const TillLine& line, bool first, const CheckoutIntents& intents,
              const Locale& locale, const Viewport& view)
{
    const auto note = line_note(state, line, locale);
    const auto amount = amount_words(line.extended - line.discount, locale);
    auto names = column(0, paragraph(line_words(line), {16, 21, 600}, Token::ink, 2));
    if (note) put(names.children, paragraph(*note, type::caption, Token::ink2, 2));
    names.along = Along::center;
    names.least_height = 52;
    names.drawing = painting("line names", {}, [](Canvas& canvas, const Rect& rect, const Look& look) {
        if (look.pressed) canvas.fill(rect.inset(-8, 0), Token::sunken, 12);
        draw_focus(canvas, rect, look, 8);
    });
    names.access = {ControlRole::button,
                    said(tr("Change {}"), line.name),
                    amount_words(line.extended - line.discount, locale),
                    {},
                    false};
    names = names.tapped([act = intents.open_line, id = line.id] { act(id); });
    const bool steps = line.kind != "service";
    auto box =
        view.compact() && steps
            ? row(8, names.growing(), column(4, money(amount), line_stepper(state, line, intents).self(Across::end)))
            : row(12, names.growing(), steps ? std::optional{line_stepper(state, line, intents)} : std::nullopt,
                  money(amount).at_least(68, 0));
    box.padding = Insets{0, 10};
    return list_row(std::move(box), first).keyed("line " + line.id).at_least(0, 72);
}

Node client_head(const CheckoutState& state, const CheckoutIntents& intents, const Locale& locale)
{
    const auto& visit = state.visit;
    const auto name = visit.id.empty() ? tr("Loading") : visit_words(visit, locale);
    std::string with;
    if (!visit.therapist_name.empty()) with = said(tr("With {}"), given_name(visit.therapist_name));
    if (!visit.alerts.empty()) with += (with.empty() ? "" : " · ") + tr("Allergy alert");
    auto names = column(0, text(name, type::label));
    if (!with.empty())
        put(names.children, text(with, type::caption, visit.alerts.empty() ? Token::ink2 : Token::on_danger));
    auto head =
        row(12, client_avatar(visit.client.empty() ? visit.id : visit.client, visit.name.empty() ? "–" : visit.name),
            names.growing().shrinking());
    if (visit.client.empty()) return head.high(48);
    put(head.children, icon(Icon::chevron_right, 24, Token::ink2));
    head.drawing = painting("client head", {}, [](Canvas& canvas, const Rect& rect, const Look& look) {
        if (look.pressed) canvas.fill(rect.inset(-8, -4), Token::sunken, 16);
        draw_focus(canvas, rect, look, 16);
    });
    head.access = {ControlRole::button, said(tr("Client card of {}"), name), {}, {}, false};
    return head.high(48).tapped(intents.open_client);
}

Node sums(const CheckoutState& state, const Locale& locale)
{
    const auto& bill = state.bill;
    auto list = column(0);
    if (bill.discount > 0) {
        const auto reason = state.discount ? state.discount->reason : std::string{};
        put(list.children, sum_row(reason.empty() ? tr("Discount") : said(tr("Discount, {}"), reason),
                                   taken_off_words(bill.discount, locale), false, Token::on_ok));
    }
    put(list.children, sum_row(tr("Total, tax included"), amount_words(bill.total, locale), true, Token::ink));
    auto rates = wrap(12);
    rates.gap = 10;
    for (const auto& rate : bill.rates)
        put(rates.children,
            text(rate_words(rate, bill.tax_is_in_prices(), locale), type::caption.figures(), Token::ink2));
    if (!rates.children.empty()) put(list.children, std::move(rates));
    if (bill.tip > 0) {
        const auto who = state.staff.find(state.tip_staff);
        put(list.children,
            sum_row(who == state.staff.end() ? tr("Tip, shared") : said(tr("Tip for {}"), given_name(who->second)),
                    amount_words(bill.tip, locale), false));
    }
    return list;
}

Node bill_card(const CheckoutState& state, const CheckoutIntents& intents, const Locale& locale, const Viewport& view)
{
    auto lines = scroll("bill", 0);
    lines.sticks_to_end = true;
    lines.padding.right = state.bill.lines.size() > 4 ? 12 : 0;
    for (std::size_t i = 0; i < state.bill.lines.size(); ++i)
        put(lines.children, line_row(state, state.bill.lines[i], i == 0, intents, locale, view));
    const bool empty = state.bill.lines.empty();
    if (empty && state.priced) {
        lines = column(8, icon(Icon::shopping_bag, 24, Token::ink3).self(Across::center),
                       paragraph(tr("Add a service or product"), type::body, Token::ink2, 2, Align::center));
        lines.along = Along::center;
        lines = lines.growing();
    }
    const auto why = empty ? tr("Add a service or product") : std::string{};
    const auto extra = [&](const std::string& label, Icon sign, const std::function<void()>& act) {
        return button(label, act, {ButtonKind::tonal, ButtonSize::medium, sign}).growing().off_because(why);
    };
    auto pay = button(tr("Pay"), intents.pay,
                      {ButtonKind::primary, ButtonSize::large, Icon::none, amount_words(state.bill.due, locale)})
                   .waiting(state.busy == "pay")
                   .off_because(why);
    pay.access.name = tr("Pay");
    pay.access.value = amount_words(state.bill.due, locale);
    auto list = column(12, client_head(state, intents, locale), rule(), std::move(lines), problem_banner(state.problem),
                       row(8, extra(tr("Discount"), Icon::percent, intents.open_discount),
                           extra(tr("Tip"), Icon::heart, intents.open_tip)),
                       empty ? std::nullopt : std::optional{sums(state, locale)}, std::move(pay));
    return card(std::move(list), view.compact() ? Insets{16, 16} : Insets{24, 20, 24, 24})
        .wide(view.compact() ? 352 : 432);
}

}  // namespace

std::string therapist_words(const CheckoutState& state, const TillLine& line)
{
    if (line.kind != "service") return {};
    const auto minutes = state.minutes_of(line.item);
    const auto who = state.staff.find(line.therapist);
    const auto name = who == state.staff.end() ? std::string{} : given_name(who->second);
    if (minutes > 0 && !name.empty()) return said(tr("{0} min with {1}"), minutes, name);
    if (minutes > 0) return said(tr("{} min"), minutes);
    return name.empty() ? name : said(tr("With {}"), name);
}

Node checkout_panel(const CheckoutState& state, const CheckoutIntents& intents, const Locale& locale,
                    const Viewport& view)
{
    if (!state.priced && !state.problem.empty()) {
        return empty_state(tr("This bill could not be read"), state.problem,
                           button(tr("Try again"), intents.try_again, {ButtonKind::tonal, ButtonSize::medium}));
    }
    auto goods = column(16, state.searching ? search_bar(state, intents) : tabs(state, intents),
                        state.loaded ? tile_grid(state, intents, locale, view)
                                     : skeleton(640, 145).told(ControlRole::status, tr("Loading")));
    return row(view.gap(), goods.growing(), bill_card(state, intents, locale, view)).crossed(Across::stretch);
}

}  // namespace kushi
