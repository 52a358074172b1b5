#pragma once

#include "app/screens/chair/chair_frame.h"
#include "app/screens/screen.h"

namespace kushi {

/// What the screens of a consultation have in common: the visit is asked for when they come, drafts are kept at every
/// tap, and a section becomes a fact when it is left for another one.
class ChairScreen : public Screen {
public:
    using Screen::Screen;
    void enter() override { load(); }

protected:
    /// Everything was answered: visit_ is as the engine has it.
    virtual void loaded() = 0;
    /// Records what was said here before another section opens; `then` runs only when it is recorded.
    virtual void leave(std::function<void()> then) { then(); }

    void load();
    void keep(const ConsultDraft& draft);
    void keep(const MapDraft& draft);
    /// Records the consultation; what was refused is said in a toast and nothing is lost.
    void record(const ConsultDraft& draft, std::function<void()> then);
    void record(const MapDraft& draft, std::function<void()> then);
    /// Opens a section of this visit in the place of this one.
    void go(Section section);
    void go_to(const std::string& screen) { host_.replace({screen, {{"visit", visit_.id}}}); }
    /// What is shown while nothing is there, or where it may not be seen.
    [[nodiscard]] std::optional<Node> instead() const;
    [[nodiscard]] std::function<void(Section)> going() const;

    ChairVisit visit_;
    std::string problem_;  ///< why nothing could be shown
    bool ready_ = false;
    bool recording_ = false;

private:
    void load_client();
    void load_drafts();
    void load_map_draft();
    void finish_loading();
    void keep_form(const char* form, nlohmann::json content);
};

/// The screen of a section.
std::string screen_of(Section section);

}  // namespace kushi
