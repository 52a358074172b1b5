#include "app/widgets/accessible.h"

#include <gtk/gtk-a11y.h>
#include <gtk/gtk.h>
#include <wx/window.h>

#include <unordered_map>
#include <unordered_set>

// The objects that ATK asks. They hold what was true at the last update, so that a reader never reaches into a scene that is
// being built.
namespace {

struct Spoken {
    AtkRole role = ATK_ROLE_PANEL;
    std::string name, value, description;
    kushi::Rect rect;
    bool enabled = true, shown = true, focusable = false, focused = false, checkable = false, checked = false, busy = false;
    bool selectable = false, presses = false;
    friend bool operator==(const Spoken&, const Spoken&) = default;
};

struct KushiControl {
    AtkObject object;
    kushi::AccessibleTree::Store* store;  // null once the window is gone
    kushi::Scene::Id id;
    AtkObject* parent;
    std::vector<KushiControl*>* children;
    Spoken* spoken;
};
struct KushiControlClass {
    AtkObjectClass parent_class;
};

struct KushiSurface {
    GtkContainerAccessible container;
};
struct KushiSurfaceClass {
    GtkContainerAccessibleClass parent_class;
};

constexpr const char* store_key = "kushi-accessible-store";

GType kushi_control_get_type();
GType kushi_surface_get_type();

}  // namespace

namespace kushi {

struct AccessibleTree::Store {
    wxWindow* window = nullptr;
    Scene* scene = nullptr;
    GtkWidget* widget = nullptr;
    std::unordered_map<Scene::Id, KushiControl*> controls;
    std::vector<KushiControl*> roots;

    [[nodiscard]] AtkObject* surface() const { return gtk_widget_get_accessible(widget); }
};

}  // namespace kushi

