#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

namespace kushi::cli {

/// The exit codes of the command line, a promise to scripts.
enum ExitCode { done = 0, refused_with_reason = 1, wrong_usage = 2, data_damaged = 3, behind_anchor = 4, io_error = 74, data_in_use = 75 };

struct PaperRequest;
/// Shows the virtual printer's paper in a window until that is closed. @returns why a sheet could not be written, or nothing.
using OpenPaper = std::function<std::string(const PaperRequest&)>;

/// One call of one command, already parsed.
struct Invocation {
    std::filesystem::path data;  ///< the salon's folder
    std::string as;              ///< --as STAFF, empty when not given
    std::string language;        ///< "en" or "ja"; empty when not given
    std::map<std::string, std::string> options;  ///< by long name without dashes; a flag is "true"
    std::vector<std::string> words;              ///< positional arguments
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    OpenPaper open_paper = {};  ///< not there where the program has no windows

    [[nodiscard]] bool has(const std::string& option) const { return options.contains(option); }
    [[nodiscard]] std::string option(const std::string& name, const std::string& otherwise = {}) const
    {
        const auto found = options.find(name);
        return found == options.end() ? otherwise : found->second;
    }
};

struct OptionSpec {
    std::string name;       ///< long name without dashes
    std::string value;      ///< what stands for the value in the help ("DIR"); empty for a flag
    std::string help;
    std::string short_name = {};  ///< one letter
    bool required = false;
};

/// How a command looks to the parser and to `--help`. Each command file gives one.
struct CommandSpec {
    std::string name;
    std::string summary;
    std::string example;
    std::string words_help;          ///< positional arguments as shown in usage, empty for none
    std::size_t words_least = 0;
    std::size_t words_most = 0;
    std::vector<OptionSpec> options;
    int (*run)(const Invocation&) = nullptr;
};

}  // namespace kushi::cli
