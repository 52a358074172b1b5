#pragma once

#include "app/widgets/icons.h"

using cairo_surface_t = struct _cairo_surface;

namespace kushi {

/// An icon's opacity, `size` logical pixels wide and high, to be filled with any colour. Kept once made; null for an icon that
/// cannot be drawn.
cairo_surface_t* icon_mask(Icon icon, int size, double scale);

}  // namespace kushi
