#include <gtest/gtest.h>

#include <stdexcept>

#include "core/money/receipt.h"

namespace kushi {
namespace {

const Rate ten{100'000, "0.10"};

/// A sale of one line, priced and then returned piece by piece.
class ReturnedSale {
public:
    ReturnedSale(TaxRules rules, std::int64_t unit, std::int64_t pieces, std::int64_t bill_discount = 0) : rules_{rules}
    {
        ReceiptInput input;
        input.rules = rules;
        input.lines.resize(1);
        input.lines[0].unit = unit;
        input.lines[0].quantity = Quantity::whole(pieces);
        input.lines[0].rate = ten;
        input.bill_discount = bill_discount;
        totals_ = price_receipt(input).value();
        sold_ = {{input.lines[0].quantity, {}, totals_.line_final[0], ten}};
    }

    RefundTotals one_back()
    {
        const auto refund = price_refund(rules_, sold_, totals_.by_rate, {{0, Quantity::whole(1)}}).value();
        sold_[0].returned_before.units += Quantity::one;
        return refund;
    }

    Outcome<RefundTotals> back(const std::vector<ReturnedLine>& wanted) const { return price_refund(rules_, sold_, totals_.by_rate, wanted); }
    [[nodiscard]] const ReceiptTotals& totals() const { return totals_; }

private:
    TaxRules rules_;
    ReceiptTotals totals_;
    std::vector<SoldLine> sold_;
};

TEST(Refund, OfOnePieceAtATimeSumsToTheSale)
{
    ReturnedSale discounted{{PriceMode::inclusive, Rounding::floor, TaxPoint::per_rate}, 333, 3, 100};
    for (const std::int64_t amount : {300, 299, 300}) {
        const auto refund = discounted.one_back();
        EXPECT_EQ(refund.amount, amount) << "RF-04";
        EXPECT_EQ(refund.tax_total, 27) << "RF-04";
    }
    ReturnedSale on_top{{PriceMode::exclusive, Rounding::floor, TaxPoint::per_rate}, 105, 3};
    struct Piece { std::int64_t amount; std::int64_t tax; };
    for (const auto& piece : {Piece{115, 10}, Piece{116, 11}, Piece{115, 10}}) {
        const auto refund = on_top.one_back();
        EXPECT_EQ(refund.amount, piece.amount) << "RF-08";
        EXPECT_EQ(refund.tax_total, piece.tax) << "RF-08";
        EXPECT_EQ(refund.line_amounts, std::vector<std::int64_t>{105}) << "RF-08: before tax";
    }
}

TEST(Refund, RefusesWhatWasNotSold)
{
    ReturnedSale sale{{PriceMode::inclusive, Rounding::floor, TaxPoint::per_rate}, 1'100, 2};
    sale.one_back();
    struct Case { const char* why; std::vector<ReturnedLine> wanted; const char* code; };
    for (const auto& c : std::vector<Case>{{"RF-06: two of the one that is left", {{0, Quantity::whole(2)}}, "more_than_sold"},
                                           {"by a thousandth", {{0, {1'001}}}, "more_than_sold"},
                                           {"twice in one refund", {{0, Quantity::whole(1)}, {0, {1}}}, "more_than_sold"},
                                           {"the largest quantity", {{0, Quantity::whole(999'999)}}, "more_than_sold"},
                                           {"a second line", {{1, Quantity::whole(1)}}, "unknown_line"},
                                           {"nothing of a line", {{0, {}}}, "bad_quantity"},
                                           {"less than nothing", {{0, {-1}}}, "bad_quantity"},
                                           {"no line at all", {}, "bad_quantity"}}) {
        const auto refund = sale.back(c.wanted);
        ASSERT_FALSE(refund) << c.why;
        EXPECT_EQ(refund.error().code, c.code) << c.why;
    }
    EXPECT_EQ(sale.back({{0, {400}}, {0, {600}}})->amount, 1'100) << "twice in one refund, within what is left";
}

TEST(Refund, KeepsToWhatWasStoredWhenTheRulesHaveChanged)
{
    const ReturnedSale sale{{PriceMode::inclusive, Rounding::floor, TaxPoint::per_rate}, 1'000, 1};
    ASSERT_EQ(sale.totals().tax_total, 90);
    const TaxRules today{PriceMode::inclusive, Rounding::ceil, TaxPoint::per_rate};
    const auto refund = price_refund(today, {{Quantity::whole(1), {}, 1'000, ten}}, sale.totals().by_rate, {{0, Quantity::whole(1)}}).value();
    EXPECT_EQ(refund.tax_total, 90);
}

TEST(Refund, GivesTheServiceChargeBackInProportion)
{
    ReceiptInput input;
    input.rules = {PriceMode::exclusive, Rounding::half_up, TaxPoint::per_rate};
    input.lines.resize(2);
    for (auto& line : input.lines) line.rate = ten;
    input.lines[0].unit = 1'000;
    input.lines[1].unit = 3'000;
    input.service_charge = ServiceCharge{Percent::whole(10), {0, "0"}};
    const auto totals = price_receipt(input).value();
    ASSERT_EQ(totals.total, 4'400 + 400);
    std::vector<SoldLine> sold{{Quantity::whole(1), {}, 1'000, ten}, {Quantity::whole(1), {}, 3'000, ten}};
    const auto first = price_refund(input.rules, sold, totals.by_rate, {{0, Quantity::whole(1)}}).value();
    EXPECT_EQ(first.amount, 1'100 + 100);
    ASSERT_EQ(first.by_rate.size(), 2U);
    EXPECT_EQ(first.by_rate[1], (RateTotals{{0, "0"}, 100, 0, 100}));
    sold[0].returned_before = Quantity::whole(1);
    EXPECT_EQ(price_refund(input.rules, sold, totals.by_rate, {{1, Quantity::whole(1)}})->amount, 3'300 + 300);
}

TEST(Refund, TakesWhatWasTaxedBeforeOffItsOwnRateAlone)
{
    const Rate twenty{200'000, "0.20"};
    const Rate five{50'000, "0.05"};
    ReceiptInput input;
    input.rules = {PriceMode::inclusive, Rounding::half_up, TaxPoint::per_rate};
    input.lines.resize(2);
    input.lines[0].unit = 6'000;
    input.lines[0].rate = twenty;
    input.lines[1].unit = 4'000;
    input.lines[1].rate = five;
    input.taxed_before = {{twenty, 6'000}};
    const auto totals = price_receipt(input).value();
    ASSERT_EQ(totals.total, 4'000);
    std::vector<SoldLine> sold{{Quantity::whole(1), {}, 6'000, twenty}, {Quantity::whole(1), {}, 4'000, five}};
    const auto product = price_refund(input.rules, sold, totals.by_rate, {{1, Quantity::whole(1)}}, totals.taxed_before).value();
    EXPECT_EQ(product.amount, 4'000) << "it was paid for in money, all of it";
    EXPECT_EQ(product.tax_total, 190);
    sold[1].returned_before = Quantity::whole(1);
    const auto service = price_refund(input.rules, sold, totals.by_rate, {{0, Quantity::whole(1)}}, totals.taxed_before).value();
    EXPECT_EQ(service.amount, 0) << "the voucher paid for it, and no money";
    EXPECT_EQ(service.tax_total, 0);
}

TEST(Refund, DoesNotReachWhatIsPrepaid)
{
    const std::vector<SoldLine> sold{{Quantity::whole(1), {}, 80'000, {}, true}, {Quantity::whole(1), {}, 1'000, ten}};
    const std::vector<RateTotals> by_rate{{ten, 910, 90, 1'000}};
    EXPECT_EQ(price_refund({}, sold, by_rate, {{0, Quantity::whole(1)}}).error(), (Refusal{"prepaid_line", "lines.0"}));
    EXPECT_EQ(price_refund({}, sold, by_rate, {{1, Quantity::whole(1)}})->amount, 1'000);
}

TEST(Refund, OfASaleThatDoesNotAddUpIsAFault)
{
    const TaxRules rules;
    const std::vector<RateTotals> by_rate{{ten, 910, 90, 1'000}};
    const std::vector<ReturnedLine> all{{0, Quantity::whole(1)}};
    EXPECT_THROW((void)price_refund(rules, {{Quantity::whole(1), {}, 1'001, ten}}, by_rate, all), std::logic_error);
    EXPECT_THROW((void)price_refund(rules, {{Quantity::whole(1), {}, 1'000, {80'000, "0.08"}}}, by_rate, all), std::logic_error);
    EXPECT_THROW((void)price_refund(rules, {{Quantity::whole(1), Quantity::whole(2), 1'000, ten}}, by_rate, all), std::logic_error);
}

}  // namespace
}  // namespace kushi
