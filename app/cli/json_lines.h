#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "core/result.h"

namespace kushi::cli {

/// The next line that is not blank; nothing at the end of the input. A line longer than parse_json_line takes is read
/// to its end, never kept, and refused `too_long`.
std::optional<Outcome<std::string>> next_line(std::istream& in);

}  // namespace kushi::cli
