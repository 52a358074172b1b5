#include "app/cli/calc.h"

#include <istream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "app/cli/json_lines.h"
#include "core/money/calculator.h"
#include "core/text/json_limits.h"

namespace kushi::cli {
namespace {

using nlohmann::ordered_json;

/// The calculator's callers know one code for every line that cannot be read.
Outcome<ordered_json> answer_to(const Outcome<std::string>& line)
{
    if (!line) return refused("bad_request");
    const auto request = parse_json_line(*line);
    return request ? calculate(*request) : refused("bad_request", request.error().field);
}

}  // namespace

int run_calc(const Invocation& call)
{
    while (const auto line = next_line(call.in)) {
        const auto answer = answer_to(*line);
        // Flushed, because whoever asks may wait for this answer before the next question.
        call.out << (answer ? *answer : rejection(answer.error())).dump() << std::endl;
        if (!call.out) return io_error;
    }
    return done;
}

CommandSpec calc_command()
{
    CommandSpec spec;
    spec.name = "calc";
    spec.summary = "Answer worked money examples, one JSON line each from standard input";
    spec.example = R"(echo '{"kind":"allocate","input":{"total":100,"weights":[100,100,100]}}' | kushi calc)";
    spec.run = run_calc;
    return spec;
}

}  // namespace kushi::cli
