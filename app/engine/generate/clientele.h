#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "app/engine/story/people.h"

namespace kushi {

/// One client of a generated history: what stays the same from visit to visit.
struct Regular {
    std::string id;  ///< empty until the card is written
    std::size_t trait = 0;      ///< what kind of head: index into the traits
    std::size_t therapist = 0;  ///< who usually treats them
    bool has_come = false;
    std::chrono::sys_days consent_until{};
};

/// All clients so far. Grows evenly over the history; who comes back is likelier one of the newer half.
class Clientele {
public:
    Clientele(std::int64_t clients, std::int64_t days) : clients_{clients}, days_{days} {}

    /// How many new cards the day with this number, from 0, brings.
    [[nodiscard]] std::int64_t new_on(std::int64_t day) const;
    std::size_t add(Regular regular);
    [[nodiscard]] bool empty() const { return all_.empty(); }
    [[nodiscard]] std::size_t somebody(Chance& chance) const;
    [[nodiscard]] Regular& of(std::size_t index) { return all_.at(index); }
    [[nodiscard]] std::int64_t count() const { return static_cast<std::int64_t>(all_.size()); }

private:
    std::int64_t clients_, days_;
    std::vector<Regular> all_;
};

}  // namespace kushi
