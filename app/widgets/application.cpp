#include "app/widgets/application.h"

#include <spdlog/spdlog.h>
#include <glib-unix.h>
#include <wx/app.h>
#include <wx/frame.h>
#include <wx/init.h>
#include <wx/log.h>

#include <csignal>
#include <system_error>

namespace kushi {
namespace {

/// wx shows its messages in a modal window of its own, which nobody at a desk could make sense of: they go to the log.
class QuietLog final : public wxLog {
protected:
    void DoLogTextAtLevel(wxLogLevel level, const wxString& message) override
    {
        if (level <= wxLOG_Warning) spdlog::warn("window: {}", message.utf8_string());
    }
};

/// A failed assertion of wx is a modal window too.
void note_assert(const wxString& file, int line, const wxString& function, const wxString& condition,
                 const wxString& message)
{
    spdlog::error("window: {}:{} {}: {} {}", file.utf8_string(), line, function.utf8_string(), condition.utf8_string(),
                  message.utf8_string());
}

/// wx's application: makes one frame.
class Application final : public wxApp {
public:
    Application(std::function<wxFrame*()> make, bool& began) : make_{std::move(make)}, began_{began} {}
    bool OnInit() override
    {
        began_ = true;
        // A session that ends asks first: the windows close as by hand, and what they hold is put away.
        for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
            g_unix_signal_add(signal, [](gpointer) -> gboolean {
                post_to_window([] {
                    if (auto* window = wxTheApp->GetTopWindow()) window->Close(true);
                });
                return G_SOURCE_CONTINUE;
            }, nullptr);
        }
        auto* frame = make_();
        if (frame == nullptr) return false;
        frame->Show();
        return true;
    }
    bool OnExceptionInMainLoop() override
    {
        try {
            throw;
        } catch (const std::exception& problem) {
            spdlog::error("window: {}", problem.what());
        }
        return true;
    }

private:
    std::function<wxFrame*()> make_;
    bool& began_;
};

}  // namespace

int run_application(std::function<wxFrame*()> make)
{
    wxSetAssertHandler(note_assert);
    delete wxLog::SetActiveTarget(
        new QuietLog);  // wx owns it; from the start: a missing display is logged before there is an application
    // One dead key more would be one too many at a till: the classic name of the program, and no arguments of wx.
    char name[] = "kushi";
    char* arguments[] = {name, nullptr};
    int count = 1;
    bool began = false;
    wxApp::SetInstance(new Application{std::move(make), began});  // wx owns it
    const int exit = wxEntry(count, arguments);
    if (!began) throw std::system_error{std::make_error_code(std::errc::no_such_device_or_address), "the display"};
    return exit;
}

void post_to_window(std::function<void()> act)
{
    if (wxTheApp == nullptr) return;
    wxTheApp->CallAfter([act = std::move(act)] {
        try {
            act();
        } catch (const std::exception& problem) {
            spdlog::error("window: an act failed: {}", problem.what());
        }
    });
}

}  // namespace kushi
