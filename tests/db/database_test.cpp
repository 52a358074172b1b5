#include "db/database.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "db/apply/apply.h"
#include "db/schema/migrations.h"
#include "tests/db/little_salon.h"

namespace kushi {
namespace {

namespace fs = std::filesystem;
using Kind = DatabaseProblem::Kind;
using test::Folder;

std::optional<Kind> problem_of_opening(const fs::path& file)
{
    try {
        Database::open(file);
        return std::nullopt;
    }
    catch (const DatabaseProblem& problem) {
        return problem.kind();
    }
}

std::int64_t pragma(const Database& database, const char* name)
{
    return database.connection().execAndGet(std::string{"PRAGMA "} + name).getInt64();
}

void write_file(const fs::path& file, const std::string& bytes) { std::ofstream{file, std::ios::binary} << bytes; }

void make_salon_file(const fs::path& file)
{
    test::LittleSalon salon{Database::create(file)};
    salon.one_day();
}

TEST(ADatabase, IsMadeOnceWithTheNewestSchemaAndKeptDurably)
{
    const Folder folder;
    {
        const auto database = Database::create(folder / "kushi.db");
        EXPECT_EQ(pragma(database, "user_version"), static_cast<std::int64_t>(migrations().size()));
        EXPECT_EQ(pragma(database, "application_id"), 0x4B555348);
        EXPECT_EQ(database.connection().execAndGet("PRAGMA journal_mode").getString(), "wal");
        EXPECT_EQ(pragma(database, "synchronous"), 2) << "NORMAL loses acknowledged sales in a power cut";
    }
    EXPECT_THROW(Database::create(folder / "kushi.db"), DatabaseProblem) << "never over a salon";
    const auto again = Database::open(folder / "kushi.db");
    EXPECT_EQ(pragma(again, "synchronous"), 2);
    EXPECT_EQ(pragma(again, "user_version"), static_cast<std::int64_t>(migrations().size()));
}

TEST(ADatabase, HasEveryTableThatARebuildMakesFromTheMigrationsAlone)
{
    const auto database = Database::in_memory();
    for (const auto table : derived_tables()) {
        EXPECT_TRUE((Query{database, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table}.next())) << table;
    }
    for (const char* table : {"event", "terminal", "tip_signature", "draft", "printer", "print_job", "pin_attempt"}) {
        EXPECT_TRUE((Query{database, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table}.next())) << table;
    }
    EXPECT_EQ(database.connection().execAndGet("PRAGMA quick_check").getString(), "ok");
}

/// An index over a part of the table was never used for it, and every payment read all sales.
TEST(ADatabase, FindsWhatWasDoneToASaleWithoutReadingAllSales)
{
    const auto database = Database::in_memory();
    Query plan{database, "EXPLAIN QUERY PLAN SELECT 1 FROM sale WHERE of = ? AND kind = 'void'", "sale-1"};
    ASSERT_TRUE(plan.next());
    EXPECT_NE(plan.text(3).find("sale_of_sale"), std::string::npos) << plan.text(3);
}

TEST(ADatabase, SaysWhatIsWrongWithAFileThatIsNotASalons)
{
    const Folder folder;
    const auto file = folder / "kushi.db";
    EXPECT_EQ(problem_of_opening(file), Kind::missing);
    fs::create_directory(file);
    EXPECT_EQ(problem_of_opening(file), Kind::foreign) << "a folder";
    fs::remove(file);
    struct Case { const char* why; std::string bytes; Kind kind; };
    for (const auto& c : {Case{"0 bytes", "", Kind::damaged}, Case{"text", "Hello, this is a letter of more than 16 bytes", Kind::foreign},
                          Case{"a short text", "hello", Kind::damaged},
                          Case{"garbage behind SQLite's first words", std::string{"SQLite format 3\0", 16} + std::string(4096, 'x'), Kind::damaged},
                          Case{"SQLite's first words alone", std::string{"SQLite format 3\0", 16}, Kind::damaged}}) {
        write_file(file, c.bytes);
        EXPECT_EQ(problem_of_opening(file), c.kind) << c.why;
    }
}

TEST(ADatabase, RefusesAnotherProgramsAndANewerOnesFile)
{
    const Folder folder;
    SQLite::Database{(folder / "other.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE}.exec(
        "CREATE TABLE event (seq); CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END");
    EXPECT_EQ(problem_of_opening(folder / "other.db"), Kind::foreign) << "a table of the same name";
    make_salon_file(folder / "kushi.db");
    SQLite::Database{(folder / "kushi.db").string(), SQLite::OPEN_READWRITE}.exec(
        "PRAGMA user_version=" + std::to_string(migrations().size() + 1));
    EXPECT_EQ(problem_of_opening(folder / "kushi.db"), Kind::newer);
}

TEST(ADatabase, IsNeverOpenedCutShort)
{
    const Folder folder;
    make_salon_file(folder / "whole.db");
    const auto size = fs::file_size(folder / "whole.db");
    ASSERT_EQ(problem_of_opening(folder / "whole.db"), std::nullopt);
    for (std::uintmax_t length = 0; length < size; length += length < 4096 ? 64 : 4096) {
        fs::copy_file(folder / "whole.db", folder / "cut.db", fs::copy_options::overwrite_existing);
        fs::resize_file(folder / "cut.db", length);
        EXPECT_EQ(problem_of_opening(folder / "cut.db"), Kind::damaged) << length << " of " << size << " bytes";
    }
}

TEST(ADatabase, ThatLostAPageIsDamaged)
{
    const Folder folder;
    make_salon_file(folder / "kushi.db");
    std::fstream file{folder / "kushi.db", std::ios::binary | std::ios::in | std::ios::out};
    file.seekp(5 * 4096);
    file << std::string(4096, '\x7f');
    file.close();
    EXPECT_EQ(problem_of_opening(folder / "kushi.db"), Kind::damaged);
}

TEST(AReader, SeesWhatTheWriterCommittedAndWritesNothing)
{
    const Folder folder;
    const auto writer = Database::create(folder / "kushi.db");
    const auto reader = Database::open_reader(folder / "kushi.db");
    EXPECT_THROW(reader.execute("INSERT INTO staff VALUES ('s', '[]', 1)"), SQLite::Exception);
    EXPECT_THROW(reader.execute("CREATE TABLE t (a)"), SQLite::Exception);
    {
        Transaction transaction{writer};
        writer.execute("INSERT INTO staff VALUES ('s', '[]', 1)");
        EXPECT_FALSE((Query{reader, "SELECT 1 FROM staff"}.next())) << "not yet committed";
        transaction.commit();
    }
    EXPECT_TRUE((Query{reader, "SELECT 1 FROM staff"}.next()));
}

TEST(ATransaction, LeftWithoutCommitIsRolledBack)
{
    const auto database = Database::in_memory();
    {
        const Transaction transaction{database};
        database.execute("INSERT INTO staff VALUES ('s', '[]', 1)");
    }
    EXPECT_FALSE((Query{database, "SELECT 1 FROM staff"}.next()));
}

TEST(AQuery, KeepsBytesAsTheyAreAndForgetsItsValuesBetweenUses)
{
    const auto database = Database::in_memory();
    const std::string text{"a\0b 櫛", 7};
    for (const auto& value : {std::optional{text}, std::optional<std::string>{}}) {
        Query row{database, "SELECT ?, ?", value, Query::Blob{text}};
        ASSERT_TRUE(row.next());
        EXPECT_EQ(row.bytes(0), value);
        EXPECT_EQ(row.text(1), text);
    }
}

TEST(AFolderLock, IsHeldByOneProcessAndFreedWhenItIsKilled)
{
    const Folder folder;
    int ready[2];
    ASSERT_EQ(pipe(ready), 0);
    const pid_t child = fork();
    if (child == 0) {
        const FolderLock lock{folder.path()};
        if (::write(ready[1], "x", 1) != 1) _exit(1);
        for (;;) pause();
    }
    char byte = 0;
    ASSERT_EQ(read(ready[0], &byte, 1), 1);
    try {
        const FolderLock second{folder.path()};
        ADD_FAILURE() << "two processes hold one folder";
    }
    catch (const DatabaseProblem& problem) {
        EXPECT_EQ(problem.kind(), Kind::in_use);
    }
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    EXPECT_NO_THROW(FolderLock{folder.path()});
    close(ready[0]);
    close(ready[1]);
}

TEST(AFolderLock, NeedsAFolder) { EXPECT_THROW(FolderLock{"/nonexistent/salon"}, std::system_error); }

}  // namespace
}  // namespace kushi
