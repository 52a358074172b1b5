#include <algorithm>
#include <optional>

#include "db/vault/vault.h"
#include "db/verify/findings.h"

namespace kushi::verify_detail {
namespace {

constexpr std::int64_t events_between_reports = 10'000;
/// How far away an event is looked for that belongs where another stands.
constexpr std::int64_t reach = 500;

std::string_view bytes_in(const SQLite::Column& column)
{
    const auto* bytes = static_cast<const char*>(column.getBlob());
    return {bytes, static_cast<std::size_t>(column.getBytes())};
}

/// A hash that is no hash becomes zeros, which no event has.
Hash hash_in(const SQLite::Column& column)
{
    Hash hash{};
    const auto bytes = bytes_in(column);
    if (bytes.size() == hash.size()) std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

// One list of columns for the two questions below; link_in reads them by position.
#define KUSHI_LINK_COLUMNS "SELECT terminal, seq, hlc, type, v, pub_hash, priv_hash, hash, pub, priv FROM event "

/// An event without its parts: what its hash covers.
Event link_in(const Query& row)
{
    Event event;
    event.terminal = row.integer(0);
    event.seq = row.integer(1);
    event.hlc = row.integer(2);
    event.type = row.text(3);
    event.version = static_cast<int>(row.integer(4));
    event.pub_hash = hash_in(row.column(5));
    event.priv_hash = hash_in(row.column(6));
    event.hash = hash_in(row.column(7));
    return event;
}

std::optional<Event> link_at(const Database& database, std::int64_t terminal, std::int64_t seq)
{
    Query row{database, KUSHI_LINK_COLUMNS "WHERE terminal = ? AND seq = ?", terminal, seq};
    if (!row.next()) return std::nullopt;
    return link_in(row);
}

/// Walks the chain of one terminal.
class Walk {
public:
    Walk(const Database& database, const VerifyOptions& options, Findings& findings, std::string salon, std::int64_t terminal)
        : database_{database}, options_{options}, findings_{findings}, salon_{std::move(salon)}, terminal_{terminal}
    {
        expected_ = std::max<std::int64_t>(options.from, 1);
        if (expected_ == 1) return;
        if (const auto before = link_at(database, terminal, expected_ - 1)) {
            previous_ = before->hash;
            hlc_ = before->hlc;
        } else {
            --expected_;  // the one that the first should follow from is missing
        }
    }

    void run(std::int64_t& done, std::int64_t total)
    {
        const std::int64_t first = options_.from > 1 ? options_.from : INT64_MIN;
        Query row{database_, KUSHI_LINK_COLUMNS "WHERE terminal = ? AND seq >= ? ORDER BY seq", terminal_, first};
        while (row.next()) {
            const auto event = link_in(row);
            check_parts(row, event);
            check_link(event);
            ++findings_.report.events;
            if (++done % events_between_reports == 0) findings_.progress("chain", done, total);
        }
    }

private:
    void found(const char* part, const char* kind, std::int64_t seq, const char* detail)
    {
        findings_.add({part, kind, terminal_, seq, {}, detail});
    }

    /// The parts of an event against the hashes that stand beside them.
    void check_parts(const Query& row, const Event& event)
    {
        if (sha256(bytes_in(row.column(8))) != event.pub_hash) {
            found("chain", "changed", event.seq, "What the event says is not what was recorded.");
        }
        if (row.null(9)) {
            static const Hash of_nothing = sha256({});
            if (event.priv_hash != of_nothing) ++findings_.report.erased;
            return;
        }
        const auto sealed = bytes_in(row.column(9));
        if (sha256(sealed) != event.priv_hash) {
            found("chain", "changed", event.seq, "The sealed part of the event is not the one that was recorded.");
        } else if (options_.vault != nullptr) {
            open_part(sealed, event);
        }
    }

    void open_part(std::string_view sealed, const Event& event)
    {
        if (options_.vault->open_sealed(sealed, associated_data(event.terminal, event.seq, event.type))) {
            ++findings_.report.personal;
        } else {
            found("personal", "unreadable", event.seq, "The salon's key does not open the sealed part of the event.");
        }
    }

    /// The event's place. After the first break of a terminal its followers prove nothing more, so only one is told.
    void check_link(const Event& event)
    {
        if (!broken_) {
            if (event.seq < expected_) {
                break_at(event.seq, "inserted", "An event stands before the first.");
            } else if (event.seq > expected_) {
                break_at(expected_, "missing", "An event is missing here.");
            } else if (chain_hash(previous_, salon_, event) != event.hash) {
                const auto* kind = kind_of_break(event);
                break_at(event.seq, kind, "The event does not follow from the one before it.");
            } else if (event.hlc <= hlc_) {
                break_at(event.seq, "reordered", "The event's clock is not later than that of the one before it.");
            }
        }
        previous_ = event.hash;
        hlc_ = event.hlc;
        expected_ = event.seq + 1;
    }

    void break_at(std::int64_t seq, const char* kind, const char* detail)
    {
        broken_ = true;
        found("chain", kind, seq, detail);
    }

    [[nodiscard]] bool follows(const Hash& previous, const std::optional<Event>& event, std::int64_t seq) const
    {
        if (!event) return false;
        auto placed = *event;
        placed.seq = seq;
        return chain_hash(previous, salon_, placed) == placed.hash;
    }

    /// What was done where `here` does not follow, told from who would follow in its place.
    [[nodiscard]] const char* kind_of_break(const Event& here) const
    {
        const auto next = link_at(database_, terminal_, here.seq + 1);
        if (follows(here.hash, next, here.seq + 1)) return "changed";  // the chain goes on from what was recorded here
        if (follows(here.hash, next, here.seq + 2)) return "missing";  // the followers were moved up
        for (auto seq = here.seq + 1; seq <= here.seq + reach; ++seq) {
            const auto other = link_at(database_, terminal_, seq);
            if (!other) break;
            if (!follows(previous_, other, here.seq)) continue;
            const bool swapped = seq == here.seq + 1 ? follows(other->hash, here, here.seq + 1) : follows(other->hash, next, here.seq + 1);
            return swapped ? "reordered" : "inserted";
        }
        return "changed";
    }

    const Database& database_;
    const VerifyOptions& options_;
    Findings& findings_;
    std::string salon_;
    std::int64_t terminal_;
    Hash previous_{};
    std::int64_t hlc_ = INT64_MIN;
    std::int64_t expected_ = 1;
    bool broken_ = false;
};

#undef KUSHI_LINK_COLUMNS

/// By seeks, not by a scan of the journal.
std::vector<std::int64_t> terminals(const Database& database)
{
    std::vector<std::int64_t> all;
    for (std::int64_t last = INT64_MIN;;) {
        Query row{database, "SELECT MIN(terminal) FROM event WHERE terminal > ?", last};
        if (!row.next() || row.null(0)) return all;
        last = row.integer(0);
        all.push_back(last);
    }
}

std::string salon_of(const Database& database)
{
    Query row{database, "SELECT salon FROM terminal"};
    return row.next() ? row.text(0) : std::string{};
}

}  // namespace

void check_chains(const Database& database, const VerifyOptions& options, Findings& findings)
{
    Query count{database, "SELECT COUNT(*) FROM event WHERE seq >= ?", options.from};
    count.next();
    const auto total = count.integer(0);
    std::int64_t done = 0;
    for (const auto terminal : terminals(database)) {
        Walk{database, options, findings, salon_of(database), terminal}.run(done, total);
    }
    findings.progress("chain", done, total);
}

void check_anchors(const Database& database, const VerifyOptions& options, Findings& findings)
{
    for (const auto& anchor : options.anchors) {
        const auto event = link_at(database, anchor.terminal, anchor.seq);
        if (!event) {
            findings.add({"anchor", "behind", anchor.terminal, anchor.seq, {}, "The anchor saw more events than the file holds."});
        } else if (event->hash != anchor.hash) {
            findings.add({"anchor", "rewritten", anchor.terminal, anchor.seq, {}, "The anchor saw another event here."});
        }
    }
}

}  // namespace kushi::verify_detail
