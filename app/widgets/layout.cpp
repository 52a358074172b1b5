#include "app/widgets/layout.h"

#include <numeric>

namespace kushi {
namespace {

constexpr int unlimited = 1'000'000;

int across_padding(const Node& node) { return node.padding.left + node.padding.right; }
int down_padding(const Node& node) { return node.padding.top + node.padding.bottom; }

int gaps(const Node& node)
{
    return node.children.empty() ? 0 : node.gap * (static_cast<int>(node.children.size()) - 1);
}

/// The widths of a row's children: natural ones, what grows shares the rest, what shrinks gives way.
std::vector<int> row_widths(const Node& node, int inner)
{
    std::vector<int> widths;
    double shares = 0;
    int used = gaps(node);
    for (const auto& child : node.children) {
        const int width = child.grow > 0 ? std::max(child.width, child.least_width) : wanted_size(child, inner).width;
        shares += child.grow;
        widths.push_back(width);
        used += width;
    }
    int spare = inner - used;
    if (spare > 0 && shares > 0 && inner < unlimited) {
        // The last one that grows takes the odd pixels, so that the row ends where it should.
        std::size_t last = 0;
        int given = 0;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const double grow = node.children[i].grow;
            if (grow <= 0) continue;
            const int more = static_cast<int>(spare * grow / shares);
            widths[i] += more;
            given += more;
            last = i;
        }
        widths[last] += spare - given;
    }
    while (spare < 0) {
        // The widest that may shrink gives way down to the next one, again and again.
        int widest = -1;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            if (node.children[i].shrinks && widths[i] > 24 && (widest < 0 || widths[i] > widths[static_cast<std::size_t>(widest)])) {
                widest = static_cast<int>(i);
            }
        }
        if (widest < 0) break;
        auto& width = widths[static_cast<std::size_t>(widest)];
        const int cut = std::min({-spare, width - 24, 16});
        width -= cut;
        spare += cut;
    }
    return widths;
}

Size wrapped(const Node& node, int inner, std::vector<Rect>* rects)
{
    int x = 0, y = 0, line = 0, widest = 0;
    for (const auto& child : node.children) {
        auto size = wanted_size(child, inner);
        size.width = std::min(size.width, inner);
        if (x > 0 && x + size.width > inner) {
            x = 0;
            y += line + node.gap;
            line = 0;
        }
        if (rects != nullptr) rects->push_back({x, y, size.width, size.height});
        x += size.width + node.gap;
        widest = std::max(widest, x - node.gap);
        line = std::max(line, size.height);
    }
    return {widest, y + line};
}

Size children_size(const Node& node, int inner)
{
    Size size;
    switch (node.flow) {
        case Flow::row: {
            const auto widths = row_widths(node, inner);
            for (std::size_t i = 0; i < widths.size(); ++i) {
                size.width += widths[i];
                size.height = std::max(size.height, wanted_size(node.children[i], widths[i]).height);
            }
            size.width += gaps(node);
            break;
        }
        case Flow::column:
        case Flow::scroll:
            for (const auto& child : node.children) {
                const auto wanted = wanted_size(child, inner);
                size.width = std::max(size.width, wanted.width);
                size.height += wanted.height;
            }
            size.height += gaps(node);
            break;
        case Flow::wrap: size = wrapped(node, inner, nullptr); break;
        case Flow::layers:
            for (const auto& child : node.children) {
                const auto wanted = wanted_size(child, inner);
                size.width = std::max(size.width, wanted.width);
                size.height = std::max(size.height, wanted.height);
            }
            break;
    }
    return size;
}

int aligned(Across across, int start, int room, int size)
{
    if (across == Across::center) return start + (room - size) / 2;
    if (across == Across::end) return start + room - size;
    return start;
}

/// How far the children move and how much further they stand apart, for the room that is left along.
struct Shift {
    int start = 0;
    int between = 0;
};

Shift shift_of(const Node& node, int spare)
{
    if (spare <= 0) return {};
    switch (node.along) {
        case Along::center: return {spare / 2, 0};
        case Along::end: return {spare, 0};
        case Along::apart:
            return node.children.size() < 2 ? Shift{} : Shift{0, spare / (static_cast<int>(node.children.size()) - 1)};
        case Along::start: break;
    }
    return {};
}

