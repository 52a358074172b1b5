#include "app/widgets/surface.h"

#include <gtk/gtk.h>
#include <wx/dcclient.h>
#include <wx/graphics.h>
#include <wx/textctrl.h>

#include "app/widgets/field.h"

namespace kushi {
namespace {

constexpr int frame_ms = 15;
constexpr double points_per_pixel = 0.75;  // at 96 dpi

wxColour to_wx(Color color) { return {color.red, color.green, color.blue, color.alpha}; }

std::optional<KeyPress> press_of(const wxKeyEvent& event)
{
    switch (event.GetKeyCode()) {
        case WXK_RETURN:
        case WXK_NUMPAD_ENTER: return KeyPress{Key::enter, 0};
        case WXK_SPACE: return KeyPress{Key::space, U' '};
        case WXK_ESCAPE: return KeyPress{Key::escape, 0};
        case WXK_LEFT: return KeyPress{Key::left, 0};
        case WXK_RIGHT: return KeyPress{Key::right, 0};
        case WXK_UP: return KeyPress{Key::up, 0};
        case WXK_DOWN: return KeyPress{Key::down, 0};
        case WXK_BACK:
        case WXK_DELETE: return KeyPress{Key::backspace, 0};
        case WXK_TAB: return KeyPress{event.ShiftDown() ? Key::back_tab : Key::tab, 0};
        case WXK_PAGEUP: return KeyPress{Key::page_up, 0};
        case WXK_PAGEDOWN: return KeyPress{Key::page_down, 0};
        case WXK_HOME: return KeyPress{Key::home, 0};
        case WXK_END: return KeyPress{Key::end, 0};
        default: break;
    }
    if (event.GetKeyCode() >= WXK_NUMPAD0 && event.GetKeyCode() <= WXK_NUMPAD9) {
        return KeyPress{Key::other, U'0' + static_cast<char32_t>(event.GetKeyCode() - WXK_NUMPAD0)};
    }
    const auto character = static_cast<char32_t>(event.GetUnicodeKey());
    if (character <= U' ' || event.ControlDown() || event.AltDown()) return std::nullopt;
    return KeyPress{Key::other, character};
}

/// The field's own frame is drawn around it: the toolkit's, and its ring of focus, would stand inside.
void strip_frame(GtkWidget* widget)
{
    GtkCssProvider* style = gtk_css_provider_new();
    gtk_css_provider_load_from_data(style, "entry, textview, textview text { border: none; box-shadow: none; outline: none; padding: 0; min-height: 0; }", -1, nullptr);
    gtk_style_context_add_provider(gtk_widget_get_style_context(widget), GTK_STYLE_PROVIDER(style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
    g_object_unref(style);
}

bool is_shown(const Scene& scene, const Scene::Placed& placed)
{
    return scene.in_reach(placed) && placed.shown() == placed.rect;
}

}  // namespace

Surface::Surface(wxWindow* parent, const Theme& theme) : scene_{theme}, timer_{this}
{
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Create(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxNO_FULL_REPAINT_ON_RESIZE);
    accessible_ = std::make_unique<AccessibleTree>(*this, scene_);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        const Size size{event.GetSize().GetWidth(), event.GetSize().GetHeight()};
        event.Skip();
        if (size.width <= 0 || size == scene_.size()) return;
        scene_.resize(size);
        if (on_resized) on_resized(size);
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        scene_.tick(now());
        refresh();
    });
    bind_touch();
    bind_keys();
}

Surface::~Surface() { *alive_ = false; }

Scene::Time Surface::now() { return std::chrono::duration_cast<Scene::Time>(std::chrono::steady_clock::now().time_since_epoch()); }

void Surface::show(Page page)
{
    scene_.show(std::move(page));
    refresh();
}

void Surface::refresh()
{
    for (const auto& rect : scene_.take_damage()) RefreshRect({rect.x, rect.y, rect.width, rect.height}, false);
    place_editor();
    run_timer();
    if (update_posted_) return;
    // Readers hear of it when the paint is done.
    update_posted_ = true;
    CallAfter([this, alive = alive_] {
        if (!*alive) return;
        update_posted_ = false;
        accessible_->update();
    });
}

void Surface::run_timer()
{
    if (scene_.moves() && !timer_.IsRunning()) timer_.Start(frame_ms);
    else if (!scene_.moves() && timer_.IsRunning()) timer_.Stop();
}

void Surface::paint()
{
    wxPaintDC dc{this};
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(dc)};
    if (!context) return;
    std::vector<Rect> rects;
    for (wxRegionIterator part{GetUpdateRegion()}; part; ++part) rects.push_back({part.GetX(), part.GetY(), part.GetW(), part.GetH()});
    Canvas canvas{static_cast<cairo_t*>(context->GetNativeContext()), scene_.theme()};
    scene_.paint(canvas, rects);
    std::optional<double> since;
    if (input_at_) {
        since = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - *input_at_).count();
        input_at_.reset();
    }
    if (on_painted) on_painted(since);
}

