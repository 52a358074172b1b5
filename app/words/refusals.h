#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "app/words/language.h"
#include "core/result.h"

namespace kushi {

/// The sentence for a refusal's code, with the field at fault and the fact beside it. A code without a sentence of its
/// own is named, so that it can be looked up.
std::string words_of(const Refusal& refusal, std::string_view language);

/// The answer that it becomes: {"ok":false,"error":{"code","message","field"}}, without a field when it names none.
nlohmann::ordered_json refusal_json(const Refusal& refusal, std::string_view language);

/// The sentence alone, without its full stop; empty for a code that has none.
Phrase refusal_phrase(std::string_view code);

}  // namespace kushi
