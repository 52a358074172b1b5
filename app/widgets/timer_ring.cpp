#include "app/widgets/timer_ring.h"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

#include "app/widgets/painting.h"

namespace kushi {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr milliseconds step{250};
constexpr double stroke_px = 16;
constexpr double top = -std::numbers::pi / 2;

/// How much of the ring is full, in quarters of a second.
double share_left(milliseconds left, milliseconds whole)
{
    if (left <= milliseconds{0} || whole <= milliseconds{0}) return 1;
    const auto quarters = (left + step - milliseconds{1}) / step;
    return std::clamp(static_cast<double>(quarters) / static_cast<double>(std::max<std::int64_t>(whole / step, 1)), 0.0,
                      1.0);
}

void draw_ring(Canvas& canvas, const Rect& rect, double share, Token color)
{
    const Spot middle{rect.x + rect.width / 2.0, rect.y + rect.height / 2.0};
    const double radius = std::min(rect.width, rect.height) / 2.0 - 12;
    canvas.circle_frame(middle, radius + stroke_px / 2, Token::sunken, stroke_px);
    canvas.stroke(Outline{}.arc(middle.x, middle.y, radius, top, top + share * 2 * std::numbers::pi), color, stroke_px);
}

}  // namespace

std::string timer_text(milliseconds left)
{
    const bool over = left < milliseconds{0};
    const auto whole = over ? std::chrono::floor<seconds>(-left) : std::chrono::ceil<seconds>(left);
    return fmt::format("{}{}:{:02}", over && whole.count() > 0 ? "+" : "", whole.count() / 60, whole.count() % 60);
}

Node timer_ring(const TimerRingLook& look)
{
    const bool over = look.left <= milliseconds{0};
    const double share = share_left(look.left, look.whole);
    const Token color = over ? Token::warn : look.paused ? Token::line_strong : Token::primary;
    const auto time = timer_text(look.left);
    const double scale = look.size / 288.0;
    auto style = type::timer;
    style.size_px *= scale;
    style.line_px = static_cast<int>(std::lround(style.line_px * scale));

    Node node;
    node.drawing =
        painting(fmt::format("ring/{}/{}/{}/{:.5f}/{}", time, look.paused, over, share, look.note),
                 {look.size, look.size}, [=, note = look.note](Canvas& canvas, const Rect& rect, const Look&) {
                     draw_ring(canvas, rect, share, color);
                     const int middle = rect.y + rect.height / 2;
                     const Rect room{rect.x + 32, middle - style.line_px / 2 - static_cast<int>(11 * scale),
                                     rect.width - 64, style.line_px};
                     canvas.text(room, time, style, over ? Token::warn : Token::ink, Align::center);
                     canvas.text({rect.x + 48, middle + static_cast<int>(30 * scale), rect.width - 96, 24}, note,
                                 type::body, Token::ink2, Align::center);
                 });
    const auto whole_minutes = over ? std::chrono::floor<minutes>(-look.left) : std::chrono::ceil<minutes>(look.left);
    node.access = {ControlRole::progress,
                   look.name,
                   look.spoken ? look.spoken(static_cast<int>(whole_minutes.count()), over) : std::string{},
                   {},
                   false};
    return node.sized(look.size, look.size);
}

}  // namespace kushi
