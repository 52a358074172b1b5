#include "app/screens/measure.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>
#include <wx/app.h>
#include <wx/dcclient.h>
#include <wx/frame.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>
#include <system_error>

#include "app/widgets/application.h"

namespace kushi {
namespace {

constexpr double longest_paint_ms = 300, longest_wait_ms = 5'000, settle_ms = 60, finger_down_ms = 50;

double cpu_ms()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto ms = [](const timeval& time) { return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3; };
    return ms(used.ru_utime) + ms(used.ru_stime);
}

/// A line of /proc/self/status, in kB.
long status_kb(const std::string& name)
{
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name + ":")) return std::stol(line.substr(name.size() + 1));
    }
    return 0;
}

double share_of(std::vector<double> values, double share)
{
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

std::string rest_after(const std::string& line, const std::string& word) { return line.size() > word.size() + 1 ? line.substr(word.size() + 1) : ""; }

}  // namespace

double since_exec_ms()
{
    std::ifstream stat{"/proc/self/stat"};
    std::stringstream text;
    text << stat.rdbuf();
    const auto line = text.str();
    std::istringstream fields{line.substr(line.rfind(')') + 2)};
    std::string field;
    for (int i = 3; i <= 22; ++i) fields >> field;  // the 22nd is the start, in clock ticks since boot
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double started = std::stod(field) / static_cast<double>(sysconf(_SC_CLK_TCK)) * 1e3;
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6 - started;
}

Measurement::Measurement(Surface& surface, const std::string& script, Terminal terminal, std::ostream& out, std::function<void()> done)
    : surface_{surface}, terminal_{std::move(terminal)}, out_{out}, done_{std::move(done)}
{
    std::ifstream file{script};
    if (!file) throw std::system_error{errno, std::generic_category(), script};
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with("#")) continue;
        if (!line.starts_with("pin ")) {
            lines_.push_back(line);
            continue;
        }
        lines_.push_back("person " + line.substr(4));
        for (int digit = 0; digit < 6; ++digit) lines_.push_back("digit " + std::to_string(digit) + " " + line.substr(4));
    }
}

void Measurement::begin()
{
    if (begun_) return;
    begun_ = true;
    out_ << fmt::format(R"({{"what":"first paint","since_exec_ms":{:.0f}}})", since_exec_ms()) << std::endl;
    next();
}

void Measurement::finger(const std::string& name)
{
    const auto& scene = surface_.scene();
    for (const auto& placed : scene.placed()) {
        const auto& node = *placed.node;
        if (!scene.in_reach(placed) || node.access.name != name || placed.shown().empty()) continue;
        if (!node.on_tap && !node.on_tap_at && !node.entry) continue;
        tapped_ = name;
        at_ = placed.shown().center();
        wxMouseEvent down{wxEVT_LEFT_DOWN};
        down.SetX(at_.x);
        down.SetY(at_.y);
        step_ = Step::pressed;
        until_ms_ = since_exec_ms() + longest_paint_ms;
        surface_.ProcessWindowEvent(down);
        return;
    }
    out_ << fmt::format(R"({{"what":"missing","name":"{}"}})", name) << std::endl;
    step_ = Step::settling;
    until_ms_ = since_exec_ms() + settle_ms;
}

void Measurement::painted(std::optional<double> since_input_ms)
{
    if (step_ == Step::pressed && since_input_ms) {
        press_ms_.push_back(*since_input_ms);
        step_ = Step::held;
        until_ms_ = since_exec_ms() + finger_down_ms;
    } else if (step_ == Step::released && since_input_ms) {
        tap_ms_.push_back(*since_input_ms);
        out_ << fmt::format(R"({{"what":"tap","name":"{}","painted_ms":{:.1f}}})", tapped_, *since_input_ms) << std::endl;
        step_ = Step::settling;
        until_ms_ = since_exec_ms() + settle_ms;
    }
}

