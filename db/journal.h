#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>

#include "core/day/business_day.h"
#include "core/journal/event.h"
#include "core/journal/hybrid_clock.h"
#include "db/database.h"

namespace kushi {

class Vault;

/// Who a salon's file belongs to.
struct TerminalIdentity {
    std::string salon;          ///< UUID
    std::int64_t terminal = 0;  ///< random, 31 bits
    std::string series;         ///< the letters before every number this terminal gives, "A"
    bool training = false;
};

/// The one way in: an event is chained, stored and applied to the tables in one transaction.
class Journal {
public:
    /// The database holds a terminal already (create_terminal). The references outlive the journal.
    Journal(const Database& database, const Vault& vault, std::function<Instant()> now,
            std::function<void(std::span<std::uint8_t>)> random);

    /// Gives a new file its identity, inside the caller's transaction.
    static void create_terminal(const Database& database, const TerminalIdentity& identity, std::string_view public_key);

    [[nodiscard]] const TerminalIdentity& identity() const { return identity_; }
    /// Hash of the newest own event; zeros before the first.
    [[nodiscard]] const Hash& tip() const { return tip_; }
    [[nodiscard]] std::int64_t seq() const { return seq_; }

    /// Appends one fact of this terminal and applies it, inside the caller's open transaction.
    /// `pub` holds no person; `priv`, unless null, is salted, sealed and bound to this event.
    Stamp append(std::string_view type, const nlohmann::ordered_json& pub, const nlohmann::json& priv);
    /// Signs the tip with this terminal's own key, inside the caller's open transaction (on each Z; append does it by
    /// itself every 500 events). @returns the signature in hex
    std::string sign_tip();
    /// The caller's transaction was rolled back: what was counted on is read again.
    void rolled_back();

private:
    const Database& database_;
    const Vault& vault_;
    std::function<Instant()> now_;
    std::function<void(std::span<std::uint8_t>)> random_;
    TerminalIdentity identity_;
    HybridClock clock_;
    std::int64_t seq_ = 0;
    Hash tip_{};
};

/// Reads one stored row of `SELECT terminal, seq, hlc, type, v, pub, priv, pub_hash, priv_hash, hash FROM event`.
Event event_in(const Query& row);

}  // namespace kushi
