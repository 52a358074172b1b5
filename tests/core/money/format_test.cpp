#include "core/money/format.h"

#include <gtest/gtest.h>

#include <limits>

namespace kushi {
namespace {

constexpr Currency jpy{{'J', 'P', 'Y'}, 0};
constexpr Currency gbp{{'G', 'B', 'P'}, 2};
constexpr Currency usd{{'U', 'S', 'D'}, 2};
constexpr Currency kwd{{'K', 'W', 'D'}, 3};

TEST(MoneyText, IsWrittenAsPeopleReadIt)
{
    struct Case { const char* why; Money money; const char* language; const char* text; const char* amount; };
    for (const auto& c :
         {Case{"yen, English", {17360, jpy}, "en", "¥17,360", "17,360"},
          Case{"yen, Japanese, with the narrow sign", {17360, jpy}, "ja", "¥17,360", "17,360"},
          Case{"nothing", {0, jpy}, "ja", "¥0", "0"}, Case{"pounds and pence", {1250, gbp}, "en", "£12.50", "12.50"},
          Case{"dollars", {123456, usd}, "en", "$1,234.56", "1,234.56"},
          Case{"a cent", {1, usd}, "en", "$0.01", "0.01"}, Case{"less than nothing", {-500, jpy}, "en", "−¥500", "−500"},
          Case{"less than nothing, pence", {-7, gbp}, "ja", "−£0.07", "−0.07"},
          Case{"three decimals", {1234, kwd}, "en", "KWD 1.234", "1.234"},
          Case{"the most", {std::numeric_limits<std::int64_t>::max(), jpy}, "en", "¥9,223,372,036,854,775,807",
               "9,223,372,036,854,775,807"},
          Case{"the least", {std::numeric_limits<std::int64_t>::min(), jpy}, "en", "−¥9,223,372,036,854,775,808",
               "−9,223,372,036,854,775,808"}}) {
        EXPECT_EQ(money_text(c.money, c.language), c.text) << c.why;
        EXPECT_EQ(amount_text(c.money, c.language), c.amount) << c.why;
    }
}

TEST(PercentText, DropsWhatSaysNothing)
{
    EXPECT_EQ(percent_text({100'000, "0.10"}), "10%");
    EXPECT_EQ(percent_text({80'000, "0.08"}), "8%");
    EXPECT_EQ(percent_text({88'750, "0.08875"}), "8.875%");
    EXPECT_EQ(percent_text({0, "0"}), "0%");
    EXPECT_EQ(percent_text({1'000'000, "1"}), "100%");
    EXPECT_EQ(percent_text({1, "0.000001"}), "0.0001%");
}

TEST(QuantityText, DropsWhatSaysNothing)
{
    EXPECT_EQ(quantity_text({2'000}), "2");
    EXPECT_EQ(quantity_text({500}), "0.5");
    EXPECT_EQ(quantity_text({1'025}), "1.025");
    EXPECT_EQ(quantity_text({10'000}), "10");
}

}  // namespace
}  // namespace kushi
