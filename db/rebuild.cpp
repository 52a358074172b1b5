#include "db/rebuild.h"

#include "db/apply/apply.h"
#include "db/journal.h"

namespace kushi {
namespace {

constexpr std::int64_t events_between_reports = 1000;

struct Applied {
    std::int64_t terminal = 0;
    std::int64_t seq = 0;
    bool now = false;
};

void drop_derived_rows(const Database& database)
{
    for (const auto table : derived_tables()) database.connection().exec("DELETE FROM " + std::string{table});
}

std::int64_t count_events(const Database& database)
{
    Query row{database, "SELECT COUNT(*) FROM event"};
    row.next();
    return row.integer(0);
}

bool applied(const Database& database, const Event& event)
{
    try {
        return apply(database, event);
    }
    catch (const SQLite::Exception&) {
        throw;
    }
    catch (const std::exception&) {  // what it says may quote the event
        throw DatabaseProblem{DatabaseProblem::Kind::damaged, "event " + std::to_string(event.seq) + " of terminal " +
                                                                  std::to_string(event.terminal) + " is not what Kushi writes"};
    }
}

/// Applies every event. @returns those whose mark has to change, which must wait until nobody reads the table
std::vector<Applied> apply_all(const Database& database, const Progress& progress)
{
    std::vector<Applied> changed;
    const auto total = count_events(database);
    std::int64_t done = 0;
    Query row{database,
              "SELECT terminal, seq, hlc, type, v, pub, priv, pub_hash, priv_hash, hash, applied FROM event "
              "ORDER BY terminal, seq"};
    while (row.next()) {
        const auto event = event_in(row);
        const bool now = applied(database, event);
        if (now != (row.integer(10) != 0)) changed.push_back({event.terminal, event.seq, now});
        if (++done % events_between_reports == 0 && progress) progress(done, total);
    }
    if (progress) progress(done, total);
    return changed;
}

}  // namespace

void rebuild(const Database& database, const Progress& progress)
{
    Transaction transaction{database};
    drop_derived_rows(database);
    for (const auto& event : apply_all(database, progress)) {
        Query{database, "UPDATE event SET applied = ? WHERE terminal = ? AND seq = ?", event.now, event.terminal, event.seq}.run();
    }
    transaction.commit();
}

}  // namespace kushi
