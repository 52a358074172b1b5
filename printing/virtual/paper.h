#pragma once

#include <string>
#include <vector>

#include "printing/raster/bitmap.h"

namespace kushi::printing {

/// How a character looks. Sizes multiply the 12 x 24 dots of font A (9 x 17 of font B, 24 x 24 of a kanji).
struct Lettering {
    int wide = 1;
    int high = 1;
    int height_dots = 24;
    bool bold = false;
    int underline_dots = 0;
    bool invert = false;
};

enum class Placing { left, centre, right };

/// The roll under the head: one line that is being filled, and all that is printed since the last cut.
class Paper {
public:
    static constexpr int most_rows = 32'000;  ///< four metres; more is a fault, and Cairo draws no longer picture

    /// What ESC @ sets back, and GS L, GS W, ESC 3 and ESC a set.
    struct Format {
        int area_width;
        int left_margin = 0;
        int line_spacing = 30;
        Placing placing = Placing::left;
    };
    Format format;

    explicit Paper(int width_dots) : format{width_dots}, width_{width_dots}, dots_{width_dots, 0} {}

    [[nodiscard]] int width() const { return width_; }
    void put(const std::string& text, int advance_dots, const Lettering& lettering);
    void move_to(int x_dots);
    [[nodiscard]] int x() const { return x_; }
    [[nodiscard]] bool line_is_empty() const { return pieces_.empty() && x_ == 0; }
    void drop_line();
    /// Prints the line and feeds `dots`, at least the line's own height.
    void end_line(int dots);
    void picture(const Bitmap& picture);
    void feed(int dots);
    [[nodiscard]] bool is_full() const { return height_ >= most_rows; }
    [[nodiscard]] bool is_blank() const;
    [[nodiscard]] int height() const { return height_; }
    /// Characters that began a new line because the old one was full.
    [[nodiscard]] int wraps() const { return wraps_; }

    /// What lies in front of row `y` leaves; what lies behind it is the beginning of the next sheet.
    struct Piece {
        Bitmap dots;
        std::string text;  ///< lines in x order, a space for each 12 white dots
        int wraps = 0;
        bool through_dots = false;  ///< the cut went through printed rows
    };
    Piece cut(int y);

private:
    struct Letter {
        std::string text;
        int x;
        int advance;
        Lettering lettering;
    };
    struct Line {
        int top;
        int bottom;
        std::string text;
    };

    [[nodiscard]] int placed(int used_dots) const;
    [[nodiscard]] std::string text_of_line() const;
    void draw(const Letter& letter, int shift, int bottom);

    int width_;
    std::vector<Letter> pieces_;
    int x_ = 0;
    int wraps_ = 0;
    std::vector<Line> lines_;
    Bitmap dots_;
    int height_ = 0;  ///< rows fed; `dots_` may be a little longer
};

}  // namespace kushi::printing
