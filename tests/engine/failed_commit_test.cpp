#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "running_salon.h"

namespace kushi {
namespace {

TEST(ASaleThatTheDiskRefusedTwice, LeavesNoHoleInTheJournal)
{
    RunningSalon salon;
    salon.add_printer(9);  // nobody listens
    const auto before = salon.sell();
    // Behind the events in the sale's transaction, and met again when the key is tried once more.
    salon.execute("CREATE TRIGGER full_disk BEFORE INSERT ON print_job BEGIN SELECT RAISE(ABORT, 'full'); END");
    EXPECT_THROW(salon.sell(), std::runtime_error);
    salon.execute("DROP TRIGGER full_disk");
    const auto after = salon.sell();
    EXPECT_EQ(before, "A-000001");
    EXPECT_EQ(after, "A-000002");
    EXPECT_TRUE(salon.is_sound());
}

}  // namespace
}  // namespace kushi
