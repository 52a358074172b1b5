#pragma once

#include "app/widgets/kana.h"
#include "app/widgets/node.h"

namespace kushi {

enum class KeyboardLayout { kana, latin, figures };

struct KeyboardLook {
    KeyboardLayout layout = KeyboardLayout::kana;
    bool shift = false;                               ///< of the next Latin letter
    std::string hint{};                               ///< at the upper right: what is searched for
    std::string delete_name, space_name, shift_name;  ///< of the keys that show an icon
    std::string done, enter_name;  ///< the words of the key that closes it; the name of the one that goes on
    std::function<void(const std::string&)> on_text{};
    std::function<void()> on_backspace{};
    std::function<void()> on_enter{};  ///< none: the field has one line, and Done is all there is
    std::function<void()> on_shift{};
    std::function<void(KeyboardLayout)> on_layout{};
    std::function<void()> on_close{};
    /// The text before the cursor is to become what changed_kana makes of it.
    std::function<void(KanaChange)> on_change_last_kana{};
};
/// The keyboard on the screen, for fingers: keys 56 high in five rows. It is in nobody's tab order, for who has a
/// keyboard types on it; it knows no kanji, for those a keyboard's input method is better.
Node on_screen_keyboard(const KeyboardLook& look);

/// How high it is at any width.
constexpr int on_screen_keyboard_height = 400;

}  // namespace kushi
