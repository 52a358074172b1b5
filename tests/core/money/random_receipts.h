#pragma once

#include <algorithm>
#include <random>
#include <vector>

#include "core/money/receipt.h"

namespace kushi {

/// Receipts of all shapes a salon could ring up, the same ones for the same seed.
class RandomReceipts {
public:
    explicit RandomReceipts(unsigned seed) : random_{seed} {}

    ReceiptInput next()
    {
        ReceiptInput input;
        input.rules = {one_of<PriceMode>({PriceMode::inclusive, PriceMode::exclusive}),
                       one_of<Rounding>({Rounding::floor, Rounding::half_up, Rounding::ceil}),
                       one_of<TaxPoint>({TaxPoint::per_rate, TaxPoint::per_rate, TaxPoint::per_line})};
        const std::int64_t lines = up_to(5) + 1;
        for (std::int64_t i = 0; i < lines; ++i) input.lines.push_back(line());
        discount(input);
        if (up_to(9) == 0) input.service_charge = {percent(25), rate()};
        if (up_to(4) == 0) input.tip = up_to(3'000);
        if (up_to(2) == 0) input.cash_rounding = {one_of<std::int64_t>({1, 5, 10, 50, 100}), rounding()};
        if (up_to(3) == 0) tax_before(input);
        return input;
    }

    /// Cash alone, a card alone, or a card, a voucher and cash; always enough.
    std::vector<OfferedTender> tenders_for(std::int64_t due)
    {
        const std::int64_t generous = due + 100 + up_to(10'000);
        switch (up_to(2)) {
            case 0: return {{"cash", generous}};
            case 1: return {{"card", due}};
            default: {
                const std::int64_t card = up_to(due);
                return {{"card", card}, {"cash", generous - card}, {"voucher", up_to(due - card)}};
            }
        }
    }

    /// 0 to the number given, itself included.
    std::int64_t up_to(std::int64_t most) { return std::uniform_int_distribution<std::int64_t>{0, most}(random_); }

    Rounding rounding()
    {
        return one_of<Rounding>({Rounding::floor, Rounding::half_up, Rounding::ceil, Rounding::half_down, Rounding::half_even});
    }

    template <class Element>
    void shuffle(std::vector<Element>& elements) { std::ranges::shuffle(elements, random_); }

private:
    template <class Value>
    Value one_of(std::initializer_list<Value> values)
    {
        return values.begin()[up_to(static_cast<std::int64_t>(values.size()) - 1)];
    }

    Rate rate()
    {
        return one_of<Rate>({{0, "0"}, {80'000, "0.08"}, {100'000, "0.10"}, {100'000, "0.1"}, {200'000, "0.20"},
                             {88'750, "0.08875"}, {10'000, "0.01"}, {1'000'000, "1"}});
    }

    Percent percent(std::int64_t most) { return {up_to(most * Percent::one)}; }

    Quantity quantity()
    {
        return up_to(3) == 0 ? Quantity{up_to(20'000) + 1} : Quantity::whole(up_to(6) + 1);
    }

    ReceiptLine line()
    {
        ReceiptLine made;
        made.unit = one_of<std::int64_t>({up_to(5), up_to(20'000), up_to(1'000'000)});
        made.quantity = quantity();
        made.rate = rate();
        if (up_to(4) == 0) made.discount_percent = percent(100);
        if (up_to(4) == 0 && !made.discount_percent && made.quantity >= Quantity::whole(1)) made.discount = up_to(made.unit);
        made.discountable = up_to(5) != 0;
        made.prepaid = up_to(7) == 0;
        return made;
    }

    /// Vouchers that were taxed when they were sold pay for parts of some rates, up to the whole of one.
    void tax_before(ReceiptInput& input)
    {
        if (input.rules.price_mode == PriceMode::exclusive) return;
        const auto priced = price_receipt(input).value();
        for (const auto& row : priced.by_rate) {
            switch (up_to(2)) {
                case 0: input.taxed_before.push_back({row.rate, up_to(row.gross)}); break;
                case 1: input.taxed_before.push_back({row.rate, row.gross}); break;
                default: break;
            }
        }
    }

    /// A discount of the bill is never more than what the lines that take a share come to.
    void discount(ReceiptInput& input)
    {
        const auto undiscounted = price_receipt(input).value();
        std::int64_t eligible = 0;
        for (std::size_t i = 0; i < input.lines.size(); ++i) {
            if (input.lines[i].discountable && !input.lines[i].prepaid) eligible += undiscounted.extended[i] - undiscounted.line_discounts[i];
        }
        switch (up_to(3)) {
            case 0: input.bill_discount = up_to(eligible); break;
            case 1: input.bill_discount_percent = percent(100); break;
            default: break;
        }
    }

    std::mt19937_64 random_;
};

}  // namespace kushi
