#include "app/widgets/comb.h"

#include <fmt/format.h>

#include <cmath>

#include "app/widgets/painting.h"

namespace kushi {

void draw_comb(Canvas& canvas, const Rect& rect, const CombLook& look)
{
    const double x0 = rect.x, y0 = rect.y, w = rect.width, h = rect.height;
    const double margin = look.margin < 0 ? h * 0.06 : look.margin, spine = h * look.spine_share;
    const double pitch = (w - 2 * margin) / look.teeth, gap = std::min(pitch * 0.34, 6.0);
    Outline back;
    back.move_to(x0, y0 + spine)
        .curve_to(x0, y0 + spine * 0.2, x0 + w * 0.22, y0, x0 + w / 2, y0)
        .curve_to(x0 + w * 0.78, y0, x0 + w, y0 + spine * 0.2, x0 + w, y0 + spine)
        .line_to(x0 + w, y0 + spine + 2)
        .line_to(x0, y0 + spine + 2)
        .close();
    canvas.fill(back, look.full);
    for (int tooth = 0; tooth < look.teeth; ++tooth) {
        const double side = (tooth + 0.5) / look.teeth * 2 - 1;
        const double x = x0 + margin + tooth * pitch + gap / 2, y = y0 + spine + 1, width = pitch - gap;
        const double length = h - spine - 1 - side * side * look.curve, radius = std::min(width / 2, 5.0);
        const auto draw = [&](double down, double round, Token color) {
            Outline one;
            one.move_to(x, y).line_to(x + width, y).line_to(x + width, y + down - round);
            if (round > 0) one.arc(x + width - round, y + down - round, round, 0, 1.5707963).arc(x + round, y + down - round, round, 1.5707963, 3.1415926);
            else one.line_to(x, y + down);
            canvas.fill(one.close(), color);
        };
        draw(length, radius, tooth < look.done ? look.full : look.rest);
        if (tooth == look.done && look.now > 0) draw(length * std::min(look.now, 1.0), 0, look.full);
    }
}

Node comb(const CombLook& look)
{
    Node node;
    // The share is shown in whole pixels: less is no change.
    node.drawing = painting(fmt::format("comb/{}/{}/{}/{}/{}/{}", look.teeth, look.done, std::lround(look.now * look.height),
                                        static_cast<int>(look.full), static_cast<int>(look.rest), look.curve),
                            {look.width, look.height}, [look](Canvas& canvas, const Rect& rect, const Look&) { draw_comb(canvas, rect, look); });
    return node.high(look.height).at_least(0, look.height);
}

CombLook ritual_comb(int width, int height, int steps, int steps_done, double share_of_step)
{
    const double teeth = std::clamp(share_of_step, 0.0, 0.999) * 3;
    CombLook look;
    look.width = width;
    look.height = height;
    look.teeth = std::max(1, steps * 3);
    look.done = steps_done * 3 + static_cast<int>(teeth);
    look.now = teeth - std::floor(teeth);
    return look;
}

Node logo(int size)
{
    Node node;
    node.drawing = painting("logo", {size, size}, [size](Canvas& canvas, const Rect& rect, const Look&) {
        const double scale = size / 56.0;
        canvas.fill(rect, Token::brand, 17 * scale);
        const Rect inner{rect.x + static_cast<int>(10 * scale), rect.y + static_cast<int>(15 * scale), static_cast<int>(36 * scale),
                         static_cast<int>(26 * scale)};
        draw_comb(canvas, inner, {36, 26, 7, 7, 0, Token::boxwood_on_brand, Token::boxwood_on_brand, 0.46, 0, 2.4 * scale});
    });
    return node.sized(size, size);
}

}  // namespace kushi
