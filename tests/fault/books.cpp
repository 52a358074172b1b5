#include "books.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include "db/database.h"
#include "db/verify.h"

namespace kushi::fault {
namespace {

class Audit {
public:
    explicit Audit(const std::filesystem::path& file) : database_{file.string(), SQLite::OPEN_READONLY} {}

    /// A sentence for every row, beginning with the word.
    void expect_no_row(const char* word, const std::string& sql)
    {
        SQLite::Statement row{database_, sql};
        while (row.executeStep()) wrong_.push_back(std::string{word} + ": " + row.getColumn(0).getString());
    }

    void expect_every_answer(const Desk& desk)
    {
        SQLite::Statement row{database_, "SELECT number FROM sale WHERE key = ?"};
        for (const auto& [key, number] : desk) {
            if (number.empty()) continue;
            row.reset();
            row.bind(1, key);
            if (!row.executeStep()) wrong_.push_back("lost: " + number);
            else if (row.getColumn(0).getString() != number) wrong_.push_back("renumbered: " + number);
        }
    }

    void expect_only_known(const Desk& desk)
    {
        SQLite::Statement row{database_, "SELECT key, number FROM sale"};
        while (row.executeStep()) {
            if (!desk.contains(row.getColumn(0).getString())) wrong_.push_back("unasked: " + row.getColumn(1).getString());
        }
    }

    std::vector<std::string> wrong() { return std::move(wrong_); }

private:
    SQLite::Database database_;
    std::vector<std::string> wrong_;
};

void expect_whole_sales(Audit& audit)
{
    audit.expect_no_row("doubled", "SELECT key FROM sale GROUP BY key HAVING COUNT(*) > 1");
    audit.expect_no_row("doubled", "SELECT visit FROM sale GROUP BY visit HAVING COUNT(*) > 1");
    audit.expect_no_row("hole", "SELECT s.number FROM sale s WHERE s.counter > 1 AND NOT EXISTS "
                                "(SELECT 1 FROM sale p WHERE p.series = s.series AND p.counter = s.counter - 1)");
    audit.expect_no_row("two of one number", "SELECT number FROM sale GROUP BY number HAVING COUNT(*) > 1");
    audit.expect_no_row("lines", "SELECT number FROM sale WHERE total IS NOT "
                                 "(SELECT SUM(final) FROM sale_line WHERE sale = id)");
    audit.expect_no_row("taxes", "SELECT number FROM sale WHERE total IS NOT (SELECT SUM(gross) FROM sale_tax WHERE sale = id)");
    audit.expect_no_row("tenders", "SELECT number FROM sale WHERE due + change IS NOT "
                                   "(SELECT SUM(amount) FROM tender WHERE sale = id)");
    audit.expect_no_row("event", "SELECT number FROM sale s WHERE NOT EXISTS (SELECT 1 FROM event e "
                                 "WHERE e.terminal = s.terminal AND e.seq = s.seq AND e.type = 'sale.completed')");
}

void expect_paper(Audit& audit)
{
    audit.expect_no_row("paper", "SELECT number FROM sale s WHERE EXISTS (SELECT 1 FROM printer) AND 1 <> "
                                 "(SELECT COUNT(*) FROM print_job j WHERE j.number = s.number AND j.reprint_of = '')");
}

}  // namespace

std::vector<std::string> wrong_in_books(const std::filesystem::path& file, const Desk& desk)
{
    Audit audit{file};
    audit.expect_every_answer(desk);
    audit.expect_only_known(desk);
    expect_whole_sales(audit);
    expect_paper(audit);
    auto wrong = audit.wrong();
    const auto report = verify(Database::open(file));
    for (const auto& problem : report.problems) {
        wrong.push_back("verify: " + problem.part + " " + problem.kind + " " + problem.subject + " " + problem.detail);
    }
    return wrong;
}

}  // namespace kushi::fault
