#pragma once

#include "app/widgets/scene.h"

namespace kushi {

struct GalleryLook {
    Size size;
    bool dark = false;  ///< which half of the switch is on; the scene's theme is the caller's to set
    std::function<void(bool dark)> on_theme;
};
/// Every control in every state, on one page that scrolls: for whoever designs, builds or checks one. Its words are
/// samples in English and Japanese, and its controls are real ones that nothing listens to.
Page gallery_page(const GalleryLook& look);

/// A control as a finger or the keyboard would make it look, without either: the first one in the node that takes
/// touch.
Node seen_as(Node node, const Look& look);

}  // namespace kushi
