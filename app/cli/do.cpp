#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/json_lines.h"
#include "app/cli/salon_command.h"
#include "app/cli/whole_number.h"
#include "app/engine/spooler.h"
#include "app/words/refusals.h"
#include "core/text/json_limits.h"

namespace kushi::cli {
namespace {

constexpr std::int64_t usual_drain_s = 10;
constexpr std::int64_t longest_drain_s = 24 * 3600;

nlohmann::ordered_json answer_to(const Outcome<std::string>& line, const Invocation& invocation, const RunningSalon& salon)
{
    const auto language = invocation.language.empty() ? "en" : invocation.language;
    if (!line) return refusal_json(line.error(), language);
    const auto request = parse_json_line(*line);
    return request ? salon.perform(*request) : refusal_json(request.error(), language);
}

int run_do(const Invocation& invocation)
{
    const auto drain_s = whole_number(invocation.option("drain", std::to_string(usual_drain_s)), 0, longest_drain_s);
    if (!drain_s) {
        invocation.err << "kushi: --drain takes whole seconds, 0 to 86400\n";
        return wrong_usage;
    }
    return with_running_salon(invocation, [&](RunningSalon& salon) {
        int exit = done;
        while (const auto line = next_line(invocation.in)) {
            const auto answer = answer_to(*line, invocation, salon);
            invocation.out << answer.dump() << std::endl;  // who asks may wait for it before the next line
            if (!invocation.out) return static_cast<int>(io_error);
            if (!answer["ok"].get<bool>() && invocation.has("stop-on-error")) {
                exit = refused_with_reason;
                break;
            }
        }
        salon.spooler.drain(std::chrono::seconds{*drain_s});
        return exit;
    });
}

}  // namespace

CommandSpec do_command()
{
    return {.name = "do",
            .summary = "Run commands, one JSON line each from standard input; answer each once it is durable",
            .example = R"(echo '{"do":"open_day","float":30000}' | kushi --as haruka do)",
            .words_help = {},
            .options = {{"stop-on-error", "", "End at the first refusal, with exit code 1"},
                        {"drain", "SECONDS", "How long the printers may take to finish at the end; 10 if not given"}},
            .run = &run_do};
}

}  // namespace kushi::cli
