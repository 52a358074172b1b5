#include "printing/document/layout.h"

#include <algorithm>
#include <numeric>
#include <string_view>

#include "printing/document/clusters.h"
#include "printing/document/qr.h"

namespace kushi::printing {
namespace {

/// One cluster on its way to a place.
struct Atom {
    std::uint32_t offset = 0;
    std::uint16_t bytes = 0;
    std::uint16_t advance = 0;  ///< at its style's size
    std::uint16_t run = 0;
    Break before = Break::never;
};

/// The runs of one cell as one text of atoms.
struct Flow {
    std::string text;
    std::vector<Atom> atoms;
    std::vector<Style> styles;
    [[nodiscard]] int width() const
    {
        return std::accumulate(atoms.begin(), atoms.end(), 0, [](int sum, const Atom& a) { return sum + a.advance; });
    }
    /// A blank with a mark on it is a character like any other.
    [[nodiscard]] bool is_blank(std::size_t atom) const
    {
        return atoms[atom].bytes == 1 && text[atoms[atom].offset] == ' ';
    }
};

/// Half-open, in atoms.
struct Slice {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Splits a cluster that is wider than any real one, such as a kana with a hundred half-width dakuten.
std::vector<std::uint16_t> scalar_lengths(std::string_view cluster)
{
    std::vector<std::uint16_t> lengths;
    for (std::size_t position = 0; position < cluster.size();) {
        const auto start = position;
        next_scalar(cluster, position);
        lengths.push_back(static_cast<std::uint16_t>(position - start));
    }
    return lengths;
}

void append(Flow& flow, std::string_view cluster, const Metrics& metrics, std::uint16_t run)
{
    const int advance = metrics.advance(cluster);
    if (advance > widest_cluster_dots) {
        for (std::size_t at = 0; const auto length : scalar_lengths(cluster)) {
            append(flow, cluster.substr(at, length), metrics, run);
            at += length;
        }
        return;
    }
    flow.atoms.push_back({static_cast<std::uint32_t>(flow.text.size()), static_cast<std::uint16_t>(cluster.size()),
                          static_cast<std::uint16_t>(advance * flow.styles[run].size), run, Break::never});
    flow.text += cluster;
}

Flow flow_of(const std::vector<Run>& runs, const Metrics& metrics)
{
    Flow flow;
    flow.styles.reserve(runs.size());
    for (const Run& run : runs) {
        const std::string clean = clean_text(run.text);
        flow.text.reserve(flow.text.size() + clean.size());
        flow.atoms.reserve(flow.atoms.size() + clean.size());
        const auto index = static_cast<std::uint16_t>(flow.styles.size());
        flow.styles.push_back(run.style);
        flow.styles.back().size = std::clamp(run.style.size, 1, 4);
        for (std::size_t at = 0; const auto length : cluster_lengths(clean)) {
            append(flow, std::string_view{clean}.substr(at, length), metrics, index);
            at += length;
        }
    }
    return flow;
}

/// Makes every style smaller whose widest cluster would not fit into the width.
void shrink_to(Flow& flow, int width)
{
    for (Atom& atom : flow.atoms) {
        Style& style = flow.styles[atom.run];
        const int size_one = atom.advance / style.size;
        const int fitting = std::max(1, size_one == 0 ? style.size : width / size_one);
        if (fitting >= style.size) continue;
        const int was = style.size;
        for (Atom& other : flow.atoms)
            if (other.run == atom.run) other.advance = static_cast<std::uint16_t>(other.advance / was * fitting);
        style.size = fitting;
    }
}

/// Where the line that begins at `begin` ends: at the last good break that fits, else at a reluctant one, else between
/// two clusters. Blanks may hang over the edge; they are trimmed by the caller.
std::size_t line_end(const Flow& flow, std::size_t begin, int width)
{
    const auto& atoms = flow.atoms;
    int used = 0;
    std::size_t full = begin;
    while (full < atoms.size() && used + atoms[full].advance <= width) used += atoms[full++].advance;
    std::size_t reach = full;
    while (reach < atoms.size() && flow.is_blank(reach)) ++reach;
    if (reach == atoms.size()) return reach;
    for (const Break wanted : {Break::good, Break::reluctant})
        for (std::size_t end = reach; end > begin; --end)
            if (atoms[end].before == wanted) return end;
    return std::max(full, begin + 1);
}

std::vector<Slice> wrapped(Flow& flow, int width, std::string_view language)
{
    shrink_to(flow, width);
    if (flow.width() <= width) return {{0, flow.atoms.size()}};
    const auto breaks = line_breaks(flow.text, language);
    for (Atom& atom : flow.atoms) atom.before = breaks[atom.offset];
    std::vector<Slice> slices;
    for (std::size_t begin = 0; begin < flow.atoms.size();) {
        const auto next = line_end(flow, begin, width);
        auto end = next;
        while (end > begin && flow.is_blank(end - 1)) --end;
        slices.push_back({begin, end});
        begin = next;
    }
    return slices;
}

/// A cell with its place in the area.
struct Column {
    int x = 0;
    int width = 0;
    Align align = Align::left;
    Flow flow;
    std::vector<Slice> slices;
};

int width_of(const Flow& flow, const Slice& slice)
{
    int width = 0;
    for (std::size_t i = slice.begin; i < slice.end; ++i) width += flow.atoms[i].advance;
    return width;
}

/// The atoms of one run, which lie side by side in the flow's text.
PlacedRun placed(const Flow& flow, const Slice& slice, int x, int cell, Align align)
{
    const Atom& first = flow.atoms[slice.begin];
    const Atom& last = flow.atoms[slice.end - 1];
    PlacedRun run{
        x,    0,    flow.styles[first.run], flow.text.substr(first.offset, last.offset + last.bytes - first.offset), {},
        cell, align};
    run.clusters.reserve(slice.end - slice.begin);
    for (std::size_t i = slice.begin; i < slice.end; ++i) {
        run.clusters.push_back({flow.atoms[i].bytes, flow.atoms[i].advance});
        run.advance_dots += flow.atoms[i].advance;
    }
    return run;
}

void place(Line& line, const Column& column, const Slice& slice, int cell)
{
    const int spare = column.width - width_of(column.flow, slice);
    int x = column.x;
    if (column.align == Align::right) x += spare;
    if (column.align == Align::centre) x += spare / 2;
    const auto& atoms = column.flow.atoms;
    for (std::size_t begin = slice.begin; begin < slice.end;) {
        std::size_t end = begin + 1;
        while (end < slice.end && atoms[end].run == atoms[begin].run) ++end;
        line.runs.push_back(placed(column.flow, {begin, end}, x, cell, column.align));
        x += line.runs.back().advance_dots;
        line.height_dots = std::max(line.height_dots, text_height_dots * line.runs.back().style.size + leading_dots);
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
        std::vector<Column> columns(1);
        columns[0] = {0, metrics_.area_dots, block.align, flow_of(block.runs, metrics_), {}};
        set(columns);
    }

    void operator()(const RowBlock& block)
    {
        auto columns = measured(block);
        if (side_by_side(block, columns)) {
            set(columns);
            return;
        }
        for (Column& column : columns) {
            std::vector<Column> alone(1);
            alone[0] = {0, metrics_.area_dots, column.align, std::move(column.flow), {}};
            set(alone);
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
    std::vector<Column> measured(const RowBlock& block) const
    {
        std::vector<Column> columns;
        columns.reserve(block.cells.size());
        for (const Cell& cell : block.cells) {
            Column column{0, 0, cell.align, flow_of(cell.runs, metrics_), {}};
            if (cell.width == Cell::Width::fixed) column.width = std::clamp(cell.columns, 2, 1000) * column_dots;
            if (cell.width == Cell::Width::fit) column.width = column.flow.width();
            columns.push_back(std::move(column));
        }
        return columns;
    }

    /// Gives the columns their places, one blank column between two. @returns false when there is no room
    bool side_by_side(const RowBlock& block, std::vector<Column>& columns) const
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

    void set(std::vector<Column>& columns)
    {
        std::size_t count = 1;
        for (Column& column : columns) {
            column.slices = wrapped(column.flow, column.width, language_);
            count = std::max(count, column.slices.size());
        }
        for (std::size_t i = 0; i < count; ++i) {
            Line line;
            line.runs.reserve(columns.size());
            for (std::size_t cell = 0; cell < columns.size(); ++cell)
                if (i < columns[cell].slices.size())
                    place(line, columns[cell], columns[cell].slices[i], static_cast<int>(cell));
            layout_.lines.push_back(std::move(line));
        }
    }

    const Metrics& metrics_;
    std::string_view language_;
    Layout layout_;
};

/// The runs of one cell on one line, as a screen shows them.
void append_cell(std::string& text, int& column, const std::string& words, int left_dots, int right_dots, Align align)
{
    const int width = screen_columns(words);
    int start = left_dots / column_dots;
    if (align == Align::right) start = right_dots / column_dots - width;
    if (align == Align::centre) start = ((left_dots + right_dots) / column_dots - width) / 2;
    // A cell may begin where the one before it ended, but never runs into it.
    start = std::max(start, column == 0 ? 0 : column + 1);
    text.append(static_cast<std::size_t>(start - column), ' ');
    text += words;
    column = start + width;
}

std::string text_of_line(const Line& line)
{
    std::string text;
    int column = 0;
    for (std::size_t i = 0; i < line.runs.size();) {
        const PlacedRun& first = line.runs[i];
        std::string words;
        int right = first.x_dots;
        for (; i < line.runs.size() && line.runs[i].cell == first.cell; ++i) {
            words += line.runs[i].text;
            right = line.runs[i].x_dots + line.runs[i].advance_dots;
        }
        append_cell(text, column, words, first.x_dots, right, first.align);
    }
    for (auto at = text.find("\u00a0"); at != std::string::npos; at = text.find("\u00a0", at)) text.replace(at, 2, " ");
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

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

std::string text_of(const Layout& layout)
{
    std::string text;
    for (const Line& line : layout.lines) {
        if (line.kind == Line::Kind::cut) continue;
        if (line.kind == Line::Kind::rule) {
            const char dash = !line.runs.empty() && line.runs[0].text.front() == '=' ? '=' : '-';
            text.append(static_cast<std::size_t>(layout.area_dots / column_dots), dash);
        } else if (line.kind == Line::Kind::qr) {
            text += clean_text(line.qr_data);
        } else {
            text += text_of_line(line);
        }
        text += '\n';
    }
    return text;
}

}  // namespace kushi::printing
