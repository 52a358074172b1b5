#include "app/widgets/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/widgets/chart_parts.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/progress.h"
#include "app/widgets/text.h"
#include "core/money/receipt.h"

namespace kushi {

std::vector<double> axis_marks(double least, double greatest, int about)
{
    least = std::min(least, 0.0);
    greatest = std::max(greatest, 0.0);
    if (least == greatest) greatest = least + 1;
    const double rough = (greatest - least) / about, power = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double round : {1.0, 2.0, 5.0}) {
        if (round * power >= rough * 0.8) {
            step = round * power;
            break;
        }
    }
    std::vector<double> marks;
    const auto first = std::lround(std::floor(least / step)), last = std::lround(std::floor(greatest / step + 1e-9));
    for (auto mark = first; mark <= last; ++mark) marks.push_back(static_cast<double>(mark) * step);
    return marks;
}

std::vector<int> percentages(std::span<const std::int64_t> parts)
{
    std::vector<std::int64_t> weights;
    for (const auto part : parts) weights.push_back(part * 100);  // the sum of them is a hundred at least, or nothing
    const auto shares = allocate(100, weights);
    if (!shares) return std::vector<int>(parts.size(), 0);
    std::vector<int> whole;
    for (const auto share : *shares) whole.push_back(static_cast<int>(share));
    return whole;
}

Node pale_chart(const std::string& name, const std::string& sentence)
{
    Node node;
    node.drawing =
        painting("pale chart/" + sentence, {200, 140}, [sentence](Canvas& canvas, const Rect& rect, const Look&) {
            constexpr double heights[] = {0.42, 0.66, 0.5, 0.8, 0.6, 0.36};
            const int step = rect.width / 6;
            for (int i = 0; i < 6 && step > 8; ++i) {
                const auto height = static_cast<int>(std::max(rect.height - 40, 0) * heights[i]);
                canvas.fill({rect.x + i * step + step / 4, rect.bottom() - 32 - height, step / 2, height},
                            Token::sunken, 6);
            }
            canvas.fill({rect.x, rect.bottom() - 32, rect.width, 1}, Token::line);
            canvas.text({rect.x, rect.bottom() - 28, rect.width, 20}, sentence, type::caption, Token::ink2,
                        Align::center);
        });
    node.access = {ControlRole::picture, name, {}, sentence, false};
    return node.growing().at_least(0, 140);
}

Node figures_table(const std::string& name, const std::vector<std::string>& headings,
                   const std::vector<std::vector<std::string>>& rows)
{
    const auto line = [&](const std::vector<std::string>& cells, bool heads) {
        const auto style = heads ? type::tag : type::note;
        auto cells_row = row(12);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const Token ink = heads || i == 0 ? Token::ink2 : Token::ink;
            auto cell = i == 0 ? text(cells[i], style, ink) : money(cells[i], style, ink);
            put(cells_row.children, cell.growing(i == 0 ? 1.2 : 1));
        }
        return cells_row.high(heads ? 32 : 36);
    };
    auto table = scroll("table " + name, 0, line(headings, true));
    for (const auto& cells : rows) {
        auto one = line(cells, false);
        one.drawing = painting("table row", {}, [](Canvas& canvas, const Rect& rect, const Look&) {
            canvas.fill({rect.x, rect.y, rect.width, 1}, Token::line);
        });
        one.access = {ControlRole::row, fmt::format("{}", fmt::join(cells, ", ")), {}, {}, false};
        for (auto& cell : one.children) cell.access = {};
        put(table.children, std::move(one));
    }
    table.access = {ControlRole::list, name, {}, {}, false};
    return table;
}

Node share_rows(const std::string& name, const std::vector<ShareRow>& rows, int name_width, int amount_width,
                int row_height)
{
    auto all = column(0);
    for (const auto& share : rows) {
        auto label = text(share.name, type::note).wide(name_width);
        auto bar = progress_bar(share.name, share.share, share.amount, share.color).growing();
        auto amount = money(share.amount, type::money, Token::ink).wide(amount_width);
        label.access = bar.access = amount.access = {};
        auto line = row(12, std::move(label), std::move(bar), std::move(amount)).high(row_height);
        line.access = {ControlRole::row, fmt::format("{}, {}", share.name, share.amount), {}, {}, false};
        put(all.children, std::move(line));
    }
    all.access = {ControlRole::list, name, {}, {}, false};
    return all;
}

}  // namespace kushi
