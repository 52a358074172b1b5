#include "app/widgets/scalp_map.h"

#include <fmt/format.h>

#include <cmath>

#include "app/widgets/contrast.h"
#include "app/widgets/head_shape.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/text.h"

namespace kushi {
namespace {

constexpr int finger_px = 12;           // so far beside a zone a finger still means it
constexpr int margin_px = 14;           // around a zone: the finger's, and the rings'
constexpr int least_named_width = 360;  // smaller maps have room for numbers only
constexpr int severity_name_px = 78;     // what a condition has for its name beside its check
constexpr double edge = 8;  // a zone's stroke in its own colour, in the head's units: it makes the corners soft

/// A zone of a head drawn at some size, measured from the map's upper left corner.
struct DrawnZone {
    Zone zone{};
    Outline outline;
    std::vector<Spot> corners;
    Spot label;
    double edge_px = 0;
};

std::vector<DrawnZone> drawn_zones(ScalpView view, int width)
{
    const auto& head = head_seen(view);
    const double scale = width / head.width;
    std::vector<DrawnZone> drawn;
    for (const auto& shape : head.zones) {
        DrawnZone one{shape.zone, {}, {}, {shape.label.x * scale, shape.label.y * scale}, edge * scale};
        for (const auto& corner : shape.corners) {
            one.corners.push_back({corner.x * scale, corner.y * scale});
            const auto& at = one.corners.back();
            if (one.corners.size() == 1)
                one.outline.move_to(at.x, at.y);
            else
                one.outline.line_to(at.x, at.y);
        }
        one.outline.close();
        drawn.push_back(std::move(one));
    }
    return drawn;
}

double distance_px(Spot at, Spot from, Spot to)
{
    const double x = to.x - from.x, y = to.y - from.y, length = x * x + y * y;
    const double share = length > 0 ? std::clamp(((at.x - from.x) * x + (at.y - from.y) * y) / length, 0.0, 1.0) : 0;
    return std::hypot(at.x - from.x - share * x, at.y - from.y - share * y);
}

/// From the zone's painted edge; less than nothing inside it.
double distance_px(Spot at, const DrawnZone& zone)
{
    if (zone.outline.covers(at.x, at.y)) return -zone.edge_px;
    double least = 1e9;
    for (std::size_t i = 0; i < zone.corners.size(); ++i) {
        least = std::min(least, distance_px(at, zone.corners[i], zone.corners[(i + 1) % zone.corners.size()]));
    }
    return least - zone.edge_px / 2;
}

std::optional<Zone> nearest(const std::vector<DrawnZone>& zones, Spot at)
{
    std::optional<Zone> found;
    double least = finger_px;
    for (const auto& zone : zones) {
        const double distance = distance_px(at, zone);
        if (distance > least) continue;
        least = distance;
        found = zone.zone;
    }
    return found;
}

/// The figure in a zone; smaller in a small map, for its bands are thin.
TextStyle number_style(int map_width)
{
    return map_width >= 400 ? TextStyle{28, 32, 600, true} : TextStyle{18, 24, 600, true};
}

/// How wide the zone is at the height of its name; none where it is too low for a name below its number.
double room_for_name_px(const DrawnZone& zone)
{
    if (!zone.outline.covers(zone.label.x, zone.label.y + 14) || !zone.outline.covers(zone.label.x, zone.label.y - 18))
        return 0;
    const double y = zone.label.y + 11;
    double left = zone.label.x, right = zone.label.x;
    while (zone.outline.covers(left - 1, y)) --left;
    while (zone.outline.covers(right + 1, y)) ++right;
    return right - left;
}

/// A zone's place in the map: its own middle is the label's, so that whoever taps the middle of it hits the zone.
Rect place_of(const DrawnZone& zone, Size map)
{
    double across = 0, down = 0;
    for (const auto& corner : zone.corners) {
        across = std::max(across, std::abs(corner.x - zone.label.x));
        down = std::max(down, std::abs(corner.y - zone.label.y));
    }
    const int x = static_cast<int>(zone.label.x), y = static_cast<int>(zone.label.y);
    const int half_width = std::min({static_cast<int>(std::ceil(across)) + margin_px, x, map.width - x - 1});
    const int half_height = std::min({static_cast<int>(std::ceil(down)) + margin_px, y, map.height - y - 1});
    return {x - half_width, y - half_height, 2 * half_width + 1, 2 * half_height + 1};
}

struct ZonePaint {
    DrawnZone zone;
    int now = 0;
    bool changed = false;
    bool chosen = false;
    bool number = false;
    TextStyle number_style;
    std::string name;
};

std::string content_of(const ZonePaint& paint)
{
    return fmt::format("{}/{}/{}/{}/{}/{}", static_cast<int>(paint.zone.zone), paint.now, paint.changed, paint.chosen,
                       paint.number, paint.name);
}

void draw_label(Canvas& canvas, Spot at, const ZonePaint& paint)
{
    const Token ink = severity_ink(paint.now, canvas.theme());
    const int x = static_cast<int>(std::lround(at.x)), y = static_cast<int>(std::lround(at.y));
    const bool named = !paint.name.empty();
    const int line = paint.number_style.line_px;
    canvas.text({x - 20, named ? y + 5 - line : y - line / 2, 40, line}, std::to_string(paint.now), paint.number_style,
                ink, Align::center);
    if (!named) return;
    const int width = measure_text(paint.name, type::small).width;
    canvas.text({x - width / 2, y + 2, width + 1, 18}, paint.name, type::small, ink, Align::center);
}

void draw_zone(Canvas& canvas, Spot map, const ZonePaint& paint, const Look& look)
{
    const auto outline = paint.zone.outline.scaled(1, map.x, map.y);
    const double wide = paint.zone.edge_px;
    const double ring = paint.chosen ? 6 : 0;
    const Token color = severity_color(paint.now);
    if (look.focused) {
        canvas.stroke(outline, Token::ink, wide + ring + 11, 0);
        canvas.stroke(outline, Token::surface, wide + ring + 5, 0);
    }
    if (paint.chosen)
        canvas.stroke(outline, Token::ink, wide + ring);
    else if (look.pressed)
        canvas.stroke(outline, Token::primary, wide + 6);
    canvas.stroke(outline, color, wide);
    canvas.fill(outline, color);
    if (paint.changed) canvas.stroke(outline, severity_ink(paint.now, canvas.theme()), 1.25, 5);
    if (paint.number) draw_label(canvas, {map.x + paint.zone.label.x, map.y + paint.zone.label.y}, paint);
}

ZonePaint paint_of(const ScalpMapLook& look, DrawnZone zone)
{
    ZonePaint paint;
    const auto level = [&](const std::map<Zone, int>& levels) {
        const auto found = levels.find(zone.zone);
        return found == levels.end() ? 0 : std::clamp(found->second, 0, 4);
    };
    paint.now = level(look.now);
    paint.changed = look.labels && look.before.contains(zone.zone) && level(look.before) != paint.now;
    paint.chosen = look.chosen == zone.zone;
    paint.number = look.labels;
    paint.number_style = number_style(look.width);
    const auto name = look.short_names.find(zone.zone);
    if (look.labels && look.width >= least_named_width && name != look.short_names.end() &&
        measure_text(name->second, type::small).width + 4 <= room_for_name_px(zone)) {
        paint.name = name->second;
    }
    paint.zone = std::move(zone);
    return paint;
}

void draw_face(Canvas& canvas, const Rect& rect, ScalpView view, int width)
{
    const auto& head = head_seen(view);
    const double scale = width / head.width;
    for (const auto& line : head.lines) {
        canvas.stroke(line.scaled(scale, rect.x, rect.y), Token::line_strong, std::max(1.6 * scale, 2.0));
    }
}

/// One that is tapped: a control of its own in its place on the map.
Node zone_node(const ScalpMapLook& look, const std::shared_ptr<const std::vector<DrawnZone>>& zones, ZonePaint paint)
{
    const auto zone = paint.zone.zone;
    const auto place = place_of(paint.zone, scalp_map_size(look.view, look.width));
    Node node;
    node.key = word_of(zone);
    node.width = place.width;
    node.height = place.height;
    const auto spoken = look.spoken.find(zone);
    node.access = {ControlRole::radio,
                   spoken == look.spoken.end() ? std::string{word_of(zone)} : spoken->second,
                   {},
                   {},
                   paint.chosen};
    node.shape = [zones, zone, place](Point at, Size) {
        return nearest(*zones, {static_cast<double>(place.x + at.x), static_cast<double>(place.y + at.y)}) == zone;
    };
    auto content = fmt::format("zone/{}/{}/{}", static_cast<int>(look.view), look.width, content_of(paint));
    node.drawing =
        painting(std::move(content), {place.width, place.height},
                 [place, paint = std::move(paint)](Canvas& canvas, const Rect& rect, const Look& state) {
                     draw_zone(canvas, {static_cast<double>(rect.x - place.x), static_cast<double>(rect.y - place.y)},
                               paint, state);
                 });
    node = node.grouped("scalp map " + look.name).tapped([act = look.on_zone, zone] { act(zone); });
    // Layers put a child at their upper left; this box moves it to its place.
    Node box;
    box.key = std::string{"place "} + node.key;
    box.padding = Insets{place.x, place.y, 0, 0};
    box.across = Across::start;
    box.width = place.right();
    box.height = place.bottom();
    box.children.push_back(std::move(node));
    return box;
}

Node map_of(const ScalpMapLook& look)
{
    const auto size = scalp_map_size(look.view, look.width);
    auto zones = std::make_shared<const std::vector<DrawnZone>>(drawn_zones(look.view, look.width));
    std::vector<ZonePaint> paints;
    for (const auto& zone : *zones) paints.push_back(paint_of(look, zone));

    auto map = layers();
    map.across = Across::start;
    map.access = {look.name.empty() ? ControlRole::none
                  : look.on_zone    ? ControlRole::panel
                                    : ControlRole::picture,
                  look.name,
                  {},
                  {},
                  false};
    auto content = fmt::format("head/{}/{}", static_cast<int>(look.view), look.width);
    if (look.on_zone) {
        for (auto& paint : paints) map.children.push_back(zone_node(look, zones, std::move(paint)));
        paints.clear();
    }
    for (const auto& paint : paints) content += '/' + content_of(paint);
    map.drawing =
        painting(std::move(content), size,
                 [view = look.view, width = look.width, paints](Canvas& canvas, const Rect& rect, const Look&) {
                     draw_face(canvas, rect, view, width);
                     for (const auto& paint : paints)
                         draw_zone(canvas, {static_cast<double>(rect.x), static_cast<double>(rect.y)}, paint, {});
                 });
    return map.sized(size.width, size.height);
}

Node severity_cell(const SeverityRowLook& look, int level)
{
    const bool on = look.now == level, was = look.before && *look.before == level && !on;
    Node cell;
    cell.key = std::to_string(level);
    cell.drawing = painting(
        fmt::format("level/{}/{}/{}", level, on, was), {46, 48},
        [=](Canvas& canvas, const Rect& rect, const Look& state) {
            canvas.fill(rect, on ? severity_color(level) : state.pressed ? Token::primary_soft : Token::sunken, 14);
            if (on && level > 0)
                canvas.frame(rect.inset(-3), Token::ink, 17, 2.5);
            else if (state.pressed)
                canvas.frame(rect, Token::primary, 14, 2);
            if (was) canvas.dashed_frame(rect.inset(2), Token::ink3, 12, 1.5, 4);
            draw_focus(canvas, rect.inset(on && level > 0 ? -1 : 0), state, 14);
            canvas.text(rect, std::to_string(level), TextStyle{17, 24, on ? 600 : 500, true},
                        on ? severity_ink(level, canvas.theme()) : Token::ink2, Align::center);
        });
    cell.access = {ControlRole::radio, fmt::format("{} {}", look.name, level), {}, {}, on};
    cell.on_key = [act = look.on_level](const KeyPress& press) {
        if (press.character < U'0' || press.character > U'4') return false;
        act(static_cast<int>(press.character - U'0'));
        return true;
    };
    return cell.high(48).growing().grouped(look.name).reaching(4).tapped([act = look.on_level, level] { act(level); });
}

}  // namespace

Token severity_color(int severity)
{
    return static_cast<Token>(static_cast<int>(Token::severity0) + std::clamp(severity, 0, 4));
}

Token severity_ink(int severity, const Theme& theme)
{
    const auto read = [&](Token ink) { return contrast(theme[severity_color(severity)], theme[ink]); };
    return read(Token::severity_high_ink) > read(Token::severity_low_ink) ? Token::severity_high_ink
                                                                          : Token::severity_low_ink;
}

std::vector<Zone> zones_in(ScalpView view)
{
    std::vector<Zone> zones;
    for (const auto& shape : head_seen(view).zones) zones.push_back(shape.zone);
    return zones;
}

Size scalp_map_size(ScalpView view, int width)
{
    const auto& head = head_seen(view);
    return {width, static_cast<int>(std::lround(width * head.height / head.width))};
}

std::optional<Zone> zone_at(ScalpView view, int width, Spot at)
{
    return nearest(drawn_zones(view, width), at);
}

std::optional<Spot> zone_label_spot(ScalpView view, int width, Zone zone)
{
    for (const auto& drawn : drawn_zones(view, width)) {
        if (drawn.zone == zone) return drawn.label;
    }
    return std::nullopt;
}

Node scalp_map(const ScalpMapLook& look)
{
    auto map = map_of(look);
    if (look.left_mark.empty() && look.right_mark.empty()) return map;
    const auto mark = [](const std::string& words, Align align) {
        return text(words, type::note.weighing(600), Token::ink3, align).wide(24);
    };
    return row(0, mark(look.left_mark, Align::end), std::move(map), mark(look.right_mark, Align::start));
}

Node scalp_view_tile(const ScalpMapLook& look, std::string words, bool chosen, std::function<void()> act)
{
    auto picture = look;
    picture.on_zone = nullptr;
    picture.labels = false;
    picture.name.clear();
    picture.chosen = std::nullopt;
    auto label = text(words, chosen ? type::caption.weighing(600) : type::caption,
                      chosen ? Token::on_primary_soft : Token::ink2, Align::center);
    label.access = {};
    auto tile =
        column(0, space(), scalp_map(picture).self(Across::center), space(), std::move(label)).padded({0, 8, 0, 8});
    tile.drawing = painting(
        fmt::format("view tile/{}", chosen), {}, [chosen](Canvas& canvas, const Rect& rect, const Look& state) {
            canvas.fill(rect, chosen ? Token::primary_soft : state.pressed ? Token::sunken : Token::surface, 18);
            canvas.frame(rect, chosen ? Token::primary : Token::line, 18, chosen ? 2 : 1);
            draw_focus(canvas, rect, state, 18);
        });
    tile.access = {ControlRole::radio, std::move(words), {}, {}, chosen};
    return tile.sized(148, 131).tapped(std::move(act));
}

Node severity_legend(const std::string& none, const std::string& severe)
{
    auto legend = row(16);
    for (int level = 0; level <= 4; ++level) {
        Node swatch;
        swatch.drawing = painting(
            fmt::format("swatch/{}", level), {18, 18},
            [level](Canvas& canvas, const Rect& rect, const Look&) { canvas.fill(rect, severity_color(level), 6); });
        auto words = std::to_string(level);
        if (level == 0)
            words = fmt::format("{} {}", level, none);
        else if (level == 4)
            words = fmt::format("{} {}", level, severe);
        put(legend.children,
            row(8, swatch.sized(18, 18), text(std::move(words), type::caption.figures(), Token::ink2)));
    }
    return legend;
}

Node dashed_legend(std::string words)
{
    Node swatch;
    swatch.drawing = painting("dashed swatch", {28, 17}, [](Canvas& canvas, const Rect& rect, const Look&) {
        canvas.dashed_frame(rect, Token::ink2, 6, 1.5, 4);
    });
    return row(8, swatch.sized(28, 17), text(std::move(words), type::caption, Token::ink2));
}

Node severity_row(const SeverityRowLook& look)
{
    const bool found = look.now > 0;
    auto style = found ? type::note.weighing(600) : type::note;
    if (measure_text(look.name, style).width > severity_name_px) style.size_px = 13;
    auto name =
        text(look.name, style, found ? Token::on_primary_soft : Token::ink2);
    auto label =
        row(6, found ? std::optional{icon(Icon::check, 16, Token::on_primary_soft)} : std::nullopt, std::move(name))
            .wide(100);
    auto line = row(6, std::move(label));
    for (int level = 0; level <= 4; ++level) put(line.children, severity_cell(look, level));
    line.access = {ControlRole::panel, look.name, {}, {}, false};
    return line.high(56).keyed("severity " + look.name);
}

}  // namespace kushi
