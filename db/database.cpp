#include "db/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#include "db/schema/migrations.h"

namespace kushi {
namespace {

namespace fs = std::filesystem;

/// "KUSH" in ASCII: SQLite keeps it in the file's header, so a foreign file is known without reading a table.
constexpr std::int64_t application_id = 0x4B555348;

std::int64_t pragma(SQLite::Database& db, const char* name)
{
    return db.execAndGet(std::string{"PRAGMA "} + name).getInt64();
}

void harden(SQLite::Database& db)
{
    int on = 0;
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, &on);
    sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, &on);
    // Without recursive triggers REPLACE deletes a row of the journal past the trigger that forbids it.
    db.exec("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY; PRAGMA recursive_triggers=ON");
}

/// WAL and FULL: NORMAL loses acknowledged sales in a power cut.
void make_durable(SQLite::Database& db)
{
    if (db.execAndGet("PRAGMA journal_mode=WAL").getString() != "wal") {
        throw DatabaseProblem{DatabaseProblem::Kind::damaged, "the database cannot keep a write-ahead log here"};
    }
    db.exec("PRAGMA synchronous=FULL; PRAGMA secure_delete=ON");
    db.setBusyTimeout(2000);
}

std::unique_ptr<SQLite::Database> connect(const fs::path& file, int flags)
{
    return std::make_unique<SQLite::Database>(file.string(), flags | SQLite::OPEN_NOMUTEX);
}

/// Before SQLite touches it: the file begins as every SQLite file does. Only while no connection of this process is open:
/// closing any descriptor of the file drops the POSIX locks of all.
void check_header(const fs::path& file)
{
    if (!fs::exists(file)) {
        throw DatabaseProblem{DatabaseProblem::Kind::missing, "there is no salon in this folder"};
    }
    if (!fs::is_regular_file(file)) throw DatabaseProblem{DatabaseProblem::Kind::foreign, "kushi.db is no file"};
    std::ifstream stream{file, std::ios::binary};
    std::string start(16, '\0');
    constexpr std::uintmax_t smallest_page = 512;  // SQLite takes a file that lacks its own first page for an empty one
    if (!stream.read(start.data(), 16)) {
        throw DatabaseProblem{DatabaseProblem::Kind::damaged, "kushi.db cannot be read or is cut short"};
    }
    if (start != std::string_view{"SQLite format 3\0", 16}) {
        throw DatabaseProblem{DatabaseProblem::Kind::foreign, "kushi.db is not a database"};
    }
    if (fs::file_size(file) < smallest_page) throw DatabaseProblem{DatabaseProblem::Kind::damaged, "kushi.db is cut short"};
}

void check_ours(SQLite::Database& db)
{
    try {
        if (pragma(db, "application_id") != application_id) {
            throw DatabaseProblem{DatabaseProblem::Kind::foreign, "kushi.db belongs to another program"};
        }
        if (pragma(db, "user_version") > static_cast<std::int64_t>(migrations().size())) {
            throw DatabaseProblem{DatabaseProblem::Kind::newer, "kushi.db was written by a newer Kushi: update this one"};
        }
        if (const auto found = db.execAndGet("PRAGMA quick_check(1)").getString(); found != "ok") {
            throw DatabaseProblem{DatabaseProblem::Kind::damaged, "kushi.db is damaged: " + found};
        }
    }
    catch (const SQLite::Exception& problem) {
        // A full or failing disk says nothing about the file: nobody may bring a backup back because of it.
        if (problem.getErrorCode() != SQLITE_CORRUPT && problem.getErrorCode() != SQLITE_NOTADB) throw;
        throw DatabaseProblem{DatabaseProblem::Kind::damaged, std::string{"kushi.db is damaged: "} + problem.what()};
    }
}

/// Every migration that the file lacks, each in its own transaction with its number: old or new, never between.
void migrate(SQLite::Database& db)
{
    for (auto version = static_cast<std::size_t>(pragma(db, "user_version")); version < migrations().size(); ++version) {
        SQLite::Transaction transaction{db, SQLite::TransactionBehavior::IMMEDIATE};
        db.exec(migrations()[version]);
        db.exec("PRAGMA application_id=" + std::to_string(application_id));
        db.exec("PRAGMA user_version=" + std::to_string(version + 1));
        transaction.commit();
    }
}

}  // namespace

FolderLock::FolderLock(const fs::path& folder)
{
    const auto file = folder / "lock";
    descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor_ < 0) throw std::system_error{errno, std::generic_category(), "the salon's folder cannot be written"};
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor_);
        throw DatabaseProblem{DatabaseProblem::Kind::in_use, "this salon is in use by another Kushi on this machine"};
    }
}

FolderLock::FolderLock(FolderLock&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)} {}

FolderLock::~FolderLock()
{
    if (descriptor_ >= 0) ::close(descriptor_);
}

Database Database::create(const fs::path& file)
{
    if (fs::exists(file)) throw DatabaseProblem{DatabaseProblem::Kind::damaged, "there is a salon in this folder already"};
    Database database{connect(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)};
    harden(*database.connection_);
    make_durable(*database.connection_);
    migrate(*database.connection_);
    return database;
}

Database Database::open(const fs::path& file)
{
    check_header(file);
    Database database{connect(file, SQLite::OPEN_READWRITE)};
    harden(*database.connection_);
    check_ours(*database.connection_);
    make_durable(*database.connection_);
    migrate(*database.connection_);
    return database;
}

Database Database::open_reader(const fs::path& file)
{
    Database database{connect(file, SQLite::OPEN_READWRITE)};  // a read-only opener cannot make the -shm file
    harden(*database.connection_);
    int on = 0;
    sqlite3_db_config(database.connection_->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, &on);
    database.connection_->exec("PRAGMA wal_autocheckpoint=0; PRAGMA query_only=ON");
    database.connection_->setBusyTimeout(2000);
    return database;
}

Database Database::in_memory()
{
    Database database{connect(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)};
    harden(*database.connection_);
    migrate(*database.connection_);
    return database;
}

Database::~Database() = default;

void Database::execute(const char* sql) const { connection_->exec(sql); }

void Query::take()
{
    auto& idle = database_.idle_[sql_];
    if (idle.empty()) {
        statement_ = std::make_unique<SQLite::Statement>(*database_.connection_, sql_);
        return;
    }
    statement_ = std::move(idle.back());
    idle.pop_back();
}

Query::~Query()
{
    statement_->tryReset();
    statement_->clearBindings();
    database_.idle_[sql_].push_back(std::move(statement_));
}

Transaction::Transaction(const Database& database) : database_{database} { database_.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction()
{
    if (!open_) return;
    try {
        database_.execute("ROLLBACK");
    }
    catch (const SQLite::Exception&) {
        // After an I/O error SQLite may have rolled back by itself; there is nothing left to take back.
    }
}

void Transaction::commit()
{
    database_.execute("COMMIT");
    open_ = false;
}

}  // namespace kushi
