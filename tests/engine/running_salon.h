#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/engine/engine_thread.h"
#include "app/engine/open_salon.h"
#include "app/engine/spooler.h"
#include "db/spool.h"

namespace kushi {

/// A salon on disk whose day is open, with its engine on a thread of its own and, once started, its spooler: all that runs
/// when the desk is open, but the window.
class RunningSalon {
public:
    RunningSalon();
    ~RunningSalon();
    RunningSalon(const RunningSalon&) = delete;
    RunningSalon& operator=(const RunningSalon&) = delete;

    /// Short waits, long enough for a busy machine where an answer is to come.
    static SpoolerPace short_pace();
    void start_printing(const SpoolerPace& pace = short_pace());
    void stop_printing() { spooler_.reset(); }
    [[nodiscard]] Spooler& spooler() { return *spooler_; }

    /// A command by the owner. @throws std::runtime_error with its answer when it is refused
    nlohmann::ordered_json perform(const nlohmann::json& request);
    /// Keeps a printer of this machine. @returns its id
    std::int64_t add_printer(int port, const std::string& profile = "generic-80");
    /// A walk-in buys a shampoo and pays cash. @returns the sale's number
    std::string sell();
    void execute(const char* sql);
    void let_pass(std::chrono::minutes time) { ahead_ += time.count(); }

    /// Whether the chain, the money and the tables are as they should be.
    [[nodiscard]] bool is_sound();
    [[nodiscard]] JobRecord job(const std::string& number);
    [[nodiscard]] bool printer_is_broken(std::int64_t printer);
    /// Whether the number's first paper comes to the state before half a minute has passed.
    [[nodiscard]] bool comes_to(const std::string& number, const std::string& state);
    [[nodiscard]] static bool comes_true(const std::function<bool()>& condition);

private:
    std::filesystem::path folder_;
    std::atomic<std::int64_t> ahead_{0};  ///< minutes by which the salon's clock runs ahead
    std::unique_ptr<OpenSalon> salon_;
    EngineThread thread_;
    std::unique_ptr<Spooler> spooler_;  // last: it stops before what it carries from
};

}  // namespace kushi
