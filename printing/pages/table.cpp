#include <algorithm>
#include <numeric>

#include "printing/pages/pieces.h"

namespace kushi::printing::pages {
namespace {

constexpr double body_size = 9;
constexpr double heading_size = 8;
constexpr double between_columns = 12;
constexpr double row_padding = 3;
constexpr double least_bar = 48, most_bar = 150;
constexpr double bar_height = 6;
constexpr double longest_word = 140;  ///< a longer one is broken rather than to make the table small

/// How wide each column is, and how much smaller than usual the table is set.
struct Measures {
    std::vector<double> widths;
    double scale = 1;
};

struct Needs {
    std::vector<double> least, natural;
};

double sum(const std::vector<double>& widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

Needs needs_of(const Typesetter& typesetter, const PageTable& table)
{
    Needs needs;
    const auto look_at = [&](std::size_t column, const std::string& text, const TextStyle& style) {
        const double whole = typesetter.width_of(text, style);
        const bool wraps = table.columns[column].align == PageAlign::left;
        needs.natural[column] = std::max(needs.natural[column], whole);
        needs.least[column] = std::max(needs.least[column],
                                       wraps ? std::min(typesetter.least_width_of(text, style), longest_word) : whole);
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        needs.least.push_back(column.bar ? least_bar : 0);
        needs.natural.push_back(column.bar ? most_bar : 0);
        // A heading wraps over its figures rather than to widen them.
        const TextStyle small{.size = heading_size};
        needs.natural[i] = std::max(needs.natural[i], typesetter.width_of(column.heading, small));
        needs.least[i] = std::max(needs.least[i], typesetter.least_width_of(column.heading, small));
        if (column.bar) continue;
        for (const auto& row : table.rows) look_at(i, row.cells.at(i), {.size = body_size});
        if (table.total) look_at(i, table.total->cells.at(i), {.size = body_size, .strong = true});
    }
    return needs;
}

/// What is left over goes to texts first, so that figures stay near each other.
void share_out(std::vector<double>& widths, const std::vector<double>& wanted, double left_over)
{
    std::vector<double> wishes;
    for (std::size_t i = 0; i < widths.size(); ++i) wishes.push_back(std::max(0.0, wanted[i] - widths[i]));
    const double all = sum(wishes);
    if (all <= 0) return;
    const double part = std::min(1.0, left_over / all);
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] += wishes[i] * part;
}

Measures measures_of(const Typesetter& typesetter, const PageTable& table, double width)
{
    const auto needs = needs_of(typesetter, table);
    const double gaps = between_columns * static_cast<double>(table.columns.size() - 1);
    Measures measures{needs.least, 1};
    const double least = sum(needs.least) + gaps;
    if (least > width) {  // even with every word on a line of its own: smaller, never clipped
        measures.scale = width / least;
        for (auto& one : measures.widths) one *= measures.scale;
        return measures;
    }
    share_out(measures.widths, needs.natural, width - least);
    const double rest = width - sum(measures.widths) - gaps;
    if (rest > 0) {
        double shares = 0;
        for (const auto& column : table.columns) shares += column.bar ? 0 : column.align == PageAlign::left ? 2 : 1;
        if (shares <= 0) shares = 1;
        for (std::size_t i = 0; i < table.columns.size(); ++i)
            measures.widths[i] +=
                table.columns[i].bar ? 0 : rest * (table.columns[i].align == PageAlign::left ? 2 : 1) / shares;
    }
    return measures;
}

/// Cells of one row on a common first baseline.
struct Line {
    std::vector<SetText> cells;
    std::vector<double> x;  ///< of each cell's left edge
    double baseline = 0, height = 0;

    void draw(cairo_t* cairo, double y) const
    {
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (!cells[i].empty()) cells[i].draw(cairo, x[i], y + baseline - cells[i].baseline());
    }
};

class TableSetter {
public:
    TableSetter(const Typesetter& typesetter, const PageTable& table, double width)
        : typesetter_{typesetter}, table_{table}, width_{width}, measures_{measures_of(typesetter, table, width)}
    {
        for (const auto& row : table.rows) longest_ = std::max(longest_, row.bar < 0 ? -row.bar : row.bar);
    }

