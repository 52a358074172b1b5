#pragma once

#include "app/widgets/node.h"

namespace kushi {

/// What a finger drew, in pixels from the pad's upper left corner: one list of points a stroke.
using Strokes = std::vector<std::vector<Point>>;

/// The strokes with one more point: of a new stroke where it begins one. Points closer than 2 px say nothing and are
/// left out, and none lies outside the pad.
Strokes with_point(Strokes strokes, Point at, Size pad, bool begins);
/// The strokes without the last one.
Strokes without_last_stroke(Strokes strokes);
/// Whether somebody signed: a touch that did not move is no signature.
bool holds_signature(const Strokes& strokes);

struct SignaturePadLook {
    Strokes strokes;
    std::string name;                ///< for a reader: "Signature of Lucas Weber"
    std::string told{};              ///< "Signed", "Empty"
    std::string hint{};              ///< on the empty pad: "Sign here"
    std::string undo_name, no_undo;  ///< of the key, and why it is off on an empty pad
    std::function<void(Point at, Size pad, bool begins)> on_point{};
    std::function<void()> on_undo{};
};
/// Where a client signs with a finger: strokes of 3 px, smoothed. Grows with its place, 400 x 160 at least. Who uses a
/// keyboard signs on paper: that is a button beside it.
Node signature_pad(const SignaturePadLook& look);

/// The strokes alone, scaled into a picture of this size: as kept with a consent.
Node signature_picture(const Strokes& strokes, Size size, std::string name);

}  // namespace kushi
