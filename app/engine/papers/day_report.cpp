#include "app/engine/papers/day_report.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/money/format.h"

namespace kushi {
namespace {

using enum PaperWord;

constexpr printing::Style sum_style{.bold = true};

std::string name_in(const std::map<std::string, std::string>& names, const std::string& key)
{
    const auto found = names.find(key);
    return found == names.end() ? key : found->second;
}

class DayWriter {
public:
    DayWriter(const DayFigures& figures, const SalonFacts& salon, const DayPaperFacts& facts)
        : figures_{figures}, salon_{salon}, facts_{facts}, paper_{kind(), facts.language, facts.currency}
    {}

    printing::Document write()
    {
        paper_.training_mark(salon_);
        paper_.head(salon_);
        paper_.centred(title(), {.bold = true, .size = 2});
        about();
        for (const auto& sentence : facts_.failing)
            paper_.text(paper_.word(does_not_add_up, {sentence}), printing::Align::left, sum_style);
        net_of_sales();
        rates();
        taken_money();
        drawer();
        perpetual();
        owed();
        counts();
        lists();
        margin();
        foot();
        return paper_.take();
    }

private:
    [[nodiscard]] std::string kind() const
    {
        return facts_.kind == DayPaperFacts::Kind::x   ? "x_report"
               : facts_.kind == DayPaperFacts::Kind::z ? "z_report"
                                                       : "day_report";
    }

    [[nodiscard]] std::string title() const
    {
        if (facts_.kind == DayPaperFacts::Kind::period) return period_title();
        if (facts_.kind == DayPaperFacts::Kind::x) return paper_.word(x_report);
        if (facts_.kind == DayPaperFacts::Kind::day) return paper_.word(day_report);
        return facts_.z ? paper_.word(z_report_number, {std::to_string(*facts_.z)}) : paper_.word(z_report);
    }

    [[nodiscard]] std::string period_title() const
    {
        const auto& kind = facts_.period.kind;
        return paper_.word(kind == "week"    ? week_report
                           : kind == "month" ? month_report
                           : kind == "year"  ? year_report
                                             : period_report);
    }

    [[nodiscard]] bool is_period() const { return facts_.kind == DayPaperFacts::Kind::period; }

    void about_period()
    {
        paper_.row(period_from, paper_date(facts_.period.from, paper_.language()));
        paper_.row(period_to, paper_date(facts_.period.to, paper_.language()));
        if (facts_.days_open) paper_.row(days_open, std::to_string(*facts_.days_open));
    }

    void about()
    {
        paper_.rule();
        if (is_period()) about_period();
        else paper_.row(business_date, paper_date(facts_.business_date, paper_.language()));
        paper_.row(printed_at, paper_time(facts_.printed_at, salon_.zone, paper_.language()));
        paper_.row(facts_.staff_name, facts_.terminal_name);
        if (!figures_.first_number.empty()) paper_.row(numbers, figures_.first_number + " - " + figures_.last_number);
        paper_.row(documents, std::to_string(figures_.count_sales + figures_.count_prepaid + figures_.count_refunds + figures_.count_voids));
    }

    void sum(PaperWord word, std::int64_t amount) { paper_.row(word, paper_.amount(amount), sum_style); }

    void net_of_sales()
    {
        paper_.rule();
        paper_.row(paper_.word(sales_count, {std::to_string(figures_.count_sales)}), paper_.amount(figures_.gross));
        paper_.row(discounts, paper_.amount(figures_.discounts));
        discount_kinds();
        paper_.row(paper_.word(refunds_count, {std::to_string(figures_.count_refunds)}),
                   paper_.amount(figures_.refunds));
        paper_.row(paper_.word(voids_count, {std::to_string(figures_.count_voids)}), paper_.amount(figures_.voids));
        sum(net, figures_.net_incl);
    }

    /// What the discounts were.
    void discount_kinds()
    {
        for (const auto& discount : figures_.discounts_by) {
            const auto word = discount.kind == "line"   ? discount_of_lines
                              : discount.kind == "bill" ? discount_of_bills
                                                        : discount_by_vouchers;
            list_row("  " + paper_.word(word), discount.count, discount.total);
        }
    }

    void rates()
    {
        paper_.rule();
        for (const RateTotals& rate : figures_.by_rate) {
            const auto percent = percent_text(rate.rate);
            paper_.row(paper_.word(net_of_rate, {percent}), paper_.amount(rate.net));
            paper_.row("+ " + paper_.word(tax_of_rate, {percent}), paper_.amount(rate.tax));
        }
        sum(net, figures_.net_incl);
        paper_.row(tax_total, paper_.amount(figures_.tax_total));
    }

    void taken_money()
    {
        paper_.rule();
        std::int64_t all = 0;
        for (const NamedAmount& tender : figures_.tenders) {
            paper_.row("+ " + tender_word(tender.name), paper_.amount(tender.amount));
            all += tender.amount;
        }
        sum(taken, all);
        paper_.rule();
        paper_.row(paper_.word(net).substr(2), paper_.amount(figures_.net_incl));
        paper_.row(tips, paper_.amount(figures_.tips));
        paper_.row(prepaid_sold, paper_.amount(figures_.prepaid_sold));
        paper_.row("+ " + paper_.word(cash_rounding), paper_.amount(figures_.cash_rounding));
        sum(taken, figures_.net_incl + figures_.tips + figures_.prepaid_sold + figures_.cash_rounding);
    }

