#include <gtest/gtest.h>

#include <map>
#include <numeric>

#include "core/money/receipt.h"
#include "core/money/rounding.h"
#include "core/money/tax.h"
#include "tests/core/money/random_receipts.h"

namespace kushi {
namespace {

constexpr int receipts = 100'000;

template <class Numbers>
std::int64_t sum(const Numbers& numbers) { return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0}); }

/// Names the receipt that failed, so that it can be made again: the seed, and how many came before it.
struct Stream {
    unsigned seed;
    int number = 0;
    friend std::ostream& operator<<(std::ostream& out, const Stream& s) { return out << "seed " << s.seed << " receipt " << s.number; }
};

std::vector<SoldLine> sold_lines(const ReceiptInput& input, const ReceiptTotals& totals)
{
    std::vector<SoldLine> sold;
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        sold.push_back({input.lines[i].quantity, {}, totals.line_final[i], input.lines[i].rate, input.lines[i].prepaid});
    }
    return sold;
}

TEST(RandomReceipts, HavePartsThatAddUp)
{
    Stream stream{20260401};
    RandomReceipts random{stream.seed};
    for (; stream.number < receipts; ++stream.number) {
        const ReceiptInput input = random.next();
        const auto priced = price_receipt(input);
        ASSERT_TRUE(priced) << stream << priced.error().code;
        std::int64_t gross = 0;
        std::int64_t tax = 0;
        std::int64_t net = 0;
        for (const auto& row : priced->by_rate) {
            ASSERT_EQ(row.net + row.tax, row.gross) << stream;
            ASSERT_GE(row.tax, 0) << stream;
            ASSERT_GE(row.net, 0) << stream;
            gross += row.gross, tax += row.tax, net += row.net;
        }
        std::int64_t taxed_before = 0;
        for (const auto& part : input.taxed_before) taxed_before += part.amount;
        std::int64_t prepaid = 0;
        for (std::size_t i = 0; i < input.lines.size(); ++i) prepaid += input.lines[i].prepaid ? priced->line_final[i] : 0;
        const std::int64_t finals = sum(priced->line_final) - prepaid + priced->service_charge.value_or(0) - taxed_before;
        ASSERT_EQ(priced->prepaid, prepaid) << stream;
        ASSERT_EQ(priced->taxed_before, taxed_before) << stream;
        ASSERT_EQ(gross, priced->total) << stream;
        ASSERT_EQ(tax, priced->tax_total) << stream;
        ASSERT_EQ(priced->due, priced->total + input.tip.value_or(0) + priced->prepaid) << stream;
        ASSERT_EQ(input.rules.price_mode == PriceMode::inclusive ? gross : net, finals) << stream << ": no rounding changes the base";
        ASSERT_EQ(sum(priced->bill_discount_shares), priced->bill_discount) << stream;
        for (std::size_t i = 0; i < input.lines.size(); ++i) {
            const std::int64_t before_share = priced->extended[i] - priced->line_discounts[i];
            ASSERT_GE(before_share, 0) << stream;
            ASSERT_GE(priced->bill_discount_shares[i], 0) << stream;
            const bool takes_share = input.lines[i].discountable && !input.lines[i].prepaid;
            ASSERT_LE(priced->bill_discount_shares[i], takes_share ? before_share : 0) << stream;
            ASSERT_EQ(priced->line_final[i], before_share - priced->bill_discount_shares[i]) << stream;
        }
    }
}

TEST(RandomReceipts, KeepTheirInclusiveTotalUnderAnyRounding)
{
    Stream stream{20260402};
    RandomReceipts random{stream.seed};
    for (; stream.number < receipts / 10; ++stream.number) {
        ReceiptInput input = random.next();
        input.rules.price_mode = PriceMode::inclusive;
        const std::int64_t total = price_receipt(input)->total;
        for (const auto rounding : {Rounding::floor, Rounding::half_up, Rounding::ceil}) {
            for (const auto point : {TaxPoint::per_rate, TaxPoint::per_line}) {
                input.rules.tax_rounding = rounding;
                input.rules.tax_point = point;
                ASSERT_EQ(price_receipt(input)->total, total) << stream;
            }
        }
    }
}

TEST(RandomReceipts, ArePaidTheSameInAnyOrderOfTenders)
{
    Stream stream{20260403};
    RandomReceipts random{stream.seed};
    for (; stream.number < receipts; ++stream.number) {
        ReceiptInput input = random.next();
        const std::int64_t due = price_receipt(input)->due;
        input.tenders = random.tenders_for(due);
        const auto paid = price_receipt(input)->paid;
        ASSERT_TRUE(paid) << stream;
        std::int64_t offered = 0;
        for (const auto& tender : *input.tenders) offered += tender.amount;
        ASSERT_EQ(offered - paid->change, due + paid->cash_rounding) << stream;
        ASSERT_EQ(paid->cash_in - paid->change, paid->cash_due) << stream;
        ASSERT_GE(paid->change, 0) << stream;
        const bool rounded = input.cash_rounding && paid->cash_in > 0;
        ASSERT_EQ(rounded ? paid->cash_due % input.cash_rounding->step : paid->cash_rounding, 0) << stream;
        random.shuffle(*input.tenders);
        ASSERT_EQ(price_receipt(input)->paid, paid) << stream;
    }
}

