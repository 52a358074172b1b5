#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/day/business_day.h"
#include "db/database.h"

namespace kushi {

class Vault;

struct PrinterRecord {
    std::int64_t id = 0;
    std::string name, host, profile;
    std::int64_t port = 9100;
    bool broken = false;  ///< its last session broke in mid job: clear its buffers first
};
std::vector<PrinterRecord> printers(const Database& database);
std::optional<PrinterRecord> printer_by_id(const Database& database, std::int64_t id);
/// The first printer added gets the receipts.
std::optional<PrinterRecord> receipt_printer(const Database& database);
/// Inside the caller's transaction. A printer at the same address gets the new name and profile. @returns its id
std::int64_t keep_printer(const Database& database, const PrinterRecord& printer);

/// A paper to be: its document is frozen, sealed, and born in the transaction of what it tells of.
struct NewJob {
    std::int64_t printer = 0;
    std::string kind;             ///< sale, refund, void, formal, gift, consumption, x_report, z_report, test
    std::string number;           ///< of the sale, or of the Z
    std::string document;         ///< JSON of the document
    Instant not_after;            ///< past it the job is EXPIRED and listed, never printed by itself
    int priority = 1;             ///< receipts 1 before slips 2 before reports 3
    std::string reprint_of = {};  ///< number of the paper that this one repeats
    std::string origin_sale = {}; ///< id; one job a sale, kind and copy
    int copy = 0;                 ///< 0 is the unmarked one
};
/// @returns the job's id
std::int64_t queue_job(const Database& database, const Vault& vault, const std::string& uuid, const NewJob& job, Instant now);

struct JobRecord {
    std::int64_t id = 0;
    std::int64_t printer = 0;
    std::string uuid, kind, number, state, reason, process_id, reprint_of;
    std::int64_t attempt = 0;
    int copy = 0;
    Instant created_at, not_after;
    std::int64_t fallbacks = 0;  ///< lines that went out as dots because the printer lacks a character
};
/// Oldest first.
std::vector<JobRecord> all_jobs(const Database& database);
std::optional<JobRecord> job_by_id(const Database& database, std::int64_t id);
/// Papers of a number so far, the unmarked one counted.
int copies_of(const Database& database, const std::string& number, const std::string& kind);
/// What the next marked copy of a number's paper counts: 1 also where no unmarked one was ever printed.
int next_copy(const Database& database, const std::string& number, const std::string& kind);
/// The frozen document's JSON; nothing when it was erased or cannot be opened.
std::optional<std::string> job_document(const Database& database, const Vault& vault, std::int64_t id);
/// The frozen receipt of a sale, refund or void, for its reprint: not another paper of the same number.
std::optional<std::string> document_of_number(const Database& database, const Vault& vault, const std::string& number);

// What people decide, inside the caller's transaction.
/// The job waits again, as if it had never been tried; bytes of it must not have left.
void requeue_job(const Database& database, std::int64_t job, std::int64_t printer, Instant not_after, Instant now);
/// The job ends by what somebody saw or wanted.
void settle_job(const Database& database, std::int64_t job, const std::string& state, const std::string& reason, Instant now);

// What the spooler does: each its own transaction.
/// A job that was in the air when the program died may be on paper: SENDING becomes UNCERTAIN, and its printer is broken off
/// in mid job. (SENT is where a printer that cannot say more ends a job.)
void recover_jobs(const Database& database, Instant now);
/// Jobs whose time has passed become EXPIRED.
void expire_jobs(const Database& database, Instant now);
/// The printer's next job to send, QUEUED or WAITING: by priority, then age.
std::optional<JobRecord> next_job(const Database& database, std::int64_t printer);
/// A new process id of this printer, 4 characters from 21h to 7Eh but never "~~~~", which is the session's own; 78 million
/// before the first comes again.
std::string take_process_id(const Database& database, std::int64_t printer);
/// Commits SENDING, one more attempt and its process id, before the first byte of the body leaves.
/// @returns false, and nothing may leave, when the job is no longer to be sent: cancelled, or its time passed meanwhile
bool begin_sending(const Database& database, std::int64_t job, const std::string& process_id, std::int64_t bytes_total,
                   std::int64_t fallbacks, Instant now);
/// The job came nowhere and waits for another try. One that was cancelled or EXPIRED meanwhile stays so.
void put_back_job(const Database& database, std::int64_t job, const std::string& reason, Instant now);
/// Why a job that is in the air stands still; "" when it goes on. It stays SENDING: bytes of it have left.
void note_standstill(const Database& database, std::int64_t job, const std::string& reason, Instant now);
void set_job_state(const Database& database, std::int64_t job, const std::string& state, const std::string& reason,
                   std::int64_t bytes_sent, Instant now);
void set_printer_broken(const Database& database, std::int64_t printer, bool broken);
/// Jobs that still wait for their printer: QUEUED, WAITING, SENDING.
std::int64_t open_job_count(const Database& database);

}  // namespace kushi
