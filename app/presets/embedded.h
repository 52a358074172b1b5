#pragma once

#include <string_view>

namespace kushi {

// Defined in the file that embed.cmake writes from the JSON files of this folder.
extern const std::string_view embedded_tokyo;
extern const std::string_view embedded_london;
extern const std::string_view embedded_newyork;
extern const std::string_view embedded_names;

}  // namespace kushi
