#include "core/money/currency.h"

#include <gtest/gtest.h>

#include <limits>

namespace kushi {
namespace {

Currency currency(std::string_view code) { return Currency::find(code).value(); }

TEST(Currency, HasTheDecimalsOfIso4217)
{
    struct Case { const char* why; const char* code; int decimals; };
    for (const auto& c : {Case{"yen", "JPY", 0}, Case{"won", "KRW", 0}, Case{"dong", "VND", 0}, Case{"CFA franc", "XAF", 0},
                          Case{"dollar", "USD", 2}, Case{"euro", "EUR", 2}, Case{"pound", "GBP", 2}, Case{"East Caribbean", "XCD", 2},
                          Case{"Kuwait", "KWD", 3}, Case{"Bahrain", "BHD", 3}, Case{"Tunisia", "TND", 3},
                          Case{"Iraq: CLDR says 0", "IQD", 3}, Case{"Madagascar: CLDR says 0", "MGA", 2},
                          Case{"Lebanon: CLDR says 0", "LBP", 2}, Case{"a fund of Chile", "CLF", 4},
                          Case{"Uruguay, in wages", "UYW", 4}, Case{"the yuan", "CNY", 2}, Case{"Pacific franc", "XPF", 0}}) {
        const auto found = Currency::find(c.code);
        ASSERT_TRUE(found) << c.why;
        EXPECT_EQ(found->decimals, c.decimals) << c.why;
        EXPECT_EQ(found->code(), c.code) << c.why;
    }
}

TEST(Currency, IsRefusedWhenItIsNoneOrHasNoMinorUnit)
{
    for (const auto* code : {"", "XXX", "XTS", "XAU", "XDR", "ABC", "jpy", "JP", "JPYY", "JPY ", "XAG", "XPT", "XBA", "XSU", "XUA", "DEM", "FRF", "VEF", "USS", "CNH", "JP ", " JP", "AED AFN", "円", "\xff\xff\xff"}) {
        EXPECT_FALSE(Currency::find(code)) << code;
    }
}

TEST(Amounts, AreReadInOneForm)
{
    struct Case { const char* why; const char* text; const char* code; std::int64_t minor; const char* formatted; };
    for (const auto& c : {Case{"zero", "0", "JPY", 0, "0"}, Case{"below zero", "-1980", "JPY", -1980, "-1980"},
                          Case{"fewer decimals are filled up", "12.3", "USD", 1230, "12.30"},
                          Case{"none are filled up", "12", "USD", 1200, "12.00"}, Case{"less than one", "-0.05", "USD", -5, "-0.05"},
                          Case{"three decimals", "0.001", "KWD", 1, "0.001"}, Case{"leading zeros", "007", "JPY", 7, "7"},
                          Case{"the largest", "999999999999999", "JPY", 999'999'999'999'999, "999999999999999"},
                          Case{"the largest in cents", "9999999999999.99", "EUR", 999'999'999'999'999, "9999999999999.99"}}) {
        const auto money = parse_money(c.text, currency(c.code));
        ASSERT_TRUE(money) << c.why;
        EXPECT_EQ(money->minor_units, c.minor) << c.why;
        EXPECT_EQ(plain_text(*money), c.formatted) << c.why;
    }
    EXPECT_EQ(plain_text({std::numeric_limits<std::int64_t>::min(), currency("USD")}), "-92233720368547758.08");
}

TEST(Amounts, AreRefusedInEveryOtherForm)
{
    struct Case { const char* why; const char* text; const char* code; };
    for (const auto& c : {Case{"nothing", "", "bad_number"}, Case{"no zero below zero", "-0", "bad_number"},
                          Case{"nor with decimals", "-0.00", "bad_number"}, Case{"a plus", "+5", "bad_number"},
                          Case{"an exponent", "1e3", "bad_number"}, Case{"a separator", "1,000", "bad_number"},
                          Case{"full-width digits", "１０００", "bad_number"}, Case{"Arabic digits", "٣", "bad_number"},
                          Case{"NaN", "NaN", "bad_number"}, Case{"inf", "inf", "bad_number"}, Case{"hexadecimal", "0x10", "bad_number"},
                          Case{"blanks", " 5 ", "bad_number"}, Case{"a zero-width space", "5\u200b", "bad_number"},
                          Case{"no whole part", ".5", "bad_number"}, Case{"no decimals after the point", "5.", "bad_number"},
                          Case{"two points", "1.2.3", "bad_number"}, Case{"a minus alone", "-", "bad_number"},
                          Case{"two of them", "--1", "bad_number"}, Case{"a minus of typography", "−5", "bad_number"},
                          Case{"the sign of the currency", "$5", "bad_number"}, Case{"a new line", "5\n", "bad_number"},
                          Case{"a third decimal", "1.234", "too_many_decimals"}, Case{"also of zeros", "1.000", "too_many_decimals"},
                          Case{"16 digits", "99999999999999.99", "out_of_range"}, Case{"2^53 + 1", "9007199254740993", "out_of_range"},
                          Case{"2^63", "9223372036854775808", "out_of_range"},
                          Case{"2^64", "-18446744073709551616", "out_of_range"},
                          Case{"far past 64 bits", "99999999999999999999999999999999999999999999", "out_of_range"}}) {
        const auto money = parse_money(c.text, currency("USD"));
        ASSERT_FALSE(money) << c.why;
        EXPECT_EQ(money.error().code, c.code) << c.why;
    }
    EXPECT_EQ(parse_money(std::string_view{"5\0", 2}, currency("USD")).error().code, "bad_number");
    EXPECT_EQ(parse_money("100.5", currency("JPY")).error(), (Refusal{"too_many_decimals", "text", "0"}));
}

}  // namespace
}  // namespace kushi
