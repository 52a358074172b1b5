#include <gtest/gtest.h>

#include "core/money/rounding.h"
#include "core/sale/prepaid.h"
#include "tests/core/money/random_receipts.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;

constexpr int times = 100'000;
constexpr std::chrono::year_month_day day{2026y / 4 / 1};

/// Prices of pocket money and of a house.
std::int64_t some_amount(RandomReceipts& random)
{
    const std::int64_t most[]{9, 1'000, 300'000, 1'000'000'000, amount_limit};
    return random.up_to(most[random.up_to(4)]);
}

TEST(RandomTickets, AreWorthTheirPriceInUsesOfTheSameSize)
{
    constexpr unsigned seed = 20261101;
    RandomReceipts random{seed};
    for (int number = 0; number < times / 10; ++number) {
        TicketBalance ticket{some_amount(random), random.up_to(random.up_to(9) == 0 ? 199 : 19) + 1};
        std::int64_t sum = 0;
        for (; ticket.used < ticket.sessions; ++ticket.used) {
            const std::int64_t value = next_use(ticket, day).value();
            ASSERT_GE(value, ticket.price / ticket.sessions) << "seed " << seed << " ticket " << number;
            ASSERT_LE(value, ticket.price / ticket.sessions + 1) << "seed " << seed << " ticket " << number;
            sum += value;
            TicketBalance after = ticket;
            ++after.used;
            ASSERT_EQ(used_value(after), sum) << "seed " << seed << " ticket " << number;
            ASSERT_EQ(remaining_value(after), ticket.price - sum) << "seed " << seed << " ticket " << number;
        }
        ASSERT_EQ(sum, ticket.price) << "seed " << seed << " ticket " << number;
    }
}

TEST(RandomTickets, AreGivenBackWholeWhateverTheCaps)
{
    constexpr unsigned seed = 20261102;
    RandomReceipts random{seed};
    for (int number = 0; number < times; ++number) {
        TicketBalance ticket{some_amount(random), random.up_to(19) + 1};
        ticket.used = random.up_to(ticket.sessions);
        const CancellationCaps caps{some_amount(random), some_amount(random), {random.up_to(100 * Percent::one)}};
        const auto back = cancelled(ticket, caps).value();
        ASSERT_TRUE(back.fee >= 0 && back.refund >= 0) << "seed " << seed << " ticket " << number;
        ASSERT_EQ(back.used_value + back.fee + back.refund, ticket.price) << "seed " << seed << " ticket " << number;
        ASSERT_LE(back.fee, ticket.used == 0 ? caps.before_first_use : caps.after_first_use) << "seed " << seed << " ticket " << number;
    }
}

TEST(RandomVouchers, ComeToWhatWasPaidInAnySplit)
{
    constexpr unsigned seed = 20261103;
    RandomReceipts random{seed};
    for (int number = 0; number < times; ++number) {
        VoucherBalance voucher;
        voucher.face = some_amount(random) + 1;
        if (voucher.face > amount_limit) continue;
        voucher.paid = random.up_to(2) == 0 ? voucher.face : random.up_to(voucher.face);
        std::int64_t consideration = 0;
        std::int64_t bonus = 0;
        while (voucher.used < voucher.face) {
            const std::int64_t left = voucher.face - voucher.used;
            const std::int64_t part = random.up_to(4) == 0 ? left : random.up_to(left - 1) + 1;
            const auto use = use_voucher(voucher, part, day).value();
            ASSERT_TRUE(use.consideration >= 0 && use.bonus >= 0) << "seed " << seed << " voucher " << number;
            ASSERT_EQ(use.consideration + use.bonus, part) << "seed " << seed << " voucher " << number;
            consideration += use.consideration;
            bonus += use.bonus;
            voucher.used += part;
            ASSERT_EQ(use.balance, voucher.face - voucher.used) << "seed " << seed << " voucher " << number;
        }
        ASSERT_EQ(consideration, voucher.paid) << "seed " << seed << " voucher " << number;
        ASSERT_EQ(bonus, voucher.face - voucher.paid) << "seed " << seed << " voucher " << number;
    }
}

TEST(RandomDeposits, BearTheTaxOfThePriceOnce)
{
    constexpr unsigned seed = 20261104;
    RandomReceipts random{seed};
    for (int number = 0; number < times; ++number) {
        const std::int64_t price = some_amount(random);
        const std::int64_t deposit = random.up_to(price);
        const Rate rate{random.up_to(1'000'000), "any"};
        const Rounding rounding = random.rounding();
        const auto whole = taken_with_tax(price, rate, rounding);
        for (const auto point : {DepositTaxPoint::on_supply, DepositTaxPoint::on_receipt}) {
            const auto entries = deposit_entries(deposit, price, rate, rounding, point).value();
            ASSERT_EQ(entries.at_deposit.tax + entries.at_supply.tax, whole.tax) << "seed " << seed << " deposit " << number;
            ASSERT_EQ(entries.at_supply.revenue_net, whole.net) << "seed " << seed << " deposit " << number;
            ASSERT_EQ(entries.at_deposit.liability, entries.at_supply.liability_released) << "seed " << seed << " deposit " << number;
            ASSERT_GE(entries.at_supply.tax, 0) << "seed " << seed << " deposit " << number;
            ASSERT_EQ(deposit + entries.at_supply.due, price) << "seed " << seed << " deposit " << number;
        }
    }
}

}  // namespace
}  // namespace kushi
