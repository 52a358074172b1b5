#pragma once

#include <string_view>

namespace kushi {

/// Whether text holds what may be a payment card's number, which is never stored (spec: trust.md): 13 to 19 digits of any
/// script and width, with any blanks and hyphens between them, that begin with a network's prefix (Visa, Mastercard,
/// American Express, JCB, Diners, Discover, UnionPay) and pass the Luhn check.
/// Digits are read in groups, parted by blanks and hyphens; any other character ends the number. A number is one or more
/// whole groups, and takes a Japanese phone number or a date (090-1234-5678, 2026-11-22) whole or not at all, so that a
/// list of them is none. Inside an unbroken run of digits a number of its network's usual length (Visa 16, American
/// Express 15, Diners 14, ...) is found at any place: an expiry date or a customer number may be glued to it.
/// One in ten 13 digit barcodes that begin with 4 passes: barcodes, registration numbers and references are not asked.
bool holds_card_number(std::string_view text);

}  // namespace kushi
