#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kushi::house {

/// The project's own files as paths from its root: what git tracks, and what is new in the rooms. Where there is no
/// checkout (a tarball), everything but build/.
/// @throws std::runtime_error if this is a checkout and git does not answer
std::vector<std::string> project_files();

/// One file of the project, whole.
/// @throws std::runtime_error if it cannot be read
std::string text_of(const std::string& path);

/// Whether the file is code of core, db, printing or app: a header or a source.
bool is_code_of_a_room(std::string_view path);

}  // namespace kushi::house
