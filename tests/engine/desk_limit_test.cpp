#include <gtest/gtest.h>

#include "app/engine/cart.h"

namespace kushi {
namespace {

TEST(TheDesksLimit, IsAPercentRoundedUpToTheUnit)
{
    struct Case { const char* why; std::int64_t bill; std::int64_t discount; bool within; };
    Salon salon;
    salon.discount_limit = Percent::whole(10);
    for (const auto& c : {Case{"no discount", 5'000, 0, true}, Case{"exactly ten per cent", 9'900, 990, true},
                          Case{"a unit more", 9'900, 991, false}, Case{"1,229.6 rounded up is still ten per cent", 12'296, 1'230, true},
                          Case{"a unit more than rounded up", 12'296, 1'231, false}, Case{"something off nothing", 0, 1, false}}) {
        for (const bool on_the_line : {true, false}) {
            Bill bill;
            bill.lines.emplace_back();
            bill.lines[0].extended = c.bill;
            (on_the_line ? bill.lines[0].line_discount : bill.totals.bill_discount) = c.discount;
            EXPECT_EQ(within_desk_limit(bill, salon), c.within) << c.why;
        }
    }
}

}  // namespace
}  // namespace kushi
