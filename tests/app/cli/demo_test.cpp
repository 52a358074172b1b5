#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/cli/commands.h"
#include "tests/engine/temporary_folder.h"

namespace kushi::cli {
namespace {

namespace fs = std::filesystem;

struct Ran {
    int exit_code;
    std::string out, err;
};

Ran run(const CommandSpec& command, const fs::path& data, const std::map<std::string, std::string>& options, const std::string& language = {})
{
    std::istringstream in;
    std::ostringstream out, err;
    const int exit_code = command.run({data, {}, language, options, {}, in, out, err});
    return {exit_code, out.str(), err.str()};
}

std::string text_of(const fs::path& file)
{
    std::ifstream stream{file};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

TEST(TheDemoCommand, LeavesReceiptsAReportAndASalonAndSaysWhere)
{
    const TemporaryFolder folder;
    const auto out = folder.path() / "demo";
    const auto ran = run(demo_command(), folder.path(), {{"out", out.string()}, {"preset", "london"}}, "ja");
    ASSERT_EQ(ran.exit_code, 0) << ran.err;
    for (const char* part : {"receipts", "report", "salon"}) EXPECT_NE(ran.out.find((out / part).string()), std::string::npos) << part;
    EXPECT_NE(ran.out.find("日報"), std::string::npos) << "in the language that was asked for";
    EXPECT_NE(ran.out.find("PIN"), std::string::npos);
    EXPECT_TRUE(fs::is_directory(out / "salon" / "keys"));
    EXPECT_TRUE(fs::is_regular_file(out / "receipts" / "sheet-0001.png"));

    const auto report = nlohmann::json::parse(text_of(out / "report" / "report.json"));
    EXPECT_TRUE(report["closed"].get<bool>());
    EXPECT_NE(text_of(out / "report" / "report.csv").find("day,net_incl," + report["net_incl"].dump()), std::string::npos);
    EXPECT_FALSE(text_of(out / "report" / "report.txt").empty());
}

TEST(TheDemoCommand, LeavesAFolderAloneThatIsNotItsOwn)
{
    const TemporaryFolder folder;
    std::ofstream{folder.path() / "letter.txt"} << "dear";
    const auto ran = run(demo_command(), folder.path(), {{"out", folder.path().string()}});
    EXPECT_EQ(ran.exit_code, 1);
    EXPECT_NE(ran.out.find("foreign_files"), std::string::npos);
    EXPECT_EQ(text_of(folder.path() / "letter.txt"), "dear");
    EXPECT_EQ(std::distance(fs::directory_iterator{folder.path()}, {}), 1);
}

TEST(TheGenerateCommand, RefusesWhatItCannotMake)
{
    struct Case { const char* why; const char* option; const char* value; };
    for (const auto& c : {Case{"no year at all", "years", "0"}, Case{"a negative number", "visits-per-day", "-3"},
                          Case{"more clients than a town", "clients", "1000000000"}, Case{"no number", "seed", "x"},
                          Case{"a fraction", "years", "1.5"}, Case{"no date", "until", "2026-02-30"}, Case{"nothing", "clients", ""}}) {
        const TemporaryFolder folder;
        const auto ran = run(generate_command(), folder.path() / "salon", {{c.option, c.value}});
        EXPECT_EQ(ran.exit_code, 2) << c.why;
        EXPECT_NE(ran.err.find(std::string{"--"} + c.option), std::string::npos) << c.why << ": " << ran.err;
        EXPECT_FALSE(fs::exists(folder.path() / "salon")) << c.why;
    }
}

}  // namespace
}  // namespace kushi::cli
