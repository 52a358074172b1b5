#include "app/screens/terminal.h"

#include <nlohmann/json.hpp>

#include "app/screens/frame.h"
#include "app/widgets/button.h"
#include "app/widgets/card.h"
#include "app/widgets/keypad.h"
#include "app/widgets/label.h"
#include "app/widgets/painting.h"
#include "app/widgets/words.h"
#include "app/words/local_text.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;

constexpr Scene::Time lock_after = 60s, toast_stays = 5s, slow_after = 3s, look_at_printers_every = 10s;
constexpr std::size_t pin_length = 6;

}  // namespace

/// Whose PIN is asked for, and what it is for.
struct Terminal::PinSheet {
    struct Choice {
        std::string id, name;
    };
    std::string what;              ///< the act, named
    std::vector<Choice> people;    ///< who may give it; one alone is chosen already
    std::string chosen;
    std::string digits;
    std::string problem;
    bool busy = false;
    Json request;                  ///< of an approval; null for the person's own PIN
    Reply reply;
    std::function<void()> then;
};

Terminal::Terminal(TerminalWorld world, std::string language) : world_{std::move(world)}, chosen_language_{std::move(language)}
{
    touched_at_ = world_.steady();
    if (!chosen_language_.empty()) locale_.language = chosen_language_;
    speak(locale_.language);
}

Terminal::~Terminal() { *alive_ = false; }

void Terminal::start() { lock(); }

void Terminal::ask(Json request, Reply reply)
{
    const int id = ++next_ask_;
    asked_[id] = world_.steady();
    world_.perform(std::move(request), person_.id, locale_.language, [this, id, alive = std::weak_ptr<bool>{alive_}, reply = std::move(reply)](const Json& answer) {
        if (alive.expired()) return;
        asked_.erase(id);
        said_slow_ = said_slow_ && !asked_.empty();
        if (answer.contains("currency") && answer.contains("zone")) read_locale(answer);
        if (reply) reply(answer);
        old_ = true;
    });
}

void Terminal::read_locale(const Json& answer)
{
    locale_.zone = text_of(answer, "zone");
    locale_.currency = text_of(answer, "currency");
    locale_.salon = text_of(answer, "salon");
    locale_.business_day = text_of(answer, "business_day");
    locale_.training = flag_of(answer, "training");
    const auto language = chosen_language_.empty() ? text_of(answer, "language") : chosen_language_;
    if (language == locale_.language) return;
    locale_.language = language;
    speak(language);
    if (auto* top_screen = screen()) top_screen->enter();  // what it was answered is in the other language
}

void Terminal::ask_picture(const std::string& number, int width, std::function<void(std::shared_ptr<const Picture>)> reply)
{
    world_.picture(number, width, locale_.language, [this, alive = std::weak_ptr<bool>{alive_}, reply = std::move(reply)](std::shared_ptr<const Picture> picture) {
        if (alive.expired()) return;
        reply(std::move(picture));
        old_ = true;
    });
}

void Terminal::show(std::unique_ptr<Screen> screen)
{
    if (!screen) return;
    stack_.push_back(std::move(screen));
    ++changes_of_page_;
    old_ = true;
    stack_.back()->enter();
}

void Terminal::close_all()
{
    for (auto& screen : stack_) gone_.push_back(std::move(screen));
    stack_.clear();
}

void Terminal::open(const Place& place)
{
    show(make_screen(*this, place));
    keep_place();
}

void Terminal::replace(const Place& place)
{
    auto screen = make_screen(*this, place);
    if (!screen) return;
    if (!stack_.empty()) {
        gone_.push_back(std::move(stack_.back()));
        stack_.pop_back();
    }
    show(std::move(screen));
    keep_place();
}

void Terminal::back()
{
    if (stack_.size() < 2) {
        if (!person_.id.empty()) home();
        return;
    }
    gone_.push_back(std::move(stack_.back()));
    stack_.pop_back();
    ++changes_of_page_;
    old_ = true;
    stack_.back()->enter();
    keep_place();
}

void Terminal::home() { home({person_.manages() && !person_.roles.has(Role::front_desk) ? "report" : "today"}); }

void Terminal::home(const Place& place)
{
    auto screen = make_screen(*this, place);
    if (!screen) return;
    close_all();
    show(std::move(screen));
    keep_place();
}

