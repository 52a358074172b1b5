#include "app/widgets/icon_mask.h"

#include <cairo.h>
#include <wx/bmpbndl.h>
#include <wx/image.h>

#include <cmath>
#include <map>
#include <memory>
#include <string>
#include <tuple>

namespace kushi {
namespace {

struct Destroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Mask = std::unique_ptr<cairo_surface_t, Destroy>;

std::string svg_of(Icon icon, int size)
{
    // Small ones are drawn bolder, so that their lines stay visible.
    const char* stroke = size <= 16 ? "2" : "1.75";
    return std::string{R"(<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="#000" )"} +
           "stroke-width=\"" + stroke + R"(" stroke-linecap="round" stroke-linejoin="round">)" + std::string{icon_paths(icon)} + "</svg>";
}

cairo_surface_t* mask_of(Icon icon, int size, double scale)
{
    const int pixels = static_cast<int>(std::lround(size * scale));
    const auto svg = svg_of(icon, size);
    const auto bitmap = wxBitmapBundle::FromSVG(svg.c_str(), wxSize{24, 24}).GetBitmap(wxSize{pixels, pixels});
    if (!bitmap.IsOk()) return nullptr;
    const auto image = bitmap.ConvertToImage();
    if (!image.IsOk() || !image.HasAlpha()) return nullptr;
    auto* mask = cairo_image_surface_create(CAIRO_FORMAT_A8, pixels, pixels);
    cairo_surface_flush(mask);
    auto* rows = cairo_image_surface_get_data(mask);
    const int stride = cairo_image_surface_get_stride(mask);
    for (int y = 0; y < pixels; ++y) {
        for (int x = 0; x < pixels; ++x) rows[y * stride + x] = image.GetAlpha(x, y);
    }
    cairo_surface_mark_dirty(mask);
    cairo_surface_set_device_scale(mask, scale, scale);
    return mask;
}

}  // namespace

cairo_surface_t* icon_mask(Icon icon, int size, double scale)
{
    // Kept to the end of the program: a few dozen icons of a few sizes.
    static std::map<std::tuple<Icon, int, double>, Mask> kept;
    const auto [place, fresh] = kept.try_emplace({icon, size, scale});
    if (fresh) place->second.reset(mask_of(icon, size, scale));
    return place->second.get();
}

}  // namespace kushi
