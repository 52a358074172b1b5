#pragma once

#include <string_view>

#include "app/widgets/node.h"

namespace kushi {

struct AmountPadLook {
    std::string label;   ///< "Used"
    std::string value;   ///< as it is shown: "24.0 ml"
    std::string name{};  ///< for a reader: "Green Tea Light Mask, used"; the label where empty
    std::vector<std::string> presets{"5", "10", "15", "20"};
    std::string chosen_preset{};  ///< the one that the value is
    std::string error{};          ///< a sentence below the value, in red
    std::string delete_name;
    bool whole = false;  ///< pieces: no decimal
    int key_height = 64;
    std::function<void(const std::string&)> on_digit{};  ///< "0" to "9", "."
    std::function<void(const std::string&)> on_preset{};
    std::function<void()> on_delete{};
};
/// An amount of millilitres or grams: the value, what is usual, and keys as a calculator has them. The value takes a
/// hardware keyboard's digits, point and backspace while it has the focus.
Node amount_pad(const AmountPadLook& look);

/// The amount with one more digit or its point, as it is typed: at most `whole_digits` before the point and one after
/// it; what does not fit is not taken. "0" gives way to a digit, a point alone becomes "0.".
std::string with_decimal_digit(std::string_view text, std::string_view digit, std::size_t whole_digits = 4);
/// The amount without its last digit.
std::string without_last_digit(std::string_view text);

struct MoneyCountLook {
    std::string denomination;  ///< "¥10,000"
    int count = 0;
    std::string total;                      ///< "¥60,000"
    std::string name, less, more, no_less;  ///< for a reader: of the figure, of its keys, and why it goes no lower
    std::function<void(int)> on_count{};
    std::function<void()> on_value{};  ///< a tap on the figure: a pad to type it
};
/// One kind of note or coin in a count: what it is, how many of it, and what they make.
Node money_count_row(const MoneyCountLook& look, bool first);

}  // namespace kushi
