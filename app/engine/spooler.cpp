#include "app/engine/spooler.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "app/engine/engine_thread.h"
#include "db/spool.h"
#include "printing/document/layout.h"
#include "printing/escpos/characters.h"
#include "printing/escpos/encoder.h"
#include "printing/network/connection.h"
#include "printing/profiles/profile.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;
constexpr auto shortest_pause = 250ms;
constexpr auto longest_pause = 5'000ms;

/// A job made ready to leave.
struct Parcel {
    JobRecord job;
    PrinterRecord printer;
    printing::Encoded encoded;
    std::string process_id;
};

const char* state_of(printing::Delivery outcome)
{
    switch (outcome) {
        case printing::Delivery::printed: return "PRINTED";
        case printing::Delivery::sent: return "SENT";
        case printing::Delivery::uncertain: return "UNCERTAIN";
        case printing::Delivery::not_started: return "WAITING";
    }
    return "UNCERTAIN";
}

}  // namespace

class Spooler::Loop {
public:
    Loop(EngineThread& engine, const Database& database, const Vault& vault, const World& world)
        : engine_{engine}, database_{database}, vault_{vault}, world_{world}, work_{boost::asio::make_work_guard(io_)}
    {
        engine_.call([this] { recover_jobs(database_, world_.now()); });
        thread_ = std::thread{[this] { run(); }};
        wake();
    }

    ~Loop()
    {
        boost::asio::post(io_, [this] {
            stopping_ = true;
            for (auto& [id, line] : lines_) {
                if (line.cancel) line.cancel();
                if (line.pause) line.pause->cancel();
            }
            work_.reset();
        });
        thread_.join();
    }
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void wake()
    {
        boost::asio::post(io_, [this] { look_everywhere(); });
    }

    std::int64_t open_jobs()
    {
        return engine_.call([this] {
            expire_jobs(database_, world_.now());
            return open_job_count(database_);
        });
    }

private:
    /// One printer's queue.
    struct Line {
        bool busy = false;
        bool has_answered = false;
        std::chrono::milliseconds pause_length = shortest_pause;
        std::unique_ptr<boost::asio::steady_timer> pause;
        printing::Cancel cancel;
    };

    void run()
    {
        while (true) {
            try {
                io_.run();
                return;
            }
            catch (const std::exception& problem) {
                spdlog::error("spooler: {}", problem.what());  // one job's failure stops no other
            }
        }
    }

    void look_everywhere()
    {
        if (stopping_) return;
        const auto known = engine_.call([this] {
            expire_jobs(database_, world_.now());
            return printers(database_);
        });
        for (const auto& printer : known) look(printer.id);
    }

    void look(std::int64_t printer)
    {
        auto& line = lines_[printer];
        if (stopping_ || line.busy) return;
        auto parcel = engine_.call([this, printer] { return make_ready(printer); });
        if (!parcel) return;
        line.busy = true;
        if (line.pause) line.pause->cancel();
        send(*std::move(parcel));
    }

    /// On the engine's thread: the next job as bytes. A document that cannot be read FAILS and never blocks the queue.
    std::optional<Parcel> make_ready(std::int64_t printer_id)
    {
        const auto printer = printer_by_id(database_, printer_id);
        if (!printer) return std::nullopt;
        const auto* profile = printing::find_profile(printer->profile);
        while (const auto job = next_job(database_, printer_id)) {
            const auto stored = job_document(database_, vault_, job->id);
            const auto json = stored ? nlohmann::json::parse(*stored, nullptr, false) : nlohmann::json{};
            const auto document = printing::document_from_json(json);
            if (!document || profile == nullptr) {
                set_job_state(database_, job->id, "FAILED", document ? "unknown profile" : "the document cannot be read", 0, world_.now());
                continue;
            }
            const auto layout = printing::lay_out(*document, printing::metrics_of(*profile));
            return Parcel{*job, *printer, printing::encode(layout, *profile), take_process_id(database_, printer_id)};
        }
        return std::nullopt;
    }

    void send(Parcel parcel)
    {
        auto& line = lines_[parcel.printer.id];
        const auto* profile = printing::find_profile(parcel.printer.profile);
        printing::PrinterSession session;
        session.address = {parcel.printer.host, static_cast<std::uint16_t>(parcel.printer.port)};
        session.asks_status = profile->status;
        session.asks_process_id = profile->process_id;
        session.clear_first = parcel.printer.broken;
        session.has_answered = line.has_answered;
        auto bytes = std::move(parcel.encoded.bytes);
        const auto begin = [this, job = parcel.job.id, pid = parcel.process_id, size = bytes.size(),
                            fallbacks = parcel.encoded.fallbacks.size()] {
            return engine_.call([&] {
                begin_sending(database_, job, pid, static_cast<std::int64_t>(size), static_cast<std::int64_t>(fallbacks), world_.now());
                return true;
            });
        };
        line.cancel = printing::deliver(io_, session, std::move(bytes), parcel.process_id, begin,
                                        [this, job = parcel.job.id, printer = parcel.printer.id](const auto& report) {
                                            finished(job, printer, report);
                                        });
    }

    void finished(std::int64_t job, std::int64_t printer, const printing::DeliveryReport& report)
    {
        auto& line = lines_[printer];
        line.busy = false;
        line.cancel = nullptr;
        line.has_answered = line.has_answered || report.status_answered;
        const bool nowhere = report.outcome == printing::Delivery::not_started;
        engine_.call([&] {
            set_job_state(database_, job, state_of(report.outcome), report.reason, static_cast<std::int64_t>(report.bytes_sent), world_.now());
            if (!nowhere) set_printer_broken(database_, printer, report.outcome == printing::Delivery::uncertain);
        });
        if (stopping_) return;
        if (nowhere) return look_later(printer);
        line.pause_length = shortest_pause;
        look(printer);
    }

    void look_later(std::int64_t printer)
    {
        auto& line = lines_[printer];
        line.pause = std::make_unique<boost::asio::steady_timer>(io_, line.pause_length);
        line.pause_length = std::min(line.pause_length * 2, std::chrono::milliseconds{longest_pause});
        line.pause->async_wait([this, printer](boost::system::error_code cancelled) {
            if (!cancelled) look(printer);
        });
    }

    EngineThread& engine_;
    const Database& database_;
    const Vault& vault_;
    const World& world_;
    boost::asio::io_context io_;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
    std::map<std::int64_t, Line> lines_;
    bool stopping_ = false;
    std::thread thread_;
};

Spooler::Spooler(EngineThread& engine, const Database& database, const Vault& vault, const World& world)
    : loop_{std::make_unique<Loop>(engine, database, vault, world)}
{
}

Spooler::~Spooler() = default;

void Spooler::wake() { loop_->wake(); }

std::int64_t Spooler::drain(std::chrono::milliseconds limit)
{
    const auto until = std::chrono::steady_clock::now() + limit;
    auto left = loop_->open_jobs();
    while (left > 0 && std::chrono::steady_clock::now() < until) {
        std::this_thread::sleep_for(10ms);
        left = loop_->open_jobs();
    }
    return left;
}

}  // namespace kushi
