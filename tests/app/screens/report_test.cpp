#include <gtest/gtest.h>

#include <cstdlib>

#include "app/screens/report/report_state.h"
#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

using namespace std::chrono_literals;

TEST(ReportStateTest, FillsTheHoursBetween)
{
    const auto hours = hours_without_holes({{14, 1, 9'900}, {11, 2, 5'000}});
    ASSERT_EQ(hours.size(), 4u);
    EXPECT_EQ(hours.front().hour, 11);
    EXPECT_EQ(hours[1].total, 0);
    EXPECT_EQ(hours.back().total, 9'900);
}

TEST(ReportStateTest, HoldsADayAgainstAnother)
{
    EXPECT_EQ(percent_over(108, 100), 8);
    EXPECT_EQ(percent_over(90, 100), -10);
    EXPECT_FALSE(percent_over(90, 0).has_value()) << "nothing was sold then";
}

TEST(ReportStateTest, GoesFromDayToDay)
{
    EXPECT_EQ(days_after("2026-11-01", -1), "2026-10-31");
    EXPECT_EQ(days_after("2028-02-28", 1), "2028-02-29");
    EXPECT_EQ(days_after("soon", 1), "soon");
}

TEST(ReportStateTest, WritesARateAsAPercentage)
{
    EXPECT_EQ(percent_text("0.10"), "10");
    EXPECT_EQ(percent_text("0.08"), "8");
    EXPECT_EQ(percent_text("0.2"), "20");
    EXPECT_EQ(percent_text("0.08875"), "8.875");
    EXPECT_EQ(percent_text("0"), "0");
}

TEST(ReportStateTest, KnowsWhatShareBookedAgain)
{
    ReportState::Figures figures;
    EXPECT_FALSE(figures.rebooked_percent().has_value());
    figures.visits = 24;
    figures.rebooked = 17;
    EXPECT_EQ(figures.rebooked_percent(), 71);
}

struct Office : TerminalDriver {
    explicit Office(Options options = {}) : TerminalDriver{options} {}
    void busy_day()
    {
        salon.open_day(30'000);
        for (const char* service : {"signature-head-spa", "deep-cleanse-spa", "signature-head-spa"}) {
            const auto visit = salon.visit(salon.client({{"name", "Hanako Test"}}), TestSalon::therapist, service);
            salon.does({{"do", "discount"}, {"visit", visit}, {"amount", 500}, {"reason", "first visit"}});
            salon.pay(visit);
            salon.pass(2h);
        }
        const auto visit = salon.visit({}, TestSalon::other_therapist);
        const auto due = salon.due(visit);
        salon.does({{"do", "checkout"},
                    {"visit", visit},
                    {"key", salon.key()},
                    {"tenders", {{{"type", "card"}, {"amount", due}, {"reference", "4711"}}}}});
    }
    void open(const std::string& who = TestSalon::manager)
    {
        sign_in(who);
        terminal().open({"report"});
        pass(1s);
    }
    void look(const std::string& name) const
    {
        if (const char* folder = std::getenv("KUSHI_PICTURES")) picture(std::string{folder} + '/' + name + ".png");
    }
};

TEST(ReportScreen, ShowsTheDaySoFarAndThatItAddsUp)
{
    Office office;
    office.busy_day();
    office.open();
    const auto report = office.salon.does({{"do", "report"}, {"kind", "day"}}, TestSalon::manager)["report"];
    EXPECT_TRUE(office.sees("So far today"));
    EXPECT_EQ(report["count_sales"], 4);
    EXPECT_TRUE(office.sees("Net sales"));
    EXPECT_TRUE(office.sees("Card"));
    EXPECT_TRUE(office.sees("Signature Head Spa")) << office.all_names();
    office.look("report");
}

TEST(ReportScreen, GoesBackADayAndSaysThatItWasEmpty)
{
    Office office;
    office.busy_day();
    office.open();
    EXPECT_EQ(office.off("The day after"), "That day is still to come");
    office.tap("The day before");
    EXPECT_TRUE(office.sees("No sales yet"));
    office.look("report-empty");
    office.tap("The day after");
    EXPECT_FALSE(office.sees("No sales yet"));
}

TEST(ReportScreen, ShowsAChartAsATable)
{
    Office office;
    office.busy_day();
    office.open();
    office.tap("Show Net by hour as a table");
    EXPECT_TRUE(office.has("Show Net by hour as a chart"));
    office.look("report-table");
}

TEST(ReportScreen, LeadsToTheClose)
{
    Office office;
    office.busy_day();
    office.open();
    office.tap("Close the day");
    EXPECT_EQ(office.screen(), "close_day");
}

TEST(ReportScreen, ShowsAClosedDayAsItWasSealed)
{
    Office office;
    office.busy_day();
    office.salon.does({{"do", "close_day"}, {"count", 58'200}}, TestSalon::manager);
    office.open();
    EXPECT_TRUE(office.sees("Closed, Z 1")) << office.all_names();
    EXPECT_FALSE(office.has("Close the day"));
}

TEST(ReportScreen, TellsTheDeskNothingOfWhatProductsCost)
{
    Office office;
    office.busy_day();
    office.open(TestSalon::desk);
    office.tap("The day before");
    EXPECT_TRUE(office.sees("This report cannot be shown")) << office.all_names();
    office.look("report-refused");
}

TEST(ReportScreen, HasRoomForEveryWord)
{
    for (const std::string language : {"en", "ja"}) {
        for (const Size size : {Size{1280, 800}, Size{1024, 768}}) {
            Office office{{.language = language, .size = size}};
            office.busy_day();
            office.open();
            const auto name = language + std::to_string(size.width);
            office.look("report-" + name);
            for (const auto& text : office.texts())
                EXPECT_FALSE(text.too_tall || (text.shortened && !text.text.starts_with("therapist")))
                    << name << ": " << text.text;
        }
    }
}

}  // namespace
}  // namespace kushi::test
