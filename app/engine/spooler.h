#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>

#include "app/engine/world.h"
#include "printing/network/connection.h"

namespace kushi {

class Database;
class EngineThread;
class Vault;

/// How long the spooler waits for what.
struct SpoolerPace {
    std::chrono::milliseconds shortest_pause{250};  ///< before a job that came nowhere is tried again; doubled each time
    std::chrono::milliseconds longest_pause{2'500};  ///< so that a printer that comes back prints within three seconds
    printing::Deadlines deadlines{};
};

/// Carries papers out of the house: takes each printer's next job from the engine's thread, sends it, and tells how far it
/// came. Has its own thread; every printer has its own queue, one job at a time, so that a stuck one holds up no other.
/// A job that came nowhere is tried again by itself with growing pauses; one that may be on paper never is.
class Spooler {
public:
    /// All of them outlive the spooler; database and vault are touched on the engine's thread only. `on_change` is called on the
    /// spooler's thread after a job ended, or stands still for a reason.
    Spooler(EngineThread& engine, const Database& database, const Vault& vault, const World& world,
            const SpoolerPace& pace = {}, std::function<void()> on_change = {});
    ~Spooler();  ///< cuts what is in the air: it is UNCERTAIN from then on
    Spooler(const Spooler&) = delete;
    Spooler& operator=(const Spooler&) = delete;

    /// There may be something to print. From any thread.
    void wake();
    /// Waits until no job is queued, waiting or in the air, at most so long. @returns how many are left
    std::int64_t drain(std::chrono::milliseconds limit);

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

}  // namespace kushi
