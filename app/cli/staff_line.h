#pragma once

#include <string>

namespace kushi {
struct NewStaff;
}

namespace kushi::cli {

/// A new salon's person with the PIN, as `init` and `practice` tell it: one line of JSON.
std::string staff_line(const NewStaff& person);

}  // namespace kushi::cli
