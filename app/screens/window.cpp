#include "app/screens/window.h"

#include <spdlog/spdlog.h>
#include <wx/app.h>
#include <wx/frame.h>
#include <wx/init.h>
#include <wx/log.h>

#include <nlohmann/json.hpp>

#include "app/engine/engine_thread.h"
#include "app/engine/open_salon.h"
#include "app/engine/spooler.h"
#include "app/screens/terminal.h"
#include "app/widgets/surface.h"

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
void note_assert(const wxString& file, int line, const wxString& function, const wxString& condition, const wxString& message)
{
    spdlog::error("window: {}:{} {}: {} {}", file.utf8_string(), line, function.utf8_string(), condition.utf8_string(), message.utf8_string());
}

/// Runs an act on the window's thread. An exception out of a posted act would end the program in a way that nobody can read.
void post_to_window(std::function<void()> act)
{
    if (wxTheApp == nullptr) return;
    wxTheApp->CallAfter([act = std::move(act)] {
        try {
            act();
        }
        catch (const std::exception& problem) {
            spdlog::error("window: an act failed: {}", problem.what());
        }
    });
}

Scene::Time steady() { return std::chrono::duration_cast<Scene::Time>(std::chrono::steady_clock::now().time_since_epoch()); }

/// The salon behind the window: opened on the engine's thread, so that the window is there at once.
class Back {
public:
    Back(const TerminalWish& wish, const World& world, std::function<void(std::exception_ptr)> opened) : world_{world}
    {
        engine_.post([this, folder = wish.data, opened = std::move(opened)] {
            try {
                salon_ = std::make_unique<OpenSalon>(folder, world_);
                spooler_ = std::make_unique<Spooler>(engine_, salon_->database(), salon_->vault(), world_);
                salon_->engine().on_paper([this] { spooler_->wake(); });
                spooler_->wake();
                post_to_window([opened] { opened(nullptr); });
            }
            catch (...) {
                post_to_window([opened, problem = std::current_exception()] { opened(problem); });
            }
        });
    }
    ~Back()
    {
        engine_.call([this] {
            if (salon_) salon_->engine().on_paper([] {});
        });
        spooler_.reset();  // what is in the air is UNCERTAIN from then on
        engine_.call([this] { salon_.reset(); });
    }
    Back(const Back&) = delete;
    Back& operator=(const Back&) = delete;

    void perform(nlohmann::json request, std::string as, std::string language, Reply reply)
    {
        engine_.post([this, request = std::move(request), caller = Caller{std::move(as), std::move(language)}, reply = std::move(reply)] {
            nlohmann::json answer;
            if (salon_) answer = salon_->engine().perform(request, caller);
            post_to_window([reply, answer = std::move(answer)] { reply(answer); });
        });
    }
    [[nodiscard]] Instant now() const { return world_.now(); }

private:
    World world_;
    std::unique_ptr<OpenSalon> salon_;
    std::unique_ptr<Spooler> spooler_;
    EngineThread engine_;  // last: nothing runs on it any more when the others go
};

