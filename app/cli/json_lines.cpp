#include "app/cli/json_lines.h"

#include <istream>

#include "core/text/json_limits.h"

namespace kushi::cli {
namespace {

bool is_blank(const std::string& line)
{
    return line.find_first_not_of(" \t\r") == std::string::npos;
}

}  // namespace

std::optional<Outcome<std::string>> next_line(std::istream& in)
{
    std::string line;
    bool too_long = false;
    for (int byte = in.get(); byte != std::istream::traits_type::eof(); byte = in.get()) {
        if (byte != '\n') {
            too_long = too_long || line.size() == most_json_bytes;
            if (!too_long) line.push_back(static_cast<char>(byte));
            continue;
        }
        if (too_long) return refused("too_long", {}, std::to_string(most_json_bytes));
        if (!is_blank(line)) return line;
        line.clear();
    }
    if (too_long) return refused("too_long", {}, std::to_string(most_json_bytes));
    if (is_blank(line)) return std::nullopt;
    return line;
}

}  // namespace kushi::cli
