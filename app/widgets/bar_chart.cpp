#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/widgets/chart.h"
#include "app/widgets/chart_parts.h"
#include "app/widgets/painting.h"
#include "app/widgets/text.h"

namespace kushi {
namespace {

constexpr int axis_width = 34, foot = 26, head = 26;
constexpr double radius = 6;

/// From values to heights: the same for the lines behind the bars and for the bars.
struct Scale {
    double least = 0, greatest = 1;
    [[nodiscard]] int y(const Rect& rect, double value) const
    {
        const double room = rect.height - head - foot;
        return rect.y + head + static_cast<int>(std::lround((greatest - value) / (greatest - least) * room));
    }
};

DrawingPointer axis(const std::vector<double>& marks, Scale scale)
{
    std::string content = fmt::format("axis/{}/{}/{}", scale.least, scale.greatest, fmt::join(marks, ","));
    return painting(std::move(content), {200, 140}, [=](Canvas& canvas, const Rect& rect, const Look&) {
        for (const double mark : marks) {
            const int y = scale.y(rect, mark);
            canvas.fill({rect.x + axis_width - 4, y, rect.width - axis_width + 4, 1}, Token::line);
            canvas.text({rect.x - 8, y - 9, axis_width - 4, 18}, fmt::format("{:g}", mark), type::small.figures(),
                        Token::ink3, Align::end);
        }
    });
}

/// Round at its end, flat where it stands.
Outline bar_outline(const Rect& bar, bool upright)
{
    const double corner = std::min({radius, bar.width / 2.0, static_cast<double>(bar.height)});
    const double foot_y = upright ? bar.bottom() : bar.y, end_y = upright ? bar.y : bar.bottom();
    const double turn = upright ? corner : -corner;
    Outline outline;
    outline.move_to(bar.x, foot_y).line_to(bar.x, end_y + turn).quadratic_to(bar.x, end_y, bar.x + corner, end_y);
    outline.line_to(bar.right() - corner, end_y)
        .quadratic_to(bar.right(), end_y, bar.right(), end_y + turn)
        .line_to(bar.right(), foot_y);
    return outline.close();
}

struct Labels {
    int widest = 0;
    std::size_t count = 0;
    /// Every so many-th label is written, so that none meets the next.
    [[nodiscard]] std::size_t every(int room) const
    {
        return static_cast<std::size_t>(std::max(1, (widest + 6 + room - 1) / std::max(room, 1)));
    }
};

Node bar_node(const BarChartLook& look, std::size_t index, bool chosen, Scale scale, Labels labels)
{
    const auto& bar = look.bars[index];
    Node node;
    node.key = fmt::format("bar {}", index);
    node.drawing = painting(
        fmt::format("bar/{}/{}/{}/{}/{}/{}", bar.label, bar.value, bar.mark, chosen, scale.least, scale.greatest),
        {8, 140}, [=](Canvas& canvas, const Rect& rect, const Look& state) {
            const int width = std::clamp(rect.width * 5 / 8, 3, 24), x = rect.x + (rect.width - width) / 2;
            const int zero = scale.y(rect, 0), end = scale.y(rect, bar.value);
            if (state.pressed) canvas.fill(rect.inset(1, 0), Token::sunken, 8);
            draw_focus(canvas, rect.inset(5), state, 8);
            if (zero != end) {
                const Rect body{x, std::min(zero, end), width, std::abs(zero - end)};
                canvas.fill(bar_outline(body, end < zero), chosen ? Token::chart1 : Token::chart2);
            }
            const auto write = [&](const std::string& words, int y, const TextStyle& style, Token ink) {
                const int wide = measure_text(words, style).width + 2;
                canvas.text({rect.x + (rect.width - wide) / 2, y, wide, 18}, words, style, ink, Align::center);
            };
            if (chosen && !bar.mark.empty())
                write(bar.mark, end < zero || bar.value == 0 ? end - 21 : end + 3, type::tag.figures(), Token::ink);
            if (index % labels.every(rect.width) == 0)
                write(bar.label, rect.bottom() - 20, type::small.figures(), Token::ink3);
        });
    node.access = {look.on_choose ? ControlRole::radio : ControlRole::row,
                   fmt::format("{}, {}", bar.label, bar.amount),
                   {},
                   {},
                   chosen};
    if (look.on_choose) node = node.grouped(look.name).tapped([act = look.on_choose, index] { act(index); });
    return node.growing();
}

}  // namespace

Node bar_chart(const BarChartLook& look)
{
    const bool any = std::any_of(look.bars.begin(), look.bars.end(), [](const Bar& bar) { return bar.value != 0; });
    if (!any) return pale_chart(look.name, look.empty);
    const auto less = [](const Bar& a, const Bar& b) { return a.value < b.value; };
    const auto [least, greatest] = std::minmax_element(look.bars.begin(), look.bars.end(), less);
    const auto marks = axis_marks(least->value, greatest->value);
    const Scale scale{marks.front(), std::max(marks.back(), greatest->value)};
    const auto chosen = look.chosen.value_or(static_cast<std::size_t>(greatest - look.bars.begin()));
    Labels labels{0, look.bars.size()};
    for (const auto& bar : look.bars)
        labels.widest = std::max(labels.widest, measure_text(bar.label, type::small.figures()).width);

    auto chart = row(0).crossed(Across::stretch);
    for (std::size_t i = 0; i < look.bars.size(); ++i)
        put(chart.children, bar_node(look, i, i == chosen, scale, labels));
    chart.padding = Insets{axis_width, 0, 0, 0};
    chart.drawing = axis(marks, scale);
    chart.access = {look.on_choose ? ControlRole::panel : ControlRole::list, look.name, {}, {}, false};
    return chart.growing().at_least(0, 140);
}

Node as_table(const BarChartLook& look)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& bar : look.bars) rows.push_back({bar.label, bar.amount});
    return figures_table(look.name, {look.label_heading, look.value_heading}, rows);
}

}  // namespace kushi
