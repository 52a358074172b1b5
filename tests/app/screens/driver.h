#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "app/engine/open_salon.h"
#include "app/screens/terminal.h"
#include "tests/engine/salon_fixture.h"

namespace kushi::test {

/// The terminal on a real engine, without a window: a test taps what a person would, by its name, and reads what is to be
/// seen.
class ScreenDriver {
public:
    struct Options {
        std::string preset = "tokyo";
        std::string language = "en";
        Size size{1280, 800};
        bool on_disk = false;
    };
    virtual ~ScreenDriver() = default;
    ScreenDriver(const ScreenDriver&) = delete;
    ScreenDriver& operator=(const ScreenDriver&) = delete;

    /// Taps the person on the lock screen and the PIN's digits. `code`: TestSalon::desk, ...
    void sign_in(const std::string& code);
    /// Taps the control of this name, scrolled into view where need be. @throws std::runtime_error, which ends the test, with all
    /// names in reach where there is none, and with the reason where it is off
    void tap(const std::string& name, ControlRole role = ControlRole::none);
    /// Taps inside it, where 0.5, 0.5 is its middle.
    void tap_at(const std::string& name, double across, double down);
    /// Types into a field as if it were all that stands in it.
    void type(const std::string& field, const std::string& text);
    void press(Key key, char32_t character = 0);
    /// Fingers that are too fast: all of them land before an answer comes.
    void tap_fast(const std::string& name, int times, std::chrono::milliseconds all_within);
    /// A finger that goes down on a control and is lifted elsewhere.
    void slide_off(const std::string& name, int by_x, int by_y);

    /// Whether some control in reach has a name, a value or a description that holds the text.
    [[nodiscard]] bool sees(const std::string& text) const;
    [[nodiscard]] bool has(const std::string& name, ControlRole role = ControlRole::none) const { return scene.named(name, role) != nullptr; }
    [[nodiscard]] const Scene::Placed& control(const std::string& name, ControlRole role = ControlRole::none) const;
    /// Why it is off; empty where it is on.
    [[nodiscard]] std::string off(const std::string& name) const { return control(name).node->disabled; }
    [[nodiscard]] bool selected(const std::string& name) const { return control(name).node->access.selected; }
    [[nodiscard]] std::string value(const std::string& name) const { return control(name).node->access.value; }
    [[nodiscard]] std::string screen() const { return terminal_->top() == nullptr ? "" : terminal_->top()->place().screen; }
    /// All names in reach, a line each: for a failing test's message.
    [[nodiscard]] std::string all_names() const;

    /// Opens a place as a screen would.
    void open(const Place& place);
    /// Time goes on for the engine and for the window alike.
    void pass(std::chrono::milliseconds time);
    /// The program was killed and started again on the same salon.
    virtual void restart();
    void resize(Size size);
    void speak(const std::string& language);

    /// The answers of the engine wait until `let_go`.
    void hold_answers() { holding_ = true; }
    void let_go();

    /// What is written where, of the whole page as it is painted.
    [[nodiscard]] std::vector<DrawnText> texts() const;
    /// Writes what is seen as a PNG.
    void picture(const std::string& file) const;
    [[nodiscard]] Terminal& terminal() { return *terminal_; }
    /// Taps since the last sign-in, for the table of taps.
    [[nodiscard]] int taps() const { return taps_; }
    void count_from_here() { taps_ = 0; }

    Scene scene;

protected:
    explicit ScreenDriver(Options options);
    void start();
    virtual Engine& engine() = 0;
    [[nodiscard]] virtual Instant clock() const = 0;
    virtual void clock_goes_on(std::chrono::milliseconds time) = 0;
    /// The PIN of a person by code.
    [[nodiscard]] virtual std::string pin_of(const std::string& code) const = 0;

private:
    void settle();
    void show();
    void finger(Point at);

    Options options_;
    std::unique_ptr<Terminal> terminal_;
    std::deque<std::function<void()>> answers_;
    bool holding_ = false;
    Scene::Time time_{1'000'000};
    int taps_ = 0;
};

/// ... on a salon of TestSalon, whose people are one a role.
class TerminalDriver : public ScreenDriver {
public:
    TerminalDriver() : TerminalDriver(Options{}) {}
    explicit TerminalDriver(const Options& options);
    TestSalon salon;
    void restart() override;

private:
    Engine& engine() override { return salon.engine(); }
    [[nodiscard]] Instant clock() const override { return salon.now; }
    void clock_goes_on(std::chrono::milliseconds time) override { salon.pass(time); }
    [[nodiscard]] std::string pin_of(const std::string& code) const override { return salon.pin(code); }
};

/// ... on a practice salon in the middle of a Saturday, with guests on every column of the board. Its people go by their code:
/// kenji (owner), haruka (manager), mei (front desk), aoi, ren, yui (therapists).
class PracticeDriver final : public ScreenDriver {
public:
    PracticeDriver() : PracticeDriver(Options{}) {}
    explicit PracticeDriver(const Options& options);
    ~PracticeDriver() override;
    void restart() override;
    /// @returns the answer of a request as somebody, by code
    Json perform(Json request, const std::string& as);

private:
    Engine& engine() override;
    [[nodiscard]] Instant clock() const override { return now_; }
    void clock_goes_on(std::chrono::milliseconds time) override { now_ += time; }
    [[nodiscard]] std::string pin_of(const std::string& code) const override { return pins_.at(code); }
    void open_salon();

    TemporaryFolder folder_;
    Instant now_;
    std::map<std::string, std::string> pins_;
    std::unique_ptr<OpenSalon> open_;
};

}  // namespace kushi::test
