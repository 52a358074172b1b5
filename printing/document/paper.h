#pragma once

#include "printing/document/layout.h"
#include "printing/raster/bitmap.h"

namespace kushi::printing {

/// One line as dots, as high as the line. A printer that lacks a character of the line gets this picture.
Bitmap paint(const Line& line, int width_dots);
/// The whole paper, with a dashed line at each cut but the last: what the screen shows and the printer prints.
Bitmap paint(const Layout& layout);

}  // namespace kushi::printing
