#include "printing/profiles/profile.h"

#include <algorithm>
#include <array>

namespace kushi::printing {
namespace {

/// `generic` is what the Epson-compatible Japanese models have in common; `clone` promises nothing but the commands
/// that every printer of the kind has.
constexpr std::array table{
    Profile{.name = "generic-80",
            .dots = 576,
            .columns = 48,
            .kanji = true,
            .real_time_off = true,
            .status = true,
            .process_id = true,
            .native_qr = true},
    Profile{.name = "generic-58",
            .dots = 384,
            .columns = 32,
            .kanji = true,
            .real_time_off = true,
            .status = true,
            .process_id = true,
            .native_qr = true},
    Profile{.name = "clone-80", .dots = 576, .columns = 48},
    Profile{.name = "clone-58", .dots = 384, .columns = 32},
};

}  // namespace

const Profile* find_profile(std::string_view name)
{
    const auto* found = std::find_if(table.begin(), table.end(), [&](const Profile& one) { return one.name == name; });
    return found == table.end() ? nullptr : found;
}

std::span<const Profile> profiles()
{
    return table;
}

std::vector<std::string_view> profile_names()
{
    std::vector<std::string_view> names;
    names.reserve(table.size());
    for (const Profile& one : table) names.push_back(one.name);
    return names;
}

}  // namespace kushi::printing
