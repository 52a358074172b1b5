#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "db/read/period.h"
#include "db/read/prepaid.h"

namespace kushi {
namespace {

constexpr std::array days{"2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"};

/// Tickets of ten uses by chance: sold, used, given back, cancelled, expired over four days, their rows derived as the
/// tables hold them.
class Tickets {
public:
    explicit Tickets(unsigned seed) : chance_{seed}
    {
        for (int i = 0; i < 40; ++i) sell("t" + std::to_string(i));
    }
    [[nodiscard]] const Database& database() const { return database_; }

    void sell_later(const char* day) { insert("later", day, 0, 0, ""); }

private:
    int up_to(int most) { return std::uniform_int_distribution<int>{0, most}(chance_); }

    void insert(const std::string& id, const std::string& day, std::int64_t used_sessions, std::int64_t used_owed, const std::string& closed)
    {
        Query{database_,
              "INSERT INTO prepaid (id, kind, code, item, client, visit, sale, line, sessions, face, paid, owed, rate, taxed_at_issue, "
              "services, sold_on, at, expires, terminal, seq, used_sessions, used_face, used_owed, closed) "
              "VALUES (?, ?, '', '', '', '', '', '', 10, 0, 70000, 70000, '', 0, '[]', ?, '', '', 1, 1, ?, 0, ?, ?)",
              id, id == "later" ? "deposit" : "ticket", day, used_sessions, used_owed, closed}
            .run();
    }
    void move(const std::string& id, const char* kind, int day, std::int64_t sessions, std::int64_t owed)
    {
        Query{database_,
              "INSERT INTO prepaid_move (terminal, seq, position, prepaid, kind, sale, sessions, face, owed, business_date, at) "
              "VALUES (1, ?, 0, ?, ?, '', ?, 0, ?, ?, '')",
              ++seq_, id, kind, sessions, owed, days.at(static_cast<std::size_t>(day))}
            .run();
    }
    void sell(const std::string& id)
    {
        int day = up_to(3);
        const int sold = day;
        std::int64_t used = 0;
        for (int uses = up_to(8); uses > 0; --uses) {
            day = std::min(3, day + up_to(1));
            move(id, "used", day, 1, 7'000);
            ++used;
        }
        if (used > 0 && up_to(3) == 0) {
            move(id, "given_back", day, 1, 7'000);
            --used;
        }
        const char* closed = up_to(3) == 0 ? up_to(1) == 0 ? "cancelled" : "expired" : "";
        if (*closed != '\0') move(id, closed, day, 0, 70'000 - 7'000 * used);
        insert(id, days.at(static_cast<std::size_t>(sold)), used, 7'000 * used, closed);
    }

    std::mt19937 chance_;
    Database database_ = Database::in_memory();
    std::int64_t seq_ = 0;
};

TEST(WhatIsOwed, IsTheSameByTheNewestDayAndByTheWholeLedger)
{
    for (unsigned seed = 1; seed <= 50; ++seed) {
        Tickets tickets{seed};
        const auto newest = liabilities_on(tickets.database(), days.back());
        ASSERT_EQ(newest.size(), 1U);
        EXPECT_EQ(newest[0].before + newest[0].sold - newest[0].used - newest[0].expired - newest[0].cancelled, newest[0].after) << seed;
        tickets.sell_later("2026-11-05");  // from now on that day is an older one, which reads everything
        EXPECT_EQ(liabilities_on(tickets.database(), days.back()), newest) << "seed " << seed;
    }
}

TEST(WhatIsOwed, OverAPeriodIsWhatItsDaysDid)
{
    for (unsigned seed = 1; seed <= 50; ++seed) {
        const Tickets tickets{seed};
        Liability sum{"ticket"};
        for (const char* day : days) {
            const auto owed = liabilities_on(tickets.database(), day).at(0);
            EXPECT_EQ(owed.before, sum.after) << "a day begins with what the one before left, seed " << seed;
            for (auto part : {&Liability::sold, &Liability::used, &Liability::expired, &Liability::cancelled}) sum.*part += owed.*part;
            sum.after = owed.after;
        }
        EXPECT_EQ(liabilities_in(tickets.database(), {"range", days.front(), days.back()}).at(0), sum) << "seed " << seed;
    }
}

TEST(WhatIsOwed, DoesNotHoldOnceATicketHasAnotherUseThanItsMoves)
{
    const Tickets tickets{7};
    tickets.database().execute("UPDATE prepaid SET used_sessions = used_sessions + 1 WHERE id = (SELECT MIN(id) FROM prepaid WHERE closed = '')");
    const auto owed = liabilities_on(tickets.database(), days.back()).at(0);
    EXPECT_NE(owed.before + owed.sold - owed.used - owed.expired - owed.cancelled, owed.after);
}

}  // namespace
}  // namespace kushi
