// What reports cost on a salon with a history, and what a year's report on the second connection costs the checkouts.
// bench_reports --data DIR [ROUNDS [CHECKOUTS]], 10 and 30 if not given. The salon is sold in: give it a copy.

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "app/engine/day_report.h"
#include "app/engine/open_salon.h"
#include "app/engine/period_report.h"
#include "core/day/business_day.h"
#include "db/read/day.h"
#include "db/read/sales_search.h"
#include "tests/bench/figures.h"

namespace {

using namespace kushi;
using namespace kushi::bench;
void tell(const char* what, Figures& figures)
{
    std::printf("%-44s %9.2f %9.2f %9.2f\n", what, figures.part(0.5), figures.part(0.99), figures.part(1));
}

void measure(const char* what, int rounds, const std::function<void()>& work)
{
    Figures figures;
    for (int i = 0; i < rounds; ++i) figures.add(timed(work));
    tell(what, figures);
}

/// The second connection, a year's report after the other, until it is told to stop.
class ReportsMeanwhile {
public:
    ReportsMeanwhile(const std::filesystem::path& folder, Salon salon, Period year)
        : thread_{[this, folder, salon = std::move(salon), year = std::move(year)] {
              const auto reader = Database::open_reader(database_file(folder));
              while (!stop_) {
                  if (!period_report(reader, salon, year)) throw std::runtime_error{"no year report"};
                  ++done_;
              }
          }}
    {}
    ~ReportsMeanwhile()
    {
        stop_ = true;
        thread_.join();
    }
    ReportsMeanwhile(const ReportsMeanwhile&) = delete;
    ReportsMeanwhile& operator=(const ReportsMeanwhile&) = delete;
    [[nodiscard]] int done() const { return done_; }

private:
    std::atomic<bool> stop_ = false;
    std::atomic<int> done_ = 0;
    std::thread thread_;  // last: it uses the others
};

class Till {
public:
    explicit Till(Engine& engine) : engine_{engine}
    {
        for (const auto& person : engine.salon().staff) {
            if (person.roles.has(Role::owner)) caller_.as = person.id;
        }
        const auto opened = engine.perform({{"do", "open_day"}, {"float", 30'000}}, caller_);
        if (!opened["ok"].get<bool>() && opened["error"]["code"] != "day_already_open") throw std::runtime_error{opened.dump()};
    }

    /// A walk-in buys a product and pays cash. @returns how long the checkout took
    Milliseconds sell()
    {
        const auto visit = ask({{"do", "check_in"}})["visit"];
        ask({{"do", "add_line"}, {"visit", visit}, {"item", engine_.salon().products.begin()->first}});
        const nlohmann::json pay{{"do", "checkout"}, {"visit", visit}, {"key", key()}, {"tenders", {{{"type", "cash"}, {"amount", 1'000'000}}}}};
        return timed([&] { ask(pay); });
    }

private:
    nlohmann::ordered_json ask(const nlohmann::json& request)
    {
        auto answer = engine_.perform(request, caller_);
        if (!answer["ok"].get<bool>()) throw std::runtime_error{answer.dump()};
        return answer;
    }
    std::string key()
    {
        std::array<std::uint8_t, 16> bytes{};
        engine_.world().random(bytes);
        std::string text;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
            std::array<char, 3> hex{};
            std::snprintf(hex.data(), hex.size(), "%02x", i == 6 ? 0x40U | (bytes[i] & 0x0FU) : i == 8 ? 0x80U | (bytes[i] & 0x3FU) : bytes[i]);
            text += hex.data();
        }
        return text;
    }

    Engine& engine_;
    Caller caller_;
};

/// The machine's world with its clock put on to the day after the salon's last one: a made-up history may end later than now.
World world_after(const std::string& day)
{
    auto world = real_world();
    const Instant noon = std::chrono::sys_days{parse_date(day).value()} + std::chrono::hours{24 + 3};
    const auto ahead = std::max(noon - world.now(), Instant::duration::zero());
    world.now = [now = world.now, ahead] { return now() + ahead; };
    return world;
}

SalesSearch in_dates(const Period& period)
{
    SalesSearch search;
    search.from = period.from;
    search.to = period.to;
    return search;
}

void reports(OpenSalon& salon, const std::string& day, int rounds)
{
    const auto& database = salon.database();
    const auto& settings = salon.engine().salon();
    const auto date = parse_date(day).value();
    const auto year = period_around("year", date), month = period_around("month", date);
    std::int64_t found = 0;
    const auto search = [&](const SalesSearch& wanted) { find_sales(database, wanted, [&](const FoundSale&) { ++found; }); };
    SalesSearch exact, client = in_dates(year);
    find_sales(database, in_dates(month), [&](const FoundSale& sale) {
        exact.least = exact.most = sale.amount;
        if (!sale.client.empty()) client.client = sale.client;
    });
    std::printf("%-44s %9s %9s %9s\n", "milliseconds", "median", "p99", "most");
    measure("day's documents added up", rounds * 5, [&] { add_up(day_facts(database, day, settings.day_rule.zone)).value(); });
    measure("day report, from its documents", rounds * 5, [&] { day_report(database, settings, day).value(); });
    measure("day report, as its Z stored it", rounds * 5, [&] { report_json(database, settings, day).value(); });
    measure("Z: the same, and its papers", rounds, [&] { day_report(database, settings, day, 30'000, last_z(database), &salon.vault()).value(); });
    measure("month report", rounds, [&] { period_report(database, settings, month).value(); });
    measure("year report", rounds, [&] { period_report(database, settings, year).value(); });
    measure("sales of a month", rounds, [&] { search(in_dates(month)); });
    measure("sales of an exact amount, all years", rounds, [&] { search(exact); });
    measure("sales of one client in a year", rounds, [&] { search(client); });
    measure("all sales", 3, [&] { search({}); });
    std::printf("%lld rows found\n", static_cast<long long>(found));
}

void checkouts(OpenSalon& salon, const std::filesystem::path& folder, const Period& year, int rounds, int each)
{
    Till till{salon.engine()};
    RawDisk disk{folder};
    Figures raw, alone, meanwhile;
    int done = 0;
    for (int i = 0; i < each; ++i) till.sell();
    for (int round = 0; round < rounds; ++round) {  // turn by turn, so that all meet the same machine
        for (int i = 0; i < each; ++i) {
            raw.add(timed([&] { disk.write_and_sync(); }));
            alone.add(till.sell());
        }
        const ReportsMeanwhile reading{folder, salon.engine().salon(), year};
        while (reading.done() == 0) std::this_thread::yield();
        for (int i = 0; i < each; ++i) meanwhile.add(till.sell());
        done += reading.done();
    }
    tell("one page, written and synced", raw);
    tell("checkout", alone);
    tell("checkout while year reports run", meanwhile);
    std::printf("checkouts a second over raw syncs a second: %.2f (goal 0.25)\n", raw.mean() / alone.mean());
    std::printf("p99 while %d year reports ran over p99 alone: %.2f (goal 2)\n", done, meanwhile.part(0.99) / alone.part(0.99));
}

}  // namespace

int main(int count, char** words)
{
    const std::vector<std::string> said(words + 1, words + count);
    if (said.size() < 2 || said[0] != "--data") {
        std::puts("bench_reports --data DIR [ROUNDS [CHECKOUTS]]");
        return 2;
    }
    const std::filesystem::path folder = said[1];
    const int rounds = said.size() > 2 ? std::stoi(said[2]) : 10;
    const int each = said.size() > 3 ? std::stoi(said[3]) : 30;
    const auto day = last_closed_day(Database::open_reader(database_file(folder)));
    if (!day) {
        std::puts("no closed day in this salon");
        return 1;
    }
    OpenSalon salon{folder, world_after(*day)};
    reports(salon, *day, rounds);
    checkouts(salon, folder, period_around("year", parse_date(*day).value()), rounds, each);
    return 0;
}
