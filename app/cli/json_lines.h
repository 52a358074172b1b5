#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "core/result.h"

namespace kushi::cli {

/// What one line of foreign input may weigh.
constexpr std::size_t longest_line = 1u << 20;  ///< bytes, without the line's end
constexpr int deepest_nesting = 64;

/// The next line that is not blank; nothing at the end of the input. A longer line than the limit is read to its end,
/// never kept, and refused `too_long`.
std::optional<Outcome<std::string>> next_line(std::istream& in);

/// One JSON object. Refused: `bad_request` for anything else (detail: the byte at fault) and for a field that stands
/// twice in one object, of which a parser would silently take the last; `too_deep` past the limit.
Outcome<nlohmann::json> parse_object(const std::string& line);

/// {"ok":false,"error":{"code","message","field"}}; the field is left out when the refusal names none.
nlohmann::ordered_json refusal_json(const Refusal& refusal, std::string_view language);

}  // namespace kushi::cli
