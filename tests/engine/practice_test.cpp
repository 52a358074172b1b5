#include <gtest/gtest.h>

#include "app/engine/demo/practice.h"
#include "app/engine/open_salon.h"
#include "tests/engine/temporary_folder.h"

#include <nlohmann/json.hpp>

namespace kushi::test {
namespace {

TEST(PracticeSalon, StandsInTheMiddleOfADayAtAnyHour)
{
    for (const char* at : {"2026-11-14T01:28:00.000Z", "2026-11-13T18:00:30.000Z", "2026-11-13T20:10:00.000Z", "2026-11-14T14:59:59.000Z"}) {
        const TemporaryFolder folder;
        auto world = real_world();
        world.now = [at] { return *parse_instant(at); };
        PracticeWish wish;
        wish.folder = folder.path() / "salon";
        wish.pin_cost = PinCost::least();
        const auto staff = make_practice(wish, world);
        ASSERT_TRUE(staff.has_value()) << at;
        OpenSalon salon{wish.folder, world};
        const auto board = salon.engine().perform({{"do", "board"}}, {staff->front().id, "en"})["board"];
        EXPECT_TRUE(board["day_open"].get<bool>()) << at;
        EXPECT_EQ(board["expected"].size(), 7u) << at;
        EXPECT_EQ(board["expected"][0]["status"], "arrived") << at;
        EXPECT_EQ(board["in_chair"].size(), 2u) << at << board.dump(1);
        EXPECT_EQ(board["ready_to_pay"].size(), 1u) << at;
        EXPECT_EQ(board["done"].size(), 3u) << at;
        for (const auto& card : board["in_chair"]) EXPECT_FALSE(card["progress"].is_null()) << at;
    }
}

}  // namespace
}  // namespace kushi::test
