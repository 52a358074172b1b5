#include "db/verify.h"

#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "db/rebuild.h"
#include "db/tables.h"
#include "tests/db/little_salon.h"

namespace kushi {
namespace {

/// "chain changed 12", one a line: what was found, without its sentence.
std::string found_by(const VerifyReport& report)
{
    std::string text;
    for (const auto& problem : report.problems) {
        text += problem.part + " " + problem.kind;
        if (problem.seq != 0) text += " " + std::to_string(problem.seq);
        if (!problem.subject.empty()) text += " " + problem.subject;
        text += "\n";
    }
    return text;
}

std::string sentences_of(const VerifyReport& report)
{
    std::string text;
    for (const auto& problem : report.problems) text += problem.detail + "\n";
    return text;
}

/// A salon of two days; the attacker has the file and no key, so the triggers are no hindrance.
struct Attacked {
    test::LittleSalon salon{Database::in_memory()};
    std::vector<Anchor> anchors;

    Attacked()
    {
        salon.one_day();
        salon.next_day();
        salon.open_day(20'000);
        salon.sell(4'400);
        salon.close_day();
        anchors = tips(salon.database());
        salon.database().execute("DROP TRIGGER event_is_never_deleted; DROP TRIGGER event_is_never_changed; "
                                 "DROP TRIGGER event_priv_is_only_erased");
    }
    void run(const std::string& sql) { salon.database().connection().exec(sql); }
    [[nodiscard]] VerifyReport verified(VerifyOptions options = {}) const { return verify(salon.database(), options); }
    [[nodiscard]] std::int64_t seq_of(const std::string& type) const
    {
        Query row{salon.database(), "SELECT MIN(seq) FROM event WHERE type = ?", type};
        row.next();
        return row.integer(0);
    }
    [[nodiscard]] std::int64_t last() const { return anchors.front().seq; }
    /// Writes every hash anew, as someone without the key can.
    void chain_anew() const;
    /// Moves the followers of a removed event up.
    void close_gap(std::int64_t seq)
    {
        for (auto next = seq + 1; next <= last(); ++next) {
            run("UPDATE event SET seq = " + std::to_string(next - 1) + " WHERE seq = " + std::to_string(next));
        }
    }
    void make_room(std::int64_t seq)
    {
        for (auto next = last(); next >= seq; --next) {
            run("UPDATE event SET seq = " + std::to_string(next + 1) + " WHERE seq = " + std::to_string(next));
        }
    }
    void swap(std::int64_t a, std::int64_t b)
    {
        run("UPDATE event SET seq = -1 WHERE seq = " + std::to_string(a));
        run("UPDATE event SET seq = " + std::to_string(a) + " WHERE seq = " + std::to_string(b));
        run("UPDATE event SET seq = " + std::to_string(b) + " WHERE seq = -1");
    }
};

void Attacked::chain_anew() const
{
    std::vector<Event> events;
    {
        Query row{salon.database(), "SELECT terminal, seq, hlc, type, v, pub, priv, pub_hash, priv_hash, hash FROM event ORDER BY seq"};
        while (row.next()) events.push_back(event_in(row));
    }
    Hash previous{};
    const auto blob = [](const Hash& hash) { return Query::Blob{{reinterpret_cast<const char*>(hash.data()), hash.size()}}; };
    for (auto& event : events) {
        event.pub_hash = sha256(event.pub);
        previous = chain_hash(previous, "0197a000-0000-7000-8000-000000000001", event);
        Query{salon.database(), "UPDATE event SET pub_hash = ?, hash = ? WHERE seq = ?", blob(event.pub_hash), blob(previous), event.seq}.run();
    }
}

TEST(Verify, SaysWellOfASalonThatNobodyTouched)
{
    Attacked attacked;
    std::vector<std::string> parts;
    VerifyOptions options;
    options.anchors = attacked.anchors;
    options.vault = &attacked.salon.vault();
    options.progress = [&](std::string_view part, std::int64_t done, std::int64_t total) {
        if (done == total) parts.emplace_back(part);
    };
    const auto report = attacked.verified(options);
    EXPECT_EQ(found_by(report), "") << sentences_of(report);
    EXPECT_TRUE(report.ok());
    EXPECT_EQ(report.events, attacked.last());
    EXPECT_EQ(report.signatures, 2);
    EXPECT_EQ(report.personal, 9) << "client, consultation, note and the six documents";
    EXPECT_EQ(report.sales, 6);
    EXPECT_EQ(report.days, 2);
    EXPECT_EQ(report.tables, 35);
    EXPECT_EQ(parts, (std::vector<std::string>{"chain", "table", "money", "day"}));
}

TEST(Verify, ReadsOneStateOnASecondConnectionWhileTheFirstGoesOnSelling)
{
    const test::Folder folder;
    test::LittleSalon salon{Database::create(folder / "kushi.db")};
    salon.one_day();
    const auto before = salon.journal().seq();
    const auto reader = Database::open_reader(folder / "kushi.db");
    VerifyOptions options;
    options.progress = [&](std::string_view part, std::int64_t, std::int64_t) {
        if (part != "chain" || salon.journal().seq() != before) return;
        salon.next_day();
        salon.open_day(0);
        salon.sell(3'300);
    };
    const auto report = verify(reader, options);
    EXPECT_GT(salon.journal().seq(), before);
    EXPECT_EQ(report.events, before) << "none of what came in between";
    EXPECT_EQ(found_by(report), "");
    EXPECT_EQ(verify(reader).events, salon.journal().seq());
}

TEST(Verify, NeedsNoKeyAndSaysNothingOfAPersonWithOne)
{
    Attacked attacked;
    EXPECT_EQ(attacked.verified().personal, 0);
    const auto stranger = Vault::in_memory();
    VerifyOptions options;
    options.vault = &stranger;
    const auto report = attacked.verified(options);
    EXPECT_EQ(report.problem_count, 10) << "nine sealed parts, and a signing key that is not this terminal's";
    EXPECT_EQ(found_by(report).find("佐藤"), std::string::npos);
}

TEST(Verify, FindsAYenThatWasChangedInTheJournal)
{
    Attacked attacked;
    const auto seq = attacked.seq_of("sale.completed");
    attacked.run("UPDATE event SET pub = replace(pub, '\"unit_price\":8800', '\"unit_price\":8801') WHERE seq = " + std::to_string(seq));
    const auto found = found_by(attacked.verified());
    EXPECT_EQ(found.substr(0, found.find('\n')), "chain changed " + std::to_string(seq));
    EXPECT_NE(found.find("table changed sale_line"), std::string::npos) << found;
}

TEST(Verify, NamesTheFirstBadEventAndWhatWasDoneToIt)
{
    struct Case { const char* why; std::function<void(Attacked&)> attack; std::string first; };
    const auto note = [](const Attacked& a) { return a.seq_of("note.written"); };
    const auto at = [&](const char* what, std::int64_t after = 0) {
        return std::string{what} + " " + std::to_string(note(Attacked{}) + after);
    };
    for (const auto& c : {
             Case{"another time, with all hashes left", [&](Attacked& a) { a.run("UPDATE event SET hlc = hlc + 1 WHERE seq = " + std::to_string(note(a))); },
                  at("chain changed")},
             Case{"another sealed part", [&](Attacked& a) { a.run("UPDATE event SET priv = x'00' WHERE seq = " + std::to_string(note(a))); },
                  at("chain changed")},
             Case{"a hash that is none", [&](Attacked& a) { a.run("UPDATE event SET hash = x'00' WHERE seq = " + std::to_string(note(a))); },
                  at("chain changed")},
             Case{"two neighbours swapped", [&](Attacked& a) { a.swap(note(a), note(a) + 1); }, at("chain reordered")},
             Case{"two swapped that stand apart", [&](Attacked& a) { a.swap(note(a), note(a) + 4); }, at("chain reordered")},
             Case{"deleted in the middle", [&](Attacked& a) { a.run("DELETE FROM event WHERE seq = " + std::to_string(note(a))); },
                  at("chain missing")},
             Case{"deleted, and the followers moved up",
                  [&](Attacked& a) {
                      const auto seq = note(a);
                      a.run("DELETE FROM event WHERE seq = " + std::to_string(seq));
                      a.close_gap(seq);
                  },
                  at("chain missing")},
             Case{"inserted, and the followers moved down",
                  [&](Attacked& a) {
                      a.make_room(note(a));
                      a.run("INSERT INTO event SELECT terminal, " + std::to_string(note(a) - 1) + ", hlc, type, v, pub, priv, pub_hash, priv_hash, "
                            "x'" + hex(sha256("x")) + "', applied FROM event WHERE seq = 3");
                  },
                  at("chain inserted")},
             Case{"inserted before the first", [&](Attacked& a) {
                      a.run("INSERT INTO event SELECT terminal, 0, hlc, type, v, pub, priv, pub_hash, priv_hash, hash, applied FROM event WHERE seq = 3");
                  },
                  "chain inserted"}}) {
        Attacked attacked;
        c.attack(attacked);
        const auto report = attacked.verified();
        const auto found = found_by(report);
        EXPECT_EQ(found.substr(0, found.find('\n')), c.first) << c.why << "\n" << found;
        EXPECT_TRUE(report.damaged) << c.why;
        EXPECT_FALSE(report.behind) << c.why;
    }
}

TEST(Verify, ReadsTheChainFromTheAskedSeqOn)
{
    Attacked attacked;
    const auto seq = attacked.seq_of("note.written");
    attacked.run("UPDATE event SET hlc = hlc + 1 WHERE seq = " + std::to_string(seq));
    VerifyOptions options;
    options.from = seq + 1;
    EXPECT_EQ(attacked.verified(options).events, attacked.last() - seq);
    EXPECT_EQ(found_by(attacked.verified(options)).find("chain"), std::string::npos);
    options.from = seq;
    EXPECT_NE(found_by(attacked.verified(options)).find("chain changed"), std::string::npos);
}

TEST(Verify, FindsAChainWrittenAnewWithoutTheKey)
{
    Attacked attacked;
    attacked.run("UPDATE event SET pub = replace(pub, '2026-01-15', '2026-01-14')");
    attacked.chain_anew();
    rebuild(attacked.salon.database());
    const auto found = found_by(attacked.verified());
    EXPECT_EQ(found.find("chain"), std::string::npos) << "the chain itself holds again: " << found;
    EXPECT_NE(found.find("signature changed"), std::string::npos) << found;
    attacked.run("DELETE FROM tip_signature");
    EXPECT_NE(found_by(attacked.verified()).find("signature missing"), std::string::npos) << "nor can they be left out";
    VerifyOptions options;
    options.anchors = attacked.anchors;
    EXPECT_NE(found_by(attacked.verified(options)).find("anchor rewritten"), std::string::npos);
}

/// The tail is cut off with its rows and signatures: the file is as it was an hour ago.
TEST(Verify, FindsATailThatWasCutOffWithAnAnchorOnly)
{
    Attacked attacked;
    const auto last = std::to_string(attacked.last());
    attacked.run("DELETE FROM event WHERE seq = " + last + "; DELETE FROM tip_signature WHERE seq = " + last);
    rebuild(attacked.salon.database());
    EXPECT_TRUE(attacked.verified().ok()) << found_by(attacked.verified());
    VerifyOptions options;
    options.anchors = attacked.anchors;
    const auto report = attacked.verified(options);
    EXPECT_TRUE(report.behind);
    EXPECT_FALSE(report.damaged);
    EXPECT_EQ(found_by(report), "anchor behind " + last + "\n");
}

TEST(Verify, FindsASignedEventThatIsGone)
{
    Attacked attacked;
    attacked.run("DELETE FROM event WHERE seq = " + std::to_string(attacked.last()));
    EXPECT_NE(found_by(attacked.verified()).find("signature missing " + std::to_string(attacked.last())), std::string::npos);
}

TEST(Verify, FindsWhatWasChangedInTheTablesAlone)
{
    struct Case { const char* why; const char* sql; std::vector<std::string> found; };
    for (const auto& c : {
             Case{"a product's name after its sale", "UPDATE sale_line SET name = 'soap' WHERE item = 'shampoo'", {"table changed sale_line"}},
             Case{"a price", "UPDATE item SET content = '{}'", {"table changed item shampoo content"}},
             Case{"a total", "UPDATE sale SET total = total - 1 WHERE number = 'A-000001'",
                  {"table changed sale", "money wrong", "A-000001", "day wrong"}},
             Case{"a line that is gone", "DELETE FROM sale_line WHERE position = 0", {"table missing sale_line", "money wrong"}},
             Case{"a sale that is gone", "DELETE FROM sale WHERE counter = 2", {"table missing sale", "money wrong"}},
             Case{"a row that no event made", "INSERT INTO drawer_move VALUES (42, 900, '2026-01-15', 'drop', 5000, '', '', '', NULL, '')",
                  {"table inserted drawer_move 42/900", "day wrong"}},
             Case{"a business date", "UPDATE sale SET business_date = '2026-01-17' WHERE counter = 1", {"table changed sale", "business_date", "day wrong"}},
             Case{"a stock of more", "UPDATE stock_month SET thousandths = thousandths + 1", {"table changed stock_month"}},
             Case{"a Z with another figure", "UPDATE day_close SET report = replace(report, '\"tips\":0', '\"tips\":1')",
                  {"table changed day_close", "day wrong"}},
             Case{"a client's sealed part", "UPDATE personal SET sealed = NULL", {"table changed personal"}}}) {
        Attacked attacked;
        attacked.run(c.sql);
        const auto report = attacked.verified();
        const auto found = found_by(report);
        for (const auto& part : c.found) EXPECT_NE(found.find(part), std::string::npos) << c.why << ", wanted " << part << " in\n" << found;
        EXPECT_EQ(found.find("chain"), std::string::npos) << c.why;
        EXPECT_TRUE(report.damaged) << c.why;
    }
}

/// The events say it themselves: every identity is broken once, on a copy of the tables that verify then reads.
TEST(Verify, HoldsEveryDocumentToItsMoney)
{
    struct Case { const char* sql; const char* sentence; };
    for (const auto& c : {
             Case{"UPDATE sale_tax SET net = net + 1", "Net and tax of a rate"},
             Case{"UPDATE sale_tax SET gross = gross + 1", "The rates come to the total"},
             Case{"UPDATE sale SET tax_total = tax_total + 1", "taxes come to the tax"},
             Case{"UPDATE sale_line SET extended = extended + 1", "A line is its price"},
             Case{"UPDATE sale_line SET final = final + 1", "service charge come to the total"},
             Case{"UPDATE sale_line SET rate = '0.08' WHERE position = 0", "The lines of a rate"},
             Case{"UPDATE sale_line SET bill_discount_share = bill_discount_share + 1", "shares of the bill"},
             Case{"UPDATE sale SET discounts = discounts + 1", "The discounts are those"},
             Case{"UPDATE sale SET gross = gross + 1", "Gross is the total"},
             Case{"UPDATE sale SET due = due + 1", "Due is the total"},
             Case{"UPDATE tender SET amount = amount + 1", "The tenders less change"},
             Case{"UPDATE sale SET change = -1", "Change comes from cash"},
             Case{"UPDATE sale SET total = 1 WHERE id IN (SELECT of FROM refund)", "Refunds never give back more"},
             Case{"UPDATE refund SET quantity = '1.001'", "More of a line came back"},
             Case{"UPDATE refund SET amount = amount + 1", "More of a line came back"},
             Case{"UPDATE sale SET tip = 1 WHERE kind = 'void'", "A void takes a whole sale back"},
             Case{"UPDATE sale SET number = 'A-7' WHERE counter = 1", "A number is its series"},
             Case{"DELETE FROM sale WHERE counter = 3", "without a hole"},
             Case{"DELETE FROM sale WHERE counter = 1", "without a hole"},
             Case{"UPDATE day_close SET z = 5 WHERE z = 2", "Z number = the one before"}}) {
        Attacked attacked;
        attacked.run(c.sql);
        const auto sentences = sentences_of(attacked.verified());
        EXPECT_NE(sentences.find(c.sentence), std::string::npos) << c.sql << "\n" << sentences;
    }
}

/// One change to the journal at a random place, by someone who has the file and no key. In half
/// of them the tables are made to fit again.
void attack_at_random(Attacked& attacked, std::mt19937_64& random, std::string& what)
{
    const auto below = [&](std::int64_t limit) { return std::uniform_int_distribution<std::int64_t>{0, limit - 1}(random); };
    const auto seq = below(attacked.last()) + 1;
    const auto at = " WHERE seq = " + std::to_string(seq);
    const std::vector<std::pair<const char*, std::function<void()>>> attacks{
        {"change a byte of pub", [&] { attacked.run("UPDATE event SET pub = substr(pub, 1, 9) || 'x' || substr(pub, 11)" + at); }},
        {"change the clock", [&] { attacked.run("UPDATE event SET hlc = hlc + 1" + at); }},
        {"change the type", [&] { attacked.run("UPDATE event SET type = type || 'x'" + at); }},
        {"change the sealed part", [&] { attacked.run("UPDATE event SET priv = x'0011'" + at); }},
        {"change a hash", [&] { attacked.run("UPDATE event SET hash = randomblob(32)" + at); }},
        {"delete", [&] { attacked.run("DELETE FROM event" + at); }},
        {"delete and close the gap",
         [&] {
             attacked.run("DELETE FROM event" + at);
             attacked.close_gap(seq);
         }},
        {"delete the tail", [&] { attacked.run("DELETE FROM event WHERE seq >= " + std::to_string(seq)); }},
        {"swap", [&] { attacked.swap(seq, seq == 1 ? 2 : seq - 1); }},
        {"insert",
         [&] {
             attacked.make_room(seq);
             attacked.run("INSERT INTO event SELECT terminal, " + std::to_string(seq) +
                          ", hlc, type, v, pub, priv, pub_hash, priv_hash, hash, applied FROM event WHERE seq = " +
                          std::to_string(attacked.last() + 1));
         }},
        {"delete and chain anew",
         [&] {
             attacked.run("DELETE FROM event" + at);
             attacked.close_gap(seq);
             attacked.chain_anew();
         }},
        {"change the day and chain anew",
         [&] {
             attacked.run("UPDATE event SET pub = replace(pub, '2026-01-1', '2026-02-1')" + at);
             attacked.chain_anew();
         }},
    };
    const auto& [name, attack] = attacks[static_cast<std::size_t>(below(static_cast<std::int64_t>(attacks.size())))];
    what = std::string{name} + " at " + std::to_string(seq) + " of " + std::to_string(attacked.last());
    attack();
    if (below(2) == 0) return;
    what += ", tables mended";
    try {
        rebuild(attacked.salon.database());
    }
    catch (const std::exception&) {
        what += " as far as they could be";
    }
}

TEST(Verify, FindsEveryOneOfAHundredRandomAttacksByAnAnchor)
{
    const auto seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random{seed};
    for (int i = 0; i < 100; ++i) {
        Attacked attacked;
        std::string what;
        attack_at_random(attacked, random, what);
        VerifyOptions options;
        options.anchors = attacked.anchors;
        EXPECT_FALSE(attacked.verified(options).ok()) << what;
    }
}

TEST(Verify, TakesAnErasedPersonForWhatItIs)
{
    Attacked attacked;
    attacked.run("UPDATE event SET priv = NULL WHERE type = 'client.set'; UPDATE personal SET sealed = NULL");
    const auto report = attacked.verified();
    EXPECT_EQ(found_by(report), "");
    EXPECT_EQ(report.erased, 1);
}

TEST(Verify, SaysThatAnEventIsNoneInsteadOfFailing)
{
    Attacked attacked;
    attacked.run("UPDATE event SET pub = 'no json' WHERE type = 'note.written'; UPDATE day_close SET report = '{' WHERE z = 1");
    const auto found = found_by(attacked.verified());
    EXPECT_NE(found.find("table unreadable"), std::string::npos) << found;
    EXPECT_NE(found.find("day wrong"), std::string::npos) << found;
}

TEST(AnAnchor, IsReadAsItWasWritten)
{
    Attacked attacked;
    std::stringstream file;
    write_anchors(file, attacked.anchors);
    EXPECT_EQ(read_anchors(file).value(), attacked.anchors);
    EXPECT_EQ(attacked.anchors.front().terminal, 42);
    struct Case { const char* why; const char* text; const char* code; };
    const std::string hash(64, 'a');
    for (const auto& c : {Case{"nothing", "", "empty_anchor"}, Case{"notes alone", "# a\n\n", "empty_anchor"},
                          Case{"no hash", "42 7\n", "bad_anchor"}, Case{"a short hash", "42 7 abcd\n", "bad_anchor"},
                          Case{"words", "hello\n", "bad_anchor"}}) {
        std::istringstream in{c.text};
        const auto anchors = read_anchors(in);
        ASSERT_FALSE(anchors) << c.why;
        EXPECT_EQ(anchors.error().code, c.code) << c.why;
    }
    std::istringstream upper{"42 7 " + std::string(64, 'A') + "\n"};
    EXPECT_FALSE(read_anchors(upper)) << "as it was printed, and no other way";
    std::istringstream zero{"42 0 " + hash + "\n"};
    EXPECT_FALSE(read_anchors(zero));
}

}  // namespace
}  // namespace kushi
