#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/widgets/chart.h"
#include "app/widgets/chart_parts.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"

namespace kushi {
namespace {

constexpr int bar_height = 28, gap = 3;

std::vector<int> percentages_of(const ShareChartLook& look)
{
    std::vector<std::int64_t> values;
    for (const auto& share : look.shares) values.push_back(std::max<std::int64_t>(share.value, 0));
    return percentages(values);
}

/// Where the pieces of the bar begin and end.
std::vector<Rect> pieces(const std::vector<Share>& shares, const Rect& rect)
{
    std::int64_t sum = 0;
    int count = 0;
    for (const auto& share : shares) {
        sum += std::max<std::int64_t>(share.value, 0);
        count += share.value > 0 ? 1 : 0;
    }
    std::vector<Rect> all;
    const double room = rect.width - gap * std::max(count - 1, 0);
    double x = rect.x;
    for (const auto& share : shares) {
        const double width =
            share.value > 0 && sum > 0 ? room * static_cast<double>(share.value) / static_cast<double>(sum) : 0;
        const int from = static_cast<int>(std::lround(x)), to = static_cast<int>(std::lround(x + width));
        all.push_back({from, rect.y, share.value > 0 ? std::max(to - from, 1) : 0, rect.height});
        if (share.value > 0) x += width + gap;
    }
    return all;
}

Node stacked_bar(const ShareChartLook& look)
{
    std::string content{"shares"};
    for (const auto& share : look.shares) content += fmt::format("/{}:{}", share.value, static_cast<int>(share.color));
    Node node;
    node.drawing = painting(std::move(content), {120, bar_height},
                            [shares = look.shares](Canvas& canvas, const Rect& rect, const Look&) {
                                const auto parts = pieces(shares, rect);
                                canvas.push_clip(rect, 8);
                                for (std::size_t i = 0; i < parts.size(); ++i)
                                    canvas.fill(parts[i], shares[i].color, 3);
                                canvas.pop_clip();
                            });
    if (look.on_choose) {
        node.reach = 10;
        node.on_tap_at = [look](Point at, Size size) {
            const auto parts = pieces(look.shares, {0, 0, size.width, size.height});
            for (std::size_t i = 0; i < parts.size(); ++i) {
                if (parts[i].width > 0 && at.x < parts[i].right() + gap) return look.on_choose(i);
            }
        };
    }
    return node.high(bar_height);
}

Node legend_row(const ShareChartLook& look, std::size_t index, int percent)
{
    const auto& share = look.shares[index];
    const bool chosen = look.chosen == index;
    Node swatch;
    swatch.drawing =
        painting(fmt::format("share swatch/{}", static_cast<int>(share.color)), {12, 12},
                 [color = share.color](Canvas& canvas, const Rect& rect, const Look&) { canvas.fill(rect, color, 4); });
    const auto percent_words = fmt::format("{}%", percent);
    auto name = text(share.name, chosen ? type::note.weighing(600) : type::note).growing();
    auto part = money(percent_words, type::note, Token::ink2).wide(48);
    auto amount = money(share.amount, type::money).at_least(84, 0);
    name.access = part.access = amount.access = {};
    auto line = row(10, swatch.sized(12, 12), std::move(name), std::move(part), std::move(amount));
    line.drawing = painting(fmt::format("share row/{}", chosen), {},
                            [chosen](Canvas& canvas, const Rect& rect, const Look& state) {
                                if (chosen || state.pressed)
                                    canvas.fill({rect.x - 8, rect.y, rect.width + 16, rect.height}, Token::sunken, 10);
                                draw_focus(canvas, rect.inset(0, 4), state, 8);
                            });
    line.access = {look.on_choose ? ControlRole::radio : ControlRole::row,
                   fmt::format("{}, {}, {}", share.name, percent_words, share.amount),
                   {},
                   {},
                   chosen};
    line.key = fmt::format("share {}", index);
    if (look.on_choose)
        line = line.grouped(look.name).reaching(6).tapped([act = look.on_choose, index] { act(index); });
    return line.high(36);
}

bool is_empty(const ShareChartLook& look)
{
    return std::none_of(look.shares.begin(), look.shares.end(), [](const Share& share) { return share.value > 0; });
}

}  // namespace

Node share_chart(const ShareChartLook& look)
{
    if (is_empty(look)) return pale_chart(look.name, look.empty);
    auto chart = column(0, stacked_bar(look), room(8));
    const auto parts = percentages_of(look);
    for (std::size_t i = 0; i < look.shares.size(); ++i) put(chart.children, legend_row(look, i, parts[i]));
    if (!look.total_name.empty()) {
        auto total = row(10, text(look.total_name, type::note.weighing(600)).growing(), money(look.total, type::money));
        total.drawing = painting("total row", {}, [](Canvas& canvas, const Rect& rect, const Look&) {
            canvas.fill({rect.x, rect.y, rect.width, 1}, Token::line_strong);
        });
        put(chart.children, room(4));
        put(chart.children, total.high(38));
    }
    chart.access = {ControlRole::panel, look.name, {}, {}, false};
    return chart;
}

Node as_table(const ShareChartLook& look)
{
    const auto parts = percentages_of(look);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < look.shares.size(); ++i)
        rows.push_back({look.shares[i].name, fmt::format("{}%", parts[i]), look.shares[i].amount});
    if (!look.total_name.empty()) rows.push_back({look.total_name, "100%", look.total});
    return figures_table(look.name, {look.name, "%", look.total_name}, rows);
}

}  // namespace kushi
