#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/widgets/canvas.h"
#include "app/widgets/geometry.h"
#include "app/widgets/theme.h"

namespace kushi {

/// How a control is touched just now. The scene knows it; the drawing only shows it.
struct Look {
    bool pressed = false;
    bool focused = false;   ///< by keyboard: a ring is drawn around it
    bool disabled = false;
    bool busy = false;      ///< waits for an answer
    int beat = 0;           ///< 0, 1, 2: which dot of the busy run is full
};

/// What one control looks like, apart from any window. A value: made anew whenever the state changes.
class Drawing {
public:
    virtual ~Drawing() = default;
    virtual void render(Canvas& canvas, const Rect& rect, const Look& look) const = 0;
    /// The size it likes, where it may be `width` wide at most.
    [[nodiscard]] virtual Size wanted([[maybe_unused]] int width) const { return {}; }
    /// All that decides its pixels, beside rect and look: two drawings of the same content draw the same.
    [[nodiscard]] virtual std::string content() const = 0;
};
using DrawingPointer = std::shared_ptr<const Drawing>;

/// What a screen reader is told, and by what tests find a control.
enum class ControlRole {
    none, button, check_box, radio, toggle, text, heading, list, row, spin, entry, tab, panel, dialog, status, progress, picture, alert
};
struct Access {
    ControlRole role = ControlRole::none;
    std::string name;
    std::string value;        ///< of a spin button, a progress, an entry
    std::string description;  ///< a hint; why it is off
    bool selected = false;    ///< of a radio, a check box, a tab, a row
};

enum class Key { enter, space, escape, left, right, up, down, backspace, tab, back_tab, page_up, page_down, home, end, other };
struct KeyPress {
    Key key = Key::other;
    char32_t character = 0;  ///< of Key::other and space
};

/// A field that is typed into: a native control lies over its box while it is in reach.
struct Entry {
    enum class Kind { text, reading, phone, amount };
    Kind kind = Kind::text;
    std::string text;
    std::string placeholder;
    int most_characters = 200;
    bool several_lines = false;
    bool has_icon = false;     ///< stands left of the text (field)
    bool wants_focus = false;  ///< when it appears
    std::function<void(const std::string&)> on_change;
    std::function<void()> on_enter;
};

enum class Flow { column, row, wrap, layers, scroll };
enum class Along { start, center, end, apart };
enum class Across { start, center, end, stretch };

struct Insets {
    int left = 0, top = 0, right = 0, bottom = 0;
    Insets() = default;
    Insets(int all) : left{all}, top{all}, right{all}, bottom{all} {}  // NOLINT(google-explicit-constructor): reads as CSS
    Insets(int across, int down) : left{across}, top{down}, right{across}, bottom{down} {}
    Insets(int left_, int top_, int right_, int bottom_) : left{left_}, top{top_}, right{right_}, bottom{bottom_} {}
};

/// A control or a box of controls, as a screen describes it. Screens build a tree of them from their state, whole, at every
/// change; the scene keeps what a finger and a keyboard did with the controls of the same key before.
struct Node {
    std::string key;  ///< tells it from its siblings over changes; its place among them where empty
    Flow flow = Flow::column;
    int gap = 0;
    Insets padding;
    Along along = Along::start;
    Across across = Across::stretch;
    std::optional<Across> self_across;
    int width = 0, height = 0;          ///< fixed; 0: as it likes
    int least_width = 0, least_height = 0;
    int most_width = 0;
    double grow = 0;                    ///< its share of the room that is left along the parent
    bool shrinks = false;               ///< gives way first where a row is too narrow
    bool sticks_to_end = false;         ///< a scroll that shows its end when it grows
    std::function<void(int offset, int room)> on_scrolled;  ///< a scroll that moved: what is in view now

    DrawingPointer drawing;
    Access access;
    std::string disabled;               ///< why, in words; a tap says it
    bool busy = false;
    std::string group;                  ///< arrows move among the focusable ones of one group
    bool focusable = false;
    int reach = 0;                      ///< pixels around it that also take a tap
    std::function<bool(Point at, Size size)> shape;  ///< which points of its rect are its own; all where empty
    bool repeats = false;               ///< tapped again and again while held
    std::function<void()> on_tap;
    std::function<void()> on_hold;      ///< after half a second; the tap is then none
    std::function<void(Point at, Size size)> on_tap_at;  ///< where inside it
    std::function<void(Point at, Size size, bool begins)> on_drag;  ///< a stroke (signature), not a scroll
    std::function<bool(const KeyPress&)> on_key;         ///< returns whether it took it
    std::shared_ptr<Entry> entry;
    std::vector<Node> children;

