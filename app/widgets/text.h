#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/widgets/geometry.h"
#include "app/widgets/theme.h"

using PangoLayout = struct _PangoLayout;

namespace kushi {

inline constexpr int no_limit = 0;

/// The size a text takes in logical pixels: broken into lines where it is wider than `width_px` (no_limit: one line), at most
/// `lines` of them (no_limit: as many as it needs).
Size measure_text(std::string_view text, const TextStyle& style, int width_px = no_limit, int lines = no_limit);

/// The families of the design that this machine does not have: something else is drawn in their place.
std::vector<std::string> missing_families();

/// A text set for drawing: its lines are broken after the rules of its script, and what does not fit ends in an ellipsis.
/// The layout is kept for the next time; valid until the next call.
struct SetText {
    PangoLayout* layout = nullptr;
    Size size;                 ///< what the shown lines take
    int natural_width = 0;     ///< of the whole text on one line
    bool shortened = false;    ///< something is hidden behind an ellipsis
    double baseline_px = 0;    ///< of a line, from its top
};
SetText set_text(std::string_view text, const TextStyle& style, int width_px, int lines);

}  // namespace kushi
