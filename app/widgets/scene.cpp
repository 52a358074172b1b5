#include "app/widgets/scene.h"

#include <cmath>

#include "app/widgets/layout.h"
#include "app/widgets/sheet.h"

namespace kushi {
namespace {

constexpr int slop_px = 8;                 // a finger may tremble so far and still tap
constexpr int ring_px = 8;                 // the focus ring lies outside its control
constexpr Scene::Time hold_after{500}, repeat_after{400}, repeat_every{125}, busy_beat{300};
constexpr Scene::Time second_tap_within{250};  // of a double tap whose first one changed the page
constexpr int second_tap_px = 48;
constexpr double slowing = 0.996;          // of a kinetic scroll, a millisecond
constexpr double slowest = 0.02;

Scene::Id mixed(Scene::Id seed, std::string_view key)
{
    // FNV-1a, over the parent's identity first.
    Scene::Id hash = 1469598103934665603ull ^ (seed * 1099511628211ull);
    for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return hash;
}

std::size_t look_bits(const Look& look)
{
    return static_cast<std::size_t>(look.pressed) | static_cast<std::size_t>(look.focused) << 1 |
           static_cast<std::size_t>(look.disabled) << 2 | static_cast<std::size_t>(look.busy) << 3 |
           static_cast<std::size_t>(look.busy ? look.beat : 0) << 4;
}

}  // namespace

bool Scene::interactive(const Node& node)
{
    return node.on_tap || node.on_tap_at || node.on_hold || node.on_drag || node.entry || !node.disabled.empty();
}

bool Scene::can_focus(const Placed& placed) { return placed.node->focusable || placed.node->entry != nullptr; }

void Scene::resize(Size size)
{
    if (size == size_) return;
    size_ = size;
    painted_.clear();
    damage_ = {{0, 0, size.width, size.height}};
}

void Scene::set_theme(const Theme& theme)
{
    theme_ = &theme;
    damage_ = {{0, 0, size_.width, size_.height}};
}

void Scene::show(Page page)
{
    const bool other_page = page.key != page_.key;
    const auto sheets_before = page_.sheets.size();
    const auto typed_into = entry() ? find(focus_)->node->access.name : std::string{};
    page_ = std::move(page);
    if (other_page) {
        page_came_ = now_;
        focus_ = 0;
        openers_.clear();
        touch_.reset();
    }
    while (openers_.size() < page_.sheets.size()) {
        openers_.push_back(focus_);
        focus_ = 0;
    }
    compose();
    if (!other_page && page_.sheets.size() < sheets_before) {
        while (openers_.size() > page_.sheets.size()) {
            focus_ = openers_.back();
            openers_.pop_back();
        }
        if (find(focus_) == nullptr) focus_ = 0;
        note_damage();
    }
    // The page that has room for the keyboard may have the field at another place in its tree.
    const bool has_moved = !other_page && !typed_into.empty() && find(focus_) == nullptr;
    for (const auto& placed : placed_) {
        if (has_moved && in_reach(placed) && placed.node->entry && placed.node->access.name == typed_into) focus_ = placed.id;
    }
    if (touch_ && touch_->control != 0 && find(touch_->control) == nullptr) touch_->control = 0;
    for (const auto& placed : placed_) {
        if (focus_ == 0 && in_reach(placed) && placed.node->entry && placed.node->entry->wants_focus) focus_on(placed.id, false);
    }
    tell_entry();
}

std::shared_ptr<Entry> Scene::entry() const
{
    const auto* placed = find(focus_);
    return placed != nullptr && in_reach(*placed) ? placed->node->entry : nullptr;
}

void Scene::tell_entry()
{
    const auto typed = entry();
    const Id now = typed ? focus_ : 0;
    if (now == told_entry_) return;
    told_entry_ = now;
    if (on_entry) on_entry(typed);
}

void Scene::compose()
{
    tree_ = Node{};
    tree_.flow = Flow::layers;
    tree_.children.reserve(page_.sheets.size() + 3);
    const Rect window{0, 0, size_.width, size_.height};
    const Rect above{0, 0, size_.width, size_.height - (page_.keyboard ? page_.keyboard_height : 0)};
    keyboard_ = {};
    tree_.rect = window;
    top_layer_ = static_cast<int>(page_.sheets.size());
    const auto add = [&](Node node, const Rect& rect) {
        if (!rect.empty()) lay_out(node, rect);
        tree_.children.push_back(std::move(node));
    };
    add(std::move(page_.root), window);
    for (auto& sheet : page_.sheets) add(sheet_layer(std::move(sheet.content), sheet, {above.width, above.height}), above);
    if (page_.keyboard) {
        const int left = page_.sheets.empty() ? page_.keyboard_left : 0;
        keyboard_ = {left, above.height, size_.width - left, page_.keyboard_height};
        add(*std::move(page_.keyboard), keyboard_);
    }
    if (page_.toast) add(toast_layer(*page_.toast, {above.width, above.height}), above);
    if (!window.empty()) arrange();
}

void Scene::arrange()
{
    placed_.clear();
    places_.clear();
    scroll_of_.clear();
    const Rect window{0, 0, size_.width, size_.height};
    const auto sheets = page_.sheets.size();
    for (std::size_t i = 0; i < tree_.children.size(); ++i) {
        // The keyboard and the toast are in reach whatever lies below them.
        const bool last = i > sheets;
        const auto key = i == 0 ? page_.key : !last ? page_.key + "/sheet" + page_.sheets[i - 1].name : i == sheets + 1 && !keyboard_.empty() ? "keyboard" : "toast";
        const auto seed = last ? key.size() + 1'000 : i + 1;
        collect(tree_.children[i], mixed(seed, key), window, 0, last ? top_layer_ : static_cast<int>(i), -1, 0);
    }
    note_damage();
}

void Scene::collect(const Node& node, Id id, const Rect& clip, int down, int layer, int parent, Id scroll)
{
    const auto rect = node.rect.moved(0, down);
    const auto index = placed_.size();
    placed_.push_back({&node, id, rect, clip, layer, parent});
    places_.emplace(id, index);
    if (scroll != 0) scroll_of_.emplace(id, scroll);
    if (node.access.role != ControlRole::none) parent = static_cast<int>(index);
    auto inner = clip;
    if (node.flow == Flow::scroll) {
        auto& scrolled = scrolls_[id];
        const int content = content_height(node, rect.width);
        const bool at_end = scrolled.offset >= scrolled.most() - 1 && content > scrolled.content;
        scrolled.content = content;
        scrolled.room = rect.height;
        if (node.sticks_to_end && at_end) scrolled.offset = scrolled.most();
        scrolled.offset = std::clamp(scrolled.offset, 0.0, scrolled.most());
        down -= static_cast<int>(scrolled.offset);
        scroll = id;
        inner = clip.common(rect);
    }
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        const auto& child = node.children[i];
        const auto own = child.key.empty() ? mixed(id, std::string{'#'} + std::to_string(i)) : mixed(id, child.key);
        collect(child, own, inner, down, layer, parent, scroll);
    }
}

