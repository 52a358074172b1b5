#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/widgets/chart.h"
#include "app/widgets/chart_parts.h"
#include "app/widgets/painting.h"
#include "app/widgets/text.h"

namespace kushi {
namespace {

constexpr int left_px = 30, top_px = 12, foot_px = 34, label_gap_px = 18, label_line_px = 22;
constexpr int finger_px = 28;
constexpr double dashes[] = {0, 3, 7, 12};
constexpr auto end_style = type::note.weighing(600);

std::string value_text(const LineChartLook& look, double value)
{
    return look.value_text ? look.value_text(value) : fmt::format("{:.1f}", value);
}

std::optional<std::size_t> last_known(const ChartLine& line)
{
    for (std::size_t i = line.values.size(); i > 0; --i) {
        if (line.values[i - 1]) return i - 1;
    }
    return std::nullopt;
}

/// Where things go in a rect, for the painter and for the finger.
class Plot {
public:
    Plot(const LineChartLook& look, Size size) : look_{look}, size_{size}
    {
        for (std::size_t i = 0; i < look.lines.size(); ++i)
            right_ = std::max(right_, measure_text(end_text(i), end_style).width);
        right_ += right_ > 0 ? label_gap_px + 2 : 12;
    }
    [[nodiscard]] std::string end_text(std::size_t line) const
    {
        const auto last = last_known(look_.lines[line]);
        if (!last) return {};
        return fmt::format("{} {}", look_.lines[line].name, value_text(look_, *look_.lines[line].values[*last]));
    }
    [[nodiscard]] double x(std::size_t point) const
    {
        const double room = size_.width - left_px - right_;
        if (look_.points.size() < 2) return left_px + room / 2;
        return left_px + room * static_cast<double>(point) / static_cast<double>(look_.points.size() - 1);
    }
    [[nodiscard]] double y(double value) const
    {
        const double share = (look_.greatest - value) / (look_.greatest - look_.least);
        return top_px + std::clamp(share, 0.0, 1.0) * (size_.height - top_px - foot_px);
    }
    [[nodiscard]] int right_end() const { return size_.width - right_ + 6; }
    [[nodiscard]] std::optional<Spot> spot(ChartPoint at) const
    {
        if (at.line >= look_.lines.size() || at.point >= look_.points.size() ||
            at.point >= look_.lines[at.line].values.size())
            return std::nullopt;
        const auto& value = look_.lines[at.line].values[at.point];
        if (!value) return std::nullopt;
        return Spot{x(at.point), y(*value)};
    }
    [[nodiscard]] std::optional<ChartPoint> nearest(Point at) const
    {
        std::optional<ChartPoint> found;
        double least = finger_px;
        for (std::size_t line = 0; line < look_.lines.size(); ++line) {
            for (std::size_t point = 0; point < look_.points.size(); ++point) {
                const auto mark = spot({line, point});
                if (!mark) continue;
                const double distance = std::hypot(mark->x - at.x, mark->y - at.y);
                if (distance > least) continue;
                least = distance;
                found = ChartPoint{line, point};
            }
        }
        return found;
    }
    /// The heights of the names at the lines' ends, kept apart from each other.
    [[nodiscard]] std::vector<std::pair<std::size_t, double>> ends() const
    {
        std::vector<std::pair<std::size_t, double>> ends;
        for (std::size_t line = 0; line < look_.lines.size(); ++line) {
            if (const auto last = last_known(look_.lines[line]))
                ends.emplace_back(line, y(*look_.lines[line].values[*last]));
        }
        std::stable_sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
        for (std::size_t i = 1; i < ends.size(); ++i)
            ends[i].second = std::max(ends[i].second, ends[i - 1].second + label_line_px);
        double lowest = size_.height - foot_px;
        for (std::size_t i = ends.size(); i > 0; --i) {
            ends[i - 1].second = std::min(ends[i - 1].second, lowest);
            lowest = ends[i - 1].second - label_line_px;
        }
        return ends;
    }

private:
    const LineChartLook& look_;
    Size size_;
    int right_ = 0;
};

int whole(double value)
{
    return static_cast<int>(std::lround(value));
}

void draw_axes(Canvas& canvas, const Rect& rect, const LineChartLook& look, const Plot& plot)
{
    for (const double mark : axis_marks(look.least, look.greatest)) {
        if (mark < look.least || mark > look.greatest) continue;
        const int y = rect.y + whole(plot.y(mark));
        canvas.fill({rect.x + left_px, y, plot.right_end() - left_px, 1}, Token::line);
        canvas.text({rect.x, y - 9, left_px - 10, 18}, fmt::format("{:g}", mark), type::small.figures(), Token::ink3,
                    Align::end);
    }
    int widest = 1;
    for (const auto& label : look.points) widest = std::max(widest, measure_text(label, type::small.figures()).width);
    const double room = look.points.size() < 2 ? rect.width : plot.x(1) - plot.x(0);
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil((widest + 6) / std::max(room, 1.0))));
    for (std::size_t i = 0; i < look.points.size(); ++i) {
        // The last one is always written: it is today's.
        if ((look.points.size() - 1 - i) % every != 0) continue;
        canvas.text({rect.x + whole(plot.x(i)) - widest / 2 - 1, rect.bottom() - 24, widest + 2, 18}, look.points[i],
                    type::small.figures(), Token::ink3, Align::center);
    }
}

