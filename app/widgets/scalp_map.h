#pragma once

#include <map>

#include "app/widgets/node.h"
#include "core/care/scalp_map.h"

namespace kushi {

/// From where a head is seen. In front it looks at us: the client's left is at our right.
enum class ScalpView { top, front, back, left, right };

/// The zones that a view sees, in the order the arrows walk them.
std::vector<Zone> zones_in(ScalpView view);
/// How high and wide a map of this width is drawn.
Size scalp_map_size(ScalpView view, int width);
/// The zone a finger means: the one under it, else the nearest within 12 px of its edge, for bands are thin.
std::optional<Zone> zone_at(ScalpView view, int width, Spot at);
/// Where a zone's number stands, always inside the zone.
std::optional<Spot> zone_label_spot(ScalpView view, int width, Zone zone);

struct ScalpMapLook {
    ScalpView view = ScalpView::top;
    int width = 440;
    std::map<Zone, int> now{};     ///< severities 0 to 4; a zone that is not there is drawn as 0
    std::map<Zone, int> before{};  ///< of the visit before: where it differs the zone's edge is dashed
    std::optional<Zone> chosen{};
    bool labels = true;                         ///< the numbers, and the short names where they fit
    std::map<Zone, std::string> short_names{};  ///< "Par. L"
    std::map<Zone, std::string> spoken{};       ///< "Crown, oily 2 of 4, was 3"
    std::string left_mark{}, right_mark{};      ///< "L" and "R" beside the map
    std::string name{};                         ///< of the whole, for a reader
    std::function<void(Zone)> on_zone{};        ///< none: a picture
};
/// A head with its zones, each in the colour of its severity. Arrows walk the zones, Enter chooses one.
Node scalp_map(const ScalpMapLook& look);

/// A view to choose: the small map over its word.
Node scalp_view_tile(const ScalpMapLook& look, std::string words, bool chosen, std::function<void()> act);

/// What the five colours mean: "0 None", 1, 2, 3, "4 Severe".
Node severity_legend(const std::string& none, const std::string& severe);
/// What a dashed edge means: "Changed since last visit".
Node dashed_legend(std::string words);

struct SeverityRowLook {
    std::string name;             ///< "Oily"
    int now = 0;                  ///< 0 to 4
    std::optional<int> before{};  ///< dashed where it differs
    std::function<void(int)> on_level{};
};
/// One condition of the chosen zone: five cells to tap, or the keys 0 to 4.
Node severity_row(const SeverityRowLook& look);

/// The ground of a severity, and the ink that is read on it: by day it turns white at 4, by night dark at 3.
Token severity_color(int severity);
Token severity_ink(int severity, const Theme& theme);

}  // namespace kushi
