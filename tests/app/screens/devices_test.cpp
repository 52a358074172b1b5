#include <gtest/gtest.h>

#include <cstdlib>

#include "app/screens/devices/devices_state.h"
#include "db/spool.h"
#include "tests/app/screens/driver.h"

namespace kushi::test {
namespace {

using namespace std::chrono_literals;

TEST(DevicesStateTest, ShowsWhatIsOpenAndWhatAsksFirst)
{
    const auto jobs = open_jobs({{.id = "1", .state = "WAITING"},
                                 {.id = "2", .state = "PRINTED"},
                                 {.id = "3", .state = "UNCERTAIN"},
                                 {.id = "4", .state = "SENT"}});
    ASSERT_EQ(jobs.size(), 2u);
    EXPECT_EQ(jobs.front().id, "3");
}

TEST(DevicesStateTest, MovesOnlyWhatLiesAtAStoppedPrinterToOneThatWorks)
{
    DevicesState state;
    state.printers = {{.id = "a", .state = "stopped", .reason = "paper"}, {.id = "b", .state = "ready"}};
    state.jobs = {{.id = "1", .state = "WAITING", .printer = "a"},
                  {.id = "2", .state = "UNCERTAIN", .printer = "a"},
                  {.id = "3", .state = "QUEUED", .printer = "b"}};
    EXPECT_EQ(state.movable(), std::vector<std::string>{"1"}) << "one that may be on paper is somebody's to look at";
    ASSERT_NE(state.other_printer(), nullptr);
    EXPECT_EQ(state.other_printer()->id, "b");
    state.printers[1].state = "stopped";
    EXPECT_EQ(state.other_printer(), nullptr);
}

TEST(DevicesStateTest, KnowsAPortFromOtherText)
{
    EXPECT_EQ(port_of("9100"), 9100);
    for (const char* wrong : {"", "0", "65536", "91a", "999999"}) EXPECT_FALSE(port_of(wrong).has_value()) << wrong;
}

struct Back : TerminalDriver {
    explicit Back(Options options = {}) : TerminalDriver{options} {}
    void open(const std::string& who = TestSalon::desk)
    {
        sign_in(who);
        terminal().open({"devices"});
        pass(1s);
    }
    void printer(const std::string& name, const std::string& host)
    {
        salon.does({{"do", "add_printer"}, {"host", host}, {"name", name}});
    }
    /// The newest job, left by its printer in this state.
    void leave(const std::string& state, const std::string& reason)
    {
        const auto jobs = all_jobs(salon.database());
        set_job_state(salon.database(), jobs.back().id, state, reason, 0, salon.now);
    }
    void sale() { salon.pay(salon.visit()); }
    std::string state_of(std::size_t job) const { return all_jobs(salon.database()).at(job).state; }
    void look(const std::string& name) const
    {
        if (const char* folder = std::getenv("KUSHI_PICTURES")) picture(std::string{folder} + '/' + name + ".png");
    }
};

TEST(DevicesScreen, AddsAPrinterByItsAddressAndTestsIt)
{
    Back back;
    back.open();
    EXPECT_TRUE(back.sees("No printer yet"));
    back.look("devices-empty");
    back.tap("Add by address");
    back.tap("Add the printer");
    EXPECT_TRUE(back.sees("Type the printer's address"));
    back.type("Address", "192.168.1.50");
    back.type("Name", "Front printer");
    back.look("devices-add");
    back.tap("Add the printer");
    back.tap("Test Front printer");
    EXPECT_TRUE(back.sees("Test page")) << back.all_names();
    EXPECT_EQ(back.state_of(0), "QUEUED");
}

TEST(DevicesScreen, KeepsAHalfTypedAddressOverACrash)
{
    Back back{{.on_disk = true}};
    back.open();
    back.tap("Add by address");
    back.type("Address", "192.168.1.5");
    back.restart();
    back.open();
    EXPECT_TRUE(back.sees("192.168.1.5")) << back.all_names();
}

TEST(DevicesScreen, SendsWhatWaitsForAPrinterWithoutPaperToTheOtherOne)
{
    Back back;
    back.salon.open_day();
    back.printer("Front printer", "10.0.0.1");
    back.printer("Back printer", "10.0.0.2");
    back.sale();
    back.leave("WAITING", "paper");
    back.open();
    EXPECT_TRUE(back.sees("Out of paper"));
    back.look("devices-paper");
    back.tap("Print on Back printer");
    EXPECT_EQ(all_jobs(back.salon.database()).front().printer, printers(back.salon.database()).back().id);
}

TEST(DevicesScreen, AsksWhetherATornPaperPrinted)
{
    Back back;
    back.salon.open_day();
    back.printer("Front printer", "10.0.0.1");
    back.sale();
    back.leave("UNCERTAIN", "reset");
    back.sale();
    back.leave("UNCERTAIN", "reset");
    back.open();
    back.look("devices-uncertain");
    back.tap("Receipt A-000001 printed");
    EXPECT_EQ(back.state_of(0), "PRINTED");
    back.tap_fast("Print Receipt A-000002 again", 10, 1s);
    EXPECT_EQ(back.state_of(1), "CANCELLED");
    EXPECT_EQ(all_jobs(back.salon.database()).size(), 3u) << "ten taps are one paper";
}

TEST(DevicesScreen, PrintsAnExpiredPaperAgainOrCancelsIt)
{
    Back back;
    back.salon.open_day();
    back.printer("Front printer", "10.0.0.1");
    back.sale();
    back.leave("EXPIRED", "");
    back.open();
    EXPECT_TRUE(back.sees("Too old to print by itself"));
    back.tap("Print Receipt A-000001 again");
    EXPECT_EQ(back.state_of(0), "QUEUED");
    back.tap("Cancel Receipt A-000001");
    EXPECT_EQ(back.state_of(0), "CANCELLED");
    EXPECT_TRUE(back.sees("Every paper is out"));
}

TEST(DevicesScreen, HasRoomForEveryWord)
{
    for (const std::string language : {"en", "ja"}) {
        for (const Size size : {Size{1280, 800}, Size{1024, 768}}) {
            Back back{{.language = language, .size = size}};
            back.salon.open_day();
            back.printer(language == "ja" ? "受付プリンター" : "Front printer", "10.0.0.1");
            back.printer(language == "ja" ? "奥のプリンター" : "Back printer", "10.0.0.2");
            back.sale();
            back.leave("WAITING", "cover");
            back.sale();
            back.leave("UNCERTAIN", "reset");
            back.sale();
            back.leave("EXPIRED", "");
            back.open();
            const auto name = language + std::to_string(size.width);
            back.look("devices-" + name);
            for (const auto& text : back.texts())
                EXPECT_FALSE(text.too_tall || text.shortened) << name << ": " << text.text;
        }
    }
}

}  // namespace
}  // namespace kushi::test
