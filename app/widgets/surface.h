#pragma once

#include <wx/panel.h>
#include <wx/timer.h>

#include <functional>
#include <memory>

#include "app/widgets/accessible.h"
#include "app/widgets/scene.h"

class wxTextCtrl;

namespace kushi {

/// The one window of the terminal: it paints a scene, hands fingers and keys to it, and lays a native control over the field
/// that is typed into, so that input methods and selection work.
class Surface final : public wxPanel {
public:
    Surface(wxWindow* parent, const Theme& theme);
    ~Surface() override;

    [[nodiscard]] Scene& scene() { return scene_; }
    /// Shows a new page. Cheap when little changed.
    void show(Page page);
    /// After the scene changed by itself.
    void refresh();
    void announce(const std::string& words) { accessible_->announce(words); }
    /// The on-screen keyboard's keys: `erase` characters before the cursor go, the text comes.
    void write(const std::string& text, int erase);
    [[nodiscard]] std::string before_cursor() const;
    void leave_entry();

    /// A key of a real keyboard went into a field.
    std::function<void()> on_hardware_key;
    std::function<void(Size)> on_resized;
    /// After any touch or key was handled.
    std::function<void()> on_input;
    /// After a paint, with the milliseconds since the touch or key that made it (none: it came by itself).
    std::function<void(std::optional<double> since_input_ms)> on_painted;

private:
    void paint();
    void bind_touch();
    void bind_keys();
    bool key_down(const KeyPress& press);
    void place_editor();
    void drop_editor();
    void make_editor(bool several_lines);
    [[nodiscard]] static Scene::Time now();
    void run_timer();

    Scene scene_;
    std::unique_ptr<AccessibleTree> accessible_;
    wxTimer timer_;
    wxTextCtrl* editor_ = nullptr;
    bool editor_is_tall_ = false;
    Scene::Id editor_entry_ = 0;
    bool filling_editor_ = false;
    bool update_posted_ = false;
    std::optional<std::chrono::steady_clock::time_point> input_at_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace kushi
