#include "books.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "salon_on_disk.h"

namespace kushi::fault {
namespace {

using testing::Contains;
using testing::StartsWith;

/// Three sales, with a printer that never answers.
Desk sell_three(const SalonOnDisk& salon)
{
    salon.perform(R"({"do":"add_printer","host":"127.0.0.1","port":9})");
    Desk desk;
    for (const auto& visit : salon.visits_to_pay(3)) {
        const auto key = new_key();
        desk[key] = text_in(salon.perform(checkout_line(visit, key)), "number").value();
    }
    return desk;
}

void doctor(const SalonOnDisk& salon, const std::string& sql)
{
    SQLite::Database database{salon.database().string(), SQLite::OPEN_READWRITE};
    std::vector<std::string> guards;
    SQLite::Statement row{database, "SELECT name FROM sqlite_master WHERE type = 'trigger'"};
    while (row.executeStep()) guards.push_back(row.getColumn(0).getString());
    row.reset();
    for (const auto& guard : guards) database.exec("DROP TRIGGER " + guard);
    database.exec(sql);
}

/// What a till that is wrong in one way leaves behind, made by hand: the audit that the other tests of this folder rest on
/// must see each.
TEST(TheAuditOfTheBooks, SeesWhatEveryBrokenTillLeavesBehind)
{
    const SalonOnDisk sound;
    const SalonOnDisk doctored;
    const auto desk = sell_three(sound);
    ASSERT_EQ(wrong_in_books(sound.database(), desk), std::vector<std::string>{});

    const std::string last = "(SELECT id FROM sale WHERE counter = 3)";
    const std::string lose_the_last =
        "DELETE FROM event WHERE seq = (SELECT seq FROM sale WHERE counter = 3);"
        "DELETE FROM sale_line WHERE sale = " + last + "; DELETE FROM sale_tax WHERE sale = " + last +
        "; DELETE FROM tender WHERE sale = " + last + "; DELETE FROM print_job WHERE number = 'A-000003';"
        "DELETE FROM sale WHERE counter = 3";
    struct Case { const char* why; std::string sql; const char* seen; };
    for (const auto& c : {
             Case{"acknowledged before COMMIT", lose_the_last, "lost: A-000003"},
             Case{"a number taken outside of the transaction", "UPDATE sale SET counter = 4, number = 'A-000004' WHERE counter = 3", "hole"},
             Case{"another number after the answer", "UPDATE sale SET number = 'A-000009' WHERE counter = 3", "renumbered"},
             Case{"a retry that sells again", "UPDATE sale SET visit = (SELECT visit FROM sale WHERE counter = 2) WHERE counter = 3", "doubled"},
             Case{"a sale that nobody asked for", "UPDATE sale SET key = 'x' WHERE counter = 3", "unasked"},
             Case{"lines in a transaction of their own", "DELETE FROM sale_line WHERE sale = " + last, "lines"},
             Case{"taxes in a transaction of their own", "DELETE FROM sale_tax WHERE sale = " + last, "taxes"},
             Case{"tenders in a transaction of their own", "DELETE FROM tender WHERE sale = " + last, "tenders"},
             Case{"an event in a transaction of its own", "DELETE FROM event WHERE seq = (SELECT seq FROM sale WHERE counter = 3)", "event"},
             Case{"a print job in a transaction of its own", "DELETE FROM print_job WHERE number = 'A-000003'", "paper"},
             Case{"a second unmarked paper",
                  "UPDATE print_job SET origin_sale_id = 'x', number = 'A-000002' WHERE number = 'A-000003'", "paper"},
             Case{"one yen", "UPDATE sale SET tip = tip + 1 WHERE counter = 2", "verify: table changed"},
             Case{"an event of the middle", "DELETE FROM event WHERE seq = (SELECT seq FROM sale WHERE counter = 2)", "verify: chain"},
         }) {
        doctored.become(sound);
        doctor(doctored, c.sql);
        EXPECT_THAT(wrong_in_books(doctored.database(), desk), Contains(StartsWith(c.seen))) << c.why;
    }
}

}  // namespace
}  // namespace kushi::fault
