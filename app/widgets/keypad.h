#pragma once

#include "app/widgets/node.h"

namespace kushi {

/// What a keypad's key does: a digit, "00", ".", or what the keys beside 0 do.
struct KeypadLook {
    std::string group;                             ///< its name for a reader: "PIN", "Cash received"
    std::function<void(const std::string&)> on_digits;  ///< "0" to "9", "00", "."
    std::function<void()> on_delete;
    std::string left_key{};                          ///< "00", ".", or a word such as Clear
    std::function<void()> on_left{};                 ///< where the left key is a word
    std::string delete_name;
    int key_height = 72;
    int gap = 10;
    bool busy = false;
    std::string disabled{};
    bool seven_on_top = false;  ///< as a till has them, not as a telephone
};
Node keypad(const KeypadLook& look);

/// A key of a keypad or keyboard.
Node key_cap(std::string label, std::string name, std::function<void()> act, bool plain = true, Icon icon = Icon::none, int height = 72);

/// How many digits of a PIN are in; which ones is nobody's to see.
Node pin_dots(std::size_t filled, std::size_t length);

/// The digits of a money amount as they are typed, capped: "12" + "00" is "1200"; never more than 9,999,999.
std::int64_t with_digits(std::int64_t amount, const std::string& digits, std::int64_t most = 9'999'999);

/// Digits and backspace from a hardware keyboard do what the pad's keys do. @returns whether it was one
bool keypad_key(const KeypadLook& look, const KeyPress& press);

}  // namespace kushi
