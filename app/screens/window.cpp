#include "app/screens/window.h"

#include <spdlog/spdlog.h>
#include <wx/frame.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "app/engine/engine_thread.h"
#include "app/engine/open_salon.h"
#include "app/engine/receipt_picture.h"
#include "app/engine/spooler.h"
#include "app/screens/measure.h"
#include "app/screens/terminal.h"
#include "app/widgets/application.h"
#include "app/widgets/gallery.h"
#include "app/widgets/surface.h"
#include "app/widgets/text.h"
#include "app/widgets/words.h"

namespace kushi {
namespace {

Scene::Time steady() { return std::chrono::duration_cast<Scene::Time>(std::chrono::steady_clock::now().time_since_epoch()); }

/// The salon behind the window: opened on the engine's thread, while the window is still being made.
class Back {
public:
    Back(const std::filesystem::path& folder, const World& world) : world_{world}
    {
        engine_.post([this, folder] {
            try {
                salon_ = std::make_unique<OpenSalon>(folder, world_);
                spooler_ = std::make_unique<Spooler>(engine_, salon_->database(), salon_->vault(), world_, SpoolerPace{}, [this] {
                    engine_.post([this] {
                        if (on_paper_news_) post_to_window(on_paper_news_);
                    });
                });
                salon_->engine().on_paper([this] { spooler_->wake(); });
                spooler_->wake();
            }
            catch (...) {
                problem_ = std::current_exception();
            }
        });
    }
    /// Tells on the window's thread that the salon is open, or why it is not; and from then on that a paper ended or stands still.
    void when_open(std::function<void(std::exception_ptr)> opened, std::function<void()> on_paper_news)
    {
        engine_.post([this, opened = std::move(opened), news = std::move(on_paper_news)] {
            on_paper_news_ = news;
            post_to_window([opened, problem = problem_] { opened(problem); });
        });
    }
    /// The window is gone: it hears nothing any more.
    void forget_window()
    {
        engine_.call([this] { on_paper_news_ = nullptr; });
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
    void picture(std::string number, int width, std::string language, std::function<void(std::shared_ptr<const Picture>)> reply)
    {
        engine_.post([this, number = std::move(number), width, language = std::move(language), reply = std::move(reply)] {
            std::shared_ptr<Picture> picture;
            if (const auto pixels = salon_ ? receipt_picture(salon_->engine(), number, width, language) : std::nullopt) {
                picture = std::make_shared<Picture>(Picture{pixels->width, pixels->height, {}});
                picture->pixels.reserve(pixels->grey.size());
                for (const std::uint32_t grey : pixels->grey) picture->pixels.push_back(grey << 16 | grey << 8 | grey);
            }
            post_to_window([reply, picture] { reply(picture); });
        });
    }
    [[nodiscard]] Instant now() const { return world_.now(); }

private:
    World world_;
    std::function<void()> on_paper_news_;  // these are the engine thread's
    std::exception_ptr problem_;
    std::unique_ptr<OpenSalon> salon_;
    std::unique_ptr<Spooler> spooler_;
    EngineThread engine_;  // last: nothing runs on it any more when the others go
};

class TerminalFrame final : public wxFrame {
public:
    TerminalFrame(const TerminalWish& wish, Back& back)
        : wxFrame{nullptr, wxID_ANY, "Kushi", wxDefaultPosition, {wish.width, wish.height}},
          surface_{new Surface{this, light_theme()}},
          back_{back},
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
        outside.picture = [this](const std::string& number, int width, const std::string& language, std::function<void(std::shared_ptr<const Picture>)> reply) {
            back_.picture(number, width, language, [this, reply = std::move(reply)](std::shared_ptr<const Picture> picture) {
                reply(std::move(picture));
                show_changes();
            });
        };
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
        if (!wish.measure.empty()) measure(wish.measure);
        back_.when_open([this](std::exception_ptr problem) { opened(problem); }, [this] { paper_news(); });
        // The fonts are found while the salon opens.
        static_cast<void>(measure_text("Aあ", type::body));
        Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
            terminal_->tick();
            show_changes();
        }, clock_.GetId());
        Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent&) {
            clock_.Stop();
            Destroy();
        });
    }
    ~TerminalFrame() override
    {
        clock_.Stop();
        back_.forget_window();
    }
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
        say_missing_fonts();
        show();
    }
    /// Other fonts are drawn instead, so that the terminal works; words may then not fit their places.
    void say_missing_fonts()
    {
        std::string families;
        for (const auto& family : missing_families()) families += (families.empty() ? "" : ", ") + family;
        if (families.empty()) return;
        spdlog::warn("fonts are missing: {}", families);
        terminal_->toast(said(tr("Fonts are missing: {}. Words may look different"), families));
    }
    void paper_news()
    {
        terminal_->outside_changed();
        show_changes();
    }
    void show_changes()
    {
        if (terminal_->is_old()) show();
    }
    void measure(const std::string& script)
    {
        Measurement::Terminal asked;
        asked.waits = [this] { return terminal_->waiting() > 0; };
        asked.person = [this](const std::string& code, bool name) { return practice_person(code, name); };
        measurement_ = std::make_unique<Measurement>(*surface_, script, asked, std::cout, [this] { Close(true); });
        surface_->on_painted = [this](std::optional<double> since) {
            if (terminal_->top() != nullptr && terminal_->waiting() == 0) measurement_->begin();
            measurement_->painted(since);
        };
        measuring_.SetOwner(this, measuring_id);
        Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
            measurement_->tick();
            // A clock of 5 ms would be most of what an idle terminal does.
            const int every = measurement_->idles() ? 500 : 5;
            if (measuring_.GetInterval() != every) measuring_.Start(every);
        }, measuring_id);
        measuring_.Start(5);
        back_.perform({{"do", "lock_screen"}}, {}, "en", [this](const nlohmann::json& answer) { practice_ = answer; });
    }
    /// The name or the PIN of somebody of a practice salon; any other salon tells none, and the script stays before the lock.
    std::string practice_person(const std::string& code, bool name) const
    {
        for (const auto& person : practice_.value("staff", nlohmann::json::array())) {
            if (text_of(person, "code") != code) continue;
            return name ? text_of(person, "name") : text_of(person, "practice_pin") + "      ";
        }
        return "      ";
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
    static constexpr int measuring_id = 2;
    nlohmann::json practice_;
    std::unique_ptr<Measurement> measurement_;
    wxTimer measuring_;
    Back& back_;
    wxTimer clock_;
};