void lay_out_row(Node& node, const Rect& inner)
{
    const auto widths = row_widths(node, inner.width);
    const int used = std::accumulate(widths.begin(), widths.end(), gaps(node));
    const auto shift = shift_of(node, inner.width - used);
    int x = inner.x + shift.start;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        auto& child = node.children[i];
        const auto across = child.self_across.value_or(node.across);
        const int height = across == Across::stretch && child.height == 0 ? inner.height
                                                                          : std::min(wanted_size(child, widths[i]).height, std::max(inner.height, 1));
        lay_out(child, {x, aligned(across, inner.y, inner.height, height), widths[i], height});
        x += widths[i] + node.gap + shift.between;
    }
}

void lay_out_column(Node& node, const Rect& inner)
{
    std::vector<int> heights;
    double shares = 0;
    int used = gaps(node);
    for (const auto& child : node.children) {
        const int height = child.grow > 0 && node.flow == Flow::column ? std::max(child.height, child.least_height)
                                                                       : wanted_size(child, inner.width).height;
        shares += child.grow;
        heights.push_back(height);
        used += height;
    }
    const int spare = inner.height - used;
    if (spare > 0 && shares > 0 && node.flow == Flow::column) {
        int given = 0;
        std::size_t last = 0;
        for (std::size_t i = 0; i < heights.size(); ++i) {
            if (node.children[i].grow <= 0) continue;
            const int more = static_cast<int>(spare * node.children[i].grow / shares);
            heights[i] += more;
            given += more;
            last = i;
        }
        heights[last] += spare - given;
    }
    const auto shift = shares > 0 ? Shift{} : shift_of(node, spare);
    int y = inner.y + shift.start;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        auto& child = node.children[i];
        const auto across = child.self_across.value_or(node.across);
        int width = inner.width;
        if (across != Across::stretch || child.width > 0) width = std::min(wanted_size(child, inner.width).width, inner.width);
        if (child.most_width > 0) width = std::min(width, child.most_width);
        lay_out(child, {aligned(across, inner.x, inner.width, width), y, width, heights[i]});
        y += heights[i] + node.gap + shift.between;
    }
}

}  // namespace

Size wanted_size(const Node& node, int width)
{
    if (node.width > 0) width = node.width;
    if (node.most_width > 0) width = std::min(width, node.most_width);
    const int inner = std::max(0, width - across_padding(node));
    Size size = node.drawing ? node.drawing->wanted(inner) : Size{};
    if (!node.children.empty()) {
        const auto children = children_size(node, inner);
        size.width = std::max(size.width, children.width);
        size.height = std::max(size.height, children.height);
    }
    size.width = std::max(size.width + across_padding(node), node.least_width);
    size.height = std::max(size.height + down_padding(node), node.least_height);
    if (node.width > 0) size.width = node.width;
    if (node.height > 0) size.height = node.height;
    if (node.most_width > 0) size.width = std::min(size.width, node.most_width);
    return size;
}

int content_height(const Node& scroll, int width)
{
    return children_size(scroll, std::max(0, width - across_padding(scroll))).height + down_padding(scroll);
}

void lay_out(Node& node, const Rect& rect)
{
    node.rect = rect;
    if (node.children.empty()) return;
    const Rect inner{rect.x + node.padding.left, rect.y + node.padding.top, std::max(0, rect.width - across_padding(node)),
                     std::max(0, rect.height - down_padding(node))};
    switch (node.flow) {
        case Flow::row: lay_out_row(node, inner); break;
        case Flow::column:
        case Flow::scroll: lay_out_column(node, inner); break;
        case Flow::wrap: {
            std::vector<Rect> rects;
            wrapped(node, inner.width, &rects);
            for (std::size_t i = 0; i < rects.size(); ++i) lay_out(node.children[i], rects[i].moved(inner.x, inner.y));
            break;
        }
        case Flow::layers:
            for (auto& child : node.children) {
                const auto wanted = wanted_size(child, inner.width);
                const auto across = child.self_across.value_or(node.across);
                const bool whole = across == Across::stretch;
                const int width = whole && child.width == 0 ? inner.width : std::min(wanted.width, inner.width);
                const int height = whole && child.height == 0 ? inner.height : std::min(wanted.height, inner.height);
                lay_out(child, {aligned(across, inner.x, inner.width, width), aligned(across, inner.y, inner.height, height), width, height});
            }
            break;
    }
}

}  // namespace kushi
