#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "printing/pages/page_document.h"
#include "printing/pages/typesetter.h"

namespace kushi::printing::pages {

/// A part of a page that is never torn: a line of a table, a chart. It draws itself with its upper left corner at (0,
/// y).
struct Piece {
    double height = 0;
    double space_before = 0;                     ///< not at a page's top
    bool keep_with_next = false;                 ///< never the last on a page
    std::shared_ptr<const Piece> repeated = {};  ///< comes again above it where it opens a page
    std::function<void(cairo_t*, double y)> draw = {};
};
using Pieces = std::vector<Piece>;

/// What blocks become on a page so wide, one function a block. Each appends to the pieces.
void add_pieces(Pieces& pieces, const Typesetter& typesetter, double width, const PageHeading& heading);
void add_pieces(Pieces& pieces, const Typesetter& typesetter, double width, const PageParagraph& paragraph);
void add_pieces(Pieces& pieces, const Typesetter& typesetter, double width, const PageKeyFigures& figures);
void add_pieces(Pieces& pieces, const Typesetter& typesetter, double width, const PageLedgers& ledgers);
void add_pieces(Pieces& pieces, const Typesetter& typesetter, double width, const PageTable& table);
void add_pieces(Pieces& pieces, const Typesetter& typesetter, double width, const PageBarChart& chart);

void set_colour(cairo_t* cairo, Colour colour);
void fill_box(cairo_t* cairo, double x, double y, double width, double height, Colour colour, double radius = 0);
void draw_line(cairo_t* cairo, double x, double y, double width, Colour colour, double thickness = 0.5);

}  // namespace kushi::printing::pages