class GalleryFrame final : public wxFrame {
public:
    GalleryFrame(int width, int height) : wxFrame{nullptr, wxID_ANY, "Kushi gallery"}, surface_{new Surface{this, light_theme()}}
    {
        SetClientSize(width, height);
        surface_->on_resized = [this](Size) { show(); };
    }

private:
    void show()
    {
        surface_->scene().set_theme(dark_ ? dark_theme() : light_theme());
        surface_->show(gallery_page({surface_->scene().size(), dark_, [this](bool dark) {
                                         dark_ = dark;
                                         post_to_window([this] { show(); });
                                     }}));
    }

    Surface* surface_;  // wx owns it
    bool dark_ = false;
};

}  // namespace

int run_gallery(int width, int height)
{
    return run_application([=] { return new GalleryFrame{width, height}; });  // wx owns it
}

int run_terminal(const TerminalWish& wish, const World& world)
{
    if (wish.measure == "bare") return run_bare_window(std::cout);
    Back back{wish.data, world};
    std::exception_ptr problem;
    const int exit = run_application([&] {
        auto* frame = new TerminalFrame{wish, back};  // wx owns it
        frame->on_closed([&problem](std::exception_ptr why) { problem = why; });
        return frame;
    });
    if (problem) std::rethrow_exception(problem);
    return exit;
}

}  // namespace kushi
