#include "app/engine/receipt_picture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

/// Ink in all, as the share of a paper that is black.
double ink_of(const Pixels& picture)
{
    double ink = 0;
    for (const auto grey : picture.grey) ink += 255 - grey;
    return ink / (255.0 * static_cast<double>(picture.grey.size()));
}

TEST(AReceiptsPicture, IsThePapersDotsAtAnyWidth)
{
    TestSalon salon;
    salon.open_day();
    const std::string number = salon.pay(salon.visit())["number"];
    const auto dots = receipt_picture(salon.engine(), number, 576, "ja");
    ASSERT_TRUE(dots);
    EXPECT_EQ(dots->grey.size(), static_cast<std::size_t>(dots->width) * static_cast<std::size_t>(dots->height));
    EXPECT_TRUE(std::all_of(dots->grey.begin(), dots->grey.end(), [](auto grey) { return grey == 0 || grey == 255; }))
        << "a dot a pixel has no grey";
    EXPECT_GT(ink_of(*dots), 0.01);
    for (const int width : {1, 300, 331, 1'000}) {
        const auto picture = receipt_picture(salon.engine(), number, width, "ja");
        EXPECT_EQ(picture->width, width);
        EXPECT_EQ(picture->grey.size(), static_cast<std::size_t>(width) * static_cast<std::size_t>(picture->height));
        EXPECT_NEAR(ink_of(*picture), ink_of(*dots), 0.005) << "no ink is lost or added at " << width;
    }
    EXPECT_NE(receipt_picture(salon.engine(), number, 300, "en")->grey,
              receipt_picture(salon.engine(), number, 300, "ja")->grey);
}

TEST(AReceiptsPicture, IsNoneOfANumberThatIsNone)
{
    TestSalon salon;
    EXPECT_FALSE(receipt_picture(salon.engine(), "A-000777", 300, "ja"));
    EXPECT_THROW(receipt_picture(salon.engine(), "A-000777", 0, "ja"), std::invalid_argument);
}

}  // namespace
}  // namespace kushi::test
