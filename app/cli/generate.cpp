#include "app/engine/generate/generate.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <ostream>

#include "app/cli/commands.h"
#include "app/cli/salon_command.h"
#include "app/cli/whole_number.h"
#include "app/engine/story/stage.h"

namespace kushi::cli {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t most_years = 20;
constexpr std::int64_t most_visits_per_day = 500;
constexpr std::int64_t most_clients = 200'000;

/// Says how far it is, at most twice a second.
class ProgressLine {
public:
    explicit ProgressLine(std::ostream& err) : err_{err} {}

    void operator()(const HistoryCounts& counts, std::int64_t days)
    {
        const auto now = std::chrono::steady_clock::now();
        if (now - said_ < 500ms && counts.days != days) return;
        said_ = now;
        const auto seconds = std::max(std::chrono::duration<double>(now - start_).count(), 0.001);
        const auto rate = static_cast<double>(counts.days) / seconds;
        err_ << fmt::format("kushi: {} of {} days, {} visits, {:.1f} days a second, {:.0f} s left\n", counts.days, days, counts.visits, rate,
                            static_cast<double>(days - counts.days) / rate)
             << std::flush;
    }

private:
    std::ostream& err_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point said_{};
};

/// Reads the options; what is wrong with the first bad one is said.
class Options {
public:
    explicit Options(const Invocation& invocation) : invocation_{invocation} {}

    std::int64_t number(const char* name, std::int64_t otherwise, std::int64_t least, std::int64_t most)
    {
        if (!invocation_.has(name)) return otherwise;
        const auto value = whole_number(invocation_.option(name), least, most);
        if (!value) complain(name, fmt::format("takes a whole number from {} to {}", least, most));
        return value.value_or(otherwise);
    }
    std::uint64_t seed()
    {
        const auto text = invocation_.option("seed", "1");
        std::uint64_t value = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (problem != std::errc{} || end != text.data() + text.size()) complain("seed", "takes a whole number, 0 or more");
        return value;
    }
    std::chrono::year_month_day date(const char* name, std::chrono::year_month_day otherwise)
    {
        if (!invocation_.has(name)) return otherwise;
        const auto value = parse_date(invocation_.option(name));
        if (!value) complain(name, "takes a date, YYYY-MM-DD");
        return value.value_or(otherwise);
    }
    [[nodiscard]] bool good() const { return complaint_.empty(); }
    [[nodiscard]] const std::string& complaint() const { return complaint_; }

private:
    void complain(const std::string& name, const std::string& what)
    {
        if (complaint_.empty()) complaint_ = "--" + name + " " + what + ", not " + invocation_.option(name);
    }

    const Invocation& invocation_;
    std::string complaint_;
};

void tell(const Invocation& invocation, const SalonHistory& history)
{
    for (const auto& person : history.staff) {
        invocation.out << nlohmann::ordered_json{{"id", person.id}, {"code", person.code}, {"name", person.name},
                                                 {"roles", person.roles.texts()}, {"pin", person.pin}}
                              .dump()
                       << '\n';
    }
    const auto& counts = history.counts;
    invocation.err << fmt::format("kushi: {} to {}: {} days, {} visits, {} sales, {} refunds, {} voids, {} clients; {} bytes, {} a visit\n",
                                  history.first_day, history.last_day, counts.days, counts.visits, counts.sales, counts.refunds, counts.voids,
                                  counts.clients, history.file_bytes, history.file_bytes / std::max<std::int64_t>(counts.visits, 1));
}

int run_generate(const Invocation& invocation)
{
    Options options{invocation};
    HistoryWish wish;
    wish.folder = invocation.data;
    wish.preset = invocation.option("preset", wish.preset);
    const auto years = options.number("years", 1, 1, most_years);
    wish.visits_per_day = options.number("visits-per-day", wish.visits_per_day, 1, most_visits_per_day);
    wish.clients = options.number("clients", wish.clients, 1, most_clients);
    wish.seed = options.seed();
    wish.last = options.date("until", wish.last);
    wish.first = first_day_of(years, wish.last);
    if (!options.good()) {
        invocation.err << "kushi: " << options.complaint() << '\n';
        return wrong_usage;
    }
    return guarded(invocation, [&] {
        try {
            const auto history = generate_history(wish, ProgressLine{invocation.err});
            if (!history) return say_refusal(invocation, history.error());
            tell(invocation, *history);
            return static_cast<int>(done);
        }
        catch (const StoryProblem& problem) {
            invocation.err << "kushi: the history was refused: " << problem.what() << '\n';
            return static_cast<int>(refused_with_reason);
        }
    });
}

}  // namespace

CommandSpec generate_command()
{
    return {.name = "generate",
            .summary = "A salon with a history, for demos and benchmarks; the same seed gives the same data",
            .example = "kushi --data ./history generate --years 1 --visits-per-day 20 --clients 500 --seed 7",
            .words_help = {},
            .options = {{"years", "N", "How long it goes back (1)"},
                        {"visits-per-day", "N", "On average (20)"},
                        {"clients", "N", "Cards in the end (500)"},
                        {"seed", "N", "What chance starts from (1)"},
                        {"preset", "NAME", "tokyo (if not given), london or newyork"},
                        {"until", "DATE", "Its last day (" + date_text(usual_last_day) + ", so that a seed gives the same at any time)"}},
            .run = &run_generate};
}

}  // namespace kushi::cli
