#pragma once

#include <string_view>

namespace kushi {

/// Whether text is written like the number of a qualified invoice issuer: T and 13 digits, in ASCII.
bool has_registration_number_form(std::string_view text);

/// The form, and the first digit as the check digit of the other twelve, as corporate numbers have it: 9 less the rest
/// by 9 of the digits, weighted 1 and 2 in turn from the right. For a sole proprietor's number a wrong one is no proof
/// of a mistake. Source: 法人番号の指定等に関する省令 第2条
bool registration_number_fits(std::string_view text);

}  // namespace kushi
