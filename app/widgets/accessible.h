#pragma once

#include <string>

#include "app/widgets/scene.h"

class wxWindow;

namespace kushi {

/// What the accessibility bus hears of a scene: every control that has a role, with its name, state, place and action, in the
/// tree that the screen made. The one place that knows ATK.
class AccessibleTree {
public:
    /// The window outlives it. Call before the window is shown, once for each window.
    AccessibleTree(wxWindow& window, Scene& scene);
    ~AccessibleTree();
    AccessibleTree(const AccessibleTree&) = delete;
    AccessibleTree& operator=(const AccessibleTree&) = delete;

    /// Tells what changed since the last time.
    void update();
    /// Spoken, politely.
    void announce(const std::string& words);

    struct Store;

private:
    Store* store_;
};

}  // namespace kushi
