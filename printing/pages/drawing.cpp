#include <algorithm>
#include <numbers>

#include "printing/pages/pieces.h"

namespace kushi::printing::pages {

void set_colour(cairo_t* cairo, Colour colour)
{
    cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
}

void fill_box(cairo_t* cairo, double x, double y, double width, double height, Colour colour, double radius)
{
    set_colour(cairo, colour);
    const double bend = std::min({radius, width / 2, height / 2});
    if (bend <= 0) {
        cairo_rectangle(cairo, x, y, width, height);
    } else {
        constexpr double quarter = std::numbers::pi / 2;
        cairo_new_sub_path(cairo);
        cairo_arc(cairo, x + width - bend, y + bend, bend, -quarter, 0);
        cairo_arc(cairo, x + width - bend, y + height - bend, bend, 0, quarter);
        cairo_arc(cairo, x + bend, y + height - bend, bend, quarter, 2 * quarter);
        cairo_arc(cairo, x + bend, y + bend, bend, 2 * quarter, 3 * quarter);
        cairo_close_path(cairo);
    }
    cairo_fill(cairo);
}

void draw_line(cairo_t* cairo, double x, double y, double width, Colour colour, double thickness)
{
    fill_box(cairo, x, y - thickness / 2, width, thickness, colour);
}

}  // namespace kushi::printing::pages
