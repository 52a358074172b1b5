#include "tests/house/source_tree.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <sstream>
#include <stdexcept>

namespace kushi::house {
namespace {

namespace fs = std::filesystem;

const fs::path root{KUSHI_SOURCE};

/// What `git ls-files` says, taken apart at its NULs. The checkout may belong to another user than the tests run as.
std::vector<std::string> listed_by_git(const std::string& arguments)
{
    const std::string command = "git -c safe.directory='*' -C '" + root.string() + "' ls-files -z " + arguments;
    std::string output;
    FILE* const git = popen(command.c_str(), "r");
    if (git == nullptr) throw std::runtime_error{"cannot start git"};
    std::array<char, 4096> piece{};
    while (const std::size_t got = std::fread(piece.data(), 1, piece.size(), git)) output.append(piece.data(), got);
    if (pclose(git) != 0) throw std::runtime_error{"git ls-files failed"};

    std::vector<std::string> files;
    std::istringstream names{output};
    for (std::string name; std::getline(names, name, '\0');) {
        if (fs::exists(root / name)) files.push_back(name);  // one deleted but not yet committed is still listed
    }
    return files;
}

std::vector<std::string> found_in_the_folder()
{
    std::vector<std::string> files;
    for (fs::recursive_directory_iterator at{root}, end; at != end; ++at) {
        if (at.depth() == 0 && at->path().filename() == "build") at.disable_recursion_pending();
        if (at->is_regular_file()) files.push_back(at->path().lexically_relative(root).generic_string());
    }
    return files;
}

}  // namespace

std::vector<std::string> project_files()
{
    if (!fs::exists(root / ".git")) return found_in_the_folder();
    std::vector<std::string> files = listed_by_git("--cached");
    std::ranges::move(listed_by_git("--others --exclude-standard -- app core db printing tests"), std::back_inserter(files));
    return files;
}

std::string text_of(const std::string& path)
{
    std::ifstream file{root / path, std::ios::binary};
    if (!file) throw std::runtime_error{"cannot read " + path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

bool is_code_of_a_room(std::string_view path)
{
    const bool code = path.ends_with(".h") || path.ends_with(".cpp");
    return code && (path.starts_with("core/") || path.starts_with("db/") || path.starts_with("printing/") ||
                    path.starts_with("app/"));
}

}  // namespace kushi::house
