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
#include "app/words/papers.h"
#include "db/spool.h"
#include "printing/document/layout.h"
#include "printing/escpos/characters.h"
#include "printing/escpos/encoder.h"
#include "printing/network/connection.h"
#include "printing/profiles/profile.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;

/// A printer's next job as the engine's thread hands it out.
struct Errand {
    JobRecord job;
    PrinterRecord printer;
    std::optional<std::string> document;  ///< JSON; nothing when it was erased or cannot be opened
    std::string process_id;
};

/// The job made ready to leave.
struct Parcel {
    std::vector<std::uint8_t> bytes;
    std::int64_t fallbacks = 0;
};

/// How a job ended that the engine could not be told yet.
struct Ending {
    std::int64_t job = 0;
    printing::DeliveryReport report;
};

std::vector<std::uint8_t> bytes_of(const printing::Document& document, const printing::Profile& profile, std::int64_t& fallbacks)
{
    auto encoded = printing::encode(printing::lay_out(document, printing::metrics_of(profile)), profile);
    fallbacks += static_cast<std::int64_t>(encoded.fallbacks.size());
    return std::move(encoded.bytes);
}

/// Cut off in front of the first paper after a break, so that the torn half is not handed out with it.
printing::Document void_strip(const std::string& language)
{
    const printing::Run line{std::string{paper_word(PaperWord::void_above, language)}};
    return {"void_strip", language, {printing::TextBlock{{line}, printing::Align::centre}}};
}

/// @throws std::runtime_error for a job that can never be printed, with the reason
Parcel packed(const Errand& errand)
{
    const auto* profile = printing::find_profile(errand.printer.profile);
    if (profile == nullptr) throw std::runtime_error{"unknown profile"};
    const auto json = errand.document ? nlohmann::json::parse(*errand.document, nullptr, false) : nlohmann::json{};
    const auto document = printing::document_from_json(json);
    if (!document) throw std::runtime_error{"the document cannot be read"};
    Parcel parcel;
    if (errand.printer.broken) parcel.bytes = bytes_of(void_strip(document->language), *profile, parcel.fallbacks);
    const auto body = bytes_of(*document, *profile, parcel.fallbacks);
    parcel.bytes.insert(parcel.bytes.end(), body.begin(), body.end());
    return parcel;
}

const char* state_of(printing::Delivery outcome)
{
    switch (outcome) {
        case printing::Delivery::printed: return "PRINTED";
        case printing::Delivery::sent: return "SENT";
        case printing::Delivery::uncertain: return "UNCERTAIN";
        case printing::Delivery::not_started: break;
    }
    return "WAITING";
}

}  // namespace

