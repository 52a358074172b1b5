#include "db/pin_attempts.h"

#include <gtest/gtest.h>

#include "tests/db/little_salon.h"

namespace kushi {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

constexpr Instant noon{std::chrono::milliseconds{1'768'446'000'000}};

TEST(ATryOfAPin, CountsAsFailedUntilItIsForgiven)
{
    const auto database = Database::in_memory();
    EXPECT_TRUE(pin_attempts(database, "aoi").failures.empty());
    const auto first = count_pin_attempt(database, "aoi", noon);
    count_pin_attempt(database, "aoi", noon + seconds{1});
    count_pin_attempt(database, "ken", noon);
    EXPECT_EQ(pin_attempts(database, "aoi").failures, (std::vector<Instant>{noon, noon + seconds{1}}));
    EXPECT_EQ(pin_attempts(database, "aoi").last_success, std::nullopt);
    forgive_pin_attempt(database, first);
    EXPECT_EQ(pin_attempts(database, "aoi").failures, (std::vector<Instant>{noon + seconds{1}}));
    EXPECT_EQ(pin_attempts(database, "aoi").last_success, noon);
    EXPECT_EQ(pin_attempts(database, "ken").failures.size(), 1U) << "a person's own";
}

TEST(ATryOfAPin, IsForgottenAfter30Days)
{
    const auto database = Database::in_memory();
    count_pin_attempt(database, "aoi", noon);
    count_pin_attempt(database, "aoi", noon + hours{30 * 24});
    EXPECT_EQ(pin_attempts(database, "aoi").failures.size(), 2U);
    count_pin_attempt(database, "aoi", noon + hours{30 * 24} + seconds{1});
    EXPECT_EQ(pin_attempts(database, "aoi").failures.size(), 2U);
}

/// Pulling the plug gives no free tries: the count is on the disk before the PIN is looked at.
TEST(ATryOfAPin, IsCommittedWhenItIsCounted)
{
    const test::Folder folder;
    const auto writer = Database::create(folder / "kushi.db");
    const auto reader = Database::open_reader(folder / "kushi.db");
    count_pin_attempt(writer, "aoi", noon);
    EXPECT_EQ(pin_attempts(reader, "aoi").failures.size(), 1U);
}

}  // namespace
}  // namespace kushi
