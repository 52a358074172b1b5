#pragma once

#include <map>
#include <string>

namespace kushi {

/// A screen and what it is about, in words: kept for each person, so that a terminal that starts again comes back to it.
struct Place {
    std::string screen;                        ///< "today", "checkout", ...
    std::map<std::string, std::string> about{};  ///< "visit" -> id, ...
    [[nodiscard]] std::string of(const std::string& name) const
    {
        const auto found = about.find(name);
        return found == about.end() ? std::string{} : found->second;
    }
    friend bool operator==(const Place&, const Place&) = default;
};

}  // namespace kushi
