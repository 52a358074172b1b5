#include <gtest/gtest.h>

#include "db/spool.h"
#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

/// A salon with a printer that nobody serves: what becomes of its jobs is the test's to say.
struct Paper {
    TestSalon salon;
    std::string number;
    std::int64_t job = 0;

    Paper()
    {
        salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}, {"name", "front"}});
        salon.open_day();
        number = salon.pay(salon.visit())["number"];
        job = all_jobs(salon.database()).back().id;
    }
    void becomes(const char* state) { set_job_state(salon.database(), job, state, "", 0, salon.now); }
    [[nodiscard]] Json about(const char* command) const { return {{"do", command}, {"job", std::to_string(job)}}; }
    [[nodiscard]] JobRecord record(std::int64_t id) const { return *job_by_id(salon.database(), id); }
};

TEST(AnExpiredPaper, GoesOutOnceMoreUnmarked)
{
    Paper paper;
    paper.salon.pass(std::chrono::hours{1});
    expire_jobs(paper.salon.database(), paper.salon.now);
    ASSERT_EQ(paper.record(paper.job).state, "EXPIRED");
    EXPECT_EQ(paper.salon.does(paper.about("queue_retry"))["job"], std::to_string(paper.job))
        << "none of it was printed";
    const auto again = paper.record(paper.job);
    EXPECT_EQ(again.state, "QUEUED");
    EXPECT_EQ(again.copy, 0);
    EXPECT_EQ(again.not_after, paper.salon.now + std::chrono::minutes{10});
}

TEST(AnUncertainPaper, IsToldToBePrinted)
{
    Paper paper;
    paper.salon.refuses(paper.about("queue_printed"), "job_not_uncertain");
    paper.becomes("UNCERTAIN");
    paper.salon.does(paper.about("queue_printed"));
    EXPECT_EQ(paper.record(paper.job).state, "PRINTED");
    for (const char* command : {"queue_retry", "queue_cancel"}) paper.salon.refuses(paper.about(command), "job_ended");
}

TEST(AnUncertainPaper, IsPrintedAgainAsACopyThatSaysSo)
{
    Paper paper;
    paper.becomes("UNCERTAIN");
    const auto id = std::stoll(paper.salon.does(paper.about("queue_retry"))["job"].get<std::string>());
    ASSERT_NE(id, paper.job);
    const auto copy = paper.record(id);
    EXPECT_EQ(copy.copy, 1);
    EXPECT_EQ(copy.reprint_of, paper.number);
    EXPECT_NE(*job_document(paper.salon.database(), paper.salon.vault(), id),
              *job_document(paper.salon.database(), paper.salon.vault(), paper.job));
    EXPECT_EQ(paper.record(paper.job).state, "CANCELLED") << "the doubt is settled by the copy";
    EXPECT_EQ(paper.salon.events("paper.reprinted").back()["subject"], paper.number);
    EXPECT_EQ(paper.salon.chain_problem(), "");
}

TEST(APaper, IsMovedToAnotherPrinterByHand)
{
    Paper paper;
    const auto back =
        paper.salon.does({{"do", "add_printer"}, {"host", "127.0.0.2"}, {"port", 9}, {"name", "back"}})["printer"];
    auto move = paper.about("queue_move");
    move["printer"] = "nowhere";
    paper.salon.refuses(move, "unknown_printer");
    move["printer"] = "back";
    paper.salon.does(move);
    EXPECT_EQ(std::to_string(paper.record(paper.job).printer), back);
    paper.becomes("SENDING");
    paper.salon.refuses(move, "job_sending");
    paper.becomes("UNCERTAIN");
    move["printer"] = "front";
    const auto id = std::stoll(paper.salon.does(move)["job"].get<std::string>());
    EXPECT_EQ(paper.record(id).copy, 1) << "what may lie on one printer is a copy on the other";
}

TEST(APaper, IsCancelledWhileItHasNotLeft)
{
    Paper paper;
    paper.becomes("SENDING");
    paper.salon.refuses(paper.about("queue_cancel"), "job_sending");
    paper.becomes("WAITING");
    paper.salon.does(paper.about("queue_cancel"));
    EXPECT_EQ(paper.record(paper.job).state, "CANCELLED");
    EXPECT_FALSE(begin_sending(paper.salon.database(), paper.job, "abcd", 1, 0, paper.salon.now)) << "and never leaves";
}

TEST(TheQueue, IsForWhoSells)
{
    Paper paper;
    for (const char* command : {"queue_retry", "queue_cancel", "queue_printed"}) {
        paper.salon.refuses(paper.about(command), "not_allowed", TestSalon::therapist);
        paper.salon.refuses({{"do", command}, {"job", "77"}}, "unknown_job");
        paper.salon.refuses({{"do", command}, {"job", "-1"}}, "unknown_job");
    }
}

}  // namespace
}  // namespace kushi::test
