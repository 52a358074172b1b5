#include "tests/house/layout.h"

#include <algorithm>
#include <cctype>
#include <sstream>
#include <vector>

namespace kushi::house {
namespace {

/// Folders that people and build machines keep checkouts in. The slashes come later: this file is read as well.
const std::vector<std::string> kept_in{"home", "root", "work", "farm", "tmp/w"};

bool continues_a_path(char before)
{
    return std::isalnum(static_cast<unsigned char>(before)) != 0 || std::string_view{"_-.~$*/})"}.find(before) != std::string_view::npos;
}

}  // namespace

bool lists(std::string_view cmake_lists, std::string_view source)
{
    std::istringstream lines{std::string{cmake_lists}};
    for (std::string line; std::getline(lines, line);) {
        line.resize(std::min(line.find('#'), line.size()));
        std::ranges::replace_if(line, [](char c) { return c == '(' || c == ')' || c == '"'; }, ' ');
        std::istringstream words{line};
        for (std::string word; words >> word;) {
            if (word == source) return true;
        }
    }
    return false;
}

std::optional<std::string> machine_path_in(std::string_view text)
{
    for (const std::string& folder : kept_in) {
        const std::string path = "/" + folder + "/";
        for (std::size_t at = text.find(path); at != std::string_view::npos; at = text.find(path, at + 1)) {
            if (at == 0 || !continues_a_path(text[at - 1])) return path;
        }
    }
    return std::nullopt;
}

}  // namespace kushi::house
