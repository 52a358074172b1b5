#include "app/widgets/progress.h"

#include <fmt/format.h>

#include <cmath>

#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/text.h"

namespace kushi {
namespace {

constexpr int step_name_px = 150;  ///< what a list of steps leaves for a name in the narrow window

constexpr int shares = 1'000;  // a bar is never wider than so many steps that are seen

}  // namespace

Node progress_bar(std::string name, double share, std::string told, Token color, int height)
{
    const auto permille = std::lround(std::clamp(share, 0.0, 1.0) * shares);
    Node node;
    node.drawing = painting(
        fmt::format("bar/{}/{}", permille, static_cast<int>(color)), {64, height},
        [=](Canvas& canvas, const Rect& rect, const Look&) {
            const double radius = rect.height / 2.0;
            canvas.fill(rect, Token::sunken, radius);
            const auto width =
                static_cast<int>(std::lround(static_cast<double>(rect.width) * static_cast<double>(permille) / shares));
            if (permille > 0) canvas.fill({rect.x, rect.y, std::max(width, rect.height), rect.height}, color, radius);
        });
    node.access = {ControlRole::progress, std::move(name), std::move(told), {}, false};
    return node.high(height);
}

Node step_mark(int number, StepState state, int size)
{
    Node node;
    node.drawing = painting(
        fmt::format("step mark/{}/{}", number, static_cast<int>(state)), {size, size},
        [=](Canvas& canvas, const Rect& rect, const Look&) {
            const Spot middle{rect.x + rect.width / 2.0, rect.y + rect.height / 2.0};
            const auto sign = [&](Icon icon, Token color) {
                canvas.icon(icon, {rect.x + (rect.width - 16) / 2, rect.y + (rect.height - 16) / 2, 16, 16}, color);
            };
            switch (state) {
                case StepState::done:
                    canvas.circle(middle, size / 2.0, Token::primary);
                    return sign(Icon::check, Token::on_primary);
                case StepState::skipped:
                    canvas.circle(middle, size / 2.0, Token::sunken);
                    return sign(Icon::minus, Token::ink3);
                case StepState::now:
                    canvas.circle(middle, size / 2.0, Token::surface);
                    break;
                case StepState::rest:
                    break;
            }
            const bool now = state == StepState::now;
            canvas.circle_frame(middle, size / 2.0, now ? Token::primary : Token::line_strong, 1.5);
            canvas.text(rect, std::to_string(number), type::caption.weighing(600).figures(),
                        now ? Token::on_primary_soft : Token::ink2, Align::center);
        });
    return node.sized(size, size);
}

Node step_row(const StepRowLook& look)
{
    const bool now = look.state == StepState::now,
               past = look.state == StepState::done || look.state == StepState::skipped;
    const Token ink = now ? Token::on_primary_soft : past ? Token::ink2 : Token::ink;
    // Two lines for a long name, in a smaller type where it needs them.
    const bool fits = measure_text(look.name, now ? type::strong : type::body).width <= step_name_px;
    auto name = (fits ? text(look.name, now ? type::strong : type::body, ink) : paragraph(look.name, type::note, ink, 2)).growing();
    auto trailing = money(look.trailing, now ? type::caption.weighing(600) : type::caption,
                          now ? Token::on_primary_soft : Token::ink2);
    name.access = trailing.access = {};  // the row says both
    auto line =
        row(12, step_mark(look.number, look.state), std::move(name), std::move(trailing)).padded({12, 0, 12, 0});
    line.drawing =
        painting(fmt::format("step row/{}", now), {}, [now](Canvas& canvas, const Rect& rect, const Look& state) {
            if (now || state.pressed) canvas.fill(rect, now ? Token::primary_soft : Token::sunken, 14);
            draw_focus(canvas, rect.inset(3), state, 14);
        });
    line.access = {
        look.act ? ControlRole::button : ControlRole::row, look.spoken.empty() ? look.name : look.spoken, {}, {}, now};
    line.key = "step " + std::to_string(look.number);
    if (look.act) line = line.tapped(look.act);
    return line.high(look.height);
}

}  // namespace kushi
