#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <functional>
#include <optional>
#include <tuple>

#include "core/day/report.h"
#include "core/sale/prepaid.h"
#include "tests/core/money/random_receipts.h"

namespace kushi {
namespace {

using namespace std::chrono_literals;
using Kind = DayDocument::Kind;

constexpr std::chrono::year_month_day today{2026y / 4 / 1};

/// How money is counted where the salon is.
struct Country {
    const char* currency;
    TaxRules rules;
    std::vector<Rate> rates;
    std::optional<CashRounding> cash_rounding;
    std::int64_t step;  ///< of prices
    bool taxed_at_issue = false;
};

const std::array countries{
    Country{"JPY", {PriceMode::inclusive, Rounding::floor, TaxPoint::per_rate}, {{100'000, "0.10"}, {80'000, "0.08"}}, {}, 10},
    Country{"USD", {PriceMode::exclusive, Rounding::half_up, TaxPoint::per_rate}, {{88'750, "0.08875"}, {0, "0"}}, {}, 1},
    Country{"CAD", {PriceMode::exclusive, Rounding::half_up, TaxPoint::per_rate}, {{50'000, "0.05"}, {130'000, "0.13"}}, CashRounding{5, Rounding::half_up}, 1},
    Country{"KWD", {PriceMode::inclusive, Rounding::half_up, TaxPoint::per_line}, {{50'000, "0.05"}, {0, "0"}}, CashRounding{10, Rounding::half_even}, 1},
    Country{"EUR", {PriceMode::inclusive, Rounding::half_up, TaxPoint::per_rate}, {{190'000, "0.19"}, {70'000, "0.07"}}, CashRounding{5, Rounding::half_down}, 1, true}};

/// A salon whose clients prepay: every use, sale, expiry and cancellation goes through the rules of the till, and what is
/// owed is counted twice, by what happens and by what every ticket, voucher and deposit has left.
class PrepaidSalon {
public:
    PrepaidSalon(unsigned seed, const Country& country) : random_{seed}, country_{country} {}

    DayFacts day()
    {
        facts_ = {};
        facts_.grand_total_before = grand_total_;
        facts_.counter_before = counter_;
        for (const auto* kind : {"ticket", "voucher", "deposit"}) {
            facts_.liabilities.push_back({kind, owed(kind)});
        }
        const std::int64_t acts = random_.up_to(20) + 5;
        for (std::int64_t i = 0; i < acts; ++i) act();
        facts_.moves = {{DrawerMove::Kind::float_, random_.up_to(50'000)}, {DrawerMove::Kind::drop, random_.up_to(50'000)}};
        for (auto& liability : facts_.liabilities) liability.after = owed(liability.kind);
        return facts_;
    }

    void close(std::int64_t grand_total) { grand_total_ = grand_total; }

private:
    struct Singles { VoucherBalance balance; Rate rate; };  ///< vouchers that were taxed when they were sold

    std::int64_t owed(const std::string& kind) const
    {
        std::int64_t sum = 0;
        if (kind == "ticket") for (const auto& ticket : tickets_) sum += remaining_value(ticket);
        if (kind == "deposit") for (const auto deposit : deposits_) sum += deposit;
        if (kind == "voucher") {
            for (const auto& voucher : vouchers_) {
                const auto left = voucher.face - voucher.used;
                sum += left == 0 ? 0 : use_voucher(voucher, left, today)->consideration;
            }
        }
        return sum;
    }

    Liability& liability(const std::string& kind) { return *std::ranges::find(facts_.liabilities, kind, &Liability::kind); }

    void act()
    {
        switch (random_.up_to(9)) {
            case 0: return sell_prepaid(false);
            case 1: return sell_prepaid(true);
            case 2: return use_ticket();
            case 3: case 4: return spend_voucher();
            case 5: return spend_deposit();
            case 6: return give_a_ticket_back();
            case 7: return let_a_ticket_expire();
            case 8: return spend_single_purpose();
            default: return sell({service(), service()}, {}, [] {});
        }
    }

    std::int64_t price() { return (random_.up_to(5'000) + 1) * country_.step; }
    std::size_t which(std::size_t size) { return static_cast<std::size_t>(random_.up_to(static_cast<std::int64_t>(size) - 1)); }

    ReceiptLine service()
    {
        ReceiptLine line;
        line.unit = price();
        line.quantity = Quantity::whole(random_.up_to(2) + 1);
        line.rate = country_.rates[which(country_.rates.size())];
        return line;
    }

    ReceiptLine owed_from_now(std::int64_t amount)
    {
        ReceiptLine line;
        line.unit = amount;
        line.prepaid = true;
        return line;
    }

    /// Several at once, with a service or alone.
    void sell_prepaid(bool with_service)
    {
        const TicketBalance ticket{price() * 10, random_.up_to(11) + 1};
        VoucherBalance voucher{price(), 0};
        voucher.paid = country_.rules.price_mode == PriceMode::exclusive ? voucher.face : voucher.face - random_.up_to(voucher.face / 5);
        const std::int64_t deposit = price();
        std::vector<ReceiptLine> lines{owed_from_now(ticket.price), owed_from_now(voucher.paid), owed_from_now(deposit)};
        if (with_service) lines.push_back(service());
        if (country_.taxed_at_issue) {
            ReceiptLine line = service();
            line.quantity = Quantity::whole(1);
            line.discountable = false;
            singles_.push_back({{line.unit, line.unit}, line.rate});
            lines.push_back(line);
        }
        tickets_.push_back(ticket);
        vouchers_.push_back(voucher);
        deposits_.push_back(deposit);
        liability("ticket").sold += ticket.price;
        liability("voucher").sold += voucher.paid;
        liability("deposit").sold += deposit;
        sell(lines, {}, [this, ticket, voucher, deposit] {
            tickets_.pop_back();
            vouchers_.pop_back();
            deposits_.pop_back();
            if (country_.taxed_at_issue) singles_.pop_back();
            liability("ticket").sold -= ticket.price;
            liability("voucher").sold -= voucher.paid;
            liability("deposit").sold -= deposit;
        });
    }

    void use_ticket()
    {
        if (tickets_.empty()) return;
        const std::size_t at = which(tickets_.size());
        const auto value = next_use(tickets_[at], today);
        if (!value) return;
        ReceiptLine line = service();
        line.unit = *value;
        line.quantity = Quantity::whole(1);
        ++tickets_[at].used;
        liability("ticket").used += *value;
        sell({line, service()}, {{"ticket", *value}}, [this, at, value = *value] {
            --tickets_[at].used;
            liability("ticket").used -= value;
        });
    }

    void spend_voucher()
    {
        if (vouchers_.empty()) return;
        const std::size_t at = which(vouchers_.size());
        const std::int64_t left = vouchers_[at].face - vouchers_[at].used;
        std::vector<ReceiptLine> lines{service(), service()};
        const std::int64_t amount = std::min(left, priced(lines, 0).total);
        if (amount == 0) return;
        const auto use = use_voucher(vouchers_[at], amount, today).value();
        vouchers_[at].used += amount;
        liability("voucher").used += use.consideration;
        sell(lines, {{"voucher", use.consideration}}, [this, at, amount, use] {
            vouchers_[at].used -= amount;
            liability("voucher").used -= use.consideration;
        }, use.bonus);
    }

    void spend_single_purpose()
    {
        if (singles_.empty()) return;
        auto& [balance, rate] = singles_[which(singles_.size())];
        ReceiptLine line = service();
        line.rate = rate;
        const std::int64_t amount = std::min(balance.face - balance.used, priced({line}, 0).total);
        if (amount == 0) return;
        ASSERT_EQ(use_voucher(balance, amount, today)->consideration, amount);
        balance.used += amount;
        sell({line, service()}, {}, {}, 0, {{rate, amount}});
    }

    void spend_deposit()
    {
        if (deposits_.empty()) return;
        const std::size_t at = which(deposits_.size());
        const std::vector<ReceiptLine> lines{service()};
        const std::int64_t amount = std::min(deposits_[at], priced(lines, 0).total);
        deposits_[at] -= amount;
        liability("deposit").used += amount;
        sell(lines, {{"deposit", amount}}, [this, at, amount] {
            deposits_[at] += amount;
            liability("deposit").used -= amount;
        });
    }

    /// A fee that the ticket pays, and a refund of nothing but what is owed.
    void give_a_ticket_back()
    {
        if (tickets_.empty()) return;
        const std::size_t at = which(tickets_.size());
        const auto back = cancelled(tickets_[at], {2'000, 2'000, Percent::whole(10)}).value();
        ReceiptLine fee;
        fee.unit = back.fee;
        tickets_.erase(tickets_.begin() + static_cast<std::ptrdiff_t>(at));
        liability("ticket").used += back.fee;
        liability("ticket").cancelled += back.refund;
        sell({fee}, {{"ticket", back.fee}}, {});
        DayDocument& refund = document(Kind::refund);
        refund.prepaid = back.refund;
        refund.prepaid_kinds = {{"ticket", back.refund}};
        refund.cash_rounding = round_cash(back.refund, country_.cash_rounding.value_or(CashRounding{})).value();
        refund.tenders = {{"cash", back.refund + refund.cash_rounding}};
    }

    void let_a_ticket_expire()
    {
        if (tickets_.empty()) return;
        const std::size_t at = which(tickets_.size());
        liability("ticket").expired += remaining_value(tickets_[at]);
        tickets_.erase(tickets_.begin() + static_cast<std::ptrdiff_t>(at));
    }

    ReceiptTotals priced(const std::vector<ReceiptLine>& lines, std::int64_t bill_discount) const
    {
        ReceiptInput input;
        input.rules = country_.rules;
        input.lines = lines;
        input.bill_discount = bill_discount;
        return price_receipt(input).value();
    }

    /// @param undo  takes the sale's part in what is owed back; without it the sale is not voided
    void sell(const std::vector<ReceiptLine>& lines, std::vector<OfferedTender> prepaid_tenders, const std::function<void()>& undo,
              std::int64_t bonus = 0, std::vector<TaxedBefore> taxed_before = {})
    {
        ReceiptInput input;
        input.rules = country_.rules;
        input.lines = lines;
        input.bill_discount = bonus;
        input.taxed_before = std::move(taxed_before);
        input.cash_rounding = country_.cash_rounding;
        if (random_.up_to(3) == 0) input.tip = price();
        std::int64_t due = price_receipt(input)->due;
        for (const auto& tender : prepaid_tenders) due -= tender.amount;
        ASSERT_GE(due, 0);
        input.tenders = random_.tenders_for(due);
        for (auto& tender : *input.tenders) if (tender.type == "voucher") tender.type = "qr";
        for (const auto& tender : prepaid_tenders) input.tenders->push_back(tender);
        const auto totals = price_receipt(input).value();
        DayDocument& sale = document(Kind::sale);
        sale.total = totals.total;
        sale.discounts = totals.bill_discount;
        sale.by_rate = totals.by_rate;
        sale.tip = totals.tip.value_or(0);
        sale.prepaid = totals.prepaid;
        sale.only_prepaid = std::ranges::all_of(lines, &ReceiptLine::prepaid);
        sale.cash_rounding = totals.paid->cash_rounding;
        for (const auto& tender : *input.tenders) {
            sale.tenders.push_back({tender.type, tender.amount - (tender.type == "cash" ? totals.paid->change : 0)});
        }
        for (std::size_t i = 0; i < lines.size(); ++i) {
            // The prepaid ones stand first, one a kind.
            if (lines[i].prepaid) sale.prepaid_kinds.push_back({std::array{"ticket", "voucher", "deposit"}.at(i), totals.line_final[i]});
            else sale.lines.push_back({"head_spa", "service", "ren", totals.line_final[i]});
        }
        const DayDocument stored = sale;
        if (undo && random_.up_to(5) == 0) {
            undo();
            take_back(stored);
        } else if (random_.up_to(4) == 0) {
            give_back(input, totals);
        }
    }

    void give_back(const ReceiptInput& input, const ReceiptTotals& totals)
    {
        std::vector<SoldLine> sold;
        for (std::size_t i = 0; i < input.lines.size(); ++i) {
            sold.push_back({input.lines[i].quantity, {}, totals.line_final[i], input.lines[i].rate, input.lines[i].prepaid});
        }
        const std::size_t at = which(sold.size());
        if (sold[at].prepaid) return;
        const auto back = price_refund(input.rules, sold, totals.by_rate, {{at, Quantity::whole(1)}}, totals.taxed_before).value();
        DayDocument& refund = document(Kind::refund);
        refund.total = back.amount;
        refund.by_rate = back.by_rate;
        refund.cash_rounding = round_cash(back.amount, country_.cash_rounding.value_or(CashRounding{})).value();
        refund.tenders = {{"cash", back.amount + refund.cash_rounding}};
        refund.lines = {{"head_spa", "service", "ren", back.line_amounts[0]}};
    }

    void take_back(const DayDocument& sale)
    {
        DayDocument& voided = document(Kind::void_);
        const auto [counter, number] = std::tuple{voided.counter, voided.number};
        voided = sale;
        voided.kind = Kind::void_;
        voided.counter = counter;
        voided.number = number;
        voided.discounts = 0;
    }

    DayDocument& document(Kind kind)
    {
        DayDocument& made = facts_.documents.emplace_back();
        made.kind = kind;
        made.counter = ++counter_;
        made.number = "A-" + std::to_string(counter_);
        return made;
    }

    RandomReceipts random_;
    const Country& country_;
    std::vector<TicketBalance> tickets_;
    std::vector<VoucherBalance> vouchers_;
    std::vector<std::int64_t> deposits_;
    std::vector<Singles> singles_;
    DayFacts facts_;
    std::int64_t counter_ = 0;
    std::int64_t grand_total_ = 0;
};

std::int64_t taken_as(const DayFigures& figures, std::string_view tender)
{
    const auto found = std::ranges::find(figures.tenders, tender, &NamedAmount::name);
    return found == figures.tenders.end() ? 0 : found->amount;
}

TEST(RandomPrepaidDays, HoldEveryIdentityInEveryCurrency)
{
    int used = 0, expired = 0, cancelled_ones = 0, days = 0;
    for (unsigned seed = 1; seed <= 200; ++seed) {
        const Country& country = countries.at(seed % countries.size());
        PrepaidSalon salon{seed, country};
        for (int day = 1; day <= 6; ++day, ++days) {
            const DayFacts facts = salon.day();
            const auto figures = add_up(facts);
            ASSERT_TRUE(figures) << "seed " << seed << " day " << day << ' ' << country.currency;
            ASSERT_THAT(failing_identities(facts, *figures), testing::IsEmpty()) << "seed " << seed << " day " << day << ' ' << country.currency;
            std::int64_t sold = 0;
            for (const auto& owed : facts.liabilities) {
                sold += owed.sold - owed.cancelled;
                ASSERT_EQ(taken_as(*figures, owed.kind), owed.used) << "seed " << seed << " day " << day << ' ' << owed.kind;
                used += owed.used > 0, expired += owed.expired > 0, cancelled_ones += owed.cancelled > 0;
            }
            ASSERT_EQ(figures->prepaid_sold, sold) << "seed " << seed << " day " << day;
            salon.close(figures->grand_total_after);
        }
    }
    EXPECT_GE(days, 1'000);
    EXPECT_GT(std::min({used, expired, cancelled_ones}), 100) << "days on which it happened";
}

}  // namespace
}  // namespace kushi
