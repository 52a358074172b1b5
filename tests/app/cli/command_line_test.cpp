#include "app/cli/command_line.h"

#include <gmock/gmock.h>

#include "app/cli/commands.h"

namespace kushi::cli {
namespace {

using testing::HasSubstr;
using testing::internal::CaptureStderr;
using testing::internal::CaptureStdout;
using testing::internal::GetCapturedStderr;
using testing::internal::GetCapturedStdout;

int run_with(std::vector<std::string> words)
{
    words.insert(words.begin(), "kushi");
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    const auto no_terminal = [](const TerminalRequest&) -> int {
        ADD_FAILURE() << "a command opens no window";
        return wrong_usage;
    };
    return run(static_cast<int>(arguments.size()), arguments.data(), {no_terminal, {}});
}

TEST(TheCommandLine, HelpsWithEveryCommand)
{
    for (const auto& command : all_commands()) {
        CaptureStdout();
        const int exit = run_with({command.name, "--help"});
        const auto help = GetCapturedStdout();
        EXPECT_EQ(exit, done) << command.name;
        EXPECT_THAT(help, HasSubstr(command.summary));
        EXPECT_THAT(help, HasSubstr("Usage: kushi " + command.name));
        EXPECT_THAT(help, HasSubstr(command.words_help)) << command.name << ": its words as they are written";
        EXPECT_THAT(help, HasSubstr("Example:\n  " + command.example));
        EXPECT_THAT(command.example, HasSubstr(" " + command.name)) << "the example is of this command";
        EXPECT_TRUE(command.summary.front() >= 'A' && command.summary.front() <= 'Z') << command.name;
        EXPECT_NE(command.summary.back(), '.') << command.name;
        for (const auto& option : command.options) EXPECT_THAT(help, HasSubstr(option.help)) << command.name;
    }
}

TEST(TheCommandLine, SaysWhatIsMissingOrUnknown)
{
    struct Case { const char* why; std::vector<std::string> words; const char* told; };
    for (const auto& c : {Case{"one of two words", {"show", "client"}, "kushi: show takes client ID | visit ID | "},
                          Case{"no word", {"receipt"}, "kushi: receipt takes NUMBER\n"},
                          Case{"a word too many", {"print", "A-000001", "A-000002"}, "kushi: print takes NUMBER\n"},
                          Case{"no such command", {"--lang", "ja", "dance"}, "kushi: there is no command \"dance\"\n"},
                          Case{"an option that must be given", {"init"}, "kushi: --preset is required\n"},
                          Case{"a language that Kushi does not speak", {"--lang", "fr", "board"}, "fr not in {en,ja}"},
                          Case{"another report", {"report", "decade"}, "kushi: report day [DATE] | week [DATE] | month [YYYY-MM]"}}) {
        CaptureStderr();
        const int exit = run_with(c.words);
        EXPECT_THAT(GetCapturedStderr(), HasSubstr(c.told)) << c.why;
        EXPECT_EQ(exit, wrong_usage) << c.why;
    }
}

}  // namespace
}  // namespace kushi::cli