class Spooler::Loop {
public:
    Loop(EngineThread& engine, const Database& database, const Vault& vault, const World& world, const SpoolerPace& pace,
         std::function<void()> on_change)
        : engine_{engine}, database_{database}, vault_{vault}, world_{world}, pace_{pace}, on_change_{std::move(on_change)}, work_{boost::asio::make_work_guard(io_)}
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
        std::chrono::milliseconds pause_length{0};
        std::unique_ptr<boost::asio::steady_timer> pause;
        printing::Cancel cancel;
        std::optional<Ending> untold;
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
        for (const auto& printer : engine_.call([this] { return printers(database_); })) look(printer.id);
    }

    /// Sends the printer's next job, if it is free and there is one. A database that cannot be read or written now is tried
    /// again like a printer that does not answer.
    void look(std::int64_t printer)
    {
        auto& line = lines_[printer];
        if (stopping_ || line.busy) return;
        if (line.pause) line.pause->cancel();
        try {
            tell_ending(printer);
            while (const auto errand = engine_.call([&] { return next_errand(printer); })) {
                if (sets_out(*errand)) return;
            }
        }
        catch (const std::exception& problem) {
            spdlog::error("spooler, printer {}: {}", printer, problem.what());
            look_later(printer);
        }
    }

    /// On the engine's thread, where nothing is laid out or drawn: a sale may be waiting behind it.
    std::optional<Errand> next_errand(std::int64_t printer_id)
    {
        const auto printer = printer_by_id(database_, printer_id);
        if (!printer) return std::nullopt;
        expire_jobs(database_, world_.now());
        const auto job = next_job(database_, printer_id);
        if (!job) return std::nullopt;
        return Errand{*job, *printer, job_document(database_, vault_, job->id), take_process_id(database_, printer_id)};
    }

    /// @returns false for a job that can never be printed: it FAILED, and the next one's turn has come
    bool sets_out(const Errand& errand)
    {
        Parcel parcel;
        try {
            parcel = packed(errand);
        }
        catch (const std::exception& problem) {
            spdlog::error("print job {}: {}", errand.job.id, problem.what());
            engine_.call([&] { set_job_state(database_, errand.job.id, "FAILED", problem.what(), 0, world_.now()); });
            return false;
        }
        send(errand, std::move(parcel));
        return true;
    }

    printing::PrinterSession session_for(const Errand& errand) const
    {
        const auto* profile = printing::find_profile(errand.printer.profile);
        printing::PrinterSession session;
        session.address = {errand.printer.host, static_cast<std::uint16_t>(errand.printer.port)};
        session.asks_status = profile->status;
        session.asks_process_id = profile->process_id;
        session.clear_first = errand.printer.broken;
        session.has_answered = lines_.at(errand.printer.id).has_answered;
        session.deadlines = pace_.deadlines;
        return session;
    }

    void send(const Errand& errand, Parcel parcel)
    {
        auto& line = lines_[errand.printer.id];
        auto session = session_for(errand);
        session.on_wait = [this, job = errand.job.id](const std::string& reason) { note_stop(job, reason); };
        const auto begin = [this, job = errand.job.id, pid = errand.process_id, size = parcel.bytes.size(),
                            fallbacks = parcel.fallbacks] {
            return engine_.call([&] {
                return begin_sending(database_, job, pid, static_cast<std::int64_t>(size), fallbacks, world_.now());
            });
        };
        line.cancel = printing::deliver(io_, session, std::move(parcel.bytes), errand.process_id, begin,
                                        [this, job = errand.job.id, printer = errand.printer.id](const auto& report) {
                                            finished(job, printer, report);
                                        });
        line.busy = true;
    }

    /// A reason that cannot be noted is no reason to break off the job.
    void note_stop(std::int64_t job, const std::string& reason)
    {
        try {
            engine_.call([&] { note_standstill(database_, job, reason, world_.now()); });
        }
        catch (const std::exception& problem) {
            spdlog::error("print job {} stands still ({}): {}", job, reason, problem.what());
        }
        if (on_change_) on_change_();
    }

    void finished(std::int64_t job, std::int64_t printer, const printing::DeliveryReport& report)
    {
        auto& line = lines_[printer];
        line.busy = false;
        line.cancel = nullptr;
        line.has_answered = line.has_answered || report.status_answered;
        line.untold = Ending{job, report};
        if (report.outcome == printing::Delivery::not_started) {
            try {
                tell_ending(printer);
            }
            catch (const std::exception& problem) {
                spdlog::error("print job {}: {}", job, problem.what());
            }
            return look_later(printer);
        }
        line.pause_length = {};
        if (stopping_) return tell_ending(printer);
        look(printer);
    }

    /// Until it is told, the job stands as SENDING, and after a crash as UNCERTAIN.
    void tell_ending(std::int64_t printer)
    {
        auto& line = lines_[printer];
        if (!line.untold) return;
        engine_.call([&, now = world_.now()] {
            const auto& [job, report] = *line.untold;
            if (report.outcome == printing::Delivery::not_started) return put_back_job(database_, job, report.reason, now);
            const auto reason = report.reason == "cancelled" ? std::string{"stopped"} : report.reason;
            set_broken(printer, report.outcome == printing::Delivery::uncertain);
            set_job_state(database_, job, state_of(report.outcome), reason, static_cast<std::int64_t>(report.bytes_sent), now);
        });
        line.untold.reset();
        if (on_change_) on_change_();
    }

    void set_broken(std::int64_t id, bool broken)
    {
        const auto printer = printer_by_id(database_, id);
        if (printer && printer->broken != broken) set_printer_broken(database_, id, broken);
    }

    void look_later(std::int64_t printer)
    {
        if (stopping_) return;
        auto& line = lines_[printer];
        line.pause_length = std::clamp(line.pause_length * 2, pace_.shortest_pause, pace_.longest_pause);
        line.pause = std::make_unique<boost::asio::steady_timer>(io_, line.pause_length);
        line.pause->async_wait([this, printer](boost::system::error_code cancelled) {
            if (!cancelled) look(printer);
        });
    }

    EngineThread& engine_;
    const Database& database_;
    const Vault& vault_;
    const World& world_;
    const SpoolerPace pace_;
    const std::function<void()> on_change_;
    boost::asio::io_context io_;
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
    std::map<std::int64_t, Line> lines_;
    bool stopping_ = false;
    std::thread thread_;
};

Spooler::Spooler(EngineThread& engine, const Database& database, const Vault& vault, const World& world,
                 const SpoolerPace& pace, std::function<void()> on_change)
    : loop_{std::make_unique<Loop>(engine, database, vault, world, pace, std::move(on_change))}
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