Look Scene::look_of(const Placed& placed) const
{
    Look look;
    look.pressed = touch_ && touch_->control == placed.id && touch_->inside && !touch_->scrolling && placed.node->disabled.empty() &&
                   !placed.node->busy;
    look.focused = focus_ == placed.id && (focus_shows_ || placed.node->entry != nullptr);  // what is typed into always shows
    look.disabled = !placed.node->disabled.empty();
    look.busy = placed.node->busy;
    look.beat = beat_;
    return look;
}

void Scene::note_damage()
{
    decltype(painted_) now;
    now.reserve(placed_.size());
    any_busy_ = false;
    const auto differs = [this](const Rect& rect) { damage_.push_back(rect.inset(-ring_px)); };
    for (const auto& placed : placed_) {
        any_busy_ = any_busy_ || placed.node->busy;
        const bool scroller = placed.node->flow == Flow::scroll;
        if (!placed.node->drawing && !scroller) continue;
        const auto shown = placed.shown();
        if (shown.empty()) continue;
        auto print = placed.node->drawing ? std::hash<std::string>{}(placed.node->drawing->content()) : 0;
        print = print * 31 + look_bits(look_of(placed));
        print = print * 31 + static_cast<std::size_t>(placed.rect.y) * 4'099 + static_cast<std::size_t>(placed.rect.x);
        print = print * 31 + static_cast<std::size_t>(placed.rect.width) * 4'099 + static_cast<std::size_t>(placed.rect.height);
        if (scroller) print = print * 31 + static_cast<std::size_t>(scrolls_.at(placed.id).offset);
        const auto before = painted_.find(placed.id);
        if (before == painted_.end()) {
            differs(shown);
        } else if (before->second.first != print || before->second.second != shown) {
            differs(before->second.second);
            differs(shown);
        }
        now.emplace(placed.id, std::pair{print, shown});
    }
    for (const auto& [id, was] : painted_) {
        if (!now.contains(id)) differs(was.second);
    }
    painted_ = std::move(now);
}

