#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kushi::cli {

/// The whole of the text as a decimal number within the limits; nothing for anything else.
std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t least, std::int64_t most);

}  // namespace kushi::cli
