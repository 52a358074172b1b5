#include <gtest/gtest.h>

#include "app/screens/refund/refund_state.h"
#include "tests/app/screens/till_fixture.h"

namespace kushi::test {
namespace {

TillSale two_bottles()
{
    TillSale sale;
    sale.bill.lines.emplace_back().id = "spa";
    sale.bill.lines.emplace_back().id = "bottles";
    sale.refundable = {{"spa", Quantity::whole(1)}, {"bottles", Quantity::whole(2)}};
    return sale;
}

TEST(RefundStateTest, TakesAllThatIsLeftOfALineAndStepsWithinIt)
{
    const auto sale = two_bottles();
    auto state = line_toggled({}, sale, "bottles");
    EXPECT_EQ(state.chosen.at("bottles"), Quantity::whole(2));
    state = line_stepped(std::move(state), sale, "bottles", 1);
    EXPECT_EQ(state.chosen.at("bottles"), Quantity::whole(2));
    state = line_stepped(std::move(state), sale, "bottles", -1);
    state = line_stepped(std::move(state), sale, "bottles", -1);
    EXPECT_EQ(state.chosen.at("bottles"), Quantity::whole(1));
    EXPECT_TRUE(line_toggled(state, sale, "bottles").chosen.empty());
    EXPECT_TRUE(line_toggled({}, sale, "gone").chosen.empty());
}

TEST(RefundStateTest, ForgetsWhatCameBackMeanwhile)
{
    auto sale = two_bottles();
    auto state = line_toggled(line_toggled({}, sale, "bottles"), sale, "spa");
    sale.refundable = {{"bottles", Quantity::whole(1)}};
    state = still_refundable(std::move(state), sale);
    EXPECT_EQ(state.chosen, (std::map<std::string, Quantity>{{"bottles", Quantity::whole(1)}}));
}

TEST(RefundStateTest, PutsNothingBackOnTheShelfAfterASkinReaction)
{
    EXPECT_FALSE(reason_chosen({}, "Skin reaction", true).restock);
    EXPECT_TRUE(reason_chosen({}, "Changed mind", false).restock);
}

struct Sold {
    TerminalDriver desk;
    std::string sale, number;
    explicit Sold(const char* type = "cash", bool on_disk = false) : desk{{"tokyo", "en", {1280, 800}, on_disk}}
    {
        auto& salon = desk.salon;
        salon.open_day();
        const auto visit = salon.visit(salon.client({{"name", "Naoko Kimura"}}));
        salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "yuzu-clarifying-shampoo"}, {"quantity", "2"}});
        salon.does({{"do", "add_line"}, {"visit", visit}, {"item", "hojicha-tea"}});
        salon.does({{"do", "discount"}, {"visit", visit}, {"amount", 500}, {"reason", "Rebooked today"}});
        const auto paid = salon.does({{"do", "checkout"},
                                      {"visit", visit},
                                      {"key", salon.key()},
                                      {"tenders", {{{"type", type}, {"amount", 16'640}, {"reference", "0123"}}}}});
        sale = paid["sale"];
        number = paid["number"];
        desk.sign_in(TestSalon::desk);
        go_to(desk, {"sale", {{"sale", number}}});
        desk.tap("Refund");
    }
    std::vector<Json> refunds() { return desk.salon.events("sale.refunded"); }
};

TEST(RefundScreen, GivesBackWhatWasPaidForALine)
{
    Sold sold;
    auto& desk = sold.desk;
    EXPECT_EQ(desk.control("Refund", ControlRole::button).node->disabled, "Tap what is coming back");
    desk.tap("Yuzu Clarifying Shampoo");
    desk.tap("One less of Yuzu Clarifying Shampoo");
    const auto quote = desk.salon.does(
        {{"do", "quote_refund"},
         {"sale", sold.sale},
         {"lines",
          {{{"line",
             desk.salon.does({{"do", "show"}, {"what", "sale"}, {"id", sold.sale}})["sale"]["lines"][1]["line"]},
            {"quantity", "1"}}}}});
    const auto amount = std::to_string(quote["amount"].get<int>());
    const auto words = "¥" + amount.substr(0, 1) + ',' + amount.substr(1);
    EXPECT_EQ(desk.value("Comes back"), words);
    EXPECT_TRUE(desk.sees("This refund asks for a manager's PIN"));
    const auto act = "Refund " + words + " in cash";
    EXPECT_EQ(desk.off(act), "Choose a reason first");
    desk.tap("Changed mind");
    fits_everywhere(desk, "refund");
    desk.tap(act);
    approve(desk);
    EXPECT_EQ(desk.screen(), "sale");
    EXPECT_TRUE(desk.sees("Partly refunded"));
    ASSERT_EQ(sold.refunds().size(), 1u);
}

TEST(RefundScreen, WantsTheSlipOfTheCardMachine)
{
    Sold sold{"card"};
    auto& desk = sold.desk;
    desk.tap("Hojicha Tea");
    desk.tap("Skin reaction");
    EXPECT_FALSE(desk.selected("Goods go back to stock"));
    desk.tap("Refund ¥1,049 on the card");
    EXPECT_TRUE(desk.sees("A card needs the number of its slip"));
    fits_everywhere(desk, "refund-card");
    desk.type("Number of the slip", "0456");
    desk.tap("Refund ¥1,049 on the card");
    approve(desk);
    EXPECT_EQ(sold.refunds().size(), 1u);
}

TEST(RefundScreen, GivesBackInCashWhatWasPaidByCardWhenAsked)
{
    Sold sold{"card"};
    auto& desk = sold.desk;
    desk.tap("Hojicha Tea");
    desk.tap("Cash");
    desk.tap("Price error");
    desk.tap("Refund ¥1,049 in cash");
    approve(desk);
    EXPECT_EQ(sold.refunds().size(), 1u);
}

TEST(RefundScreen, MakesOneRefundOfTenTapsAndComesBackAfterARestart)
{
    Sold sold{"cash", true};
    auto& desk = sold.desk;
    desk.tap("Hojicha Tea");
    desk.tap("Wrong item");
    desk.restart();
    desk.sign_in(TestSalon::desk);
    ASSERT_EQ(desk.screen(), "refund");
    desk.tap_fast("Refund ¥1,049 in cash", 10, std::chrono::milliseconds{200});
    approve(desk);
    EXPECT_EQ(sold.refunds().size(), 1u);
}

TEST(RefundScreen, TakesNoLineThatCameBackAlready)
{
    Sold sold;
    auto& desk = sold.desk;
    const auto tea = desk.salon.does({{"do", "show"}, {"what", "sale"}, {"id", sold.sale}})["sale"]["lines"][2]["line"];
    desk.salon.does(desk.salon.approved({{"do", "refund"},
                                         {"key", desk.salon.key()},
                                         {"sale", sold.sale},
                                         {"lines", {{{"line", tea}}}},
                                         {"reason", "Wrong item"}}));
    go_to(desk, {"refund", {{"sale", sold.number}}});
    EXPECT_EQ(desk.off("Hojicha Tea"), "It has come back already");
    EXPECT_TRUE(desk.sees("Already refunded"));
}

}  // namespace
}  // namespace kushi::test
