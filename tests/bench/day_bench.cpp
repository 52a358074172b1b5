// What a checkout costs beside the disk's own speed, in one run: a sale cannot be durable faster than one sync.
// bench_day [ROUNDS [VISITS]], 7 and 60 if not given. The folder is a new one in TMPDIR.

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/bench/figures.h"
#include "tests/fault/process.h"
#include "tests/fault/salon_on_disk.h"

namespace {

using namespace kushi;
using namespace kushi::bench;
using namespace kushi::fault;
using Ask = std::function<std::string(const std::string& request)>;
using DayFigures = std::map<std::string, Figures>;

/// One walk-in with one product, paid in cash: three commands, three commits.
void one_visit(const Ask& ask, DayFigures& figures)
{
    const auto step = [&](const char* name, const std::string& request) {
        std::string answer;
        figures[name].add(timed([&] { answer = ask(request); }));
        if (!is_ok(answer)) throw std::runtime_error{answer};
        return answer;
    };
    figures["visit"].add(timed([&] {
        const auto visit = text_in(step("check_in", R"({"do":"check_in"})"), "visit").value();
        step("add_line", R"({"do":"add_line","item":"yuzu-clarifying-shampoo","visit":")" + visit + "\"}");
        auto pay = checkout_line(visit, new_key());
        pay.pop_back();
        step("checkout", pay);
    }));
}

void tell(const char* where, DayFigures& figures, double raw_per_second)
{
    for (const char* name : {"check_in", "add_line", "checkout", "visit"}) {
        auto& one = figures.at(name);
        const double commits = std::string_view{name} == "visit" ? 3 : 1;
        const double per_second = 1000 / one.mean();
        std::printf("%-22s %-9s %8.0f %8.2f %8.2f %8.2f %8.2f\n", where, name, per_second, one.part(0.5), one.part(0.99),
                    per_second / raw_per_second, commits * per_second / raw_per_second);
    }
}

Ask engine_of(OpenSalon& salon)
{
    return [&salon](const std::string& request) {
        return salon.engine().perform(nlohmann::json::parse(request), {"haruka", "en"}).dump();
    };
}

Ask pipe_to(Process& process)
{
    return [&process](const std::string& request) {
        process.write(request + "\n");
        return process.line(Clock::now() + std::chrono::seconds{60}).value();
    };
}

}  // namespace

int main(int count, char** words)
{
    const int rounds = count > 1 ? std::stoi(words[1]) : 7;
    const int visits = count > 2 ? std::stoi(words[2]) : 60;
    const SalonOnDisk in_process, with_paper, piped;
    with_paper.perform(R"({"do":"add_printer","host":"127.0.0.1","port":9})");
    OpenSalon salon{in_process.folder(), real_world()};
    OpenSalon paper_salon{with_paper.folder(), real_world()};
    Process process{piped.kushi({"do", "--drain", "0"})};
    RawDisk disk{piped.folder()};
    Figures raw;
    DayFigures engine, paper, pipe;
    DayFigures warm_up;
    for (const auto& ask : {engine_of(salon), engine_of(paper_salon), pipe_to(process)}) one_visit(ask, warm_up);
    for (int round = 0; round < rounds; ++round) {  // turn by turn, so that all meet the same machine
        for (int i = 0; i < visits; ++i) {
            raw.add(timed([&] { disk.write_and_sync(); }));
            one_visit(engine_of(salon), engine);
            one_visit(engine_of(paper_salon), paper);
            one_visit(pipe_to(process), pipe);
        }
    }
    const double raw_per_second = 1000 / raw.mean();
    std::printf("%-22s %-9s %8s %8s %8s %8s %8s\n", "", "", "per s", "p50 ms", "p99 ms", "of raw", "commits");
    std::printf("%-22s %-9s %8.0f %8.2f %8.2f %8.2f %8.2f\n", "4 KiB and fdatasync", "", raw_per_second, raw.part(0.5), raw.part(0.99), 1.0, 1.0);
    tell("engine", engine, raw_per_second);
    tell("engine, with a paper", paper, raw_per_second);
    tell("kushi do, by a pipe", pipe, raw_per_second);
}
