// What a checkout costs beside the disk's own speed, in one run: a sale cannot be durable faster than one sync.
// bench_day [ROUNDS [VISITS]], 7 and 60 if not given. The folder is a new one in TMPDIR.

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/fault/process.h"
#include "tests/fault/salon_on_disk.h"

namespace {

using namespace kushi;
using namespace kushi::fault;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// How long things of one kind took, in milliseconds.
class Figures {
public:
    void add(Milliseconds took) { all_.push_back(took.count()); }
    [[nodiscard]] double part(double share)
    {
        std::sort(all_.begin(), all_.end());
        return all_.at(std::min(all_.size() - 1, static_cast<std::size_t>(share * static_cast<double>(all_.size()))));
    }
    [[nodiscard]] double mean() const
    {
        double sum = 0;
        for (const double one : all_) sum += one;
        return sum / static_cast<double>(all_.size());
    }

private:
    std::vector<double> all_;
};

template <class Work>
Milliseconds timed(Work work)
{
    const auto began = Clock::now();
    work();
    return Clock::now() - began;
}

/// A file of 4 MiB that is there already, as a write-ahead log that was used before.
class RawDisk {
public:
    explicit RawDisk(const std::filesystem::path& folder) : file_{::open((folder / "raw").c_str(), O_RDWR | O_CREAT, 0600)}
    {
        if (file_ < 0) throw std::runtime_error{"no file to write"};
        for (int i = 0; i < pages; ++i) write(i);
        ::fdatasync(file_);
    }
    ~RawDisk() { ::close(file_); }
    RawDisk(const RawDisk&) = delete;
    RawDisk& operator=(const RawDisk&) = delete;

    void write_and_sync(int number)
    {
        write(number % pages);
        if (::fdatasync(file_) != 0) throw std::runtime_error{"fdatasync"};
    }

private:
    static constexpr int pages = 1024;
    void write(int page) const
    {
        static const std::array<char, 4096> bytes{'k'};
        if (::pwrite(file_, bytes.data(), bytes.size(), ::off_t{4096} * page) != 4096) throw std::runtime_error{"pwrite"};
    }
    int file_;
};

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
            raw.add(timed([&] { disk.write_and_sync(round * visits + i); }));
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
