#pragma once

#include "app/screens/host.h"

namespace kushi {

/// The rail's places. A role sees those that are its own (design: roles, states, navigation).
enum class Station { none, today, clients, checkout, reports, more };

/// What stands around a screen's body: the rail, and the bar with its title, actions, states and avatar.
struct Frame {
    Station station = Station::today;
    std::string title;
    std::string subtitle{};
    bool has_back = false;
    std::vector<Node> actions{};  ///< left of the status pills
    bool to_foot = false;         ///< the body scrolls to the window's very foot
    std::optional<Node> head{};   ///< in the title's place: a search
    std::function<void()> on_back{};  ///< where it is more than to leave the screen
};
Node framed(Host& host, const Viewport& view, const Frame& frame, Node body);

/// A person's avatar: initials in Latin, a kanji in Japanese.
Node staff_avatar(const std::string& id, const std::string& name, int size = 28);
Node client_avatar(const std::string& id, const std::string& name, int size = 44);

}  // namespace kushi