std::vector<Rect> Scene::take_damage()
{
    // Many small ones near each other cost more than their hull.
    const Rect window{0, 0, size_.width, size_.height};
    std::vector<Rect> merged;
    for (auto rect : damage_) {
        rect = rect.common(window);
        if (rect.empty()) continue;
        for (bool again = true; again;) {
            again = false;
            for (auto other = merged.begin(); other != merged.end(); ++other) {
                if (!other->meets(rect)) continue;
                rect = rect.joined(*other);
                merged.erase(other);
                again = true;
                break;
            }
        }
        merged.push_back(rect);
    }
    damage_.clear();
    return merged;
}

void Scene::paint(Canvas& canvas, const std::vector<Rect>& rects) const
{
    const auto wanted = [&](const Rect& shown) {
        return std::any_of(rects.begin(), rects.end(), [&](const Rect& rect) { return rect.meets(shown.inset(-ring_px)); });
    };
    const Rect window{0, 0, size_.width, size_.height};
    for (const auto& rect : rects) canvas.fill(rect, Token::canvas);
    for (const auto& placed : placed_) {
        const auto shown = placed.shown();
        if (shown.empty() || !wanted(shown)) continue;
        const bool clipped = placed.clip != window;
        canvas.note_layer(placed.layer);
        if (placed.node->drawing) {
            if (clipped) canvas.push_clip(placed.clip.inset(-2, 0));
            placed.node->drawing->render(canvas, placed.rect, look_of(placed));
            if (clipped) canvas.pop_clip();
        }
        if (const auto scrolled = scrolls_.find(placed.id); scrolled != scrolls_.end() && scrolled->second.most() > 0) {
            const auto& state = scrolled->second;
            const int track = placed.rect.height - 8;
            const int length = std::max(32, track * state.room / std::max(state.content, 1));
            const int y = placed.rect.y + 4 + static_cast<int>((track - length) * state.offset / state.most());
            canvas.fill({placed.rect.right() + 2, y, 4, length}, Token::line_strong, 2);  // beside what it scrolls, never on it
        }
    }
}

const Scene::Placed* Scene::find(Id id) const
{
    const auto found = places_.find(id);
    return found == places_.end() ? nullptr : &placed_[found->second];
}

const Scene::Placed* Scene::named(std::string_view name, ControlRole role) const
{
    for (const auto& placed : placed_) {
        if (!in_reach(placed) || placed.node->access.name != name) continue;
        if (role == ControlRole::none || placed.node->access.role == role) return &placed;
    }
    return nullptr;
}

