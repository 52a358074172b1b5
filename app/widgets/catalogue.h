#pragma once

#include <string_view>

namespace kushi {

/// The Japanese catalogue, compiled by msgfmt from app/words/screens/ja/*.po.
std::string_view japanese_catalogue();

}  // namespace kushi
