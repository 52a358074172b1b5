#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>

#include "printing/pages/page_document.h"

namespace kushi::printing::pages {

struct Colour {
    double red = 0, green = 0, blue = 0;
    static constexpr Colour of(unsigned rgb)
    {
        return {((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0};
    }
};

// The light theme of the screens, on white paper.
namespace colours {
constexpr Colour ink = Colour::of(0x13241E);
constexpr Colour ink_second = Colour::of(0x44564F);
constexpr Colour ink_third = Colour::of(0x596B64);
constexpr Colour line = Colour::of(0xD6DFDB);
constexpr Colour line_strong = Colour::of(0x7B8C86);
constexpr Colour sunken = Colour::of(0xE6ECE9);
constexpr Colour canvas = Colour::of(0xF0F4F2);
constexpr Colour pine = Colour::of(0x17594A);
constexpr Colour leaf = Colour::of(0x4F9582);
constexpr Colour brand = Colour::of(0x123F35);
constexpr Colour comb = Colour::of(0xD2A64F);
constexpr Colour danger = Colour::of(0xA3262F);
constexpr Colour danger_soft = Colour::of(0xF9E3E2);
constexpr Colour on_danger = Colour::of(0x86171F);
constexpr Colour ok_soft = Colour::of(0xDBEFE1);
constexpr Colour on_ok = Colour::of(0x155130);
}  // namespace colours

struct TextStyle {
    double size = 9;  ///< points
    bool strong = false;
    Colour colour = colours::ink;
    PageAlign align = PageAlign::left;
};

struct Unref {
    void operator()(PangoContext* context) const { g_object_unref(context); }
    void operator()(PangoFontMap* map) const { g_object_unref(map); }
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

/// A text set in lines; lengths in points.
class SetText {
public:
    SetText(PangoLayout* layout, Colour colour);  ///< takes the layout
    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double height() const { return height_; }
    [[nodiscard]] double baseline() const { return baseline_; }  ///< of the first line, from the top
    [[nodiscard]] bool empty() const { return width_ <= 0; }
    void draw(cairo_t* cairo, double x, double y) const;  ///< the upper left corner of its box

private:
    std::shared_ptr<PangoLayout> layout_;
    Colour colour_;
    double width_ = 0, height_ = 0, baseline_ = 0;
};

/// Sets texts in one language. Figures all have one width, so that columns of them line up. Not shared between threads.
class Typesetter {
public:
    explicit Typesetter(const std::string& language);
    /// @param width the lines break there, 0 for one line; a word that is longer is broken too
    [[nodiscard]] SetText set(const std::string& text, const TextStyle& style, double width = 0) const;
    /// How wide the text is on one line.
    [[nodiscard]] double width_of(const std::string& text, const TextStyle& style) const;
    /// The widest piece of it that is kept on one line.
    [[nodiscard]] double least_width_of(const std::string& text, const TextStyle& style) const;

private:
    [[nodiscard]] PangoLayout* layout_of(const std::string& text, const TextStyle& style) const;
    Owned<PangoContext> context_;
};

/// Families in the order in which they are asked for a character.
constexpr const char* page_families[] = {"Inter", "IPAexGothic", "Noto Sans CJK JP"};
/// Whether the computer has the family itself.
bool has_family(const char* family);

}  // namespace kushi::printing::pages
