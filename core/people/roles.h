#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace kushi {

enum class Role : std::uint8_t { front_desk, therapist, manager, owner };

inline constexpr std::array all_roles{Role::front_desk, Role::therapist, Role::manager, Role::owner};

/// "front_desk", "therapist", "manager", "owner": the words of the command line and of the record.
std::string_view role_text(Role role);
std::optional<Role> parse_role(std::string_view text);

/// The roles one person holds: in a small salon the owner works at the chair. An empty set may do nothing.
class RoleSet {
public:
    constexpr RoleSet() = default;
    constexpr RoleSet(std::initializer_list<Role> roles)
    {
        for (const Role role : roles) bits_ |= bit(role);
    }
    [[nodiscard]] constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    friend constexpr bool operator==(RoleSet, RoleSet) = default;

    /// In the order of `all_roles`, whatever order they were given in.
    [[nodiscard]] std::vector<std::string> texts() const;
    /// Refuses a word that is no role (`unknown_role`) and a person without one (`no_role`).
    static Outcome<RoleSet> parse(const std::vector<std::string>& texts, std::string field = "roles");

private:
    static constexpr unsigned bit(Role role) { return 1U << static_cast<unsigned>(role); }
    unsigned bits_ = 0;
};

}  // namespace kushi
