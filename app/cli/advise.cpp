#include "app/cli/advise.h"

#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/json_lines.h"
#include "app/words/advice.h"
#include "app/words/refusals.h"
#include "core/care/advice.h"
#include "core/care/answers.h"
#include "core/text/json_limits.h"

namespace kushi::cli {

namespace {

using nlohmann::json;

json part_of(const json& request, const char* name)
{
    const auto part = request.find(name);
    return part == request.end() ? json{} : *part;
}

/// Only the three parts, each an object, absent or null.
std::optional<Refusal> check_parts(const json& request)
{
    std::optional<Refusal> refusal;
    Answers parts{&request, {}, refusal};
    for (const char* name : {"consultation", "zones", "history"}) (void)parts.inside(name);
    parts.nothing_else();
    return refusal;
}

Outcome<Advice> advise_on(const Outcome<std::string>& line)
{
    if (!line) return unexpected{line.error()};
    const auto request = parse_json_line(*line);
    if (!request) return unexpected{request.error()};
    if (const auto refusal = check_parts(*request)) return unexpected{*refusal};
    const auto consultation = consultation_from_json(part_of(*request, "consultation"));
    if (!consultation) return unexpected{consultation.error()};
    const auto map = scalp_map_from_json(part_of(*request, "zones"));
    if (!map) return unexpected{map.error()};
    const auto history = history_from_json(part_of(*request, "history"));
    if (!history) return unexpected{history.error()};
    return advise(*consultation, *map, *history);
}

nlohmann::ordered_json answer_of(const Outcome<Advice>& advice, std::string_view language)
{
    if (!advice) return refusal_json(advice.error(), language);
    nlohmann::ordered_json answer{{"ok", true}};
    answer.update(to_json(*advice, advice_text(*advice, language)));
    return answer;
}

}  // namespace

int run_advise(const Invocation& invocation)
{
    const std::string language = invocation.language.empty() ? "en" : invocation.language;
    int exit_code = done;
    while (const auto line = next_line(invocation.in)) {
        const auto advice = advise_on(*line);
        if (!advice) {
            exit_code = refused_with_reason;
            invocation.err << "kushi: " << words_of(advice.error(), language) << '\n';
        }
        invocation.out << answer_of(advice, language).dump() << std::endl;  // whoever asks waits for the answer
        if (!invocation.out) return io_error;
    }
    return exit_code;
}

CommandSpec advise_command()
{
    CommandSpec command;
    command.name = "advise";
    command.summary =
        "Answer consultations, one JSON line each from standard input, with what is advised and why";
    command.example =
        R"(echo '{"consultation":{"concerns":["itch"]},"zones":{"crown":{"conditions":{"oily":3}}}}' | kushi advise)";
    command.run = run_advise;
    return command;
}

}  // namespace kushi::cli