/// Returns a random part of what is left, and notes it in the sale.
std::vector<ReturnedLine> random_return(RandomReceipts& random, const std::vector<SoldLine>& sold)
{
    std::vector<ReturnedLine> wanted;
    for (std::size_t i = 0; i < sold.size(); ++i) {
        const std::int64_t left = sold[i].quantity.units - sold[i].returned_before.units;
        if (left == 0 || sold[i].prepaid || random.up_to(1) == 0) continue;
        wanted.push_back({i, {random.up_to(2) == 0 ? left : random.up_to(left - 1) + 1}});
    }
    random.shuffle(wanted);
    return wanted;
}

bool all_returned(const std::vector<SoldLine>& sold)
{
    return std::ranges::all_of(sold, [](const auto& line) { return line.prepaid || line.returned_before == line.quantity; });
}

TEST(RandomRefunds, InAnyOrderAndSplitSumToTheSaleInAmountAndTax)
{
    Stream stream{20260404};
    RandomReceipts random{stream.seed};
    for (; stream.number < receipts; ++stream.number) {
        const ReceiptInput input = random.next();
        const auto totals = price_receipt(input).value();
        auto sold = sold_lines(input, totals);
        std::map<Rate, RateTotals> returned;
        std::vector<std::int64_t> line_amounts(sold.size(), 0);
        std::int64_t amount = 0;
        while (!all_returned(sold)) {
            const auto wanted = random_return(random, sold);
            if (wanted.empty()) continue;
            const auto refund = price_refund(input.rules, sold, totals.by_rate, wanted, totals.taxed_before);
            ASSERT_TRUE(refund) << stream << refund.error().code;
            std::int64_t gross = 0;
            for (const auto& row : refund->by_rate) {
                ASSERT_EQ(row.net + row.tax, row.gross) << stream;
                ASSERT_TRUE(row.net >= 0 && row.tax >= 0) << stream;
                auto& sum_of_rate = returned[row.rate];
                sum_of_rate.net += row.net, sum_of_rate.tax += row.tax, sum_of_rate.gross += row.gross;
                gross += row.gross;
            }
            ASSERT_EQ(gross, refund->amount) << stream;
            amount += refund->amount;
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                ASSERT_GE(refund->line_amounts[i], 0) << stream;
                line_amounts[wanted[i].line] += refund->line_amounts[i];
                sold[wanted[i].line].returned_before.units += wanted[i].quantity.units;
            }
        }
        ASSERT_EQ(amount, totals.total) << stream;
        for (std::size_t i = 0; i < sold.size(); ++i) ASSERT_EQ(line_amounts[i], sold[i].prepaid ? 0 : totals.line_final[i]) << stream;
        for (const auto& row : totals.by_rate) {
            const auto& back = returned[row.rate];
            ASSERT_TRUE(back.net == row.net && back.tax == row.tax && back.gross == row.gross) << stream << " rate " << row.rate.text;
        }
    }
}

TEST(RandomRefunds, OfTheWholeAreTheMirrorOfTheSale)
{
    Stream stream{20260405};
    RandomReceipts random{stream.seed};
    for (; stream.number < receipts / 10; ++stream.number) {
        const ReceiptInput input = random.next();
        const auto totals = price_receipt(input).value();
        std::vector<ReturnedLine> all;
        std::vector<std::int64_t> amounts;
        for (std::size_t i = 0; i < input.lines.size(); ++i) {
            if (input.lines[i].prepaid) continue;
            all.push_back({i, input.lines[i].quantity});
            amounts.push_back(totals.line_final[i]);
        }
        if (all.empty()) continue;  // tickets and vouchers go back by being cancelled
        const auto refund = price_refund(input.rules, sold_lines(input, totals), totals.by_rate, all, totals.taxed_before).value();
        ASSERT_EQ(refund.amount, totals.total) << stream;
        ASSERT_EQ(refund.tax_total, totals.tax_total) << stream;
        ASSERT_EQ(refund.line_amounts, amounts) << stream;
        for (const auto& row : refund.by_rate) ASSERT_NE(std::ranges::find(totals.by_rate, row), totals.by_rate.end()) << stream;
    }
}

TEST(Rounding, OfTheNegativeIsTheNegative)
{
    Stream stream{20260406};
    RandomReceipts random{stream.seed};
    for (; stream.number < receipts; ++stream.number) {
        const std::int64_t amount = random.up_to(1'000'000);
        const CashRounding rule{random.up_to(200) + 1, random.rounding()};
        ASSERT_EQ(round_cash(-amount, rule).value(), -round_cash(amount, rule).value()) << stream;
        const TaxRules rules{PriceMode::inclusive, random.rounding(), TaxPoint::per_rate};
        const Rate rate{random.up_to(1'000'000), "any"};
        ASSERT_EQ(tax_of({rate, -amount}, rules), -tax_of({rate, amount}, rules)) << stream;
        const std::vector<std::int64_t> weights{random.up_to(9), random.up_to(1'000), random.up_to(1'000'000), amount};
        const std::int64_t total = random.up_to(sum(weights));
        auto mirrored = allocate(-total, weights).value();
        for (auto& part : mirrored) part = -part;
        ASSERT_EQ(mirrored, allocate(total, weights).value()) << stream;
    }
}

}  // namespace
}  // namespace kushi
