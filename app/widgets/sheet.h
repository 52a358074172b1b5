#pragma once

#include "app/widgets/scene.h"

namespace kushi {

/// The scrim and the panel (keyed "panel") with a sheet's content, over a window of this size.
Node sheet_layer(Node content, const Sheet& sheet, Size window);
/// The toast at the foot of the window.
Node toast_layer(const Toast& toast, Size window);

/// What a sheet of the middle asks: a title, a sentence, and its buttons, the safe one first.
Node dialog_content(std::string title, std::string sentence, Node buttons);

}  // namespace kushi
