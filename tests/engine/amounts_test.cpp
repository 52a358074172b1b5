#include <gtest/gtest.h>

#include "app/engine/salon.h"
#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

/// Texts that are no amount of money, quantity or percentage, whoever reads them.
const std::vector<std::string> no_numbers{"",     "-0",   "+5",  "1e3",  "1,000", "１０００", "٣",   "NaN",  "0x10", " 5 ",
                                          "5\u200b", ".5", "5.", "5..0", "--5",   "Infinity", "1_0", "0.1.1", "5 0", "½"};

TEST(AnAmount, IsAWholeNumberOfTheSmallestUnit)
{
    TestSalon salon;
    salon.open_day();
    const auto visit = salon.visit();
    const auto line = salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}})["line"];
    const std::vector<std::pair<Json, std::string>> fields{
        {{{"do", "paid_in"}, {"reason", "x"}}, "amount"},
        {{{"do", "tip"}, {"visit", visit}}, "amount"},
        {{{"do", "discount"}, {"visit", visit}, {"reason", "x"}}, "amount"},
        {{{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}, {"reason", "x"}}, "price"},
        {{{"do", "set_line"}, {"visit", visit}, {"line", line}, {"reason", "x"}}, "price"},
        {{{"do", "close_day"}}, "count"},
        {{{"do", "x_report"}}, "count"},
    };
    const auto before = salon.snapshot();
    for (const auto& [request, name] : fields) {
        std::vector<Json> bad{Json(-1), Json(1'000'000'000'001), Json((std::int64_t{1} << 53) + 1), Json(std::uint64_t{1} << 63), Json(INT64_MIN),
                              Json(0.5), Json(1e3), Json("100"), Json(true)};
        bad.insert(bad.end(), no_numbers.begin(), no_numbers.end());
        for (const auto& value : bad) {
            auto wrong = request;
            wrong[name] = value;
            const auto answer = salon.perform(wrong, TestSalon::manager);
            EXPECT_EQ(answer["ok"], false) << wrong;
        }
    }
    for (const Json& count : {Json{{"100", -1}}, Json{{"-100", 1}}, Json{{"1e2", 1}}, Json{{"", 1}}, Json{{"100", 0.5}}, Json{{"100", "1"}},
                              Json{{"9999999999", 1}}, Json{{"999999999", 1'000'000}}, Json{{"100", std::uint64_t{1} << 63}}}) {
        EXPECT_EQ(salon.perform({{"do", "close_day"}, {"count", count}}, TestSalon::manager)["error"]["code"], "bad_count") << count;
    }
    EXPECT_EQ(salon.snapshot(), before);
    EXPECT_EQ(salon.does({{"do", "x_report"}, {"count", {{"10000", 3}, {"500", 2}, {"1", 4}}}})["report"]["drawer"]["counted"], 31'004);
}

TEST(AQuantityOrAPercentage, IsADecimalInItsRange)
{
    TestSalon salon;
    const auto visit = salon.visit();
    auto quantities = no_numbers;
    quantities.insert(quantities.end(), {"0", "0.000", "0.0001", "1000000", "1000000000", "-1", "1.2345", "999999.001"});
    for (const auto& quantity : quantities) {
        salon.refuses({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}, {"quantity", quantity}}, "bad_quantity");
    }
    for (const Json& quantity : {Json(0), Json(-1), Json(1'000'000'000), Json(1.5), Json(UINT64_MAX)}) {
        salon.refuses({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}, {"quantity", quantity}}, "bad_quantity");
    }
    auto percents = no_numbers;
    percents.insert(percents.end(), {"-1", "100.0001", "101", "0.00001", "1e1", "10%"});
    for (const auto& percent : percents) {
        salon.refuses({{"do", "discount"}, {"visit", visit}, {"percent", percent}, {"reason", "x"}}, "bad_percent", TestSalon::manager);
    }
    salon.refuses({{"do", "discount"}, {"visit", visit}, {"percent", "5"}, {"amount", 5}, {"reason", "x"}}, "bad_request", TestSalon::manager);
    salon.refuses({{"do", "discount"}, {"visit", visit}, {"reason", "x"}}, "bad_request", TestSalon::manager);
    salon.refuses({{"do", "discount"}, {"visit", visit}, {"amount", 9'901}, {"reason", "more than the bill"}}, "discount_exceeds_amount", TestSalon::manager);
}

TEST(ABillThatIsTooLarge, StaysAsItWas)
{
    TestSalon salon;
    salon.open_day();
    auto item = to_json(salon.engine().salon().products.at("yuzu-clarifying-shampoo"));
    item.update({{"kind", "product"}, {"code", "gold"}, {"price", 99'999'999}});
    salon.set_item("gold", item);
    const auto visit = salon.visit({}, {}, {});
    const Json line{{"do", "add_line"}, {"visit", visit}, {"item", "gold"}, {"quantity", "999999"}};
    int lines = 0;
    while (lines < 20 && salon.perform(line, TestSalon::desk)["ok"].get<bool>()) ++lines;
    ASSERT_GT(lines, 0);
    ASSERT_LT(lines, 20);
    salon.refuses(line, "out_of_range");
    EXPECT_EQ(salon.due(visit), lines * std::int64_t{99'999'999} * 999'999);
    salon.refuses({{"do", "checkout"}, {"visit", visit}, {"key", salon.key()}, {"tenders", {{{"type", "cash"}, {"amount", 1'000'000'000'000}}}}}, "underpaid");
}

TEST(FiveThousandLines, AreABillAndOneMoreIsNot)
{
    TestSalon salon;
    salon.open_day();
    const auto visit = salon.visit({}, {}, {});
    std::vector<Json> lines;
    for (int i = 0; i < 5'000; ++i) {
        lines.push_back({{"visit", visit}, {"line", salon.key()}, {"item", "steam-addon"}, {"quantity", "1"}, {"role", ""}});
    }
    salon.record_all("line.added", lines);
    salon.refuses({{"do", "add_line"}, {"visit", visit}, {"item", "steam-addon"}}, "too_many_lines");
    const auto sale = salon.pay(visit);
    EXPECT_EQ(sale["totals"]["total"], 5'000 * 1'100);
    EXPECT_EQ(salon.does({{"do", "show"}, {"what", "sale"}, {"id", sale["sale"]}})["sale"]["lines"].size(), 5'000u);
}

}  // namespace
}  // namespace kushi::test