namespace {

using kushi::AccessibleTree;
using kushi::Scene;

void component_init(AtkComponentIface* iface);
void action_init(AtkActionIface* iface);
void text_init(AtkTextIface* iface);

G_DEFINE_TYPE_WITH_CODE(KushiControl, kushi_control, ATK_TYPE_OBJECT, G_IMPLEMENT_INTERFACE(ATK_TYPE_COMPONENT, component_init)
                        G_IMPLEMENT_INTERFACE(ATK_TYPE_ACTION, action_init) G_IMPLEMENT_INTERFACE(ATK_TYPE_TEXT, text_init))
G_DEFINE_TYPE(KushiSurface, kushi_surface, GTK_TYPE_CONTAINER_ACCESSIBLE)

KushiControl* control(gpointer object) { return reinterpret_cast<KushiControl*>(object); }

void kushi_control_init(KushiControl* self)
{
    self->children = new std::vector<KushiControl*>;
    self->spoken = new Spoken;
}

void control_finalize(GObject* object)
{
    delete control(object)->children;
    delete control(object)->spoken;
    G_OBJECT_CLASS(kushi_control_parent_class)->finalize(object);
}

const gchar* control_name(AtkObject* object) { return control(object)->spoken->name.c_str(); }
const gchar* control_description(AtkObject* object) { return control(object)->spoken->description.c_str(); }
AtkRole control_role(AtkObject* object) { return control(object)->spoken->role; }
AtkObject* control_parent(AtkObject* object) { return control(object)->parent; }
gint control_child_count(AtkObject* object) { return static_cast<gint>(control(object)->children->size()); }

AtkObject* control_child(AtkObject* object, gint index)
{
    const auto& children = *control(object)->children;
    if (index < 0 || static_cast<std::size_t>(index) >= children.size()) return nullptr;
    return ATK_OBJECT(g_object_ref(children[static_cast<std::size_t>(index)]));
}

gint control_index(AtkObject* object)
{
    const auto* self = control(object);
    if (self->store == nullptr) return -1;
    const auto& siblings = self->parent != nullptr && G_TYPE_CHECK_INSTANCE_TYPE(self->parent, kushi_control_get_type())
                               ? *control(self->parent)->children
                               : self->store->roots;
    for (std::size_t i = 0; i < siblings.size(); ++i) {
        if (siblings[i] == self) return static_cast<gint>(i);
    }
    return -1;
}

AtkStateSet* control_states(AtkObject* object)
{
    auto* states = atk_state_set_new();
    const auto* self = control(object);
    const auto& spoken = *self->spoken;
    if (self->store == nullptr) {
        atk_state_set_add_state(states, ATK_STATE_DEFUNCT);
        return states;
    }
    const auto add = [&](bool is, AtkStateType state) {
        if (is) atk_state_set_add_state(states, state);
    };
    add(true, ATK_STATE_VISIBLE);
    add(spoken.shown, ATK_STATE_SHOWING);
    add(spoken.enabled, ATK_STATE_ENABLED);
    add(spoken.enabled, ATK_STATE_SENSITIVE);
    add(spoken.focusable, ATK_STATE_FOCUSABLE);
    add(spoken.focused, ATK_STATE_FOCUSED);
    add(spoken.checkable && spoken.checked, ATK_STATE_CHECKED);
    add(spoken.selectable, ATK_STATE_SELECTABLE);
    add(spoken.selectable && spoken.checked, ATK_STATE_SELECTED);
    add(spoken.busy, ATK_STATE_BUSY);
    add(spoken.role == ATK_ROLE_ENTRY, ATK_STATE_EDITABLE);
    return states;
}

void kushi_control_class_init(KushiControlClass* type)
{
    G_OBJECT_CLASS(type)->finalize = control_finalize;
    auto* object = ATK_OBJECT_CLASS(type);
    object->get_name = control_name;
    object->get_description = control_description;
    object->get_role = control_role;
    object->get_parent = control_parent;
    object->get_n_children = control_child_count;
    object->ref_child = control_child;
    object->get_index_in_parent = control_index;
    object->ref_state_set = control_states;
}

void control_extents(AtkComponent* component, gint* x, gint* y, gint* width, gint* height, AtkCoordType type)
{
    const auto* self = control(component);
    const auto& rect = self->spoken->rect;
    int left = 0, top = 0;
    if (self->store != nullptr && type != ATK_XY_PARENT) {
        if (auto* window = gtk_widget_get_window(self->store->widget)) gdk_window_get_origin(window, &left, &top);
        if (type == ATK_XY_WINDOW) {
            int frame_x = 0, frame_y = 0;
            gdk_window_get_origin(gdk_window_get_toplevel(gtk_widget_get_window(self->store->widget)), &frame_x, &frame_y);
            left -= frame_x;
            top -= frame_y;
        }
    }
    *x = left + rect.x;
    *y = top + rect.y;
    *width = rect.width;
    *height = rect.height;
}

void component_init(AtkComponentIface* iface) { iface->get_extents = control_extents; }

gboolean control_press(AtkAction* action, gint index)
{
    const auto* self = control(action);
    if (index != 0 || self->store == nullptr || !self->spoken->presses) return FALSE;
    // A reader waits for the answer, and what is pressed may put another screen here: it is done afterwards.
    struct Press {
        AccessibleTree::Store* store;
        Scene::Id id;
        KushiControl* held;
    };
    auto* press = new Press{self->store, self->id, control(g_object_ref(action))};
    g_idle_add(
        [](gpointer data) -> gboolean {
            auto* asked = static_cast<Press*>(data);
            if (asked->held->store != nullptr) asked->store->scene->activate(asked->id);
            g_object_unref(asked->held);
            delete asked;
            return G_SOURCE_REMOVE;
        },
        press);
    return TRUE;
}

gint control_actions(AtkAction* action) { return control(action)->spoken->presses ? 1 : 0; }
const gchar* action_name(AtkAction* /*action*/, gint index) { return index == 0 ? "press" : nullptr; }

void action_init(AtkActionIface* iface)
{
    iface->do_action = control_press;
    iface->get_n_actions = control_actions;
    iface->get_name = action_name;
}

/// What an entry, a spin button or a progress holds; of any other control, its name.
const std::string& text_of(gpointer object)
{
    const auto& spoken = *control(object)->spoken;
    return spoken.value.empty() && spoken.role != ATK_ROLE_ENTRY ? spoken.name : spoken.value;
}

gchar* control_text(AtkText* text, gint start, gint end)
{
    const auto& words = text_of(text);
    const auto count = g_utf8_strlen(words.c_str(), -1);
    const glong last = end < 0 || end > count ? count : end;
    if (start < 0 || start >= last) return g_strdup("");
    return g_utf8_substring(words.c_str(), start, last);
}

gint control_characters(AtkText* text) { return static_cast<gint>(g_utf8_strlen(text_of(text).c_str(), -1)); }
gint control_caret(AtkText* text) { return control_characters(text); }

void text_init(AtkTextIface* iface)
{
    iface->get_text = control_text;
    iface->get_character_count = control_characters;
    iface->get_caret_offset = control_caret;
}

AccessibleTree::Store* store_of(AtkObject* object)
{
    auto* widget = gtk_accessible_get_widget(GTK_ACCESSIBLE(object));
    return widget == nullptr ? nullptr : static_cast<AccessibleTree::Store*>(g_object_get_data(G_OBJECT(widget), store_key));
}

gint surface_child_count(AtkObject* object)
{
    const auto* store = store_of(object);
    const int own = store == nullptr ? 0 : static_cast<gint>(store->roots.size());
    return own + ATK_OBJECT_CLASS(kushi_surface_parent_class)->get_n_children(object);
}

AtkObject* surface_child(AtkObject* object, gint index)
{
    const auto* store = store_of(object);
    const int own = store == nullptr ? 0 : static_cast<gint>(store->roots.size());
    if (index >= 0 && index < own) return ATK_OBJECT(g_object_ref(store->roots[static_cast<std::size_t>(index)]));
    return ATK_OBJECT_CLASS(kushi_surface_parent_class)->ref_child(object, index - own);
}

void kushi_surface_init(KushiSurface* /*self*/) {}

void kushi_surface_class_init(KushiSurfaceClass* type)
{
    ATK_OBJECT_CLASS(type)->get_n_children = surface_child_count;
    ATK_OBJECT_CLASS(type)->ref_child = surface_child;
}

AtkRole role_of(kushi::ControlRole role)
{
    using kushi::ControlRole;
    switch (role) {
        case ControlRole::none: return ATK_ROLE_PANEL;
        case ControlRole::button: return ATK_ROLE_PUSH_BUTTON;
        case ControlRole::check_box: return ATK_ROLE_CHECK_BOX;
        case ControlRole::radio: return ATK_ROLE_RADIO_BUTTON;
        case ControlRole::toggle: return ATK_ROLE_TOGGLE_BUTTON;
        case ControlRole::text: return ATK_ROLE_LABEL;
        case ControlRole::heading: return ATK_ROLE_HEADING;
        case ControlRole::list: return ATK_ROLE_LIST;
        case ControlRole::row: return ATK_ROLE_LIST_ITEM;
        case ControlRole::spin: return ATK_ROLE_SPIN_BUTTON;
        case ControlRole::entry: return ATK_ROLE_ENTRY;
        case ControlRole::tab: return ATK_ROLE_PAGE_TAB;
        case ControlRole::panel: return ATK_ROLE_PANEL;
        case ControlRole::dialog: return ATK_ROLE_DIALOG;
        case ControlRole::status: return ATK_ROLE_STATUSBAR;
        case ControlRole::progress: return ATK_ROLE_PROGRESS_BAR;
        case ControlRole::picture: return ATK_ROLE_IMAGE;
        case ControlRole::alert: return ATK_ROLE_ALERT;
    }
    return ATK_ROLE_PANEL;
}

Spoken spoken_of(const Scene& scene, const Scene::Placed& placed)
{
    using kushi::ControlRole;
    const auto& node = *placed.node;
    const auto look = scene.look_of(placed);
    Spoken spoken;
    spoken.role = role_of(node.access.role);
    spoken.name = node.access.name;
    spoken.value = node.access.value;
    spoken.description = node.disabled.empty() ? node.access.description : node.disabled;
    spoken.rect = placed.shown();
    spoken.enabled = node.disabled.empty();
    spoken.shown = scene.in_reach(placed) && !spoken.rect.empty();
    spoken.focusable = node.focusable || node.entry;
    spoken.focused = scene.focus() == placed.id;
    spoken.checkable = node.access.role == ControlRole::check_box || node.access.role == ControlRole::radio || node.access.role == ControlRole::toggle;
    spoken.selectable = node.access.role == ControlRole::radio || node.access.role == ControlRole::row || node.access.role == ControlRole::tab;
    spoken.checked = node.access.selected;
    spoken.busy = look.busy;
    spoken.presses = node.on_tap || node.on_tap_at;
    return spoken;
}

/// Says what a reader may have kept and what is no longer so.
void tell_changes(KushiControl* self, const Spoken& now)
{
    auto* object = ATK_OBJECT(self);
    const auto before = *self->spoken;
    *self->spoken = now;
    if (before.name != now.name) g_object_notify(G_OBJECT(self), "accessible-name");
    if (before.description != now.description) g_object_notify(G_OBJECT(self), "accessible-description");
    const auto tell = [&](bool was, bool is, AtkStateType state) {
        if (was != is) atk_object_notify_state_change(object, state, is);
    };
    tell(before.shown, now.shown, ATK_STATE_SHOWING);
    tell(before.enabled, now.enabled, ATK_STATE_ENABLED);
    tell(before.enabled, now.enabled, ATK_STATE_SENSITIVE);
    tell(before.focused, now.focused, ATK_STATE_FOCUSED);
    tell(before.checkable && before.checked, now.checkable && now.checked, ATK_STATE_CHECKED);
    tell(before.selectable && before.checked, now.selectable && now.checked, ATK_STATE_SELECTED);
    tell(before.busy, now.busy, ATK_STATE_BUSY);
}

/// The children that a parent has now, told one by one: first what left, from its end, then what came.
void tell_children(AtkObject* parent, std::vector<KushiControl*>& children, std::vector<KushiControl*> now)
{
    if (children == now) return;
    const std::unordered_set<KushiControl*> stays(now.begin(), now.end());
    auto before = children;
    std::vector<KushiControl*> kept;
    for (std::size_t i = before.size(); i-- > 0;) {
        if (stays.contains(before[i])) continue;
        auto* gone = before[i];
        before.erase(before.begin() + static_cast<std::ptrdiff_t>(i));
        children = before;
        g_signal_emit_by_name(parent, "children-changed::remove", static_cast<guint>(i), gone, nullptr);
    }
    const std::unordered_set<KushiControl*> had(before.begin(), before.end());
    children = std::move(now);
    for (std::size_t i = 0; i < children.size(); ++i) {
        if (!had.contains(children[i])) g_signal_emit_by_name(parent, "children-changed::add", static_cast<guint>(i), children[i], nullptr);
    }
}

}  // namespace