const Scene::Placed* Scene::hit(Point at) const
{
    const Placed* near = nullptr;
    for (auto placed = placed_.rbegin(); placed != placed_.rend(); ++placed) {
        if (!in_reach(*placed)) continue;
        if (!interactive(*placed->node) || !placed->clip.contains(at)) continue;
        if (placed->rect.contains(at)) {
            const auto& shape = placed->node->shape;
            if (!shape || shape({at.x - placed->rect.x, at.y - placed->rect.y}, {placed->rect.width, placed->rect.height})) return &*placed;
            continue;
        }
        if (near == nullptr && placed->node->reach > 0 && placed->rect.inset(-placed->node->reach).contains(at)) near = &*placed;
    }
    return near;
}

Scene::Id Scene::scroll_at(Point at) const
{
    for (auto placed = placed_.rbegin(); placed != placed_.rend(); ++placed) {
        if (in_reach(*placed) && placed->node->flow == Flow::scroll && placed->shown().contains(at)) return placed->id;
    }
    return 0;
}

void Scene::press(Point at, Time now)
{
    now_ = now;
    if (touch_) return;  // a second finger waits until the first is up
    const bool meant_for_page_before = now - page_came_ < second_tap_within && std::abs(at.x - last_tap_.x) < second_tap_px &&
                                       std::abs(at.y - last_tap_.y) < second_tap_px;
    if (meant_for_page_before) return;
    focus_shows_ = false;
    Touch touch;
    touch.start = touch.last = at;
    touch.began = touch.last_move = now;
    touch.next_repeat = now + repeat_after;
    touch.scroll = scroll_at(at);
    if (touch.scroll != 0) scrolls_[touch.scroll].speed = 0;
    if (const auto* placed = hit(at)) {
        touch.control = placed->id;
        touch.inside = true;
        if (placed->node->on_drag && placed->node->disabled.empty()) {
            touch.stroking = true;
            touch_ = touch;
            placed->node->on_drag({at.x - placed->rect.x, at.y - placed->rect.y}, {placed->rect.width, placed->rect.height}, true);
            return;
        }
    } else if (top_layer_ > 0) {
        const auto* panel = find(mixed(mixed(static_cast<Id>(top_layer_) + 1, page_.key + "/sheet" + page_.sheets.back().name), "panel"));
        touch.beside = panel != nullptr && !panel->rect.contains(at) && !keyboard_.contains(at);
    }
    touch_ = touch;
    note_damage();
}

void Scene::move(Point at, Time now)
{
    now_ = now;
    if (!touch_) return;
    auto& touch = *touch_;
    const auto* placed = find(touch.control);
    if (touch.stroking) {
        touch.last = at;
        if (placed != nullptr) {
            placed->node->on_drag({at.x - placed->rect.x, at.y - placed->rect.y}, {placed->rect.width, placed->rect.height}, false);
        }
        return;
    }
    if (!touch.scrolling && touch.scroll != 0 && std::abs(at.y - touch.start.y) > slop_px && scrolls_[touch.scroll].most() > 0) {
        touch.scrolling = true;
        touch.control = 0;
        touch.last = at;
        touch.last_move = now;
        note_damage();
        return;
    }
    if (touch.scrolling) {
        const int moved = at.y - touch.last.y;
        const auto span = std::max<std::int64_t>((now - touch.last_move).count(), 1);
        touch.speed = 0.6 * touch.speed + 0.4 * (-static_cast<double>(moved) / static_cast<double>(span));
        touch.last = at;
        touch.last_move = now;
        scroll_by(touch.scroll, -moved);
        return;
    }
    if (placed != nullptr) {
        const bool inside = placed->rect.inset(-std::max(slop_px, placed->node->reach)).contains(at);
        if (inside != touch.inside) {
            touch.inside = inside;
            note_damage();
        }
    }
    touch.last = at;
}