void draw_line(Canvas& canvas, const Rect& rect, const LineChartLook& look, const Plot& plot, std::size_t index)
{
    const auto& line = look.lines[index];
    Outline way;
    bool broken = true;
    const auto last = last_known(line);
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        const auto spot = plot.spot({index, i});
        if (spot && broken)
            way.move_to(rect.x + spot->x, rect.y + spot->y);
        else if (spot)
            way.line_to(rect.x + spot->x, rect.y + spot->y);
        broken = !spot;
    }
    canvas.stroke(way, line.color, 3, dashes[index % std::size(dashes)]);
    for (std::size_t i = 0; i < line.values.size(); ++i) {
        const auto spot = plot.spot({index, i});
        if (!spot) continue;
        const Spot at{rect.x + spot->x, rect.y + spot->y};
        if (i == last) {
            canvas.circle(at, 8, line.color);
        } else {
            canvas.circle(at, 5.5, Token::surface);
            canvas.circle_frame(at, 5.5, line.color, 2.5);
        }
    }
}

void draw_chosen(Canvas& canvas, const Rect& rect, const LineChartLook& look, const Plot& plot)
{
    const auto spot = look.chosen ? plot.spot(*look.chosen) : std::nullopt;
    if (!spot) return;
    const auto& line = look.lines[look.chosen->line];
    const auto words = value_text(look, *line.values[look.chosen->point]);
    const Spot at{rect.x + spot->x, rect.y + spot->y};
    canvas.circle(at, 8, line.color);
    canvas.circle_frame(at, 12, Token::ink, 2);
    const int width = measure_text(words, type::tag.figures()).width + 20;
    const bool below = spot->y < 48;
    const Rect bubble{whole(at.x) - width / 2, whole(at.y) + (below ? 18 : -44), width, 26};
    canvas.fill(bubble, Token::ink, 13);
    canvas.text(bubble, words, type::tag.figures(), Token::surface, Align::center);
}

std::string content_of(const LineChartLook& look)
{
    auto content = fmt::format("lines/{}/{}/{}", look.least, look.greatest, fmt::join(look.points, "|"));
    for (const auto& line : look.lines) {
        content += fmt::format("/{}:{}", line.name, static_cast<int>(line.color));
        for (const auto& value : line.values)
            content += value ? fmt::format(",{}={}", *value, value_text(look, *value)) : ",";
    }
    if (look.chosen) content += fmt::format("/{}.{}", look.chosen->line, look.chosen->point);
    return content;
}

