#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "core/day/report.h"
#include "tests/core/money/random_receipts.h"

namespace kushi {
namespace {

using Kind = DayDocument::Kind;

/// A day of random sales, each sold, perhaps in part given back, perhaps voided, as the till would store it.
class RandomDay {
public:
    explicit RandomDay(unsigned seed) : random_{seed}
    {
        rules_ = random_.next().rules;
        facts_.grand_total_before = random_.up_to(1'000'000'000);
        counter_ = random_.up_to(1'000);
        facts_.counter_before = counter_;
        const std::int64_t sales = random_.up_to(12);
        for (std::int64_t i = 0; i < sales; ++i) sell();
        for (const auto kind : {DrawerMove::Kind::float_, DrawerMove::Kind::paid_in, DrawerMove::Kind::paid_out, DrawerMove::Kind::drop}) {
            facts_.moves.push_back({kind, random_.up_to(50'000)});
        }
        if (random_.up_to(1) == 0) facts_.counted = random_.up_to(500'000);
    }

    [[nodiscard]] const DayFacts& facts() const { return facts_; }

private:
    DayDocument& document(Kind kind)
    {
        DayDocument& made = facts_.documents.emplace_back();
        made.kind = kind;
        made.counter = ++counter_;
        made.number = "A-" + std::to_string(counter_);
        made.hour = static_cast<int>(random_.up_to(23));
        return made;
    }

    void sell()
    {
        ReceiptInput input = random_.next();
        input.rules = rules_;
        if (rules_.price_mode == PriceMode::exclusive) input.taxed_before.clear();
        input.tenders = random_.tenders_for(price_receipt(input)->due);
        const auto totals = price_receipt(input).value();
        DayDocument& sale = document(Kind::sale);
        sale.total = totals.total;
        sale.discounts = totals.bill_discount;
        for (std::size_t i = 0; i < input.lines.size(); ++i) {
            if (!input.lines[i].prepaid) sale.discounts += totals.line_discounts[i];
        }
        sale.by_rate = totals.by_rate;
        sale.tip = totals.tip.value_or(0);
        if (random_.up_to(1) == 0) sale.tips = {{"aoi", sale.tip}};
        sale.prepaid = totals.prepaid;
        sale.only_prepaid = std::ranges::all_of(input.lines, &ReceiptLine::prepaid);
        sale.cash_rounding = totals.paid->cash_rounding;
        for (const auto& tender : *input.tenders) {
            sale.tenders.push_back({tender.type, tender.amount - (tender.type == "cash" ? totals.paid->change : 0)});
        }
        for (std::size_t i = 0; i < input.lines.size(); ++i) sale.lines.push_back(line(totals.line_final[i], input.lines[i].prepaid));
        const DayDocument stored = sale;
        if (random_.up_to(4) == 0) give_back(input, totals, stored);
        if (random_.up_to(4) == 0) take_back(stored);
    }

    DayDocument::Line line(std::int64_t final_amount, bool prepaid)
    {
        if (prepaid) return {"", "ticket", "", 0};
        return {random_.up_to(1) == 0 ? "head_spa" : "massage", random_.up_to(2) == 0 ? "product" : "service",
                random_.up_to(3) == 0 ? "" : "ren", final_amount};
    }

    void give_back(const ReceiptInput& input, const ReceiptTotals& totals, const DayDocument& sale)
    {
        std::vector<SoldLine> sold;
        for (std::size_t i = 0; i < input.lines.size(); ++i) {
            sold.push_back({input.lines[i].quantity, {}, totals.line_final[i], input.lines[i].rate, input.lines[i].prepaid});
        }
        const auto which = static_cast<std::size_t>(random_.up_to(static_cast<std::int64_t>(sold.size()) - 1));
        if (sold[which].prepaid) return;
        const Quantity some{random_.up_to(sold[which].quantity.units - 1) + 1};
        const auto priced = price_refund(rules_, sold, totals.by_rate, {{which, some}}, totals.taxed_before).value();
        DayDocument& refund = document(Kind::refund);
        refund.total = priced.amount;
        refund.by_rate = priced.by_rate;
        refund.cash_rounding = round_cash(priced.amount, input.cash_rounding.value_or(CashRounding{})).value();
        refund.tenders = {{"cash", priced.amount + refund.cash_rounding}};
        refund.lines = {sale.lines[which]};
        refund.lines[0].final_amount = priced.line_amounts[0];
    }

    void take_back(const DayDocument& sale)
    {
        DayDocument& voided = document(Kind::void_);
        const auto [kind, counter, number, hour] = std::tuple{voided.kind, voided.counter, voided.number, voided.hour};
        voided = sale;
        voided.kind = kind;
        voided.counter = counter;
        voided.number = number;
        voided.hour = hour;
        voided.discounts = 0;
    }

    RandomReceipts random_;
    TaxRules rules_;
    DayFacts facts_;
    std::int64_t counter_ = 0;
};

TEST(RandomDays, HoldEveryIdentity)
{
    for (unsigned seed = 1; seed <= 3'000; ++seed) {
        const RandomDay day{seed};
        const auto figures = add_up(day.facts());
        ASSERT_TRUE(figures) << "seed " << seed;
        ASSERT_THAT(failing_identities(day.facts(), *figures), testing::IsEmpty()) << "seed " << seed;
    }
}

TEST(RandomDays, DoNotHoldOnceADocumentIsChangedByOne)
{
    const std::vector<std::function<void(DayDocument&)>> changes{
        [](auto& document) { ++document.total; },
        [](auto& document) { document.by_rate.empty() ? ++document.total : ++document.by_rate[0].tax; },
        [](auto& document) { document.by_rate.empty() ? --document.total : --document.by_rate[0].net; },
        [](auto& document) { ++document.prepaid; },
        [](auto& document) { ++document.tenders.at(0).amount; },
        [](auto& document) { ++document.tip; },
        [](auto& document) { --document.cash_rounding; },
        [](auto& document) { ++document.counter; }};
    int changed = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        const RandomDay day{seed};
        const auto figures = add_up(day.facts()).value();
        for (std::size_t i = 0; i < day.facts().documents.size(); ++i) {
            for (std::size_t change = 0; change < changes.size(); ++change, ++changed) {
                DayFacts facts = day.facts();
                changes[change](facts.documents[i]);
                ASSERT_THAT(failing_identities(facts, figures), testing::Not(testing::IsEmpty()))
                    << "seed " << seed << " document " << i << " change " << change;
            }
        }
    }
    EXPECT_GT(changed, 10'000);
}

}  // namespace
}  // namespace kushi
