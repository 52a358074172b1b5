#include "app/widgets/chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

#include "tests/app/widgets/picture.h"

namespace kushi {
namespace {

using testing::ElementsAre;
using testing::Optional;

std::vector<int> percent(std::vector<std::int64_t> parts)
{
    return percentages(parts);
}

TEST(Percentages, AddUpToAHundred)
{
    EXPECT_THAT(percent({170'280, 62'410, 41'650, 33'000}), ElementsAre(55, 20, 14, 11));
    EXPECT_THAT(percent({1, 1, 1}), ElementsAre(34, 33, 33)) << "the odd one goes to the first";
    EXPECT_THAT(percent({1, 999}), ElementsAre(0, 100));
    EXPECT_THAT(percent({0, 0}), ElementsAre(0, 0)) << "of nothing";
    EXPECT_THAT(percent({}), ElementsAre());
    const auto many = percent({3, 5, 7, 11, 13, 17, 19, 23});
    EXPECT_EQ(std::accumulate(many.begin(), many.end(), 0), 100);
}

TEST(AnAxis, IsMarkedInRoundNumbersWithZero)
{
    EXPECT_THAT(axis_marks(0, 33), ElementsAre(0, 10, 20, 30));
    EXPECT_THAT(axis_marks(0, 4), ElementsAre(0, 1, 2, 3, 4));
    EXPECT_THAT(axis_marks(-8, 30), ElementsAre(-10, 0, 10, 20, 30));
    EXPECT_THAT(axis_marks(0, 0), ElementsAre(0, testing::_, testing::_, testing::_, testing::_, testing::_))
        << "something to draw on";
}

BarChartLook hours()
{
    BarChartLook look;
    look.name = "Net by hour";
    look.bars = {{"10", 18.7, "18.7", "¥18,700"},
                 {"11", 31.9, "31.9", "¥31,900"},
                 {"12", -3.08, "-3.1", "−¥3,080"},
                 {"17", 33, "33.0", "¥33,000"}};
    look.label_heading = "Hour";
    look.value_heading = "Net";
    look.empty = "No sales yet";
    return look;
}

TEST(ABarChart, MarksItsGreatestUntilAnotherIsTapped)
{
    auto look = hours();
    std::optional<std::size_t> told;
    look.on_choose = [&](std::size_t bar) { told = bar; };
    auto scene = scene_of(bar_chart(look).sized(408, 240));
    EXPECT_TRUE(PaintedPage(scene, light_theme()).says("33.0"));
    tap(scene, "11, ¥31,900");
    EXPECT_THAT(told, Optional(1U));
    look.chosen = told;
    const auto shown = scene_of(bar_chart(look).sized(408, 240));
    const PaintedPage page{shown, light_theme()};
    EXPECT_TRUE(page.says("31.9"));
    EXPECT_FALSE(page.says("33.0"));
    const auto middle_of = [&](const char* name) { return placed(shown, name).rect.center(); };
    EXPECT_EQ(page.at(middle_of("11, ¥31,900").x, middle_of("11, ¥31,900").y), light_theme()[Token::chart1]);
    EXPECT_EQ(page.at(middle_of("17, ¥33,000").x, middle_of("17, ¥33,000").y), light_theme()[Token::chart2]);
}

TEST(ABarChart, IsWalkedByTheArrows)
{
    auto look = hours();
    std::vector<std::size_t> told;
    look.on_choose = [&](std::size_t bar) { told.push_back(bar); };
    auto scene = scene_of(bar_chart(look).sized(408, 240));
    walk_to(scene, "10, ¥18,700");
    press_key(scene, Key::right);
    press_key(scene, Key::right);
    press_key(scene, Key::enter);
    EXPECT_THAT(told, ElementsAre(2U));
}

TEST(AChartWithoutFigures, SaysSoOnAPaleOne)
{
    auto bars = hours();
    for (auto& bar : bars.bars) bar.value = 0;
    EXPECT_TRUE(PaintedPage(scene_of(bar_chart(bars).sized(408, 240)), light_theme()).says("No sales yet"));
    LineChartLook lines;
    lines.name = "Scalp progress";
    lines.empty = "Shows from the second visit";
    EXPECT_TRUE(
        PaintedPage(scene_of(line_chart(lines).sized(408, 240)), light_theme()).says("Shows from the second visit"));
    ShareChartLook shares;
    shares.shares = {{"Card", 0, "¥0"}};
    shares.empty = "Nothing taken yet";
    EXPECT_TRUE(PaintedPage(scene_of(share_chart(shares).sized(408, 240)), light_theme()).says("Nothing taken yet"));
}

LineChartLook conditions()
{
    LineChartLook look;
    look.name = "Scalp progress";
    look.points = {"15 Aug", "29 Aug", "12 Sep"};
    look.lines = {{"Oily", {3.0, std::nullopt, 2.5}, Token::chart1}, {"Buildup", {2.5, 2.25, 2.4}, Token::chart4}};
    look.point_heading = "Visit";
    return look;
}

TEST(ALineChart, NamesEveryLineAtItsEnd)
{
    const auto scene = scene_of(line_chart(conditions()).sized(446, 300));
    const PaintedPage page{scene, light_theme()};
    EXPECT_TRUE(page.says("Oily 2.5"));
    EXPECT_TRUE(page.says("Buildup 2.4"));
    std::vector<Rect> ends;
    for (const auto& drawn : page.texts()) {
        if (drawn.text == "Oily 2.5" || drawn.text == "Buildup 2.4") ends.push_back(drawn.box);
    }
    ASSERT_EQ(ends.size(), 2U);
    EXPECT_FALSE(ends[0].meets(ends[1])) << "though they end 0.1 apart";
    EXPECT_EQ(placed(scene, "Scalp progress").node->access.value, "Oily 2.5, Buildup 2.4");
}

TEST(ALineChart, TellsTheMarkThatIsTapped)
{
    auto look = conditions();
    std::optional<ChartPoint> told;
    look.on_choose = [&](ChartPoint point) { told = point; };
    auto scene = scene_of(line_chart(look).sized(446, 300));
    const auto chart = placed(scene, "Scalp progress").rect;
    tap(scene, Point{chart.x + 36, chart.y + 80});  // the first mark of Oily: 3 of 4, at the left
    EXPECT_THAT(told, Optional(ChartPoint{0, 0}));
    told.reset();
    tap(scene, Point{chart.x + 100, chart.bottom() - 60});
    EXPECT_EQ(told, std::nullopt) << "no mark is near";
    look.chosen = ChartPoint{0, 0};
    const auto shown = scene_of(line_chart(look).sized(446, 300));
    EXPECT_TRUE(PaintedPage(shown, light_theme()).says("3.0"));
    EXPECT_EQ(placed(shown, "Scalp progress").node->access.value, "15 Aug, Oily 3.0");
}

TEST(ALineChart, IsWalkedOverWhatIsKnown)
{
    auto look = conditions();
    look.chosen = ChartPoint{0, 0};
    look.on_choose = [&](ChartPoint point) { look.chosen = point; };
    const auto press = [&](Key key) {
        auto scene = scene_of(line_chart(look).sized(446, 300));
        walk_to(scene, "Scalp progress");
        press_key(scene, key);
    };
    press(Key::right);
    EXPECT_EQ(look.chosen, (ChartPoint{0, 2})) << "the visit between did not look at it";
    press(Key::down);
    EXPECT_EQ(look.chosen, (ChartPoint{1, 2}));
    press(Key::down);
    EXPECT_EQ(look.chosen, (ChartPoint{1, 2})) << "there is no line below";
    press(Key::left);
    EXPECT_EQ(look.chosen, (ChartPoint{1, 1}));
}

ShareChartLook tenders()
{
    ShareChartLook look;
    look.name = "Paid with";
    look.shares = {{"Card", 170'280, "¥170,280", Token::chart1},
                   {"Cash", 62'410, "¥62,410", Token::chart3},
                   {"Voucher", 0, "¥0", Token::chart4},
                   {"QR pay", 41'650, "¥41,650", Token::chart5}};
    look.total_name = "Taken";
    look.total = "¥274,340";
    return look;
}

TEST(AShareChart, IsTappedInItsBarOrInItsRows)
{
    auto look = tenders();
    std::vector<std::size_t> told;
    look.on_choose = [&](std::size_t share) { told.push_back(share); };
    auto scene = scene_of(share_chart(look).wide(270));
    tap(scene, Point{24 + 20, 24 + 10});
    tap(scene, Point{24 + 265, 24 + 10});
    tap(scene, "Cash, 23%, ¥62,410");
    EXPECT_THAT(told, ElementsAre(0U, 3U, 1U));
}

TEST(EveryChart, HasItsTable)
{
    const auto says = [](Node table, const std::string& name) {
        return scene_of(table.sized(400, 300)).named(name, ControlRole::row) != nullptr;
    };
    EXPECT_TRUE(says(as_table(hours()), "12, −¥3,080"));
    EXPECT_TRUE(says(as_table(conditions()), "29 Aug, –, 2.2")) << "a value that is not known is a dash";
    EXPECT_TRUE(says(as_table(tenders()), "Card, 62%, ¥170,280"));
    EXPECT_TRUE(says(as_table(tenders()), "Taken, 100%, ¥274,340"));
}

TEST(ShareRows, TellNameAndAmountAsOne)
{
    const auto scene = scene_of(share_rows("Net by kind", {{"Head spa", 1, "¥168,300", Token::chart1},
                                                           {"Retail", 0.18, "¥30,470", Token::chart3}})
                                    .wide(304));
    EXPECT_NE(scene.named("Retail, ¥30,470", ControlRole::row), nullptr);
    EXPECT_TRUE(PaintedPage(scene, light_theme()).shortened().empty());
}

}  // namespace
}  // namespace kushi
