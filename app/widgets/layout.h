#pragma once

#include "app/widgets/node.h"

namespace kushi {

/// The size a node likes where it may be `width` wide.
Size wanted_size(const Node& node, int width);

/// How high what a scroll holds is at this width, whatever height the scroll itself has.
int content_height(const Node& scroll, int width);

/// Gives the node and all below it their rects: fixed and natural sizes first, then what grows shares the rest. In a row
/// that is too narrow the nodes that shrink give way. Children of a scroll keep their height and may end below it.
void lay_out(Node& node, const Rect& rect);

}  // namespace kushi
