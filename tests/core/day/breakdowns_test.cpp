#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/day/goods.h"
#include "core/day/line_net.h"
#include "core/day/report.h"
#include "core/day/report_json.h"
#include "tests/core/day/random_till_day.h"

namespace kushi {
namespace {

using Kind = DayDocument::Kind;

const Rate ten{100'000, "0.10"}, eight{80'000, "0.08"};

/// Services of 8,800 and products of 2,200 and 1,080 at two rates, prices with their tax.
DayDocument mixed_sale()
{
    DayDocument sale;
    sale.number = "A-000001";
    sale.counter = 1;
    sale.total = 12'080;
    sale.by_rate = {{ten, 10'000, 1'000, 11'000}, {eight, 1'000, 80, 1'080}};
    sale.tenders = {{"card", 12'080}};
    sale.lines = {{"head-spa", "service", "aoi", 8'800, {}, ten},
                  {"shampoo", "product", "aoi", 2'200, {}, ten},
                  {"tea", "product", "", 1'080, {}, eight}};
    return sale;
}

TEST(TheNetOfADocument, IsSplitOverItsLines)
{
    const auto net = net_of_lines(mixed_sale());
    EXPECT_EQ(net.lines[0].revenue, 8'000);
    EXPECT_EQ(net.lines[1].revenue, 2'000);
    EXPECT_EQ(net.lines[2].revenue, 1'000);
    EXPECT_TRUE(net.charges.empty());
}

TEST(TheNetOfADocument, BelongsToNoLineWhereItIsAServiceCharge)
{
    auto sale = mixed_sale();
    sale.by_rate[0] = {ten, 11'000, 1'100, 12'100};
    const auto net = net_of_lines(sale);
    EXPECT_EQ(net.lines[0].revenue + net.lines[1].revenue, 10'000);
    ASSERT_EQ(net.charges.size(), 1U);
    EXPECT_EQ(net.charges[0].net, 1'000);
}

TEST(TheNetOfADocument, LeavesTheWorkItsWorthWhereItsTaxFellBefore)
{
    auto sale = mixed_sale();
    sale.by_rate[0] = {ten, 2'000, 200, 2'200};  // 8,800 were paid with a voucher that was taxed when it was sold
    const auto net = net_of_lines(sale);
    EXPECT_EQ(net.lines[0].revenue + net.lines[1].revenue, 2'000);
    EXPECT_EQ(net.lines[0].work, 8'000);
    EXPECT_EQ(net.lines[1].work, 2'000);
}

TEST(TheNetOfADocument, SumsToEachRateOnEveryRandomDay)
{
    for (unsigned seed = 1; seed <= 1'000; ++seed) {
        for (const auto& document : test::random_till_day(seed).documents) {
            const auto net = net_of_lines(document);
            std::int64_t lines = 0, rates = 0;
            for (const auto& line : net.lines) lines += line.revenue;
            for (const auto& charge : net.charges) lines += charge.net;
            for (const auto& rate : document.by_rate) rates += rate.net;
            ASSERT_EQ(lines, rates) << "seed " << seed << " " << document.number;
        }
    }
}

TEST(TheDay, TellsProductsDiscountsNominationsAndSharedWork)
{
    DayFacts facts;
    facts.documents = {mixed_sale()};
    auto& sale = facts.documents[0];
    sale.nominated = "ren";
    sale.bill_discount = 300;
    sale.voucher_bonus = 200;
    sale.discounts = 350;
    sale.lines[0].discount = 50;
    sale.lines[0].shares = {{"aoi", 5'280}, {"ren", 3'520}};
    sale.lines[1].quantity = Quantity::whole(2);
    const auto figures = add_up(facts).value();
    ASSERT_EQ(figures.by_product.size(), 2U);
    EXPECT_EQ(figures.by_product[0].item, "shampoo");
    EXPECT_EQ(figures.by_product[0].thousandths, 2'000);
    EXPECT_EQ(figures.by_product[0].net, 2'000);
    ASSERT_EQ(figures.by_therapist.size(), 2U);
    const auto& aoi = figures.by_therapist[0];
    EXPECT_EQ(aoi.total, 7'480);
    EXPECT_EQ(aoi.services, 5'280);
    EXPECT_EQ(aoi.retail, 2'200);
    EXPECT_EQ(aoi.services_net, 4'800);
    EXPECT_EQ(aoi.services_thousandths, 600) << "three fifths of one service";
    EXPECT_EQ(figures.by_therapist[1].nominations, 1);
    EXPECT_EQ(figures.by_therapist[1].services_net, 3'200);
    ASSERT_EQ(figures.discounts_by.size(), 3U);
    EXPECT_EQ(figures.discounts_by[0].total, 50);
    EXPECT_EQ(figures.discounts_by[1].total, 100);
    EXPECT_EQ(figures.discounts_by[2].total, 200);
    EXPECT_EQ(figures.discounts_by[2].kind, "voucher_bonus");
}

TEST(TheMargin, IsRevenueNetOfTaxLessWhatGoodsCost)
{
    DayFacts facts;
    facts.documents = {mixed_sale()};
    const auto figures = add_up(facts).value();
    const Goods goods{{{"shampoo", 700}, {"tea", 300}}, {{"cleanser", "ml", 12'500, 45}}, 90'000};
    const auto margin = margin_of(figures, goods);
    EXPECT_EQ(margin.revenue_net, 11'000);
    EXPECT_EQ(margin.product_cost, 1'045);
    EXPECT_EQ(margin.margin, 9'955);
    auto report = to_json(figures);
    put_goods(report, figures, goods);
    EXPECT_EQ(report["by_product"][0]["margin"], 1'300);
    EXPECT_EQ(report["product_use"][0]["amount"], "12.5");
}

TEST(WhatSoMuchOfAProductCost, IsRoundedHalfUpOnce)
{
    struct Case {
        std::int64_t thousandths, content, cost, result;
    };
    for (const auto& c : {Case{250'000, 250'000, 900, 900}, Case{10'000, 250'000, 900, 36},
                          Case{1'000, 200'000, 500, 3}, Case{-250'000, 250'000, 900, -900}, Case{1'000, 0, 900, 0}}) {
        EXPECT_EQ(cost_of(c.thousandths, c.content, c.cost), c.result) << c.thousandths;
    }
}

TEST(TheJsonOfADay, ReadsBackToTheSameFigures)
{
    for (unsigned seed = 1; seed <= 300; ++seed) {
        const auto figures = add_up(test::random_till_day(seed)).value();
        auto json = to_json(figures);
        put_goods(json, figures, Goods{{{"product0", 5}}, {{"oil", "ml", -1'500, 7}}, 12});
        const auto again = day_figures_from_json(nlohmann::ordered_json::parse(json.dump()));
        auto json_again = to_json(again);
        put_goods(json_again, again, goods_from_json(json));
        ASSERT_EQ(json_again.dump(), json.dump()) << "seed " << seed;
    }
}

}  // namespace
}  // namespace kushi
