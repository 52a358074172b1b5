#include "app/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/display.h"
#include "app/cli/log.h"
#include "app/cli/salon_command.h"
#include "app/cli/whole_number.h"

namespace kushi::cli {
namespace {

namespace fs = std::filesystem;

/// What one subcommand's options were parsed into.
struct Parsed {
    CommandSpec spec;
    CLI::App* app = nullptr;
    std::map<std::string, std::string> values;
    std::map<std::string, bool> flags;
    std::vector<std::string> words;
};

/// CLI11 names what stands behind a command "words"; the help shows how it is written: "day [DATE] | z NUMBER".
class Help : public CLI::Formatter {
public:
    Help()
    {
        column_width(34);
        label("SUBCOMMAND", "COMMAND");
    }
    std::string make_option_usage(const CLI::Option* words) const override { return words->get_description(); }
    std::string make_positionals(const CLI::App* /*app*/) const override { return {}; }
};

fs::path default_data_folder()
{
    for (const char* name : {"KUSHI_DATA", "XDG_DATA_HOME", "HOME"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        const std::string_view which{name};
        if (which == "KUSHI_DATA") return value;
        return which == "XDG_DATA_HOME" ? fs::path{value} / "kushi" : fs::path{value} / ".local/share/kushi";
    }
    return "kushi-data";
}

void add_options(Parsed& parsed)
{
    for (const auto& option : parsed.spec.options) {
        const auto names = (option.short_name.empty() ? "" : "-" + option.short_name + ",") + "--" + option.name;
        if (option.value.empty()) {
            parsed.app->add_flag(names, parsed.flags[option.name], option.help);
            continue;
        }
        auto* added = parsed.app->add_option(names, parsed.values[option.name], option.help)->type_name(option.value);
        if (option.required) added->required();
    }
    if (parsed.spec.words_most > 0) {
        parsed.app->add_option("words", parsed.words, parsed.spec.words_help)
            ->expected(static_cast<int>(parsed.spec.words_least), static_cast<int>(parsed.spec.words_most))
            ->required(parsed.spec.words_least > 0)
            ->type_name("");
    }
}

std::map<std::string, std::string> given_options(const Parsed& parsed)
{
    std::map<std::string, std::string> given;
    for (const auto& option : parsed.spec.options) {
        if (parsed.app->count("--" + option.name) == 0) continue;
        given[option.name] = option.value.empty() ? "true" : parsed.values.at(option.name);
    }
    return given;
}

/// CLI11 says only that a subcommand is required; the person wants to know which word was none.
std::string unknown_word(int argc, char** argv, const std::vector<std::unique_ptr<Parsed>>& commands)
{
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--data" || word == "--as" || word == "--lang") ++i;
        else if (!word.starts_with("-")) {
            for (const auto& command : commands) {
                if (command->spec.name == word) return {};
            }
            return word;
        }
    }
    return {};
}

/// CLI11 calls the words behind a command "words" when they are too few or too many; the person wants to know which.
std::string about_words(const std::string& problem, const std::vector<std::unique_ptr<Parsed>>& commands)
{
    if (!problem.starts_with("words")) return problem;
    const auto called = std::find_if(commands.begin(), commands.end(), [](const auto& one) { return one->app->parsed(); });
    return called == commands.end() ? problem : (*called)->spec.name + " takes " + (*called)->spec.words_help;
}

/// "1280x800" as it stands on the command line; a window smaller than the smallest layout is none.
bool read_size(const std::string& text, TerminalRequest& request)
{
    const auto x = text.find('x');
    const auto width = x == std::string::npos ? std::nullopt : whole_number(text.substr(0, x), 1024, 8192);
    const auto height = x == std::string::npos ? std::nullopt : whole_number(text.substr(x + 1), 768, 8192);
    if (!width || !height) return false;
    request.width = static_cast<int>(*width);
    request.height = static_cast<int>(*height);
    return true;
}

int no_display(std::ostream& err)
{
    err << "kushi: there is no display to open the terminal on; without one these work:\n"
           "  kushi demo --out DIR     a salon's day, with its papers\n"
           "  kushi init --preset tokyo, then kushi do\n"
           "  kushi --help             every command\n";
    return wrong_usage;
}

}  // namespace

int run(int argc, char** argv, const Windows& windows)
{
    CLI::App app{"Kushi, the terminal of a head spa salon", "kushi"};
    app.set_version_flag("--version", "kushi " KUSHI_VERSION);
    app.formatter(std::make_shared<Help>());
    std::string data;
    std::string as;
    std::string language;
    app.add_option("--data", data, "The salon's folder; KUSHI_DATA also sets it")->type_name("DIR");
    app.add_option("--as", as, "Who acts: a staff id or code")->type_name("STAFF");
    app.add_option("--lang", language, "Language of words and papers: en or ja")->type_name("LANG")->check(CLI::IsMember({"en", "ja"}));
    TerminalRequest request;
    std::string size;
    app.add_option("--size", size, "The terminal's window, 1280x800 unless said")->type_name("WxH");
    app.add_flag("--gallery", request.gallery, "Open a window with every control in every state");
    app.add_option("--measure", request.measure, "Open the terminal, tap what a script says, tell the times")->type_name("SCRIPT");
    std::vector<std::unique_ptr<Parsed>> commands;
    for (auto& spec : all_commands()) {
        auto parsed = std::make_unique<Parsed>();
        parsed->spec = spec;
        parsed->app = app.add_subcommand(spec.name, spec.summary)->fallthrough()->group("Commands");
        parsed->app->footer("Example:\n  " + spec.example);
        add_options(*parsed);
        commands.push_back(std::move(parsed));
    }
    app.require_subcommand(0, 1);
    try {
        app.parse(argc, argv);
    }
    catch (const CLI::ParseError& problem) {
        if (problem.get_exit_code() == 0) return app.exit(problem), done;
        const auto unknown = unknown_word(argc, argv, commands);
        if (!unknown.empty()) std::cerr << "kushi: there is no command \"" << unknown << "\"\n";
        else std::cerr << "kushi: " << about_words(problem.what(), commands) << "\n";
        std::cerr << "Run kushi --help for the commands.\n";
        return wrong_usage;
    }
    for (const auto& command : commands) {
        if (!command->app->parsed()) continue;
        const Invocation invocation{data.empty() ? default_data_folder() : fs::path{data}, as, language, given_options(*command),
                                    command->words, std::cin, std::cout, std::cerr, windows.paper};
        const LogFile log{invocation.data};
        const int exit = command->spec.run(invocation);
        if (std::cout.flush()) return exit;
        std::cerr << "kushi: the output could not be written\n";  // a full disk: half a list is none
        return io_error;
    }
    if (!size.empty() && !read_size(size, request)) {
        std::cerr << "kushi: --size is WIDTHxHEIGHT, 1024x768 at least\n";
        return wrong_usage;
    }
    if (!has_display()) return no_display(std::cerr);
    request.data = data.empty() ? default_data_folder() : fs::path{data};
    request.language = language;
    const Invocation invocation{request.data, as, language, {}, {}, std::cin, std::cout, std::cerr};
    const LogFile log{request.data};
    return guarded(invocation, [&] { return windows.terminal(request); });
}

}  // namespace kushi::cli
