#pragma once

#include <vector>

namespace kushi {

/// The numbered .sql files of this folder in order, embedded at build time. A released one is never changed.
const std::vector<const char*>& migrations();

}  // namespace kushi