/// The next known point that way, as arrows go.
std::optional<ChartPoint> stepped(const LineChartLook& look, Key key)
{
    if (!look.chosen) {
        for (std::size_t line = 0; line < look.lines.size(); ++line) {
            if (const auto last = last_known(look.lines[line])) return ChartPoint{line, *last};
        }
        return std::nullopt;
    }
    auto at = *look.chosen;
    const bool along = key == Key::left || key == Key::right, back = key == Key::left || key == Key::up;
    const std::size_t end = along ? look.points.size() : look.lines.size();
    for (auto& place = along ? at.point : at.line; back ? place > 0 : place + 1 < end;) {
        place = back ? place - 1 : place + 1;
        if (at.point < look.lines[at.line].values.size() && look.lines[at.line].values[at.point]) return at;
    }
    return std::nullopt;
}

std::string spoken(const LineChartLook& look)
{
    if (look.chosen && look.chosen->line < look.lines.size() && look.chosen->point < look.points.size()) {
        const auto& line = look.lines[look.chosen->line];
        const auto& value = line.values[look.chosen->point];
        if (value)
            return fmt::format("{}, {} {}", look.points[look.chosen->point], line.name, value_text(look, *value));
    }
    std::string all;
    for (const auto& line : look.lines) {
        const auto last = last_known(line);
        if (!last) continue;
        if (!all.empty()) all += ", ";
        all += fmt::format("{} {}", line.name, value_text(look, *line.values[*last]));
    }
    return all;
}

}  // namespace

Node line_chart(const LineChartLook& look)
{
    const bool any = std::any_of(look.lines.begin(), look.lines.end(),
                                 [](const ChartLine& line) { return last_known(line).has_value(); });
    if (!any || look.points.empty()) return pale_chart(look.name, look.empty);
    Node node;
    node.drawing = painting(content_of(look), {240, 160}, [look](Canvas& canvas, const Rect& rect, const Look& state) {
        const Plot plot{look, {rect.width, rect.height}};
        draw_focus(canvas, rect, state, 8);
        draw_axes(canvas, rect, look, plot);
        for (std::size_t i = 0; i < look.lines.size(); ++i) draw_line(canvas, rect, look, plot, i);
        for (const auto& [line, y] : plot.ends()) {
            const auto words = plot.end_text(line);
            const auto last = *last_known(look.lines[line]);
            const int x = rect.x + whole(plot.x(last)) + label_gap_px;
            canvas.text({x, rect.y + whole(y) - 11, rect.right() - x + 1, 22}, words, end_style, Token::ink);
        }
        draw_chosen(canvas, rect, look, plot);
    });
    node.access = {ControlRole::picture, look.name, spoken(look), {}, false};
    if (look.on_choose) {
        node.focusable = true;
        node.on_tap_at = [look](Point at, Size size) {
            if (const auto found = Plot{look, size}.nearest(at)) look.on_choose(*found);
        };
        node.on_key = [look](const KeyPress& press) {
            if (press.key != Key::left && press.key != Key::right && press.key != Key::up && press.key != Key::down)
                return false;
            if (const auto next = stepped(look, press.key)) look.on_choose(*next);
            return true;
        };
    }
    return node.growing().at_least(0, 160).keyed("chart " + look.name);
}

Node as_table(const LineChartLook& look)
{
    std::vector<std::string> headings{look.point_heading};
    for (const auto& line : look.lines) headings.push_back(line.name);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t point = 0; point < look.points.size(); ++point) {
        std::vector<std::string> cells{look.points[point]};
        for (const auto& line : look.lines) {
            const bool known = point < line.values.size() && line.values[point];
            cells.push_back(known ? value_text(look, *line.values[point]) : "–");
        }
        rows.push_back(std::move(cells));
    }
    return figures_table(look.name, headings, rows);
}

}  // namespace kushi