void Terminal::lock()
{
    close_all();
    person_ = {};
    locked_ = false;
    pin_.reset();
    toast_.reset();
    keyboard_open_ = false;
    hardware_keyboard_ = false;
    show(make_screen(*this, {"lock"}));
}

void Terminal::sign_in(const Json& staff)
{
    person_.id = text_of(staff, "id");
    person_.name = text_of(staff, "name");
    std::vector<std::string> words;
    for (const auto& role : staff.value("roles", Json::array())) words.push_back(role.get<std::string>());
    person_.roles = RoleSet::parse(words).value_or(RoleSet{});
    touched_at_ = world_.steady();
    locked_ = false;
    ask_printers();
    come_back();
}

void Terminal::come_back()
{
    ask({{"do", "kept"}, {"terminal", true}, {"form", "place"}}, [this, who = person_.id](const Json& answer) {
        if (person_.id != who) return;
        home();
        const auto content = answer.value("content", Json{});
        if (!content.is_object()) return;
        Place place{text_of(content, "screen")};
        const auto about = content.value("about", Json::object());
        for (const auto& [name, value] : about.items()) place.about[name] = value.get<std::string>();
        if (!place.screen.empty() && (stack_.empty() || place != stack_.back()->place())) open(place);
    });
}

void Terminal::keep_place()
{
    if (person_.id.empty() || stack_.empty() || !stack_.back()->is_kept_as_place()) return;
    const auto& place = stack_.back()->place();
    auto about = Json::object();
    for (const auto& [name, value] : place.about) about[name] = value;
    ask({{"do", "keep"}, {"terminal", true}, {"form", "place"}, {"content", {{"screen", place.screen}, {"about", about}}}}, {});
}

void Terminal::speak_language(const std::string& language)
{
    chosen_language_ = language;
    locale_.language = language;
    speak(language);
    if (auto* top_screen = screen()) top_screen->enter();
    old_ = true;
}

void Terminal::toast(std::string words, std::string action, std::function<void()> act)
{
    Toast toast{std::move(words), std::move(action), {}};
    if (act) {
        toast.on_action = [this, act = std::move(act)] {
            toast_.reset();
            old_ = true;
            act();
        };
    }
    world_.announce(toast.words);
    toast_ = std::move(toast);
    toast_until_ = world_.steady() + toast_stays;
    old_ = true;
}

void Terminal::outside_changed()
{
    if (!person_.id.empty()) ask_printers();
    if (auto* top_screen = screen()) top_screen->refresh();
}

void Terminal::ask_printers()
{
    printers_at_ = world_.steady();
    ask({{"do", "printers"}}, [this](const Json& answer) {
        if (!is_ok(answer)) return;
        PrinterState state;
        for (const auto& row : answer.value("rows", Json::array())) {
            const auto status = row.value("status", Json::object());
            const auto reason = text_of(status, "reason");
            state.exists = true;
            state.no_paper = state.no_paper || reason == "paper";
            if (!reason.empty()) state.ready = false;
            if (reason == "cover") state.sentence = tr("The printer's cover is open");
            state.waiting += static_cast<int>(number_of(status, "waiting"));
        }
        printer_ = state;
    });
}

void Terminal::touched()
{
    touched_at_ = world_.steady();
}

void Terminal::tick()
{
    const auto now = world_.steady();
    if (toast_ && now >= toast_until_) {
        toast_.reset();
        old_ = true;
    }
    if (!person_.id.empty() && !locked_ && now - touched_at_ >= lock_after && asked_.empty()) {
        if (screen() != nullptr && screen()->stays_when_locked()) {
            locked_ = true;
            pin_.reset();
            old_ = true;
        } else {
            lock();
        }
    }
    if (!said_slow_) {
        for (const auto& [id, since] : asked_) {
            if (now - since < slow_after) continue;
            said_slow_ = true;
            toast(tr("This takes longer than usual. Nothing is lost."));
            break;
        }
    }
    if (!person_.id.empty() && now - printers_at_ >= look_at_printers_every && asked_.empty()) ask_printers();
    if (auto* top_screen = screen(); top_screen != nullptr) {
        const auto every = top_screen->tick_every();
        if (every && now - ticked_at_ >= *every) {
            ticked_at_ = now;
            top_screen->tick();
            old_ = true;
        }
    }
}

