#include "app/cli/whole_number.h"

#include <charconv>

namespace kushi::cli {

std::optional<std::int64_t> whole_number(std::string_view text, std::int64_t least, std::int64_t most)
{
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc{} || end != text.data() + text.size() || number < least || number > most) return std::nullopt;
    return number;
}

}  // namespace kushi::cli
