#include "core/money/decimal.h"

#include <gtest/gtest.h>

namespace kushi {
namespace {

TEST(Quantity, IsReadExactlyAndWrittenShort)
{
    struct Case { const char* text; std::int64_t units; const char* written; };
    for (const auto& c : {Case{"1", 1'000, "1"}, Case{"1.50", 1'500, "1.5"}, Case{"2.0", 2'000, "2"}, Case{"0.001", 1, "0.001"},
                          Case{"0", 0, "0"}, Case{"999999", 999'999'000, "999999"}, Case{"12.034", 12'034, "12.034"}, Case{"007", 7'000, "7"}}) {
        const auto quantity = Quantity::parse(c.text, "qty");
        ASSERT_TRUE(quantity) << c.text;
        EXPECT_EQ(quantity->units, c.units) << c.text;
        EXPECT_EQ(quantity->text(), c.written) << c.text;
    }
    EXPECT_EQ(Quantity::whole(3), Quantity::parse("3").value());
}

TEST(Decimals, AreRefusedWithTheirField)
{
    struct Case { const char* why; const char* text; const char* code; };
    for (const auto& c : {Case{"nothing", "", "bad_number"}, Case{"below zero", "-1", "bad_number"}, Case{"a plus", "+1", "bad_number"},
                          Case{"no whole part", ".5", "bad_number"}, Case{"no decimals", "5.", "bad_number"}, Case{"an exponent", "1e3", "bad_number"},
                          Case{"a blank", " 1", "bad_number"}, Case{"full-width", "１", "bad_number"}, Case{"a comma", "1,5", "bad_number"},
                          Case{"a percent sign", "10%", "bad_number"}, Case{"a fourth decimal", "0.0001", "too_many_decimals"},
                          Case{"over the limit by a thousandth", "999999.001", "out_of_range"}, Case{"a thousand million", "1000000000", "out_of_range"},
                          Case{"past 64 bits", "99999999999999999999", "out_of_range"}}) {
        const auto quantity = Quantity::parse(c.text, "qty");
        ASSERT_FALSE(quantity) << c.why;
        EXPECT_EQ(quantity.error().code, c.code) << c.why;
        EXPECT_EQ(quantity.error().field, "qty") << c.why;
    }
}

TEST(Percent, GoesFromNothingToAHundred)
{
    EXPECT_EQ(Percent::parse("100").value(), Percent::whole(100));
    EXPECT_EQ(Percent::parse("0.0001")->units, 1);
    EXPECT_EQ(Percent::parse("100.0001").error().code, "out_of_range");
    EXPECT_EQ(Percent::parse("0.00001").error().code, "too_many_decimals");
    EXPECT_EQ(Percent::parse("-1").error().code, "bad_number");
}

TEST(Rate, IsAFractionThatKeepsHowItWasWritten)
{
    EXPECT_EQ(Rate::parse("0.10")->text, "0.10");
    EXPECT_EQ(Rate::parse("0.10").value(), Rate::parse("0.1").value());
    EXPECT_EQ(Rate::parse("0.08875")->millionths, 88'750);
    EXPECT_EQ(Rate::parse("1")->millionths, 1'000'000);
    struct Case { const char* why; const char* text; const char* code; };
    for (const auto& c : {Case{"ten per cent as a number", "10", "out_of_range"}, Case{"as a percentage", "10%", "bad_number"},
                          Case{"just over 1", "1.000001", "out_of_range"}, Case{"a seventh decimal", "0.1000000", "too_many_decimals"},
                          Case{"below zero", "-0.1", "bad_number"}, Case{"nothing", "", "bad_number"}}) {
        EXPECT_EQ(Rate::parse(c.text, "rate").error(), (Refusal{c.code, "rate", std::string{c.code} == "too_many_decimals" ? "6" : ""})) << c.why;
    }
}

}  // namespace
}  // namespace kushi
