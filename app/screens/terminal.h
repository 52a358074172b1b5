#pragma once

#include <nlohmann/json_fwd.hpp>
#include <map>

#include "app/screens/screen.h"
#include "app/widgets/keyboard.h"

namespace kushi {

/// What a terminal needs of the world around it. A test gives it an engine of its own that answers at once, the window one on
/// another thread.
struct TerminalWorld {
    std::function<Instant()> now;
    std::function<Scene::Time()> steady;
    /// As this person; the reply comes on the window's thread.
    std::function<void(nlohmann::json request, std::string as, std::string language, Reply reply)> perform;
    std::function<void(const std::string& number, int width, const std::string& language, std::function<void(std::shared_ptr<const Picture>)>)> picture;
    std::function<void(const std::string&)> announce = [](const std::string&) {};
    /// The field that is typed into, and how the on-screen keyboard's keys reach it at its cursor. A window without a native
    /// control (a test's) leaves `write` empty: then they go to the end of its text.
    std::function<std::shared_ptr<Entry>()> entry = [] { return std::shared_ptr<Entry>{}; };
    std::function<void(const std::string& text, int erase)> write{};
    std::function<std::string()> before_cursor{};
    std::function<void()> leave_entry = [] {};
};

/// Makes the screen of a place; null for one that does not exist.
std::unique_ptr<Screen> make_screen(Host& host, const Place& place);

/// The terminal without its window: who is signed in, which screens lie over each other, what waits for an answer, what is
/// said in passing. The window paints its page and hands touches to its scene.
class Terminal final : public Host {
public:
    explicit Terminal(TerminalWorld world, std::string language = {});
    ~Terminal() override;

    /// Asks who works here and shows the lock screen.
    void start();
    /// Makes the page anew, for this window.
    Page page(Size size);
    /// Whether something changed since the page was made.
    [[nodiscard]] bool is_old() const { return old_; }
    /// Every quarter of a second at most: idle lock, toasts, a screen's own clock.
    void tick();
    /// When tick is wanted next.
    [[nodiscard]] std::chrono::milliseconds tick_after() const;
    /// Any touch or key: the idle lock waits anew.
    void touched();
    /// Another field is typed into now, or none: the on-screen keyboard comes and goes.
    void entry_focused(const std::shared_ptr<Entry>& entry);
    /// A real keyboard is used: the one on the screen is not needed until the next person.
    void hardware_key();
    /// Something outside changed: a printer, the queue.
    void outside_changed();

    // Host
    void ask(nlohmann::json request, Reply reply) override;
    void ask_picture(const std::string& number, int width, std::function<void(std::shared_ptr<const Picture>)> reply) override;
    Instant now() const override { return world_.now(); }
    const Signed& person() const override { return person_; }
    const Locale& locale() const override { return locale_; }
    const PrinterState& printer() const override { return printer_; }
    bool locked() const override { return locked_; }
    void open(const Place& place) override;
    void replace(const Place& place) override;
    void back() override;
    void home() override;
    void home(const Place& place) override;
    void lock() override;
    void sign_in(const nlohmann::json& staff) override;
    void speak_language(const std::string& language) override;
    void changed() override { old_ = true; }
    void toast(std::string words, std::string action = {}, std::function<void()> act = {}) override;
    void announce(const std::string& words) override { world_.announce(words); }
    void with_approval(std::string what, nlohmann::json request, Reply reply) override;
    void with_pin(std::function<void()> then) override;

    [[nodiscard]] const Screen* top() const { return stack_.empty() ? nullptr : stack_.back().get(); }
    [[nodiscard]] std::size_t waiting() const { return asked_.size(); }

    struct PinSheet;

private:
    [[nodiscard]] Screen* screen() { return stack_.empty() ? nullptr : stack_.back().get(); }
    void show(std::unique_ptr<Screen> screen);
    void close_all();
    void keep_place();
    void come_back();
    void ask_printers();
    void read_locale(const nlohmann::json& answer);
    Sheet pin_sheet(const Viewport& view);
    KeyboardLook keyboard_look();
    void write(const std::string& text, int erase);
    void pin_digits(const std::string& digits);
    void pin_complete();

    TerminalWorld world_;
    std::string chosen_language_;
    Locale locale_;
    Signed person_;
    PrinterState printer_;
    std::vector<std::unique_ptr<Screen>> stack_;
    std::vector<std::unique_ptr<Screen>> gone_;  ///< until the act that closed them has returned
    bool locked_ = false;
    bool old_ = true;
    int changes_of_page_ = 0;

    std::optional<Toast> toast_;
    Scene::Time toast_until_{};
    Scene::Time touched_at_{};
    Scene::Time ticked_at_{};
    Scene::Time printers_at_{};
    std::map<int, Scene::Time> asked_;  ///< what waits for an answer, since when
    int next_ask_ = 0;
    bool said_slow_ = false;

    std::unique_ptr<PinSheet> pin_;
    bool keyboard_open_ = false;
    bool hardware_keyboard_ = false;
    KeyboardLayout layout_ = KeyboardLayout::latin;
    bool shift_ = false;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

}  // namespace kushi
