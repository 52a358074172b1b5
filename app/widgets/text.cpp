#include "app/widgets/text.h"

#include <fmt/format.h>
#include <pango/pangocairo.h>

#include <cmath>
#include <list>
#include <memory>
#include <string>
#include <unordered_map>

namespace kushi {
namespace {

/// Both families are always named: with one alone the system picks its own fallback, and the wrong regional shapes.
constexpr const char* families = "Inter,Noto Sans CJK JP";
constexpr std::size_t kept_layouts = 3'000;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
using LayoutPointer = std::unique_ptr<PangoLayout, Unref>;

struct Kept {
    std::string key;
    LayoutPointer layout;
    Size size;
    int natural_width = 0;
    bool shortened = false;
};

PangoContext* context()
{
    static const std::unique_ptr<PangoContext, Unref> kept = [] {
        std::unique_ptr<PangoContext, Unref> made{pango_font_map_create_context(pango_cairo_font_map_get_default())};
        cairo_font_options_t* options = cairo_font_options_create();
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_SLIGHT);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        pango_cairo_context_set_font_options(made.get(), options);
        cairo_font_options_destroy(options);
        pango_context_set_language(made.get(), pango_language_from_string("ja"));
        pango_context_set_round_glyph_positions(made.get(), FALSE);
        return made;
    }();
    return kept.get();
}

PangoAttrList* attributes(const TextStyle& style)
{
    PangoAttrList* list = pango_attr_list_new();
    pango_attr_list_insert(list, pango_attr_font_features_new(style.tabular ? "tnum=1,palt=0" : "palt=0"));
    if (style.spacing_px != 0) {
        pango_attr_list_insert(list, pango_attr_letter_spacing_new(static_cast<int>(style.spacing_px * PANGO_SCALE)));
    }
    return list;
}

int to_pixels(int pango_units) { return static_cast<int>(std::ceil(static_cast<double>(pango_units) / PANGO_SCALE)); }

/// The end of a line that is kept when the others do not fit, with an ellipsis for what follows.
void shorten_to_lines(PangoLayout* layout, int lines) { pango_layout_set_height(layout, -lines); }

Kept lay_out(std::string key, std::string_view text, const TextStyle& style, int width_px, int lines)
{
    Kept kept;
    kept.key = std::move(key);
    kept.layout.reset(pango_layout_new(context()));
    PangoLayout* layout = kept.layout.get();
    PangoFontDescription* font = pango_font_description_new();
    pango_font_description_set_family_static(font, families);
    pango_font_description_set_weight(font, static_cast<PangoWeight>(style.weight));
    pango_font_description_set_absolute_size(font, style.size_px * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    PangoAttrList* list = attributes(style);
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));

    int width = 0;
    pango_layout_get_size(layout, &width, nullptr);
    kept.natural_width = to_pixels(width);
    if (width_px != no_limit) {
        pango_layout_set_width(layout, width_px * PANGO_SCALE);
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        if (lines != no_limit) {
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
            shorten_to_lines(layout, lines);
        }
    }
    const int count = std::max(1, pango_layout_get_line_count(layout));
    for (int line = 0; line < count; ++line) {
        PangoRectangle logical{};
        const auto* one = pango_layout_get_line_readonly(layout, line);
        if (one == nullptr) continue;
        pango_layout_line_get_extents(const_cast<PangoLayoutLine*>(one), nullptr, &logical);
        kept.size.width = std::max(kept.size.width, to_pixels(logical.width));
    }
    kept.size.height = count * style.line_px;
    kept.shortened = pango_layout_is_ellipsized(layout) != FALSE;
    return kept;
}

class LayoutShelf {
public:
    const Kept& get(std::string_view text, const TextStyle& style, int width_px, int lines)
    {
        auto key = fmt::format("{}/{}/{}/{}/{}/{}/{}", style.size_px, style.weight, style.tabular, style.spacing_px, width_px, lines, text);
        if (const auto found = places_.find(key); found != places_.end()) {
            kept_.splice(kept_.begin(), kept_, found->second);
            return kept_.front();
        }
        kept_.push_front(lay_out(std::move(key), text, style, width_px, lines));
        places_[kept_.front().key] = kept_.begin();
        if (kept_.size() > kept_layouts) {
            places_.erase(kept_.back().key);
            kept_.pop_back();
        }
        return kept_.front();
    }

private:
    std::list<Kept> kept_;  // the last used first
    std::unordered_map<std::string_view, std::list<Kept>::iterator> places_;
};

LayoutShelf& shelf()
{
    static LayoutShelf kept;
    return kept;
}

/// Inter's ascent and descent as shares of its size: every line sits on the same baseline, whichever script it holds.
constexpr double ascent = 0.96875;
constexpr double descent = 0.2412;

}  // namespace

Size measure_text(std::string_view text, const TextStyle& style, int width_px, int lines)
{
    return shelf().get(text, style, width_px, lines).size;
}

std::vector<std::string> missing_families()
{
    std::vector<std::string> missing;
    for (const char* family : {"Inter", "Noto Sans CJK JP"}) {
        PangoFontDescription* wanted = pango_font_description_new();
        pango_font_description_set_family_static(wanted, family);
        const std::unique_ptr<PangoFont, Unref> font{pango_context_load_font(context(), wanted)};
        pango_font_description_free(wanted);
        if (!font) {
            missing.emplace_back(family);
            continue;
        }
        PangoFontDescription* found = pango_font_describe(font.get());
        const char* name = pango_font_description_get_family(found);
        if (name == nullptr || std::string_view{name}.find(family) == std::string_view::npos) missing.emplace_back(family);
        pango_font_description_free(found);
    }
    return missing;
}

SetText set_text(std::string_view text, const TextStyle& style, int width_px, int lines)
{
    const auto& kept = shelf().get(text, style, width_px, lines);
    const double height = style.size_px * (ascent + descent);
    return {kept.layout.get(), kept.size, kept.natural_width, kept.shortened, (style.line_px - height) / 2 + style.size_px * ascent};
}

}  // namespace kushi
