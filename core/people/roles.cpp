#include "core/people/roles.h"

#include <stdexcept>

namespace kushi {

std::string_view role_text(Role role)
{
    switch (role) {
        case Role::front_desk: return "front_desk";
        case Role::therapist: return "therapist";
        case Role::manager: return "manager";
        case Role::owner: return "owner";
    }
    throw std::logic_error{"a role without a name"};
}

std::optional<Role> parse_role(std::string_view text)
{
    for (const Role role : all_roles) {
        if (role_text(role) == text) return role;
    }
    return std::nullopt;
}

std::vector<std::string> RoleSet::texts() const
{
    std::vector<std::string> found;
    for (const Role role : all_roles) {
        if (has(role)) found.emplace_back(role_text(role));
    }
    return found;
}

Outcome<RoleSet> RoleSet::parse(const std::vector<std::string>& texts, std::string field)
{
    RoleSet roles;
    for (const std::string& text : texts) {
        const auto role = parse_role(text);
        if (!role) return refused("unknown_role", std::move(field));
        roles.bits_ |= bit(*role);
    }
    if (roles.empty()) return refused("no_role", std::move(field));
    return roles;
}

}  // namespace kushi
