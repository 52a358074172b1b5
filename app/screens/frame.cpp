#include "app/screens/frame.h"

#include <fmt/format.h>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/comb.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

Node rail_place(const std::string& name, Icon sign, bool here, std::function<void()> act)
{
    Node node;
    node.drawing = painting(fmt::format("rail/{}/{}/{}", here, static_cast<int>(sign), name), {80, 68},
                            [=](Canvas& canvas, const Rect& rect, const Look& look) {
                                if (here || look.pressed) canvas.fill(rect, here ? Token::primary_soft : Token::sunken, 16);
                                draw_focus(canvas, rect, look, 16);
                                const Token ink = here ? Token::on_primary_soft : Token::ink2;
                                canvas.icon(sign, {rect.x + (rect.width - 24) / 2, rect.y + 11, 24, 24}, ink);
                                canvas.text({rect.x + 2, rect.y + 40, rect.width - 4, 18}, name, here ? type::tag : type::small, ink, Align::center);
                            });
    node.access = {ControlRole::tab, name, {}, {}, here};
    return node.sized(80, 68).grouped("rail").tapped(std::move(act));
}

Node rail(Host& host, const Viewport& view, Station station)
{
    const auto& who = host.person();
    const bool locked = host.locked();
    auto places = column(8, logo(56), room(0));
    const auto put_place = [&](Station one, const std::string& name, Icon sign, const char* screen) {
        if (!locked) put(places.children, rail_place(name, sign, station == one, [&host, screen] { host.home({screen}); }));
    };
    put_place(Station::today, tr("Today"), Icon::calendar_days, "today");
    put_place(Station::clients, tr("Clients"), Icon::users, "clients");
    if (who.sells()) put_place(Station::checkout, tr("Checkout"), Icon::shopping_bag, "carts");
    if (who.manages()) put_place(Station::reports, tr("Reports"), Icon::chart_column, "report");
    put_place(Station::more, tr("More"), Icon::ellipsis, "more");
    put(places.children, space());
    if (locked) put(places.children, rail_place(tr("Sign in"), Icon::lock, true, [&host] { host.with_pin([] {}); }));
    else put(places.children, rail_place(tr("Lock"), Icon::lock, false, [&host] { host.lock(); }));
    places.across = Across::center;
    places.padding = Insets{0, 16};
    places.access = {ControlRole::panel, tr("Places"), {}, {}, false};
    places.drawing = painting("rail ground", {}, [](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.fill(rect, Token::surface);
        canvas.fill({rect.right() - 1, rect.y, 1, rect.height}, Token::line);
    });
    return places.wide(view.rail());
}

Node printer_pill(Host& host, const Viewport& view)
{
    const auto& printer = host.printer();
    const Icon compact = view.compact() ? Icon::printer : Icon::none;
    const auto open = [&host] { host.with_pin([&host] { host.open({"devices"}); }); };
    if (!printer.exists) return status_pill(tr("No printer"), Tone::plain, tr("No printer is set up"), open, compact);
    if (printer.no_paper) return status_pill(tr("No paper"), Tone::danger, tr("The printer has no paper"), open, compact);
    if (!printer.ready) return status_pill(tr("Printer off"), Tone::warn, printer.sentence.empty() ? tr("The printer does not answer") : printer.sentence, open, compact);
    if (printer.waiting > 0) {
        return status_pill(said(tr("{} waiting"), printer.waiting), Tone::warn,
                           said(tr_count("{} paper waits for the printer", "{} papers wait for the printer", printer.waiting), printer.waiting), open, compact);
    }
    return status_pill(tr("Printer"), Tone::ok, tr("The printer is ready"), open, compact);
}

Node bar(Host& host, const Viewport& view, const Frame& frame)
{
    auto titles = column(0, heading(frame.title, type::title));
    if (!frame.subtitle.empty() && !view.compact()) put(titles.children, text(frame.subtitle, type::caption, Token::ink2));
    auto bar = row(12);
    if (frame.has_back) put(bar.children, icon_button(Icon::chevron_left, tr("Back"), frame.on_back ? frame.on_back : std::function<void()>{[&host] { host.back(); }}));
    put(bar.children, frame.head ? Node{*frame.head}.growing() : titles.growing().shrinking());
    for (const auto& action : frame.actions) put(bar.children, action);
    if (host.locale().training && !view.compact()) put(bar.children, tag(tr("Practice"), Tone::boxwood));
    put(bar.children, printer_pill(host, view));
    const auto& who = host.person();
    if (!who.id.empty()) put(bar.children, staff_avatar(who.id, who.name, 44));
    return bar.high(88);
}

}  // namespace

Node staff_avatar(const std::string& id, const std::string& name, int size) { return avatar(staff_initials(name, spoken()), avatar_color(id), size); }
Node client_avatar(const std::string& id, const std::string& name, int size) { return avatar(client_initials(name, spoken()), avatar_color(id), size); }

Node framed(Host& host, const Viewport& view, const Frame& frame, Node body)
{
    body.grow = 1;
    auto page = column(0, bar(host, view, frame), std::move(body));
    page.padding = Insets{view.margin(), 0, view.margin(), (frame.to_foot ? 0 : view.margin()) + view.keyboard};
    return row(0, rail(host, view, frame.station), page.growing()).crossed(Across::stretch);
}

}  // namespace kushi
