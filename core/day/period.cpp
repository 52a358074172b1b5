#include "core/day/period.h"

#include <algorithm>
#include <map>

#include "core/day/business_day.h"
#include "core/money/rounding.h"

namespace kushi {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// Adds, and remembers whether a sum went past the limit of an amount.
class Adder {
public:
    void add(std::int64_t& sum, std::int64_t amount)
    {
        const Wide result = Wide{sum} + amount;
        within_ = within_ && within_limit(result);
        if (within_) sum = static_cast<std::int64_t>(result);
    }
    [[nodiscard]] bool within() const { return within_; }

private:
    bool within_ = true;
};

void add_totals(const DayFigures& day, DayFigures& sum, Adder& adder)
{
    for (const auto part : {&DayFigures::count_sales, &DayFigures::count_refunds, &DayFigures::count_voids, &DayFigures::count_prepaid,
                            &DayFigures::gross, &DayFigures::discounts, &DayFigures::refunds, &DayFigures::voids,
                            &DayFigures::net_incl, &DayFigures::tax_total, &DayFigures::tips, &DayFigures::prepaid_sold,
                            &DayFigures::cash_rounding}) {
        adder.add(sum.*part, day.*part);
    }
    for (const auto part : {&DayFigures::Drawer::cash_net, &DayFigures::Drawer::paid_in, &DayFigures::Drawer::paid_out,
                            &DayFigures::Drawer::drops}) {
        adder.add(sum.drawer.*part, day.drawer.*part);
    }
    if (day.drawer.over_short) {
        std::int64_t over_short = sum.drawer.over_short.value_or(0);
        adder.add(over_short, *day.drawer.over_short);
        sum.drawer.over_short = over_short;
    }
    sum.grand_total_after = day.grand_total_after;
    if (sum.first_number.empty()) sum.first_number = day.first_number;
    if (!day.last_number.empty()) sum.last_number = day.last_number;
}

/// Rows of the same key become one, in the order in which the keys first stood there.
template <class Row, class Key, class Add>
void add_rows(const std::vector<Row>& day, std::vector<Row>& sum, Key key, Add add)
{
    for (const auto& row : day) {
        const auto found = std::ranges::find_if(sum, [&](const auto& other) { return key(other) == key(row); });
        if (found == sum.end()) sum.push_back(row);
        else add(*found, row);
    }
}

template <class Row>
auto adding(Adder& adder, std::vector<std::int64_t Row::*> parts)
{
    return [&adder, parts = std::move(parts)](Row& sum, const Row& row) {
        for (const auto part : parts) adder.add(sum.*part, row.*part);
    };
}

void add_breakdowns(const DayFigures& day, DayFigures& sum, Adder& adder)
{
    using Figures = DayFigures;
    using Therapist = Figures::Therapist;
    add_rows(day.by_rate, sum.by_rate, [](const auto& row) { return row.rate.millionths; },
             adding<RateTotals>(adder, {&RateTotals::net, &RateTotals::tax, &RateTotals::gross}));
    add_rows(day.tenders, sum.tenders, [](const auto& row) { return row.name; }, adding<NamedAmount>(adder, {&NamedAmount::amount}));
    add_rows(day.by_hour, sum.by_hour, [](const auto& row) { return row.hour; },
             adding<Figures::Hour>(adder, {&Figures::Hour::count, &Figures::Hour::total}));
    add_rows(day.by_service, sum.by_service, [](const auto& row) { return row.item; },
             adding<Figures::Item>(adder, {&Figures::Item::count, &Figures::Item::total}));
    add_rows(day.by_product, sum.by_product, [](const auto& row) { return row.item; },
             adding<Figures::Product>(adder, {&Figures::Product::thousandths, &Figures::Product::total, &Figures::Product::net}));
    add_rows(day.by_therapist, sum.by_therapist, [](const auto& row) { return row.staff; },
             adding<Therapist>(adder, {&Therapist::count, &Therapist::total, &Therapist::tips, &Therapist::nominations,
                                       &Therapist::services, &Therapist::retail, &Therapist::services_net, &Therapist::retail_net,
                                       &Therapist::services_thousandths}));
    add_rows(day.discounts_by, sum.discounts_by, [](const auto& row) { return row.kind; },
             adding<Figures::Discount>(adder, {&Figures::Discount::count, &Figures::Discount::total}));
    add_rows(day.revenue, sum.revenue, [](const auto& row) { return std::pair{row.rate.millionths, row.kind}; },
             adding<Figures::Revenue>(adder, {&Figures::Revenue::net}));
}

std::optional<year_month_day> first_of(const std::string& kind, std::string_view text)
{
    if (kind == "month" && text.size() == 7) return parse_date(std::string{text} + "-01");
    if (kind == "year" && text.size() == 4) return parse_date(std::string{text} + "-01-01");
    return parse_date(text);
}

}  // namespace

