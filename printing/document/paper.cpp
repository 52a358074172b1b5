#include "printing/document/paper.h"

#include <vector>

#include "printing/document/qr.h"

namespace kushi::printing {
namespace {

/// A run stands with its foot on the line's text height, above the leading, whatever its size.
void paint_run(Bitmap& paper, const PlacedRun& run, int foot)
{
    const int height = text_height_dots * run.style.size;
    std::vector<GlyphCell> cells;
    cells.reserve(run.clusters.size());
    int x = 0;
    for (std::size_t at = 0; const PlacedCluster& cluster : run.clusters) {
        cells.push_back({run.text.substr(at, cluster.bytes), x, cluster.advance_dots});
        at += cluster.bytes;
        x += cluster.advance_dots;
    }
    Bitmap dots = draw_cells(cells, run.advance_dots, height, run.style.bold);
    const int thickness = run.style.size;
    if (run.style.underline) dots.fill(0, height - thickness, run.advance_dots, thickness);
    if (run.style.invert) dots.invert(0, 0, run.advance_dots, height);
    paper.draw(dots, run.x_dots, foot - height);
}

void paint_qr(Bitmap& paper, const Line& line)
{
    const auto matrix = qr_matrix(line.qr_data);
    if (!matrix) return;
    const int module = line.qr_module_dots;
    const int left = (paper.width() - matrix->modules * module) / 2;
    const int top = quiet_modules * module;
    for (int y = 0; y < matrix->modules; ++y)
        for (int x = 0; x < matrix->modules; ++x)
            if (matrix->at(x, y)) paper.fill(left + x * module, top + y * module, module, module);
}

}  // namespace

Bitmap paint(const Line& line, int width_dots)
{
    Bitmap paper{width_dots, line.height_dots};
    if (line.kind == Line::Kind::qr) paint_qr(paper, line);
    for (const PlacedRun& run : line.runs) paint_run(paper, run, line.height_dots - leading_dots);
    return paper;
}

Bitmap paint(const Layout& layout)
{
    Bitmap paper{layout.area_dots, layout.height_dots()};
    int y = 0;
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        const Line& line = layout.lines[i];
        paper.draw(paint(line, layout.area_dots), 0, y);
        y += line.height_dots;
        if (line.kind != Line::Kind::cut || i + 1 == layout.lines.size()) continue;
        for (int x = 0; x < layout.area_dots; x += 16) paper.fill(x, y, 8, 1);
    }
    return paper;
}

}  // namespace kushi::printing