void Scene::release(Point at, Time now)
{
    now_ = now;
    if (!touch_) return;
    const auto touch = *touch_;
    touch_.reset();
    if (touch.scrolling) {
        if (now - touch.last_move < Time{80}) scrolls_[touch.scroll].speed = touch.speed;
        return;
    }
    note_damage();
    if (touch.stroking || touch.held) return;
    if (touch.beside) {
        if (!page_.sheets.empty() && page_.sheets.back().on_cancel) page_.sheets.back().on_cancel();
        return;
    }
    const auto* placed = find(touch.control);
    if (placed == nullptr && focus_ != 0 && !keyboard_.contains(at)) focus_on(0, false);  // a tap on the ground ends the typing
    if (placed == nullptr || !touch.inside) return;
    if (!placed->rect.inset(-std::max(slop_px, placed->node->reach)).contains(at)) return;
    last_tap_ = at;
    if (can_focus(*placed)) focus_on(placed->id, false);
    fire(*find(touch.control), at);
}

void Scene::cancel_touch()
{
    touch_.reset();
    note_damage();
}

void Scene::fire(const Placed& placed, Point at)
{
    const Node& node = *placed.node;
    if (node.busy) return;
    if (!node.disabled.empty()) {
        if (on_reason) on_reason(node.disabled);
        return;
    }
    // The act may put another page here: it is copied, for the node goes with the page.
    if (node.on_tap_at) {
        const auto act = node.on_tap_at;
        act({at.x - placed.rect.x, at.y - placed.rect.y}, {placed.rect.width, placed.rect.height});
    } else if (node.on_tap) {
        const auto act = node.on_tap;
        act();
    }
}

void Scene::activate(Id id)
{
    const auto* placed = find(id);
    if (placed != nullptr && in_reach(*placed)) fire(*placed, placed->rect.center());
}

void Scene::scroll_by(Id scroll, double pixels)
{
    auto& state = scrolls_[scroll];
    const auto before = static_cast<int>(state.offset);
    state.offset = std::clamp(state.offset + pixels, 0.0, state.most());
    if (static_cast<int>(state.offset) == before) return;
    arrange();
    const auto* placed = find(scroll);
    if (placed == nullptr || !placed->node->on_scrolled) return;
    const auto tell = placed->node->on_scrolled;
    tell(static_cast<int>(scrolls_[scroll].offset), scrolls_[scroll].room);
}

void Scene::wheel(Point at, int pixels)
{
    if (const auto scroll = scroll_at(at); scroll != 0) scroll_by(scroll, pixels);
}

void Scene::tick(Time now)
{
    const auto span = std::clamp<std::int64_t>((now - now_).count(), 0, 100);
    if (any_busy_) {
        const int beat = static_cast<int>(now / busy_beat % 3);
        if (beat != beat_) {
            beat_ = beat;
            now_ = now;
            note_damage();
        }
    }
    now_ = now;
    if (touch_ && touch_->control != 0 && touch_->inside && !touch_->scrolling && !touch_->stroking) {
        const auto* placed = find(touch_->control);
        const bool open = placed != nullptr && placed->node->disabled.empty() && !placed->node->busy;
        if (open && placed->node->repeats && now >= touch_->next_repeat) {
            touch_->next_repeat = now + repeat_every;
            touch_->held = true;
            fire(*placed, touch_->last);
        } else if (open && placed->node->on_hold && !touch_->held && now - touch_->began >= hold_after) {
            touch_->held = true;
            touch_->inside = false;
            const auto act = placed->node->on_hold;
            act();
        }
    }
    for (auto& [id, state] : scrolls_) {
        if (state.speed == 0 || span == 0) continue;
        const double moved = state.speed * static_cast<double>(span);
        state.speed *= std::pow(slowing, static_cast<double>(span));
        if (std::abs(state.speed) < slowest || state.offset + moved <= 0 || state.offset + moved >= state.most()) state.speed = 0;
        scroll_by(id, moved);
        break;  // one finger throws one list
    }
}

bool Scene::moves() const
{
    if (any_busy_ || touch_) return true;
    return std::any_of(scrolls_.begin(), scrolls_.end(), [](const auto& one) { return one.second.speed != 0; });
}

void Scene::focus_on(Id id, bool by_keyboard)
{
    focus_ = id;
    focus_shows_ = by_keyboard;
    if (const auto* placed = find(id); placed != nullptr && (by_keyboard || placed->node->entry)) show_whole(*placed);
    note_damage();
    tell_entry();
}

