#include <algorithm>

#include "printing/pages/pieces.h"

namespace kushi::printing::pages {
namespace {

constexpr double gutter = 24;
constexpr double between_rows = 3.5;
constexpr double over_sum = 3;
constexpr std::size_t least_in_row = 2, most_in_row = 3;  // a label far from its amount is hard to follow

struct Line {
    SetText label, amount;
    bool sum = false;
    [[nodiscard]] double baseline() const { return std::max(label.baseline(), amount.baseline()); }
    [[nodiscard]] double height() const
    {
        return baseline() + std::max(label.height() - label.baseline(), amount.height() - amount.baseline());
    }
};

/// One ledger set in its column.
class Column {
public:
    Column(const Typesetter& typesetter, const PageLedgers::Ledger& ledger, double width)
        : width_{width}, title_{typesetter.set(ledger.title, {.size = 9, .colour = colours::ink_second}, width)}
    {
        for (const auto& row : ledger.rows) {
            TextStyle amount{.size = 9, .strong = row.sum};
            const double wanted = typesetter.width_of(row.amount, amount);
            if (wanted > width * 0.75) amount.size *= width * 0.75 / wanted;
            auto figure = typesetter.set(row.amount, amount);
            auto label = typesetter.set(row.label, {.size = 9, .strong = row.sum}, width - figure.width() - 8);
            lines_.push_back({std::move(label), std::move(figure), row.sum});
        }
    }

    [[nodiscard]] double height() const
    {
        double height = title_.height() + 6;
        for (const auto& line : lines_) height += line.height() + between_rows + (line.sum ? over_sum : 0);
        return height;
    }

    void draw(cairo_t* cairo, double x, double y) const
    {
        title_.draw(cairo, x, y);
        y += title_.height() + 3;
        draw_line(cairo, x, y, width_, colours::line);
        y += 3;
        for (const auto& line : lines_) {
            if (line.sum) {
                draw_line(cairo, x, y + 1, width_, colours::line_strong, 0.7);
                y += over_sum;
            }
            line.label.draw(cairo, x, y + line.baseline() - line.label.baseline());
            line.amount.draw(cairo, x + width_ - line.amount.width(), y + line.baseline() - line.amount.baseline());
            y += line.height() + between_rows;
        }
    }

private:
    double width_;
    SetText title_;
    std::vector<Line> lines_;
};

}  // namespace

void add_pieces(Pieces& pieces, const Typesetter& typesetter, double width, const PageLedgers& block)
{
    const std::size_t in_row = std::clamp(block.ledgers.size(), least_in_row, most_in_row);
    const double column_width = (width - gutter * static_cast<double>(in_row - 1)) / static_cast<double>(in_row);
    for (std::size_t first = 0; first < block.ledgers.size(); first += in_row) {
        std::vector<Column> columns;
        double height = 0;
        for (std::size_t i = first; i < std::min(first + in_row, block.ledgers.size()); ++i) {
            columns.emplace_back(typesetter, block.ledgers[i], column_width);
            height = std::max(height, columns.back().height());
        }
        pieces.push_back({.height = height,
                          .space_before = first == 0 ? 4.0 : 12.0,
                          .draw = [columns = std::move(columns), column_width](cairo_t* cairo, double y) {
                              double x = 0;
                              for (const auto& column : columns) {
                                  column.draw(cairo, x, y);
                                  x += column_width + gutter;
                              }
                          }});
    }
}

}  // namespace kushi::printing::pages