void Surface::bind_touch()
{
    const auto down = [this](wxMouseEvent& event) {
        input_at_ = std::chrono::steady_clock::now();
        if (!HasCapture()) CaptureMouse();
        if (editor_ == nullptr || !editor_->HasFocus()) SetFocus();
        scene_.press({event.GetX(), event.GetY()}, now());
        refresh();
        if (on_input) on_input();
    };
    Bind(wxEVT_LEFT_DOWN, down);
    Bind(wxEVT_LEFT_DCLICK, down);  // the second of two quick taps
    Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
        if (!event.LeftIsDown()) return;
        scene_.move({event.GetX(), event.GetY()}, now());
        refresh();
    });
    Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        input_at_ = std::chrono::steady_clock::now();
        if (HasCapture()) ReleaseMouse();
        const auto alive = alive_;
        scene_.release({event.GetX(), event.GetY()}, now());
        if (!*alive) return;
        refresh();
        if (on_input) on_input();
    });
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) {
        scene_.cancel_touch();
        refresh();
    });
    Bind(wxEVT_MOUSEWHEEL, [this](wxMouseEvent& event) {
        scene_.wheel({event.GetX(), event.GetY()}, -event.GetWheelRotation() * 2 / 3);
        refresh();
    });
}

void Surface::bind_keys()
{
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        const auto press = press_of(event);
        const bool in_editor = editor_ != nullptr && editor_->IsShown() && editor_->HasFocus();
        const bool walks = press && (press->key == Key::tab || press->key == Key::back_tab || press->key == Key::escape);
        if (in_editor && !walks && on_hardware_key) on_hardware_key();
        if (!press || (in_editor && !walks)) return event.Skip();
        if (in_editor && press->key == Key::escape) return leave_entry();
        input_at_ = std::chrono::steady_clock::now();
        const auto alive = alive_;
        scene_.key(*press, now());
        if (!*alive) return;
        refresh();
        if (on_input) on_input();
    });
}

void Surface::make_editor(bool several_lines)
{
    if (editor_ != nullptr && editor_is_tall_ == several_lines) return;
    if (editor_ != nullptr) editor_->Destroy();
    editor_is_tall_ = several_lines;
    const long style = wxBORDER_NONE | wxTE_PROCESS_ENTER | (several_lines ? wxTE_MULTILINE : 0);
    editor_ = new wxTextCtrl{this, wxID_ANY, wxEmptyString, wxDefaultPosition, wxDefaultSize, several_lines ? style & ~wxTE_PROCESS_ENTER : style};
    strip_frame(GTK_WIDGET(editor_->GetHandle()));
    editor_->SetFont(wxFont{wxFontInfo{17 * points_per_pixel}.FaceName("Inter,Noto Sans CJK JP").Weight(500)});
    editor_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        if (filling_editor_) return;
        const auto* placed = scene_.find(editor_entry_);
        if (placed == nullptr || !placed->node->entry || !placed->node->entry->on_change) return;
        const auto act = placed->node->entry->on_change;
        input_at_ = std::chrono::steady_clock::now();
        act(editor_->GetValue().utf8_string());
        if (on_input) on_input();
    });
    editor_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) {
        const auto* placed = scene_.find(editor_entry_);
        if (placed == nullptr || !placed->node->entry || !placed->node->entry->on_enter) return;
        const auto act = placed->node->entry->on_enter;
        act();
        if (on_input) on_input();
    });
    editor_->Hide();
}

void Surface::place_editor()
{
    const auto* placed = scene_.find(scene_.focus());
    if (placed == nullptr || !placed->node->entry || !placed->node->disabled.empty() || !is_shown(scene_, *placed)) return drop_editor();
    const auto& entry = *placed->node->entry;
    make_editor(entry.several_lines);
    const auto box = entry_box(placed->rect, entry.has_icon);
    const wxRect rect{box.x, box.y, box.width, box.height};
    if (editor_->GetRect() != rect) editor_->SetSize(rect);
    const bool other = editor_entry_ != placed->id;
    editor_entry_ = placed->id;
    const auto words = wxString::FromUTF8(entry.text);
    if (editor_->GetValue() != words) {
        filling_editor_ = true;
        editor_->ChangeValue(words);
        editor_->SetInsertionPointEnd();
        filling_editor_ = false;
    }
    if (other || !editor_->IsShown()) {
        const auto& theme = scene_.theme();
        editor_->SetBackgroundColour(to_wx(theme[Token::surface]));
        editor_->SetForegroundColour(to_wx(theme[Token::ink]));
        if (!entry.several_lines) editor_->SetMaxLength(static_cast<unsigned long>(entry.most_characters));
        editor_->SetHint(wxString::FromUTF8(entry.placeholder));
        if (auto* accessible = gtk_widget_get_accessible(GTK_WIDGET(editor_->GetHandle()))) {
            atk_object_set_name(accessible, placed->node->access.name.c_str());
        }
        editor_->Show();
        editor_->SetFocus();
        editor_->SetInsertionPointEnd();
    }
}

void Surface::drop_editor()
{
    editor_entry_ = 0;
    if (editor_ == nullptr || !editor_->IsShown()) return;
    const bool had_focus = editor_->HasFocus();
    editor_->Hide();
    if (had_focus) SetFocus();
}

void Surface::write(const std::string& text, int erase)
{
    if (editor_ == nullptr || editor_entry_ == 0) return;
    const auto end = editor_->GetInsertionPoint();
    const auto start = std::max(0L, end - erase);
    if (end > start) editor_->Remove(start, end);
    if (!text.empty()) editor_->WriteText(wxString::FromUTF8(text));
}

std::string Surface::before_cursor() const
{
    if (editor_ == nullptr || editor_entry_ == 0) return {};
    return editor_->GetRange(0, editor_->GetInsertionPoint()).utf8_string();
}

void Surface::leave_entry()
{
    scene_.focus_on(0, false);
    drop_editor();
    SetFocus();
    refresh();
}

}  // namespace kushi