std::chrono::milliseconds Terminal::tick_after() const
{
    auto after = std::chrono::milliseconds{1'000};
    if (const auto* top_screen = top(); top_screen != nullptr) after = std::min(after, top_screen->tick_every().value_or(after));
    return after;
}

void Terminal::with_approval(std::string what, Json request, Reply reply)
{
    auto sheet = std::make_unique<PinSheet>();
    sheet->what = std::move(what);
    sheet->request = std::move(request);
    sheet->reply = std::move(reply);
    pin_ = std::move(sheet);
    old_ = true;
    ask({{"do", "lock_screen"}}, [this](const Json& answer) {
        if (!pin_ || !pin_->people.empty()) return;
        for (const auto& one : answer.value("staff", Json::array())) {
            const auto roles = one.value("roles", Json::array());
            const bool manages = std::any_of(roles.begin(), roles.end(), [](const Json& role) { return role == "manager" || role == "owner"; });
            if (manages) pin_->people.push_back({text_of(one, "id"), text_of(one, "name")});
        }
        if (pin_->people.size() == 1) pin_->chosen = pin_->people.front().id;
    });
}

void Terminal::with_pin(std::function<void()> then)
{
    if (!locked_) return then();
    pin_ = std::make_unique<PinSheet>();
    pin_->what = tr("This needs your PIN");
    pin_->people.push_back({person_.id, person_.name});
    pin_->chosen = person_.id;
    pin_->then = std::move(then);
    old_ = true;
}

void Terminal::pin_digits(const std::string& digits)
{
    if (!pin_ || pin_->busy || pin_->chosen.empty() || pin_->digits.size() >= pin_length) return;
    pin_->digits += digits;
    pin_->problem.clear();
    old_ = true;
    if (pin_->digits.size() == pin_length) pin_complete();
}

void Terminal::pin_complete()
{
    pin_->busy = true;
    auto request = pin_->request;
    if (request.is_null()) {
        request = {{"do", "sign_in"}, {"staff", pin_->chosen}, {"pin", pin_->digits}};
    } else {
        request["approved_by"] = pin_->chosen;
        request["pin"] = pin_->digits;
    }
    ask(std::move(request), [this](const Json& answer) {
        if (!pin_) return;
        const auto code = refusal_code(answer);
        if (code == "wrong_pin" || code == "pin_locked" || code == "needs_approval") {
            pin_->busy = false;
            pin_->digits.clear();
            pin_->problem = refusal_words(answer);
            return;
        }
        const auto done = std::move(pin_);
        touched_at_ = world_.steady();
        if (done->request.is_null()) {
            locked_ = false;
            if (done->then) done->then();
        } else if (done->reply) {
            done->reply(answer);
        }
    });
}

Sheet Terminal::pin_sheet(const Viewport& /*view*/)
{
    Sheet sheet;
    sheet.side = Sheet::Side::middle;
    sheet.width = 420;
    sheet.name = pin_->what;
    sheet.on_cancel = [this] {
        if (pin_ && !pin_->busy) {
            pin_.reset();
            old_ = true;
        }
    };
    auto people = wrap(8);
    for (const auto& person : pin_->people) {
        put(people.children, chip(person.name, pin_->chosen == person.id, [this, id = person.id] {
                pin_->chosen = id;
                pin_->digits.clear();
                old_ = true;
            }));
    }
    KeypadLook pad;
    pad.group = tr("PIN");
    pad.on_digits = [this](const std::string& digits) { pin_digits(digits); };
    pad.on_delete = [this] {
        if (pin_ && !pin_->busy && !pin_->digits.empty()) pin_->digits.pop_back();
        old_ = true;
    };
    pad.delete_name = tr("Delete");
    pad.busy = pin_->busy;
    if (pin_->chosen.empty()) pad.disabled = tr("Tap who approves first");
    const bool own = pin_->request.is_null();
    const auto line = pin_->problem.empty() ? own ? tr("Enter your 6-digit PIN") : tr("A manager's PIN for this one act") : pin_->problem;
    sheet.content = column(16, heading(pin_->what), paragraph(line, type::caption, pin_->problem.empty() ? Token::ink2 : Token::danger),
                           own ? std::nullopt : std::optional{std::move(people)}, pin_dots(pin_->digits.size(), pin_length).self(Across::center), keypad(pad),
                           button(tr("Cancel"), sheet.on_cancel, {ButtonKind::outline, ButtonSize::medium}));
    return sheet;
}

void Terminal::entry_focused(const std::shared_ptr<Entry>& entry)
{
    const bool wanted = entry && !hardware_keyboard_;
    old_ = old_ || wanted != keyboard_open_;
    keyboard_open_ = wanted;
    shift_ = false;
    if (!entry) return;
    const bool figures = entry->kind == Entry::Kind::phone || entry->kind == Entry::Kind::amount;
    layout_ = figures ? KeyboardLayout::figures
              : entry->kind == Entry::Kind::reading || locale_.language == "ja" ? KeyboardLayout::kana
                                                                                  : KeyboardLayout::latin;
    old_ = true;
}

void Terminal::hardware_key()
{
    hardware_keyboard_ = true;
    old_ = old_ || keyboard_open_;
    keyboard_open_ = false;
}

void Terminal::write(const std::string& text, int erase)
{
    touched();
    if (world_.write) return world_.write(text, erase);
    const auto entry = world_.entry();
    if (!entry || !entry->on_change) return;
    auto whole = entry->text;
    for (; erase > 0 && !whole.empty(); --erase) {
        while (!whole.empty() && (static_cast<unsigned char>(whole.back()) & 0xC0) == 0x80) whole.pop_back();
        if (!whole.empty()) whole.pop_back();
    }
    entry->on_change(whole + text);
}

KeyboardLook Terminal::keyboard_look()
{
    KeyboardLook look;
    look.layout = layout_;
    look.shift = shift_;
    const auto entry = world_.entry();
    if (entry) look.hint = entry->placeholder;
    look.delete_name = tr("Delete");
    look.space_name = tr("Space");
    look.shift_name = tr("Shift");
    look.done = tr("Done");
    look.enter_name = tr("Enter");
    look.on_text = [this](const std::string& text) {
        write(text, 0);
        if (shift_) old_ = true;
        shift_ = false;
    };
    look.on_backspace = [this] { write({}, 1); };
    look.on_shift = [this] {
        shift_ = !shift_;
        old_ = true;
    };
    look.on_layout = [this](KeyboardLayout layout) {
        layout_ = layout;
        old_ = true;
    };
    look.on_close = [this] {
        keyboard_open_ = false;
        old_ = true;
        world_.leave_entry();
    };
    look.on_change_last_kana = [this](KanaChange change) {
        const auto current = world_.entry();
        if (!current) return;
        const auto before = world_.before_cursor ? world_.before_cursor() : current->text;
        const auto after = changed_kana(before, change);
        if (after == before || after.size() < 3) return;
        write(after.substr(after.size() - 3), 1);  // a kana is three bytes of UTF-8
    };
    return look;
}

Page Terminal::page(Size size)
{
    old_ = false;
    gone_.clear();
    const Viewport view{size, keyboard_open_ ? on_screen_keyboard_height : 0};
    Page page;
    auto* top_screen = screen();
    if (top_screen == nullptr) return page;
    page.key = top_screen->place().screen + std::to_string(changes_of_page_);
    page.root = top_screen->build(view);
    page.sheets = top_screen->sheets(view);
    if (pin_) page.sheets.push_back(pin_sheet(view));
    page.toast = toast_;
    if (keyboard_open_) {
        page.keyboard = on_screen_keyboard(keyboard_look());
        page.keyboard_height = on_screen_keyboard_height;
        page.keyboard_left = person_.id.empty() ? 0 : view.rail();
    }
    page.on_back = [this] {
        if (auto* current = screen()) current->escape();
    };
    page.on_key = [this](const KeyPress& press) {
        if (pin_) {
            if (press.key == Key::backspace && !pin_->digits.empty() && !pin_->busy) pin_->digits.pop_back();
            else if (press.character >= U'0' && press.character <= U'9') pin_digits(std::string(1, static_cast<char>(press.character)));
            old_ = true;
            return true;
        }
        auto* current = screen();
        const bool used = current != nullptr && current->key(press);
        old_ = old_ || used;
        return used;
    };
    return page;
}

}  // namespace kushi
