#pragma once

#include <deque>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "app/widgets/surface.h"

namespace kushi {

/// Milliseconds since this process was started, after the kernel's own record (10 ms exact).
double since_exec_ms();

/// Taps what a script says on the real window and tells how long each took to be painted. A line is one of
///   tap NAME            the control of this name, which readers hear
///   pin CODE            the six digits of a practice salon's person, whose name is tapped first
///   type FIELD = TEXT   as if typed in one go
///   wait NAME           until a control of this name is there (5 s at most)
///   pause MS            nothing happens
///   idle SECONDS        nothing happens, and the processor's time is told
///   bare                how long a window with nothing in it takes from its start, told by a process of its own
/// Figures go to `out`, a line of JSON each; nothing here asserts.
class Measurement {
public:
    struct Terminal {
        std::function<bool()> waits;                                ///< for an answer of the engine
        std::function<std::string(const std::string& code, bool name)> person;  ///< of the lock screen: the name, or the PIN
    };
    /// @throws std::system_error for a script that cannot be read
    Measurement(Surface& surface, const std::string& script, Terminal terminal, std::ostream& out, std::function<void()> done);

    /// The window was shown the first time.
    void begin();
    void painted(std::optional<double> since_input_ms);
    /// Often: what is waited for may be there.
    void tick();
    [[nodiscard]] bool idles() const { return idling_; }

private:
    void next();
    void finger(const std::string& name);
    void report();

    Surface& surface_;
    std::deque<std::string> lines_;
    Terminal terminal_;
    std::ostream& out_;
    std::function<void()> done_;
    std::vector<double> press_ms_, tap_ms_;
    enum class Step { none, pressed, held, released, settling, waiting, pausing } step_ = Step::none;
    Point at_;
    std::string waited_for_, tapped_;
    double until_ms_ = 0, idle_from_ms_ = 0, idle_cpu_ms_ = 0;
    bool begun_ = false, idling_ = false;
};

/// Opens a window with nothing in it, tells when it was painted, and ends.
int run_bare_window(std::ostream& out);

}  // namespace kushi
