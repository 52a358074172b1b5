#include "db/journal.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "db/apply/apply.h"
#include "db/vault/vault.h"

namespace kushi {
namespace {

/// Often enough that a re-chained tail is short, seldom enough to cost nothing (24 us each).
constexpr std::int64_t events_between_signatures = 500;

std::string_view bytes_of(const Hash& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

Hash hash_in(const std::string& bytes)
{
    Hash hash{};
    if (bytes.size() != hash.size()) throw DatabaseProblem{DatabaseProblem::Kind::damaged, "a hash of the journal is cut short"};
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

void insert(const Database& database, const Event& event)
{
    Query{database,
          "INSERT INTO event (terminal, seq, hlc, type, v, pub, priv, pub_hash, priv_hash, hash, applied) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
          event.terminal, event.seq, event.hlc, event.type, event.version, event.pub,
          event.priv ? std::optional{Query::Blob{*event.priv}} : std::nullopt, Query::Blob{bytes_of(event.pub_hash)},
          Query::Blob{bytes_of(event.priv_hash)}, Query::Blob{bytes_of(event.hash)}}
        .run();
}

}  // namespace

Journal::Journal(const Database& database, const Vault& vault, std::function<Instant()> now,
                 std::function<void(std::span<std::uint8_t>)> random)
    : database_{database}, vault_{vault}, now_{std::move(now)}, random_{std::move(random)}
{
    Query row{database_, "SELECT salon, terminal, series, training FROM terminal"};
    if (!row.next()) throw DatabaseProblem{DatabaseProblem::Kind::damaged, "kushi.db names no terminal"};
    identity_ = {row.text(0), row.integer(1), row.text(2), row.integer(3) != 0};
    rolled_back();
}

void Journal::create_terminal(const Database& database, const TerminalIdentity& identity, std::string_view public_key)
{
    Query{database, "INSERT INTO terminal (salon, terminal, series, public_key, training) VALUES (?, ?, ?, ?, ?)",
          identity.salon, identity.terminal, identity.series, Query::Blob{public_key}, identity.training}
        .run();
}

Stamp Journal::append(std::string_view type, const nlohmann::ordered_json& pub, const nlohmann::json& priv)
{
    Event event;
    event.terminal = identity_.terminal;
    event.seq = seq_ + 1;
    event.hlc = clock_.tick(now_());
    event.type = type;
    event.pub = pub.dump();
    if (!priv.is_null()) {
        std::array<std::uint8_t, 16> salt{};
        random_(salt);
        auto salted = priv;
        salted["salt"] = hex({reinterpret_cast<const char*>(salt.data()), salt.size()});
        event.priv = vault_.seal(salted.dump(), associated_data(event.terminal, event.seq, event.type));
    }
    event.pub_hash = sha256(event.pub);
    event.priv_hash = sha256(event.priv ? *event.priv : std::string{});
    event.hash = chain_hash(tip_, identity_.salon, event);
    insert(database_, event);
    if (!apply(database_, event)) throw std::logic_error{"no handler applies " + event.type};
    seq_ = event.seq;
    tip_ = event.hash;
    if (seq_ % events_between_signatures == 0) sign_tip();
    return {event.hlc, event.terminal, event.seq};
}

std::string Journal::sign_tip()
{
    const auto signature = vault_.sign(bytes_of(tip_));
    const std::string_view bytes{reinterpret_cast<const char*>(signature.data()), signature.size()};
    Query{database_, "INSERT OR REPLACE INTO tip_signature (terminal, seq, signature) VALUES (?, ?, ?)", identity_.terminal,
          seq_, Query::Blob{bytes}}
        .run();
    return hex(bytes);
}

void Journal::rolled_back()
{
    seq_ = 0;
    tip_ = {};
    Query newest{database_, "SELECT seq, hash, hlc FROM event WHERE terminal = ? ORDER BY seq DESC LIMIT 1", identity_.terminal};
    if (newest.next()) {
        seq_ = newest.integer(0);
        tip_ = hash_in(newest.text(1));
        clock_.observe(newest.integer(2));
    }
}

Event event_in(const Query& row)
{
    Event event;
    event.terminal = row.integer(0);
    event.seq = row.integer(1);
    event.hlc = row.integer(2);
    event.type = row.text(3);
    event.version = static_cast<int>(row.integer(4));
    event.pub = row.text(5);
    event.priv = row.bytes(6);
    event.pub_hash = hash_in(row.text(7));
    event.priv_hash = hash_in(row.text(8));
    event.hash = hash_in(row.text(9));
    return event;
}

}  // namespace kushi
