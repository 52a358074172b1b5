#include "app/screens/till/till_bill.h"

#include <algorithm>

namespace kushi {

bool TillBill::tax_is_in_prices() const
{
    std::int64_t lines_total = 0;
    for (const auto& line : lines) lines_total += line.final_amount;
    return lines.empty() || tax == 0 || lines_total == total;
}

const TillLine* TillBill::line(const std::string& id) const
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const TillLine& line) { return line.id == id; });
    return found == lines.end() ? nullptr : &*found;
}

Quantity TillBill::count_of(const std::string& item) const
{
    Quantity count{};
    for (const auto& line : lines) {
        if (line.item == item) count.units += line.quantity.units;
    }
    return count;
}

Quantity more_by(Quantity quantity, int by)
{
    quantity.units = std::max<std::int64_t>(quantity.units + Quantity::whole(1).units * by, 0);
    return quantity;
}

Quantity TillSale::refundable_of(const std::string& line) const
{
    const auto found =
        std::find_if(refundable.begin(), refundable.end(), [&](const auto& one) { return one.first == line; });
    return found == refundable.end() ? Quantity{} : found->second;
}

bool TillSale::was(const std::string& what) const
{
    return std::any_of(history.begin(), history.end(), [&](const Fact& fact) { return fact.what == what; });
}

bool TillSale::paid_by_cash_only() const
{
    return std::all_of(tenders.begin(), tenders.end(), [](const TillTender& tender) { return tender.type == "cash"; });
}

std::vector<Coins> coins_for(std::int64_t amount, const std::vector<std::int64_t>& denominations)
{
    std::vector<Coins> coins;
    for (const auto value : denominations) {
        if (value <= 0 || amount < value) continue;
        coins.push_back({value, amount / value});
        amount %= value;
    }
    return amount == 0 ? coins : std::vector<Coins>{};
}

}  // namespace kushi
