#pragma once

#include <string>

#include "core/day/business_day.h"

namespace kushi {

/// A key for a document that is asked for once: whoever asks again with it gets the same document, never a second one.
std::string fresh_key(Instant now);

}  // namespace kushi
