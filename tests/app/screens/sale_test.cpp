#include <gtest/gtest.h>

#include "app/screens/sale/sale_panel.h"
#include "tests/app/screens/till_fixture.h"

namespace kushi::test {
namespace {

TEST(SaleStandingTest, TellsWhatBecameOfASale)
{
    TillSale sale;
    sale.kind = "sale";
    sale.refundable = {{"1", Quantity::whole(1)}};
    EXPECT_EQ(standing_of(sale), SaleStanding::whole);
    sale.history.push_back({"refund", "A-2", "", ""});
    EXPECT_EQ(standing_of(sale), SaleStanding::partly_refunded);
    sale.refundable.clear();
    EXPECT_EQ(standing_of(sale), SaleStanding::refunded);
    sale.history.push_back({"void", "A-3", "", ""});
    EXPECT_EQ(standing_of(sale), SaleStanding::voided);
    sale.kind = "refund";
    EXPECT_EQ(standing_of(sale), SaleStanding::document);
}

/// A sale of a service, two shampoos and a tea, with a discount and a tip, paid by card and cash.
struct Sold {
    TerminalDriver desk;
    std::string visit, sale, number;
    explicit Sold(bool with_printer = true)
    {
        auto& salon = desk.salon;
        salon.open_day();
        if (with_printer) salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"name", "Front"}});
        visit = salon.visit(salon.client({{"name", "Naoko Kimura"}}));
        salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "yuzu-clarifying-shampoo"}, {"quantity", "2"}});
        salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "hojicha-tea"}});
        salon.does({{"do", "discount"}, {"visit", visit}, {"amount", 500}, {"reason", "Rebooked today"}});
        salon.does({{"do", "tip"}, {"visit", visit}, {"amount", 500}});
        const auto paid = salon.does({{"do", "checkout"},
                                      {"visit", visit},
                                      {"key", salon.key()},
                                      {"print", with_printer},
                                      {"tenders",
                                       {{{"type", "card"}, {"amount", 10'000}, {"reference", "0123"}},
                                        {{"type", "cash"}, {"amount", 10'000}}}}});
        sale = paid["sale"];
        number = paid["number"];
        desk.sign_in(TestSalon::desk);
        go_to(desk, {"sale", {{"sale", number}}});
    }
    Json detail() { return desk.salon.does({{"do", "show"}, {"what", "sale"}, {"id", sale}})["sale"]; }
};

TEST(SaleScreen, ShowsLinesSharesTaxAndHowItWasPaid)
{
    Sold sold;
    auto& desk = sold.desk;
    for (const char* words : {"Sale A-000001", "Naoko Kimura", "Hojicha Tea ※", "¥16,640", "¥17,140",
                              "Tip, outside the total", "Slip 0123", "Received ¥10,000, change ¥2,860"}) {
        EXPECT_TRUE(desk.sees(words)) << words << '\n' << desk.all_names();
    }
    fits_everywhere(desk, "sale");
}

TEST(SaleScreen, PrintsAMarkedCopy)
{
    Sold sold;
    auto& desk = sold.desk;
    desk.tap_fast("Reprint", 10, std::chrono::milliseconds{200});
    EXPECT_EQ(sold.detail()["jobs"].size(), 2u);
    EXPECT_TRUE(desk.sees("Receipt, copy 1"));
    EXPECT_TRUE(desk.sees("A copy is on its way to the printer"));
}

TEST(SaleScreen, SaysWhyItCannotBePrintedOrVoided)
{
    Sold sold{false};
    auto& desk = sold.desk;
    EXPECT_EQ(desk.off("Print"), "No printer is set up");
    desk.salon.does(desk.salon.approved(
        {{"do", "refund"}, {"key", desk.salon.key()}, {"sale", sold.sale}, {"all", true}, {"reason", "Changed mind"}}));
    go_to(desk, {"sale", {{"sale", sold.number}}});
    EXPECT_EQ(desk.off("Void"), "No void after a refund");
    EXPECT_EQ(desk.off("Refund"), "Nothing is left to refund");
    EXPECT_TRUE(desk.sees("Refunded"));
    fits_everywhere(desk, "sale-refunded");
    desk.tap("Open Refund A-000002");
    EXPECT_TRUE(desk.sees("It gives back a part of sale A-000001"));
    fits_everywhere(desk, "sale-document");
    desk.tap("Open sale A-000001");
    EXPECT_TRUE(desk.sees("Paid with"));
}

TEST(SaleScreen, IsVoidedWithAReasonAndAManagersPin)
{
    Sold sold;
    auto& desk = sold.desk;
    desk.tap("Void");
    desk.tap("Wrong client");
    desk.tap("Void ¥17,140");
    approve(desk);
    EXPECT_EQ(desk.screen(), "today");
    EXPECT_EQ(desk.salon.events("sale.voided").size(), 1u);
    go_to(desk, {"sale", {{"sale", sold.number}}});
    EXPECT_TRUE(desk.sees("Voided"));
    EXPECT_EQ(desk.off("Void"), "This sale is voided already");
}

TEST(SaleScreen, SaysThatThereIsNoSuchSale)
{
    Sold sold;
    auto& desk = sold.desk;
    go_to(desk, {"sale", {{"sale", "A-999999"}}});
    EXPECT_TRUE(desk.sees("This sale could not be read"));
}

}  // namespace
}  // namespace kushi::test
