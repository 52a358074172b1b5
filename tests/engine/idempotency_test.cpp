#include <gtest/gtest.h>
#include <sqlite3.h>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

/// A sale, a refund and a void, each with its key.
struct Keyed {
    const char* what;
    Json request;
    Json other;  ///< the same key with other content
};

std::vector<Keyed> keyed_acts(TestSalon& salon)
{
    const auto refunded = salon.pay(salon.visit())["sale"];
    const auto voided = salon.pay(salon.visit())["sale"];
    const Json tenders{{{"type", "cash"}, {"amount", 10'000}}};
    std::vector<Keyed> acts{
        {"checkout", {{"do", "checkout"}, {"visit", salon.visit()}, {"key", salon.key()}, {"tenders", tenders}}, {}},
        {"refund", {{"do", "refund"}, {"sale", refunded}, {"all", true}, {"tender", "cash"}, {"reason", "scent"}, {"key", salon.key()}}, {}},
        {"void", {{"do", "void"}, {"sale", voided}, {"reason", "wrong"}, {"key", salon.key()}}, {}}};
    for (auto& act : acts) act.other = act.request;
    acts[0].other["tenders"][0]["amount"] = 10'001;
    acts[1].other["tender"] = "card";
    acts[2].other["reason"] = "another reason";
    return acts;
}

TEST(TheSameKey, GivesTheSameAnswerAlsoAfterARestartAndAfterTheClose)
{
    TestSalon salon;
    salon.open_day();
    for (const auto& act : keyed_acts(salon)) {
        SCOPED_TRACE(act.what);
        const auto first = salon.does(act.request, TestSalon::manager);
        const auto after = salon.snapshot();
        const auto again = [&](const char* when) {
            auto tagged = act.request;
            tagged["as"] = TestSalon::owner;  // who repeats it, and under which tag, is not what was asked
            EXPECT_EQ(salon.does(tagged, ""), first) << when;
            EXPECT_EQ(salon.snapshot(), after) << when;
            salon.refuses(act.other, "key_reused", TestSalon::manager);
        };
        again("at once");
        salon.restart();
        again("after a restart");
    }
    const auto acts = keyed_acts(salon);
    std::vector<Json> answers;
    for (const auto& act : acts) answers.push_back(salon.does(act.request, TestSalon::manager));
    salon.does({{"do", "close_day"}, {"count", 0}}, TestSalon::manager);
    salon.pass(std::chrono::hours{24});
    for (std::size_t i = 0; i < acts.size(); ++i) {
        EXPECT_EQ(salon.does(acts[i].request, TestSalon::manager), answers[i]) << acts[i].what << " after the close";
        salon.refuses(acts[i].other, "key_reused", TestSalon::manager);
    }
}

TEST(AKey, OfOneActIsNoneOfAnother)
{
    TestSalon salon;
    salon.open_day();
    const auto acts = keyed_acts(salon);
    for (const auto& act : acts) salon.does(act.request, TestSalon::manager);
    for (const auto& act : acts) {
        for (const auto& other : acts) {
            if (act.what == other.what) continue;
            auto request = act.request;
            request["key"] = other.request["key"];
            salon.refuses(request, "key_reused", TestSalon::manager);
        }
    }
}

TEST(AKey, OfARefusedActIsStillFree)
{
    TestSalon salon;
    salon.open_day();
    const auto visit = salon.visit();
    Json request{{"do", "checkout"}, {"visit", visit}, {"key", salon.key()}, {"tenders", {{{"type", "cash"}, {"amount", 1}}}}};
    salon.refuses(request, "underpaid");
    request["tenders"][0]["amount"] = 9'900;
    EXPECT_EQ(salon.does(request)["number"], "A-000001");
}

TEST(TenTapsOnPay, AreOneSale)
{
    TestSalon salon;
    salon.open_day();
    const Json request{{"do", "checkout"}, {"visit", salon.visit()}, {"key", salon.key()}, {"tenders", {{{"type", "cash"}, {"amount", 10'000}}}}};
    const auto first = salon.does(request);
    for (int tap = 0; tap < 9; ++tap) EXPECT_EQ(salon.does(request), first);
    EXPECT_EQ(salon.report()["count_sales"], 1);
    auto other_key = request;
    other_key["key"] = salon.key();
    salon.refuses(other_key, "already_paid");
}

/// Makes the next commits of a connection fail, as a full disk would.
class FailingCommits {
public:
    FailingCommits(const Database& database, int how_many) : handle_{database.connection().getHandle()}, left_{how_many}
    {
        sqlite3_commit_hook(handle_, [](void* self) { return static_cast<FailingCommits*>(self)->left_-- > 0 ? 1 : 0; }, this);
    }
    ~FailingCommits() { sqlite3_commit_hook(handle_, nullptr, nullptr); }
    FailingCommits(const FailingCommits&) = delete;
    FailingCommits& operator=(const FailingCommits&) = delete;

private:
    sqlite3* handle_;
    int left_;
};

TEST(ACommitThatFailed, IsTriedOnceMoreUnderItsKeyAndElseSaid)
{
    TestSalon salon;
    salon.open_day();
    const auto pay = [&] {
        return Json{{"do", "checkout"}, {"visit", salon.visit()}, {"key", salon.key()}, {"tenders", {{{"type", "cash"}, {"amount", 9'900}}}}};
    };
    const auto once = pay();
    {
        const FailingCommits one{salon.database(), 1};
        EXPECT_EQ(salon.does(once)["number"], "A-000001");
    }
    const auto twice = pay();
    const auto before = salon.snapshot();
    {
        const FailingCommits both{salon.database(), 2};
        EXPECT_EQ(salon.perform(twice, TestSalon::desk)["error"]["code"], "io_error");
    }
    EXPECT_EQ(salon.snapshot(), before);
    EXPECT_EQ(salon.does(twice)["number"], "A-000002");
    {
        const FailingCommits one{salon.database(), 1};
        EXPECT_EQ(salon.perform({{"do", "paid_in"}, {"amount", 5}, {"reason", "x"}}, TestSalon::desk)["error"]["code"], "io_error");
    }
    salon.does({{"do", "paid_in"}, {"amount", 5}, {"reason", "x"}});
    EXPECT_EQ(salon.chain_problem(), "") << "the journal forgot what was not committed";
}

}  // namespace
}  // namespace kushi::test
