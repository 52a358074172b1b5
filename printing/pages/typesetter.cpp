#include "printing/pages/typesetter.h"

#include <algorithm>
#include <string_view>

namespace kushi::printing::pages {
namespace {

// Of an em: IPAexGothic's own lines nearly touch.
constexpr double space_between_lines = 0.22;

constexpr double in_points(int pango_units)
{
    return static_cast<double>(pango_units) / PANGO_SCALE;
}

/// Pango's maps are not shared between threads; one a thread keeps its fonts warm.
PangoFontMap* font_map()
{
    thread_local const Owned<PangoFontMap> map{pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)};
    return map.get();
}

std::string families()
{
    std::string list;
    for (const char* family : page_families) {
        if (!list.empty()) list += ',';
        list += family;
    }
    return list;
}

/// Valid UTF-8 without control characters: a line break in a name would break its row.
std::string clean(const std::string& text)
{
    const std::unique_ptr<char, decltype(&g_free)> valid{
        g_utf8_make_valid(text.data(), static_cast<gssize>(text.size())), &g_free};
    std::string out;
    for (const char* at = valid.get(); *at != 0; at = g_utf8_next_char(at)) {
        const gunichar letter = g_utf8_get_char(at);
        const bool breaks = letter == 0x2028 || letter == 0x2029;
        if (breaks || g_unichar_iscntrl(letter))
            out += ' ';
        else
            out.append(at, static_cast<const char*>(g_utf8_next_char(at)));
    }
    return out;
}

}  // namespace

SetText::SetText(PangoLayout* layout, Colour colour)
    : layout_{layout, [](PangoLayout* one) { g_object_unref(one); }}, colour_{colour}
{
    PangoRectangle logical;
    pango_layout_get_extents(layout, nullptr, &logical);
    width_ = in_points(logical.width);
    height_ = in_points(logical.height);
    baseline_ = in_points(pango_layout_get_baseline(layout));
}

void SetText::draw(cairo_t* cairo, double x, double y) const
{
    cairo_set_source_rgb(cairo, colour_.red, colour_.green, colour_.blue);
    cairo_move_to(cairo, x, y);
    pango_cairo_show_layout(cairo, layout_.get());
}

Typesetter::Typesetter(const std::string& language) : context_{pango_font_map_create_context(font_map())}
{
    pango_context_set_language(context_.get(), pango_language_from_string(language == "ja" ? "ja" : "en"));
    // Paper has no pixels to fit: widths are measured as they are printed, at any size.
    const Owned<cairo_font_options_t> options{cairo_font_options_create()};
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options.get());
    pango_context_set_round_glyph_positions(context_.get(), FALSE);
}

PangoLayout* Typesetter::layout_of(const std::string& text, const TextStyle& style) const
{
    PangoLayout* layout = pango_layout_new(context_.get());
    const Owned<PangoFontDescription> font{pango_font_description_new()};
    pango_font_description_set_family(font.get(), families().c_str());
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), style.strong ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(layout, font.get());
    const Owned<PangoAttrList> attributes{pango_attr_list_new()};
    pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("tnum=1"));
    pango_layout_set_attributes(layout, attributes.get());
    pango_layout_set_alignment(layout, style.align == PageAlign::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    const auto letters = clean(text);
    pango_layout_set_text(layout, letters.data(), static_cast<int>(letters.size()));
    return layout;
}

SetText Typesetter::set(const std::string& text, const TextStyle& style, double width) const
{
    PangoLayout* layout = layout_of(text, style);
    if (width > 0) pango_layout_set_width(layout, static_cast<int>(width * PANGO_SCALE) + 1);
    pango_layout_set_spacing(layout, static_cast<int>(style.size * space_between_lines * PANGO_SCALE));
    return SetText{layout, style.colour};
}

double Typesetter::width_of(const std::string& text, const TextStyle& style) const
{
    return set(text, style).width();
}

double Typesetter::least_width_of(const std::string& text, const TextStyle& style) const
{
    const Owned<PangoLayout> layout{layout_of(text, style)};
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
    pango_layout_set_width(layout.get(), 0);
    int width = 0;
    pango_layout_get_size(layout.get(), &width, nullptr);
    return in_points(width);
}

bool has_family(const char* family)
{
    const Owned<PangoContext> context{pango_font_map_create_context(font_map())};
    const Owned<PangoFontDescription> wanted{pango_font_description_new()};
    pango_font_description_set_family(wanted.get(), family);
    const std::unique_ptr<PangoFont, decltype(&g_object_unref)> font{
        pango_font_map_load_font(font_map(), context.get(), wanted.get()), &g_object_unref};
    if (!font) return false;
    const Owned<PangoFontDescription> got{pango_font_describe(font.get())};
    return std::string_view{pango_font_description_get_family(got.get())} == family;
}

}  // namespace kushi::printing::pages
