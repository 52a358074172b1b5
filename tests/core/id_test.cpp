#include "core/id.h"

#include <gtest/gtest.h>

namespace kushi {
namespace {

TEST(Uuid, IsReadAndWrittenInOneForm)
{
    struct Case { const char* why; const char* text; bool read; };
    for (const auto& c : {Case{"lower case", "0190b8a0-0000-7000-8000-00000000000f", true},
                          Case{"upper case", "0190B8A0-0000-7000-8000-00000000000F", true},
                          Case{"no hyphens", "0190b8a00000700080000000000000000f", false},
                          Case{"hyphen elsewhere", "0190b8a00-000-7000-8000-00000000000f", false},
                          Case{"a letter past f", "0190b8a0-0000-7000-8000-00000000000g", false},
                          Case{"empty", "", false}}) {
        EXPECT_EQ(parse_uuid(c.text).has_value(), c.read) << c.why;
    }
    EXPECT_EQ(uuid_text(*parse_uuid("0190B8A0-0000-7000-8000-00000000000F")), "0190b8a0-0000-7000-8000-00000000000f");
}

TEST(Uuid, OfVersionSevenSortsByItsMillisecond)
{
    const std::array<std::uint8_t, 10> random{255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
    EXPECT_LT(uuid_v7(1'000, random), uuid_v7(1'001, {}));
    EXPECT_EQ(uuid_text(uuid_v7(0x0190b8a00000, random)), "0190b8a0-0000-7fff-bfff-ffffffffffff");
}

}  // namespace
}  // namespace kushi
