#include "db/read/stock.h"

#include <gtest/gtest.h>

#include "core/journal/hybrid_clock.h"
#include "tests/db/told.h"

namespace kushi {
namespace {

using nlohmann::json;

/// A clock value of noon on a day.
std::int64_t clock_on(const char* date)
{
    const auto at = parse_instant(std::string{date} + "T12:00:00.000Z");
    return at->time_since_epoch().count() << 16;
}

/// Puts shelf events into a database in the order in which they are written down here.
class Shelf {
public:
    void received(const char* date, std::int64_t thousandths, const char* lot = "L1", const char* expires = "")
    {
        tell("stock.received", date, {{"product", "oil"}, {"lot", lot}, {"thousandths", thousandths}, {"expires", expires}});
    }
    void counted(const char* date, std::int64_t thousandths, const char* lot = "L1")
    {
        tell("stock.counted", date, {{"product", "oil"}, {"lot", lot}, {"thousandths", thousandths}});
    }
    void used(const char* date, const char* amount, const char* visit = "visit-1", const char* lot = "L1")
    {
        tell("product.used", date, {{"use", std::string{"use-"} + std::to_string(seq_)}, {"visit", visit}, {"product", "oil"},
                                    {"amount", amount}, {"unit", "ml"}, {"lot", lot}, {"cost", 0}});
    }
    [[nodiscard]] std::int64_t left() const { return on_hand_thousandths(database_, "oil"); }
    [[nodiscard]] const Database& database() const { return database_; }

private:
    void tell(const char* type, const char* date, const json& pub) { test::tell(database_, type, pub, {clock_on(date), 1, ++seq_}); }

    Database database_ = Database::in_memory();
    std::int64_t seq_ = 0;
};

TEST(AShelf, HoldsTheLatestCountAndTheMovesAfterIt)
{
    Shelf shelf;
    EXPECT_EQ(shelf.left(), 0) << "never heard of";
    shelf.received("2026-01-10", 100'000);
    shelf.used("2026-01-11", "2.5");
    EXPECT_EQ(shelf.left(), 97'500);
    shelf.counted("2026-01-20", 90'000);
    EXPECT_EQ(shelf.left(), 90'000) << "what was counted is there, whatever was moved before";
    shelf.used("2026-01-21", "10");
    EXPECT_EQ(shelf.left(), 80'000) << "after it in the same month";
    shelf.used("2026-02-01", "5");
    shelf.received("2026-03-01", 20'000);
    EXPECT_EQ(shelf.left(), 95'000) << "and in the months after";
    shelf.used("2026-01-19", "7");
    shelf.received("2025-12-31", 50'000);
    EXPECT_EQ(shelf.left(), 95'000) << "heard of late, but from before the count";
    shelf.used("2026-01-22", "1");
    EXPECT_EQ(shelf.left(), 94'000) << "heard of late, from after it";
    shelf.counted("2026-01-15", 1);
    EXPECT_EQ(shelf.left(), 94'000) << "an older count changes nothing";
    shelf.counted("2026-03-02", 0);
    EXPECT_EQ(shelf.left(), 0);
    shelf.used("2026-03-03", "0.25");
    EXPECT_EQ(shelf.left(), -250) << "below nothing is shown, not hidden";
}

TEST(AShelf, IsCountedLotByLot)
{
    Shelf shelf;
    shelf.received("2026-01-10", 100'000, "L1", "2026-06-30");
    shelf.received("2026-01-10", 50'000, "L2", "2026-05-31");
    shelf.counted("2026-01-11", 10'000, "L1");
    EXPECT_EQ(shelf.left(), 60'000);
    EXPECT_EQ(lot_to_use(shelf.database(), "oil", "2026-05-31"), "L2") << "the earliest that is still good today";
    EXPECT_EQ(lot_to_use(shelf.database(), "oil", "2026-06-01"), "L1");
    EXPECT_EQ(lot_to_use(shelf.database(), "oil", "2026-07-01"), std::nullopt);
    shelf.used("2026-01-12", "50", "visit-1", "L2");
    EXPECT_EQ(lot_to_use(shelf.database(), "oil", "2026-05-01"), "L1") << "the other is empty";
    EXPECT_EQ(lot_state(shelf.database(), "oil", "L2")->left_thousandths, 0);
    EXPECT_EQ(lot_state(shelf.database(), "oil", "L9").has_value(), false);
}

TEST(ALot, NamesEveryVisitAndClientItWasUsedOn)
{
    Shelf shelf;
    shelf.received("2026-01-10", 100'000);
    shelf.used("2026-01-11", "1", "visit-2");
    shelf.used("2026-01-12", "1", "visit-1");
    shelf.used("2026-01-13", "1", "visit-1");
    test::tell(shelf.database(), "visit.arrived", {{"visit", "visit-1"}, {"client", "client-1"}}, {clock_on("2026-01-12"), 2, 1});
    const auto lots = all_lots(shelf.database());
    ASSERT_EQ(lots.size(), 1U);
    EXPECT_EQ(lots[0].visits, (std::vector<std::string>{"visit-1", "visit-2"}));
    EXPECT_EQ(lots[0].clients, (std::vector<std::string>{"client-1"}));
    EXPECT_EQ(lots[0].left_thousandths, 97'000);
}

}  // namespace
}  // namespace kushi
