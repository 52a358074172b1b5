#include "core/money/settle.h"

#include "core/money/rounding.h"

namespace kushi {
namespace {

struct Offered {
    bool has_cash = false;
    std::int64_t cash = 0;
    std::int64_t with_change = 0;  ///< the salon's own tenders that are given change for
    std::int64_t without_change = 0;
};

Outcome<Offered> sorted_out(const std::vector<OfferedTender>& tenders)
{
    Offered offered;
    for (const auto& tender : tenders) {
        if (tender.amount < 0) return refused("bad_amount", "tenders");
        const bool cash = tender.type == "cash";
        offered.has_cash = offered.has_cash || cash;
        std::int64_t& sum = cash ? offered.cash : tender.gives_change ? offered.with_change : offered.without_change;
        if (!within_limit(static_cast<Wide>(sum) + tender.amount)) return refused("out_of_range", "tenders");
        sum += tender.amount;
    }
    return offered;
}

}  // namespace

Outcome<TenderTotals> settle(std::int64_t due, const std::vector<OfferedTender>& tenders,
                             const std::optional<CashRounding>& rule)
{
    const auto offered = sorted_out(tenders);
    if (!offered) return unexpected<Refusal>{offered.error()};
    if (offered->without_change > due) return refused("overpaid", "tenders");
    const std::int64_t open = due - offered->without_change;
    TenderTotals paid{.cash_due = open - offered->with_change, .cash_in = offered->cash};
    // Change is cash too: what a tender of the salon's own brought over what is due goes back in the coins there are.
    if ((offered->has_cash || paid.cash_due < 0) && rule) {
        const auto difference = round_cash(paid.cash_due, *rule);
        if (!difference) return unexpected<Refusal>{difference.error()};
        paid.cash_rounding = *difference;
        paid.cash_due += *difference;
    }
    if (paid.cash_in < paid.cash_due) return refused("underpaid", "tenders");
    paid.change = paid.cash_in - paid.cash_due;
    return paid;
}

}  // namespace kushi
