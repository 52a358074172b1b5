#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "app/presets/presets.h"

namespace kushi {
namespace {

using nlohmann::json;

std::string names_file()
{
    std::ifstream file{KUSHI_SOURCE "/app/presets/names.json", std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

TEST(InventedNames, AreManyAndEachIsThereOnce)
{
    EXPECT_EQ(names_json(), names_file());
    const auto names = json::parse(names_json());
    const std::regex hiragana{"^(\xe3[\x81\x82][\x80-\xbf]|\xe3\x83\xbc)+$"}, romaji{"^[A-Z][a-z]+$"};
    std::set<std::string> kanji;
    for (const auto* part : {"family", "given"}) {
        for (const auto& name : names.at("ja").at(part)) {
            EXPECT_TRUE(kanji.insert(part + name.at("name").get<std::string>()).second) << name;
            EXPECT_TRUE(std::regex_match(name.at("reading").get<std::string>(), hiragana)) << name;
            EXPECT_TRUE(std::regex_match(name.at("romaji").get<std::string>(), romaji)) << name;
        }
    }
    EXPECT_GE(kanji.size(), 120u);
    std::set<std::string> english;
    for (const auto* part : {"family", "given"}) {
        for (const auto& name : names.at("en").at(part)) english.insert(name.get<std::string>());
    }
    EXPECT_GE(english.size(), 80u);
    EXPECT_EQ(english.size(), names["en"]["family"].size() + names["en"]["given"].size());
}

TEST(InventedNames, AreReachedByNoTelephoneAndNoMail)
{
    const auto names = json::parse(names_json());
    const auto all = [](const json& patterns, const char* form) {
        return std::ranges::all_of(
            patterns, [&](const json& each) { return std::regex_match(each.get<std::string>(), std::regex{form}); });
    };
    EXPECT_TRUE(all(names["ja"]["phones"], R"(0[789]0-0000-####)"));
    EXPECT_TRUE(all(names["en"]["phones"]["london"], R"(020 7946 0###)")) << "Ofcom's numbers for drama use";
    EXPECT_TRUE(all(names["en"]["phones"]["newyork"], R"(\(\d{3}\) 555-01##)"))
        << "kept for fiction by the numbering plan";
    EXPECT_EQ(names["ja"]["email_domain"], "example.jp");
    EXPECT_EQ(names["en"]["email_domain"], "example.com");
}

}  // namespace
}  // namespace kushi
