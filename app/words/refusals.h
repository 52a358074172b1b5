#pragma once

#include <string>
#include <string_view>

#include "core/result.h"

namespace kushi {

/// The sentence for a refusal's code, with the field at fault and the fact beside it. A code without a sentence of its
/// own is named, so that it can be looked up.
std::string words_of(const Refusal& refusal, std::string_view language);

}  // namespace kushi
