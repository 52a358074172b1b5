#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kushi::printing {

/// Black dots on white paper, one bit a dot, rows padded to whole bytes, the leftmost dot in the highest bit.
class Bitmap {
public:
    Bitmap() = default;
    Bitmap(int width_dots, int height_dots);
    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] int stride_bytes() const { return (width_ + 7) / 8; }
    [[nodiscard]] bool dot(int x, int y) const;     ///< false outside
    void set_dot(int x, int y, bool black = true);  ///< outside is ignored
    void grow(int height_dots);                     ///< never shrinks
    void crop(int height_dots);
    void draw(const Bitmap& other, int x, int y);               ///< adds its black dots
    void draw_row(std::span<const std::uint8_t> bytes, int y);  ///< adds a row's black dots from x = 0
    void fill(int x, int y, int width, int height, bool black = true);
    void invert(int x, int y, int width, int height);
    [[nodiscard]] std::span<const std::uint8_t> row(int y) const;
    [[nodiscard]] bool row_is_white(int y) const;
    friend bool operator==(const Bitmap&, const Bitmap&) = default;

private:
    int width_ = 0;
    int height_ = 0;
    std::vector<std::uint8_t> dots_;
};

/// One line of text as dots at a printer's scale (203 dpi), left aligned at x = 0, `height_dots` high, black on white.
/// Fonts: "Inter, Noto Sans CJK JP"; characters keep the advance that is passed for them (12 or 24 dots on 24-dot
/// lines), so that text drawn here lines up with text that the printer sets itself: a narrower glyph stands in the
/// middle of its advance, a wider one is squeezed. Each thread has its own fonts; a new thread's first line takes 40-80
/// ms.
struct GlyphCell {
    std::string text;  ///< one grapheme cluster, UTF-8
    int x_dots = 0;
    int advance_dots = 12;
};
Bitmap draw_cells(std::span<const GlyphCell> cells, int width_dots, int height_dots, bool bold);

/// An 8-bit grey PNG, black on white, each dot `scale` pixels wide and high.
/// Cairo draws up to 32,767 pixels a side.
/// @throws std::runtime_error for an empty or too large paper
std::vector<std::uint8_t> png_of(const Bitmap& paper, int scale = 1);

}  // namespace kushi::printing