class TerminalFrame final : public wxFrame {
public:
    TerminalFrame(const TerminalWish& wish, const World& world)
        : wxFrame{nullptr, wxID_ANY, "Kushi", wxDefaultPosition, {wish.width, wish.height}},
          surface_{new Surface{this, light_theme()}},
          back_{wish, world, [this](std::exception_ptr problem) { opened(problem); }},
          clock_{this}
    {
        SetClientSize(wish.width, wish.height);
        SetMinClientSize({1024, 768});
        TerminalWorld outside;
        outside.now = [this] { return back_.now(); };
        outside.steady = steady;
        outside.perform = [this](nlohmann::json request, std::string as, std::string language, Reply reply) {
            back_.perform(std::move(request), std::move(as), std::move(language), [this, reply = std::move(reply)](const nlohmann::json& answer) {
                reply(answer);
                show_changes();
            });
        };
        outside.picture = [](const std::string&, int, const std::string&, const auto& reply) { reply(nullptr); };
        outside.announce = [this](const std::string& words) { surface_->announce(words); };
        outside.entry = [this] { return surface_->scene().entry(); };
        outside.write = [this](const std::string& text, int erase) { surface_->write(text, erase); };
        outside.before_cursor = [this] { return surface_->before_cursor(); };
        outside.leave_entry = [this] { surface_->leave_entry(); };
        terminal_ = std::make_unique<Terminal>(std::move(outside), wish.language);
        surface_->scene().on_entry = [this](const std::shared_ptr<Entry>& entry) { terminal_->entry_focused(entry); };
        surface_->on_hardware_key = [this] { terminal_->hardware_key(); };
        surface_->scene().on_reason = [this](const std::string& why) { terminal_->toast(why); };
        surface_->on_resized = [this](Size) { show(); };
        surface_->on_input = [this] {
            terminal_->touched();
            show_changes();
        };
        Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
            terminal_->tick();
            show_changes();
        });
        Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) {
            clock_.Stop();
            Destroy();
        });
    }
    ~TerminalFrame() override { clock_.Stop(); }
    TerminalFrame(const TerminalFrame&) = delete;
    TerminalFrame& operator=(const TerminalFrame&) = delete;

    [[nodiscard]] std::exception_ptr problem() const { return problem_; }
    void on_closed(std::function<void(std::exception_ptr)> act) { closed_ = std::move(act); }

private:
    void opened(std::exception_ptr problem)
    {
        if (problem) {
            if (closed_) closed_(problem);
            Close(true);
            return;
        }
        terminal_->start();
        show();
    }
    void show_changes()
    {
        if (terminal_->is_old()) show();
    }
    void show()
    {
        // A page may bring a field that wants the keyboard, which is another page.
        for (int tries = 0; tries < 3 && (tries == 0 || terminal_->is_old()); ++tries) surface_->show(terminal_->page(surface_->scene().size()));
        const auto after = static_cast<int>(terminal_->tick_after().count());
        if (!clock_.IsRunning() || clock_.GetInterval() != after) clock_.Start(after);
    }

    Surface* surface_;  // wx owns it
    std::unique_ptr<Terminal> terminal_;
    std::exception_ptr problem_;
    std::function<void(std::exception_ptr)> closed_;
    Back back_;
    wxTimer clock_;
};

/// wx's application: makes one frame.
class Application final : public wxApp {
public:
    explicit Application(std::function<wxFrame*()> make) : make_{std::move(make)} {}
    bool OnInit() override
    {
        delete wxLog::SetActiveTarget(new QuietLog);  // wx owns it
        auto* frame = make_();
        if (frame == nullptr) return false;
        frame->Show();
        return true;
    }
    bool OnExceptionInMainLoop() override
    {
        try {
            throw;
        }
        catch (const std::exception& problem) {
            spdlog::error("window: {}", problem.what());
        }
        return true;
    }

private:
    std::function<wxFrame*()> make_;
};

int run_application(std::function<wxFrame*()> make)
{
    wxSetAssertHandler(note_assert);
    // One dead key more would be one too many at a till: the classic name of the program, and no arguments of wx.
    char name[] = "kushi";
    char* arguments[] = {name, nullptr};
    int count = 1;
    wxApp::SetInstance(new Application{std::move(make)});  // wx owns it
    return wxEntry(count, arguments);
}

}  // namespace

int run_terminal(const TerminalWish& wish, const World& world)
{
    std::exception_ptr problem;
    const int exit = run_application([&] {
        auto* frame = new TerminalFrame{wish, world};  // wx owns it
        frame->on_closed([&problem](std::exception_ptr why) { problem = why; });
        return frame;
    });
    if (problem) std::rethrow_exception(problem);
    return exit;
}

}  // namespace kushi
