#pragma once

#include "app/widgets/node.h"

namespace kushi {

struct FieldLook {
    std::string name;         ///< its label, above it
    std::string placeholder{};
    std::string error{};        ///< a sentence below it, in red
    Icon icon = Icon::none;   ///< at its left, as in a search
    bool label_shows = true;
    int height = 56;
};
/// A framed field to type into. The native control that takes the keys lies inside the frame (Surface).
Node field(const FieldLook& look, Entry entry);

/// Where the native control goes in a field's box.
Rect entry_box(const Rect& field, bool has_icon);

}  // namespace kushi