void Scene::show_whole(const Placed& placed)
{
    const auto inside = scroll_of_.find(placed.id);
    if (inside == scroll_of_.end()) return;
    const auto* list = find(inside->second);
    if (list == nullptr) return;
    const auto scroll = inside->second;
    const int above = list->rect.y + ring_px - placed.rect.y, below = placed.rect.bottom() + ring_px - list->rect.bottom();
    if (above > 0) scroll_by(scroll, -above);
    else if (below > 0) scroll_by(scroll, below);
}

void Scene::walk_focus(int step)
{
    std::vector<const Placed*> stops;
    const Placed* current = find(focus_);
    const auto current_group = current != nullptr ? current->node->group : std::string{};
    for (const auto& placed : placed_) {
        if (!in_reach(placed) || !can_focus(placed)) continue;
        // A group is one stop: its chosen one, else its first.
        const auto& group = placed.node->group;
        if (!group.empty() && placed.id != focus_) {
            if (group == current_group) continue;
            const auto same = std::find_if(stops.begin(), stops.end(), [&](const Placed* stop) { return stop->node->group == group; });
            if (same != stops.end()) {
                if (placed.node->access.selected && !(*same)->node->access.selected) *same = &placed;
                continue;
            }
        }
        stops.push_back(&placed);
    }
    if (stops.empty()) return;
    const auto at = std::find_if(stops.begin(), stops.end(), [&](const Placed* stop) { return stop->id == focus_; });
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    std::ptrdiff_t next = step > 0 ? 0 : count - 1;
    if (at != stops.end()) next = (at - stops.begin() + step + count) % count;
    focus_on(stops[static_cast<std::size_t>(next)]->id, true);
}

void Scene::walk_group(const Placed& from, int step)
{
    std::vector<Id> members;
    for (const auto& placed : placed_) {
        if (in_reach(placed) && can_focus(placed) && placed.node->group == from.node->group) members.push_back(placed.id);
    }
    const auto at = std::find(members.begin(), members.end(), from.id);
    const auto count = static_cast<std::ptrdiff_t>(members.size());
    focus_on(members[static_cast<std::size_t>((at - members.begin() + step + count) % count)], true);
}

void Scene::key(const KeyPress& press, Time now)
{
    now_ = now;
    const auto* focused = find(focus_);
    if (focused != nullptr && !in_reach(*focused)) focused = nullptr;
    if (focused != nullptr && focused->node->on_key) {
        const auto act = focused->node->on_key;
        focus_shows_ = true;
        if (act(press)) return note_damage();
    }
    switch (press.key) {
        case Key::tab: return walk_focus(1);
        case Key::back_tab: return walk_focus(-1);
        case Key::enter:
        case Key::space:
            if (focused != nullptr && focus_shows_) return fire(*focused, focused->rect.center());
            break;
        case Key::left:
        case Key::up:
        case Key::right:
        case Key::down:
            if (focused != nullptr && !focused->node->group.empty()) {
                return walk_group(*focused, press.key == Key::left || press.key == Key::up ? -1 : 1);
            }
            break;
        case Key::page_up:
        case Key::page_down:
            for (const auto& [id, state] : scrolls_) {
                const auto* list = find(id);
                if (list == nullptr || !in_reach(*list) || state.most() <= 0) continue;
                return scroll_by(id, (press.key == Key::page_up ? -0.9 : 0.9) * state.room);
            }
            break;
        case Key::escape:
            if (!page_.sheets.empty()) {
                const auto cancel = page_.sheets.back().on_cancel;
                if (cancel) cancel();
                return;
            }
            if (page_.on_back) {
                const auto back = page_.on_back;
                back();
                return;
            }
            break;
        default: break;
    }
    if (page_.on_key) {
        const auto act = page_.on_key;
        (void)act(press);
    }
}

}  // namespace kushi
