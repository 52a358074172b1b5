#include <gtest/gtest.h>

#include "app/engine/salon.h"
#include "core/day/business_day.h"
#include "tests/engine/salon_fixture.h"

namespace kushi::test {
namespace {

TEST(TillSettings, HaveDefaultsThatJapanCanOpenWith)
{
    TestSalon test;
    const auto& salon = test.engine().salon();
    EXPECT_TRUE(salon.own_tenders.empty());
    EXPECT_FALSE(salon.nomination_item);
    EXPECT_FALSE(salon.prepaid_taxed_at_issue);
    EXPECT_EQ(salon.cancel_cap_before, 20'000);
    EXPECT_EQ(salon.cancel_cap_after, 20'000);
    EXPECT_EQ(salon.cancel_cap_after_percent, Percent::whole(10));
    EXPECT_EQ(salon.cancel_fee_rate, "outside");
    EXPECT_EQ(salon.no_show_item, "no-show-fee");
    EXPECT_EQ(salon.over_short_limit, 500);
    EXPECT_EQ(salon.drawer_float, 0);
    EXPECT_TRUE(salon.receipt_stamp_box);
    EXPECT_TRUE(salon.tips_on);
    EXPECT_TRUE(salon.commission_rules.empty());
    EXPECT_TRUE(salon.account_codes.empty());
    EXPECT_EQ(salon.receipt_head, LocalText{});
}

TEST(TillSettings, AskNoFeeAndNoStampBoxElsewhere)
{
    TestSalon test{"london"};
    const auto& salon = test.engine().salon();
    EXPECT_EQ(salon.cancel_cap_before, 0);
    EXPECT_EQ(salon.cancel_cap_after, 0);
    EXPECT_EQ(salon.cancel_cap_after_percent, Percent{});
    EXPECT_EQ(salon.cancel_fee_rate, "standard") << "no rate outside the scope there";
    EXPECT_FALSE(salon.no_show_item);
    EXPECT_FALSE(salon.receipt_stamp_box);
    TestSalon newyork{"newyork"};
    EXPECT_EQ(newyork.engine().salon().cancel_fee_rate, "standard");
}

TEST(TillSettings, AreReadAsTheyWereSet)
{
    TestSalon test;
    test.set("tenders", Json::parse(R"([{"code": "points", "label": {"en": "Points", "ja": "ポイント"}},
                                        {"code": "city", "label": {"en": "City gift card", "ja": "市の商品券"}, "change": true}])"));
    test.set("nomination.item", "nomination-fee");
    test.set("prepaid.tax_point", "issue");
    test.set("prepaid.cancel_cap_after_percent", "12.5");
    test.set("no_show.item", nullptr);
    test.set("accounts.codes", Json::parse(R"({"sales": "4111", "cash": "1110"})"));
    test.set("commission.rules",
             Json::parse(R"([{"staff": "", "service_percent": "10", "retail_percent": "5", "fixed_minor_units": 200,
        "tiers": [{"from_minor_units": 300000, "percent": "12"}, {"from_minor_units": 500000, "percent": "15"}]}])"));
    test.set("receipt.head", Json::parse(R"({"en": "Thank you", "ja": "ありがとう\nございます"})"));
    test.set("receipt.stamp_box", false);
    test.set("tips.on", false);
    const auto& salon = test.engine().salon();
    EXPECT_EQ(salon.own_tenders, (std::vector<OwnTender>{{"points", {"Points", "ポイント"}, false},
                                                         {"city", {"City gift card", "市の商品券"}, true}}));
    EXPECT_EQ(salon.nomination_item, "nomination-fee");
    EXPECT_TRUE(salon.prepaid_taxed_at_issue);
    EXPECT_EQ(salon.cancel_cap_after_percent.text(), "12.5");
    EXPECT_FALSE(salon.no_show_item) << "none, although the fee is in the catalogue";
    EXPECT_EQ(salon.account_codes.at("sales"), "4111");
    ASSERT_EQ(salon.commission_rules.size(), 1u);
    EXPECT_EQ(salon.commission_rules[0].tiers.at(1), (CommissionTier{500'000, Percent::whole(15)}));
    EXPECT_EQ(salon.receipt_head.ja, "ありがとう\nございます");
    EXPECT_FALSE(salon.receipt_stamp_box);
    EXPECT_FALSE(salon.tips_on);
}

TEST(TillSettings, RoundTaxByTheRuleOfTheDay)
{
    TestSalon test;
    test.set(
        "tax.rules",
        Json::parse(R"([{"from": "2027-04-01", "rounding": "ceil"}, {"from": "2027-01-01", "rounding": "half_up"}])"));
    const auto& salon = test.engine().salon();
    EXPECT_EQ(salon.tax_on("2026-12-31").tax_rounding, Rounding::floor);
    EXPECT_EQ(salon.tax_on("2027-01-01").tax_rounding, Rounding::half_up);
    EXPECT_EQ(salon.tax_on("2027-03-31").tax_rounding, Rounding::half_up);
    EXPECT_EQ(salon.tax_on("2027-04-01").tax_rounding, Rounding::ceil);
    EXPECT_EQ(salon.tax_on("2030-01-01").price_mode, salon.tax.price_mode);
    EXPECT_EQ(salon.tax.tax_rounding, Rounding::floor) << "what the salon opened with stays";
}

TEST(TillSettings, ThatAreNoneAreDamage)
{
    TestSalon test;
    EXPECT_THROW(test.set("tenders", Json::parse(R"([{"code": "points"}])")), DatabaseProblem);
}

TEST(Items, OfTheCatalogueIncludeTicketsAndVouchers)
{
    TestSalon test;
    const auto& salon = test.engine().salon();
    EXPECT_EQ(salon.item("ticket-head-spa-10")->kind, "ticket");
    EXPECT_EQ(salon.item("ticket-head-spa-10")->price, 89'100);
    EXPECT_EQ(salon.item("gift-voucher-5000")->kind, "voucher");
    std::map<std::string, Json> rows;
    const auto answer = test.does({{"do", "list"}, {"what", "items"}});
    for (const auto& row : answer.at("rows")) rows[row.at("id")] = row;
    const auto& book = rows.at("ticket-head-spa-5");
    EXPECT_EQ(book.at("kind"), "ticket");
    EXPECT_EQ(book.at("price"), 47'000);
    EXPECT_EQ(book.at("rate"), "0.10");
    EXPECT_EQ(book.at("sessions"), 5);
    EXPECT_EQ(book.at("valid_months"), 6);
    EXPECT_EQ(book.at("services").at(0), "signature-head-spa");
    const auto& voucher = rows.at("gift-voucher-10000");
    EXPECT_EQ(voucher.at("kind"), "voucher");
    EXPECT_EQ(voucher.at("face"), 10'000);
    EXPECT_EQ(voucher.at("purpose"), "multi");
    EXPECT_EQ(voucher.at("rate"), "0");
    TestSalon london{"london"};
    const auto card = london.does({{"do", "list"}, {"what", "items"}, {"find", "gift-voucher-5000"}}).at("rows").at(0);
    EXPECT_EQ(card.at("purpose"), "single");
    EXPECT_EQ(card.at("rate"), "0.20");
}

TEST(Items, ThatArePrepaidAreNoLineOfAVisit)
{
    TestSalon test;
    test.refuses({{"do", "add_line"}, {"visit", test.visit()}, {"item", "ticket-head-spa-5"}}, "sold_alone");
}

}  // namespace
}  // namespace kushi::test
