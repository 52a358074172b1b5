#include "core/sale/prepaid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "core/money/rounding.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::year_month_day day{2026y / 4 / 1};
Currency currency(std::string_view code) { return Currency::find(code).value(); }

TEST(ATicket, IsWorthWhatItsUsesShareOut)
{
    TicketBalance ticket{5'000, 11};
    std::vector<std::int64_t> uses;
    for (; ticket.used < 11; ++ticket.used) uses.push_back(next_use(ticket, day).value());
    EXPECT_THAT(uses, testing::ElementsAre(454, 455, 454, 455, 454, 455, 454, 455, 454, 455, 455));
    EXPECT_EQ(used_value(ticket), 5'000);
    EXPECT_EQ(remaining_value(ticket), 0);
    EXPECT_EQ(next_use(ticket, day).error().code, "ticket_used_up");
}

TEST(ATicket, OfTheLargestPriceDoesNotRunOver)
{
    const TicketBalance ticket{amount_limit, ticket_sessions_limit, ticket_sessions_limit - 1};
    EXPECT_EQ(used_value(ticket) + next_use(ticket, day).value(), amount_limit);
    EXPECT_EQ(next_use({0, 5}, day).value(), 0) << "a book that was given away";
}

TEST(ATicket, IsGoodThroughItsLastDay)
{
    const TicketBalance ticket{30'000, 3, 0, 2026y / 9 / 30};
    EXPECT_EQ(next_use(ticket, 2026y / 9 / 30).value(), 10'000);
    EXPECT_EQ(next_use(ticket, 2026y / 10 / 1).error().code, "expired");
    EXPECT_TRUE(next_use({30'000, 3}, 9999y / 12 / 31)) << "a book without a last day";
}

TEST(ATicket, ThatCannotBeIsAFaultOfOurs)
{
    for (const auto& ticket : {TicketBalance{-1, 1}, TicketBalance{1, 0}, TicketBalance{1, -1}, TicketBalance{1, 1, 2},
                               TicketBalance{1, 1, -1}, TicketBalance{amount_limit + 1, 1}, TicketBalance{1, ticket_sessions_limit + 1}}) {
        EXPECT_THROW(static_cast<void>(used_value(ticket)), std::logic_error);
    }
}

TEST(ACancelledTicket, CostsNoMoreThanTheLawsCaps)
{
    const CancellationCaps law{20'000, 20'000, Percent::whole(10)};
    struct Case { const char* why; TicketBalance ticket; CancellationCaps caps; std::int64_t fee; std::int64_t refund; };
    for (const auto& c :
         {Case{"3 of 10 used: a tenth of the rest", {80'000, 10, 3}, law, 5'600, 50'400},
          Case{"nothing used: the fixed cap", {80'000, 10}, law, 20'000, 60'000},
          Case{"nothing used of a small book: no more than there is", {15'000, 3}, law, 15'000, 0},
          Case{"the fixed cap is lower than the tenth", {400'000, 10, 1}, law, 20'000, 340'000},
          Case{"a tenth of 4,546 is 454.6, and a cap is not passed", {5'000, 11, 1}, law, 454, 4'092},
          Case{"all used: nothing left to keep", {80'000, 10, 10}, law, 0, 0},
          Case{"a salon that keeps nothing", {80'000, 10, 3}, {}, 0, 56'000},
          Case{"no cap of its own but all of it", {80'000, 10, 3}, {0, amount_limit, Percent::whole(100)}, 56'000, 0}}) {
        const auto back = cancelled(c.ticket, c.caps).value();
        EXPECT_EQ(back.fee, c.fee) << c.why;
        EXPECT_EQ(back.refund, c.refund) << c.why;
        EXPECT_EQ(back.used_value + back.fee + back.refund, c.ticket.price) << c.why;
        EXPECT_EQ(back.remaining_value, back.fee + back.refund) << c.why;
    }
    EXPECT_EQ(cancelled({80'000, 10}, {-1, 0, {}}).error().code, "bad_amount");
    EXPECT_EQ(cancelled({80'000, 10}, {0, -1, {}}).error().code, "bad_amount");
}

TEST(AVoucher, IsTaxedOnWhatWasPaidForIt)
{
    VoucherBalance voucher{10'000, 8'000};
    struct Part { std::int64_t amount; std::int64_t consideration; std::int64_t bonus; std::int64_t balance; };
    for (const auto& part : {Part{3'333, 2'666, 667, 6'667}, Part{3'333, 2'667, 666, 3'334}, Part{3'334, 2'667, 667, 0}}) {
        const auto use = use_voucher(voucher, part.amount, day).value();
        EXPECT_EQ(use.consideration, part.consideration);
        EXPECT_EQ(use.bonus, part.bonus);
        EXPECT_EQ(use.balance, part.balance);
        voucher.used += part.amount;
    }
    EXPECT_EQ(use_voucher(voucher, 1, day).error(), (Refusal{"voucher_balance", "amount"}));
    EXPECT_EQ(use_voucher({500, 0}, 200, day)->consideration, 0) << "a present";
}

TEST(AVoucher, IsRefusedOverItsBalanceAfterItsDayAndForNothing)
{
    const VoucherBalance voucher{5'000, 5'000, 3'000, 2026y / 9 / 30};
    EXPECT_TRUE(use_voucher(voucher, 2'000, 2026y / 9 / 30));
    EXPECT_EQ(use_voucher(voucher, 2'001, day).error().code, "voucher_balance");
    EXPECT_EQ(use_voucher(voucher, 2'000, 2026y / 10 / 1).error().code, "expired");
    EXPECT_EQ(use_voucher(voucher, 0, day).error().code, "bad_amount");
    EXPECT_EQ(use_voucher(voucher, -1, day).error().code, "bad_amount");
    for (const auto& impossible : {VoucherBalance{0, 0}, VoucherBalance{5, 6}, VoucherBalance{5, -1}, VoucherBalance{5, 5, 6},
                                   VoucherBalance{5, 5, -1}, VoucherBalance{amount_limit + 1, 1}}) {
        EXPECT_THROW(static_cast<void>(use_voucher(impossible, 1, day)), std::logic_error);
    }
}

TEST(ADeposit, IsTaxedOnceWhereverTheTaxFalls)
{
    const Rate rate{100'000, "0.10"};
    const auto supply = deposit_entries(3'000, 11'000, rate, Rounding::floor, DepositTaxPoint::on_supply).value();
    EXPECT_EQ(supply.at_deposit.tax, 0);
    EXPECT_EQ(supply.at_supply.tax, 1'000);
    const auto receipt = deposit_entries(3'000, 11'000, rate, Rounding::floor, DepositTaxPoint::on_receipt).value();
    EXPECT_EQ(receipt.at_deposit.tax, 272);
    EXPECT_EQ(receipt.at_deposit.liability, 2'728);
    EXPECT_EQ(receipt.at_supply.tax, 728) << "the price's 1,000 less the 272, not the 727 of the 8,000";
    EXPECT_EQ(receipt.at_supply.due, 8'000);
    EXPECT_EQ(receipt.at_supply.revenue_net, 10'000);
    EXPECT_EQ(receipt.at_supply.liability_released, 2'728);
    const auto whole = deposit_entries(11'000, 11'000, rate, Rounding::floor, DepositTaxPoint::on_receipt).value();
    EXPECT_EQ(whole.at_supply.due, 0);
    EXPECT_EQ(whole.at_supply.tax, 0);
}

TEST(ADeposit, GivesNoChange)
{
    const auto refusal = [](std::int64_t deposit, std::int64_t price) {
        const auto entries = deposit_entries(deposit, price, {}, Rounding::floor, DepositTaxPoint::on_supply);
        return entries ? "" : entries.error().code + ' ' + entries.error().field;
    };
    EXPECT_EQ(refusal(11'001, 11'000), "overpaid deposit");
    EXPECT_EQ(refusal(-1, 11'000), "bad_amount deposit");
    EXPECT_EQ(refusal(0, -1), "bad_amount price");
    EXPECT_EQ(refusal(1, amount_limit + 1), "out_of_range price");
    EXPECT_EQ(refusal(0, 0), "");
}

TEST(ATicketBookOnPaper, SaysWhichLawItMeets)
{
    struct Case { const char* why; std::int64_t price; const char* currency; std::int64_t sessions; std::int64_t months; std::vector<std::string_view> warnings; };
    for (const auto& c : std::vector<Case>{
             {"small and short", 50'000, "JPY", 5, 6, {}},
             {"a month more", 50'000, "JPY", 5, 7, {"prepaid_instruments_law"}},
             {"without end", 50'000, "JPY", 5, 0, {"prepaid_instruments_law"}},
             {"a yen more, over a month", 50'001, "JPY", 5, 2, {"esthetic_contract"}},
             {"a yen more, within a month", 50'001, "JPY", 5, 1, {}},
             {"large and long", 300'000, "JPY", 10, 12, {"prepaid_instruments_law", "esthetic_contract"}},
             {"large and without end", 300'000, "JPY", 10, 0, {"prepaid_instruments_law", "esthetic_contract"}},
             {"one session is no course", 300'000, "JPY", 1, 3, {}},
             {"another country", 300'000, "EUR", 10, 0, {}}}) {
        EXPECT_EQ(ticket_warnings({c.price, currency(c.currency)}, c.sessions, c.months), c.warnings) << c.why;
    }
}

}  // namespace
}  // namespace kushi