namespace kushi {

AccessibleTree::AccessibleTree(wxWindow& window, Scene& scene) : store_{new Store}
{
    store_->window = &window;
    store_->scene = &scene;
    store_->widget = GTK_WIDGET(window.GetHandle());
    g_object_set_data(G_OBJECT(store_->widget), store_key, store_);
    static bool class_is_set = false;
    if (!class_is_set) gtk_widget_class_set_accessible_type(GTK_WIDGET_GET_CLASS(store_->widget), kushi_surface_get_type());
    class_is_set = true;
}

AccessibleTree::~AccessibleTree()
{
    if (GTK_IS_WIDGET(store_->widget)) g_object_set_data(G_OBJECT(store_->widget), store_key, nullptr);
    for (const auto& [id, one] : store_->controls) {
        one->store = nullptr;
        one->parent = nullptr;
        one->children->clear();
        g_object_unref(one);
    }
    delete store_;
}

void AccessibleTree::update()
{
    auto* surface = store_->surface();
    const auto& placed = store_->scene->placed();
    std::vector<KushiControl*> roots;
    std::unordered_map<KushiControl*, std::vector<KushiControl*>> children;
    std::vector<KushiControl*> by_place(placed.size(), nullptr);
    std::unordered_map<Scene::Id, KushiControl*> controls;
    std::vector<std::pair<KushiControl*, Spoken>> spoken;
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (placed[i].node->access.role == ControlRole::none) continue;
        const auto found = store_->controls.find(placed[i].id);
        auto* one = found != store_->controls.end() ? found->second
                                                    : reinterpret_cast<KushiControl*>(g_object_new(kushi_control_get_type(), nullptr));
        if (!controls.emplace(placed[i].id, one).second) continue;  // twice the same key: the first one stands
        auto now = spoken_of(*store_->scene, placed[i]);
        if (found == store_->controls.end()) {
            one->store = store_;
            one->id = placed[i].id;
            *one->spoken = std::move(now);
        } else {
            spoken.emplace_back(one, std::move(now));
        }
        by_place[i] = one;
        auto* parent = placed[i].parent < 0 ? nullptr : by_place[static_cast<std::size_t>(placed[i].parent)];
        one->parent = parent == nullptr ? surface : ATK_OBJECT(parent);
        if (parent == nullptr) roots.push_back(one);
        else children[parent].push_back(one);
    }
    for (const auto& [id, one] : controls) tell_children(ATK_OBJECT(one), *one->children, std::move(children[one]));
    tell_children(surface, store_->roots, std::move(roots));
    for (const auto& [one, now] : spoken) {
        if (now != *one->spoken) tell_changes(one, now);
    }
    for (const auto& [id, one] : store_->controls) {
        if (controls.contains(id)) continue;
        one->store = nullptr;
        one->parent = nullptr;
        one->children->clear();
        atk_object_notify_state_change(ATK_OBJECT(one), ATK_STATE_DEFUNCT, TRUE);
        g_object_unref(one);
    }
    store_->controls = std::move(controls);
}

void AccessibleTree::announce(const std::string& words) { g_signal_emit_by_name(store_->surface(), "announcement", words.c_str()); }

}  // namespace kushi
