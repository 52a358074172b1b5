#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kushi {

/// The file is not one that this program may open, and what the reader can do about it.
class DatabaseProblem : public std::runtime_error {
public:
    enum class Kind { missing, in_use, foreign, newer, damaged };
    DatabaseProblem(Kind kind, const std::string& what) : std::runtime_error{what}, kind_{kind} {}
    [[nodiscard]] Kind kind() const { return kind_; }

private:
    Kind kind_;
};

/// Holds a salon's folder for one process (flock on DIR/lock); freed when it dies, also by kill -9.
class FolderLock {
public:
    /// @throws DatabaseProblem in_use when another Kushi holds it
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept;
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    FolderLock& operator=(FolderLock&&) = delete;

private:
    int descriptor_ = -1;
};

/// One SQLite connection and its kept statements. The writer is the only one that writes and checkpoints: two that do can
/// corrupt a WAL file with Debian 12's SQLite. Not for two threads at once.
class Database {
public:
    /// A new file with the newest schema. @throws DatabaseProblem damaged when one is there already
    static Database create(const std::filesystem::path& file);
    /// Opens, checks that the file is ours and whole enough, and migrates it.
    static Database open(const std::filesystem::path& file);
    /// A second connection for long reads: query_only, never checkpoints, also not on close.
    static Database open_reader(const std::filesystem::path& file);
    static Database in_memory();

    Database(Database&&) noexcept = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    Database& operator=(Database&&) = delete;
    ~Database();

    [[nodiscard]] SQLite::Database& connection() const { return *connection_; }
    void execute(const char* sql) const;

private:
    friend class Query;
    explicit Database(std::unique_ptr<SQLite::Database> connection) : connection_{std::move(connection)} {}

    std::unique_ptr<SQLite::Database> connection_;
    /// Prepared once and reused (1 us against 5); keyed by the literal's address, so sql must be a literal.
    mutable std::map<const char*, std::vector<std::unique_ptr<SQLite::Statement>>> idle_;
};

/// One statement with its values bound; given back to the connection for the next use when it leaves its scope.
class Query {
public:
    template <class... Values>
    explicit Query(const Database& database, const char* sql, const Values&... values) : database_{database}, sql_{sql}
    {
        take();
        int position = 0;
        (bind(++position, values), ...);
    }
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    bool next() { return statement_->executeStep(); }
    int run() { return statement_->exec(); }  ///< @returns the number of changed rows

    [[nodiscard]] std::int64_t integer(int column) const { return statement_->getColumn(column).getInt64(); }
    [[nodiscard]] std::string text(int column) const { return statement_->getColumn(column).getString(); }
    [[nodiscard]] bool null(int column) const { return statement_->getColumn(column).isNull(); }
    [[nodiscard]] std::optional<std::string> bytes(int column) const
    {
        if (null(column)) return std::nullopt;
        return text(column);
    }
    [[nodiscard]] int columns() const { return statement_->getColumnCount(); }
    [[nodiscard]] SQLite::Column column(int number) const { return statement_->getColumn(number); }

    struct Blob { std::string_view bytes; };

private:
    void take();
    void bind(int position, std::int64_t value) { statement_->bind(position, value); }
    void bind(int position, int value) { statement_->bind(position, value); }
    void bind(int position, bool value) { statement_->bind(position, value ? 1 : 0); }
    void bind(int position, std::string_view value) { statement_->bind(position, std::string{value}); }
    void bind(int position, const std::string& value) { statement_->bind(position, value); }
    void bind(int position, const char* value) { statement_->bind(position, value); }
    void bind(int position, Blob value)
    {
        statement_->bind(position, value.bytes.data(), static_cast<int>(value.bytes.size()));
    }
    void bind(int position, std::nullptr_t) { statement_->bind(position); }
    template <class Value>
    void bind(int position, const std::optional<Value>& value)
    {
        if (value) bind(position, *value);
        else statement_->bind(position);
    }

    const Database& database_;
    const char* sql_;
    std::unique_ptr<SQLite::Statement> statement_;
};

/// BEGIN IMMEDIATE to COMMIT; leaving any other way rolls back.
class Transaction {
public:
    explicit Transaction(const Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// Durable when it returns. @throws SQLite::Exception: then nobody knows, and the caller looks the act's key up again
    void commit();

private:
    const Database& database_;
    bool open_ = true;
};

}  // namespace kushi
