#include "tests/house/layout.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>

#include "tests/house/source_tree.h"

namespace kushi::house {
namespace {

bool is_binary(std::string_view text) { return text.substr(0, 8'000).find('\0') != std::string_view::npos; }

/// Whether the CMakeLists.txt of the file's own folder, or of one above it, lists the file.
bool is_built(const std::string& file, const std::set<std::string>& files)
{
    const std::filesystem::path source{file};
    for (auto folder = source.parent_path(); !folder.empty(); folder = folder.parent_path()) {
        const std::string cmake_lists = (folder / "CMakeLists.txt").generic_string();
        const std::string listed_as = source.lexically_relative(folder).generic_string();
        if (files.contains(cmake_lists) && lists(text_of(cmake_lists), listed_as)) return true;
    }
    return false;
}

TEST(EverySource, IsListedWhereItIsBuilt)
{
    const auto listing = project_files();
    const std::set<std::string> files{listing.begin(), listing.end()};
    int seen = 0;
    for (const std::string& file : files) {
        if (!file.ends_with(".cpp")) continue;
        ++seen;
        EXPECT_TRUE(is_built(file, files)) << file << " is in no CMakeLists.txt: it is neither compiled nor tested";
    }
    EXPECT_GT(seen, 0);
}

TEST(TheTopLevel, HoldsWhatThePlanHoldsAndNothingElse)
{
    const std::set<std::string> allowed{".ci", ".clang-format", ".clang-tidy", ".gitignore", "CMakeLists.txt",
                                        "CMakePresets.json", "LICENSE", "README.md", "app", "core", "db", "packaging",
                                        "printing", "tests"};
    std::set<std::string> there;
    for (const std::string& file : project_files()) there.insert(file.substr(0, file.find('/')));
    EXPECT_EQ(there, allowed);
}

TEST(EveryFile, ReadsTheSameOnAnyMachine)
{
    for (const std::string& file : project_files()) {
        const std::string text = text_of(file);
        if (is_binary(text)) continue;
        const auto path = machine_path_in(text);
        EXPECT_FALSE(path) << file << " names " << *path;
    }
}

TEST(EveryTest, IsRunAndNoneIsSkipped)
{
    for (const std::string& file : project_files()) {
        if (!file.starts_with("tests/") || !file.ends_with(".cpp")) continue;
        const std::string text = text_of(file);
        for (const char* const way : {"GTEST_" "SKIP", "DISABLED" "_"}) {
            EXPECT_EQ(text.find(way), std::string::npos) << file << " has a test that does not run: what it needs must be there";
        }
    }
}

TEST(AListOfSources, IsReadWordByWord)
{
    const char* const room = "add_library(core STATIC\n    id.cpp money/tax.cpp)\n# old.cpp\n";
    struct Case { const char* why; const char* source; bool listed; };
    for (const auto& c : {Case{"a word of its own", "id.cpp", true},
                          Case{"before a bracket", "money/tax.cpp", true},
                          Case{"only the end of a longer path", "tax.cpp", false},
                          Case{"in a comment", "old.cpp", false},
                          Case{"not at all", "sale.cpp", false}}) {
        EXPECT_EQ(lists(room, c.source), c.listed) << c.why;
    }
}

TEST(AMachinesPath, IsFoundInText)
{
    const std::string folder = "/" "work" "/";
    struct Case { const char* why; std::string text; bool found; };
    for (const auto& c : {Case{"at the beginning", folder + "kushi", true},
                          Case{"in quotes", "cp \"" + folder + "kushi\" .", true},
                          Case{"somebody's home", "see " "/" "home" "/aki/notes", true},
                          Case{"further down a path of ours", "app" + folder + "kushi", false},
                          Case{"below a variable", "${KUSHI_SOURCE}" + folder, false},
                          Case{"a system's folder", "/usr/share/fonts", false},
                          Case{"a word", "their work/rest", false}}) {
        EXPECT_EQ(machine_path_in(c.text).has_value(), c.found) << c.why;
    }
}

}  // namespace
}  // namespace kushi::house
