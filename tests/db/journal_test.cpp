#include "db/journal.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "db/read/sealed.h"
#include "db/verify.h"
#include "tests/db/little_salon.h"

namespace kushi {
namespace {

using nlohmann::json;
using test::LittleSalon;

std::vector<Event> events_of(const Database& database)
{
    std::vector<Event> events;
    Query row{database, "SELECT terminal, seq, hlc, type, v, pub, priv, pub_hash, priv_hash, hash FROM event ORDER BY seq"};
    while (row.next()) events.push_back(event_in(row));
    return events;
}

json note(const char* id) { return {{"note", id}, {"visit", "visit-1"}, {"by", "s"}, {"at", "2026-01-15T03:00:00.000Z"}}; }

void append_note(LittleSalon& salon, const char* id)
{
    Transaction transaction{salon.database()};
    salon.journal().append("note.written", note(id), {{"text", "静かに"}});
    transaction.commit();
}

TEST(TheJournal, ChainsEveryEventToTheOneBefore)
{
    LittleSalon salon{Database::in_memory()};
    salon.one_day();
    Hash previous{};
    std::int64_t seq = 0;
    std::int64_t clock = 0;
    for (const auto& event : events_of(salon.database())) {
        EXPECT_EQ(event.seq, ++seq);
        EXPECT_GT(event.hlc, clock);
        EXPECT_EQ(event.pub_hash, sha256(event.pub));
        EXPECT_EQ(event.priv_hash, sha256(event.priv.value_or("")));
        EXPECT_EQ(event.hash, chain_hash(previous, salon.journal().identity().salon, event));
        previous = event.hash;
        clock = event.hlc;
    }
    EXPECT_EQ(salon.journal().seq(), seq);
    EXPECT_EQ(salon.journal().tip(), previous);
}

TEST(TheJournal, IsNeverChanged)
{
    LittleSalon salon{Database::in_memory()};
    append_note(salon, "n-1");
    const auto before = events_of(salon.database());
    for (const char* sql : {"DELETE FROM event", "UPDATE event SET pub = '{}'", "UPDATE event SET hash = x'00'", "UPDATE event SET seq = 7",
                            "UPDATE event SET hlc = 1", "UPDATE event SET type = 'x'", "UPDATE event SET v = 2",
                            "UPDATE event SET terminal = 1", "UPDATE event SET pub_hash = x'00'", "UPDATE event SET priv_hash = x'00'",
                            "UPDATE event SET priv = x'00'", "INSERT OR REPLACE INTO event SELECT * FROM event",
                            "REPLACE INTO event SELECT terminal, seq, 0, type, v, pub, priv, pub_hash, priv_hash, hash, 1 FROM event"}) {
        EXPECT_THROW(salon.database().execute(sql), SQLite::Exception) << sql;
    }
    EXPECT_EQ(events_of(salon.database()).at(0).hash, before.at(0).hash);
    EXPECT_NO_THROW(salon.database().execute("UPDATE event SET applied = 0")) << "whether it is applied is no part of the fact";
}

TEST(TheJournal, GivesTheNumbersOfARolledBackActBack)
{
    LittleSalon salon{Database::in_memory()};
    append_note(salon, "n-1");
    const auto tip = salon.journal().tip();
    {
        const Transaction transaction{salon.database()};
        salon.journal().append("note.written", note("n-2"), {{"text", "x"}});
        EXPECT_EQ(salon.journal().seq(), 2);
    }
    salon.journal().rolled_back();
    EXPECT_EQ(salon.journal().seq(), 1);
    EXPECT_EQ(salon.journal().tip(), tip);
    append_note(salon, "n-3");
    EXPECT_EQ(events_of(salon.database()).size(), 2U);
    EXPECT_TRUE(verify(salon.database()).ok());
}

TEST(TheJournal, RefusesAnEventThatNobodyAppliesOrThatLacksAField)
{
    LittleSalon salon{Database::in_memory()};
    EXPECT_THROW(salon.record("note.burnt", json::object()), std::logic_error);
    EXPECT_THROW(salon.record("note.written", json::object()), json::exception);
    EXPECT_TRUE(events_of(salon.database()).empty());
}

TEST(TheJournal, GoesOnWhereItEndedWhenItIsOpenedAgain)
{
    LittleSalon salon{Database::in_memory()};
    append_note(salon, "n-1");
    Journal again{salon.database(), salon.vault(), [] { return Instant{}; }, [](std::span<std::uint8_t>) {}};
    EXPECT_EQ(again.tip(), salon.journal().tip());
    EXPECT_EQ(again.identity().series, "A");
    Transaction transaction{salon.database()};
    EXPECT_EQ(again.append("note.written", note("n-2"), nullptr).seq, 2);
    transaction.commit();
    const auto report = verify(salon.database());
    EXPECT_EQ(report.problem_count, 0) << "the clock did not go back, though the machine's stands at 1970";
}

TEST(TheJournal, SignsItsTipEvery500Events)
{
    LittleSalon salon{Database::in_memory()};
    Transaction transaction{salon.database()};
    for (int i = 0; i < 1000; ++i) salon.journal().append("note.written", note(std::to_string(i).c_str()), nullptr);
    transaction.commit();
    const auto report = verify(salon.database());
    EXPECT_EQ(report.signatures, 2);
    EXPECT_TRUE(report.ok());
    salon.database().execute("DELETE FROM tip_signature WHERE seq = 500");
    EXPECT_EQ(verify(salon.database()).problem_count, 1) << "one that is due cannot be left out";
}

TEST(ASealedPart, IsSaltedAndCannotBeMovedToAnotherEvent)
{
    LittleSalon salon{Database::in_memory()};
    append_note(salon, "n-1");
    append_note(salon, "n-2");
    const auto events = events_of(salon.database());
    const auto opened = open_part(salon.vault(), 42, 1, "note.written", events[0].priv);
    EXPECT_EQ(opened.at("text"), "静かに");
    EXPECT_NE(opened.at("salt"), open_part(salon.vault(), 42, 2, "note.written", events[1].priv).at("salt"));
    EXPECT_TRUE(open_part(salon.vault(), 42, 2, "note.written", events[0].priv).is_null()) << "another event";
    EXPECT_TRUE(open_part(salon.vault(), 42, 1, "client.set", events[0].priv).is_null()) << "another type";
    EXPECT_TRUE(open_part(Vault::in_memory(), 42, 1, "note.written", events[0].priv).is_null()) << "another salon";
    EXPECT_EQ(events[0].pub.find("静か"), std::string::npos);
}

TEST(ASealedPart, IsErasedWithoutBreakingTheChain)
{
    LittleSalon salon{Database::in_memory()};
    append_note(salon, "n-1");
    append_note(salon, "n-2");
    salon.database().execute("UPDATE event SET priv = NULL WHERE seq = 1; UPDATE note SET sealed = NULL WHERE id = 'n-1'");
    const auto report = verify(salon.database());
    EXPECT_TRUE(report.ok());
    EXPECT_EQ(report.erased, 1);
}

/// A number that was given twice must stop the second sale: it was left out of the tables in silence.
TEST(ANumber, IsNeverGivenTwice)
{
    LittleSalon salon{Database::in_memory()};
    salon.open_day(0);
    salon.sell(1'000);
    const auto sale = events_of(salon.database()).back();
    auto pub = json::parse(sale.pub);
    pub["document"]["id"] = "another";
    pub["key"] = "another";
    EXPECT_THROW(salon.record("sale.completed", pub), SQLite::Exception);
    salon.journal().rolled_back();
    pub["counter"] = 2;
    pub["key"] = json::parse(sale.pub).at("key");
    EXPECT_THROW(salon.record("sale.completed", pub), SQLite::Exception) << "nor is a key used twice";
}

}  // namespace
}  // namespace kushi
