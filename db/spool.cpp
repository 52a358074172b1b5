#include "db/spool.h"

#include "core/journal/event.h"
#include "db/vault/vault.h"

namespace kushi {
namespace {

std::int64_t ms(Instant at) { return at.time_since_epoch().count(); }
Instant instant(std::int64_t at_ms) { return Instant{std::chrono::milliseconds{at_ms}}; }

/// A document belongs to its job: its box cannot be moved to another.
std::string place_of(const std::string& job_uuid) { return "print_job|" + job_uuid; }

PrinterRecord printer_in(const Query& row)
{
    return {row.integer(0), row.text(1), row.text(2), row.text(3), row.integer(4), row.integer(5) != 0};
}

JobRecord job_in(const Query& row)
{
    JobRecord job;
    job.id = row.integer(0);
    job.printer = row.integer(1);
    job.uuid = row.text(2);
    job.kind = row.text(3);
    job.number = row.text(4);
    job.state = row.text(5);
    job.reason = row.text(6);
    job.process_id = row.text(7);
    job.reprint_of = row.text(8);
    job.attempt = row.integer(9);
    job.copy = static_cast<int>(row.integer(10));
    job.created_at = instant(row.integer(11));
    job.not_after = instant(row.integer(12));
    job.fallbacks = row.integer(13);
    return job;
}

/// Inside the caller's transaction: the new state, and a row of the job's history.
void change_state(const Database& database, std::int64_t job, const std::string& state, const std::string& detail, Instant now)
{
    Query{database,
          "INSERT INTO print_event (job_id, at, from_state, to_state, detail) SELECT id, ?, state, ?, ? FROM print_job WHERE id = ?",
          ms(now), state, detail, job}
        .run();
    Query{database, "UPDATE print_job SET state = ?, reason = ? WHERE id = ?", state, detail, job}.run();
}

std::vector<std::int64_t> ids_of(Query&& rows)
{
    std::vector<std::int64_t> ids;
    while (rows.next()) ids.push_back(rows.integer(0));
    return ids;
}

}  // namespace

std::vector<PrinterRecord> printers(const Database& database)
{
    std::vector<PrinterRecord> all;
    Query row{database, "SELECT id, name, host, profile, port, broken FROM printer ORDER BY id"};
    while (row.next()) all.push_back(printer_in(row));
    return all;
}

std::optional<PrinterRecord> printer_by_id(const Database& database, std::int64_t id)
{
    Query row{database, "SELECT id, name, host, profile, port, broken FROM printer WHERE id = ?", id};
    if (!row.next()) return std::nullopt;
    return printer_in(row);
}

std::optional<PrinterRecord> receipt_printer(const Database& database)
{
    Query row{database, "SELECT id, name, host, profile, port, broken FROM printer ORDER BY id LIMIT 1"};
    if (!row.next()) return std::nullopt;
    return printer_in(row);
}

std::int64_t keep_printer(const Database& database, const PrinterRecord& printer)
{
    Query{database,
          "INSERT INTO printer (name, host, port, profile, next_process_id, broken) VALUES (?, ?, ?, ?, 1, 0) "
          "ON CONFLICT (host, port) DO UPDATE SET name = excluded.name, profile = excluded.profile",
          printer.name, printer.host, printer.port, printer.profile}
        .run();
    Query row{database, "SELECT id FROM printer WHERE host = ? AND port = ?", printer.host, printer.port};
    row.next();
    return row.integer(0);
}

std::int64_t queue_job(const Database& database, const Vault& vault, const std::string& uuid, const NewJob& job, Instant now)
{
    const auto sealed = vault.seal(job.document, place_of(uuid));
    const auto sha = sha256(job.document);
    const std::string_view sha_bytes{reinterpret_cast<const char*>(sha.data()), sha.size()};
    const auto origin = job.origin_sale.empty() ? std::optional<std::string>{} : std::optional{job.origin_sale};
    Query{database,
          "INSERT INTO print_job (uuid, printer_id, kind, number, doc, doc_sha, priority, created_at, not_after, state, attempt, "
          "bytes_total, bytes_sent, pid, reason, reprint_of, origin_sale_id, copy_no, fallbacks) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', 0, 0, 0, '', '', ?, ?, ?, 0)",
          uuid, job.printer, job.kind, job.number, Query::Blob{sealed}, Query::Blob{sha_bytes}, job.priority, ms(now),
          ms(job.not_after), job.reprint_of, origin, job.copy}
        .run();
    return database.connection().getLastInsertRowid();
}

std::vector<JobRecord> all_jobs(const Database& database)
{
    std::vector<JobRecord> jobs;
    Query row{database,
              "SELECT id, printer_id, uuid, kind, number, state, reason, pid, reprint_of, attempt, copy_no, created_at, not_after, "
              "fallbacks FROM print_job ORDER BY id"};
    while (row.next()) jobs.push_back(job_in(row));
    return jobs;
}

std::optional<JobRecord> job_by_id(const Database& database, std::int64_t id)
{
    Query row{database,
              "SELECT id, printer_id, uuid, kind, number, state, reason, pid, reprint_of, attempt, copy_no, created_at, not_after, "
              "fallbacks FROM print_job WHERE id = ?",
              id};
    if (!row.next()) return std::nullopt;
    return job_in(row);
}

int copies_of(const Database& database, const std::string& number, const std::string& kind)
{
    Query row{database, "SELECT COUNT(*) FROM print_job WHERE number = ? AND kind = ?", number, kind};
    row.next();
    return static_cast<int>(row.integer(0));
}

int next_copy(const Database& database, const std::string& number, const std::string& kind)
{
    Query row{database, "SELECT COALESCE(MAX(copy_no), 0) + 1 FROM print_job WHERE number = ? AND kind = ?", number, kind};
    row.next();
    return static_cast<int>(row.integer(0));
}

std::optional<std::string> job_document(const Database& database, const Vault& vault, std::int64_t id)
{
    Query row{database, "SELECT uuid, doc FROM print_job WHERE id = ?", id};
    if (!row.next() || row.null(1)) return std::nullopt;
    return vault.open_sealed(row.text(1), place_of(row.text(0)));
}

std::optional<std::string> document_of_number(const Database& database, const Vault& vault, const std::string& number)
{
    Query row{database,
              "SELECT id FROM print_job WHERE number = ? AND copy_no = 0 AND kind IN ('sale', 'refund', 'void') "
              "ORDER BY id LIMIT 1",
              number};
    if (!row.next()) return std::nullopt;
    return job_document(database, vault, row.integer(0));
}

void requeue_job(const Database& database, std::int64_t job, std::int64_t printer, Instant not_after, Instant now)
{
    change_state(database, job, "QUEUED", "", now);
    Query{database, "UPDATE print_job SET printer_id = ?, not_after = ?, finished_at = NULL WHERE id = ?", printer, ms(not_after), job}.run();
}

void settle_job(const Database& database, std::int64_t job, const std::string& state, const std::string& reason, Instant now)
{
    change_state(database, job, state, reason, now);
    Query{database, "UPDATE print_job SET finished_at = ? WHERE id = ?", ms(now), job}.run();
}

void recover_jobs(const Database& database, Instant now)
{
    const auto jobs = ids_of(Query{database, "SELECT id FROM print_job WHERE state = 'SENDING'"});
    if (jobs.empty()) return;
    Transaction transaction{database};
    Query{database, "UPDATE printer SET broken = 1 WHERE id IN (SELECT printer_id FROM print_job WHERE state = 'SENDING')"}.run();
    for (const auto job : jobs) change_state(database, job, "UNCERTAIN", "stopped while it was printing", now);
    transaction.commit();
}

void expire_jobs(const Database& database, Instant now)
{
    const auto jobs = ids_of(
        Query{database, "SELECT id FROM print_job WHERE state IN ('QUEUED', 'WAITING') AND not_after < ?", ms(now)});
    if (jobs.empty()) return;
    Transaction transaction{database};
    for (const auto job : jobs) change_state(database, job, "EXPIRED", "its time has passed", now);
    transaction.commit();
}

std::optional<JobRecord> next_job(const Database& database, std::int64_t printer)
{
    Query row{database,
              "SELECT id, printer_id, uuid, kind, number, state, reason, pid, reprint_of, attempt, copy_no, created_at, not_after, "
              "fallbacks FROM print_job WHERE printer_id = ? AND state IN ('QUEUED', 'WAITING') ORDER BY priority, id LIMIT 1",
              printer};
    if (!row.next()) return std::nullopt;
    return job_in(row);
}

std::string take_process_id(const Database& database, std::int64_t printer)
{
    constexpr std::int64_t base = 94;  // 21h to 7Eh: no blank, which some boards trim
    constexpr std::int64_t ids = base * base * base * base - 1;  // the last, "~~~~", is the session's own
    Transaction transaction{database};
    Query row{database, "SELECT next_process_id FROM printer WHERE id = ?", printer};
    row.next();
    const auto number = row.integer(0) % ids;
    Query{database, "UPDATE printer SET next_process_id = ? WHERE id = ?", (number + 1) % ids, printer}.run();
    transaction.commit();
    std::string id(4, '!');
    auto rest = number;
    for (auto digit = id.rbegin(); digit != id.rend(); ++digit) {
        *digit = static_cast<char>('!' + rest % base);
        rest /= base;
    }
    return id;
}

bool begin_sending(const Database& database, std::int64_t job, const std::string& process_id, std::int64_t bytes_total,
                   std::int64_t fallbacks, Instant now)
{
    Transaction transaction{database};
    const bool to_send =
        Query{database, "SELECT 1 FROM print_job WHERE id = ? AND state IN ('QUEUED', 'WAITING') AND not_after >= ?", job, ms(now)}
            .next();
    if (!to_send) return false;
    change_state(database, job, "SENDING", "", now);
    Query{database,
          "UPDATE print_job SET attempt = attempt + 1, pid = ?, bytes_total = ?, fallbacks = ?, started_at = ? WHERE id = ?",
          process_id, bytes_total, fallbacks, ms(now), job}
        .run();
    transaction.commit();
    return true;
}

void put_back_job(const Database& database, std::int64_t job, const std::string& reason, Instant now)
{
    // Kushi itself stopped: why the printer made the job wait is what people want to read.
    if (reason == "cancelled") {
        const auto job_now = job_by_id(database, job);
        if (job_now && job_now->state == "SENDING") set_job_state(database, job, "WAITING", job_now->reason, 0, now);
        return;
    }
    // A printer that is off for ten minutes is tried every few seconds: that it still waits is no news.
    const bool news = Query{database,
                            "SELECT 1 FROM print_job WHERE id = ? AND state IN ('QUEUED', 'WAITING', 'SENDING') "
                            "AND (state <> 'WAITING' OR reason <> ?)",
                            job, reason}
                          .next();
    if (news) set_job_state(database, job, "WAITING", reason, 0, now);
}

void note_standstill(const Database& database, std::int64_t job, const std::string& reason, Instant now)
{
    Transaction transaction{database};
    change_state(database, job, "SENDING", reason, now);
    transaction.commit();
}

void set_job_state(const Database& database, std::int64_t job, const std::string& state, const std::string& reason,
                   std::int64_t bytes_sent, Instant now)
{
    Transaction transaction{database};
    change_state(database, job, state, reason, now);
    Query{database, "UPDATE print_job SET bytes_sent = ?, finished_at = ? WHERE id = ?", bytes_sent,
          state == "WAITING" || state == "QUEUED" ? std::optional<std::int64_t>{} : std::optional{ms(now)}, job}
        .run();
    transaction.commit();
}

void set_printer_broken(const Database& database, std::int64_t printer, bool broken)
{
    Transaction transaction{database};
    Query{database, "UPDATE printer SET broken = ? WHERE id = ?", broken, printer}.run();
    transaction.commit();
}

std::int64_t open_job_count(const Database& database)
{
    Query row{database, "SELECT COUNT(*) FROM print_job WHERE state IN ('QUEUED', 'WAITING', 'SENDING')"};
    row.next();
    return row.integer(0);
}

}  // namespace kushi
