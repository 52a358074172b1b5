#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/result.h"

namespace kushi {

inline constexpr std::size_t most_json_bytes = std::size_t{1} << 20;
inline constexpr std::size_t most_json_depth = 64;

/// A field's name as a refusal may repeat it: one that is longer than any of ours, or holds control characters, is
/// somebody else's text and comes back empty.
std::string name_to_repeat(std::string_view name);

/// One line from outside as a JSON object. Refused with `too_long` (detail: bytes allowed), `bad_text` (not UTF-8),
/// `bad_json` (detail: "byte " and where it failed), `too_deep` (detail: levels allowed), `duplicate_field` (field: the
/// name that stands twice in one object, which nlohmann would settle in silence, if it may be repeated), `bad_request`
/// (JSON, but no object).
/// Numbers that no 64 bits hold come out as floating point, as nlohmann has it: ask is_number_integer() before use.
Outcome<nlohmann::json> parse_json_line(std::string_view line);

}  // namespace kushi
