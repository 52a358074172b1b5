#include "db/verify.h"

#include <sqlite3.h>

#include <exception>

#include "db/apply/apply.h"
#include "db/journal.h"
#include "db/tables.h"
#include "db/verify/findings.h"

namespace kushi {
namespace {

using verify_detail::Findings;

constexpr std::int64_t events_between_reports = 1000;

/// One state of the file for all checks, also while another connection writes.
class Snapshot {
public:
    explicit Snapshot(const Database& database) : database_{database} { database_.execute("BEGIN"); }
    ~Snapshot()
    {
        try {
            database_.execute("COMMIT");
        }
        catch (const SQLite::Exception&) {
            // Nothing was written; SQLite ends a transaction of its own accord when the file cannot be read.
        }
    }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    const Database& database_;
};

/// What the pages of the file say of themselves; the chain knows nothing of an index.
void check_file(const Database& database, Findings& findings)
{
    Query row{database, "PRAGMA integrity_check(20)"};
    while (row.next()) {
        if (row.text(0) != "ok") findings.add({"file", "changed", 0, 0, {}, row.text(0)});
    }
}

void apply_beside(const Database& beside, const Event& event, Findings& findings)
{
    try {
        apply(beside, event);
    }
    catch (const std::exception&) {  // what it says may quote the event
        findings.add({"table", "unreadable", event.terminal, event.seq, {}, "The event cannot be applied to the tables."});
    }
}

/// All tables once more, from the events that this file has applied.
Database tables_beside(const Database& database, Findings& findings)
{
    auto beside = Database::in_memory();
    Query count{database, "SELECT COUNT(*) FROM event WHERE applied = 1"};
    count.next();
    const auto total = count.integer(0);
    std::int64_t done = 0;
    Transaction transaction{beside};
    Query row{database,
              "SELECT terminal, seq, hlc, type, v, pub, priv, pub_hash, priv_hash, hash FROM event WHERE applied = 1 "
              "ORDER BY terminal, seq"};
    while (row.next()) {
        apply_beside(beside, event_in(row), findings);
        if (++done % events_between_reports == 0) findings.progress("table", done, total);
    }
    transaction.commit();
    findings.progress("table", done, total);
    return beside;
}

const char* text_of(TableDifference::Kind kind)
{
    switch (kind) {
        case TableDifference::Kind::changed: return "changed";
        case TableDifference::Kind::missing: return "missing";
        case TableDifference::Kind::inserted: return "inserted";
    }
    return "changed";
}

void check_tables(const Database& database, Findings& findings)
{
    const auto beside = tables_beside(database, findings);
    for (const auto table : derived_tables()) {
        ++findings.report.tables;
        const auto difference = first_difference(database, beside, table);
        if (!difference) continue;
        auto subject = difference->table + " " + difference->key;
        if (!difference->column.empty()) subject += " " + difference->column;
        findings.add({"table", text_of(difference->kind), 0, 0, std::move(subject), "The table is not what the events make of it."});
    }
}

/// A part that cannot be read to its end is a problem like any other, and the next part is checked all the same.
/// @throws SQLite::Exception when it is the disk that fails
template <class Check>
void check_part(const char* part, Findings& findings, Check check)
{
    try {
        check();
    }
    catch (const SQLite::Exception& problem) {
        const int code = problem.getErrorCode();
        if (code != SQLITE_CORRUPT && code != SQLITE_NOTADB && code != SQLITE_ERROR) throw;
        findings.add({part, "unreadable", 0, 0, {}, std::string{"The database cannot be read: "} + problem.getErrorStr()});
    }
    catch (const std::exception&) {  // what it says may quote what it read
        findings.add({part, "unreadable", 0, 0, {}, "What is stored here is not what Kushi writes."});
    }
}

}  // namespace

VerifyReport verify(const Database& reader, const VerifyOptions& options)
{
    const Snapshot snapshot{reader};
    Findings findings{options};
    check_part("file", findings, [&] { check_file(reader, findings); });
    check_part("chain", findings, [&] { verify_detail::check_chains(reader, options, findings); });
    check_part("signature", findings, [&] { verify_detail::check_signatures(reader, options, findings); });
    check_part("anchor", findings, [&] { verify_detail::check_anchors(reader, options, findings); });
    check_part("table", findings, [&] { check_tables(reader, findings); });
    check_part("money", findings, [&] { verify_detail::check_money(reader, findings); });
    check_part("day", findings, [&] { verify_detail::check_days(reader, findings); });
    return std::move(findings.report);
}

}  // namespace kushi
