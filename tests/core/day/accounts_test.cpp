#include "core/day/accounts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/day/random_till_day.h"

namespace kushi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TheAccounts, BalanceAndSayWhatTheReportSaysOnAThousandRandomDays)
{
    std::size_t entries = 0;
    for (unsigned seed = 1; seed <= 1'000; ++seed) {
        const auto facts = test::random_till_day(seed);
        const auto figures = add_up(facts);
        ASSERT_TRUE(figures) << "seed " << seed;
        ASSERT_THAT(failing_identities(facts, *figures), IsEmpty()) << "seed " << seed;
        const auto book = entries_of(*figures);
        ASSERT_THAT(failing_accounts(book, *figures), IsEmpty()) << "seed " << seed;
        std::int64_t difference = 0;
        for (const auto& entry : book) {
            difference += entry.debit - entry.credit;
            ASSERT_TRUE((entry.debit > 0) != (entry.credit > 0)) << "seed " << seed << " " << entry.account;
        }
        ASSERT_EQ(difference, 0) << "seed " << seed;
        entries += book.size();
    }
    EXPECT_GT(entries, 10'000U);
}

TEST(TheAccounts, OfADayAreWhatAnAccountantWouldWrite)
{
    DayFigures figures;
    figures.net_incl = 9'900;
    figures.by_rate = {{Rate{100'000, "0.10"}, 9'000, 900, 9'900}};
    figures.tax_total = 900;
    figures.revenue = {{Rate{100'000, "0.10"}, "service", 7'000}, {Rate{100'000, "0.10"}, "product", 2'000}};
    figures.tenders = {{"cash", 6'500}, {"card", 5'000}, {"Points", 500}, {"ticket", 1'400}};
    figures.tips = 500;
    figures.prepaid_sold = 3'000;
    figures.liabilities = {{"ticket", 10'000, 3'000, 1'400, 600, 0, 11'000}};
    figures.drawer = {30'000, 6'500, 100, 200, 10'000, 26'400, 26'390, -10};
    EXPECT_THAT(entries_of(figures),
                ElementsAre(AccountEntry{"cash", "", 6'500, 0}, AccountEntry{"card_clearing", "", 5'000, 0},
                            AccountEntry{"tender:Points", "", 500, 0}, AccountEntry{"sales_services", "0.10", 0, 7'000},
                            AccountEntry{"sales_products", "0.10", 0, 2'000}, AccountEntry{"tax", "0.10", 0, 900},
                            AccountEntry{"tips_payable", "", 0, 500}, AccountEntry{"prepaid_ticket", "", 0, 3'000},
                            AccountEntry{"prepaid_ticket", "", 1'400, 0}, AccountEntry{"prepaid_ticket", "", 600, 0},
                            AccountEntry{"prepaid_expired", "", 0, 600}, AccountEntry{"cash", "", 100, 0},
                            AccountEntry{"paid_in", "", 0, 100}, AccountEntry{"paid_out", "", 200, 0},
                            AccountEntry{"cash", "", 0, 200}, AccountEntry{"bank_transit", "", 10'000, 0},
                            AccountEntry{"cash", "", 0, 10'000}, AccountEntry{"cash", "", 0, 10},
                            AccountEntry{"cash_over_short", "", 10, 0}));
    EXPECT_THAT(failing_accounts(entries_of(figures), figures), IsEmpty());
}

TEST(TheAccounts, NameWhatDoesNotHold)
{
    struct Case {
        const char* sentence;
        void (*plant)(std::vector<AccountEntry>&, DayFigures&);
    };
    for (const auto& c : std::vector<Case>{{"Debits = credits", [](auto&book, auto&) { ++book.at(0).debit; }},
                                           {"Tax = tax in total", [](auto&, auto&figures) { ++figures.tax_total; }},
                                           {"Sales and tax = net", [](auto&, auto&figures) { ++figures.net_incl; }},
                                           {"Tips payable = tips", [](auto&, auto&figures) { ++figures.tips; }},
                                           {"Cash moved by what the drawer has more than its float",
                                            [](auto&, auto&figures) { ++figures.drawer.opening_float; }},
                                           {"Owed for every ticket moved as its ledger says",
                                            [](auto&, auto&figures) { ++figures.liabilities.at(0).after; }}}) {
        const auto facts = test::random_till_day(4);
        auto figures = add_up(facts).value();
        auto book = entries_of(figures);
        ASSERT_FALSE(book.empty());
        c.plant(book, figures);
        EXPECT_THAT(failing_accounts(book, figures), testing::Contains(testing::HasSubstr(c.sentence)));
    }
}

TEST(TheTill, AndItsLedgerOfWhatIsPrepaidMustAgree)
{
    auto facts = test::random_till_day(4);
    ++facts.liabilities.at(0).sold;
    ++facts.liabilities.at(0).after;
    EXPECT_THAT(failing_identities(facts, add_up(facts).value()),
                ElementsAre(testing::HasSubstr("What the till did with every ticket is what its ledger says")));
}

}  // namespace
}  // namespace kushi
