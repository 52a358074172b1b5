#include "app/cli/calc.h"

#include <functional>
#include <istream>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>
#include <set>
#include <vector>

#include "core/money/calculator.h"

namespace kushi::cli {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t longest_line = 1 << 20;
constexpr int deepest_nesting = 64;

struct Line {
    std::string text;
    bool too_long = false;
};

/// The next line without its end. Past the limit the rest is passed over and not kept: a line may be endless.
std::optional<Line> next_line(std::istream& in)
{
    constexpr int end_of_input = std::char_traits<char>::eof();
    Line line;
    int letter = in.get();
    if (letter == end_of_input) return std::nullopt;
    for (; letter != end_of_input && letter != '\n'; letter = in.get()) {
        line.too_long = line.too_long || line.text.size() == longest_line;
        if (!line.too_long) line.text += static_cast<char>(letter);
    }
    return line;
}

/// Watches a text while it is parsed. Of a field given twice the library keeps the last without a word, and with money
/// either could be meant.
class Watch {
public:
    bool operator()(int depth, json::parse_event_t event, const json& value)
    {
        const auto level = static_cast<std::size_t>(depth);
        if (event == json::parse_event_t::object_start || event == json::parse_event_t::array_start) {
            acceptable_ = acceptable_ && depth < deepest_nesting;
            keys_.resize(level + 1);
            keys_.emplace_back();
        }
        if (event == json::parse_event_t::key) {
            acceptable_ = acceptable_ && keys_.at(level).insert(value.get<std::string>()).second;
        }
        return acceptable_;
    }

    [[nodiscard]] bool acceptable() const { return acceptable_; }

private:
    bool acceptable_ = true;
    std::vector<std::set<std::string>> keys_;  ///< of the open object at each depth
};

Outcome<ordered_json> answer_to(const Line& line)
{
    if (line.too_long) return refused("bad_request");
    Watch watch;
    const auto request = json::parse(line.text, std::ref(watch), false);
    if (request.is_discarded() || !watch.acceptable()) return refused("bad_request");
    return calculate(request);
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
    spec.summary = "Answer worked money examples, one JSON line each, from standard input";
    spec.example = R"(echo '{"kind":"allocate","input":{"total":100,"weights":[100,100,100]}}' | kushi calc)";
    spec.run = run_calc;
    return spec;
}

}  // namespace kushi::cli
