#include <gtest/gtest.h>

#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

/// A sale with three bottles beside its service, and a discount that its lines share.
struct Sold {
    std::string sale, number, bottles;
};

Sold sell(TestSalon& salon)
{
    const auto visit = salon.visit(salon.client());
    const auto bottles = salon.does(
        {{"do", "add_line"}, {"visit", visit}, {"item", "yuzu-clarifying-shampoo"}, {"quantity", "3"}})["line"];
    salon.does({{"do", "discount"}, {"visit", visit}, {"amount", 500}, {"reason", "coupon"}});
    const auto paid = salon.pay(visit);
    return {paid["sale"], paid["number"], bottles};
}

Json detail(TestSalon& salon, const std::string& sale)
{
    return salon.does({{"do", "show"}, {"what", "sale"}, {"id", sale}})["sale"];
}

Json of_bottles(const char* command, const Sold& sold, const char* quantity)
{
    return {{"do", command}, {"sale", sold.sale}, {"lines", {{{"line", sold.bottles}, {"quantity", quantity}}}}};
}

Json booked(TestSalon& salon, Json request)
{
    request["key"] = salon.key();
    request["reason"] = "scent";
    return salon.does(request, TestSalon::manager);
}

TEST(Quote, TellsTheDiscountThatIsGivenAndWhoGetsTheTip)
{
    TestSalon salon;
    const auto visit = salon.visit();
    EXPECT_EQ(salon.does({{"do", "quote"}, {"visit", visit}})["discount"], nullptr);
    salon.does({{"do", "discount"}, {"visit", visit}, {"percent", "5"}, {"reason", "Rebooked today"}});
    salon.does({{"do", "tip"}, {"visit", visit}, {"amount", 500}});
    const auto quote = salon.does({{"do", "quote"}, {"visit", visit}});
    EXPECT_EQ(quote["discount"], (Json{{"percent", "5"}, {"amount", 0}, {"reason", "Rebooked today"}}));
    EXPECT_EQ(quote["tip_staff"], salon.staff_id(TestSalon::therapist));
}

TEST(AQuotedRefund, IsWhatTheRefundThenBooks)
{
    TestSalon salon;
    salon.open_day();
    const auto sold = sell(salon);
    for (const char* quantity : {"1", "1", "1"}) {
        const auto quoted = salon.does(of_bottles("quote_refund", sold, quantity));
        const auto refund = booked(salon, of_bottles("refund", sold, quantity));
        for (const char* figure : {"amount", "totals", "tenders"}) EXPECT_EQ(quoted[figure], refund[figure]) << figure;
        EXPECT_EQ(quoted["left"], detail(salon, sold.sale)["refundable"]) << "what is left when it is booked";
        EXPECT_FALSE(quoted.contains("number")) << "asking takes no number";
    }
    salon.refuses(of_bottles("quote_refund", sold, "1"), "more_than_sold");
    const auto rest = salon.does({{"do", "quote_refund"}, {"sale", sold.number}, {"all", true}});
    EXPECT_EQ(rest["left"], Json::array());
    EXPECT_EQ(rest["amount"], booked(salon, {{"do", "refund"}, {"sale", sold.sale}, {"all", true}})["amount"]);
}

TEST(AQuotedRefund, LeavesNothingBehindAndSaysWhoMustApprove)
{
    TestSalon salon;
    salon.open_day();
    const auto sold = sell(salon);
    const auto before = salon.snapshot();
    EXPECT_EQ(salon.does(of_bottles("quote_refund", sold, "2"))["needs_approval"], true);
    EXPECT_EQ(salon.does(of_bottles("quote_refund", sold, "2"), TestSalon::manager)["needs_approval"], false);
    EXPECT_EQ(salon.snapshot(), before);
}

TEST(ASaleInDetail, SaysWhetherAVoidWouldTakeItBack)
{
    TestSalon salon;
    salon.open_day();
    const auto first = sell(salon);
    const auto can_void = [&](const std::string& sale) { return detail(salon, sale)["can_void"]; };
    EXPECT_EQ(can_void(first.sale), Json({{"ok", true}, {"code", nullptr}}));
    booked(salon, of_bottles("refund", first, "1"));
    EXPECT_EQ(can_void(first.sale)["code"], "already_refunded");
    const auto second = sell(salon);
    const auto taken_back = booked(salon, {{"do", "void"}, {"sale", second.sale}});
    EXPECT_EQ(can_void(second.sale)["code"], "already_voided");
    EXPECT_EQ(detail(salon, second.sale)["refundable"], Json::array());
    EXPECT_EQ(can_void(taken_back["void"])["code"], "not_a_sale");
    const auto third = sell(salon);
    salon.does({{"do", "close_day"}, {"count", 30'000}}, TestSalon::manager);
    EXPECT_EQ(can_void(third.sale)["code"], "day_closed");
}

TEST(ASaleInDetail, TellsItsHistoryAndItsPapers)
{
    TestSalon salon;
    salon.open_day();
    salon.does({{"do", "add_printer"}, {"host", "127.0.0.1"}, {"port", 9}});
    const auto sold = sell(salon);
    salon.pass(std::chrono::minutes{1});
    salon.does({{"do", "reprint"}, {"number", sold.number}});
    salon.pass(std::chrono::minutes{1});
    const auto refund = booked(salon, of_bottles("refund", sold, "1"));
    const auto seen = detail(salon, sold.sale);
    ASSERT_EQ(seen["history"].size(), 3u);
    EXPECT_EQ(seen["history"][0]["what"], "sale");
    EXPECT_EQ(seen["history"][0]["staff"], salon.staff_id(TestSalon::desk));
    EXPECT_EQ(seen["history"][1]["what"], "reprint");
    EXPECT_EQ(seen["history"][2]["what"], "refund");
    EXPECT_EQ(seen["history"][2]["number"], refund["number"]);
    ASSERT_EQ(seen["jobs"].size(), 2u);
    EXPECT_EQ(seen["jobs"][1]["copy"], 1);
    EXPECT_EQ(seen["jobs"][0]["number"], sold.number);
}

}  // namespace
}  // namespace kushi::test
