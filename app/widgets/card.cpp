#include "app/widgets/card.h"

#include <fmt/format.h>

#include "app/widgets/comb.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/text.h"

namespace kushi {
namespace {

struct ToneColors {
    Token ground;
    Token ink;
};

ToneColors colors_of(Tone tone)
{
    switch (tone) {
        case Tone::plain: return {Token::sunken, Token::ink2};
        case Tone::primary: return {Token::primary_soft, Token::on_primary_soft};
        case Tone::ok: return {Token::ok_soft, Token::on_ok};
        case Tone::warn: return {Token::warn_soft, Token::on_warn};
        case Tone::danger: return {Token::danger_soft, Token::on_danger};
        case Tone::info: return {Token::info_soft, Token::on_info};
        case Tone::boxwood: return {Token::boxwood_soft, Token::on_boxwood};
    }
    return {Token::sunken, Token::ink2};
}

Token dot_of(Tone tone)
{
    if (tone == Tone::danger) return Token::danger;
    if (tone == Tone::warn || tone == Tone::boxwood) return Token::boxwood;
    return tone == Tone::plain ? Token::line_strong : Token::ok;
}

}  // namespace

DrawingPointer ground(Token color, double radius, Token edge, double edge_width)
{
    return painting(fmt::format("ground/{}/{}/{}/{}", static_cast<int>(color), radius, static_cast<int>(edge), edge_width), {},
                    [=](Canvas& canvas, const Rect& rect, const Look& look) {
                        canvas.fill(rect, color, radius);
                        canvas.frame(rect, edge, radius, edge_width);
                        draw_focus(canvas, rect, look, radius);
                    });
}

Node card(Node content, Insets padding, Token color)
{
    Node node;
    node.padding = padding;
    node.drawing = ground(color, 20, color == Token::surface ? Token::line : Token::none);
    content.grow = content.grow > 0 ? content.grow : 1;
    node.children.push_back(std::move(content));
    return node;
}

Node tapped_card(Node content, std::string name, std::function<void()> act, Insets padding)
{
    auto node = card(std::move(content), padding);
    node.drawing = painting("tapped card", {}, [](Canvas& canvas, const Rect& rect, const Look& look) {
        canvas.fill(rect, look.pressed ? Token::sunken : Token::surface, 20);
        canvas.frame(rect, Token::line, 20);
        draw_focus(canvas, rect, look, 20);
    });
    node.access = {ControlRole::button, std::move(name), {}, {}, false};
    return node.tapped(std::move(act));
}

Node list_row(Node content, bool first)
{
    Node node;
    node.along = Along::center;
    node.least_height = 64;
    node.drawing = painting(fmt::format("row/{}", first), {}, [first](Canvas& canvas, const Rect& rect, const Look& look) {
        if (look.pressed) canvas.fill(rect.inset(-8, 2), Token::sunken, 12);
        if (!first) canvas.fill({rect.x, rect.y, rect.width, 1}, Token::line);
        draw_focus(canvas, rect.inset(0, 6), look, 8);
    });
    node.children.push_back(std::move(content));
    return node;
}

Node tapped_row(Node content, bool first, std::string name, std::function<void()> act)
{
    auto node = list_row(std::move(content), first);
    node.access = {ControlRole::button, std::move(name), {}, {}, false};
    return node.tapped(std::move(act));
}

Node tag(std::string words, Tone tone, Icon sign)
{
    const auto colors = colors_of(tone);
    const int width = measure_text(words, type::tag).width + 20 + (sign == Icon::none ? 0 : 21);
    Node node;
    node.access = {ControlRole::text, words, {}, {}, false};
    node.drawing = painting(fmt::format("tag/{}/{}/{}", static_cast<int>(tone), static_cast<int>(sign), words), {width, 26},
                            [=, words = words](Canvas& canvas, const Rect& rect, const Look&) {
                                canvas.fill(rect, colors.ground, 13);
                                int x = rect.x + 10;
                                if (sign != Icon::none) {
                                    canvas.icon(sign, {x, rect.y + 5, 16, 16}, colors.ink);
                                    x += 21;
                                }
                                canvas.text({x, rect.y, std::max(rect.right() - 10 - x, 1), rect.height}, words, type::tag, colors.ink);
                            });
    return node.high(26).shrinking();
}

Node banner(std::string words, Tone tone, Icon sign, std::optional<Node> action)
{
    const auto colors = colors_of(tone);
    auto node = row(12, icon(sign, 20, colors.ink), paragraph(words, type::note, colors.ink).growing(), std::move(action));
    node.padding = Insets{16, 12};
    node.least_height = 48;
    node.drawing = ground(colors.ground, 16);
    node.access = {tone == Tone::danger ? ControlRole::alert : ControlRole::status, std::move(words), {}, {}, false};
    return node;
}

Node status_pill(std::string words, Tone tone, std::string sentence, std::function<void()> act, Icon compact)
{
    const int width = compact != Icon::none ? 48 : measure_text(words, type::caption).width + 46;
    Node node;
    node.drawing = painting(fmt::format("pill/{}/{}/{}", static_cast<int>(tone), static_cast<int>(compact), words), {width, 48},
                            [=, words = words](Canvas& canvas, const Rect& rect, const Look& look) {
                                canvas.fill(rect, look.pressed ? Token::sunken : Token::surface, 24);
                                canvas.frame(rect, Token::line, 24);
                                draw_focus(canvas, rect, look, 24);
                                if (compact != Icon::none) {
                                    canvas.icon(compact, {rect.x + 12, rect.y + 12, 24, 24}, tone == Tone::danger ? Token::danger : tone == Tone::warn ? Token::warn : tone == Tone::plain ? Token::ink3 : Token::ok);
                                    return;
                                }
                                canvas.circle({rect.x + 18.0, rect.y + 24.0}, 4, dot_of(tone));
                                canvas.text({rect.x + 30, rect.y, rect.width - 44, 48}, words, type::caption, Token::ink2);
                            });
    node.access = {ControlRole::button, std::move(sentence), {}, {}, false};
    return node.high(48).tapped(std::move(act));
}

std::size_t avatar_color(std::string_view id)
{
    std::size_t sum = 0;
    for (const char c : id) sum = sum * 31 + static_cast<unsigned char>(c);
    return sum % 6;
}

Node avatar(std::string initials, std::size_t color, int size)
{
    const auto base = static_cast<std::size_t>(Token::avatar1) + 2 * (color % 6);
    const auto fill = static_cast<Token>(base), ink = static_cast<Token>(base + 1);
    const auto style = size >= 64 ? type::heading : size >= 40 ? type::note.weighing(600) : type::initials;
    Node node;
    node.drawing = painting(fmt::format("avatar/{}/{}", color % 6, initials), {size, size}, [=, words = std::move(initials)](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.circle({rect.x + rect.width / 2.0, rect.y + rect.height / 2.0}, size / 2.0, fill);
        canvas.text(rect, words, style, ink, Align::center);
    });
    return node.sized(size, size);
}

Node count_badge(int count)
{
    auto words = std::to_string(count);
    const int width = std::max(28, measure_text(words, type::caption.weighing(600)).width + 14);
    Node node;
    node.access = {ControlRole::text, words, {}, {}, false};
    node.drawing = painting("badge/" + words, {width, 28}, [words](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.fill(rect, Token::sunken, 14);
        canvas.text(rect, words, type::caption.weighing(600).figures(), Token::ink2, Align::center);
    });
    return node.high(28);
}

Node empty_state(std::string title, std::string sentence, std::optional<Node> action)
{
    auto content = column(8, comb({96, 44, 12, 0, 0, Token::comb_rest, Token::comb_rest}).self(Across::center), room(4),
                          paragraph(std::move(title), type::label, Token::ink, 0, Align::center),
                          paragraph(std::move(sentence), type::caption, Token::ink2, 0, Align::center),
                          action ? std::optional{room(4)} : std::nullopt,
                          action ? std::optional{action->self(Across::center)} : std::nullopt);
    content.along = Along::center;
    return content;
}

Node skeleton(int width, int height)
{
    Node node;
    node.drawing = ground(Token::sunken, std::min(height / 2.0, 12.0));
    return node.sized(width, height);
}

}  // namespace kushi
