#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <unordered_map>

#include "app/widgets/node.h"

namespace kushi {

/// A part of the page that lies over it until it is done or cancelled. Only the newest one is in reach.
struct Sheet {
    enum class Side { right, bottom, middle };
    Side side = Side::right;
    int width = 480;
    std::string name;
    Node content;
    std::function<void()> on_cancel;  ///< a tap beside it, Escape
};

/// A word about what was done, with a way back.
struct Toast {
    std::string words;
    std::string action;
    std::function<void()> on_action;
};

/// All that is to be seen.
struct Page {
    std::string key;  ///< which screen: a tap meant for the page before does nothing on a new one
    Node root;
    std::vector<Sheet> sheets;
    std::optional<Toast> toast;
    std::optional<Node> keyboard;    ///< at the foot; sheets and toasts end above it
    int keyboard_height = 0;
    int keyboard_left = 0;
    std::function<void()> on_back;                 ///< Escape
    std::function<bool(const KeyPress&)> on_key;   ///< what no control took
};

/// The page as it stands in a window of some size, and what fingers and keys do to it. Knows no window: tests tap it as it is.
class Scene {
public:
    using Time = std::chrono::milliseconds;
    using Id = std::uint64_t;

    /// A control in its place.
    struct Placed {
        const Node* node = nullptr;
        Id id = 0;
        Rect rect;
        Rect clip;        ///< the part of the window where it shows
        int layer = 0;    ///< 0 the page, 1 the first sheet, ...
        int parent = -1;  ///< the nearest one above it that a reader is told of
        [[nodiscard]] Rect shown() const { return rect.common(clip); }
    };

    explicit Scene(const Theme& theme) : theme_{&theme} {}

    /// The next page is laid out for this size.
    void resize(Size size);
    void show(Page page);
    [[nodiscard]] Size size() const { return size_; }
    void set_theme(const Theme& theme);
    [[nodiscard]] const Theme& theme() const { return *theme_; }

    /// What must be painted anew since it was asked last.
    std::vector<Rect> take_damage();
    /// Paints what meets one of the rects.
    void paint(Canvas& canvas, const std::vector<Rect>& rects) const;

    // One finger. Times only ever grow.
    void press(Point at, Time now);
    void move(Point at, Time now);
    void release(Point at, Time now);
    void cancel_touch();
    void wheel(Point at, int pixels);
    void key(const KeyPress& press, Time now);
    /// Holds, repeats, kinetic scroll, busy dots.
    void tick(Time now);
    /// Whether tick has anything to move.
    [[nodiscard]] bool moves() const;

    [[nodiscard]] const std::vector<Placed>& placed() const { return placed_; }
    [[nodiscard]] const Placed* find(Id id) const;
    /// The first one of that name in reach, the newest sheet first: for readers and tests.
    [[nodiscard]] const Placed* named(std::string_view name, ControlRole role = ControlRole::none) const;
    [[nodiscard]] bool in_reach(const Placed& placed) const { return placed.layer == top_layer_; }
    [[nodiscard]] Look look_of(const Placed& placed) const;
    [[nodiscard]] Id focus() const { return focus_; }
    [[nodiscard]] bool focus_is_visible() const { return focus_shows_; }
    void focus_on(Id id, bool by_keyboard);
    /// As a tap on it does, from a reader or a test; says why not where it is off.
    void activate(Id id);
    /// Something was tapped that is off: the reason, in words.
    std::function<void(const std::string&)> on_reason;
    /// Another field is typed into now, or none any more: the keyboard on the screen comes and goes.
    std::function<void(const std::shared_ptr<Entry>&)> on_entry;
    /// The field that is typed into.
    [[nodiscard]] std::shared_ptr<Entry> entry() const;

private:
    struct Scrolled {
        double offset = 0;
        int content = 0;
        int room = 0;
        double speed = 0;  ///< pixels a millisecond
        [[nodiscard]] double most() const { return std::max(0, content - room); }
    };
    struct Touch {
        Point start, last;
        Time began{}, last_move{};
        Id control = 0;
        Id scroll = 0;
        bool inside = false;
        bool scrolling = false;
        bool stroking = false;
        bool held = false;
        bool beside = false;  ///< began on the scrim
        Time next_repeat{};
        double speed = 0;
    };

    void compose();
    void tell_entry();
    void arrange();
    void collect(const Node& node, Id id, const Rect& clip, int down, int layer, int parent, Id scroll);
    void note_damage();
    void fire(const Placed& placed, Point at);
    [[nodiscard]] const Placed* hit(Point at) const;
    [[nodiscard]] Id scroll_at(Point at) const;
    void scroll_by(Id scroll, double pixels);
    void show_whole(const Placed& placed);
    void walk_focus(int step);
    void walk_group(const Placed& from, int step);
    [[nodiscard]] static bool interactive(const Node& node);
    [[nodiscard]] static bool can_focus(const Placed& placed);

    const Theme* theme_;
    Size size_;
    Page page_;
    Node tree_;
    std::vector<Placed> placed_;
    std::unordered_map<Id, std::size_t> places_;
    std::unordered_map<Id, Id> scroll_of_;
    int top_layer_ = 0;
    std::map<Id, Scrolled> scrolls_;
    std::unordered_map<Id, std::pair<std::size_t, Rect>> painted_;  ///< by id: what it looked like and where
    std::vector<Rect> damage_;
    std::optional<Touch> touch_;
    Id focus_ = 0;
    Id told_entry_ = 0;
    Rect keyboard_;
    bool focus_shows_ = false;
    std::vector<Id> openers_;  ///< where the focus was when each sheet came
    Time now_{};
    Time page_came_{-1'000};
    Point last_tap_{-1'000, -1'000};
    int beat_ = 0;
    bool any_busy_ = false;
};

}  // namespace kushi
