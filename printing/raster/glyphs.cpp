#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>

#include "printing/raster/bitmap.h"

namespace kushi::printing {
namespace {

// On a 24-dot line an ideograph of 22 dots with its baseline on dot 19 and the tail of a Latin g both stay inside.
constexpr double em_of_line = 22.0 / 24.0;
constexpr double baseline_of_line = 19.0 / 24.0;
// Thin strokes at 203 dpi are mostly grey: half black would tear them, so a little less than half is black already.
constexpr std::uint8_t black_from = 104;
// More distinct characters than all receipts of a salon have; when it is full it starts anew.
constexpr std::size_t most_cached = 4096;

struct Unref {
    void operator()(PangoFontMap* map) const { g_object_unref(map); }
    void operator()(PangoContext* context) const { g_object_unref(context); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

Bitmap dots_of(cairo_surface_t* grey, int width, int height)
{
    cairo_surface_flush(grey);
    const std::uint8_t* pixels = cairo_image_surface_get_data(grey);
    const int stride = cairo_image_surface_get_stride(grey);
    Bitmap dots{width, height};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            if (pixels[y * stride + x] >= black_from) dots.set_dot(x, y);
        }
    }
    return dots;
}

// fontconfig and FreeType are shared below Pango's maps. They say that they bear it; as each glyph is drawn only once,
// a lock around it costs nothing and needs no faith.
std::mutex drawing;

/// The fonts of one thread: Pango's maps are not shared between threads. A glyph is drawn once and kept.
class Pen {
public:
    Pen()
        : map_{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)},
          context_{pango_font_map_create_context(map_.get())},
          layout_{pango_layout_new(context_.get())}
    {
        pango_context_set_language(context_.get(), pango_language_from_string("ja"));
        pango_layout_set_single_paragraph_mode(layout_.get(), TRUE);
    }

    const Bitmap& glyph(const std::string& text, int advance, int height, bool bold)
    {
        const Key key{text, advance, height, bold};
        if (const auto known = glyphs_.find(key); known != glyphs_.end()) return known->second;
        const std::lock_guard lock{drawing};
        if (glyphs_.size() >= most_cached) glyphs_.clear();
        return glyphs_.emplace(key, drawn(text, advance, height, bold)).first->second;
    }

private:
    using Key = std::tuple<std::string, int, int, bool>;

    void set_text(const std::string& text, int height, bool bold)
    {
        const Owned<PangoFontDescription> font{pango_font_description_from_string("Inter, Noto Sans CJK JP")};
        pango_font_description_set_absolute_size(font.get(), height * em_of_line * PANGO_SCALE);
        pango_font_description_set_weight(font.get(), bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM);
        pango_layout_set_font_description(layout_.get(), font.get());
        pango_layout_set_text(layout_.get(), text.data(), static_cast<int>(text.size()));
    }

    Bitmap drawn(const std::string& text, int advance, int height, bool bold)
    {
        set_text(text, height, bold);
        const Owned<cairo_surface_t> grey{cairo_image_surface_create(CAIRO_FORMAT_A8, advance, height)};
        const Owned<cairo_t> cairo{cairo_create(grey.get())};
        PangoRectangle logical;
        pango_layout_get_extents(layout_.get(), nullptr, &logical);
        const double wide = static_cast<double>(logical.width) / PANGO_SCALE;
        const double squeeze = wide > advance ? advance / wide : 1.0;
        cairo_translate(cairo.get(), (advance - wide * squeeze) / 2, std::round(height * baseline_of_line));
        cairo_scale(cairo.get(), squeeze, 1.0);
        cairo_translate(cairo.get(), 0, -static_cast<double>(pango_layout_get_baseline(layout_.get())) / PANGO_SCALE);
        pango_cairo_show_layout(cairo.get(), layout_.get());
        return dots_of(grey.get(), advance, height);
    }

    Owned<PangoFontMap> map_;
    Owned<PangoContext> context_;
    Owned<PangoLayout> layout_;
    std::map<Key, Bitmap> glyphs_;
};

}  // namespace

Bitmap draw_cells(std::span<const GlyphCell> cells, int width_dots, int height_dots, bool bold)
{
    thread_local Pen pen;
    Bitmap line{width_dots, height_dots};
    if (height_dots == 0) return line;
    for (const GlyphCell& cell : cells) {
        if (cell.advance_dots <= 0 || cell.text.empty()) continue;  // nothing to see
        line.draw(pen.glyph(cell.text, cell.advance_dots, height_dots, bold), cell.x_dots, 0);
    }
    return line;
}

}  // namespace kushi::printing
