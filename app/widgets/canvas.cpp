#include "app/widgets/canvas.h"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <numbers>

#include "app/widgets/icon_mask.h"
#include "app/widgets/text.h"

namespace kushi {
namespace {

constexpr double right_angle = std::numbers::pi / 2;

void trace_on(cairo_t* cairo, const Outline& outline)
{
    using Kind = Outline::Step::Kind;
    for (const auto& step : outline.steps()) {
        const auto* at = step.at;
        switch (step.kind) {
            case Kind::move: cairo_move_to(cairo, at[0], at[1]); break;
            case Kind::line: cairo_line_to(cairo, at[0], at[1]); break;
            case Kind::curve: cairo_curve_to(cairo, at[0], at[1], at[2], at[3], at[4], at[5]); break;
            case Kind::arc:
                if (at[4] >= at[3]) cairo_arc(cairo, at[0], at[1], at[2], at[3], at[4]);
                else cairo_arc_negative(cairo, at[0], at[1], at[2], at[3], at[4]);
                break;
            case Kind::close: cairo_close_path(cairo); break;
        }
    }
}

/// A drawing surface of no size, to ask questions about outlines.
cairo_t* asking_context()
{
    static cairo_t* const kept = [] {
        cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1);
        cairo_t* made = cairo_create(surface);
        cairo_surface_destroy(surface);
        return made;
    }();
    return kept;
}

void round_rect(cairo_t* cairo, double x, double y, double width, double height, double radius)
{
    radius = std::min({radius, width / 2, height / 2});
    if (radius <= 0) return cairo_rectangle(cairo, x, y, width, height);
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + width - radius, y + radius, radius, -right_angle, 0);
    cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, right_angle);
    cairo_arc(cairo, x + radius, y + height - radius, radius, right_angle, 2 * right_angle);
    cairo_arc(cairo, x + radius, y + radius, radius, 2 * right_angle, 3 * right_angle);
    cairo_close_path(cairo);
}

}  // namespace

Outline& Outline::move_to(double x, double y)
{
    steps_.push_back({Step::Kind::move, {x, y}});
    return *this;
}

Outline& Outline::line_to(double x, double y)
{
    steps_.push_back({Step::Kind::line, {x, y}});
    return *this;
}

Outline& Outline::curve_to(double x1, double y1, double x2, double y2, double x, double y)
{
    steps_.push_back({Step::Kind::curve, {x1, y1, x2, y2, x, y}});
    return *this;
}

Outline& Outline::quadratic_to(double x1, double y1, double x, double y)
{
    double from_x = x1, from_y = y1;
    if (!steps_.empty()) {
        const auto& last = steps_.back();
        const int end = last.kind == Step::Kind::curve ? 4 : 0;
        from_x = last.at[end];
        from_y = last.at[end + 1];
    }
    return curve_to(from_x + (x1 - from_x) * 2 / 3, from_y + (y1 - from_y) * 2 / 3, x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, x, y);
}

Outline& Outline::arc(double x, double y, double radius, double from, double to)
{
    steps_.push_back({Step::Kind::arc, {x, y, radius, from, to}});
    return *this;
}

Outline& Outline::rounded(const Rect& rect, double radius)
{
    const double x = rect.x, y = rect.y, w = rect.width, h = rect.height;
    radius = std::min({radius, w / 2, h / 2});
    move_to(x + radius, y);
    arc(x + w - radius, y + radius, radius, -right_angle, 0);
    arc(x + w - radius, y + h - radius, radius, 0, right_angle);
    arc(x + radius, y + h - radius, radius, right_angle, 2 * right_angle);
    arc(x + radius, y + radius, radius, 2 * right_angle, 3 * right_angle);
    return close();
}

Outline& Outline::close()
{
    steps_.push_back({Step::Kind::close, {}});
    return *this;
}

bool Outline::covers(double x, double y) const
{
    cairo_t* cairo = asking_context();
    cairo_new_path(cairo);
    trace_on(cairo, *this);
    return cairo_in_fill(cairo, x, y) != 0;
}

Outline Outline::scaled(double by, double move_x, double move_y, bool mirrored, double mirror_width) const
{
    Outline copy;
    const auto x = [&](double value) { return (mirrored ? mirror_width - value : value) * by + move_x; };
    const auto y = [&](double value) { return value * by + move_y; };
    for (auto step : steps_) {
        auto* at = step.at;
        if (step.kind == Step::Kind::arc) {
            at[0] = x(at[0]);
            at[1] = y(at[1]);
            at[2] *= by;
            if (mirrored) {
                at[3] = std::numbers::pi - at[3];
                at[4] = std::numbers::pi - at[4];
            }
        } else if (step.kind != Step::Kind::close) {
            for (int pair = 0; pair < (step.kind == Step::Kind::curve ? 3 : 1); ++pair) {
                at[2 * pair] = x(at[2 * pair]);
                at[2 * pair + 1] = y(at[2 * pair + 1]);
            }
        }
        copy.steps_.push_back(step);
    }
    return copy;
}

void Canvas::source(Token color)
{
    const auto c = theme_[color];
    cairo_set_source_rgba(cairo_, c.red / 255.0, c.green / 255.0, c.blue / 255.0, c.alpha / 255.0);
}

void Canvas::trace(const Outline& outline)
{
    cairo_new_path(cairo_);
    trace_on(cairo_, outline);
}

void Canvas::fill(const Rect& rect, Token color, double radius)
{
    if (color == Token::none || rect.empty()) return;
    source(color);
    cairo_new_path(cairo_);
    round_rect(cairo_, rect.x, rect.y, rect.width, rect.height, radius);
    cairo_fill(cairo_);
}

