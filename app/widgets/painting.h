#pragma once

#include "app/widgets/node.h"

namespace kushi {

/// A drawing from a function: `content` is all that it draws of, `size` what it likes.
template <class Render>
class Painting final : public Drawing {
public:
    Painting(std::string content, Size size, Render render)
        : content_{std::move(content)}, size_{size}, render_{std::move(render)} {}
    void render(Canvas& canvas, const Rect& rect, const Look& look) const override { render_(canvas, rect, look); }
    [[nodiscard]] Size wanted(int /*width*/) const override { return size_; }
    [[nodiscard]] std::string content() const override { return content_; }

private:
    std::string content_;
    Size size_;
    Render render_;
};

template <class Render>
DrawingPointer painting(std::string content, Size size, Render render)
{
    return std::make_shared<Painting<Render>>(std::move(content), size, std::move(render));
}

/// The ring around what the keyboard is on: 3 px of ink, 3 px away.
inline void draw_focus(Canvas& canvas, const Rect& rect, const Look& look, double radius)
{
    if (look.focused) canvas.frame(rect.inset(-6), Token::ink, radius + 6, 3);
}

}  // namespace kushi
