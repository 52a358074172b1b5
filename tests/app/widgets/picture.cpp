#include "tests/app/widgets/picture.h"

#include <cairo.h>

#include <algorithm>
#include <stdexcept>

namespace kushi {
namespace {

/// Taps come a second apart: none is taken for the second one of a double tap.
Scene::Time next_time()
{
    static Scene::Time now{1'000};
    now += Scene::Time{1'000};
    return now;
}

}  // namespace

PaintedPage::PaintedPage(const Scene& scene, const Theme& theme)
    : surface_{cairo_image_surface_create(CAIRO_FORMAT_RGB24, scene.size().width, scene.size().height),
               cairo_surface_destroy},
      size_{scene.size()},
      theme_{theme}
{
    cairo_t* const cairo = cairo_create(surface_.get());
    {
        Canvas canvas{cairo, theme};
        canvas.note_texts(&texts_);
        scene.paint(canvas, {{0, 0, size_.width, size_.height}});
    }
    cairo_destroy(cairo);
    cairo_surface_flush(surface_.get());
}

PaintedPage::~PaintedPage() = default;

Color PaintedPage::at(int x, int y) const
{
    const auto* const row = cairo_image_surface_get_data(surface_.get()) +
                            static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(surface_.get());
    const auto* const pixel = row + static_cast<std::ptrdiff_t>(x) * 4;
    return {pixel[2], pixel[1], pixel[0]};
}

bool PaintedPage::shows(Token color, const Rect& where) const
{
    for (int y = std::max(where.y, 0); y < std::min(where.bottom(), size_.height); ++y) {
        for (int x = std::max(where.x, 0); x < std::min(where.right(), size_.width); ++x) {
            if (at(x, y) == theme_[color]) return true;
        }
    }
    return false;
}

bool PaintedPage::says(const std::string& words) const
{
    return std::any_of(texts_.begin(), texts_.end(),
                       [&](const DrawnText& drawn) { return drawn.text == words && !drawn.shortened; });
}

std::vector<std::string> PaintedPage::shortened() const
{
    std::vector<std::string> lost;
    for (const auto& drawn : texts_) {
        if (drawn.shortened || drawn.too_tall) lost.push_back(drawn.text);
    }
    return lost;
}

Scene scene_of(Node node, Size size)
{
    Scene scene{light_theme()};
    scene.resize(size);
    Page page;
    page.key = "test";
    page.root = layers(std::move(node)).padded(24).crossed(Across::start);
    scene.show(std::move(page));
    return scene;
}

void tap(Scene& scene, Point at)
{
    scene.press(at, next_time());
    scene.release(at, next_time());
}

const Scene::Placed& placed(const Scene& scene, const std::string& name)
{
    const auto* const found = scene.named(name);
    if (found == nullptr) throw std::runtime_error{"no control is named " + name};
    return *found;
}

void tap(Scene& scene, const std::string& name)
{
    tap(scene, placed(scene, name).rect.center());
}

void press_key(Scene& scene, Key key, char32_t character)
{
    scene.key({key, character}, next_time());
}

void walk_to(Scene& scene, const std::string& name)
{
    scene.focus_on(placed(scene, name).id, true);
}

}  // namespace kushi
