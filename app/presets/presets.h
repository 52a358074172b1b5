#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kushi {

/// The JSON of a new salon ("tokyo", "london", "newyork"), for salon_seed_from_json. It is part of the program, so that
/// `init` needs no file beside it.
/// @returns nothing for a name that is no preset
std::optional<std::string_view> preset_json(std::string_view name);
/// In the order in which a new salon is offered them.
std::vector<std::string> preset_names();

/// Invented people for demonstrations and generated histories: `ja` and `en`, each with `family`, `given`, `phones`
/// (each # is a digit; ranges that no subscriber has) and `email_domain` (reserved for examples, RFC 2606 and JPRS).
std::string_view names_json();

}  // namespace kushi
