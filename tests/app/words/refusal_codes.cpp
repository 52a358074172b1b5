#include "tests/app/words/refusal_codes.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <stdexcept>

namespace kushi {
namespace {

namespace fs = std::filesystem;

/// From behind the opening bracket to the first comma or end on its own level; a list's brackets open no level.
std::string_view first_value(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \n{");
    if (begin == std::string_view::npos) return {};
    int depth = 0;
    for (std::size_t i = begin; i < text.size(); ++i) {
        if (text[i] == '(' || text[i] == '{') ++depth;
        const bool closes = text[i] == ')' || text[i] == '}';
        if (depth == 0 && (closes || text[i] == ',' || text[i] == ';')) return text.substr(begin, i - begin);
        if (closes) --depth;
    }
    return {};
}

void add_all(std::set<std::string>& codes, std::string_view text, const std::regex& pattern)
{
    const std::regex_iterator<std::string_view::iterator> end;
    for (std::regex_iterator<std::string_view::iterator> at{text.begin(), text.end(), pattern}; at != end; ++at) {
        codes.insert((*at)[1].str());
    }
}

std::string text_of(const fs::path& file)
{
    std::ifstream in{file, std::ios::binary};
    if (!in) throw std::runtime_error{"cannot read " + file.string()};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

std::set<std::string> refusal_codes_in(std::string_view source)
{
    static const std::regex giver{R"(\b(refused|refuse|Refusal|Refused|refusal_json|note)\s*[({])"};
    static const std::regex word{R"re("([a-z_]+)")re"};
    static const std::regex key_fault{R"re(KeyFault::\w+:\s*return "([a-z_]+)")re"};
    std::set<std::string> codes;
    const std::regex_iterator<std::string_view::iterator> end;
    for (std::regex_iterator<std::string_view::iterator> at{source.begin(), source.end(), giver}; at != end; ++at) {
        add_all(codes, first_value(source.substr(static_cast<std::size_t>(at->position() + at->length()))), word);
    }
    add_all(codes, source, key_fault);
    return codes;
}

std::set<std::string> all_refusal_codes()
{
    std::set<std::string> codes;
    for (const char* room : {"core", "db", "printing", "app"}) {
        for (const auto& entry : fs::recursive_directory_iterator{fs::path{KUSHI_SOURCE} / room}) {
            const auto kind = entry.path().extension();
            if (kind == ".cpp" || kind == ".h") codes.merge(refusal_codes_in(text_of(entry.path())));
        }
    }
    if (codes.empty()) throw std::runtime_error{"no refusal in " KUSHI_SOURCE};
    return codes;
}

}  // namespace kushi
