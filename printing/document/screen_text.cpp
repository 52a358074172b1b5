#include <algorithm>

#include "printing/document/clusters.h"
#include "printing/document/layout.h"

namespace kushi::printing {
namespace {

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
    for (auto at = text.find("\u00a0"); at != std::string::npos; at = text.find("\u00a0", at)) text.replace(at, 2, 1, ' ');
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

}  // namespace

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
