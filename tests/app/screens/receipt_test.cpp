#include <gtest/gtest.h>

#include "app/screens/receipt/receipt_state.h"
#include "tests/app/screens/till_fixture.h"

namespace kushi::test {
namespace {

TEST(ReceiptStateTest, NamesWhatItsOneButtonDoes)
{
    ReceiptState state;
    EXPECT_EQ(finish_of(state, PaperChance::now), ReceiptFinish::print);
    EXPECT_EQ(finish_of(state, PaperChance::later), ReceiptFinish::print_later);
    EXPECT_EQ(finish_of(state, PaperChance::none), ReceiptFinish::finish);
    state.wants_paper = false;
    EXPECT_EQ(finish_of(state, PaperChance::now), ReceiptFinish::finish);
}

struct Paid {
    TerminalDriver desk;
    Json sale;
    explicit Paid(bool with_printer)
    {
        desk.salon.open_day();
        if (with_printer) desk.salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"name", "Front"}});
        const auto visit = desk.salon.visit(desk.salon.client({{"name", "Naoko Kimura"}}));
        sale = desk.salon.does({{"do", "checkout"},
                                {"visit", visit},
                                {"key", desk.salon.key()},
                                {"print", false},
                                {"tenders", {{{"type", "cash"}, {"amount", 10'000}}}}});
        desk.sign_in(TestSalon::desk);
        go_to(desk, {"receipt", {{"sale", sale["sale"]}}});
    }
    std::size_t papers()
    {
        return desk.salon.does({{"do", "show"}, {"what", "sale"}, {"id", sale["sale"]}})["sale"]["jobs"].size();
    }
};

TEST(ReceiptScreen, PrintsOnceAndGoesBackToToday)
{
    Paid paid{true};
    auto& desk = paid.desk;
    EXPECT_EQ(desk.value("Change"), "¥100");
    desk.tap_fast("Print and finish", 10, std::chrono::milliseconds{200});
    EXPECT_EQ(desk.screen(), "today");
    EXPECT_EQ(paid.papers(), 1u);
}

TEST(ReceiptScreen, FinishesWithoutAReceipt)
{
    Paid paid{true};
    auto& desk = paid.desk;
    fits_everywhere(desk, "receipt");
    desk.tap("No receipt");
    desk.tap("Finish");
    EXPECT_EQ(desk.screen(), "today");
    EXPECT_EQ(paid.papers(), 0u);
}

TEST(ReceiptScreen, HasAWayOnWithoutAPrinter)
{
    Paid paid{false};
    auto& desk = paid.desk;
    EXPECT_TRUE(desk.sees("No printer is set up"));
    fits_everywhere(desk, "receipt-no-printer");
    EXPECT_EQ(desk.off("Print"), "No printer is set up");
    desk.tap("Finish");
    EXPECT_EQ(desk.screen(), "today");
}

TEST(ReceiptScreen, TakesASaleBackWithAReasonAndAManagersPin)
{
    Paid paid{false};
    auto& desk = paid.desk;
    desk.tap("Void");
    EXPECT_EQ(desk.off("Void ¥9,900"), "Choose a reason first");
    desk.tap("Wrong items");
    fits_everywhere(desk, "void");
    desk.tap("Void ¥9,900");
    approve(desk);
    EXPECT_EQ(desk.screen(), "today");
    EXPECT_TRUE(desk.sees("voided as"));
    EXPECT_EQ(desk.salon.events("sale.voided").size(), 1u);
}

}  // namespace
}  // namespace kushi::test
