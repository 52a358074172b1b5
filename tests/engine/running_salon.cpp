#include "running_salon.h"

#include <stdlib.h>

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "app/engine/create_salon.h"
#include "core/id.h"
#include "db/verify.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;

std::filesystem::path new_folder()
{
    auto name = (std::filesystem::temp_directory_path() / "kushi-salon-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
    return name;
}

}  // namespace

RunningSalon::RunningSalon() : folder_{new_folder()}
{
    NewSalon wanted;
    wanted.folder = folder_;
    wanted.preset = "tokyo";
    wanted.pin_cost = PinCost::least();
    auto world = real_world();
    if (!create_salon(wanted, world)) throw std::runtime_error{"no salon"};
    world.now = [this, real = world.now] { return real() + std::chrono::minutes{ahead_.load()}; };
    salon_ = std::make_unique<OpenSalon>(folder_, world);
    perform({{"do", "open_day"}, {"float", 30'000}});
    salon_->engine().on_paper([this] {
        if (spooler_) spooler_->wake();
    });
}

RunningSalon::~RunningSalon()
{
    spooler_.reset();
    thread_.call([this] { salon_.reset(); });
    std::filesystem::remove_all(folder_);
}

SpoolerPace RunningSalon::short_pace()
{
    SpoolerPace pace;
    pace.shortest_pause = 20ms;
    pace.longest_pause = 100ms;
    pace.deadlines = {.connect = 3000ms,
                      .status = 1000ms,
                      .barrier = 3000ms,
                      .progress = 3000ms,
                      .confirmation = 3000ms,
                      .standstill = 60'000ms,
                      .drain = 10ms,
                      .clear = 3000ms,
                      .close = 1000ms};
    return pace;
}

void RunningSalon::start_printing(const SpoolerPace& pace)
{
    spooler_ = std::make_unique<Spooler>(thread_, salon_->database(), salon_->vault(), salon_->engine().world(), pace);
}

nlohmann::ordered_json RunningSalon::perform(const nlohmann::json& request)
{
    auto answer = thread_.call([&] { return salon_->engine().perform(request, {"haruka", "en"}); });
    if (!answer["ok"].get<bool>()) throw std::runtime_error{answer.dump()};
    return answer;
}

std::int64_t RunningSalon::add_printer(int port, const std::string& profile)
{
    const auto answer = perform({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", port}, {"profile", profile}});
    return std::stoll(answer["printer"].get<std::string>());
}

std::string RunningSalon::sell()
{
    std::array<std::uint8_t, 10> random{};
    real_world().random(random);
    const auto key = uuid_text(uuid_v7(0, random));
    const auto visit = perform({{"do", "check_in"}})["visit"];
    perform({{"do", "add_line"}, {"visit", visit}, {"item", "yuzu-clarifying-shampoo"}});
    const auto due = perform({{"do", "quote"}, {"visit", visit}})["totals"]["due"];
    return perform({{"do", "checkout"}, {"visit", visit}, {"key", key}, {"tenders", {{{"type", "cash"}, {"amount", due}}}}})["number"];
}

void RunningSalon::execute(const char* sql)
{
    thread_.call([&] { salon_->database().execute(sql); });
}

bool RunningSalon::is_sound()
{
    return thread_.call([&] { return verify(salon_->database()).ok(); });
}

JobRecord RunningSalon::job(const std::string& number)
{
    return thread_.call([&] {
        for (auto& job : all_jobs(salon_->database())) {
            if (job.number == number) return job;
        }
        throw std::runtime_error{"no job for " + number};
    });
}

bool RunningSalon::printer_is_broken(std::int64_t printer)
{
    return thread_.call([&] { return printer_by_id(salon_->database(), printer)->broken; });
}

bool RunningSalon::comes_to(const std::string& number, const std::string& state)
{
    return comes_true([&] { return job(number).state == state; });
}

bool RunningSalon::comes_true(const std::function<bool()>& condition)
{
    const auto until = std::chrono::steady_clock::now() + 30s;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > until) return false;
        std::this_thread::sleep_for(5ms);
    }
    return true;
}

}  // namespace kushi