Period period_around(const std::string& kind, year_month_day date)
{
    const sys_days day{date};
    if (kind == "week") {
        const auto monday = day - (std::chrono::weekday{day} - std::chrono::Monday);
        return {kind, date_text(monday), date_text(monday + days{6})};
    }
    if (kind == "month") {
        const auto last = date.year() / date.month() / std::chrono::last;
        return {kind, date_text(date.year() / date.month() / 1), date_text(year_month_day{last})};
    }
    if (kind == "year") return {kind, date_text(date.year() / 1 / 1), date_text(date.year() / 12 / 31)};
    return {"day", date_text(date), date_text(date)};
}

Outcome<Period> period_in(const std::string& kind, std::string_view text)
{
    const auto date = first_of(kind, text);
    if (!date) return refused("bad_date", "date");
    return period_around(kind, *date);
}

Outcome<Period> range_in(std::string_view from, std::string_view to)
{
    if (!parse_date(from)) return refused("bad_date", "from");
    if (!parse_date(to)) return refused("bad_date", "to");
    if (to < from) return refused("bad_period", "to");
    return Period{"range", std::string{from}, std::string{to}};
}

std::int64_t days_of(const Period& period)
{
    const auto from = parse_date(period.from), to = parse_date(period.to);
    if (!from || !to) return 0;
    return (sys_days{*to} - sys_days{*from}).count() + 1;
}

Outcome<DayFigures> sum_of(const std::vector<DayFigures>& days)
{
    DayFigures sum;
    Adder adder;
    for (const auto& day : days) {
        add_totals(day, sum, adder);
        add_breakdowns(day, sum, adder);
    }
    std::ranges::sort(sum.by_hour, {}, &DayFigures::Hour::hour);
    std::ranges::sort(sum.by_service, {}, &DayFigures::Item::item);
    std::ranges::sort(sum.by_product, {}, &DayFigures::Product::item);
    std::ranges::sort(sum.by_therapist, {}, &DayFigures::Therapist::staff);
    if (!adder.within()) return refused("out_of_range");
    return sum;
}

std::vector<std::string> failing_sums(const DayFigures& sum)
{
    std::vector<std::string> failing;
    const auto same = [&failing](const std::string& identity, Wide left, Wide right) {
        if (left != right) failing.push_back(identity + " (sum of the days).");
    };
    Wide rates = 0, taxes = 0, tenders = 0, hours = 0, revenue = 0, nets = 0;
    for (const auto& row : sum.by_rate) {
        rates += Wide{row.net} + row.tax;
        taxes += row.tax;
        nets += row.net;
    }
    for (const auto& row : sum.tenders) tenders += row.amount;
    for (const auto& row : sum.by_hour) hours += row.total;
    for (const auto& row : sum.revenue) revenue += row.net;
    same("Gross - discounts - refunds - voids = net", Wide{sum.gross} - sum.discounts - sum.refunds - sum.voids, sum.net_incl);
    same("Net by rate + tax by rate = net", rates, sum.net_incl);
    same("Tax by rate = tax in total", taxes, sum.tax_total);
    same("Tenders = net + tips + prepaid sold + cash rounding", tenders,
         Wide{sum.net_incl} + sum.tips + sum.prepaid_sold + sum.cash_rounding);
    same("The hours come to net", hours, sum.net_incl);
    same("The kinds of line come to net by rate", revenue, nets);
    for (const auto& owed : sum.liabilities) {
        same("Owed for every " + owed.kind + " = before + sold - used - expired - cancelled",
             Wide{owed.before} + owed.sold - owed.used - owed.expired - owed.cancelled, owed.after);
    }
    return failing;
}

Goods sum_of(const std::vector<Goods>& days)
{
    std::map<std::string, std::int64_t> sold;
    std::map<std::pair<std::string, std::string>, Goods::Used> used;
    Goods sum;
    for (const auto& day : days) {
        for (const auto& row : day.sold) sold[row.product] += row.cost;
        for (const auto& row : day.used) {
            auto& use = used.try_emplace({row.product, row.unit}, Goods::Used{row.product, row.unit}).first->second;
            use.thousandths += row.thousandths;
            use.cost += row.cost;
        }
        sum.stock_value = day.stock_value;
    }
    for (const auto& [product, cost] : sold) sum.sold.push_back({product, cost});
    for (const auto& [key, use] : used) sum.used.push_back(use);
    return sum;
}

}  // namespace kushi
