#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kushi::house {

/// The paths of a file's #include lines, in both of their forms; what stands in a line comment does not count.
std::vector<std::string> includes_of(std::string_view text);

/// Why the plan of the house forbids `file` to include `included` (both from the project's root, a library's header as
/// it is written); nothing when it may.
std::optional<std::string> forbidden(std::string_view file, std::string_view included);

/// Whether code, comments aside, names the library behind core/result.h.
bool names_tl(std::string_view text);

}  // namespace kushi::house
