#include "db/rebuild.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "db/apply/apply.h"
#include "db/drafts.h"
#include "db/pin_attempts.h"
#include "db/spool.h"
#include "db/tables.h"
#include "tests/db/little_salon.h"

namespace kushi {
namespace {

using test::LittleSalon;

TEST(ARebuild, MakesTheSameTables)
{
    LittleSalon salon{Database::in_memory()};
    salon.one_day();
    const auto before = state_hash(salon.database());
    for (const auto table : derived_tables()) salon.database().connection().exec("DELETE FROM " + std::string{table});
    EXPECT_NE(state_hash(salon.database()), before);
    std::int64_t done = 0;
    rebuild(salon.database(), [&](std::int64_t so_far, std::int64_t total) {
        EXPECT_EQ(total, salon.journal().seq());
        done = so_far;
    });
    EXPECT_EQ(done, salon.journal().seq());
    EXPECT_EQ(state_hash(salon.database()), before);
}

TEST(ARebuild, LeavesDraftsPrintersJobsAndTriesOfAPinAlone)
{
    LittleSalon salon{Database::in_memory()};
    salon.one_day();
    save_draft(salon.database(), "cart", "visit-1", {{"tip", 100}}, Instant{});
    const auto printer = keep_printer(salon.database(), {0, "front", "127.0.0.1", "generic-80", 9100, false});
    queue_job(salon.database(), salon.vault(), "job-1", {printer, "sale", "A-000001", "{}", Instant{}}, Instant{});
    count_pin_attempt(salon.database(), "staff-1", Instant{});
    rebuild(salon.database());
    EXPECT_EQ(draft(salon.database(), "cart", "visit-1").at("tip"), 100);
    EXPECT_EQ(all_jobs(salon.database()).size(), 1U);
    EXPECT_EQ(printers(salon.database()).size(), 1U);
    EXPECT_EQ(pin_attempts(salon.database(), "staff-1").failures.size(), 1U);
}

TEST(ARebuild, AppliesWhatItHasLearntAndMarksWhatItDoesNotKnow)
{
    LittleSalon salon{Database::in_memory()};
    salon.one_day();
    const auto before = state_hash(salon.database());
    salon.database().execute(
        "INSERT INTO event SELECT 7, 1, hlc, 'moon.rose', v, pub, priv, pub_hash, priv_hash, hash, 1 FROM event WHERE terminal = 42 AND seq = 1; "
        "INSERT INTO event SELECT 7, 2, hlc, type, 2, pub, priv, pub_hash, priv_hash, hash, 0 FROM event WHERE terminal = 42 AND seq = 1; "
        "UPDATE event SET applied = 0 WHERE terminal = 42 AND seq = 3");
    rebuild(salon.database());
    EXPECT_EQ(state_hash(salon.database()), before);
    const auto applied = [&](std::int64_t terminal, std::int64_t seq) {
        Query row{salon.database(), "SELECT applied FROM event WHERE terminal = ? AND seq = ?", terminal, seq};
        row.next();
        return row.integer(0);
    };
    EXPECT_EQ(applied(7, 1), 0) << "an unknown type";
    EXPECT_EQ(applied(7, 2), 0) << "a newer version of a known one";
    EXPECT_EQ(applied(42, 3), 1) << "known by now";
}

TEST(ARebuild, ThatFailsChangesNothing)
{
    LittleSalon salon{Database::in_memory()};
    salon.one_day();
    const auto before = state_hash(salon.database());
    salon.database().execute("INSERT INTO event SELECT 99, 1, hlc, type, v, '{}', priv, pub_hash, priv_hash, hash, 1 FROM event WHERE seq = 1");
    EXPECT_THROW(rebuild(salon.database()), DatabaseProblem);
    EXPECT_EQ(state_hash(salon.database()), before);
}

TEST(TheFirstDifference, NamesTheRowAndTheColumn)
{
    struct Case { const char* sql; TableDifference::Kind kind; const char* key; const char* column; };
    for (const auto& c : {Case{"UPDATE stock_move SET lot = 'L2' WHERE kind = 'receive'", TableDifference::Kind::changed, "42/4/0", "lot"},
                          Case{"DELETE FROM stock_move WHERE kind = 'receive'", TableDifference::Kind::missing, "42/4/0", ""},
                          Case{"UPDATE stock_move SET position = 9 WHERE kind = 'receive'", TableDifference::Kind::missing, "42/4/0", ""},
                          Case{"UPDATE stock_move SET seq = 1 WHERE kind = 'receive'", TableDifference::Kind::inserted, "42/1/0", ""}}) {
        LittleSalon salon{Database::in_memory()};
        LittleSalon changed{Database::in_memory()};
        for (auto* one : {&salon, &changed}) one->one_day();
        EXPECT_EQ(first_difference(changed.database(), salon.database(), "stock_move"), std::nullopt);
        changed.database().execute(c.sql);
        const auto difference = first_difference(changed.database(), salon.database(), "stock_move");
        ASSERT_TRUE(difference) << c.sql;
        EXPECT_EQ(difference->kind, c.kind) << c.sql;
        EXPECT_EQ(difference->key, c.key) << c.sql;
        EXPECT_EQ(difference->column, c.column) << c.sql;
    }
}

TEST(TheStateHash, TellsANumberFromItsTextAndFromNothing)
{
    const auto hash_of = [](const char* sql) {
        const auto database = Database::in_memory();
        database.execute(sql);
        return state_hash(database);
    };
    const auto nothing = hash_of("INSERT INTO allergy (id, client, removed) VALUES ('a', NULL, 0)");
    EXPECT_NE(nothing, hash_of("INSERT INTO allergy (id, client, removed) VALUES ('a', '', 0)"));
    EXPECT_NE(hash_of("INSERT INTO client VALUES ('ab', 0)"), hash_of("INSERT INTO client VALUES ('a', 0)"));
    EXPECT_EQ(nothing, hash_of("INSERT INTO allergy (id, client, removed) VALUES ('a', NULL, 0)"));
}

}  // namespace
}  // namespace kushi
