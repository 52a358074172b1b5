#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/care/advice.h"

namespace kushi {

/// The advice in sentences to a client, in "ja" or else English: the plan and why, what a red flag asks for, how the
/// care is done, what is left out, when to come again. They never promise hair growth or a cure, and the Japanese says
/// ほぐし, for the other word is a licensed trade's.
std::vector<std::string> advice_text(const Advice& advice, std::string_view language);

}  // namespace kushi
