#include "app/widgets/head_shape.h"

#include <array>
#include <cmath>
#include <numbers>
#include <sstream>
#include <string_view>

namespace kushi {
namespace {

/// The skull's polar space: an angle from the front or the top, clockwise, and a share of the radius.
struct Skull {
    Spot middle;
    double across = 0;
    double down = 0;
    double narrowing = 0;  ///< of the forehead
    [[nodiscard]] Spot at(double degrees, double share) const
    {
        const double angle = degrees * std::numbers::pi / 180;
        return {middle.x + share * std::sin(angle) * across * (1 - narrowing * std::cos(angle)),
                middle.y - share * std::cos(angle) * down};
    }
};

struct RingPart {
    Zone zone;
    double from, to;      ///< degrees
    double inner, outer;  ///< shares of the radius
};

struct View {
    double width, height;
    Skull skull;
    std::vector<RingPart> parts;
    std::string_view lines;  ///< as an SVG's path: absolute M, C, Q, V
};

const View& view_from_above()
{
    static const View view{240,
                           284,
                           {{120, 146}, 94, 122, 0.09},
                           {{Zone::frontal, -50, 50, 0.33, 1},
                            {Zone::parietal_right, 50, 128, 0.33, 0.715},
                            {Zone::temporal_right, 50, 128, 0.745, 1},
                            {Zone::occipital, 128, 232, 0.33, 1},
                            {Zone::temporal_left, 232, 310, 0.745, 1},
                            {Zone::parietal_left, 232, 310, 0.33, 0.715},
                            {Zone::crown, 0, 360, 0, 0.30}},
                           "M108 28C111 8 129 8 132 28 M28 132C14 126 10 160 27 164 M212 132C226 126 230 160 213 164"};
    return view;
}

const View& view_from_front()
{
    static const View view{
        220,
        260,
        {{110, 106}, 82, 90, 0},
        {{Zone::crown, -40, 40, 0.80, 1},
         {Zone::frontal, -40, 40, 0.50, 0.78},
         {Zone::temporal_right, -104, -40, 0.70, 1},
         {Zone::temporal_left, 40, 104, 0.70, 1}},
        "M28 128C30 178 62 214 84 224C100 231 120 231 136 224C158 214 190 178 192 128 M80 224V256 M140 224V256 "
        "M66 134Q80 142 93 134 M127 134Q140 142 154 134 M110 140V166Q110 172 104 172 M94 192Q110 200 126 192 "
        "M27 118C14 114 14 156 31 160 M193 118C206 114 206 156 189 160"};
    return view;
}

const View& view_from_behind()
{
    static const View view{220,
                           260,
                           {{110, 112}, 84, 98, 0},
                           {{Zone::crown, -180, 180, 0, 0.34},
                            {Zone::parietal_left, -78, -2, 0.38, 1},
                            {Zone::parietal_right, 2, 78, 0.38, 1},
                            {Zone::temporal_left, -122, -82, 0.38, 1},
                            {Zone::temporal_right, 82, 122, 0.38, 1},
                            {Zone::occipital, 126, 234, 0.38, 1}},
                           "M72 206C74 226 70 240 62 256 M148 206C146 226 150 240 158 256 M27 112C14 108 14 150 32 154 "
                           "M193 112C206 108 206 150 188 154"};
    return view;
}

const View& view_from_left()
{
    static const View view{220,
                           260,
                           {{118, 104}, 88, 86, 0},
                           {{Zone::frontal, -80, -34, 0.50, 1},
                            {Zone::parietal_left, -32, 14, 0.50, 1},
                            {Zone::crown, 16, 58, 0.50, 1},
                            {Zone::occipital, 60, 108, 0.50, 1},
                            {Zone::nape, 110, 142, 0.50, 1},
                            {Zone::temporal_left, -90, 128, 0.12, 0.47}},
                           "M31 88C28 104 31 116 27 130C24 138 16 146 13 153C12 158 18 160 24 161C22 166 21 169 18 "
                           "174C22 176 22 180 20 184"
                           "C24 188 23 192 24 198C26 212 42 216 58 212C72 208 84 202 92 194C98 214 98 236 94 256 M172 "
                           "174C172 200 178 230 192 256 "
                           "M112 138C102 122 128 116 130 134C131 148 120 150 120 160C118 168 108 164 110 156"};
    return view;
}

Outline outline_of(std::string_view path)
{
    Outline outline;
    std::istringstream read{std::string{path}};
    Spot pen;
    char command = 0;
    while (read >> command) {
        std::array<double, 6> at{};
        const std::size_t count = command == 'C' ? 6 : command == 'Q' ? 4 : command == 'V' ? 1 : 2;
        for (std::size_t i = 0; i < count; ++i) read >> at[i];
        switch (command) {
            case 'M':
                outline.move_to(at[0], at[1]);
                break;
            case 'C':
                outline.curve_to(at[0], at[1], at[2], at[3], at[4], at[5]);
                break;
            case 'Q':
                outline.quadratic_to(at[0], at[1], at[2], at[3]);
                break;
            default:
                outline.line_to(pen.x, at[0]);
                break;
        }
        pen = command == 'V' ? Spot{pen.x, at[0]} : Spot{at[count - 2], at[count - 1]};
    }
    return outline;
}

constexpr double gap = 2.2,
                 softness = 4;  // between zones, and the corner that a stroke makes round: it is taken from the shape
constexpr double radius = 95;   // of a skull, about: gap and softness as shares of it
constexpr int points_an_arc = 24;

/// A zone's corners, smaller by half the gap and by the stroke that is drawn around them.
ZoneShape shape_of(const RingPart& part, const Skull& skull)
{
    ZoneShape shape{part.zone, {}, {}};
    if (part.to - part.from >= 359) {
        for (int degrees = 0; degrees < 360; degrees += 4)
            shape.corners.push_back(skull.at(degrees, part.outer - softness / radius));
        shape.label = skull.middle;
        return shape;
    }
    const double inset = (gap + softness) / radius;
    const double outer = part.outer - (part.outer == 1 ? softness / radius : inset * 0.7),
                 inner = part.inner + inset * 0.7;
    const auto arc = [&](double share, bool backwards) {
        const double cut = (gap + softness) / (radius * share) * 180 / std::numbers::pi;
        for (int i = 0; i <= points_an_arc; ++i) {
            const int step = backwards ? points_an_arc - i : i;
            shape.corners.push_back(
                skull.at(part.from + cut + (part.to - part.from - 2 * cut) * step / points_an_arc, share));
        }
    };
    arc(outer, false);
    arc(inner, true);
    shape.label = skull.at((part.from + part.to) / 2, (part.inner + part.outer) / 2);
    return shape;
}

HeadShape head_of(const View& view)
{
    HeadShape head{view.width, view.height, {}, {outline_of(view.lines)}};
    for (const auto& part : view.parts) head.zones.push_back(shape_of(part, view.skull));
    return head;
}

/// The nape below the skull is no part of the ring.
HeadShape with_nape(HeadShape head)
{
    head.zones.push_back({Zone::nape, {{84, 216}, {136, 216}, {136, 240}, {84, 240}}, {110, 228}});
    return head;
}

Zone other_side(Zone zone)
{
    switch (zone) {
        case Zone::parietal_left:
            return Zone::parietal_right;
        case Zone::parietal_right:
            return Zone::parietal_left;
        case Zone::temporal_left:
            return Zone::temporal_right;
        case Zone::temporal_right:
            return Zone::temporal_left;
        default:
            return zone;
    }
}

HeadShape mirrored(HeadShape head)
{
    for (auto& shape : head.zones) {
        shape.zone = other_side(shape.zone);
        for (auto& corner : shape.corners) corner.x = head.width - corner.x;
        shape.label.x = head.width - shape.label.x;
    }
    for (auto& line : head.lines) line = line.scaled(1, 0, 0, true, head.width);
    return head;
}

}  // namespace

const HeadShape& head_seen(ScalpView view)
{
    static const std::array<HeadShape, 5> heads{head_of(view_from_above()), head_of(view_from_front()),
                                                with_nape(head_of(view_from_behind())), head_of(view_from_left()),
                                                mirrored(head_of(view_from_left()))};
    return heads[static_cast<std::size_t>(view)];
}

}  // namespace kushi
