#include "app/widgets/gallery.h"

#include <algorithm>

#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/gallery_parts.h"
#include "app/widgets/label.h"
#include "app/widgets/layout.h"

namespace kushi {
namespace {

constexpr int margin = 24, gap = 16, least_column_width = 360;

/// Draws as if it were touched, whatever the scene says.
class SeenAs final : public Drawing {
public:
    SeenAs(DrawingPointer drawing, const Look& look) : drawing_{std::move(drawing)}, look_{look} {}
    void render(Canvas& canvas, const Rect& rect, const Look& /*look*/) const override
    {
        drawing_->render(canvas, rect, look_);
    }
    [[nodiscard]] Size wanted(int width) const override { return drawing_->wanted(width); }
    [[nodiscard]] std::string content() const override
    {
        const int bits =
            (look_.pressed ? 1 : 0) + (look_.focused ? 2 : 0) + (look_.disabled ? 4 : 0) + (look_.busy ? 8 : 0);
        return "seen as " + std::to_string(bits) + '/' + drawing_->content();
    }

private:
    DrawingPointer drawing_;
    Look look_;
};

bool takes_touch(const Node& node)
{
    return node.on_tap || node.on_tap_at || node.entry || node.focusable;
}

bool change_first(Node& node, const Look& look)
{
    if (node.drawing && takes_touch(node)) {
        node.drawing = std::make_shared<SeenAs>(node.drawing, look);
        return true;
    }
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](Node& child) { return change_first(child, look); });
}

Node exhibit_card(Exhibit exhibit)
{
    return card(column(12, heading(exhibit.title, type::tag, Token::ink2), std::move(exhibit.content)))
        .keyed("exhibit " + exhibit.title);
}

/// Cards under each other, each in the column that ends first; a wide one ends them all.
std::vector<Node> arranged(Exhibits exhibits, int width)
{
    const int columns = std::clamp((width + gap) / (least_column_width + gap), 1, 4);
    const int column_width = (width - gap * (columns - 1)) / columns;
    std::vector<Node> bands;
    std::vector<std::vector<Node>> standing(static_cast<std::size_t>(columns));
    std::vector<int> heights(static_cast<std::size_t>(columns), 0);
    const auto close_band = [&] {
        auto band = row(gap).crossed(Across::start);
        for (auto& cards : standing) put(band.children, column(gap, std::exchange(cards, {})).wide(column_width));
        if (std::any_of(heights.begin(), heights.end(), [](int height) { return height > 0; }))
            bands.push_back(std::move(band));
        std::fill(heights.begin(), heights.end(), 0);
    };
    for (auto& exhibit : exhibits) {
        const bool wide = exhibit.wide;
        auto one = exhibit_card(std::move(exhibit));
        if (wide) {
            close_band();
            bands.push_back(std::move(one));
            continue;
        }
        const auto least = static_cast<std::size_t>(std::min_element(heights.begin(), heights.end()) - heights.begin());
        heights[least] += wanted_size(one, column_width).height + gap;
        standing[least].push_back(std::move(one));
    }
    close_band();
    return bands;
}

}  // namespace

Node seen_as(Node node, const Look& look)
{
    change_first(node, look);
    return node;
}

Node specimen(Node control, std::string words)
{
    auto label = text(std::move(words), type::small, Token::ink3, Align::center);
    label.access = {};
    return column(8, std::move(control), std::move(label)).crossed(Across::center);
}

Page gallery_page(const GalleryLook& look)
{
    Exhibits exhibits;
    show_basics(exhibits);
    show_controls(exhibits);
    show_messages(exhibits);
    show_specials(exhibits);

    const auto turn = [&](bool dark) {
        return [act = look.on_theme, dark] {
            if (act) act(dark);
        };
    };
    auto theme = segmented("Theme", {{"Light", turn(false), Icon::sun}, {"Dark", turn(true), Icon::moon}},
                           look.dark ? 1 : 0, 48);
    auto bar = row(16, heading("Controls", type::title).growing(), theme.wide(280)).padded({margin, 16, margin, 16});
    auto list = scroll("gallery", gap, arranged(std::move(exhibits), look.size.width - 2 * margin));
    list.padding = Insets{margin, 0, margin, margin};
    Page page;
    page.key = "gallery";
    page.root = column(0, std::move(bar), std::move(list));
    return page;
}

}  // namespace kushi
