#pragma once

#include <algorithm>

namespace kushi {

/// Logical pixels, x to the right and y down, from the window's upper left corner.
struct Point {
    int x = 0;
    int y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Size {
    int width = 0;
    int height = 0;
    friend bool operator==(const Size&, const Size&) = default;
};

struct Rect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    [[nodiscard]] int right() const { return x + width; }
    [[nodiscard]] int bottom() const { return y + height; }
    [[nodiscard]] Point center() const { return {x + width / 2, y + height / 2}; }
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
    [[nodiscard]] bool meets(const Rect& other) const
    {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }
    /// Smaller by so much on each side; larger for a negative one.
    [[nodiscard]] Rect inset(int by) const { return inset(by, by); }
    [[nodiscard]] Rect inset(int by_x, int by_y) const
    {
        return {x + by_x, y + by_y, std::max(0, width - 2 * by_x), std::max(0, height - 2 * by_y)};
    }
    [[nodiscard]] Rect moved(int by_x, int by_y) const { return {x + by_x, y + by_y, width, height}; }
    [[nodiscard]] Rect common(const Rect& other) const
    {
        const int left = std::max(x, other.x), top = std::max(y, other.y);
        return {left, top, std::max(0, std::min(right(), other.right()) - left),
                std::max(0, std::min(bottom(), other.bottom()) - top)};
    }
    /// The smallest one that holds both; an empty one adds nothing.
    [[nodiscard]] Rect joined(const Rect& other) const
    {
        if (empty()) return other;
        if (other.empty()) return *this;
        const int left = std::min(x, other.x), top = std::min(y, other.y);
        return {left, top, std::max(right(), other.right()) - left, std::max(bottom(), other.bottom()) - top};
    }
    friend bool operator==(const Rect&, const Rect&) = default;
};

}  // namespace kushi
