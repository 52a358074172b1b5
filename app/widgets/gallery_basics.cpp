#include <fmt/format.h>

#include "app/widgets/contrast.h"
#include "app/widgets/gallery_parts.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"

namespace kushi {
namespace {

struct Swatch {
    Token token;
    const char* name;
};

constexpr Swatch swatches[] = {
    {Token::canvas, "canvas"},
    {Token::surface, "surface"},
    {Token::sunken, "sunken"},
    {Token::line, "line"},
    {Token::line_strong, "line strong"},
    {Token::ink, "ink"},
    {Token::ink2, "ink 2"},
    {Token::ink3, "ink 3"},
    {Token::primary, "primary"},
    {Token::primary_pressed, "pressed"},
    {Token::primary_soft, "soft"},
    {Token::boxwood, "boxwood"},
    {Token::boxwood_soft, "boxwood soft"},
    {Token::info_soft, "info"},
    {Token::warn_soft, "warn"},
    {Token::danger_soft, "danger"},
    {Token::ok_soft, "ok"},
    {Token::danger, "danger button"},
    {Token::ok, "ok words"},
    {Token::warn, "warn words"},
    {Token::brand, "brand"},
    {Token::comb_rest, "comb rest"},
    {Token::tools_soft, "tools"},
    {Token::severity0, "severity 0"},
    {Token::severity1, "severity 1"},
    {Token::severity2, "severity 2"},
    {Token::severity3, "severity 3"},
    {Token::severity4, "severity 4"},
    {Token::chart1, "chart 1"},
    {Token::chart2, "chart 2"},
    {Token::chart3, "chart 3"},
    {Token::chart4, "chart 4"},
    {Token::chart5, "chart 5"},
    {Token::chart6, "chart 6"},
    {Token::avatar1, "avatar 1"},
    {Token::avatar2, "avatar 2"},
    {Token::avatar3, "avatar 3"},
    {Token::avatar4, "avatar 4"},
    {Token::avatar5, "avatar 5"},
    {Token::avatar6, "avatar 6"},
};

Node swatch(const Swatch& one)
{
    Node node;
    node.drawing =
        painting(fmt::format("token/{}", one.name), {112, 56}, [one](Canvas& canvas, const Rect& rect, const Look&) {
            const auto& theme = canvas.theme();
            canvas.fill(rect, one.token, 14);
            canvas.frame(rect, Token::line, 14);
            const auto read = [&](Token ink) { return contrast(theme[one.token], theme[ink]); };
            const Token ink = read(Token::ink) >= read(Token::surface) ? Token::ink : Token::surface;
            canvas.text({rect.x + 10, rect.y + 32, rect.width - 20, 18}, one.name, type::small, ink);
        });
    node.access = {ControlRole::text, one.name, {}, {}, false};
    return node.sized(112, 56);
}

Node colors()
{
    auto all = wrap(8);
    for (const auto& one : swatches) put(all.children, swatch(one));
    return all;
}

Node types()
{
    return column(8, money("¥17,360", type::money_l, Token::ink, Align::start), text("4:58", type::timer),
                  text("Title 26 / 32", type::title), text("Heading 20 / 28", type::heading),
                  text("Label 17 / 24", type::label), text("Body 16 / 24 施術と会計"),
                  text("Caption 14 / 20 回数券", type::caption, Token::ink2),
                  text("Small 13 / 18", type::small, Token::ink3),
                  paragraph("A paragraph breaks between words. 長い文章は、行末で「禁則処理」に従って折り返します。",
                            type::note, Token::ink2));
}

Node amounts()
{
    const auto line = [](const char* name, const char* amount) {
        return row(12, text(name).growing(), money(amount)).high(32);
    };
    return column(0, line("Signature Head Spa", "¥13,200"),
                  line("A name that is much too long for the room it has here", "¥1,111"), rule(),
                  line("Discount", "−¥500"), line("Total", "¥8,888"));
}

Node icons()
{
    auto all = wrap(12);
    for (int i = 1; i <= static_cast<int>(Icon::circle_minus); ++i)
        put(all.children, icon(static_cast<Icon>(i), 24, Token::ink2));
    return all;
}

}  // namespace

void show_basics(Exhibits& exhibits)
{
    exhibits.push_back({"Colour", colors(), true});
    exhibits.push_back({"Type", types()});
    exhibits.push_back({"Amounts stand in a column, names give way", amounts()});
    exhibits.push_back({"Icons", icons()});
}

}  // namespace kushi
