#include "printing/virtual/paper.h"

#include <algorithm>
#include <utility>

namespace kushi::printing {
namespace {

constexpr std::size_t most_letters = 1000;  // in one line, where letters may be printed over each other
constexpr int space_dots = 12;

}  // namespace

void Paper::put(const std::string& text, int advance_dots, const Lettering& lettering)
{
    const bool full = x_ + advance_dots > format.area_width && x_ > 0;
    if (full) ++wraps_;
    if (full || pieces_.size() >= most_letters) end_line(format.line_spacing);
    pieces_.push_back({text, x_, advance_dots, lettering});
    x_ += advance_dots;
}

void Paper::move_to(int x_dots)
{
    x_ = std::clamp(x_dots, 0, format.area_width);
}

void Paper::drop_line()
{
    pieces_.clear();
    x_ = 0;
}

void Paper::end_line(int dots)
{
    int tallest = 0;
    int used = 0;
    for (const Letter& letter : pieces_) {
        tallest = std::max(tallest, letter.lettering.height_dots * letter.lettering.high);
        used = std::max(used, letter.x + letter.advance);
    }
    if (!pieces_.empty()) {
        const int bottom = height_ + tallest;
        dots_.grow(bottom);
        for (const Letter& letter : pieces_) draw(letter, placed(used), bottom);
        lines_.push_back({height_, bottom, text_of_line()});
    }
    drop_line();
    feed(std::max(dots, tallest));
}

void Paper::draw(const Letter& letter, int shift, int bottom)
{
    const Lettering& look = letter.lettering;
    const int height = look.height_dots * look.high;
    const int x = shift + letter.x;
    dots_.draw(draw_cells(std::vector{GlyphCell{letter.text, 0, letter.advance}}, letter.advance, height, look.bold), x,
               bottom - height);
    if (look.underline_dots > 0) dots_.fill(x, bottom - look.underline_dots, letter.advance, look.underline_dots);
    if (look.invert) dots_.invert(x, bottom - height, letter.advance, height);
}

void Paper::picture(const Bitmap& picture)
{
    const int rows = std::min(picture.height(), most_rows - height_);
    dots_.grow(height_ + rows);
    dots_.draw(picture, placed(std::min(picture.width(), format.area_width)), height_);
    feed(rows);
}

void Paper::feed(int dots)
{
    height_ = std::min(height_ + std::max(dots, 0), most_rows);
    dots_.grow(height_);
}

int Paper::placed(int used_dots) const
{
    const int free = std::max(format.area_width - used_dots, 0);
    if (format.placing == Placing::centre) return format.left_margin + free / 2;
    return format.placing == Placing::right ? format.left_margin + free : format.left_margin;
}

std::string Paper::text_of_line() const
{
    std::vector<const Letter*> in_order;
    for (const Letter& letter : pieces_) in_order.push_back(&letter);
    std::ranges::stable_sort(in_order, {}, [](const Letter* letter) { return letter->x; });
    std::string text;
    int end = 0;
    for (const Letter* letter : in_order) {
        text.append(static_cast<std::size_t>(std::max(letter->x - end, 0) / space_dots), ' ');
        text += letter->text;
        end = letter->x + letter->advance;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

bool Paper::is_blank() const
{
    for (int row = 0; row < dots_.height(); ++row) {
        if (!dots_.row_is_white(row)) return false;
    }
    return lines_.empty();
}

Paper::Piece Paper::cut(int y)
{
    y = std::clamp(y, 0, height_);
    Bitmap behind{width_, height_ - y};
    for (int row = y; row < height_; ++row) behind.draw_row(dots_.row(row), row - y);
    Piece front{std::exchange(dots_, {}), {}, std::exchange(wraps_, 0), false};
    front.dots.crop(y);
    std::vector<Line> later;
    for (Line& line : lines_) {
        if (line.bottom <= y)
            front.text += line.text + "\n";
        else
            later.push_back({line.top - y, line.bottom - y, std::move(line.text)});
    }
    for (int row = 0; row < behind.height() && !front.through_dots; ++row)
        front.through_dots = !behind.row_is_white(row);
    lines_ = std::move(later);
    dots_ = std::move(behind);
    height_ -= y;
    return front;
}

}  // namespace kushi::printing
