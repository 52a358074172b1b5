#include "tests/app/screens/driver.h"

#include <cairo.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "app/engine/demo/practice.h"
#include "app/engine/receipt_picture.h"

namespace kushi::test {
namespace {

constexpr std::chrono::milliseconds between_taps{400};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

ScreenDriver::ScreenDriver(Options options) : scene{light_theme()}, options_{std::move(options)}
{
    scene.resize(options_.size);
    scene.on_reason = [this](const std::string& why) { terminal_->toast(why); };
}

void ScreenDriver::start()
{
    TerminalWorld world;
    world.now = [this] { return clock(); };
    world.steady = [this] { return time_; };
    world.perform = [this](nlohmann::json request, std::string as, std::string language, Reply reply) {
        answers_.push_back([this, request = std::move(request), caller = Caller{std::move(as), std::move(language)}, reply = std::move(reply)] {
            reply(nlohmann::json(engine().perform(request, caller)));
        });
    };
    world.picture = [this](const std::string& number, int width, const std::string& language, std::function<void(std::shared_ptr<const Picture>)> reply) {
        answers_.push_back([this, number, width, language, reply = std::move(reply)] {
            const auto pixels = receipt_picture(engine(), number, width, language);
            if (!pixels) return reply(nullptr);
            auto picture = std::make_shared<Picture>(Picture{pixels->width, pixels->height, {}});
            for (const std::uint32_t grey : pixels->grey) picture->pixels.push_back(grey << 16U | grey << 8U | grey);
            reply(std::move(picture));
        });
    };
    world.entry = [this] { return scene.entry(); };
    world.leave_entry = [this] { scene.focus_on(0, false); };
    terminal_ = std::make_unique<Terminal>(std::move(world), options_.language);
    scene.on_entry = [this](const std::shared_ptr<Entry>& entry) { terminal_->entry_focused(entry); };
    terminal_->start();
    settle();
}

void ScreenDriver::settle()
{
    while (!holding_ && !answers_.empty()) {
        const auto answer = std::move(answers_.front());
        answers_.pop_front();
        answer();
    }
    show();
}

void ScreenDriver::show()
{
    // A page may bring a field that wants the keyboard, which is another page.
    for (int tries = 0; tries < 3 && terminal_->is_old(); ++tries) scene.show(terminal_->page(scene.size()));
}

void ScreenDriver::let_go()
{
    holding_ = false;
    settle();
}

void ScreenDriver::finger(Point at)
{
    scene.press(at, time_);
    terminal_->touched();
    time_ += std::chrono::milliseconds{60};
    scene.release(at, time_);
    show();
}

const Scene::Placed& ScreenDriver::control(const std::string& name, ControlRole role) const
{
    const auto* placed = scene.named(name, role);
    if (placed == nullptr) throw std::runtime_error{"nothing in reach is called \"" + name + "\"; there are:\n" + all_names()};
    return *placed;
}

void ScreenDriver::tap(const std::string& name, ControlRole role)
{
    // A label may have a button's name: what can be tapped is meant.
    const Scene::Placed* found = nullptr;
    for (const auto& placed : scene.placed()) {
        const auto& node = *placed.node;
        if (!scene.in_reach(placed) || node.access.name != name || (role != ControlRole::none && node.access.role != role)) continue;
        if (node.on_tap || node.on_tap_at || node.entry || !node.disabled.empty()) {
            found = &placed;
            break;
        }
    }
    if (found == nullptr) throw std::runtime_error{"nothing that can be tapped is called \"" + name + "\" on " + screen() + "; there are:\n" + all_names()};
    const auto id = found->id;
    for (int tries = 0; tries < 200 && scene.find(id)->shown() != scene.find(id)->rect; ++tries) {
        const auto* placed = scene.find(id);
        const int down = placed->rect.bottom() > placed->clip.bottom() ? 40 : placed->rect.y < placed->clip.y ? -40 : 0;
        if (down == 0) break;
        const auto before = placed->rect.y;
        scene.wheel(placed->clip.center(), down);
        if (scene.find(id)->rect.y == before) break;
    }
    const auto& placed = *scene.find(id);
    if (placed.shown().empty()) throw std::runtime_error{"\"" + name + "\" cannot be scrolled into view on " + screen()};
    ++taps_;
    finger(placed.shown().center());
    settle();
    time_ += between_taps;
    clock_goes_on(between_taps);
}

void ScreenDriver::tap_at(const std::string& name, double across, double down)
{
    const auto rect = control(name).rect;
    ++taps_;
    finger({rect.x + static_cast<int>(rect.width * across), rect.y + static_cast<int>(rect.height * down)});
    settle();
    time_ += between_taps;
    clock_goes_on(between_taps);
}

void ScreenDriver::tap_fast(const std::string& name, int times, std::chrono::milliseconds all_within)
{
    const bool was_holding = holding_;
    holding_ = true;
    const auto at = control(name).shown().center();
    for (int i = 0; i < times; ++i) {
        scene.press(at, time_);
        time_ += all_within / (2 * times);
        scene.release(at, time_);
        show();
        time_ += all_within / (2 * times);
    }
    holding_ = was_holding;
    settle();
    time_ += between_taps;
}

void ScreenDriver::slide_off(const std::string& name, int by_x, int by_y)
{
    const auto at = control(name).shown().center();
    scene.press(at, time_);
    for (int part = 1; part <= 4; ++part) {
        time_ += std::chrono::milliseconds{16};
        scene.move({at.x + by_x * part / 4, at.y + by_y * part / 4}, time_);
    }
    scene.release({at.x + by_x, at.y + by_y}, time_);
    settle();
    time_ += between_taps;
}

void ScreenDriver::type(const std::string& field, const std::string& text)
{
    const auto& placed = control(field, ControlRole::entry);
    const auto entry = placed.node->entry;
    scene.focus_on(placed.id, false);
    if (entry && entry->on_change) entry->on_change(text);
    settle();
}

void ScreenDriver::press(Key key, char32_t character)
{
    scene.key({key, character}, time_);
    terminal_->touched();
    settle();
    time_ += std::chrono::milliseconds{50};
}

void ScreenDriver::sign_in(const std::string& code)
{
    const auto staff = engine().perform({{"do", "show"}, {"what", "staff"}, {"id", code}}, {code, options_.language});
    tap(staff["staff"]["name"].get<std::string>(), ControlRole::radio);
    for (const char digit : pin_of(code)) tap(std::string(1, digit));
    taps_ = 0;
}

bool ScreenDriver::sees(const std::string& text) const
{
    for (const auto& placed : scene.placed()) {
        if (!scene.in_reach(placed)) continue;
        const auto& access = placed.node->access;
        if (holds(access.name, text) || holds(access.value, text) || holds(access.description, text)) return true;
    }
    return false;
}

std::string ScreenDriver::all_names() const
{
    std::string names;
    for (const auto& placed : scene.placed()) {
        if (!scene.in_reach(placed) || placed.node->access.name.empty()) continue;
        names += "  " + placed.node->access.name + (placed.node->access.value.empty() ? "" : " = " + placed.node->access.value) +
                 (placed.node->disabled.empty() ? "" : " (off: " + placed.node->disabled + ")") + "\n";
    }
    return names;
}

void ScreenDriver::open(const Place& place)
{
    terminal_->open(place);
    settle();
    time_ += between_taps;
}

void ScreenDriver::pass(std::chrono::milliseconds time)
{
    constexpr std::chrono::milliseconds step{250};
    for (; time > time.zero(); time -= std::min(time, step)) {
        time_ += std::min(time, step);
        clock_goes_on(std::min(time, step));
        terminal_->tick();
        scene.tick(time_);
        settle();
    }
}

void ScreenDriver::restart()
{
    answers_.clear();
    holding_ = false;
    terminal_.reset();
    start();
}

TerminalDriver::TerminalDriver(const Options& options) : ScreenDriver{options}, salon{options.preset, {true, options.on_disk}} { start(); }

void TerminalDriver::restart()
{
    salon.restart();
    ScreenDriver::restart();
}

PracticeDriver::PracticeDriver(const Options& options) : ScreenDriver{options}, now_{*parse_instant("2026-11-14T01:28:00.000Z")}
{
    PracticeWish wish;
    wish.folder = folder_.path() / "salon";
    wish.preset = options.preset;
    wish.language = options.language;
    wish.pin_cost = PinCost::least();
    wish.printer_host = "127.0.0.1";  // nothing is sent: no spooler runs here
    auto world = real_world();
    world.now = [this] { return now_; };
    const auto staff = make_practice(wish, world);
    if (!staff) throw std::runtime_error{"no practice salon: " + staff.error().code};
    for (const auto& person : *staff) pins_[person.code] = person.pin;
    open_salon();
    // The papers of the morning went out where nobody looks.
    const auto queue = perform({{"do", "queue"}}, "haruka");
    for (const auto& job : queue["rows"]) perform({{"do", "queue_cancel"}, {"job", job["id"]}}, "haruka");
    start();
}

PracticeDriver::~PracticeDriver() = default;

void PracticeDriver::open_salon()
{
    auto world = real_world();
    world.now = [this] { return now_; };
    open_ = std::make_unique<OpenSalon>(folder_.path() / "salon", world);
}

Engine& PracticeDriver::engine() { return open_->engine(); }

void PracticeDriver::restart()
{
    open_.reset();
    open_salon();
    ScreenDriver::restart();
}

Json PracticeDriver::perform(Json request, const std::string& as) { return Json(engine().perform(request, {as, "en"})); }

void ScreenDriver::resize(Size size)
{
    options_.size = size;
    scene.resize(size);
    scene.show(terminal_->page(size));
}

void ScreenDriver::speak(const std::string& language)
{
    options_.language = language;
    terminal_->speak_language(language);
    settle();
}

std::vector<DrawnText> ScreenDriver::texts() const
{
    auto* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, scene.size().width, scene.size().height);
    auto* cairo = cairo_create(surface);
    std::vector<DrawnText> notes;
    Canvas canvas{cairo, scene.theme()};
    canvas.note_texts(&notes);
    scene.paint(canvas, {{0, 0, scene.size().width, scene.size().height}});
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return notes;
}

void ScreenDriver::picture(const std::string& file) const
{
    auto* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, scene.size().width, scene.size().height);
    auto* cairo = cairo_create(surface);
    Canvas canvas{cairo, scene.theme()};
    scene.paint(canvas, {{0, 0, scene.size().width, scene.size().height}});
    cairo_surface_write_to_png(surface, file.c_str());
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
}

}  // namespace kushi::test
