#include "app/widgets/signature_pad.h"

#include <fmt/format.h>

#include <cmath>

#include "app/widgets/button.h"
#include "app/widgets/painting.h"

namespace kushi {
namespace {

constexpr double pen_px = 3;
constexpr double least_move_px = 2;
constexpr double least_signature_px = 24;

double distance_px(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// A curve through the middles between its points, which round the corners off.
Outline curve_of(const std::vector<Point>& stroke)
{
    Outline curve;
    if (stroke.empty()) return curve;
    curve.move_to(stroke.front().x, stroke.front().y);
    for (std::size_t i = 1; i + 1 < stroke.size(); ++i) {
        const Spot middle{(stroke[i].x + stroke[i + 1].x) / 2.0, (stroke[i].y + stroke[i + 1].y) / 2.0};
        curve.quadratic_to(stroke[i].x, stroke[i].y, middle.x, middle.y);
    }
    curve.line_to(stroke.back().x, stroke.back().y);
    return curve;
}

void draw_strokes(Canvas& canvas, const Strokes& strokes, double scale, Spot origin)
{
    for (const auto& stroke : strokes) {
        if (stroke.size() == 1) {
            canvas.circle({origin.x + stroke[0].x * scale, origin.y + stroke[0].y * scale}, pen_px * scale / 2,
                          Token::ink);
        } else {
            canvas.stroke(curve_of(stroke).scaled(scale, origin.x, origin.y), Token::ink,
                          pen_px * std::max(scale, 0.5));
        }
    }
}

/// What tells two drawings apart, without writing every point down.
std::size_t mark_of(const Strokes& strokes)
{
    std::size_t mark = strokes.size();
    for (const auto& stroke : strokes) {
        mark = mark * 1'099'511'628'211U + stroke.size();
        for (const auto& point : stroke)
            mark = (mark ^ static_cast<std::size_t>(point.x * 8'191 + point.y)) * 1'099'511'628'211U;
    }
    return mark;
}

}  // namespace

Strokes with_point(Strokes strokes, Point at, Size pad, bool begins)
{
    at = {std::clamp(at.x, 0, std::max(pad.width - 1, 0)), std::clamp(at.y, 0, std::max(pad.height - 1, 0))};
    if (begins || strokes.empty())
        strokes.push_back({at});
    else if (distance_px(strokes.back().back(), at) >= least_move_px)
        strokes.back().push_back(at);
    return strokes;
}

Strokes without_last_stroke(Strokes strokes)
{
    if (!strokes.empty()) strokes.pop_back();
    return strokes;
}

bool holds_signature(const Strokes& strokes)
{
    double way = 0;
    for (const auto& stroke : strokes) {
        for (std::size_t i = 1; i < stroke.size(); ++i) way += distance_px(stroke[i - 1], stroke[i]);
    }
    return way >= least_signature_px;
}

Node signature_pad(const SignaturePadLook& look)
{
    Node pad;
    pad.key = "pad";
    pad.drawing =
        painting(fmt::format("signature/{}/{}", mark_of(look.strokes), look.hint), {400, 160},
                 [strokes = look.strokes, hint = look.hint](Canvas& canvas, const Rect& rect, const Look&) {
                     canvas.fill(rect, Token::canvas, 20);
                     canvas.frame(rect, Token::line_strong, 20, 1.5);
                     const int side = rect.width / 8, line = rect.y + rect.height * 69 / 100;
                     canvas.fill({rect.x + side, line, rect.width - 2 * side, 2}, Token::line);
                     if (strokes.empty()) {
                         canvas.text({rect.x + side, line + 8, rect.width - 2 * side, 24}, hint, type::caption,
                                     Token::ink3, Align::center);
                     }
                     canvas.push_clip(rect.inset(2), 18);
                     draw_strokes(canvas, strokes, 1, {static_cast<double>(rect.x), static_cast<double>(rect.y)});
                     canvas.pop_clip();
                 });
    pad.access = {ControlRole::picture, look.name, look.told, {}, false};
    pad.on_drag = look.on_point;
    auto undo = icon_button(Icon::undo_2, look.undo_name, look.on_undo);
    if (look.strokes.empty()) undo.disabled = look.no_undo;
    auto corner = column(0, row(0, space(), std::move(undo))).padded(12);
    return layers(std::move(pad), std::move(corner)).at_least(400, 160).growing().keyed("signature");
}

Node signature_picture(const Strokes& strokes, Size size, std::string name)
{
    Rect ink;
    for (const auto& stroke : strokes) {
        for (const auto& point : stroke) ink = ink.joined({point.x, point.y, 1, 1});
    }
    Node node;
    node.drawing = painting(
        fmt::format("signature picture/{}", mark_of(strokes)), size,
        [=](Canvas& canvas, const Rect& rect, const Look&) {
            if (ink.empty()) return;
            const double scale = std::min({(rect.width - 6.0) / ink.width, (rect.height - 6.0) / ink.height, 1.0});
            draw_strokes(canvas, strokes, scale,
                         {rect.x + (rect.width - ink.width * scale) / 2 - ink.x * scale,
                          rect.y + (rect.height - ink.height * scale) / 2 - ink.y * scale});
        });
    node.access = {ControlRole::picture, std::move(name), {}, {}, false};
    return node.sized(size.width, size.height);
}

}  // namespace kushi