    [[nodiscard]] Piece head() const
    {
        std::vector<std::string> texts;
        for (const auto& column : table_.columns) texts.push_back(column.heading);
        auto line = line_of(texts, {.size = heading_size, .colour = colours::ink_second});
        const double height = line.height + 2 * row_padding;
        return {.height = height,
                .keep_with_next = true,
                .draw = [line = std::move(line), height, width = width_](cairo_t* cairo, double y) {
                    line.draw(cairo, y + row_padding);
                    draw_line(cairo, 0, y + height, width, colours::line_strong, 0.7);
                }};
    }

    [[nodiscard]] Piece row(const PageTable::Row& row) const
    {
        auto line = line_of(row.cells, {.size = body_size});
        const double height = line.height + 2 * row_padding;
        return {.height = height, .draw = [=, this_bar = bar_of(row), width = width_](cairo_t* cairo, double y) {
                    line.draw(cairo, y + row_padding);
                    if (this_bar.room > 0) this_bar.draw(cairo, y + height / 2);
                    draw_line(cairo, 0, y + height, width, colours::line);
                }};
    }

    [[nodiscard]] Piece total(const PageTable::Row& row) const
    {
        auto line = line_of(row.cells, {.size = body_size, .strong = true});
        const double height = line.height + 2 * row_padding;
        return {.height = height, .draw = [line = std::move(line), width = width_](cairo_t* cairo, double y) {
                    draw_line(cairo, 0, y, width, colours::line_strong, 0.9);
                    line.draw(cairo, y + row_padding);
                }};
    }

private:
    struct Bar {
        double x = 0, room = 0, length = 0;
        Colour colour;
        void draw(cairo_t* cairo, double middle) const
        {
            fill_box(cairo, x, middle - bar_height / 2, room, bar_height, colours::sunken, bar_height / 2);
            if (length > 0)
                fill_box(cairo, x, middle - bar_height / 2, std::max(length, 1.0), bar_height, colour, bar_height / 2);
        }
    };

    [[nodiscard]] Bar bar_of(const PageTable::Row& row) const
    {
        double x = 0;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            if (table_.columns[i].bar && longest_ > 0) {
                const double part =
                    static_cast<double>(row.bar < 0 ? -row.bar : row.bar) / static_cast<double>(longest_);
                const double room = measures_.widths[i];
                return {x, room, room * part, row.bar < 0 ? colours::danger : colours::pine};
            }
            x += measures_.widths[i] + between_columns * gap_scale();
        }
        return {};
    }

    [[nodiscard]] double gap_scale() const { return measures_.scale < 1 ? measures_.scale : 1; }

    [[nodiscard]] Line line_of(const std::vector<std::string>& texts, TextStyle style) const
    {
        style.size *= measures_.scale;
        Line line;
        double x = 0, below = 0;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            style.align = table_.columns[i].align;
            line.cells.push_back(typesetter_.set(texts.at(i), style, measures_.widths[i]));
            line.x.push_back(x);
            line.baseline = std::max(line.baseline, line.cells.back().baseline());
            below = std::max(below, line.cells.back().height() - line.cells.back().baseline());
            x += measures_.widths[i] + between_columns * gap_scale();
        }
        line.height = line.baseline + below;
        return line;
    }

    const Typesetter& typesetter_;
    const PageTable& table_;
    double width_;
    Measures measures_;
    std::int64_t longest_ = 0;
};

}  // namespace

void add_pieces(Pieces& pieces, const Typesetter& typesetter, double width, const PageTable& table)
{
    if (table.columns.empty()) return;
    const TableSetter setter{typesetter, table, width};
    const auto head = std::make_shared<const Piece>(setter.head());
    pieces.push_back(*head);
    for (const auto& row : table.rows) {
        pieces.push_back(setter.row(row));
        pieces.back().repeated = head;
    }
    if (!table.total) return;
    pieces.back().keep_with_next = true;
    pieces.push_back(setter.total(*table.total));
    pieces.back().repeated = head;
}

}  // namespace kushi::printing::pages
