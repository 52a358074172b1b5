#include <cairo.h>

#include <memory>
#include <new>
#include <stdexcept>
#include <string>

#include "printing/raster/bitmap.h"

namespace kushi::printing {
namespace {

constexpr std::uint8_t white = 255;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length)
{
    try {
        static_cast<std::vector<std::uint8_t>*>(bytes)->insert(static_cast<std::vector<std::uint8_t>*>(bytes)->end(),
                                                               data, data + length);
        return CAIRO_STATUS_SUCCESS;
    } catch (const std::bad_alloc&) {  // must not pass through Cairo's C frames
        return CAIRO_STATUS_NO_MEMORY;
    }
}

void check(cairo_status_t status)
{
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error{std::string{"PNG: "} + cairo_status_to_string(status)};
}

}  // namespace

std::vector<std::uint8_t> png_of(const Bitmap& paper, int scale)
{
    if (scale < 1) throw std::logic_error{"a PNG scale below 1"};
    const int width = paper.width() * scale;
    const int height = paper.height() * scale;
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> grey{
        cairo_image_surface_create(CAIRO_FORMAT_A8, width, height), &cairo_surface_destroy};
    check(cairo_surface_status(grey.get()));
    std::uint8_t* pixels = cairo_image_surface_get_data(grey.get());
    const int stride = cairo_image_surface_get_stride(grey.get());
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) pixels[y * stride + x] = paper.dot(x / scale, y / scale) ? 0 : white;
    }
    cairo_surface_mark_dirty(grey.get());
    std::vector<std::uint8_t> png;
    check(cairo_surface_write_to_png_stream(grey.get(), &append, &png));
    return png;
}

}  // namespace kushi::printing