    [[nodiscard]] std::string tender_word(const std::string& type) const
    {
        constexpr std::array words{std::pair{"cash", cash},     std::pair{"card", card},
                                   std::pair{"qr", qr},         std::pair{"voucher", voucher},
                                   std::pair{"ticket", ticket}, std::pair{"deposit", deposit},
                                   std::pair{"other", other}};
        const auto* found =
            std::find_if(words.begin(), words.end(), [&](const auto& row) { return type == row.first; });
        return found == words.end() ? type : paper_.word(found->second);
    }

    void drawer()
    {
        const auto& cash_side = figures_.drawer;
        paper_.rule();
        if (!is_period()) paper_.row(opening_float, paper_.amount(cash_side.opening_float));
        paper_.row(cash_net, paper_.amount(cash_side.cash_net));
        paper_.row(paid_in, paper_.amount(cash_side.paid_in));
        paper_.row(paid_out, paper_.amount(cash_side.paid_out));
        paper_.row(drops, paper_.amount(cash_side.drops));
        if (!is_period()) {
            sum(expected, cash_side.expected);
            paper_.row(counted, cash_side.counted ? paper_.amount(*cash_side.counted) : paper_.word(not_counted));
        }
        if (cash_side.over_short) sum(over_short, *cash_side.over_short);
    }

    void perpetual()
    {
        paper_.rule();
        paper_.row(grand_total_before, paper_.amount(facts_.grand_total_before));
        paper_.row("+ " + paper_.word(net).substr(2), paper_.amount(figures_.net_incl));
        sum(grand_total_after, figures_.grand_total_after);
    }

    /// What is owed to clients, and how it came to be so much.
    void owed()
    {
        for (const Liability& one : figures_.liabilities) {
            if (one == Liability{one.kind}) continue;
            list_head(one.kind == "ticket" ? owed_for_tickets : one.kind == "voucher" ? owed_for_vouchers : owed_for_deposits);
            paper_.row(owed_before, paper_.amount(one.before));
            paper_.row(owed_sold, paper_.amount(one.sold));
            paper_.row(owed_used, paper_.amount(one.used));
            paper_.row(owed_expired, paper_.amount(one.expired));
            paper_.row(owed_cancelled, paper_.amount(one.cancelled));
            sum(owed_after, one.after);
        }
    }

    void margin()
    {
        if (!facts_.margin) return;
        paper_.rule();
        paper_.row(revenue_net, paper_.amount(facts_.margin->revenue_net));
        paper_.row(product_cost, paper_.amount(facts_.margin->product_cost));
        sum(margin_left, facts_.margin->margin);
        if (facts_.stock_value) paper_.row(stock_value, paper_.amount(*facts_.stock_value));
    }

    void counts()
    {
        paper_.rule();
        paper_.row(drawer_openings, std::to_string(facts_.drawer_openings));
        paper_.row(copies_printed, std::to_string(facts_.copies));
        if (facts_.visits) paper_.row(visits, std::to_string(*facts_.visits));
        if (facts_.new_clients) paper_.row(new_clients, std::to_string(*facts_.new_clients));
        if (facts_.rebooked) paper_.row(rebooked, std::to_string(*facts_.rebooked));
    }

    void list_head(PaperWord word)
    {
        paper_.rule();
        paper_.text(paper_.word(word), printing::Align::left, sum_style);
    }

    void list_row(const std::string& name, std::int64_t count, std::int64_t amount)
    {
        paper_.row(name + " × " + std::to_string(count), paper_.amount(amount));
    }

    void lists()
    {
        if (!figures_.by_hour.empty()) list_head(by_hour);
        for (const auto& hour : figures_.by_hour)
            list_row((hour.hour < 10 ? "0" : "") + std::to_string(hour.hour) + ":00", hour.count, hour.total);
        if (!figures_.by_service.empty()) list_head(by_item);
        for (const auto& item : figures_.by_service)
            list_row(name_in(facts_.item_names, item.item), item.count, item.total);
        if (!figures_.by_product.empty()) list_head(by_product);
        for (const auto& product : figures_.by_product)
            list_row(name_in(facts_.item_names, product.item), product.thousandths / Quantity::one, product.total);
        if (!figures_.by_therapist.empty()) list_head(by_therapist);
        for (const auto& one : figures_.by_therapist) {
            list_row(one.staff.empty() ? paper_.word(nobody) : name_in(facts_.staff_names, one.staff), one.count,
                     one.total);
            if (one.tips != 0) paper_.row("  " + paper_.word(tips), paper_.amount(one.tips));
            if (one.nominations != 0) paper_.row("  " + paper_.word(nominations), std::to_string(one.nominations));
            const auto commission = facts_.commissions.find(one.staff);
            if (commission != facts_.commissions.end()) paper_.row("  " + paper_.word(commission_earned), paper_.amount(commission->second));
        }
    }

    void foot()
    {
        paper_.rule();
        if (!facts_.chain_mark.empty()) paper_.centred(paper_.word(chain_mark, {facts_.chain_mark}));
        paper_.training_mark(salon_);
    }

    const DayFigures& figures_;
    const SalonFacts& salon_;
    const DayPaperFacts& facts_;
    PaperWriter paper_;
};

}  // namespace

printing::Document day_report_document(const DayFigures& figures, const SalonFacts& salon, const DayPaperFacts& facts)
{
    return DayWriter{figures, salon, facts}.write();
}

}  // namespace kushi
