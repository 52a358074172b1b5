#include "printing/document/layout.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <string_view>

#include "printing/document/flow.h"
#include "printing/document/qr.h"

namespace kushi::printing {
namespace {

/// A cell with its place in the area.
struct Column {
    int x = 0;
    int width = 0;
    Align align = Align::left;
    Flow flow;
    std::vector<Slice> lines;
};

/// The atoms of one run, which lie side by side in the flow's text.
PlacedRun placed(const Flow& flow, const Slice& slice, int x)
{
    const Atom& first = flow.atoms()[slice.begin];
    const Atom& last = flow.atoms()[slice.end - 1];
    PlacedRun run;
    run.x_dots = x;
    run.advance_dots = flow.width_of(slice);
    run.style = flow.style_of(first);
    run.text = flow.text().substr(first.offset, last.offset + last.bytes - first.offset);
    run.clusters.reserve(slice.end - slice.begin);
    for (std::size_t i = slice.begin; i < slice.end; ++i)
        run.clusters.push_back({flow.atoms()[i].bytes, flow.atoms()[i].advance});
    return run;
}

void place(Line& line, const Column& column, const Slice& slice, int cell)
{
    const int spare = column.width - column.flow.width_of(slice);
    int x = column.x;
    if (column.align == Align::right) x += spare;
    if (column.align == Align::centre) x += spare / 2;
    const auto& atoms = column.flow.atoms();
    for (std::size_t begin = slice.begin; begin < slice.end;) {
        std::size_t end = begin + 1;
        while (end < slice.end && atoms[end].run == atoms[begin].run) ++end;
        PlacedRun run = placed(column.flow, {begin, end}, x);
        run.cell = cell;
        run.align = column.align;
        x += run.advance_dots;
        line.height_dots = std::max(line.height_dots, text_height_dots * run.style.size + leading_dots);
        line.runs.push_back(std::move(run));
        begin = end;
    }
}

class Setter {
public:
    Setter(const Metrics& metrics, std::string_view language) : metrics_{metrics}, language_{language}
    {
        layout_.area_dots = metrics.area_dots;
    }

    void operator()(const TextBlock& block)
    {
        const auto columns = columns_for(1);
        columns[0].flow.fill(block.runs, metrics_);
        columns[0].align = block.align;
        set_alone(columns[0]);
    }

    void operator()(const RowBlock& block)
    {
        const auto columns = columns_for(block.cells.size());
        measure(block, columns);
        if (side_by_side(block, columns)) {
            set(columns);
        } else {
            for (Column& column : columns) set_alone(column);
        }
    }

    void operator()(const RuleBlock& block)
    {
        const char* pattern = block.kind == RuleBlock::Kind::single    ? "─"
                              : block.kind == RuleBlock::Kind::double_ ? "="
                                                                       : "-";
        const int advance = std::max(1, metrics_.advance(pattern));
        Run run;
        for (int i = 0; i < metrics_.area_dots / advance; ++i) run.text += pattern;
        (*this)(TextBlock{{run}, Align::left});
        layout_.lines.back().kind = Line::Kind::rule;
    }

    void operator()(const SpaceBlock& block)
    {
        for (int i = 0; i < std::clamp(block.lines, 0, 100); ++i) layout_.lines.emplace_back();
    }

    void operator()(const QrBlock& block)
    {
        const auto matrix = qr_matrix(block.data);
        constexpr int largest_module = 6;
        const int across = matrix ? matrix->modules + 2 * quiet_modules : 0;
        const int module = matrix ? std::min(largest_module, metrics_.area_dots / across) : 0;
        // Below 3 dots (0.375 mm) a telephone does not read it: then the text itself, which is never lost.
        if (module < 3) {
            (*this)(TextBlock{{{block.data, {}}}, Align::centre});
            return;
        }
        Line line;
        line.kind = Line::Kind::qr;
        line.qr_data = block.data;
        line.qr_module_dots = module;
        line.height_dots = across * module;
        layout_.lines.push_back(std::move(line));
    }

    void operator()(const CutBlock&)
    {
        layout_.lines.emplace_back();
        layout_.lines.back().kind = Line::Kind::cut;
        layout_.lines.back().height_dots = 0;
    }

    Layout take() { return std::move(layout_); }

private:
    /// The columns of one row. They are the same objects for every row, so that their memory is taken once.
    std::span<Column> columns_for(std::size_t count)
    {
        if (columns_.size() < count) columns_.resize(count);
        return std::span{columns_}.first(count);
    }

    void measure(const RowBlock& block, std::span<Column> columns) const
    {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Cell& cell = block.cells[i];
            Column& column = columns[i];
            column.flow.fill(cell.runs, metrics_);
            column.align = cell.align;
            column.width = 0;
            if (cell.width == Cell::Width::fixed) column.width = std::clamp(cell.columns, 2, 1000) * column_dots;
            if (cell.width == Cell::Width::fit) column.width = column.flow.width();
        }
    }

    /// Gives the columns their places, one blank column between two. @returns false when there is no room
    [[nodiscard]] bool side_by_side(const RowBlock& block, std::span<Column> columns) const
    {
        constexpr int least_flex = 4 * column_dots;
        int left = metrics_.area_dots - column_dots * (static_cast<int>(columns.size()) - 1);
        int flexible = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            left -= columns[i].width;
            if (block.cells[i].width == Cell::Width::flex) ++flexible;
        }
        if (left < flexible * least_flex) return false;
        int x = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (block.cells[i].width == Cell::Width::flex) {
                columns[i].width = left / flexible--;
                left -= columns[i].width;
            }
            columns[i].x = x;
            x += columns[i].width + column_dots;
        }
        return true;
    }

    void set_alone(Column& column)
    {
        column.x = 0;
        column.width = metrics_.area_dots;
        set({&column, 1});
    }

    void set(std::span<Column> columns)
    {
        std::size_t count = 1;
        for (Column& column : columns) {
            column.flow.wrap(column.width, language_, column.lines);
            count = std::max(count, column.lines.size());
        }
        for (std::size_t i = 0; i < count; ++i) {
            Line line;
            line.runs.reserve(columns.size());
            for (std::size_t cell = 0; cell < columns.size(); ++cell) {
                const Column& column = columns[cell];
                if (i < column.lines.size()) place(line, column, column.lines[i], static_cast<int>(cell));
            }
            layout_.lines.push_back(std::move(line));
        }
    }

    const Metrics& metrics_;
    std::string_view language_;
    std::vector<Column> columns_;
    Layout layout_;
};

}  // namespace

int Layout::height_dots() const
{
    return std::accumulate(lines.begin(), lines.end(), 0,
                           [](int sum, const Line& one) { return sum + one.height_dots; });
}

Layout lay_out(const Document& document, const Metrics& metrics)
{
    Setter setter{metrics, document.language};
    for (const Block& block : document.blocks) std::visit(setter, block);
    return setter.take();
}

}  // namespace kushi::printing
