#pragma once

#include <string_view>

namespace kushi {

/// The codes of ISO 4217 as the system's iso-codes has them, three letters each and a blank between; the build writes
/// them into the program. Withdrawn currencies are not among them; funds, metals and XXX are.
std::string_view iso_4217_codes();

}  // namespace kushi
