#pragma once

#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/place.h"
#include "app/widgets/scene.h"
#include "core/day/business_day.h"
#include "core/people/roles.h"

namespace kushi {

using Reply = std::function<void(const nlohmann::json&)>;

/// Who works at the terminal now.
struct Signed {
    std::string id;
    std::string name;
    RoleSet roles;
    [[nodiscard]] bool manages() const { return roles.has(Role::manager) || roles.has(Role::owner); }
    [[nodiscard]] bool treats() const { return roles.has(Role::therapist) || manages(); }
    [[nodiscard]] bool sells() const { return roles.has(Role::front_desk) || manages(); }
};

/// What a screen needs to know of the salon to write an amount or a time.
struct Locale {
    std::string language = "en";
    std::string zone = "Asia/Tokyo";
    std::string currency = "JPY";
    std::string salon;
    std::string business_day;
    bool training = false;
};

struct PrinterState {
    bool exists = false;
    bool ready = true;
    bool no_paper = false;
    std::string sentence{};  ///< what is the matter, from the engine
    int waiting = 0;       ///< papers that are not out yet
};

/// The window's size, and what follows from it.
struct Viewport {
    Size size{1280, 800};
    int keyboard = 0;  ///< how much of its foot the on-screen keyboard takes
    [[nodiscard]] bool compact() const { return size.width < 1200; }  ///< 1024 x 768: no subtitles, icons for pills
    [[nodiscard]] int margin() const { return compact() ? 16 : 24; }
    [[nodiscard]] int gap() const { return compact() ? 12 : 16; }
    [[nodiscard]] int rail() const { return compact() ? 88 : 96; }
};

/// The terminal, as a screen sees it. All of it happens on the window's thread; an answer of the engine comes later, and never
/// to a screen that is gone (Screen::ask).
class Host {
public:
    virtual ~Host() = default;

    /// Hands a request to the engine as the person who is signed in, and its answer back. Returns at once.
    virtual void ask(nlohmann::json request, Reply reply) = 0;
    /// The pixels of a paper as it prints, `width` pixels wide; null where there is none.
    virtual void ask_picture(const std::string& number, int width, std::function<void(std::shared_ptr<const Picture>)> reply) = 0;

    virtual Instant now() const = 0;
    virtual const Signed& person() const = 0;
    virtual const Locale& locale() const = 0;
    virtual const PrinterState& printer() const = 0;
    /// While a ritual runs here and nobody's PIN is fresh: only what needs none is open, and only initials show.
    virtual bool locked() const = 0;

    /// Opens a screen over this one; `back` returns here.
    virtual void open(const Place& place) = 0;
    /// Opens a screen in the place of this one.
    virtual void replace(const Place& place) = 0;
    virtual void back() = 0;
    /// The home of the role, or another screen of the rail.
    virtual void home() = 0;
    virtual void home(const Place& place) = 0;
    virtual void lock() = 0;
    /// Signs in whom a PIN proved, and comes back to where the person was.
    virtual void sign_in(const nlohmann::json& staff) = 0;
    /// Another language for the whole terminal until it is chosen anew.
    virtual void speak_language(const std::string& language) = 0;

    /// Something that is shown changed: it is built anew.
    virtual void changed() = 0;
    virtual void toast(std::string words, std::string action = {}, std::function<void()> act = {}) = 0;
    /// Spoken by a reader, where nothing on the screen says it.
    virtual void announce(const std::string& words) = 0;
    /// Asks for a manager's PIN for this one act (`what`: "Refund ¥2,991"), runs the request with it and hands the answer on; a
    /// wrong PIN is said in the sheet. Cancelled: no answer comes.
    virtual void with_approval(std::string what, nlohmann::json request, Reply reply) = 0;
    /// In a locked ritual: asks for the person's PIN first.
    virtual void with_pin(std::function<void()> then) = 0;
};

}  // namespace kushi
