#include "core/money/receipt.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

namespace kushi {
namespace {

Rate rate(const char* text) { return Rate::parse(text).value(); }

ReceiptLine line(std::int64_t unit, const char* rate_text = "0.10", const char* quantity = "1")
{
    ReceiptLine made;
    made.unit = unit;
    made.rate = rate(rate_text);
    made.quantity = Quantity::parse(quantity).value();
    return made;
}

ReceiptInput receipt(TaxRules rules, std::vector<ReceiptLine> lines)
{
    ReceiptInput input;
    input.rules = rules;
    input.lines = std::move(lines);
    return input;
}

constexpr TaxRules japan{PriceMode::inclusive, Rounding::floor, TaxPoint::per_rate};
constexpr TaxRules on_top{PriceMode::exclusive, Rounding::floor, TaxPoint::per_rate};
constexpr TaxRules america{PriceMode::exclusive, Rounding::half_up, TaxPoint::per_rate};

TEST(Receipt, RoundsTaxOncePerRate)
{
    struct Case { const char* why; ReceiptInput input; std::int64_t tax; std::int64_t total; };
    for (const auto& c : std::vector<Case>{
             {"JP-01: 3 x 105 on top; a line at a time would give 30", receipt(on_top, {line(105, "0.10", "3")}), 31, 346},
             {"the same on three lines", receipt(on_top, {line(105), line(105), line(105)}), 31, 346},
             {"JP-04: 2,164 + 2,815; a line at a time would give 2,163 + 2,814",
              receipt(on_top, {line(167, "0.08", "83"), line(67, "0.08", "197"), line(77, "0.10", "57"), line(417, "0.10", "57")}), 4'979, 60'197},
             {"three lines of 1,000 together, not 90 each", receipt(japan, {line(1'000), line(1'000), line(1'000)}), 272, 3'000},
             {"ten yen bear no whole yen of tax", receipt(japan, {line(10)}), 0, 10},
             {"0.10 and 0.1 are one rate", receipt(on_top, {line(105, "0.10"), line(105, "0.1"), line(105, "0.100")}), 31, 346},
             {"nothing was sold", receipt(japan, {}), 0, 0},
             {"something was given away", receipt(japan, {line(0)}), 0, 0}}) {
        const auto totals = price_receipt(c.input);
        ASSERT_TRUE(totals) << c.why;
        EXPECT_EQ(totals->tax_total, c.tax) << c.why;
        EXPECT_EQ(totals->total, c.total) << c.why;
    }
}

TEST(Receipt, KeysARateByTheFirstWayItWasWritten)
{
    const auto totals = price_receipt(receipt(japan, {line(1'080, "0.08"), line(100, "0.1"), line(100, "0.10")})).value();
    ASSERT_EQ(totals.by_rate.size(), 2U);
    EXPECT_EQ(totals.by_rate[0].rate.text, "0.08");
    EXPECT_EQ(totals.by_rate[1].rate.text, "0.1");
    EXPECT_EQ(totals.by_rate[1].gross, 200);
}

TEST(Receipt, RoundsALineOnceWhenItsQuantityIsFractional)
{
    struct Case { const char* why; std::int64_t unit; const char* quantity; std::int64_t extended; };
    for (const auto& c : {Case{"a half goes up", 5, "0.5", 3}, Case{"less does not", 5, "0.499", 2}, Case{"thousandths", 1'980, "0.333", 659},
                          Case{"the largest quantity of a large price", 99'999'999, "999999", 99'999'899'000'001}}) {
        EXPECT_EQ(price_receipt(receipt(japan, {line(c.unit, "0.10", c.quantity)}))->extended, std::vector{c.extended}) << c.why;
    }
}

TEST(Receipt, TakesALinesPercentFirstAndThenItsAmount)
{
    auto discounted = line(999);
    discounted.discount_percent = Percent::parse("12.5").value();  // 124.875
    discounted.discount = 74;
    EXPECT_EQ(price_receipt(receipt(japan, {discounted}))->line_discounts, std::vector<std::int64_t>{199});
    discounted.discount = 874;
    EXPECT_EQ(price_receipt(receipt(japan, {discounted}))->line_final, std::vector<std::int64_t>{0});
    discounted.discount = 875;
    EXPECT_EQ(price_receipt(receipt(japan, {discounted})).error(), (Refusal{"discount_exceeds_amount", "lines[0].discount"}));
}

TEST(Receipt, SharesABillDiscountByValue)
{
    auto input = receipt(japan, {line(3'300), line(2'160, "0.08")});
    input.bill_discount = 1'000;
    const auto totals = price_receipt(input).value();
    EXPECT_EQ(totals.bill_discount_shares, (std::vector<std::int64_t>{604, 396})) << "JP-07";
    EXPECT_EQ(totals.by_rate[0].tax, 245) << "of what is left, not 300";
    EXPECT_EQ(totals.by_rate[1].tax, 130) << "of what is left, not 160";
    input.lines[1].discountable = false;
    EXPECT_EQ(price_receipt(input)->bill_discount_shares, (std::vector<std::int64_t>{1'000, 0}));
    input.bill_discount = 3'301;
    EXPECT_EQ(price_receipt(input).error(), (Refusal{"discount_exceeds_amount", "bill_discount"}));
    input.bill_discount = 3'300;
    EXPECT_EQ(price_receipt(input)->total, 2'160);
}

TEST(Receipt, SumsLineTaxesOnlyWhereTheCountryAllowsIt)
{
    auto input = receipt({PriceMode::inclusive, Rounding::half_up, TaxPoint::per_line}, {line(105, "0.20"), line(105, "0.20"), line(105, "0.20")});
    EXPECT_EQ(price_receipt(input)->tax_total, 54) << "EU-03";
    input.rules.tax_point = TaxPoint::per_rate;
    EXPECT_EQ(price_receipt(input)->tax_total, 53);
}

TEST(Receipt, TaxesAServiceChargeAndNeverATip)
{
    auto input = receipt(america, {line(10'000, "0.08875")});
    input.service_charge = ServiceCharge{Percent::whole(18), rate("0.08875")};
    EXPECT_EQ(price_receipt(input)->total, 12'847) << "TN-02";
    input.tip = 2'000;
    EXPECT_EQ(price_receipt(input)->total, 12'847);
    EXPECT_EQ(price_receipt(input)->service_charge, 1'800) << "not of the tip";
    EXPECT_EQ(price_receipt(input)->due, 14'847);
    input.service_charge->rate = rate("0");
    ASSERT_EQ(price_receipt(input)->by_rate.size(), 2U);
    EXPECT_EQ(price_receipt(input)->by_rate[1].gross, 1'800);
}

TEST(Payment, RoundsTheCashPartAlone)
{
    struct Case { const char* why; CashRounding rule; std::vector<OfferedTender> tenders; TenderTotals paid; };
    for (const auto& c : std::vector<Case>{
             {"CR-CA-03: cash 4.90", {5, Rounding::half_up}, {{"cash", 500}}, {490, -2, 500, 10}},
             {"CR-CA-03: card 4.92", {5, Rounding::half_up}, {{"card", 492}}, {0, 0, 0, 0}},
             {"a part by card leaves 0.93 in cash", {5, Rounding::half_up}, {{"card", 399}, {"cash", 100}}, {95, 2, 100, 5}},
             {"cash first is the same", {5, Rounding::half_up}, {{"cash", 100}, {"card", 399}}, {95, 2, 100, 5}},
             {"two hands of cash", {5, Rounding::half_up}, {{"cash", 400}, {"cash", 100}}, {490, -2, 500, 10}},
             {"a coin offered where nothing is left to pay", {5, Rounding::half_up}, {{"card", 492}, {"cash", 5}}, {0, 0, 5, 5}},
             {"a rest that rounds to nothing", {5, Rounding::half_up}, {{"card", 490}, {"cash", 0}}, {0, -2, 0, 0}},
             {"up", {5, Rounding::ceil}, {{"cash", 495}}, {495, 3, 495, 0}}}) {
        auto input = receipt(america, {line(183, "0.05"), line(286, "0.05")});
        input.cash_rounding = c.rule;
        input.tenders = c.tenders;
        const auto totals = price_receipt(input);
        ASSERT_TRUE(totals) << c.why;
        EXPECT_EQ(totals->total, 492) << c.why;
        EXPECT_EQ(totals->paid, c.paid) << c.why;
    }
}

TEST(Payment, RefusesWhatDoesNotAddUp)
{
    struct Case { const char* why; std::vector<OfferedTender> tenders; Refusal refusal; };
    for (const auto& c : std::vector<Case>{
             {"TN-05: too little cash", {{"cash", 8'799}}, {"underpaid", "tenders"}}, {"nothing at all", {}, {"underpaid", "tenders"}},
             {"a card that leaves a rest", {{"card", 8'000}}, {"underpaid", "tenders"}},
             {"no change on a card", {{"card", 8'801}}, {"overpaid", "tenders"}},
             {"nor on a voucher beside cash", {{"cash", 10'000}, {"voucher", 9'000}}, {"overpaid", "tenders"}},
             {"nor on two together", {{"ticket", 8'000}, {"deposit", 801}}, {"overpaid", "tenders"}},
             {"below zero", {{"cash", 10'000}, {"card", -1}}, {"bad_amount", "tenders"}},
             {"a sum past the limit", {{"cash", 600'000'000'000'000}, {"cash", 600'000'000'000'000}}, {"out_of_range", "tenders"}},
             {"past 64 bits", {{"cash", std::numeric_limits<std::int64_t>::max()}, {"cash", 1}}, {"out_of_range", "tenders"}}}) {
        auto input = receipt(japan, {line(8'800)});
        input.tenders = c.tenders;
        const auto totals = price_receipt(input);
        ASSERT_FALSE(totals) << c.why;
        EXPECT_EQ(totals.error(), c.refusal) << c.why;
    }
}

TEST(Receipt, RoundsARateOnceThatWasTaxedBeforeInPart)
{
    ReceiptInput input;
    input.rules = {PriceMode::inclusive, Rounding::floor, TaxPoint::per_line};
    input.lines.resize(3);
    for (auto& line : input.lines) line.unit = 5, line.rate = {100'000, "0.10"};
    input.taxed_before = {{{100'000, "0.10"}, 15}};
    const auto row = price_receipt(input)->by_rate.at(0);
    EXPECT_EQ(row, (RateTotals{{100'000, "0.10"}, 0, 0, 0})) << "no tax of -1 by lines whose own taxes were rounded to 0";
    input.taxed_before = {{{100'000, "0.10"}, 4}};
    EXPECT_EQ(price_receipt(input)->tax_total, 1);
}

TEST(Receipt, IsDueWithWhatIsPrepaidAndEarnsNothingByIt)
{
    ReceiptInput input;
    input.rules = {PriceMode::exclusive, Rounding::half_up, TaxPoint::per_rate};
    input.lines.resize(2);
    input.lines[0].unit = 80'000;
    input.lines[0].prepaid = true;
    input.lines[1].unit = 1'000;
    input.lines[1].rate = {100'000, "0.10"};
    input.bill_discount_percent = Percent::whole(10);
    input.service_charge = ServiceCharge{Percent::whole(10), {0, "0"}};
    input.known_rates = {{100'000, "0.10"}, {0, "0"}};
    input.tip = 50;
    const auto totals = price_receipt(input).value();
    EXPECT_EQ(totals.bill_discount, 100) << "of the service alone";
    EXPECT_EQ(totals.service_charge, 90);
    EXPECT_EQ(totals.total, 990 + 90);
    EXPECT_EQ(totals.prepaid, 80'000);
    EXPECT_EQ(totals.due, 1'080 + 50 + 80'000);
    EXPECT_EQ(totals.by_rate.size(), 2U);
}

TEST(Receipt, RefusesMoreTaxedBeforeThanItsRateComesTo)
{
    ReceiptInput input;
    input.lines.resize(2);
    for (auto& line : input.lines) line.unit = 1'000;
    input.lines[0].rate = {100'000, "0.10"};
    input.lines[1].rate = {80'000, "0.08"};
    const auto refusal = [&](std::vector<TaxedBefore> before) {
        input.taxed_before = std::move(before);
        const auto totals = price_receipt(input);
        return totals ? "" : totals.error().code + ' ' + totals.error().field;
    };
    EXPECT_EQ(refusal({{{100'000, "0.1"}, 1'000}}), "") << "the rate in another writing";
    EXPECT_EQ(refusal({{{100'000, "0.10"}, 1'001}}), "bad_amount taxed_before");
    EXPECT_EQ(refusal({{{100'000, "0.10"}, 600}, {{100'000, "0.10"}, 600}}), "bad_amount taxed_before");
    EXPECT_EQ(refusal({{{200'000, "0.20"}, 1}}), "bad_amount taxed_before") << "no line of this rate";
    EXPECT_EQ(refusal({{{100'000, "0.10"}, -1}}), "bad_amount taxed_before");
    input.rules.price_mode = PriceMode::exclusive;
    EXPECT_EQ(refusal({{{100'000, "0.10"}, 1}}), "bad_amount taxed_before") << "tax on top: what was taxed is no part of a price";
    EXPECT_EQ(refusal({{{100'000, "0.10"}, std::numeric_limits<std::int64_t>::max()}}), "bad_amount taxed_before");
    input.rules.price_mode = PriceMode::inclusive;
    EXPECT_NE(refusal({{{100'000, "0.10"}, std::numeric_limits<std::int64_t>::max()}, {{80'000, "0.08"}, std::numeric_limits<std::int64_t>::max()}}), "");
}

TEST(Payment, OfNothingNeedsNoTender)
{
    auto input = receipt(japan, {line(0)});
    input.tenders.emplace();
    EXPECT_EQ(price_receipt(input)->paid, TenderTotals{});
}

TEST(Receipt, RefusesBadAmounts)
{
    static constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    struct Case { const char* why; std::function<void(ReceiptInput&)> spoil; Refusal refusal; };
    for (const auto& c : std::vector<Case>{
             {"unit below zero", [](auto& r) { r.lines[1].unit = -1; }, {"bad_amount", "lines[1].unit"}},
             {"the least integer", [](auto& r) { r.lines[1].unit = std::numeric_limits<std::int64_t>::min(); }, {"bad_amount", "lines[1].unit"}},
             {"2^53 + 1", [](auto& r) { r.lines[1].unit = 9'007'199'254'740'993; }, {"out_of_range", "lines[1].unit"}},
             {"2^63 - 1", [](auto& r) { r.lines[1].unit = most; }, {"out_of_range", "lines[1].unit"}},
             {"a product past the limit", [](auto& r) { r.lines[0].unit = 2'000'000'000, r.lines[0].quantity = Quantity::whole(999'999); }, {"out_of_range", "lines[0].unit"}},
             {"a sum past the limit", [](auto& r) { for (auto& l : r.lines) l.unit = 600'000'000'000'000; }, {"out_of_range", "lines"}},
             {"a limit that tax goes over", [](auto& r) { r.rules.price_mode = PriceMode::exclusive, r.lines[0].unit = 999'999'999'000'000; }, {"out_of_range", "lines"}},
             {"no quantity", [](auto& r) { r.lines[0].quantity = {}; }, {"bad_quantity", "lines[0].qty"}},
             {"a quantity below zero", [](auto& r) { r.lines[0].quantity = {-1}; }, {"bad_quantity", "lines[0].qty"}},
             {"a quantity past its limit", [](auto& r) { r.lines[0].quantity = {most}; }, {"bad_quantity", "lines[0].qty"}},
             {"a line discount below zero", [](auto& r) { r.lines[0].discount = -1; }, {"bad_amount", "lines[0].discount"}},
             {"a line discount over the line", [](auto& r) { r.lines[0].discount = 1'001; }, {"discount_exceeds_amount", "lines[0].discount"}},
             {"one past 64 bits with its percent", [](auto& r) { r.lines[0].discount = most, r.lines[0].discount_percent = Percent::whole(50); }, {"discount_exceeds_amount", "lines[0].discount"}},
             {"a bill discount below zero", [](auto& r) { r.bill_discount = -1; }, {"bad_amount", "bill_discount"}},
             {"a bill discount over the bill", [](auto& r) { r.bill_discount = 2'001; }, {"discount_exceeds_amount", "bill_discount"}},
             {"an amount and a percentage", [](auto& r) { r.bill_discount = 1, r.bill_discount_percent = Percent::whole(1); }, {"bad_request", "bill_discount_pct"}},
             {"a tip below zero", [](auto& r) { r.tip = -1; }, {"bad_amount", "tip"}},
             {"a tip past the limit", [](auto& r) { r.tip = most; }, {"out_of_range", "tip"}},
             {"a rate that is not known", [](auto& r) { r.known_rates = {rate("0.08")}; }, {"unknown_rate", "lines[0].rate"}},
             {"nor of the service charge", [](auto& r) { r.known_rates = {rate("0.1")}, r.service_charge = ServiceCharge{Percent::whole(10), rate("0.08")}; }, {"unknown_rate", "service_charge_rate"}},
             {"no rounding by nothing", [](auto& r) { r.cash_rounding = CashRounding{0}; }, {"bad_step", "cash_rounding.step"}}}) {
        auto input = receipt(japan, {line(1'000), line(1'000)});
        ASSERT_TRUE(price_receipt(input));
        c.spoil(input);
        const auto totals = price_receipt(input);
        ASSERT_FALSE(totals) << c.why;
        EXPECT_EQ(totals.error(), c.refusal) << c.why;
    }
}

TEST(Receipt, TakesFiveThousandLines)
{
    auto input = receipt(japan, std::vector<ReceiptLine>(5'000, line(333)));
    input.bill_discount = 4'999;
    const auto totals = price_receipt(input).value();
    EXPECT_EQ(totals.total, 5'000 * 333 - 4'999);
    EXPECT_EQ(totals.bill_discount_shares.front(), 1);
    EXPECT_EQ(totals.bill_discount_shares.back(), 0) << "ties go to the earlier line";
}

TEST(CashRounding, KnowsFiveModes)
{
    struct Case { const char* why; std::int64_t amount; std::int64_t step; Rounding mode; std::int64_t difference; };
    for (const auto& c : {Case{"down to 1.95 (CR-RF-02)", 198, 5, Rounding::floor, -3}, Case{"and so does its refund", -198, 5, Rounding::floor, 3},
                          Case{"a half up", 1'005, 10, Rounding::half_up, 5}, Case{"a half of it back", -1'005, 10, Rounding::half_up, -5},
                          Case{"a half down", 1'005, 10, Rounding::half_down, -5}, Case{"more than a half goes up there", 1'006, 10, Rounding::half_down, 4},
                          Case{"a half to the even ten below", 1'005, 10, Rounding::half_even, -5}, Case{"a half to the even ten above", 1'015, 10, Rounding::half_even, 5},
                          Case{"up", 1'001, 10, Rounding::ceil, 9}, Case{"even already", 1'000, 10, Rounding::ceil, 0}, Case{"yen are not rounded", 123, 1, Rounding::half_up, 0}}) {
        EXPECT_EQ(round_cash(c.amount, {c.step, c.mode}), c.difference) << c.why;
    }
    EXPECT_EQ(round_cash(1, {0}).error(), (Refusal{"bad_step", "step"}));
    EXPECT_EQ(round_cash(1, {-5}).error(), (Refusal{"bad_step", "step"}));
    EXPECT_EQ(round_cash(std::numeric_limits<std::int64_t>::min(), {5}).error(), (Refusal{"out_of_range", "amount"}));
    EXPECT_EQ(round_cash(1, {std::numeric_limits<std::int64_t>::max()}).error(), (Refusal{"out_of_range", "step"}));
    EXPECT_EQ(round_cash(999'999'999'999'999, {700'000'000'000'000, Rounding::ceil}).error(), (Refusal{"out_of_range", "amount"}));
}

TEST(Allocation, IsByLargestRemainder)
{
    struct Case { const char* why; std::int64_t total; std::vector<std::int64_t> weights; std::vector<std::int64_t> parts; };
    for (const auto& c : std::vector<Case>{{"ties to the earlier", 2, {1, 1, 1}, {1, 1, 0}}, {"by value (JP-07)", 1'000, {3'300, 2'160}, {604, 396}},
                                           {"all of it", 7, {3, 0, 4}, {3, 0, 4}}, {"none of it", 0, {5, 5}, {0, 0}}, {"nothing over nothing", 0, {}, {}},
                                           {"nothing weighs", 0, {0, 0}, {0, 0}}, {"its negative", -100, {100, 100, 100}, {-34, -33, -33}},
                                           {"the largest", 999'999'999'999'999, {500'000'000'000'000, 500'000'000'000'000}, {500'000'000'000'000, 499'999'999'999'999}}}) {
        EXPECT_EQ(allocate(c.total, c.weights), c.parts) << c.why;
    }
    EXPECT_EQ(allocate(1, {}).error(), (Refusal{"discount_exceeds_amount", "total"}));
    EXPECT_EQ(allocate(1, {0}).error(), (Refusal{"discount_exceeds_amount", "total"}));
    EXPECT_EQ(allocate(-101, {100}).error(), (Refusal{"discount_exceeds_amount", "total"}));
    EXPECT_EQ(allocate(1, {5, -1}).error(), (Refusal{"bad_amount", "weights"}));
    EXPECT_EQ(allocate(1, {std::numeric_limits<std::int64_t>::max(), 1}).error(), (Refusal{"out_of_range", "weights"}));
    EXPECT_EQ(allocate(std::numeric_limits<std::int64_t>::min(), {1}).error(), (Refusal{"out_of_range", "total"}));
}

}  // namespace
}  // namespace kushi
