#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace kushi {

/// From now on the screens speak "ja", or for anything else English. May be called at any time on the window's thread; what is
/// shown is built anew by who calls.
void speak(std::string_view language);
const std::string& spoken();

/// The words of a screen, in the language that is spoken: English words are the key (gettext). A word without a translation
/// stays English; tests/house holds that there is none.
std::string tr(const char* words);
/// Where one English word is two in Japanese: "Done" of a visit, "Done" of a map.
std::string tr_in(const char* context, const char* words);
std::string tr_count(const char* one, const char* many, long count);

namespace words {
std::string filled(const std::string& pattern, std::initializer_list<std::string> arguments);
inline std::string plain(std::string text) { return text; }
inline std::string plain(std::string_view text) { return std::string{text}; }
inline std::string plain(const char* text) { return text; }
template <class Number>
std::string plain(Number number)
{
    return std::to_string(number);
}
}  // namespace words

/// Each `{}` of the words gives way to the next argument, `{0}`, `{1}` to that one: a language orders them as it needs.
template <class... Arguments>
std::string said(const std::string& pattern, const Arguments&... arguments)
{
    return words::filled(pattern, {words::plain(arguments)...});
}

}  // namespace kushi
