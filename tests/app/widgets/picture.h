#pragma once

#include <memory>
#include <vector>

#include "app/widgets/scene.h"

struct _cairo_surface;

namespace kushi {

/// What a window would show, without any: a page painted on a picture.
class PaintedPage {
public:
    PaintedPage(const Scene& scene, const Theme& theme);
    ~PaintedPage();
    PaintedPage(const PaintedPage&) = delete;
    PaintedPage& operator=(const PaintedPage&) = delete;

    [[nodiscard]] Color at(int x, int y) const;
    [[nodiscard]] bool shows(Token color, const Rect& where) const;
    /// Every text, with where it went.
    [[nodiscard]] const std::vector<DrawnText>& texts() const { return texts_; }
    [[nodiscard]] bool says(const std::string& words) const;
    /// The texts that lost a part.
    [[nodiscard]] std::vector<std::string> shortened() const;

private:
    std::shared_ptr<_cairo_surface> surface_;
    Size size_;
    const Theme& theme_;
    std::vector<DrawnText> texts_;
};

/// A scene of one control in the upper left of a window, 24 px from its edges.
Scene scene_of(Node node, Size size = {800, 600});

/// A finger down and up there, long after the one before.
void tap(Scene& scene, Point at);
/// A tap in the middle of the control of that name. Fails the test where there is none.
void tap(Scene& scene, const std::string& name);
void press_key(Scene& scene, Key key, char32_t character = 0);
/// Focus on the control of that name, as the keyboard brings it there.
void walk_to(Scene& scene, const std::string& name);
const Scene::Placed& placed(const Scene& scene, const std::string& name);

}  // namespace kushi
