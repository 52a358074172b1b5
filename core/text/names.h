#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/result.h"

namespace kushi {

/// As it is stored: NFC, no blanks at its ends, one blank where there were more. Every character stays as written (髙 is
/// not 高, ｻﾄｳ stays half-width); only comparing folds them (core/text/search.h).
std::string normalised(std::string_view text);

/// A name, a reading, a title: one line, normalised. Refused, never bent in silence, with `field` at fault:
/// `bad_text` (not UTF-8), `control_character`, `blank`, `too_many_marks` (more than four on one character),
/// `too_long` (detail: the limit in characters as a reader counts them; 1,000 bytes in all), `card_number`.
Outcome<std::string> clean_name(std::string_view text, const std::string& field, std::size_t most_characters = 120);

/// A note: line breaks (each becomes \n) and tabs may stand in it; at most 20,000 bytes; else as a name.
Outcome<std::string> clean_text(std::string_view text, const std::string& field, std::size_t most_characters = 4'000);

/// A phone number as it was written, in half-width characters and with plain hyphens: digits, blanks, + - ( ) . and 3 to
/// 15 digits (E.164). Else `bad_phone`; `card_number` for one that does not begin with + and would pass for a card.
Outcome<std::string> clean_phone(std::string_view text, const std::string& field = "phone");

/// "•••-••••-5678": only the last four digits show, the last two of five to seven, none of fewer.
std::string masked_phone(std::string_view phone);

/// Which part of a Japanese name its one character is taken from: a client's family name, a staff member's given name.
enum class InitialOf { family_name, given_name };
/// What an avatar and a locked screen show: the first letters of the first and last word ("Mia Sato" is "MS"), or one
/// character of a name that does not begin with a letter that has capitals ("木村 葵" is "木", given "葵").
std::string initials(std::string_view name, InitialOf part = InitialOf::family_name);
/// What colleagues say: "Mia" of "Mia Sato", "葵" of "木村 葵", "エマ" of "エマ・ラーセン", which is written as in the West.
/// A name of one word is that word.
std::string given_name(std::string_view name);

}  // namespace kushi
