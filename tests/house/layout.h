#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kushi::house {

/// Whether a CMakeLists.txt lists `source`, a path from its own folder, outside comments.
bool lists(std::string_view cmake_lists, std::string_view source);

/// The first path in the text that belongs to one person's or one build's machine, such as somebody's home; nothing
/// when it would read the same anywhere.
std::optional<std::string> machine_path_in(std::string_view text);

}  // namespace kushi::house