void Canvas::frame(const Rect& rect, Token color, double radius, double width)
{
    if (color == Token::none || rect.empty()) return;
    source(color);
    cairo_set_line_width(cairo_, width);
    cairo_new_path(cairo_);
    round_rect(cairo_, rect.x + width / 2, rect.y + width / 2, rect.width - width, rect.height - width, radius - width / 2);
    cairo_stroke(cairo_);
}

void Canvas::dashed_frame(const Rect& rect, Token color, double radius, double width, double dash)
{
    cairo_save(cairo_);
    const double pattern[] = {dash, dash};
    cairo_set_dash(cairo_, pattern, 2, 0);
    frame(rect, color, radius, width);
    cairo_restore(cairo_);
}

void Canvas::fill(const Outline& outline, Token color)
{
    if (color == Token::none) return;
    source(color);
    trace(outline);
    cairo_fill(cairo_);
}

void Canvas::stroke(const Outline& outline, Token color, double width, double dash)
{
    if (color == Token::none) return;
    cairo_save(cairo_);
    source(color);
    cairo_set_line_width(cairo_, width);
    cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
    if (dash > 0) {
        const double pattern[] = {dash, dash};
        cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_BUTT);
        cairo_set_dash(cairo_, pattern, 2, 0);
    }
    trace(outline);
    cairo_stroke(cairo_);
    cairo_restore(cairo_);
}

void Canvas::line(Spot from, Spot to, Token color, double width)
{
    source(color);
    cairo_set_line_width(cairo_, width);
    cairo_new_path(cairo_);
    cairo_move_to(cairo_, from.x, from.y);
    cairo_line_to(cairo_, to.x, to.y);
    cairo_stroke(cairo_);
}

void Canvas::circle(Spot center, double radius, Token color)
{
    if (color == Token::none) return;
    source(color);
    cairo_new_path(cairo_);
    cairo_arc(cairo_, center.x, center.y, radius, 0, 4 * right_angle);
    cairo_fill(cairo_);
}

void Canvas::circle_frame(Spot center, double radius, Token color, double width)
{
    if (color == Token::none) return;
    source(color);
    cairo_set_line_width(cairo_, width);
    cairo_new_path(cairo_);
    cairo_arc(cairo_, center.x, center.y, radius - width / 2, 0, 4 * right_angle);
    cairo_stroke(cairo_);
}

void Canvas::icon(Icon icon, const Rect& rect, Token color)
{
    if (icon == Icon::none || color == Token::none) return;
    double scale_x = 1, scale_y = 1;
    cairo_surface_get_device_scale(cairo_get_target(cairo_), &scale_x, &scale_y);
    auto* mask = icon_mask(icon, rect.width, scale_x);
    if (mask == nullptr) return;
    source(color);
    cairo_mask_surface(cairo_, mask, rect.x, rect.y);
}

void Canvas::picture(const Picture& picture, const Rect& rect)
{
    if (picture.width <= 0 || picture.height <= 0 || rect.empty()) return;
    auto* pixels = reinterpret_cast<unsigned char*>(const_cast<std::uint32_t*>(picture.pixels.data()));
    auto* surface = cairo_image_surface_create_for_data(pixels, CAIRO_FORMAT_RGB24, picture.width, picture.height,
                                                        cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, picture.width));
    cairo_save(cairo_);
    cairo_rectangle(cairo_, rect.x, rect.y, rect.width, rect.height);
    cairo_clip(cairo_);
    cairo_translate(cairo_, rect.x, rect.y);
    cairo_scale(cairo_, static_cast<double>(rect.width) / picture.width, static_cast<double>(rect.height) / picture.height);
    cairo_set_source_surface(cairo_, surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo_), CAIRO_FILTER_GOOD);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
    cairo_surface_destroy(surface);
}

void Canvas::text(const Rect& box, std::string_view text, const TextStyle& style, Token color, Align align, int lines, Align up)
{
    if (text.empty() || color == Token::none) return;
    const auto set = set_text(text, style, std::max(box.width, 1), lines);
    const int spare = box.height - set.size.height;
    const int top = box.y + (up == Align::start ? 0 : up == Align::end ? spare : spare / 2);
    source(color);
    int ink_left = box.right(), ink_right = box.x;
    const int count = pango_layout_get_line_count(set.layout);
    for (int index = 0; index < count; ++index) {
        auto* line = pango_layout_get_line_readonly(set.layout, index);
        if (line == nullptr) break;
        PangoRectangle logical{};
        pango_layout_line_get_extents(line, nullptr, &logical);
        const double width = static_cast<double>(logical.width) / PANGO_SCALE;
        const double left = box.x + (align == Align::start ? 0 : align == Align::end ? box.width - width : (box.width - width) / 2);
        cairo_move_to(cairo_, left, top + index * style.line_px + set.baseline_px);
        pango_cairo_show_layout_line(cairo_, line);
        ink_left = std::min(ink_left, static_cast<int>(std::floor(left)));
        ink_right = std::max(ink_right, static_cast<int>(std::ceil(left + width)));
    }
    if (notes_ != nullptr) {
        Rect ink{ink_left, top, ink_right - ink_left, set.size.height};
        for (const auto& clip : clips_) ink = ink.common(clip);
        notes_->push_back({std::string{text}, box, ink, layer_, set.shortened,
                           set.size.height > box.height + style.line_px / 4});
    }
}

void Canvas::push_clip(const Rect& rect) { push_clip(rect, 0); }

void Canvas::push_clip(const Rect& rect, double radius)
{
    clips_.push_back(rect);
    cairo_save(cairo_);
    cairo_new_path(cairo_);
    round_rect(cairo_, rect.x, rect.y, rect.width, rect.height, radius);
    cairo_clip(cairo_);
}

void Canvas::pop_clip()
{
    clips_.pop_back();
    cairo_restore(cairo_);
}

}  // namespace kushi