    // Builders: each gives the node back, changed.
    Node keyed(std::string value) { key = std::move(value); return std::move(*this); }
    Node spaced(int value) { gap = value; return std::move(*this); }
    Node padded(Insets value) { padding = value; return std::move(*this); }
    Node placed(Along value) { along = value; return std::move(*this); }
    Node crossed(Across value) { across = value; return std::move(*this); }
    Node self(Across value) { self_across = value; return std::move(*this); }
    Node wide(int value) { width = value; return std::move(*this); }
    Node high(int value) { height = value; return std::move(*this); }
    Node sized(int w, int h) { width = w; height = h; return std::move(*this); }
    Node at_least(int w, int h) { least_width = w; least_height = h; return std::move(*this); }
    Node at_most(int w) { most_width = w; return std::move(*this); }
    Node growing(double value = 1) { grow = value; return std::move(*this); }
    Node shrinking(bool value = true) { shrinks = value; return std::move(*this); }
    Node drawn(DrawingPointer value) { drawing = std::move(value); return std::move(*this); }
    Node told(ControlRole role, std::string name, std::string value = {}, std::string description = {})
    {
        access.role = role;
        access.name = std::move(name);
        access.value = std::move(value);
        access.description = std::move(description);
        return std::move(*this);
    }
    Node chosen(bool value) { access.selected = value; return std::move(*this); }
    Node off_because(std::string why) { disabled = std::move(why); return std::move(*this); }
    Node waiting(bool value) { busy = value; return std::move(*this); }
    Node tapped(std::function<void()> act) { on_tap = std::move(act); focusable = true; return std::move(*this); }
    Node held(std::function<void()> act) { on_hold = std::move(act); return std::move(*this); }
    Node grouped(std::string value) { group = std::move(value); return std::move(*this); }
    Node reaching(int value) { reach = value; return std::move(*this); }

    // Filled by the layout.
    Rect rect;
};

/// What a box is made of: nodes, lists of nodes, and what may not be there, in their order.
inline void put(std::vector<Node>& list, Node&& node) { list.push_back(std::move(node)); }
inline void put(std::vector<Node>& list, const Node& node) { list.push_back(node); }
inline void put(std::vector<Node>& list, std::optional<Node>&& node)
{
    if (node) list.push_back(*std::move(node));
}
inline void put(std::vector<Node>& list, std::vector<Node>&& nodes)
{
    for (auto& node : nodes) list.push_back(std::move(node));
}

template <class... Parts>
Node box(Flow flow, int gap, Parts&&... parts)
{
    Node node;
    node.flow = flow;
    node.gap = gap;
    node.children.reserve(sizeof...(parts));
    (put(node.children, std::forward<Parts>(parts)), ...);
    return node;
}
template <class... Parts>
Node column(int gap, Parts&&... parts)
{
    return box(Flow::column, gap, std::forward<Parts>(parts)...);
}
template <class... Parts>
Node row(int gap, Parts&&... parts)
{
    return box(Flow::row, gap, std::forward<Parts>(parts)...).crossed(Across::center);
}
template <class... Parts>
Node wrap(int gap, Parts&&... parts)
{
    return box(Flow::wrap, gap, std::forward<Parts>(parts)...);
}
template <class... Parts>
Node layers(Parts&&... parts)
{
    return box(Flow::layers, 0, std::forward<Parts>(parts)...);
}
/// A column that scrolls where it is higher than its place; the key keeps how far.
template <class... Parts>
Node scroll(std::string key, int gap, Parts&&... parts)
{
    return box(Flow::scroll, gap, std::forward<Parts>(parts)...).keyed(std::move(key)).growing();
}
/// Empty room that takes what is left.
inline Node space(double share = 1) { return Node{}.growing(share); }
/// Empty room of a fixed size, both ways.
inline Node room(int pixels) { return Node{}.sized(pixels, pixels); }

}  // namespace kushi
