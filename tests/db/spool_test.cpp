#include "db/spool.h"

#include <gtest/gtest.h>

#include <set>

#include "db/vault/vault.h"

namespace kushi {
namespace {

using std::chrono::minutes;

constexpr Instant noon{std::chrono::milliseconds{1'768'446'000'000}};

class ASpool : public testing::Test {
protected:
    std::int64_t queue(const char* uuid, int priority = 1, const char* number = "A-000001", int copy = 0, Instant not_after = noon + minutes{30})
    {
        NewJob job{printer_, "sale", number, R"({"kind":"sale","name":"佐藤"})", not_after, priority};
        job.copy = copy;
        job.origin_sale = number;
        return queue_job(database_, vault_, uuid, job, noon);
    }
    [[nodiscard]] std::string state(std::int64_t job) const { return job_by_id(database_, job)->state; }

    Database database_ = Database::in_memory();
    Vault vault_ = Vault::in_memory();
    std::int64_t printer_ = keep_printer(database_, {0, "front", "127.0.0.1", "generic-80", 9100, false});
};

TEST_F(ASpool, GivesReceiptsToTheFirstPrinterAndKnowsOneByItsAddress)
{
    const auto second = keep_printer(database_, {0, "back", "127.0.0.1", "generic-58", 9101, false});
    EXPECT_NE(second, printer_);
    EXPECT_EQ(keep_printer(database_, {0, "desk", "127.0.0.1", "clone-80", 9100, false}), printer_);
    EXPECT_EQ(receipt_printer(database_)->name, "desk");
    EXPECT_EQ(printer_by_id(database_, printer_)->profile, "clone-80");
    EXPECT_EQ(printers(database_).size(), 2U);
    EXPECT_EQ(printer_by_id(database_, 99), std::nullopt);
    EXPECT_EQ(receipt_printer(Database::in_memory()), std::nullopt);
}

TEST_F(ASpool, SendsByPriorityThenAge)
{
    const auto report = queue("report", 3, "A-1");
    const auto receipt = queue("receipt", 1, "A-2");
    const auto later = queue("later", 1, "A-3");
    std::vector<std::int64_t> order;
    while (const auto job = next_job(database_, printer_)) {
        order.push_back(job->id);
        begin_sending(database_, job->id, "!!!!", 100, 0, noon);
    }
    EXPECT_EQ(order, (std::vector<std::int64_t>{receipt, later, report}));
    EXPECT_EQ(next_job(database_, 99), std::nullopt) << "another printer's";
}

TEST_F(ASpool, KeepsADocumentSealedAndInItsJob)
{
    const auto job = queue("job-1");
    const auto other = queue("job-2", 1, "A-000002");
    EXPECT_EQ(job_document(database_, vault_, job), R"({"kind":"sale","name":"佐藤"})");
    EXPECT_EQ(document_of_number(database_, vault_, "A-000001"), job_document(database_, vault_, job));
    EXPECT_FALSE((Query{database_, "SELECT 1 FROM print_job WHERE instr(doc, ?)", "佐藤"}.next()));
    EXPECT_EQ(job_document(database_, Vault::in_memory(), job), std::nullopt) << "another salon's key";
    database_.execute("UPDATE print_job SET doc = (SELECT doc FROM print_job WHERE uuid = 'job-1') WHERE uuid = 'job-2'");
    EXPECT_EQ(job_document(database_, vault_, other), std::nullopt) << "moved to another job";
    database_.execute("UPDATE print_job SET doc = NULL WHERE uuid = 'job-1'");
    EXPECT_EQ(job_document(database_, vault_, job), std::nullopt) << "erased";
    EXPECT_EQ(job_document(database_, vault_, 99), std::nullopt);
}

TEST_F(ASpool, TakesOneUnmarkedPaperOfASaleAndNumbersItsCopies)
{
    queue("job-1");
    EXPECT_THROW(queue("job-2"), SQLite::Exception) << "a second unmarked paper of one sale";
    EXPECT_EQ(copies_of(database_, "A-000001", "sale"), 1);
    queue("job-3", 1, "A-000001", 1);
    EXPECT_EQ(copies_of(database_, "A-000001", "sale"), 2);
    EXPECT_EQ(copies_of(database_, "A-000002", "sale"), 0);
}

TEST_F(ASpool, CountsAnAttemptBeforeTheFirstByteLeavesAndWritesItsHistory)
{
    const auto job = queue("job-1");
    begin_sending(database_, job, "!!!\"", 1'234, 2, noon);
    EXPECT_EQ(state(job), "SENDING");
    EXPECT_EQ(job_by_id(database_, job)->attempt, 1);
    EXPECT_EQ(job_by_id(database_, job)->process_id, "!!!\"");
    EXPECT_EQ(job_by_id(database_, job)->fallbacks, 2);
    EXPECT_EQ(open_job_count(database_), 1);
    set_job_state(database_, job, "WAITING", "paper out", 500, noon + minutes{1});
    EXPECT_EQ(job_by_id(database_, job)->reason, "paper out");
    EXPECT_EQ(next_job(database_, printer_)->id, job) << "to be tried again";
    begin_sending(database_, job, "!!!#", 1'234, 2, noon + minutes{2});
    set_job_state(database_, job, "PRINTED", "", 1'234, noon + minutes{2});
    EXPECT_EQ(job_by_id(database_, job)->attempt, 2);
    EXPECT_EQ(open_job_count(database_), 0);
    std::string history;
    Query row{database_, "SELECT from_state, to_state FROM print_event WHERE job_id = ? ORDER BY rowid", job};
    while (row.next()) history += row.text(0) + ">" + row.text(1) + " ";
    EXPECT_EQ(history, "QUEUED>SENDING SENDING>WAITING WAITING>SENDING SENDING>PRINTED ");
}

TEST_F(ASpool, DoesNotKnowAfterACrashWhetherAJobInTheAirIsOnPaper)
{
    const auto queued = queue("job-1", 1, "A-1");
    const auto sending = queue("job-2", 1, "A-2");
    const auto printed = queue("job-3", 1, "A-3");
    const auto sent = queue("job-4", 1, "A-4");
    begin_sending(database_, sending, "!!!!", 1, 0, noon);
    set_job_state(database_, printed, "PRINTED", "", 1, noon);
    set_job_state(database_, sent, "SENT", "", 1, noon);
    recover_jobs(database_, noon);
    EXPECT_EQ(state(queued), "QUEUED");
    EXPECT_EQ(state(sending), "UNCERTAIN");
    EXPECT_EQ(state(printed), "PRINTED");
    EXPECT_EQ(state(sent), "SENT");
    EXPECT_EQ(next_job(database_, printer_)->id, queued) << "what may be on paper is not printed again by itself";
}

TEST_F(ASpool, KnowsAfterACrashThatThePrinterOfAJobInTheAirWasBrokenOff)
{
    const auto other = keep_printer(database_, {0, "back", "127.0.0.1", "generic-58", 9101, false});
    const auto job = queue("job-1");
    begin_sending(database_, job, "!!!!", 1, 0, noon);
    recover_jobs(database_, noon);
    EXPECT_TRUE(printer_by_id(database_, printer_)->broken) << "its buffers hold half a job";
    EXPECT_FALSE(printer_by_id(database_, other)->broken);
}

TEST_F(ASpool, BeginsNoJobThatIsNoLongerToBeSent)
{
    const auto late = queue("job-1", 1, "A-1", 0, noon + minutes{5});
    EXPECT_FALSE(begin_sending(database_, late, "!!!!", 1, 0, noon + minutes{6})) << "its time passed while it was made ready";
    const auto cancelled = queue("job-2", 1, "A-2");
    set_job_state(database_, cancelled, "CANCELLED", "", 0, noon);
    EXPECT_FALSE(begin_sending(database_, cancelled, "!!!!", 1, 0, noon));
    EXPECT_EQ(job_by_id(database_, cancelled)->attempt, 0);
}

TEST_F(ASpool, PutsBackOnlyWhatIsStillToBeSentAndSaysSoOnce)
{
    const auto job = queue("job-1", 1, "A-1");
    for (int i = 0; i < 3; ++i) put_back_job(database_, job, "unreachable", noon);
    put_back_job(database_, job, "paper", noon);
    Query history{database_, "SELECT COUNT(*) FROM print_event"};
    history.next();
    EXPECT_EQ(history.integer(0), 2) << "unreachable, then paper";
    EXPECT_EQ(job_by_id(database_, job)->reason, "paper");
    set_job_state(database_, job, "EXPIRED", "", 0, noon);
    put_back_job(database_, job, "paper", noon);
    EXPECT_EQ(state(job), "EXPIRED");
}

TEST_F(ASpool, SaysWhyAJobInTheAirStandsStillAndLeavesItThere)
{
    const auto job = queue("job-1");
    begin_sending(database_, job, "!!!!", 1, 0, noon);
    note_standstill(database_, job, "paper", noon);
    EXPECT_EQ(state(job), "SENDING") << "after a crash it may be on paper";
    EXPECT_EQ(job_by_id(database_, job)->reason, "paper");
}

TEST_F(ASpool, LetsAJobExpireThatWaitedTooLong)
{
    const auto old = queue("job-1", 1, "A-1", 0, noon + minutes{5});
    const auto waiting = queue("job-2", 1, "A-2", 0, noon + minutes{5});
    const auto fresh = queue("job-3", 1, "A-3", 0, noon + minutes{60});
    set_job_state(database_, waiting, "WAITING", "offline", 0, noon);
    expire_jobs(database_, noon + minutes{5});
    EXPECT_EQ(state(old), "QUEUED") << "to the minute it may still print";
    expire_jobs(database_, noon + minutes{6});
    EXPECT_EQ(state(old), "EXPIRED");
    EXPECT_EQ(state(waiting), "EXPIRED");
    EXPECT_EQ(state(fresh), "QUEUED");
}

TEST_F(ASpool, GivesEveryJobOfAPrinterAnIdOfFourCharactersWithoutABlank)
{
    std::set<std::string> ids;
    for (int i = 0; i < 200; ++i) {
        const auto id = take_process_id(database_, printer_);
        ASSERT_EQ(id.size(), 4U);
        for (const char c : id) EXPECT_TRUE(c > ' ' && c <= '~') << id;
        ids.insert(id);
    }
    EXPECT_EQ(ids.size(), 200U);
    database_.execute("UPDATE printer SET next_process_id = 94 * 94 * 94 * 94 - 2");
    EXPECT_EQ(take_process_id(database_, printer_), "~~~}");
    EXPECT_EQ(take_process_id(database_, printer_), "!!!!") << "from the beginning: ~~~~ is what the session itself asks with";
}

TEST_F(ASpool, RemembersThatASessionBrokeInMidJob)
{
    set_printer_broken(database_, printer_, true);
    EXPECT_TRUE(printer_by_id(database_, printer_)->broken);
    keep_printer(database_, {0, "front", "127.0.0.1", "generic-80", 9100, false});
    EXPECT_TRUE(printer_by_id(database_, printer_)->broken) << "naming it anew does not clear its buffers";
    set_printer_broken(database_, printer_, false);
    EXPECT_FALSE(receipt_printer(database_)->broken);
}

}  // namespace
}  // namespace kushi
