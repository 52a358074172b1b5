#pragma once

#include <string_view>

#include "core/care/catalogue.h"

namespace kushi {

/// Whether what a client wrote as an allergy speaks of this ingredient. It errs to yes: a product too many is left out
/// rather than one too few, and a manager can let it pass with a reason.
/// Both are compared after NFKC and case folding, hiragana as katakana. The allergy is taken apart at commas, slashes,
/// middle dots, semicolons, line ends and "and"; a part matches the ingredient when
/// - they are the same, or one holds the other as whole words in a row ("almond" and "Prunus Amygdalus Dulcis (Sweet
///   Almond) Oil"; a plural s makes no difference), or
/// - it is one word of three letters or more and a word of the ingredient ends with it ("nut" and "hazelnut": an
/// English
///   compound names the thing last; "oat" is not in "benzoate"), or
/// - in Japanese, which writes no blanks, the ingredient holds it as text, or it holds the ingredient from two
///   characters on.
/// A word that only says what form a thing has (oil, extract, water, エキス, ...) matches nothing but itself.
bool allergy_matches(std::string_view allergy, std::string_view ingredient);

/// Any ingredient; a product without a list of ingredients is judged by its name, for nothing else is known of it.
bool allergy_matches(std::string_view allergy, const CareProduct& product);

}  // namespace kushi
