#pragma once

#include <set>
#include <string>
#include <string_view>

namespace kushi {

/// The codes that a source text gives: the words in quotes within the first value of `refused(`, `refuse(`, `Refusal{`,
/// `Refused{`, `refusal_json(` and `note(`, and what is returned for a fault of the keys.
std::set<std::string> refusal_codes_in(std::string_view source);

/// Those of every source of core, db, printing and app.
/// @throws std::runtime_error when a source cannot be read or there is none
std::set<std::string> all_refusal_codes();

}  // namespace kushi
