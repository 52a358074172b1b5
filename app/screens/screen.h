#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "app/screens/host.h"

namespace kushi {

/// One screen's controller: it takes intents, asks the engine, and describes what is to be seen. Its state and its panel are
/// beside it, in the screen's folder.
class Screen {
public:
    Screen(Host& host, Place place) : host_{host}, place_{std::move(place)} {}
    virtual ~Screen() = default;
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    [[nodiscard]] const Place& place() const { return place_; }
    /// Asks for what it shows: when it comes, and when the screen over it has gone.
    virtual void enter() {}
    /// All that is seen, the frame too.
    [[nodiscard]] virtual Node build(const Viewport& view) const = 0;
    [[nodiscard]] virtual std::vector<Sheet> sheets(const Viewport& /*view*/) const { return {}; }
    /// How often tick comes; not at all where absent.
    [[nodiscard]] virtual std::optional<std::chrono::milliseconds> tick_every() const { return std::nullopt; }
    virtual void tick() {}
    /// A key that no control took. @returns whether it was used
    virtual bool key(const KeyPress& /*press*/) { return false; }
    /// A printer, a queue, another person's act: what is shown may be old.
    virtual void refresh() {}
    /// Stays open behind the lock for what needs no PIN (a running ritual).
    [[nodiscard]] virtual bool stays_when_locked() const { return false; }
    /// Where it is no place to come back to.
    [[nodiscard]] virtual bool is_kept_as_place() const { return true; }
    /// Escape: back, unless a screen has a better way.
    virtual void escape() { host_.back(); }

    [[nodiscard]] bool busy() const { return waiting_ > 0; }

protected:
    /// Asks the engine; the answer comes only while this screen lives.
    void ask(nlohmann::json request, Reply reply);
    /// The same, and where it needs a manager's leave the PIN is asked for, under that name.
    void ask_or_approve(std::string what, nlohmann::json request, Reply reply);
    /// Runs later acts only while this screen lives.
    template <class... Arguments>
    std::function<void(Arguments...)> while_alive(std::function<void(Arguments...)> act)
    {
        return [alive = std::weak_ptr<bool>{alive_}, act = std::move(act)](Arguments... arguments) {
            if (!alive.expired()) act(std::forward<Arguments>(arguments)...);
        };
    }
    Host& host_;
    Place place_;

private:
    int waiting_ = 0;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

/// Whether an answer is a refusal, its code and its words.
bool is_ok(const nlohmann::json& answer);
std::string refusal_code(const nlohmann::json& answer);
std::string refusal_words(const nlohmann::json& answer);
/// A text field of a row; empty where it is missing or null.
std::string text_of(const nlohmann::json& row, const char* name);
std::int64_t number_of(const nlohmann::json& row, const char* name, std::int64_t otherwise = 0);
bool flag_of(const nlohmann::json& row, const char* name);

}  // namespace kushi
