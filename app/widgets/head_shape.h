#pragma once

#include "app/widgets/canvas.h"
#include "app/widgets/scalp_map.h"

namespace kushi {

/// A zone as a polygon, in the units of its head.
struct ZoneShape {
    Zone zone{};
    std::vector<Spot> corners;
    Spot label;  ///< the middle of it
};

/// A head as one view sees it, in units of its own: the zones, and the lines of face, ears and neck below them.
struct HeadShape {
    double width = 0;
    double height = 0;
    std::vector<ZoneShape> zones;
    std::vector<Outline> lines;
};

/// Every zone is a part of a ring around the skull's middle, so that one table makes what is drawn and what is tapped.
const HeadShape& head_seen(ScalpView view);

}  // namespace kushi
