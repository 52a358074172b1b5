#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace kushi {

/// The words that other programs know an enumeration's values by, in the order of the values. Each enumeration of the
/// care papers gives its own beside its declaration: `template <> struct Words<Zone> { static constexpr auto list =
/// ...; }`.
template <class Enum>
struct Words;

template <class Enum>
constexpr std::string_view word_of(Enum value)
{
    return Words<Enum>::list[static_cast<std::size_t>(value)];
}

template <class Enum>
constexpr std::optional<Enum> parse_word(std::string_view text)
{
    constexpr auto& list = Words<Enum>::list;
    const auto found = std::find(list.begin(), list.end(), text);
    if (found == list.end()) return std::nullopt;
    return static_cast<Enum>(found - list.begin());
}

/// Every value, in order.
template <class Enum>
constexpr auto all_of_words()
{
    std::array<Enum, Words<Enum>::list.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<Enum>(i);
    return all;
}

/// "a, b, c": what a refusal tells of the words that would have been taken.
template <class Enum>
std::string word_list()
{
    std::string text;
    for (const std::string_view word : Words<Enum>::list) text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

template <std::size_t N>
constexpr std::array<std::string_view, N> word_array(const std::string_view (&words)[N])
{
    return std::to_array(words);
}

}  // namespace kushi
