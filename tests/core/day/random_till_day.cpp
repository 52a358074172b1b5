#include "tests/core/day/random_till_day.h"

#include <array>

#include "tests/core/money/random_receipts.h"

namespace kushi::test {
namespace {

using Kind = DayDocument::Kind;

class TillDay {
public:
    explicit TillDay(unsigned seed) : random_{seed}, rules_{random_.next().rules}
    {
        facts_.business_date = "2026-11-14";
        facts_.grand_total_before = random_.up_to(1'000'000'000);
        for (const char* kind : {"ticket", "voucher", "deposit"}) {
            facts_.liabilities.push_back({kind, random_.up_to(500'000)});
            facts_.liabilities.back().after = facts_.liabilities.back().before;
        }
        const auto acts = random_.up_to(14);
        for (std::int64_t i = 0; i < acts; ++i) act();
        for (const auto kind : {DrawerMove::Kind::float_, DrawerMove::Kind::paid_in, DrawerMove::Kind::paid_out,
                                DrawerMove::Kind::drop}) {
            facts_.moves.push_back({kind, random_.up_to(50'000)});
        }
        if (random_.up_to(2) != 0) facts_.counted = random_.up_to(500'000);
    }
    [[nodiscard]] const DayFacts& facts() const { return facts_; }

private:
    void act()
    {
        switch (random_.up_to(5)) {
            case 0:
                return sell_prepaid();
            case 1:
                return expire();
            case 2:
                return give_back_prepaid();
            default:
                return sell();
        }
    }

    DayDocument& document(Kind kind)
    {
        auto& made = facts_.documents.emplace_back();
        made.kind = kind;
        made.counter = static_cast<std::int64_t>(facts_.documents.size());
        made.number = "A-" + std::to_string(made.counter);
        made.hour = static_cast<int>(random_.up_to(23));
        made.prices_hold_tax = rules_.price_mode == PriceMode::inclusive;
        return made;
    }

    Liability& owed() { return facts_.liabilities[static_cast<std::size_t>(random_.up_to(2))]; }

    void sell_prepaid()
    {
        auto& liability = owed();
        auto& sale = document(Kind::sale);
        sale.prepaid = random_.up_to(50'000) + 1;
        sale.prepaid_kinds = {{liability.kind, sale.prepaid}};
        sale.only_prepaid = true;
        sale.tenders = {{random_.up_to(1) == 0 ? "card" : "Points", sale.prepaid}};
        liability.sold += sale.prepaid;
        liability.after += sale.prepaid;
        // One that is taxed at its sale is an ordinary line elsewhere, and in the ledger only.
        const auto taxed = random_.up_to(1) * random_.up_to(9'000);
        liability.sold += taxed;
        liability.after += taxed;
        liability.taxed_before += taxed;
    }

    void expire()
    {
        auto& liability = owed();
        const auto gone = random_.up_to(liability.after);
        liability.expired += gone;
        liability.after -= gone;
    }

    void give_back_prepaid()
    {
        auto& liability = owed();
        auto& refund = document(Kind::refund);
        refund.prepaid = random_.up_to(liability.after);
        refund.prepaid_kinds = {{liability.kind, refund.prepaid}};
        refund.tenders = {{"cash", refund.prepaid}};
        liability.cancelled += refund.prepaid;
        liability.after -= refund.prepaid;
    }

    /// A part of what is due is paid from what is owed to the client; the rest in money.
    void pay(const ReceiptTotals& totals, DayDocument& sale)
    {
        auto& liability = owed();
        const auto used = std::min(random_.up_to(1) * random_.up_to(totals.due), liability.after);
        liability.used += used;
        liability.after -= used;
        if (used != 0) sale.tenders.push_back({liability.kind, used});
        const auto rounding = random_.up_to(4) - 2;
        sale.cash_rounding = rounding;
        sale.tenders.push_back({"cash", totals.due - used + rounding});
    }

    void sell()
    {
        auto input = random_.next();
        input.rules = rules_;
        input.cash_rounding.reset();
        input.tenders.reset();
        if (rules_.price_mode == PriceMode::exclusive) input.taxed_before.clear();
        for (auto& line : input.lines) line.prepaid = false;  // a till sells those as sell_prepaid does
        const auto totals = price_receipt(input).value();
        auto& sale = document(Kind::sale);
        sale.total = totals.total;
        sale.bill_discount = totals.bill_discount;
        sale.voucher_bonus = random_.up_to(2) == 0 ? random_.up_to(totals.bill_discount) : 0;
        sale.discounts = totals.bill_discount;
        sale.by_rate = totals.by_rate;
        sale.tip = totals.tip.value_or(0);
        if (random_.up_to(1) == 0) sale.tips = {{"aoi", sale.tip}};
        if (random_.up_to(2) == 0) sale.nominated = "ren";
        for (std::size_t i = 0; i < input.lines.size(); ++i) {
            sale.lines.push_back(line(input.lines[i], totals.line_final[i], totals.line_discounts[i]));
            sale.discounts += totals.line_discounts[i];
        }
        pay(totals, sale);
        if (random_.up_to(5) == 0) take_back(DayDocument{sale});
    }

    DayDocument::Line line(const ReceiptLine& priced, std::int64_t final_amount, std::int64_t discount)
    {
        constexpr std::array kinds{"service", "product", "fee"};
        DayDocument::Line made;
        made.kind = kinds[static_cast<std::size_t>(random_.up_to(2))];
        made.item = made.kind + std::to_string(random_.up_to(2));
        made.final_amount = final_amount;
        made.rate = priced.rate;
        made.quantity = priced.quantity;
        made.discount = discount;
        const auto part = random_.up_to(final_amount);
        switch (random_.up_to(3)) {
            case 0:
                made.shares = {{"aoi", part}, {"ren", final_amount - part}};
                break;
            case 1:
                break;
            default:
                made.staff = "ren";
        }
        return made;
    }

    void take_back(const DayDocument& sale)
    {
        auto& voided = document(Kind::void_);
        const auto [counter, number, hour] = std::tuple{voided.counter, voided.number, voided.hour};
        voided = sale;
        voided.kind = Kind::void_;
        voided.counter = counter;
        voided.number = number;
        voided.hour = hour;
        for (const auto& tender : sale.tenders) {
            for (auto& liability : facts_.liabilities) {
                if (liability.kind != tender.type) continue;
                liability.used -= tender.amount;
                liability.after += tender.amount;
            }
        }
    }

    RandomReceipts random_;
    TaxRules rules_;
    DayFacts facts_;
};

}  // namespace

DayFacts random_till_day(unsigned seed)
{
    return TillDay{seed}.facts();
}

}  // namespace kushi::test
