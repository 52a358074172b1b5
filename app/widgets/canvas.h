#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/widgets/geometry.h"
#include "app/widgets/icons.h"
#include "app/widgets/theme.h"

using cairo_t = struct _cairo;

namespace kushi {

enum class Align { start, center, end };

struct Spot {
    double x = 0;
    double y = 0;
};

/// An outline of straight lines and curves.
class Outline {
public:
    Outline& move_to(double x, double y);
    Outline& line_to(double x, double y);
    Outline& curve_to(double x1, double y1, double x2, double y2, double x, double y);
    Outline& quadratic_to(double x1, double y1, double x, double y);
    /// A part of a circle, angles in radians clockwise from three o'clock.
    Outline& arc(double x, double y, double radius, double from, double to);
    Outline& rounded(const Rect& rect, double radius);
    Outline& close();
    /// Whether the filled outline covers the point.
    [[nodiscard]] bool covers(double x, double y) const;
    [[nodiscard]] Outline scaled(double by, double move_x, double move_y, bool mirrored = false, double mirror_width = 0) const;

    struct Step {
        enum class Kind : std::uint8_t { move, line, curve, arc, close } kind;
        double at[6];
    };
    [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }

private:
    std::vector<Step> steps_;
};

/// Grey or colour pixels to be shown as they are: a receipt's preview, a photo. Four bytes a pixel: blue, green, red, unused.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;
};

/// What was written where: for tests that hold every word against its box.
struct DrawnText {
    std::string text;
    Rect box;             ///< where it was allowed
    Rect ink;             ///< where it went, as far as it shows
    int layer = 0;        ///< of the page, of a sheet over it, ...
    bool shortened = false;
    bool too_tall = false;
};

/// Draws on a Cairo surface: the window's, a picture's, a test's. Colours are tokens of one theme; a rect is in logical pixels.
class Canvas {
public:
    Canvas(cairo_t* context, const Theme& theme) : cairo_{context}, theme_{theme} {}
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    void fill(const Rect& rect, Token color, double radius = 0);
    /// A line inside the rect's edge.
    void frame(const Rect& rect, Token color, double radius = 0, double width = 1);
    void dashed_frame(const Rect& rect, Token color, double radius, double width = 1.25, double dash = 4);
    void fill(const Outline& outline, Token color);
    void stroke(const Outline& outline, Token color, double width, double dash = 0);
    void line(Spot from, Spot to, Token color, double width = 1);
    void circle(Spot center, double radius, Token color);
    void circle_frame(Spot center, double radius, Token color, double width);
    void icon(Icon icon, const Rect& rect, Token color);
    void picture(const Picture& picture, const Rect& rect);

    /// One text in its box: `align` across, `up` and down; at most `lines` lines, the last with an ellipsis where it is too long.
    void text(const Rect& box, std::string_view text, const TextStyle& style, Token color, Align align = Align::start,
              int lines = 1, Align up = Align::center);

    void push_clip(const Rect& rect);
    void push_clip(const Rect& rect, double radius);
    void pop_clip();

    [[nodiscard]] const Theme& theme() const { return theme_; }
    /// Every text from now on is noted there as well.
    void note_texts(std::vector<DrawnText>* notes) { notes_ = notes; }
    void note_layer(int layer) { layer_ = layer; }

private:
    void source(Token color);
    void trace(const Outline& outline);

    cairo_t* cairo_;
    const Theme& theme_;
    std::vector<DrawnText>* notes_ = nullptr;
    std::vector<Rect> clips_;
    int layer_ = 0;
};

}  // namespace kushi