void Measurement::tick()
{
    if (!begun_) return;
    const double now = since_exec_ms();
    switch (step_) {
        case Step::none: break;
        case Step::pressed:
            if (now < until_ms_) break;
            painted(longest_paint_ms);
            break;
        case Step::held: {
            if (now < until_ms_) break;
            wxMouseEvent up{wxEVT_LEFT_UP};
            up.SetX(at_.x);
            up.SetY(at_.y);
            step_ = Step::released;
            until_ms_ = now + longest_paint_ms;
            surface_.ProcessWindowEvent(up);
            break;
        }
        case Step::released:
            if (now < until_ms_) break;
            step_ = Step::settling;  // it changed nothing that shows
            break;
        case Step::settling:
            if (now >= until_ms_ && !terminal_.waits()) next();
            break;
        case Step::waiting:
            if (surface_.scene().named(waited_for_) == nullptr && now < until_ms_) break;
            out_ << fmt::format(R"({{"what":"there","name":"{}","since_exec_ms":{:.0f}}})", waited_for_, now) << std::endl;
            next();
            break;
        case Step::pausing:
            if (now < until_ms_) break;
            if (idling_) {
                const double wall = now - idle_from_ms_, used = cpu_ms() - idle_cpu_ms_;
                out_ << fmt::format(R"({{"what":"idle","seconds":{:.1f},"core_percent":{:.2f}}})", wall / 1e3, used / wall * 100) << std::endl;
            }
            idling_ = false;
            next();
            break;
    }
}

void Measurement::next()
{
    if (lines_.empty()) {
        step_ = Step::none;
        report();
        return done_();
    }
    const auto line = std::move(lines_.front());
    lines_.pop_front();
    const auto word = line.substr(0, line.find(' '));
    const auto rest = rest_after(line, word);
    const double now = since_exec_ms();
    if (word == "tap") return finger(rest);
    if (word == "person") return finger(terminal_.person(rest, true));
    if (word == "digit") return finger(std::string(1, terminal_.person(rest.substr(2), false).at(static_cast<std::size_t>(rest[0] - '0'))));
    if (word == "wait") {
        waited_for_ = rest;
        step_ = Step::waiting;
        until_ms_ = now + longest_wait_ms;
    } else if (word == "type") {
        const auto equals = rest.find(" = ");
        const auto* placed = surface_.scene().named(rest.substr(0, equals), ControlRole::entry);
        if (placed != nullptr && placed->node->entry->on_change && equals != std::string::npos) placed->node->entry->on_change(rest.substr(equals + 3));
        if (surface_.on_input) surface_.on_input();
        step_ = Step::settling;
        until_ms_ = now + settle_ms;
    } else if (word == "bare") {
        std::array<char, 4'096> said{};
        std::error_code unknown;
        const auto self = std::filesystem::read_symlink("/proc/self/exe", unknown).string();
        FILE* pipe = ::popen(("'" + self + "' --measure bare 2>/dev/null").c_str(), "r");
        if (pipe != nullptr) {
            while (std::fgets(said.data(), static_cast<int>(said.size()), pipe) != nullptr) out_ << said.data();
            ::pclose(pipe);
        }
        step_ = Step::settling;
        until_ms_ = now;
    } else {
        idling_ = word == "idle";
        idle_from_ms_ = now;
        idle_cpu_ms_ = cpu_ms();
        step_ = Step::pausing;
        until_ms_ = now + std::stod(rest.empty() ? "0" : rest) * (idling_ ? 1e3 : 1);
    }
}

void Measurement::report()
{
    const auto told = [&](const char* what, const std::vector<double>& times) {
        out_ << fmt::format(R"({{"what":"{}","count":{},"p50_ms":{:.1f},"p99_ms":{:.1f},"most_ms":{:.1f}}})", what, times.size(), share_of(times, 0.5),
                            share_of(times, 0.99), share_of(times, 1))
             << std::endl;
    };
    told("press to painted", press_ms_);
    told("tap to painted", tap_ms_);
    out_ << fmt::format(R"({{"what":"memory","resident_mb":{:.1f},"private_mb":{:.1f}}})", static_cast<double>(status_kb("VmRSS")) / 1024,
                        static_cast<double>(status_kb("RssAnon")) / 1024)
         << std::endl;
}

namespace {

class BareFrame final : public wxFrame {
public:
    explicit BareFrame(std::ostream& out) : wxFrame{nullptr, wxID_ANY, "Kushi", wxDefaultPosition, {1280, 800}}
    {
        SetBackgroundStyle(wxBG_STYLE_PAINT);
        Bind(wxEVT_PAINT, [this, &out](wxPaintEvent&) {
            wxPaintDC dc{this};
            dc.SetBackground(*wxWHITE_BRUSH);
            dc.Clear();
            if (told_) return;
            told_ = true;
            out << fmt::format(R"({{"what":"bare window painted","since_exec_ms":{:.0f}}})", since_exec_ms()) << std::endl;
            CallAfter([this] { Close(true); });
        });
    }

private:
    bool told_ = false;
};

}  // namespace

int run_bare_window(std::ostream& out)
{
    return run_application([&out] { return new BareFrame{out}; });  // wx owns it
}

}  // namespace kushi
