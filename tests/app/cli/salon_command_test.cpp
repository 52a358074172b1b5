#include "app/cli/salon_command.h"

#include <gmock/gmock.h>

#include <unistd.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "app/cli/commands.h"
#include "app/words/refusals.h"
#include "db/vault/key_files.h"

namespace kushi::cli {
namespace {

namespace fs = std::filesystem;

class ASalonThatCannotBeOpened : public testing::Test {
protected:
    ~ASalonThatCannotBeOpened() override { fs::remove_all(folder_); }

    /// Runs the body guarded, or opens the salon when there is none. The answer's error, with the exit code beside it.
    nlohmann::json told(const std::string& language, const std::function<int()>& body = {})
    {
        std::istringstream in;
        std::ostringstream out;
        std::ostringstream err;
        const Invocation call{folder_, {}, language, {}, {}, in, out, err};
        const int exit = body ? guarded(call, body) : board_command().run(call);
        auto error = nlohmann::json::parse(out.str()).at("error");
        EXPECT_EQ(err.str(), "kushi: " + error.at("message").get<std::string>() + "\n");
        error["exit"] = exit;
        return error;
    }

    const fs::path folder_ = fs::path{testing::TempDir()} / ("kushi-salon-command-" + std::to_string(getpid()));
};

TEST_F(ASalonThatCannotBeOpened, IsToldInTheAskedLanguage)
{
    fs::create_directories(folder_);
    for (const char* language : {"en", "ja"}) {
        const auto error = told(language);
        EXPECT_EQ(error["code"], "no_salon");
        EXPECT_EQ(error["exit"], refused_with_reason);
        EXPECT_EQ(error["message"], words_of({"no_salon", {}, folder_.string()}, language));
    }
    std::ofstream{folder_ / "kushi.db"} << std::string(8192, 'x');
    const auto foreign = told("ja");
    EXPECT_EQ(foreign["code"], "foreign_database");
    EXPECT_EQ(foreign["exit"], data_damaged);
    EXPECT_EQ(foreign["message"], words_of({"foreign_database", {}, folder_.string()}, "ja"));
}

TEST_F(ASalonThatCannotBeOpened, HasAnExitCodeForWhatTheWorldDidWrong)
{
    const auto key = told("ja", []() -> int { throw KeyProblem{KeyFault::missing, "/keys/salon.key"}; });
    EXPECT_EQ(key["code"], "key_missing");
    EXPECT_EQ(key["exit"], io_error);
    EXPECT_EQ(key["message"], words_of({"key_missing", {}, "/keys/salon.key"}, "ja"));
    const auto disk = told("en", []() -> int { throw std::system_error{std::make_error_code(std::errc::no_space_on_device)}; });
    EXPECT_EQ(disk["code"], "io_error");
    EXPECT_EQ(disk["exit"], io_error);
    EXPECT_THAT(disk["message"].get<std::string>(), testing::HasSubstr("No space left on device"));
}

}  // namespace
}  // namespace kushi::cli
